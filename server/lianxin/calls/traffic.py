"""How many callers entered each node of a flow on a day, and how many hung up there; how many
calls ended, and how many of them needed nobody.

Counted by who inserts the ledger, in the same transaction, from the entries that were new:
a batch that comes twice counts once. A look at a flow then costs one row a node, however
many calls there were (docs/decisions/0032).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from django.db import connection

from lianxin.calls.entries import Entry, Outcome

_ENTERED = """
INSERT INTO calls_flowtraffic AS t (
    centre_id, flow_version, day, node, entered, dropped, contained)
SELECT z.id, c.flow_version, (to_timestamp(n.at) AT TIME ZONE z.zone)::date, left(n.node, 200),
    count(*), 0, 0
FROM jsonb_to_recordset(%s::jsonb) AS n(call uuid, at float8, node text)
JOIN calls_call c ON c.id = n.call
JOIN centres_centre z ON z.id = %s
WHERE c.flow_version IS NOT NULL
GROUP BY 1, 2, 3, 4
ORDER BY 2, 3, 4
ON CONFLICT (centre_id, flow_version, day, node)
    DO UPDATE SET entered = t.entered + excluded.entered
"""

# Who hangs up on a node: the last that they entered, unless somebody talked with them since.
_DROPPED = """
INSERT INTO calls_flowtraffic AS t (
    centre_id, flow_version, day, node, entered, dropped, contained)
SELECT z.id, c.flow_version, (to_timestamp(n.at) AT TIME ZONE z.zone)::date,
    left(last.data->>'node', 200), 0, count(*), 0
FROM jsonb_to_recordset(%s::jsonb) AS n(call uuid, at float8)
JOIN calls_call c ON c.id = n.call
JOIN centres_centre z ON z.id = %s
JOIN LATERAL (
    SELECT kind, data FROM calls_callevent e
    WHERE e.call_id = n.call AND (
        e.kind IN ('talking', 'dial_answered')
        OR e.kind = 'node' AND e.data->>'what' = 'entered')
    ORDER BY seq DESC LIMIT 1) last ON last.kind = 'node'
WHERE c.flow_version IS NOT NULL
GROUP BY 1, 2, 3, 4
ORDER BY 2, 3, 4
ON CONFLICT (centre_id, flow_version, day, node)
    DO UPDATE SET dropped = t.dropped + excluded.dropped
"""

_ENDED = """
INSERT INTO calls_flowtraffic AS t (
    centre_id, flow_version, day, node, entered, dropped, contained)
SELECT z.id, c.flow_version, (to_timestamp(n.at) AT TIME ZONE z.zone)::date, '', count(*), 0,
    count(*) FILTER (WHERE n.contained)
FROM jsonb_to_recordset(%s::jsonb) AS n(call uuid, at float8, contained bool)
JOIN calls_call c ON c.id = n.call
JOIN centres_centre z ON z.id = %s
WHERE c.flow_version IS NOT NULL
GROUP BY 1, 2, 3, 4
ORDER BY 2, 3, 4
ON CONFLICT (centre_id, flow_version, day, node)
    DO UPDATE SET entered = t.entered + excluded.entered,
    contained = t.contained + excluded.contained
"""

#: Outcomes of calls that no person was needed for.
CONTAINED: frozenset[Outcome] = frozenset({"self_served", "message"})


def count(centre: int, calls: Iterable[Sequence[Entry]]) -> None:
    """Count the new entries of each call. The calls themselves must be there already."""
    entered: list[dict[str, Any]] = []
    ended: list[dict[str, Any]] = []
    left: list[dict[str, Any]] = []
    for entry in (each for entries in calls for each in entries):
        if entry.kind == "node" and entry.data.get("what") == "entered":
            node = str(entry.data.get("node", ""))
            entered.append({"call": entry.call, "at": entry.at, "node": node})
        elif entry.kind == "ended":
            contained = entry.data.get("outcome") in CONTAINED
            ended.append({"call": entry.call, "at": entry.at, "contained": contained})
            left += ended[-1:] if entry.data.get("by") == "caller" else []
    for statement, rows in ((_ENTERED, entered), (_ENDED, ended), (_DROPPED, left)):
        if rows:
            text = msgspec.json.encode(rows).decode().replace("\\u0000", "")
            with connection.cursor() as cursor:
                cursor.execute(statement, [text, centre])
