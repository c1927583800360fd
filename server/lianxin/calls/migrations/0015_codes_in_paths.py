"""Hide the query codes that stand in the paths of calls that were there before.

A code that was typed where the number of a case was asked for was kept as it was. It is known by
its node, which has asked for a case in some call of the same flow version, and by being no number of
a case: stars take its place, in the ledger and in the keys of the call. A part of a centre's calls
at a time, each in a transaction of its own and behind the wall of that centre; twice does no harm.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import migrations, transaction

#: Calls in one transaction.
PART = 1000
#: Before any.
FIRST = "00000000-0000-0000-0000-000000000000"

_ASKED = """
SELECT DISTINCT c.flow_version, e.data->>'node'
FROM calls_callevent e JOIN calls_call c ON c.id = e.call_id
WHERE e.kind = 'node' AND e.data->>'what' = 'asked' AND c.flow_version IS NOT NULL
    AND e.data->>'detail' IN ('case', 'case_reply', 'case_of_caller')
"""

_HIDE = """
WITH part AS (SELECT id, flow_version FROM calls_call WHERE id > %s ORDER BY id LIMIT %s),
asked AS (SELECT * FROM unnest(%s::bigint[], %s::text[]) AS a(flow_version, node)),
hidden AS (
    UPDATE calls_callevent e
    SET data = jsonb_set(e.data, '{detail}', to_jsonb(repeat('*', length(e.data->>'detail'))))
    FROM part p JOIN asked a ON a.flow_version = p.flow_version
    WHERE e.call_id = p.id AND e.kind = 'node' AND e.data->>'what' = 'key'
        AND e.data->>'node' = a.node
        AND e.data->>'detail' ~ '^[0-9*]{4,}$' AND e.data->>'detail' ~ '[0-9]'
        AND e.data->>'detail' !~ '^[0-9]{16}$'
    RETURNING e.call_id)
SELECT (SELECT array_agg(DISTINCT call_id) FROM hidden),
    (SELECT id FROM part ORDER BY id DESC LIMIT 1)
"""

# As ``calls.ledger`` folds them.
_KEYS = """
UPDATE calls_call c SET keys = k.keys
FROM (SELECT call_id, left(string_agg(left(data->>'detail', 8), ',' ORDER BY seq), 400) AS keys
    FROM calls_callevent
    WHERE call_id = ANY(%s) AND kind = 'node' AND data->>'what' = 'key' GROUP BY call_id) k
WHERE c.id = k.call_id
"""


def hide(_apps: Any, schema_editor: Any) -> None:
    """Hide those of every centre."""
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM centres_centre ORDER BY id")
        centres = [centre for (centre,) in cursor.fetchall()]
    for centre in centres:
        with _behind_wall(connection, centre) as cursor:
            asked = nodes_that_asked(cursor)
        last = FIRST if asked else None
        while last is not None:
            with _behind_wall(connection, centre) as cursor:
                last = hide_part(cursor, asked, last)


def nodes_that_asked(cursor: Any) -> list[tuple[int, str]]:
    """The flow versions and nodes of a centre that have asked for a case."""
    cursor.execute(_ASKED)
    return list(cursor.fetchall())


def hide_part(cursor: Any, asked: list[tuple[int, str]], after: str) -> str | None:
    """Hide those of the calls that follow ``after``. The last of them, None when none did."""
    versions, nodes = zip(*asked, strict=True)
    cursor.execute(_HIDE, [after, PART, list(versions), list(nodes)])
    calls, last = cursor.fetchone()
    if calls:
        cursor.execute(_KEYS, [calls])
    return str(last) if last else None


@contextmanager
def _behind_wall(connection: Any, centre: int) -> Iterator[Any]:
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.centre', %s, true)", [str(centre)])
        yield cursor


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("calls", "0014_dispositions")]

    operations = [migrations.RunPython(hide, migrations.RunPython.noop)]
