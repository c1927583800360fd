"""Every scenario gives the transcript that is written in it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from lianxin.flows.default import TEMPLATES, template
from lianxin.rules.flow import NODE_TYPES, Flow
from tests.rules.transcript import DRAWN, Teller, drawn

SCENARIOS = sorted((Path(__file__).parent / "scenarios").glob("*.scenario"))

FLOWS = sorted(path.stem for folder in (TEMPLATES, DRAWN) for path in folder.glob("*.json"))

#: Exits whose name says more than the field that they follow: a menu is left by its third
#: missing or bad key.
#: A subflow is entered, and its ``return`` leads to ``next``.
_LEFT_BY = {"otherwise": r"(otherwise|(missing|bad)\.\d)", "next": "(next|flow)"}


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_scenario(path: Path) -> None:
    written = path.read_text("utf-8")
    told = Teller().tell(written)
    if os.environ.get("LIANXIN_SCENARIOS") == "write":
        path.write_text(told, "utf-8")
    else:
        assert told == written


@pytest.mark.parametrize("name", FLOWS)
def test_the_scenarios_walk_every_branch_of_every_flow(name: str) -> None:
    texts = [path.read_text("utf-8") for path in SCENARIOS]
    told = "\n".join(text for text in texts if f"\nflow {name}\n" in text)
    flow = Flow.from_json(drawn(name) or template(name))
    for node in flow.nodes:
        assert f"[{node}] entered" in told, node
    missing = [place for kind, place, _ in flow.refs if kind == "node" and not _left(place, told)]
    assert not missing


def _left(place: str, told: str) -> bool:
    """Was the node left by this exit? ``[subflows.CODE.]nodes.NODE.EXIT``; else it is none."""
    outer, _, rest = place.partition("nodes.")
    node, _, field = rest.partition(".")
    node = "/".join([*outer.split(".")[1::2], node])
    way = _LEFT_BY.get(field, re.escape(field))
    return not rest or bool(re.search(rf"\[{re.escape(node)}\] exit {way}$", told, re.MULTILINE))


def test_every_node_type_stands_in_a_scenario() -> None:
    flows = [Flow.from_json(drawn(name) or template(name)) for name in FLOWS]
    types = {type(node) for flow in flows for node in flow.nodes.values()}
    assert types == set(NODE_TYPES.values())
