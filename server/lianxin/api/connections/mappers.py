"""Between connections and their shapes in the API."""

from __future__ import annotations

from collections.abc import Sequence

from lianxin.api.connections import schemas
from lianxin.api.shared.mappers import agent
from lianxin.connections import actions, queries
from lianxin.connections.health import percentile
from lianxin.connections.models import Connection
from lianxin.connections.plan import PASSWORD
from lianxin.connections.result import ConnectionResult
from lianxin.connections.statement import parameters_of
from lianxin.flows.uses import Use


def connection_draft(new: schemas.ConnectionCreate) -> actions.ConnectionDraft:
    actions.check_headers([header.name for header in new.headers])
    fields = new.dict(exclude={"headers", "queries", "version"})
    return actions.ConnectionDraft(
        **fields,
        headers={header.name: header.value for header in new.headers},
        secret_headers=tuple(header.name for header in new.headers if header.secret),
        queries=tuple((query.code, query.sql, query.note) for query in new.queries),
    )


def connection(
    row: Connection, uses: Sequence[Use], *, sends_notices: bool
) -> schemas.ConnectionRead:
    """``uses``: the flows that ask it. ``sends_notices``: the gateway goes over it."""
    known, secrets = row.settings, queries.secret_names(row)
    plain = [
        schemas.ConnectionHeaderRead(name=name, value=value, secret=False)
        for name, value in known.get("headers", {}).items()
    ]
    hidden = [schemas.ConnectionHeaderRead(name=name, value=None, secret=True) for name in secrets]
    http = row.kind == "http"
    return schemas.ConnectionRead(
        used_by=[schemas.ConnectionUse(code=u.code, name=u.name, state=u.state) for u in uses],
        sends_notices=sends_notices,
        code=row.code,
        name=row.name,
        kind=row.kind,
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
            schemas.NamedQueryRead(
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


def _health(row: Connection) -> schemas.ConnectionHealthRead | None:
    known = queries.health_of(row)
    if known is None:
        return None
    samples = [(int(each[0]), bool(each[1])) for each in known.samples]
    return schemas.ConnectionHealthRead(
        breaker=known.breaker,
        asked=len(samples),
        failed=sum(not ok for _, ok in samples),
        p50=percentile(samples, 0.5),
        p95=percentile(samples, 0.95),
        last_error=known.last_error,
        last_error_at=known.last_error_at,
        seen_at=known.seen_at,
    )


def trial_result(answer: ConnectionResult) -> schemas.TrialResult:
    return schemas.TrialResult(outcome=answer.outcome, reason=answer.reason, values=answer.values)
