"""Writes of connections, and trying them out: each is noted, secrets never are."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction

from lianxin.centres import audit
from lianxin.centres.access import Actor
from lianxin.centres.versions import check_version
from lianxin.connections import queries, sql
from lianxin.connections.access import check
from lianxin.connections.addresses import allowed, reachable
from lianxin.connections.errors import (
    BadAddress,
    BadStatement,
    CodeTaken,
    ConnectionConflict,
    HeaderTwice,
    HostNotAllowed,
    StatementTwice,
)
from lianxin.connections.http import HttpClient
from lianxin.connections.models import Connection, ConnectionKind, ConnectionQuery
from lianxin.connections.plan import PASSWORD, HttpPlan, SqlPlan, plan_of
from lianxin.connections.result import ConnectionResult, LookUpFailed, failed
from lianxin.connections.secrets import SecretsUnreadable, seal, unseal
from lianxin.connections.statement import fault_of
from lianxin.rules.values import Scalar

PORTS: dict[str, int] = {"postgresql": 5432, "mysql": 3306}


@dataclass(frozen=True)
class ConnectionDraft:
    """What an administrator fills in.

    ``headers``: None leaves a secret header as it is. ``password``: None leaves it, too.
    ``secret_headers``: those of ``headers`` that nobody may read again.
    """

    code: str
    name: str
    kind: ConnectionKind
    base_url: str = ""
    headers: Mapping[str, str | None] = field(default_factory=dict)
    secret_headers: tuple[str, ...] = ()
    retries: int = 1
    host: str = ""
    port: int = 0
    database: str = ""
    user: str = ""
    password: str | None = None
    tls: bool = True
    seconds: float = 4.0
    queries: tuple[tuple[str, str, str], ...] = ()  # code, sql, note


def make(who: Actor, draft: ConnectionDraft) -> Connection:
    """Make a connection. Raises ``CodeTaken`` and what ``check_draft`` raises."""
    check(who)
    check_draft(draft)
    with who.scope():
        row = Connection(centre_id=who.centre, code=draft.code, kind=draft.kind)
        _fill(who, row, draft, {})
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError as error:
            raise CodeTaken(code=draft.code) from error
        _put_queries(who, row, draft)
        audit.note(who, "connection.made", "connection", row.code, kind=row.kind)
        return queries.found(row.code)


def change(who: Actor, code: str, version: int, draft: ConnectionDraft) -> Connection:
    """Change all but code and kind of a connection that was read at ``version``.

    Raises ``ConnectionConflict``, ``NotFound`` and what ``check_draft`` raises.
    """
    check(who)
    check_draft(draft)
    with who.scope():
        row = _locked(code)
        check_version(row, version, ConnectionConflict)
        before, known = _audited(row), _secrets(row)
        given = _fill(who, row, draft, known)
        row.version += 1
        row.save()
        _put_queries(who, row, draft)
        changes = _changes(before, _audited(row), known, given)
        audit.note(who, "connection.changed", "connection", row.code, **changes)
        return queries.found(row.code)


def remove(who: Actor, code: str) -> None:
    """Remove a connection with its secrets; flows that ask it go on with ``error``."""
    check(who)
    with who.scope():
        row = _locked(code)
        audit.note(who, "connection.removed", "connection", code)
        row.delete()


def check_draft(draft: ConnectionDraft) -> None:
    """Raise ``BadAddress``, ``HostNotAllowed``, ``BadStatement`` or ``StatementTwice``."""
    host, port = _target(draft)
    if not allowed(host, port):
        field = "base_url" if draft.kind == "http" else "host"
        raise HostNotAllowed(host=host, port=port).about(field)
    for at, (code, text, _) in enumerate(draft.queries):
        if code in [before for before, _, _ in draft.queries[:at]]:
            raise StatementTwice(query=code).about(f"queries.{at}.code")
        fault = fault_of(text)
        if fault is not None:
            raise BadStatement(query=code, fault=fault).about(f"queries.{at}.sql")


def check_headers(names: Sequence[str]) -> None:
    """Raise ``HeaderTwice`` where one of ``names`` is another, in whatever case."""
    for at, name in enumerate(names):
        if name.lower() in [before.lower() for before in names[:at]]:
            raise HeaderTwice(header=name).about(f"headers.{at}.name")


@dataclass(frozen=True)
class Trial:
    """A look-up that somebody tries out. For SQL: ``query`` and ``values``."""

    method: Literal["GET", "POST", "PUT", "PATCH"] = "GET"
    path: str = "/"
    body: Mapping[str, Scalar] = field(default_factory=dict)
    picks: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    values: Mapping[str, Scalar] = field(default_factory=dict)


def try_out(who: Actor, code: str, trial: Trial) -> ConnectionResult:
    """Ask a connection as a flow would; it says nothing about the service's health. Noted."""
    row = queries.connection(who, code)
    try:
        plan = plan_of(row, {query.code: query.sql for query in row.queries.all()})
    except SecretsUnreadable:
        answer = failed("secrets")
    else:
        answer = asyncio.run(_ask(plan, trial))
    what = trial.query or f"{trial.method} {trial.path.partition('?')[0][:100]}"
    with who.scope():
        outcome = answer.reason or answer.outcome
        audit.note(who, "connection.tried", "connection", row.code, what=what, outcome=outcome)
    return answer


