"""Callers and agents: fair order, nobody twice, no possible pair left waiting."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianxin.rules.matching import Floor, IdleAgent, Offer, Waiting, match

NOW = datetime(2026, 2, 13, 1, 0, tzinfo=UTC)
QUEUES = ("general", "english", "mailbox")

_moments = st.integers(-5, 600).map(lambda seconds: NOW - timedelta(seconds=seconds))
_persons = st.integers(1, 20)
_waiting = st.lists(
    st.builds(
        Waiting,
        st.uuids().map(str),
        st.sampled_from(QUEUES),
        _moments,
        st.integers(0, 2),
        st.frozensets(_persons, max_size=3),
        st.none() | _persons,
        st.none() | st.integers(-30, 30).map(lambda seconds: NOW + timedelta(seconds=seconds)),
    ),
    max_size=12,
    unique_by=lambda caller: caller.call,
)
_agents = st.lists(
    st.builds(IdleAgent, _persons, st.frozensets(st.sampled_from(QUEUES)), _moments),
    max_size=12,
    unique_by=lambda agent: agent.person,
)
floors = st.builds(Floor, _waiting.map(tuple), _agents.map(tuple))


def _ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


def may_take(agent: IdleAgent, caller: Waiting) -> bool:
    """The rule in words: whom they prefer; nobody else while they hold; those who are named,
    or else those who serve the queue."""
    if agent.person == caller.prefer:
        return True
    if caller.holds_until is not None and caller.holds_until > NOW:
        return False
    return agent.person in caller.only if caller.only else caller.queue in agent.queues


@settings(max_examples=300, deadline=None)
@given(floors)
def test_nobody_is_paired_twice_and_no_pair_is_left(floor: Floor) -> None:
    offers = match(floor, NOW)
    assert len({offer.call for offer in offers}) == len(offers)
    assert len({offer.person for offer in offers}) == len(offers)
    callers = {caller.call: caller for caller in floor.waiting}
    agents = {agent.person: agent for agent in floor.agents}
    assert all(may_take(agents[o.person], callers[o.call]) for o in offers)
    called, rung = {offer.call for offer in offers}, {offer.person for offer in offers}
    for caller in floor.waiting:
        for agent in floor.agents:
            free = caller.call not in called and agent.person not in rung
            there = caller.since <= NOW and agent.idle_since <= NOW
            assert not (free and there and may_take(agent, caller))


@settings(max_examples=300, deadline=None)
@given(floors)
def test_nobody_is_overtaken(floor: Floor) -> None:
    """A caller who got nobody saw every suitable agent go to somebody before them; each
    caller's agent was whom they prefer, or the longest idle of those who were left."""
    offers = match(floor, NOW)
    callers = {caller.call: caller for caller in floor.waiting}
    order = [(-callers[o.call].priority, callers[o.call].since) for o in offers]
    assert order == sorted(order)
    left = {agent.person: agent for agent in floor.agents if agent.idle_since <= NOW}
    for offer in offers:
        caller = callers[offer.call]
        suitable = [agent for agent in left.values() if may_take(agent, caller)]
        if offer.person != caller.prefer:
            assert caller.prefer not in left
            assert left[offer.person].idle_since == min(agent.idle_since for agent in suitable)
        del left[offer.person]


@given(floors)
def test_the_order_in_which_the_floor_is_told_does_not_matter(floor: Floor) -> None:
    turned = Floor(floor.waiting[::-1], floor.agents[::-1])
    assert match(turned, NOW) == match(floor, NOW)


def test_priority_goes_before_time_and_time_before_luck() -> None:
    waiting = (
        Waiting("second", "general", _ago(50)),
        Waiting("first", "general", _ago(60)),
        Waiting("urgent", "general", _ago(1), priority=1),
    )
    agents = (
        IdleAgent(8001, ("general",), _ago(5)),
        IdleAgent(8002, ("general",), _ago(90)),
    )
    assert match(Floor(waiting, agents), NOW) == (Offer("urgent", 8002), Offer("first", 8001))


def test_a_caller_whom_nobody_can_serve_does_not_hold_up_the_others() -> None:
    waiting = (Waiting("a", "english", _ago(60)), Waiting("b", "general", _ago(5)))
    agents = (IdleAgent(8001, ("general",), _ago(5)),)
    assert match(Floor(waiting, agents), NOW) == (Offer("b", 8001),)


def test_whoever_is_named_is_rung_and_nobody_else() -> None:
    waiting = (Waiting("a", "general", _ago(60), only=frozenset({8002, 8003})),)
    others = (IdleAgent(8001, ("general",), _ago(90)),)
    named = (IdleAgent(8003, (), _ago(5)), IdleAgent(8002, (), _ago(9)))
    assert match(Floor(waiting, others), NOW) == ()
    assert match(Floor(waiting, others + named), NOW) == (Offer("a", 8002),)


def test_whom_a_caller_prefers_is_waited_for_and_not_for_ever() -> None:
    agents = (IdleAgent(8001, ("general",), _ago(90)), IdleAgent(8002, ("general",), _ago(1)))
    back = Waiting("a", "general", _ago(60), prefer=8002, holds_until=_ago(-10))
    assert match(Floor((back,), agents), NOW) == (Offer("a", 8002),)
    assert match(Floor((back,), agents[:1]), NOW) == ()
    assert match(Floor((back,), agents[:1]), NOW + timedelta(seconds=10)) == (Offer("a", 8001),)


def test_a_time_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 2, 13)  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        Waiting("a", "general", naive)
    with pytest.raises(ValueError, match="time zone"):
        IdleAgent(1, ("general",), naive)
    with pytest.raises(ValueError, match="time zone"):
        match(Floor((), ()), naive)


def test_a_full_hall_is_matched_well_within_the_time_of_an_offer() -> None:
    """500 callers and 500 agents; the promise from a free agent to a dialled leg is 20 ms."""
    waiting = tuple(Waiting(str(i), QUEUES[i % 3], _ago(i)) for i in range(500))
    agents = tuple(IdleAgent(i, QUEUES[: i % 3 + 1], _ago(i * 7 % 500)) for i in range(500))
    times = []
    for _ in range(5):
        begun = perf_counter()
        offers = match(Floor(waiting, agents), NOW)
        times.append(perf_counter() - begun)
    assert len(offers) > 300
    assert min(times) < 0.02
