"""Every scenario gives the transcript that is written in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lianxin.flows.default import template
from lianxin.rules.flow import Flow
from tests.rules.transcript import Teller

SCENARIOS = sorted((Path(__file__).parent / "scenarios").glob("*.scenario"))


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_scenario(path: Path) -> None:
    written = path.read_text("utf-8")
    told = Teller().tell(written)
    if os.environ.get("LIANXIN_SCENARIOS") == "write":
        path.write_text(told, "utf-8")
    else:
        assert told == written


def test_the_scenarios_walk_every_branch_of_the_default_flow() -> None:
    told = "\n".join(path.read_text("utf-8") for path in SCENARIOS)
    flow = Flow.from_json(template())
    for name, node in flow.nodes.items():
        assert f"[{name}] entered" in told, name
        for key in getattr(node, "keys", ()):
            assert f"[{name}] exit keys.{key}" in told, f"{name}, key {key}"
