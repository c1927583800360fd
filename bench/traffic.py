"""What a look at a flow's traffic costs on a day of 100,000 calls, counted and not counted.

``python -m bench.traffic [--calls N]``: made-up rows in a PostgreSQL of its own. Prints the time
of the two ways to count who entered which node, and what counting adds to a batch of the ledger.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from devkit.say import line
from devkit.slots import take_free_slot
from devkit.stack import Stack

NODES = 12  # entered in a call, of twenty entries

_ROWS = (
    """INSERT INTO calls_call (id, centre_id, line_number, caller, source, flow_version, channel,
    started_at, ended_at, outcome, ended_by, keys, last_seq)
SELECT gen_random_uuid(), 1, '12345', '1380000' || n, 'carrier', 1, '',
    now() - n * interval '0.2 s', now(), (ARRAY['self_served','answered','message'])[n % 3 + 1],
    'caller', '', 20 FROM generate_series(1, {calls}) n""",
    """INSERT INTO calls_callevent (centre_id, call_id, seq, at, kind, data)
SELECT 1, c.id, s, c.started_at, CASE WHEN s <= {nodes} THEN 'node' ELSE 'queued' END,
    jsonb_build_object('node', 'n' || s, 'what', 'entered', 'detail', '')
FROM calls_call c, generate_series(1, 20) s""",
    "ANALYZE calls_call",
    "ANALYZE calls_callevent",
)

_LEDGER = """SELECT data->>'node', count(*)
FROM calls_callevent e JOIN calls_call c ON c.id = e.call_id
WHERE c.started_at > now() - interval '1 day' AND c.flow_version = 1 AND e.kind = 'node'
AND e.data->>'what' = 'entered' GROUP BY 1"""
_COUNTED = """SELECT node, sum(entered), sum(dropped), sum(contained) FROM calls_flowtraffic
WHERE flow_version = ANY('{1}') AND day >= current_date - 1 GROUP BY 1"""


def measure(calls: int) -> None:
    """Fill, count, tell. In the scope of the first centre, as the restricted role."""
    from django.db import connection

    from lianxin.centres.isolation import scope

    with scope(1), connection.cursor() as cursor:
        for statement in _ROWS:
            cursor.execute(statement.format(calls=calls, nodes=NODES))
        cursor.execute(
            "INSERT INTO calls_flowtraffic (centre_id, flow_version, day, node, entered, dropped,"
            " contained) SELECT 1, 1, current_date, 'n' || s, 1, 0, 0 FROM generate_series(1, 60) s"
        )
        for name, query in (
            ("ledger read through", _LEDGER),
            ("counted", _COUNTED),
        ):
            cursor.execute(f"EXPLAIN (ANALYZE, COSTS OFF) {query}")
            plan = [row[0] for row in cursor.fetchall()]
            line(f"{name}: {plan[-1].strip()}; {plan[0].strip()}")
    _batches()


def _batches() -> None:
    from lianxin.calls import actions, traffic

    counted = _timed(actions.record)
    count, traffic.count = traffic.count, lambda *_: None
    bare = _timed(actions.record)
    traffic.count = count
    line(f"a batch of 500 entries: {counted:.1f} ms, without counting {bare:.1f} ms")


def _timed(record: Callable[[Sequence[Any]], None]) -> float:
    """Median milliseconds of writing 500 entries of 25 calls."""
    import uuid_utils.compat

    from lianxin.calls.events import Entry

    times = []
    for _ in range(15):
        start = {"line": "12345", "caller": "1", "flow_version": 1}
        entries = []
        for _ in range(25):
            call, now = str(uuid_utils.compat.uuid7()), time.time()
            entries.append(Entry(call, 1, 1, now, "started", start))
            for seq in range(2, 20):
                data = {"node": f"n{seq}", "what": "entered", "detail": ""}
                entries.append(Entry(call, seq, 1, now, "node", data))
            entries.append(Entry(call, 20, 1, now, "ended", {"outcome": "x", "by": "caller"}))
        began = time.perf_counter()
        record(entries)
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)[len(times) // 2]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=100_000)
    options = parser.parse_args()
    take_free_slot()
    stack = Stack("apps")
    stack.installation.make_secrets()
    os.environ.update(stack.environment)
    try:
        stack.up(("postgres",))
        import django

        django.setup()
        measure(options.calls)
    finally:
        stack.down()
    return 0


if __name__ == "__main__":
    sys.exit(main())
