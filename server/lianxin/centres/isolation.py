"""The wall between centres: the one door through it, and the policies that make it.

PostgreSQL shows a row to the runtime role only when its centre is the one that
``scope`` named in this transaction. Outside of a scope there are no rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.migrations import RunSQL

#: Tables without a policy, each with the reason why it may stand outside the wall.
PLATFORM_TABLES: dict[str, str] = {
    "centres_centre": "names the centres themselves; read before anybody has signed in",
    "centres_attempt": "limits attempts by address, before a centre is known",
    "django_session": "found by a secret random key, before a centre is known",
    "django_migrations": "which migrations were applied; no centre's data",
    "procrastinate_jobs": "the queue of jobs: ids only, each job opens its own scope",
    "procrastinate_events": "history of the queue of jobs",
    "procrastinate_periodic_defers": "which periodic jobs were queued",
    "procrastinate_workers": "which workers are alive",
}

_CENTRE = "(SELECT nullif(current_setting('app.centre', true), '')::bigint)"


@contextmanager
def scope(centre_id: int, person_id: int | None = None) -> Iterator[None]:
    """Open a transaction in which exactly the rows of one centre are there.

    Commits at the end, rolls back on any exception. A scope inside a scope is a
    savepoint, and puts the outer centre back when it ends.
    """
    fresh_connection()
    # What is set goes with its transaction: only who stands inside another has to put it back.
    outer = _current() if connection.in_atomic_block else None
    with transaction.atomic():
        _enter(str(centre_id), "" if person_id is None else str(person_id))
        yield
        if outer and connection.in_atomic_block and not connection.needs_rollback:
            _enter(*outer)


def fresh_connection() -> None:
    """Let go of a connection that may be dead, unless a transaction is using it.

    The pool checks each connection that it hands out, so that any process outlives a
    restart of PostgreSQL without knowing of it.
    """
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()


def _current() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting('app.centre', true), ''),"
            " coalesce(current_setting('app.person', true), '')"
        )
        centre, person = cursor.fetchone()
    return centre, person


def _enter(centre: str, person: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.centre', %s, true), set_config('app.person', %s, true)",
            [centre, person],
        )


def isolate(*tables: str) -> list[RunSQL]:
    """Migration steps that put ``tables`` behind the wall. Each has a ``centre_id``."""
    return [
        RunSQL(
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;"
            f"CREATE POLICY centre ON {table}"
            f" USING (centre_id = {_CENTRE}) WITH CHECK (centre_id = {_CENTRE});",
            f"DROP POLICY centre ON {table};"
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;"
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
        )
        for table in tables
    ]


def append_only(role: str, *tables: str) -> list[RunSQL]:
    """Migration steps after which ``role`` can add rows to ``tables`` and read them, no more."""
    return [
        RunSQL(
            f'REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM "{role}"',
            f'GRANT UPDATE, DELETE ON {table} TO "{role}"',
        )
        for table in tables
    ]


def grant_runtime(role: str) -> list[RunSQL]:
    """First migration step: ``role`` may use what the owner makes, now and later; it owns nothing.

    The tables of libraries that are migrated before this one are covered as well.
    """
    rights = "SELECT, INSERT, UPDATE, DELETE"
    return [
        RunSQL(
            f'GRANT USAGE ON SCHEMA public TO "{role}";'
            f'GRANT {rights} ON ALL TABLES IN SCHEMA public TO "{role}";'
            f'GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "{role}";'
            f'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {rights} ON TABLES TO "{role}";'
            f'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO "{role}";'
            f'REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM "{role}";',
            RunSQL.noop,
        )
    ]
