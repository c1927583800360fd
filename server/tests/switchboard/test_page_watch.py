"""A page that is gone for good leaves no dead air; one whose socket alone broke talks on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lianxin.live import messages as m
from lianxin.switchboard.ari import AriError
from lianxin.switchboard.ari.twin import FarEnd
from lianxin.switchboard.calls.actor import CallActor
from lianxin.switchboard.calls.conversation import DETACHED_SECONDS, REATTACH_SECONDS
from tests.switchboard.reach import Reach, connecting, held, ringing, talking
from tests.switchboard.soundness import sound
from tests.switchboard.test_callbacks import citizen, reached
from tests.switchboard.test_calls_reattach import page_of, reattach, they_talk
from tests.switchboard.test_calls_restart import one_record
from tests.switchboard.world import World

#: A look comes at most so late, the next is the same again.
FOUND_SECONDS = 10


async def crash(world: World, leg: str) -> None:
    """The page and its telephone are gone without a word."""
    world.twin.world.lose_audio(leg)
    await world.leave(page_of(world))


async def hears_music(world: World, actor: CallActor, leg: str) -> None:
    assert actor.call.phase == "detached"
    assert world.twin.world.legs[actor.call.channel].music
    assert leg not in world.twin.world.legs
    assert world.entry(actor.call, "detached").data["leg"] == leg
    sound(world)


@pytest.mark.parametrize("reach", [talking, held])
@pytest.mark.parametrize("killed", [False, True])
async def test_the_caller_of_a_page_that_is_gone_hears_music_and_then_the_flow(
    world: World, reach: Reach, killed: bool
) -> None:
    await world.sign_in(8001)
    actor = await reach(world)
    leg = actor.call.newest_agent_leg
    await crash(world, leg)
    if killed:
        await world.restart()
        actor = world.of(actor.call.channel)
    await world.wait(FOUND_SECONDS)
    await hears_music(world, actor, leg)
    await world.wait(DETACHED_SECONDS + 1)
    assert actor.call.phase in ("in_flow", "ended")
    assert world.agent(8001).state == "wrap_up"
    assert world.entry(actor.call, "agent_left").data["by"] == "system"
    await world.wait(20)
    assert world.left() == []
    one_record(world, actor.call.id)
    assert world.entry(actor.call, "stored").data["milliseconds"] > DETACHED_SECONDS * 1000


async def test_a_page_that_is_gone_while_the_number_is_announced(world: World) -> None:
    await world.sign_in(8001)
    actor = await connecting(world)
    leg = actor.call.newest_agent_leg
    world.twin.world.seconds_of.clear()
    await crash(world, leg)
    await world.wait(FOUND_SECONDS)
    await hears_music(world, actor, leg)


async def test_who_comes_back_to_the_music_talks_on(world: World) -> None:
    await world.sign_in(8001)
    actor = await talking(world)
    await crash(world, actor.call.newest_agent_leg)
    await world.wait(FOUND_SECONDS)
    assert actor.call.phase == "detached"
    await reattach(world, actor)
    await world.pick_up(actor)
    await they_talk(world, actor)


@pytest.mark.parametrize("reach", [talking, held])
@pytest.mark.parametrize("killed", [False, True])
async def test_a_talk_whose_socket_alone_is_lost_goes_on(
    world: World, reach: Reach, killed: bool
) -> None:
    await world.sign_in(8001)
    actor = await reach(world)
    phase, leg = actor.call.phase, actor.call.newest_agent_leg
    await world.leave(page_of(world))
    if killed:
        await world.restart()
        actor = world.of(actor.call.channel)
    await world.wait(60)
    assert (actor.call.phase, actor.call.newest_agent_leg) == (phase, leg)
    assert "detached" not in world.kinds(actor.call)
    sound(world)


async def test_nobody_asks_for_audio_while_the_page_is_there(world: World) -> None:
    """What is silent then is the agent's own affair: they see it and can hang up."""
    await world.sign_in(8001)
    actor = await talking(world)
    world.twin.world.lose_audio(actor.call.newest_agent_leg)
    await world.wait(60)
    assert actor.call.phase == "talking"
    assert "packets_received" not in [command[0] for command in world.twin.commands]


