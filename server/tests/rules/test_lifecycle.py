"""The tables of states: complete, connected, and in the words of the live messages."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any, get_args

import pytest

from lianxin.live import messages
from lianxin.rules import lifecycle
from lianxin.rules.lifecycle import IllegalMove

TABLES: list[tuple[Mapping[Any, Mapping[Any, Any]], Any, Any, Any, str]] = [
    (
        lifecycle.AGENT,
        lifecycle.AgentState,
        lifecycle.AgentEvent,
        lifecycle.agent_next,
        "offline",
    ),
    (lifecycle.CALL, lifecycle.CallState, lifecycle.CallEvent, lifecycle.call_next, "in_flow"),
    (lifecycle.LEG, lifecycle.LegState, lifecycle.LegEvent, lifecycle.leg_next, "ringing"),
    (lifecycle.CASE, lifecycle.CaseState, lifecycle.CaseEvent, lifecycle.case_next, "accepted"),
]
each_table = pytest.mark.parametrize(
    ("table", "states", "events", "step", "first"), TABLES, ids=["agent", "call", "leg", "case"]
)


@each_table
def test_a_table_is_total(table: Any, states: Any, events: Any, step: Any, first: str) -> None:
    assert set(table) == set(get_args(states))
    for state, event in product(get_args(states), get_args(events)):
        if event in table[state]:
            assert step(state, event) in get_args(states)
        else:
            with pytest.raises(IllegalMove) as raised:
                step(state, event)
            assert (raised.value.state, raised.value.event) == (state, event)


@each_table
def test_every_event_is_used(table: Any, states: Any, events: Any, step: Any, first: str) -> None:
    assert {event for moves in table.values() for event in moves} == set(get_args(events))


@each_table
def test_every_state_is_reached(
    table: Any, states: Any, events: Any, step: Any, first: str
) -> None:
    assert _reached(table, first) == set(get_args(states))


def _reached(table: Any, state: str) -> set[str]:
    reached, new = {state}, {state}
    while new:
        new = {after for each in new for after in table[each].values()} - reached
        reached |= new
    return reached


def test_the_page_speaks_of_the_same_states() -> None:
    assert set(get_args(messages.CallPhase)) <= set(get_args(lifecycle.CallPhase))


def test_a_call_and_its_legs_are_one_word() -> None:
    """Every word is reached, and in each in which there is an agent it says what they do."""
    legs = [*get_args(lifecycle.LegState)]
    words = {
        lifecycle.call_phase(state, caller, (agent,), together)
        for state in get_args(lifecycle.CallState)
        for caller, agent, together in product([None, *legs], legs, (False, True))
    }
    assert words == set(get_args(lifecycle.CallPhase))
    assert set(lifecycle.PRESENCE) == set(get_args(messages.CallPhase)) - {"ended"}


def test_a_leg_can_always_end_and_then_nothing_happens() -> None:
    for state, moves in lifecycle.LEG.items():
        assert (moves == {}) if state == "gone" else (moves["hung_up"] == "gone")


def test_an_agent_can_always_go_home_and_never_out_of_a_conversation() -> None:
    for state in get_args(lifecycle.AgentState):
        assert "offline" in _reached(lifecycle.AGENT, state)
    for state in ("ringing", "talking", "held"):
        assert "sign_out" not in lifecycle.AGENT[state]  # type: ignore[index]


def test_an_agent_gets_a_call_only_when_ready() -> None:
    offered = [state for state, moves in lifecycle.AGENT.items() if "offered" in moves]
    assert offered == ["ready"]


def test_a_call_can_always_end_and_then_nothing_happens() -> None:
    for state, moves in lifecycle.CALL.items():
        assert (moves == {}) if state == "ended" else (moves["ended"] == "ended")


def test_a_case_that_is_over_can_only_be_opened_again() -> None:
    assert {"closed", "rejected"} == lifecycle.OVER
    assert lifecycle.case_reach("closed") == {"accepted"}
    assert lifecycle.case_reach("dispatched") == {"in_progress", "accepted"}
