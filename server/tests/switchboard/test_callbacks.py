"""A citizen hangs up, keeps the place in the queue, and is called when it is their turn."""

from __future__ import annotations

from datetime import datetime

import pytest

from lianxin.live import messages as m
from lianxin.rules.flow.effects import Enqueue, Lookup
from lianxin.rules.flow.node import Leave, Step
from lianxin.rules.flow.session import Session
from lianxin.switchboard.ari.twin import FarEnd
from lianxin.switchboard.calls import callback as module
from lianxin.switchboard.calls.actor import CallActor
from tests.switchboard.probe import Probe, into, use
from tests.switchboard.test_calls_restart import one_record
from tests.switchboard.world import CENTRE, World, outside

CITIZEN = "13800000002"
#: Lines up and asks to be called back.
QUEUE = Probe(
    asks=(Enqueue(0, "general"), Lookup(0, "callback", (("number", ""),), 3600)),
    exits={"ok": "promised", "refused": "refused", "AgentLeft": "bye"},
)


async def keep_place(world: World, caller: str = CITIZEN) -> CallActor:
    """The only agent talks; a second caller keeps the place and hangs up. Gives the callback."""
    actor = await into(world, caller, start=QUEUE, promised=Probe(), refused=Probe(), bye=Bye())
    assert actor.call.session["node"] == "promised"
    await world.hang_up(actor.call.channel)
    [back] = [each for each in world.calls if each.call.callback]
    world.twin.far_ends.setdefault(outside(caller), FarEnd())
    assert world.entry(actor.call, "callback_kept").data["callback"] == back.call.id
    assert world.entry(actor.call, "ended").data["outcome"] == "place_kept"
    assert world.entry(back.call, "started").data["callback_of"] == actor.call.id
    return back


class Bye(Probe):
    """Ends the call."""

    def entered(self, session: Session, now: datetime) -> Step:
        del session, now
        return Leave("bye", "")


async def busy(world: World) -> CallActor:
    """An agent who talks with somebody else."""
    await world.sign_in(8001)
    return await world.call_talking()


async def reached(world: World) -> tuple[CallActor, CallActor]:
    """The agent is free again, is rung and answers; the citizen's telephone rings."""
    taken = await busy(world)
    back = await keep_place(world)
    await world.hang_up(taken.call.channel)
    await world.say(world.pages[8001], m.Ready())
    await world.pick_up(back)
    return taken, back


def citizen(back: CallActor) -> str:
    [leg] = back.call.legs_of("caller")
    return leg.id


async def test_the_citizen_is_called_when_it_is_their_turn(world: World) -> None:
    taken = await busy(world)
    back = await keep_place(world)
    assert world.floor.view(CENTRE).callbacks == 1
    assert world.floor.view(CENTRE).waiting == 0
    use(world, start=Probe(asks=(Enqueue(0, "general"),)))
    later = await world.call_in(caller="13800000003")
    await world.hang_up(taken.call.channel)
    page = world.pages[8001]
    await world.say(page, m.Ready())
    assert (back.call.phase, later.call.phase) == ("ringing", "queued")
    assert page.of(m.CallChanged)[-1].call.source == "callback"
    assert page.of(m.CallChanged)[-1].call.caller == CITIZEN
    await world.pick_up(back)
    assert back.call.phase == "connecting"
    leg = citizen(back)
    assert leg in world.twin.world.legs
    world.twin.pick_up(leg)
    await world.settle()
    await world.wait(20)
    assert str(back.call.phase) == "talking"
    assert set(world.twin.world.bridges[back.call.bridge].channels) == {
        leg,
        back.call.newest_agent_leg,
    }
    await world.say(page, m.Hold(back.call.id))
    await world.say(page, m.Resume(back.call.id))
    await world.wait(5)
    await world.say(page, m.HangUp(back.call.id))
    await world.wait(5)
    assert leg not in world.twin.world.legs
    one_record(world, back.call.id)
    assert world.entry(back.call, "ended").data["outcome"] == "answered"
    assert world.entry(back.call, "calling_back").data == {
        "number": CITIZEN,
        "person": 8001,
        "tries": 1,
        "leg": leg,
    }
    assert world.entry(back.call, "stored").data["milliseconds"] > 4_000


async def test_who_is_not_reached_is_tried_again_and_then_no_more(world: World) -> None:
    _, back = await reached(world)
    page = world.pages[8001]
    for tries in (1, 2, 3):
        assert back.call.callback is not None
        assert back.call.callback.tries == tries
        await world.wait(31)  # it rings in vain
        assert world.agent(8001).state == "wrap_up"
        assert page.of(m.CallEnded)[-1].outcome == "unreached"
        if tries < 3:
            await world.say(page, m.Ready())
            assert back.call.phase == "queued"
            await world.wait(module.AGAIN_SECONDS)
            assert str(back.call.phase) == "ringing"
            await world.pick_up(back)
    assert back.call.phase == "ended"
    one_record(world, back.call.id)
    assert world.entry(back.call, "ended").data["outcome"] == "unreached"
    assert world.kinds(back.call).count("callback_missed") == 3
    await world.wait(20)
    assert world.floor.view(CENTRE).callbacks == 0
    assert [leg for leg in world.twin.world.legs if leg.startswith(("back.", "leg."))] == []


async def test_the_agent_hangs_up_before_the_citizen_answers(world: World) -> None:
    _, back = await reached(world)
    leg = citizen(back)
    await world.say(world.pages[8001], m.HangUp(back.call.id))
    assert back.call.phase == "queued"
    assert leg not in world.twin.world.legs
    assert world.agent(8001).state == "wrap_up"


