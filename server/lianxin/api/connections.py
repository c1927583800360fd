"""Connections: where look-ups of flows go. For administrators."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Router, Status
from pydantic import Field, StringConstraints

from lianxin.api.base import Asked, ErrorAnswer, Given, Taken
from lianxin.api.shapes import Agent
from lianxin.api.shaping import agent
from lianxin.connections import actions, queries
from lianxin.connections.breaker import BreakerState
from lianxin.connections.health import percentile
from lianxin.connections.models import Connection, ConnectionKind
from lianxin.connections.plan import PASSWORD
from lianxin.connections.queries import MOST_QUERIES
from lianxin.connections.statement import parameters_of

router = Router(tags=["connections"])

_REFUSALS = {
    401: ErrorAnswer,
    403: ErrorAnswer,
    404: ErrorAnswer,
    409: ErrorAnswer,
    422: ErrorAnswer,
}

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=64)]
HeaderName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,64}$")]
HeaderValue = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[\x20-\x7e]*$")]
Value = str | int | float | bool | None


class ConnectionHeader(Taken):
    """``value`` null: a secret that is kept as it is."""

    name: HeaderName
    value: HeaderValue | None = None
    secret: bool = False


class NamedQuery(Taken):
    """A named statement with parameters such as ``%(number)s``."""

    code: Code
    sql: Annotated[str, StringConstraints(min_length=1, max_length=8000)]
    note: Annotated[str, StringConstraints(max_length=200)] = ""


class ConnectionSheet(Taken):
    """``password`` null: kept as it is. ``port`` 0: the usual one."""

    code: Code
    name: Name
    kind: ConnectionKind
    base_url: Annotated[str, StringConstraints(max_length=300)] = ""
    headers: Annotated[list[ConnectionHeader], Field(max_length=20)] = []
    retries: Annotated[int, Field(ge=0, le=3)] = 1
    host: Annotated[str, StringConstraints(max_length=253)] = ""
    port: Annotated[int, Field(ge=0, le=65535)] = 0
    database: Annotated[str, StringConstraints(max_length=64)] = ""
    user: Annotated[str, StringConstraints(max_length=64)] = ""
    password: Annotated[str, StringConstraints(max_length=200)] | None = None
    tls: bool = True
    seconds: Annotated[float, Field(ge=0.5, le=20)] = 4
    queries: Annotated[list[NamedQuery], Field(max_length=MOST_QUERIES)] = []


class ConnectionChange(ConnectionSheet):
    """``version`` is that of the connection that was read."""

    version: Annotated[int, Field(ge=1)]


class ConnectionHeaderShown(Given):
    name: str
    value: str | None
    secret: bool


class NamedQueryShown(Given):
    code: str
    sql: str
    note: str
    parameters: list[str]


class ConnectionHealthShown(Given):
    """Of the last 100 look-ups. ``breaker`` open: nobody is asked for a while."""

    breaker: BreakerState
    asked: int
    failed: int
    p50: int | None
    p95: int | None
    last_error: str
    last_error_at: datetime | None
    seen_at: datetime


class ConnectionShown(Given):
    """Secrets are never shown: ``value`` null, ``has_password``."""

    code: str
    name: str
    kind: ConnectionKind
    version: int
    base_url: str
    headers: list[ConnectionHeaderShown]
    retries: int
    host: str
    port: int
    database: str
    user: str
    has_password: bool
    tls: bool
    seconds: float
    queries: list[NamedQueryShown]
    health: ConnectionHealthShown | None
    updated_at: datetime
    updated_by: Agent | None


class TrialAsked(Taken):
    """For HTTP: ``method``, ``path``, ``body``, ``picks``; for SQL: ``query``, ``values``."""

    method: Literal["GET", "POST", "PUT", "PATCH"] = "GET"
    path: Annotated[str, StringConstraints(max_length=1000)] = "/"
    body: Annotated[dict[str, Value], Field(max_length=50)] = {}
    picks: Annotated[dict[str, str], Field(max_length=50)] = {}
    query: Annotated[str, StringConstraints(max_length=32)] = ""
    values: Annotated[dict[str, Value], Field(max_length=50)] = {}


class TrialAnswer(Given):
    outcome: Literal["ok", "none", "error"]
    reason: str
    values: dict[str, Any]


@router.get(
    "/connections",
    response={200: list[ConnectionShown], **_REFUSALS},
    operation_id="list_connections",
)
def list_connections(request: Asked) -> list[ConnectionShown]:
    """All connections of the centre, by code."""
    return [_shown(row) for row in queries.connections(request.auth)]


@router.post(
    "/connections",
    response={201: ConnectionShown, **_REFUSALS},
    operation_id="make_connection",
)
def make_connection(request: Asked, new: ConnectionSheet) -> Status[ConnectionShown]:
    """Make a connection. Its host must be on the platform's list."""
    return Status(201, _shown(actions.make(request.auth, _sheet(new))))