async def _ask(plan: HttpPlan | SqlPlan, trial: Trial) -> ConnectionResult:
    if isinstance(plan, SqlPlan):
        try:
            address = await reachable(plan.host, plan.port)
        except LookUpFailed as failure:
            return failed(failure.reason)
        return await asyncio.to_thread(
            sql.look_up, plan, trial.query, trial.values, plan.seconds, address
        )
    client = HttpClient()
    try:
        return await client.look_up(
            plan, trial.method, trial.path, body=trial.body, picks=trial.picks
        )
    finally:
        await client.close()


def _target(draft: ConnectionDraft) -> tuple[str, int]:
    if draft.kind != "http":
        return draft.host, draft.port or PORTS[draft.kind]
    parts = urlsplit(draft.base_url)
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise BadAddress from error
    wrong = parts.username or parts.query or parts.fragment or not parts.hostname
    if parts.scheme not in ("http", "https") or wrong:
        raise BadAddress
    return str(parts.hostname), port


def _audited(row: Connection) -> dict[str, Any]:
    """What of a connection the audit trail may name as changed; its secrets are not in it."""
    statements = [(query.code, query.sql, query.note) for query in row.queries.order_by("code")]
    return {"name": row.name, **row.settings, "queries": statements}


def _changes(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    known: Mapping[str, str],
    given: Mapping[str, str],
) -> dict[str, list[str]]:
    """``fields``: those that were changed; ``secrets``: the secret headers among them. By name,
    never with a value."""
    secret = sorted(key for key in {*known, *given} if known.get(key) != given.get(key))
    fields = {key for key in after if after[key] != before.get(key)}
    fields |= {PASSWORD if key == PASSWORD else "headers" for key in secret}
    headers = [key for key in secret if key != PASSWORD]
    return {"fields": sorted(fields), **({"secrets": headers} if headers else {})}


def _fill(
    who: Actor, row: Connection, draft: ConnectionDraft, known: dict[str, str]
) -> dict[str, str]:
    """Write ``draft`` into ``row``. Returns its secrets as they are now."""
    row.name, row.updated_by_id = draft.name, who.person
    if draft.kind == "http":
        row.settings = _http_settings(draft)
        wanted = {name: draft.headers.get(name) for name in draft.secret_headers}
        given = {k: known.get(k, "") if v is None else v for k, v in wanted.items()}
    else:
        row.settings = {
            "host": draft.host,
            "port": draft.port or PORTS[draft.kind],
            "database": draft.database,
            "user": draft.user,
            "tls": draft.tls,
            "seconds": draft.seconds,
        }
        kept = known.get(PASSWORD, "")
        given = {PASSWORD: kept if draft.password is None else draft.password}
    secrets = {name: value for name, value in given.items() if value}
    row.sealed = seal(secrets)
    return secrets


def _http_settings(draft: ConnectionDraft) -> dict[str, Any]:
    secret = set(draft.secret_headers)
    plain = {name: value or "" for name, value in draft.headers.items() if name not in secret}
    return {
        "base_url": draft.base_url.rstrip("/"),
        "headers": plain,
        "seconds": draft.seconds,
        "retries": draft.retries,
    }


def _put_queries(who: Actor, row: Connection, draft: ConnectionDraft) -> None:
    wanted = {code: (text.strip(), note) for code, text, note in draft.queries}
    row.queries.exclude(code__in=wanted).delete()
    for code, (text, note) in wanted.items():
        ConnectionQuery.objects.update_or_create(
            centre_id=who.centre,
            connection=row,
            code=code,
            defaults={"sql": text, "note": note},
        )


def _locked(code: str) -> Connection:
    queries.found(code)
    return Connection.objects.select_for_update().get(code=code)


def _secrets(row: Connection) -> dict[str, str]:
    try:
        return unseal(row.sealed)
    except SecretsUnreadable:
        return {}  # of another installation: they must be written again
