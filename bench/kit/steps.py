"""How many steps of a flow one core takes in a second: the interpreter alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

from bench.kit.report import Report
from bench.kit.rounds import middle
from lianxin.flows.codec import read
from lianxin.flows.default import template
from lianxin.rules.flow import Flow, Session, advance, start
from lianxin.rules.flow import events as on

_NOW = datetime(2026, 2, 13, 1, 0, tzinfo=UTC)
#: What a restless caller presses; round and round through the menus of the shipped flow.
_KEYS = "2#23#24#25#2*"
_ROUND_STEPS = 20_000


def measure(rounds: int, report: Report) -> None:
    """Steps a second: one event in, one session and its effects out."""
    flow = read(template())
    rates = [_rate(flow) for _ in range(rounds)]
    report.row("steps of the default flow, a second", round(middle(rates)))
    report.figures["steps"] = {"a_second": [round(rate) for rate in rates]}


def _rate(flow: Flow) -> float:
    events = _events()
    session, begun = _new(flow), time.perf_counter()
    for _ in range(_ROUND_STEPS):
        session, _ = advance(session, next(events), _NOW)
        if session.finished:
            session = _new(flow)
    return _ROUND_STEPS / (time.perf_counter() - begun)


def _new(flow: Flow) -> Session:
    session, _ = advance(start(flow), on.Started("12345", "02155500001"), _NOW)
    return session


def _events() -> Iterator[on.Event]:
    while True:
        yield from map(on.KeyPressed, _KEYS)
