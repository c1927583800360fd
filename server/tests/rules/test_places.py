"""Where an agent may send a caller: what callers could have chosen themselves, and nothing else."""

from __future__ import annotations

from typing import Any

from lianxin.flows.default import template
from lianxin.rules.flow.flow import Flow
from lianxin.rules.flow.places import Place, places


def _flow(start: str, **nodes: Any) -> Flow:
    head = {"spec": 2, "id": "f", "title": "", "start": start, "agent_node": None}
    return Flow.from_json({**head, "nodes": nodes})


def test_the_default_flow_offers_what_its_menus_offer_but_no_agent() -> None:
    found = {place.node: place for place in places(Flow.from_json(template("article")))}
    assert found["welcome"] == Place("welcome", "menu", ())
    assert found["automatic"] == Place("automatic", "menu", ("2",))
    assert found["complaint_menu"].type == "menu"
    assert len(found["result"].keys) == 2
    assert not {"agents", "goodbye", "nobody", "survey"} & set(found)


def test_a_menu_behind_something_else_is_offered_without_keys_and_a_circle_ends() -> None:
    flow = _flow(
        "first",
        first={"type": "say", "prompts": ["welcome"], "next": "menu"},
        menu={"type": "menu", "prompts": ["welcome"], "keys": {"1": "menu", "2": "end"}},
        end={"type": "hang_up"},
    )
    assert [(place.node, place.keys) for place in places(flow)] == [("first", ()), ("menu", ())]
