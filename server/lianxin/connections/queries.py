"""Reads of connections."""

from __future__ import annotations

from dataclasses import dataclass

from lianxin.centres.access import Actor
from lianxin.centres.errors import NotFound
from lianxin.connections.access import check
from lianxin.connections.models import Connection, ConnectionHealth
from lianxin.connections.secrets import SecretsUnreadable, unseal
from lianxin.connections.statement import parameters_of

#: A centre has no more connections than this, and a connection no more queries.
MOST_CONNECTIONS = 100
MOST_QUERIES = 50


@dataclass(frozen=True)
class Named:
    """What a flow editor may know of a connection: not where it leads."""

    code: str
    name: str
    kind: str
    queries: dict[str, tuple[str, ...]]  # their parameters by code


def connections(who: Actor) -> list[Connection]:
    """All of the centre's, with their health. Three queries."""
    check(who)
    with who.scope():
        rows = Connection.objects.select_related("updated_by")
        return list(rows.prefetch_related("queries", "health")[:MOST_CONNECTIONS])


def connection(who: Actor, code: str) -> Connection:
    """One of them. Raises ``NotFound``."""
    check(who)
    with who.scope():
        return found(code)


def found(code: str) -> Connection:
    """One connection, in the caller's scope. Raises ``NotFound``."""
    rows = Connection.objects.select_related("updated_by").prefetch_related("queries", "health")
    row = rows.filter(code=code).first()
    if row is None:
        raise NotFound
    return row


def named(who: Actor) -> list[Named]:
    """Codes and names for whoever draws flows; nothing when the function is off."""
    if "look_ups" not in who.functions:
        return []
    with who.scope():
        rows = Connection.objects.prefetch_related("queries")[:MOST_CONNECTIONS]
        return [
            Named(
                row.code,
                row.name,
                row.kind,
                {query.code: parameters_of(query.sql) for query in row.queries.all()},
            )
            for row in rows
        ]


def secret_names(row: Connection) -> list[str]:
    """Which secrets are set. Sealed under another installation's key: none."""
    try:
        return sorted(unseal(row.sealed))
    except SecretsUnreadable:
        return []


def health_of(row: Connection) -> ConnectionHealth | None:
    """None: nobody has asked this connection yet."""
    return getattr(row, "health", None)
