"""What a look at a large drawing costs: the editor asks for it while somebody draws."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from bench.kit.drawing import NODES, big
from bench.kit.report import Report
from bench.kit.rounds import middle
from lianxin.rules.flow import Flow
from lianxin.rules.flow.lint import Environment, lint

_LOOKS = 5


def measure(rounds: int, report: Report) -> None:
    """CPU milliseconds of one look at ``NODES`` nodes, beside reading them alone."""
    data, environment = (
        big(),
        Environment(prompts={"welcome": {"zh": 3.0}, "main_menu": {"zh": 9.0}}),
    )
    ours = [_cost(lambda: lint(data, environment)) for _ in range(rounds)]
    bare = [_cost(lambda: Flow.examine(data)) for _ in range(rounds)]
    report.row(
        f"lint of {NODES} nodes, ms", middle(ours), middle(bare), middle(ours) / middle(bare)
    )
    report.figures["lint"] = {
        "nodes": NODES,
        "ms": [round(value, 1) for value in ours],
        "reading_ms": [round(value, 1) for value in bare],
    }


def _cost(act: Callable[[], Any]) -> float:
    begun = time.process_time()
    for _ in range(_LOOKS):
        act()
    return (time.process_time() - begun) * 1000 / _LOOKS
