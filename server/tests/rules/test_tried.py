"""A draft with faults is walked up to the first that the caller meets, and stops there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules.flow import Flow, FlowFaults
from lianxin.rules.flow.simulator import Simulation, simulate, tried
from tests.plain import plain_flow
from tests.rules.simulated import PROMPTS, SETUP, key, lines, wait

MENU: dict[str, Any] = {
    "type": "menu",
    "prompts": ["main_menu"],
    "keys": {"1": "hello", "2": "", "3": "gone", "4": "odd", "5": "end"},
}
HELLO: dict[str, Any] = {"type": "say", "prompts": ["hello"], "next": ""}
END: dict[str, Any] = {"type": "hang_up"}


def draft(**changes: Any) -> dict[str, Any]:
    odd = {"type": "wait", "seconds": "long", "next": "end"}
    nodes = {"main": MENU, "hello": HELLO, "odd": odd, "end": END}
    return {"spec": 2, "id": "x", "title": "x", "start": "main", "nodes": nodes, **changes}


def play(data: object, *steps: dict[str, Any]) -> Simulation:
    return simulate(tried(data), SETUP, steps, PROMPTS)


def met(told: Simulation) -> tuple[str, str, str] | None:
    return (told.fault.code, told.fault.place, told.fault.node) if told.fault else None


def test_what_is_not_met_stops_nobody() -> None:
    told = play(draft(), key("5"))
    assert told.session.finished
    assert told.path == ("main", "end")
    assert told.fault is None


def test_an_exit_that_leads_nowhere_is_met_when_it_is_taken() -> None:
    told = play(draft(), key("2"))
    assert met(told) == ("flow.exit_nowhere", "nodes.main.keys.2", "main")
    assert told.path == ("main",)
    assert told.edges == (("main", "keys.2", ""),)
    assert (told.node, told.waiting) == ("main", ())
    assert told.lines[-1].node == "main"
    assert told.lines[-1].kind == "stopped"
    assert told.lines[-1].text == "fault"
    assert told.lines[-1].data == {"code": "flow.exit_nowhere", "place": "nodes.main.keys.2"}


def test_what_was_heard_before_the_fault_is_kept() -> None:
    told = play(draft(), key("1"), wait())
    assert [text for _, text in lines(told, "play")] == ["main_menu", "hello"]
    assert met(told) == ("flow.exit_nowhere", "nodes.hello.next", "hello")
    assert told.lines[-1].at == 2  # the length of what was said before
    more = play(draft(), key("1"), wait(), key("1"), wait(60))
    assert more.lines == told.lines  # nothing can be done any more


def test_a_node_that_does_not_exist_is_met_at_the_exit() -> None:
    told = play(draft(), key("3"))
    assert met(told) == ("flow.node_missing", "nodes.main.keys.3", "main")
    assert told.path == ("main",)


def test_a_node_that_cannot_be_read_is_met_when_it_is_come_to() -> None:
    told = play(draft(), key("4"))
    assert met(told) == ("flow.value_type", "nodes.odd.seconds", "odd")
    assert told.path == ("main", "odd")
    assert told.node == "odd"


def test_a_field_that_is_missing_and_is_an_exit_is_met_at_the_exit() -> None:
    hello = {"type": "say", "prompts": ["hello"]}
    nodes = {"main": hello}
    told = play(draft(nodes=nodes), wait())
    assert met(told) == ("flow.exit_nowhere", "nodes.main.next", "main")
    assert [text for _, text in lines(told, "play")] == ["hello"]


def test_zero_is_at_fault_where_the_agents_are_nowhere() -> None:
    told = play(draft(agent_node="people"), key("0"))
    assert met(told) == ("flow.node_missing", "agent_node", "")
    assert told.node == "main"
    assert play(draft(agent_node="people"), key("5")).session.finished


def test_zero_typed_ahead_does_not_lead_past_a_node_that_cannot_be_read() -> None:
    told = play(draft(agent_node="end"), key("40"))
    assert met(told) == ("flow.value_type", "nodes.odd.seconds", "odd")


def test_a_fault_in_a_subflow_is_met_in_it() -> None:
    inner = {**draft(start="hello"), "nodes": {"hello": HELLO}}
    nodes = {"main": {"type": "subflow", "flow": "bill", "next": "end"}, "end": END}
    told = play(draft(nodes=nodes, subflows={"bill": inner}), wait())
    place = "subflows.bill.nodes.hello.next"
    assert met(told) == ("flow.exit_nowhere", place, "bill/hello")
    assert told.path == ("main", "bill/hello")


def test_a_fault_in_the_head_stops_nobody() -> None:
    told = play(draft(odd=1, languages=["de"], variables=[]), key("5"))
    assert told.session.finished


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (7, ["flow"]),
        (draft(start=""), ["start"]),
        (draft(start="gone"), ["start"]),
        (draft(nodes={}), ["nodes"]),
        (draft(spec=99), ["spec"]),
    ],
)
def test_where_nobody_can_begin_the_place_is_named(data: object, places: list[str]) -> None:
    with pytest.raises(FlowFaults) as refused:
        tried(data)
    assert [fault.place for fault in refused.value.faults] == places


def test_a_start_that_cannot_be_read_is_met_at_once() -> None:
    told = play(draft(start="odd"))
    assert met(told) == ("flow.value_type", "nodes.odd.seconds", "odd")


def test_a_sound_flow_is_itself() -> None:
    sound = tried(plain_flow())
    assert sound.flow == Flow.from_json(plain_flow())
    assert not sound.faults


JUNK = st.none() | st.booleans() | st.integers(-1, 9) | st.sampled_from(["", "main", "gone", "a.b"])


@given(
    st.sampled_from(list(plain_flow()["nodes"])),
    st.sampled_from(["type", "next", "keys", "prompts", "otherwise", "into", "queue", "a.b"]),
    JUNK | st.lists(JUNK, max_size=2) | st.dictionaries(st.sampled_from(["1", "a.b"]), JUNK),
    st.lists(st.sampled_from("0123*#"), max_size=6),
)
def test_whatever_is_broken_the_caller_walks_until_they_meet_it(
    node: str, field: str, junk: Any, keys: list[str]
) -> None:
    data = plain_flow()
    data["nodes"] = {**data["nodes"], node: {**data["nodes"][node], field: junk}}
    told = play(data, *map(key, keys), wait(3_000))
    places = {fault.place for fault in Flow.examine(data)[1]}
    if told.fault is not None:
        assert told.fault.place in places
        assert told.lines[-1].text == "fault"
