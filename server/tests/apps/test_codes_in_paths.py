"""Query codes that older calls show in clear: typed where a number was asked for."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any
from uuid import uuid4

import psycopg

from tests.stack import Stack

NUMBER, CODE = "9901260213000425", "021515"
#: Node, what, detail, in order.
STEPS = (
    ("main", "key", "2"),
    ("menu", "key", "3"),
    ("result", "key", CODE),
    ("result", "key", NUMBER),
    ("result", "key", "******"),
    ("result", "asked", "case_reply"),
    ("fax", "key", "88881234"),
)


def call_of(cursor: Any, version: int, steps: tuple[tuple[str, str, str], ...]) -> str:
    call = str(uuid4())
    keys = ",".join(detail[:8] for _, what, detail in steps if what == "key")
    cursor.execute(
        "INSERT INTO calls_call (id, centre_id, started_at, flow_version, keys, line_number,"
        " caller, source, channel, outcome, ended_by, last_seq)"
        " VALUES (%s, 1, now(), %s, %s, '', '', 'carrier', '', '', '', 0)",
        [call, version, keys],
    )
    for seq, (node, what, detail) in enumerate(steps, 1):
        cursor.execute(
            "INSERT INTO calls_callevent (call_id, seq, centre_id, at, kind, data)"
            " VALUES (%s, %s, 1, now(), 'node', %s)",
            [call, seq, json.dumps({"node": node, "what": what, "detail": detail})],
        )
    return call


def read(cursor: Any, call: str) -> tuple[str, list[str]]:
    cursor.execute(
        "SELECT data->>'detail' FROM calls_callevent WHERE call_id = %s ORDER BY seq", [call]
    )
    path = [detail for (detail,) in cursor.fetchall()]
    cursor.execute("SELECT keys FROM calls_call WHERE id = %s", [call])
    return cursor.fetchone()[0], path


def test_the_migration_hides_what_no_number_is_where_a_number_was_asked_for(
    database: Stack,
) -> None:
    """As who owns the tables, who alone changes the ledger; all of it is rolled back."""
    migration = import_module("lianxin.calls.migrations.0015_codes_in_paths")
    with psycopg.connect(database.env.database_owner_url) as owner, owner.cursor() as cursor:
        cursor.execute("SELECT set_config('app.centre', '1', true)")
        told = call_of(cursor, 900_007, STEPS)
        gave_up = call_of(cursor, 900_007, STEPS[:3])  # its node asked for cases in other calls
        elsewhere = call_of(cursor, 900_008, STEPS[:3])  # nothing is known of this one
        for _ in range(2):  # the second time finds nothing to do
            asked = migration.nodes_that_asked(cursor)
            assert (900_007, "result") in asked
            last = migration.FIRST
            while last is not None:
                last = migration.hide_part(cursor, asked, last)
        keys, path = read(cursor, told)
        assert path == ["2", "3", "******", NUMBER, "******", "case_reply", "88881234"]
        assert keys == f"2,3,******,{NUMBER[:8]},******,88881234"
        assert read(cursor, gave_up) == ("2,3,******", ["2", "3", "******"])
        assert read(cursor, elsewhere) == (f"2,3,{CODE}", ["2", "3", CODE])
        owner.rollback()