async def test_the_citizen_hangs_up_in_the_talk(world: World) -> None:
    _, back = await reached(world)
    world.twin.pick_up(citizen(back))
    await world.wait(20)
    assert back.call.phase == "talking"
    await world.hang_up(back.call.channel)
    await world.wait(1)
    assert world.left() == []
    one_record(world, back.call.id)
    assert world.entry(back.call, "ended").data["by"] == "caller"


@pytest.mark.parametrize("phase", ["connecting", "talking"])
async def test_why_a_citizen_who_was_called_back_has_gone(world: World, phase: str) -> None:
    _, back = await reached(world)
    world.twin.pick_up(citizen(back))
    await world.settle()
    if phase == "talking":
        await world.wait(20)
    assert back.call.phase == phase
    await world.hang_up(back.call.channel, 38)
    await world.wait(1)
    assert world.entry(back.call, "ended").data["cause"] == 38
    assert back.leaving


async def test_a_hang_up_of_another_leg_says_nothing_of_the_caller(world: World) -> None:
    _, back = await reached(world)
    agent = back.call.newest_agent_leg
    world.twin.pick_up(citizen(back))
    await world.wait(20)
    await world.hang_up(agent, 38)
    await world.wait(1)
    assert world.entry(back.call, "ended").data["cause"] == 16
    assert world.agent(8001).state == "wrap_up"


async def test_nobody_is_called_while_they_are_still_on_the_line(world: World) -> None:
    taken = await busy(world)
    actor = await into(world, CITIZEN, start=QUEUE, promised=Probe(), refused=Probe(), bye=Bye())
    await world.hang_up(taken.call.channel)
    await world.say(world.pages[8001], m.Ready())
    assert world.agent(8001).state == "ready"
    await world.hang_up(actor.call.channel)
    assert world.agent(8001).state == "ringing"


async def test_one_number_has_one_place(world: World) -> None:
    await busy(world)
    await keep_place(world)
    again = await into(world, CITIZEN, start=QUEUE, promised=Probe(), refused=Probe(), bye=Bye())
    assert again.call.session["node"] == "promised"
    assert world.floor.view(CENTRE).callbacks == 1


@pytest.mark.parametrize("caller", ["", "110", "anonymous"])
async def test_a_number_that_cannot_be_called_is_refused(world: World, caller: str) -> None:
    await busy(world)
    actor = await into(world, caller, start=QUEUE, promised=Probe(), refused=Probe(), bye=Bye())
    assert actor.call.session["node"] == "refused"


# --- kill -9


async def test_a_kept_place_survives_a_kill(world: World) -> None:
    taken = await busy(world)
    back = await keep_place(world)
    since = back.call.queue_entry
    await world.restart()
    back = world.calls[back.call.id]
    assert world.floor.waiting[back.call.id] == since
    await world.hang_up(taken.call.channel)
    await world.sign_in(8001)
    assert back.call.phase == "ringing"


async def test_the_first_call_ends_in_the_gap(world: World) -> None:
    await busy(world)
    actor = await into(world, CITIZEN, start=QUEUE, promised=Probe(), refused=Probe(), bye=Bye())
    [back] = [each for each in world.calls if each.call.callback]
    world.twin.far_ends[outside(CITIZEN)] = FarEnd()
    await world.kill()
    await world.hang_up(actor.call.channel)
    await world.start()
    await world.sign_in(8002)
    assert world.calls[back.call.id].call.phase == "ringing"


@pytest.mark.parametrize("what", ["nothing", "answers", "refuses", "agent", "both"])
async def test_a_kill_while_the_citizen_is_dialled(world: World, what: str) -> None:
    _, back = await reached(world)
    leg, agent = citizen(back), back.call.newest_agent_leg
    await world.kill()
    if what == "answers":
        world.twin.pick_up(leg)
    if what in ("refuses", "both"):
        await world.hang_up(leg, 17)
    if what in ("agent", "both"):
        await world.hang_up(agent)
    await world.start()
    back = world.calls[back.call.id]
    if what == "nothing":
        assert back.call.phase == "connecting"
        world.twin.pick_up(leg)
        await world.settle()
    if what in ("nothing", "answers"):
        await world.wait(20)
        assert back.call.phase == "talking"
        assert set(world.twin.world.bridges[back.call.bridge].channels) == {leg, agent}
        await world.hang_up(leg)
    else:
        assert back.call.phase == "queued"
        assert leg not in world.twin.world.legs
        assert agent not in world.twin.world.legs
    assert world.agent(8001).state == "wrap_up"


async def test_a_kill_in_the_talk(world: World) -> None:
    _, back = await reached(world)
    world.twin.pick_up(citizen(back))
    await world.wait(20)
    channel = back.call.channel
    await world.restart()
    back = world.of(channel)
    assert back.call.phase == "talking"
    await world.hang_up(channel)
    await world.wait(1)
    assert world.left() == []
    one_record(world, back.call.id)


async def test_a_lost_socket_does_not_hurry_the_next_try(world: World) -> None:
    _, back = await reached(world)
    await world.wait(31)
    await world.say(world.pages[8001], m.Ready())
    world.twin.lose()
    await world.wait(5)
    assert back.call.phase == "queued"
    await world.wait(module.AGAIN_SECONDS)
    assert str(back.call.phase) == "ringing"


async def test_a_page_that_comes_back_while_the_citizen_is_dialled(world: World) -> None:
    _, back = await reached(world)
    old = back.call.newest_agent_leg
    page = await world.come_back(world.pages[8001])
    await world.say(page, m.Attach(back.call.id))
    assert back.call.newest_agent_leg != old
    await world.wait(31)
    assert [leg for leg in world.twin.world.legs if leg.startswith(("back.", "leg."))] == []
