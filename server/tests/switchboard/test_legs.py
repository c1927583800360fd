"""The telephones of a call: their names, what pages are told of them, none is left over."""

from __future__ import annotations

from typing import get_args

import pytest

from lianxin.live import messages as m
from lianxin.rules.lifecycle import LegRole
from lianxin.switchboard.ari import Channel
from lianxin.switchboard.calls.actor import NOT_YET
from lianxin.switchboard.exchange import channel_names
from tests.switchboard.reach import Reach, connecting, detached, held, ringing, talking
from tests.switchboard.soundness import sound
from tests.switchboard.test_outside import DUTY, OTHER, dialling
from tests.switchboard.world import World

CALL = "01a21ffb-64a3-74f6-8e5d-2dd33bd27d10"


@pytest.mark.parametrize("kind", [*get_args(LegRole), "snoop", "fax"])
def test_a_name_says_whose_it_is(kind: channel_names.ChannelKind) -> None:
    name = channel_names.make(kind, CALL, "x.1")
    assert channel_names.parse(name) == (kind, CALL, "x.1")
    assert channel_names.app_args(kind, CALL) == (name.partition(".")[0], CALL)


def test_the_names_of_calls_that_are_up_during_an_update_mean_what_they_meant() -> None:
    """Whoever changes one of these cuts the calls of the switchboard before."""
    words = {"leg": "agent", "out": "outside", "back": "caller", "snoop": "snoop", "fax": "fax"}
    for word, kind in words.items():
        name = channel_names.parse(f"{word}.{CALL}.1")
        assert name is not None
        assert (name.kind, name.call) == (kind, CALL)
    assert channel_names.bridge(CALL) == f"talk.{CALL}"
    assert channel_names.call_of_bridge(f"talk.{CALL}") == CALL


@pytest.mark.parametrize("name", ["1764000000.7", "in-1", "", "PJSIP/carrier-00000001", "talk.x"])
def test_what_we_have_not_named_is_nobodys(name: str) -> None:
    assert channel_names.parse(name) is None
    assert channel_names.call_of_bridge(f"x{name}") == ""


async def test_each_role_has_a_handler(world: World) -> None:
    actor = await world.call_in()
    assert actor._legs.keys() == {*get_args(LegRole)}


@pytest.mark.parametrize("role", NOT_YET)
async def test_a_telephone_in_a_role_that_is_given_to_none_is_let_go(
    world: World, role: LegRole
) -> None:
    """A call of a newer switchboard had it; this one was put in its place."""
    actor = await world.call_in()
    channel = channel_names.make(role, actor.call.id, 1)
    actor.add_leg(role, channel, why="dial", by="agent", number="1", person=None)
    leg = world.twin.world.add(Channel(channel, "PJSIP/x", "Up"))
    world.twin.world.enter(leg, channel_names.app_args(role, actor.call.id))
    await world.settle()
    assert channel not in world.twin.world.legs
    assert channel not in actor.call.legs
    sound(world)


def shown(view: m.CallView) -> list[tuple[str, str, str]]:
    return [(each.role, each.party, each.state) for each in view.participants]


async def test_a_page_is_told_who_is_in_its_call(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await ringing(world)
    views = page.of(m.CallChanged)
    caller = ("caller", "13800000001", "up")
    assert shown(views[-1].call) == [caller, ("agent", "8001", "ringing")]
    await world.pick_up(actor)
    await world.wait(20)
    assert shown(page.of(m.CallChanged)[-1].call) == [caller, ("agent", "8001", "up")]
    await world.say(page, m.Hold(actor.call.id))
    on_hold = page.of(m.CallChanged)[-1].call
    assert shown(on_hold)[0] == ("caller", "13800000001", "held")
    assert on_hold.participants[0].since == on_hold.held_since
    again = await world.come_back(page)
    assert [each.id for each in again.of(m.Welcome)[0].calls] == [actor.call.id]


async def test_the_ledger_names_the_leg(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await held(world)
    leg = f"leg.{actor.call.id}.1"
    await world.say(page, m.Resume(actor.call.id))
    await world.say(page, m.HangUp(actor.call.id))
    for kind in ("offered", "answered", "talking", "held", "resumed", "agent_left"):
        assert world.entry(actor.call, kind).data["leg"] == leg


async def test_a_page_that_comes_back_twice_leaves_no_leg_over(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await talking(world)
    first = actor.call.newest_agent_leg
    for _ in range(2):
        page = await world.come_back(page)
        await world.say(page, m.Attach(actor.call.id))
        sound(world)
    assert actor.call.agent_legs == 3
    assert first in world.twin.world.legs, "it carries the talk until the newest is up"
    await world.pick_up(actor)
    assert first not in world.twin.world.legs
    assert world.entry(actor.call, "attached").data["leg"] == f"leg.{actor.call.id}.3"
    sound(world)


@pytest.mark.parametrize("present", [True, False])
async def test_both_legs_of_a_page_that_came_back_are_lost(world: World, present: bool) -> None:
    """The old one ends while the new one rings, and then nobody takes that."""
    await world.sign_in(8001)
    actor = await talking(world)
    old = actor.call.newest_agent_leg
    page = await world.come_back(world.pages[8001])
    await world.say(page, m.Attach(actor.call.id))
    await world.hang_up(old)
    sound(world)
    if not present:
        await world.leave(page)
    await world.wait(16)
    assert actor.call.phase in (("in_flow", "ended") if present else ("detached",))
    sound(world)
    await world.wait(31)
    assert actor.call.phase in ("in_flow", "ended")
    assert world.agent(8001).state == "wrap_up"
    sound(world)


@pytest.mark.parametrize(
    ("reach", "seconds"), [(ringing, 21), (connecting, 16), (detached, 31)]
)  # fmt: skip
async def test_what_waits_for_a_telephone_waits_not_for_ever(
    world: World, reach: Reach, seconds: float
) -> None:
    await world.sign_in(8001)
    actor = await reach(world)
    before = actor.call.phase
    await world.wait(seconds)
    assert actor.call.phase != before
    sound(world)


async def test_telephones_outside_ring_not_for_ever(world: World) -> None:
    actor = await dialling(world, DUTY, OTHER, seconds=20)
    await world.wait(21)
    assert (actor.call.state, actor.call.legs_of("outside")) == ("in_flow", [])
    sound(world)
