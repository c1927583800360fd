"""How many steps of a flow one core takes in a second: the interpreter alone.

The steps are those of the scenarios of the default flow: menus, entries, look-ups, messages,
queues, calls that end and calls that are left, as the tests tell them.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime

from bench.kit.report import Report
from bench.kit.rounds import middle
from devkit.paths import REPOSITORY
from lianxin.flows.codec import read
from lianxin.flows.default import DEFAULT, template
from lianxin.rules.flow import Event, Flow, advance, start
from lianxin.rules.flow.describe import parse_event

SCENARIOS = REPOSITORY / "server" / "tests" / "rules" / "scenarios"

_NOW = datetime(2026, 2, 13, 1, 0, tzinfo=UTC)
_ROUND_STEPS = 20_000


def measure(rounds: int, report: Report) -> None:
    """Steps a second: one event in, one session and its effects out."""
    flow = read(template())
    calls = _calls(flow)
    rates = [_rate(flow, calls) for _ in range(rounds)]
    report.row(f"steps of {len(calls)} scenarios of the default flow, a second", middle(rates))
    report.figures["steps"] = {
        "scenarios": len(calls),
        "events": sum(map(len, calls)),
        "a_second": [round(rate) for rate in rates],
    }


def _rate(flow: Flow, calls: Sequence[Sequence[Event]]) -> float:
    steps, begun = 0, time.perf_counter()
    while steps < _ROUND_STEPS:
        for events in calls:
            session = start(flow)
            for event in events:
                session, _ = advance(session, event, _NOW)
            steps += len(events)
    return steps / (time.perf_counter() - begun)


def _calls(flow: Flow) -> list[list[Event]]:
    """The events of each scenario that plays in the default flow."""
    texts = (path.read_text("utf-8") for path in sorted(SCENARIOS.glob("*.scenario")))
    return [_events(flow, text) for text in texts if f"\nflow {DEFAULT}\n" in text]


def _events(flow: Flow, text: str) -> list[Event]:
    session, found = start(flow), list[Event]()
    for line in _lines(text):
        event = parse_event(line, session)
        found.append(event)
        session, _ = advance(session, event, _NOW)
    return found


def _lines(text: str) -> list[str]:
    """The lines that happen; several keys of one line, each on its own."""
    written = [line for line in text.splitlines()[1:] if line and line[0] not in " #"]
    happens = [line for line in written if not line.startswith(("flow ", "clock "))]
    lines: list[str] = []
    for line in happens:
        word, _, rest = line.partition(" ")
        lines += [f"key {key}" for key in rest] if word == "keys" else [line]
    return lines