async def test_a_page_that_is_back_in_time_takes_its_call(world: World) -> None:
    await world.sign_in(8001)
    actor = await talking(world)
    await crash(world, actor.call.newest_agent_leg)
    await world.wait(4)
    await reattach(world, actor)
    await world.wait(REATTACH_SECONDS - 1)
    assert actor.call.phase == "talking"
    await world.pick_up(actor)
    assert "detached" not in world.kinds(actor.call)
    await they_talk(world, actor)


async def test_a_page_that_comes_back_as_its_leg_is_given_up_keeps_the_caller(
    world: World,
) -> None:
    """It was away at both looks; what was found is done after what it says."""
    page = await world.sign_in(8001)
    actor = await talking(world)
    leg = actor.call.newest_agent_leg
    await crash(world, leg)
    again = await world.come_back(page)
    actor.post(actor.talk.page_lost, leg)
    await world.say(again, m.Attach(actor.call.id))
    await world.pick_up(actor)
    await they_talk(world, actor)


async def test_a_second_page_took_the_call_over_and_is_gone(world: World) -> None:
    first = await world.sign_in(8001)
    actor = await talking(world)
    await reattach(world, actor)
    await world.pick_up(actor)
    assert first.of(m.Replaced)
    leg = actor.call.newest_agent_leg
    await crash(world, leg)
    await world.wait(FOUND_SECONDS)
    await hears_music(world, actor, leg)


async def test_a_page_that_came_back_is_gone_before_its_new_telephone_is_up(world: World) -> None:
    await world.sign_in(8001)
    actor = await talking(world)
    old = actor.call.newest_agent_leg
    world.twin.world.lose_audio(old)
    _, new = await reattach(world, actor)
    await world.leave(page_of(world))
    await world.wait(FOUND_SECONDS)
    assert old not in world.twin.world.legs
    await world.wait(REATTACH_SECONDS)
    await hears_music(world, actor, new)


async def test_a_page_that_is_gone_while_it_rings_misses_the_call(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await ringing(world)
    await world.leave(page)
    await world.wait(25)
    assert actor.call.phase == "queued"
    assert world.entry(actor.call, "missed").data["person"] == 8001


async def test_nobody_talks_to_a_citizen_who_is_called_back_for_a_page_that_is_gone(
    world: World,
) -> None:
    _, back = await reached(world)
    ringing = citizen(back)
    await crash(world, back.call.newest_agent_leg)
    await world.wait(FOUND_SECONDS)
    assert world.entry(back.call, "callback_missed").data["reason"] == "agent"
    assert ringing not in world.twin.world.legs
    assert back.call.phase == "queued"
    assert world.agent(8001).state == "wrap_up"
    sound(world)


async def test_an_ordinary_telephone_is_not_the_pages(world: World) -> None:
    """It may send nothing while nobody speaks; whether it is lost its trunk finds out."""
    telephone = "PJSIP/13900000001@carrier"
    first, *others = world.plans.agents
    agents = (replace(first, telephone=telephone), *others)
    world.plans = replace(world.plans, agents=agents)
    world.switchboard.plans._take(world.plans)
    world.twin.far_ends[telephone] = FarEnd()
    await world.sign_in(8001)
    actor = await talking(world)
    await crash(world, actor.call.newest_agent_leg)
    await world.wait(60)
    assert actor.call.phase == "talking"


async def test_an_exchange_that_cannot_tell_costs_no_talk(world: World) -> None:
    await world.sign_in(8001)
    actor = await talking(world)
    world.twin.failures["packets_received"] = AriError(500, "no")
    await crash(world, actor.call.newest_agent_leg)
    await world.wait(30)
    assert actor.call.phase == "talking"
    world.twin.failures.clear()
    await world.wait(FOUND_SECONDS)
    assert str(actor.call.phase) == "detached"
