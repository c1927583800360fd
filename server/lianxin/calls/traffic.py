"""How many callers entered each node of a flow on a day, and how many hung up there; how many
calls ended, and how many of them needed nobody.

Counted by who inserts the ledger, in the same transaction, from the entries that were new:
a batch that comes twice counts once. A look at a flow then costs one row a node, however
many calls there were (docs/decisions/0032).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from lianxin.calls.events import CONTAINED, NOT_CONTAINED, Entry, Kind
from lianxin.calls.ledger import as_json

#: They may tell the outcome of a call once more.
_CLOSING: frozenset[Kind] = frozenset({"stored", "lost"})

# ``n``: a node that was entered, or an outcome: its node is null. ``ends``: with the end of the
# call; else its outcome waited for a recording and counts on the day on which it ended. Who hangs
# up on a node: the last that they entered, unless somebody talked with them since. In order: two
# batches never wait for each other crosswise.
_COUNT = """
WITH n AS (
    SELECT * FROM jsonb_to_recordset(%s::jsonb)
        AS n(call uuid, at float8, node text, ends bool, contained bool, by_caller bool)),
counted AS (
    SELECT call, at, node, 1 AS entered, 0 AS dropped, 0 AS contained FROM n WHERE node IS NOT NULL
    UNION ALL
    SELECT call, at, '', ends::int, 0, contained::int FROM n WHERE node IS NULL
    UNION ALL
    SELECT n.call, n.at, last.data->>'node', 0, 1, 0 FROM n JOIN LATERAL (
        SELECT kind, data FROM calls_callevent e
        WHERE e.call_id = n.call AND (
            e.kind IN ('talking', 'dial_answered')
            OR e.kind = 'node' AND e.data->>'what' = 'entered')
        ORDER BY seq DESC LIMIT 1) last ON last.kind = 'node'
    WHERE n.by_caller)
INSERT INTO calls_flowtraffic AS t (
    centre_id, flow_version, day, node, entered, dropped, contained)
SELECT z.id, c.flow_version,
    (CASE WHEN counted.node = '' THEN coalesce(c.ended_at, to_timestamp(counted.at))
        ELSE to_timestamp(counted.at) END AT TIME ZONE z.zone)::date,
    left(counted.node, 200), sum(counted.entered), sum(counted.dropped), sum(counted.contained)
FROM counted
JOIN calls_call c ON c.id = counted.call
JOIN centres_centre z ON z.id = %s
WHERE c.flow_version IS NOT NULL
GROUP BY 1, 2, 3, 4
ORDER BY 2, 3, 4
ON CONFLICT (centre_id, flow_version, day, node) DO UPDATE SET
    entered = t.entered + excluded.entered,
    dropped = t.dropped + excluded.dropped,
    contained = t.contained + excluded.contained
"""


def count(centre: int, calls: Iterable[Sequence[Entry]]) -> None:
    """Count the new entries of each call. The calls themselves must be there already."""
    rows: list[dict[str, Any]] = []
    for entry in (each for entries in calls for each in entries):
        entry_of = {"call": entry.call, "at": entry.at}
        if entry.kind == "node" and entry.data.get("what") == "entered":
            rows.append({**entry_of, "node": str(entry.data.get("node", ""))})
        elif entry.kind == "ended" or ("outcome" in entry.data and entry.kind in _CLOSING):
            ends, alone = entry.kind == "ended", entry.data.get("outcome") in CONTAINED
            contained = alone and not any(entry.data.get(name) for name in NOT_CONTAINED)
            by_caller = ends and entry.data.get("by") == "caller"
            row = {"ends": ends, "contained": contained, "by_caller": by_caller}
            rows.append({**entry_of, **row})
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, [as_json(rows), centre])