@router.get(
    "/connections/{code}",
    response={200: ConnectionShown, **_REFUSALS},
    operation_id="read_connection",
)
def read_connection(request: Asked, code: str) -> ConnectionShown:
    """One connection. Its secrets are not in it."""
    return _shown(queries.connection(request.auth, code))


@router.put(
    "/connections/{code}",
    response={200: ConnectionShown, **_REFUSALS},
    operation_id="change_connection",
)
def change_connection(request: Asked, code: str, change: ConnectionChange) -> ConnectionShown:
    """Change a connection; running look-ups go on with what they began with."""
    return _shown(actions.change(request.auth, code, change.version, _sheet(change)))


@router.delete(
    "/connections/{code}", response={204: None, **_REFUSALS}, operation_id="remove_connection"
)
def remove_connection(request: Asked, code: str) -> Status[None]:
    """Remove a connection with its secrets."""
    actions.remove(request.auth, code)
    return Status(204, None)


@router.post(
    "/connections/{code}/try",
    response={200: TrialAnswer, **_REFUSALS},
    operation_id="try_connection",
)
def try_connection(request: Asked, code: str, trial: TrialAsked) -> TrialAnswer:
    """Ask as a flow would. Noted."""
    answer = actions.try_out(request.auth, code, actions.Trial(**trial.dict()))
    return TrialAnswer(outcome=answer.outcome, reason=answer.reason, values=answer.values)


def _sheet(new: ConnectionSheet) -> actions.Sheet:
    fields = new.dict(exclude={"headers", "queries", "version"})
    return actions.Sheet(
        **fields,
        headers={header.name: header.value for header in new.headers},
        secret_headers=tuple(header.name for header in new.headers if header.secret),
        queries=tuple((query.code, query.sql, query.note) for query in new.queries),
    )


def _shown(row: Connection) -> ConnectionShown:
    known, secrets = row.settings, queries.secret_names(row)
    plain = [
        ConnectionHeaderShown(name=name, value=value, secret=False)
        for name, value in known.get("headers", {}).items()
    ]
    hidden = [ConnectionHeaderShown(name=name, value=None, secret=True) for name in secrets]
    http = row.kind == "http"
    return ConnectionShown(
        code=row.code,
        name=row.name,
        kind="http" if http else "mysql" if row.kind == "mysql" else "postgresql",
        version=row.version,
        base_url=known.get("base_url", ""),
        headers=plain + hidden if http else [],
        retries=known.get("retries", 0),
        host=known.get("host", ""),
        port=known.get("port", 0),
        database=known.get("database", ""),
        user=known.get("user", ""),
        has_password=not http and PASSWORD in secrets,
        tls=known.get("tls", True),
        seconds=known.get("seconds", 4.0),
        queries=[
            NamedQueryShown(
                code=query.code,
                sql=query.sql,
                note=query.note,
                parameters=list(parameters_of(query.sql)),
            )
            for query in row.queries.all()
        ],
        health=_health(row),
        updated_at=row.updated_at,
        updated_by=agent(row.updated_by),
    )


def _health(row: Connection) -> ConnectionHealthShown | None:
    known = queries.health_of(row)
    if known is None:
        return None
    samples = [(int(each[0]), bool(each[1])) for each in known.samples]
    return ConnectionHealthShown(
        breaker=known.breaker,  # type: ignore[arg-type]  # the column is held to these words
        asked=len(samples),
        failed=sum(not ok for _, ok in samples),
        p50=percentile(samples, 0.5),
        p95=percentile(samples, 0.95),
        last_error=known.last_error,
        last_error_at=known.last_error_at,
        seen_at=known.seen_at,
    )
