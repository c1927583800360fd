"""An agent's page is loaded anew in the middle of a call: another leg rings, the old one ends."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from lianxin.live import messages as m
from lianxin.rules.lifecycle import LegRole
from lianxin.switchboard.ari import Channel
from lianxin.switchboard.calls.actor import CallActor
from lianxin.switchboard.calls.conversation import DETACHED_SECONDS
from lianxin.switchboard.exchange import channel_names
from tests.switchboard.pages import Heard
from tests.switchboard.reach import Reach, connecting, detached, held, in_flow, ringing, talking
from tests.switchboard.soundness import sound
from tests.switchboard.test_callbacks import citizen, reached
from tests.switchboard.test_calls_restart import one_record
from tests.switchboard.world import World


async def reattach(world: World, actor: CallActor) -> tuple[str, str]:
    """The page comes back; gives the leg that carries the call and the one that rings."""
    old = actor.call.newest_agent_leg
    page = await world.come_back(world.pages[8001])
    await world.say(page, m.Attach(actor.call.id))
    return old, actor.call.newest_agent_leg


def page_of(world: World) -> Heard:
    return world.pages[8001]


async def they_talk(world: World, actor: CallActor) -> None:
    """Both are in the bridge and are recorded, and the end leaves one whole record."""
    call = actor.call
    assert call.phase == "talking"
    bridge = world.twin.world.bridges[call.bridge]
    assert set(bridge.channels) == {call.channel, call.newest_agent_leg}
    assert not world.twin.world.legs[call.channel].music
    assert call.view().recording
    sound(world)
    await world.wait(5)
    await world.hang_up(call.channel)
    await world.wait(1)
    assert [thing for thing in world.left() if call.id in thing] == []
    one_record(world, call.id)
    assert world.entry(call, "ended").data["outcome"] == "answered"
    assert world.kinds(call).count("talking") == 1
    assert world.entry(call, "stored").data["milliseconds"] > 4_000


# --- a citizen who is called back answers while the page's new telephone rings


async def test_the_citizen_answers_while_nobody_but_a_ringing_leg_is_there(world: World) -> None:
    _, back = await reached(world)
    old, _ = await reattach(world, back)
    await world.hang_up(old)
    world.twin.pick_up(citizen(back))
    await world.settle()
    sound(world)
    await world.wait(5)
    assert back.call.phase == "connecting"
    await world.pick_up(back)
    await world.wait(10)
    await they_talk(world, back)


async def test_the_new_telephone_is_up_before_the_citizen_answers(world: World) -> None:
    _, back = await reached(world)
    old, _ = await reattach(world, back)
    await world.hang_up(old)
    await world.pick_up(back)
    world.twin.pick_up(citizen(back))
    await world.wait(20)
    await they_talk(world, back)


async def test_the_new_telephone_is_never_taken(world: World) -> None:
    _, back = await reached(world)
    old, _ = await reattach(world, back)
    await world.hang_up(old)
    world.twin.pick_up(citizen(back))
    await world.wait(16)
    assert back.call.phase not in ("connecting", "talking")
    assert world.agent(8001).state == "wrap_up"
    sound(world)


@pytest.mark.parametrize("up", ["nobody", "citizen", "agent", "both"])
@pytest.mark.parametrize("old_ends", ["before", "in the gap", "not"])
async def test_a_kill_while_both_the_citizen_and_the_new_telephone_ring(
    world: World, up: str, old_ends: str
) -> None:
    _, back = await reached(world)
    old, new = await reattach(world, back)
    if old_ends == "before":
        await world.hang_up(old)
    await world.kill()
    if old_ends == "in the gap":
        await world.hang_up(old)
    if up in ("citizen", "both"):
        world.twin.pick_up(citizen(back))
    if up in ("agent", "both"):
        world.twin.pick_up(new)
    await world.start()
    back = world.calls[back.call.id]
    sound(world)
    if up in ("nobody", "citizen"):
        world.twin.pick_up(new)
        await world.settle()
    if up in ("nobody", "agent"):
        world.twin.pick_up(citizen(back))
        await world.settle()
    await world.wait(10)
    assert back.call.newest_agent_leg == new
    await they_talk(world, back)


# --- a kill right after a telephone was dialled


@pytest.mark.parametrize("up", [True, False])
async def test_the_new_telephone_is_known_before_it_rings(
    world: World, up: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = await world.sign_in(8001)
    actor = await talking(world)
    originate = world.twin.originate

    async def never_answered(*args: Any, **options: Any) -> None:
        await originate(*args, **options)
        await asyncio.Event().wait()

    with monkeypatch.context() as patch:
        patch.setattr(world.twin, "originate", never_answered)
        await world.say(page, m.Attach(actor.call.id))
        await world.kill()
    new = f"leg.{actor.call.id}.2"
    assert new in world.twin.world.legs
    if up:
        world.twin.pick_up(new)
    await world.start()
    actor = world.of(actor.call.channel)
    assert actor.call.newest_agent_leg == new
    if not up:
        await world.pick_up(actor)
    await they_talk(world, actor)


@pytest.mark.parametrize("reach", [ringing, connecting, talking, held, detached, in_flow])
@pytest.mark.parametrize("role", ["caller", "agent", "outside"])
async def test_a_telephone_that_no_checkpoint_names_rings_for_nobody(
    world: World, reach: Reach, role: LegRole
) -> None:
    await world.sign_in(8001)
    actor = await reach(world)
    await world.kill()
    stray = Channel(channel_names.make(role, actor.call.id, "stray"), "PJSIP/x", "Ringing")
    world.twin.world.add(stray)
    await world.start()
    assert stray.id not in world.twin.world.legs
    sound(world)


# --- what is written down and told meanwhile


async def test_the_ledger_names_the_leg_that_talks(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await talking(world)
    old, new = await reattach(world, actor)
    page = world.pages[8001]
    await world.say(page, m.Hold(actor.call.id))
    await world.say(page, m.Resume(actor.call.id))
    await world.say(page, m.SendTo(actor.call.id, actor.call.session["node"], back=False))
    for kind in ("held", "resumed", "agent_left", "sent_to"):
        assert world.entry(actor.call, kind).data["leg"] == old
    assert new not in world.twin.world.legs
    sound(world)


async def test_the_ledger_names_the_leg_that_has_gone(world: World) -> None:
    await world.sign_in(8001)
    actor = await detached(world)
    gone = actor.call.newest_agent_leg
    await reattach(world, actor)
    await world.hang_up(actor.call.channel)
    assert world.entry(actor.call, "agent_left").data["leg"] == gone


async def test_who_has_come_back_as_time_runs_out_stays(world: World) -> None:
    """The telephone is up and the patience at its end in the same moment."""
    await world.sign_in(8001)
    actor = await detached(world)
    await world.wait(DETACHED_SECONDS - 1)
    _, new = await reattach(world, actor)
    await world.wait(0.9)
    world.twin.pick_up(new)
    world.twin.advance(0.2)
    await world.settle()
    await they_talk(world, actor)


async def test_a_hold_that_the_page_left_is_over(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await held(world)
    await world.leave(page)
    await world.hang_up(actor.call.newest_agent_leg)
    assert actor.call.view().held_since is None
    await reattach(world, actor)
    await world.pick_up(actor)
    assert page_of(world).of(m.CallChanged)[-1].call.held_since is None
    await they_talk(world, actor)


# --- how a call looked when it ended for its agent


@pytest.mark.parametrize("reach", [connecting, talking, held, detached])
async def test_the_last_that_a_page_is_told_is_how_the_call_was(world: World, reach: Reach) -> None:
    page = await world.sign_in(8001)
    actor = await reach(world)
    phase, who = actor.call.phase, [leg.id for leg in actor.call.legs.values()]
    if reach is detached:
        page = await world.come_back(page)
    await world.say(page, m.HangUp(actor.call.id))
    [ended] = page.of(m.CallEnded)
    assert ended.call.phase == phase
    assert [each.leg for each in ended.call.participants] == who


async def test_of_an_offer_that_was_missed_too(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await ringing(world)
    leg = actor.call.newest_agent_leg
    await world.wait(21)
    [ended] = page.of(m.CallEnded)
    assert ended.call.phase == "ringing"
    assert [each.leg for each in ended.call.participants] == [actor.call.channel, leg]


async def test_of_an_offer_that_was_withdrawn_too(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await ringing(world)
    leg = actor.call.newest_agent_leg
    await world.hang_up(actor.call.channel)
    [ended] = page.of(m.CallEnded)
    assert ended.call.phase == "ringing"
    assert ended.call.participants[-1].leg == leg


async def test_of_a_citizen_who_was_not_reached_too(world: World) -> None:
    _, back = await reached(world)
    page, leg = world.pages[8001], citizen(back)
    await world.wait(31)
    ended = page.of(m.CallEnded)[-1]
    assert ended.call.phase == "connecting"
    assert leg in [each.leg for each in ended.call.participants]


# --- a caller who hears, or has heard, who serves them


@pytest.mark.parametrize("phase", ["connecting", "talking"])
@pytest.mark.parametrize("up", [True, False])
async def test_a_kill_while_only_the_new_telephone_rings(
    world: World, phase: str, up: bool
) -> None:
    await world.sign_in(8001)
    actor = await (connecting if phase == "connecting" else talking)(world)
    old, new = await reattach(world, actor)
    await world.hang_up(old)
    await world.kill()
    if up:
        world.twin.pick_up(new)
    await world.start()
    actor = world.of(actor.call.channel)
    sound(world)
    if not up:
        await world.pick_up(actor)
    await they_talk(world, actor)


async def test_the_new_telephone_is_up_while_the_number_is_announced(world: World) -> None:
    await world.sign_in(8001)
    actor = await connecting(world)
    await reattach(world, actor)
    await world.pick_up(actor)
    assert actor.call.phase == "connecting", "the caller hears the number to its end"
    await world.wait(20)
    await they_talk(world, actor)


async def test_only_the_new_telephone_is_there_when_the_announcement_ends(world: World) -> None:
    await world.sign_in(8001)
    actor = await connecting(world)
    old, _ = await reattach(world, actor)
    await world.hang_up(old)
    await world.wait(10)
    assert actor.call.phase == "connecting"
    await world.pick_up(actor)
    await they_talk(world, actor)


@pytest.mark.parametrize("seconds", [0, 10])
@pytest.mark.parametrize("killed", [True, False])
async def test_a_page_that_went_during_the_announcement_comes_back(
    world: World, seconds: float, killed: bool
) -> None:
    page = await world.sign_in(8001)
    actor = await connecting(world)
    await world.leave(page)
    await world.hang_up(actor.call.newest_agent_leg)
    assert actor.call.phase == "detached"
    sound(world)
    await world.wait(seconds)
    if killed:
        await world.restart()
        actor = world.of(actor.call.channel)
    again = await world.come_back(page)
    await world.say(again, m.Attach(actor.call.id))
    await world.pick_up(actor)
    await they_talk(world, actor)


async def test_a_page_that_goes_again_in_a_later_talk_of_the_same_call(world: World) -> None:
    """Sent into the flow and back: what the talk before was says nothing of this one."""
    page = await world.sign_in(8001)
    actor = await talking(world)
    node = actor.call.session["node"]
    await world.say(page, m.SendTo(actor.call.id, node, back=True))
    await world.say(page, m.Ready())
    await world.wait(5)
    assert actor.call.phase == "ringing"
    await world.pick_up(actor)
    assert str(actor.call.phase) == "connecting"
    await world.leave(page)
    await world.hang_up(actor.call.newest_agent_leg)
    again = await world.come_back(page)
    await world.say(again, m.Attach(actor.call.id))
    await world.pick_up(actor)
    assert str(actor.call.phase) == "talking"
    assert world.kinds(actor.call).count("talking") == 2
    assert actor.call.view().recording
    sound(world)


async def test_a_talk_that_was_detached_has_one_beginning(world: World) -> None:
    await world.sign_in(8001)
    actor = await detached(world)
    again = await world.come_back(world.pages[8001])
    await world.say(again, m.Attach(actor.call.id))
    await world.pick_up(actor)
    await they_talk(world, actor)


async def test_an_announcement_that_ends_while_nobody_listens(world: World) -> None:
    await world.sign_in(8001)
    actor = await connecting(world)
    world.twin.lose()
    world.twin.advance(20)
    await world.wait(2)
    await they_talk(world, actor)
