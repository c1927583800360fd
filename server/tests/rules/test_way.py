"""The way of a caller: what they chose, by the nodes that they came to."""

from __future__ import annotations

from lianxin.rules.flow.way import MOST, way_of


def _chosen(at: str, key: str, to: str) -> list[tuple[str, str, str]]:
    return [(at, "key", key), (at, "exit", f"keys.{key}"), (to, "entered", "")]


def test_a_way_is_what_was_chosen_and_not_what_followed_by_itself() -> None:
    steps = [
        ("welcome", "entered", ""),
        *_chosen("welcome", "2", "automatic"),
        *_chosen("automatic", "3", "result"),
        ("result", "key", "99012611"),
        ("result", "exit", "ok"),
        ("goodbye", "entered", ""),
    ]
    assert way_of(steps) == ["automatic", "result"]


def test_zero_and_an_agent_who_sends_the_caller_on_are_choices() -> None:
    steps = [
        ("welcome", "entered", ""),
        ("welcome", "exit", "agent"),
        ("agents", "entered", ""),
        ("agents", "exit", "sent"),
        ("result", "entered", ""),
    ]
    assert way_of(steps) == ["agents", "result"]


def test_a_menu_that_is_chosen_again_is_one_step_and_a_long_way_keeps_its_end() -> None:
    again = _chosen("menu", "9", "menu") * 3
    assert way_of(again) == ["menu"]
    names = [f"n{number}" for number in range(MOST + 3)]
    long = [step for name in names for step in _chosen("m", "1", name)]
    assert way_of(long) == names[3:]
