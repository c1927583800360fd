"""A connection as a look-up needs it: settings and secrets together, read from the database."""

from __future__ import annotations

from dataclasses import dataclass, field

from lianxin.centres.isolation import scope
from lianxin.connections.models import Connection, ConnectionKind
from lianxin.connections.secrets import unseal

#: The name under which the password of a database is sealed; others are names of headers.
PASSWORD = "password"  # noqa: S105 - a name, not a password


@dataclass(frozen=True)
class HttpPlan:
    """``headers``: all of them, the secret ones too. Seconds are the longest a look-up takes."""

    base_url: str
    headers: dict[str, str] = field(default_factory=dict, repr=False)
    seconds: float = 4.0
    retries: int = 1


@dataclass(frozen=True)
class SqlPlan:
    """A database and its named statements."""

    kind: ConnectionKind
    host: str
    port: int
    database: str
    user: str
    tls: bool = True
    seconds: float = 4.0
    password: str = field(default="", repr=False)
    queries: dict[str, str] = field(default_factory=dict)


Plan = HttpPlan | SqlPlan


def read_plan(centre: int, code: str) -> tuple[int, Plan] | None:
    """The connection ``code`` of a centre, with its id; None when there is none."""
    with scope(centre):
        row = Connection.objects.filter(code=code).first()
        queries = dict(row.queries.values_list("code", "sql")) if row else {}
    return None if row is None else (row.pk, plan_of(row, queries))


def plan_of(row: Connection, queries: dict[str, str]) -> Plan:
    """Raises ``SecretsUnreadable``."""
    secrets, wanted = unseal(row.sealed), dict(row.settings)
    if row.kind == "http":
        plain = {name: value for name, value in wanted.pop("headers", {}).items() if value}
        return HttpPlan(headers={**plain, **secrets}, **wanted)
    password = secrets.get(PASSWORD, "")
    return SqlPlan(kind=_kind(row.kind), password=password, queries=queries, **wanted)


def _kind(text: str) -> ConnectionKind:
    return "mysql" if text == "mysql" else "postgresql"
