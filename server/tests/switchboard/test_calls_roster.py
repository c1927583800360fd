"""An agent is struck from the roster over a restart, in the middle of a call."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lianxin.live import messages as m
from lianxin.switchboard.calls.actor import CallActor
from tests.switchboard.reach import Reach, connecting, detached, held, ringing, talking
from tests.switchboard.soundness import sound
from tests.switchboard.test_callbacks import busy, citizen, keep_place, reached
from tests.switchboard.test_calls_restart import one_record
from tests.switchboard.world import World


def strike(world: World, person: int = 8001) -> None:
    """From the next start on nobody knows them."""
    agents = tuple(each for each in world.plans.agents if each.person != person)
    world.plans = replace(world.plans, agents=agents)


async def struck(world: World, reach: Reach) -> CallActor:
    """The agent of a call is no agent any more when the switchboard comes back."""
    await world.sign_in(8001)
    actor = await reach(world)
    await world.kill()
    strike(world)
    await world.start()
    actor = world.of(actor.call.channel)
    assert actor.call.person is None
    sound(world)
    return actor


async def over(world: World, actor: CallActor) -> None:
    """The end of the caller is the end of it all."""
    call = actor.call
    if call.channel in world.twin.world.legs:
        await world.hang_up(call.channel)
    await world.wait(1)
    assert world.left() == []
    assert len(world.calls) == 0
    one_record(world, call.id)


async def test_a_telephone_that_rings_is_let_go(world: World) -> None:
    actor = await struck(world, ringing)
    leg = f"leg.{actor.call.id}.1"
    assert actor.call.phase == "queued"
    assert world.entry(actor.call, "missed").data["leg"] == leg
    assert leg not in world.twin.world.legs
    await world.sign_in(8002)
    assert str(actor.call.phase) == "ringing"
    await world.pick_up(actor)
    await world.wait(20)
    assert actor.call.person == 8002
    await over(world, actor)


@pytest.mark.parametrize("answered", [True, False])
async def test_a_telephone_that_was_over_in_the_gap(world: World, answered: bool) -> None:
    await world.sign_in(8001)
    actor = await ringing(world)
    leg = actor.call.newest_agent_leg
    await world.kill()
    strike(world)
    if answered:
        world.twin.pick_up(leg)
    else:
        await world.hang_up(leg)
    await world.start()
    actor = world.of(actor.call.channel)
    assert actor.call.phase == "queued"
    assert leg not in world.twin.world.legs
    sound(world)
    await over(world, actor)


async def test_the_caller_gives_up_in_the_gap(world: World) -> None:
    await world.sign_in(8001)
    actor = await ringing(world)
    await world.kill()
    strike(world)
    await world.hang_up(actor.call.channel)
    await world.start()
    await over(world, actor)


@pytest.mark.parametrize("reach", [connecting, talking, held, detached])
@pytest.mark.parametrize("by", ["caller", "agent"])
async def test_a_talk_goes_on_to_its_end(world: World, reach: Reach, by: str) -> None:
    actor = await struck(world, reach)
    leg = actor.call.newest_agent_leg
    if by == "caller":
        await world.hang_up(actor.call.channel)
    elif reach is detached:
        await world.wait(31)
    else:
        await world.hang_up(leg)
    sound(world)
    left = world.entry(actor.call, "agent_left").data
    assert (left["leg"], left["by"]) == (
        leg,
        "system" if (reach, by) == (detached, "agent") else by,
    )
    await over(world, actor)


@pytest.mark.parametrize("citizen_answers", [True, False])
async def test_the_agent_of_a_callback(world: World, citizen_answers: bool) -> None:
    _, back = await reached(world)
    await world.kill()
    strike(world)
    await world.start()
    back = world.calls[back.call.id]
    if citizen_answers:
        world.twin.pick_up(citizen(back))
        await world.wait(20)
        assert back.call.phase == "talking"
        await over(world, back)
    else:
        await world.wait(31)
        assert back.call.phase == "queued"
        sound(world)


async def test_the_agents_telephone_of_a_callback_rings(world: World) -> None:
    """Nobody is called for one who is no agent any more: the citizen keeps the place."""
    taken = await busy(world)
    back = await keep_place(world)
    await world.hang_up(taken.call.channel)
    await world.say(world.pages[8001], m.Ready())
    assert back.call.phase == "ringing"
    await world.kill()
    strike(world)
    await world.start()
    back = world.calls[back.call.id]
    assert back.call.phase == "queued"
    sound(world)
    await world.sign_in(8002)
    await world.pick_up(back)
    world.twin.pick_up(citizen(back))
    await world.wait(20)
    assert str(back.call.phase) == "talking"
    await over(world, back)
