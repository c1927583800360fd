"""Whatever changes the plans announces itself, also when it was changed by hand in SQL."""

from __future__ import annotations

from django.db.migrations import RunSQL

from lianxin.lines.plan import CHANNEL

#: Tables that the first plans were read from (later ones: ``watch``); of a person only what the
#: switchboard knows (a login writes to that row as well).
_WATCHED = {
    "lines_line": "INSERT OR UPDATE OR DELETE",
    "flows_flowversion": "INSERT OR UPDATE OR DELETE",
    "queues_queue": "INSERT OR UPDATE OR DELETE",
    "queues_queuemember": "INSERT OR UPDATE OR DELETE",
    "centres_centre": "INSERT OR UPDATE OR DELETE",
    "centres_person": "INSERT OR UPDATE OF number, name, roles, active OR DELETE",
}


def announce_plans() -> list[RunSQL]:
    """Migration steps: a NOTIFY on ``CHANNEL`` when a change of the plans commits."""
    function = (
        "CREATE FUNCTION lianxin_announce_plans() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN PERFORM pg_notify('{CHANNEL}', ''); RETURN NULL; END $$;"
    )
    triggers = [watch(table, events) for table, events in _WATCHED.items()]
    return [RunSQL(function, "DROP FUNCTION lianxin_announce_plans()"), *triggers]


def watch(table: str, events: str = "INSERT OR UPDATE OR DELETE") -> RunSQL:
    """A migration step, after ``announce_plans``: one more table that the plans are read from."""
    return RunSQL(
        f"CREATE TRIGGER announce_plans AFTER {events} ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION lianxin_announce_plans()",
        f"DROP TRIGGER announce_plans ON {table}",
    )
