"""人工转自动: agent, automatic, message and back, as often as they like, in one call (R67)."""

from __future__ import annotations

from datetime import datetime

from lianxin.live import messages as m
from lianxin.rules.flow.effects import Enqueue, HangUp, Record
from lianxin.rules.flow.node import Leave, Node, Stay, Step
from lianxin.rules.flow.session import Session
from lianxin.switchboard.acd.routing import PREFER_SECONDS
from lianxin.switchboard.calls.actor import CallActor
from tests.switchboard.pages import Heard
from tests.switchboard.probe import Probe, into
from tests.switchboard.test_calls_restart import one_record
from tests.switchboard.world import World


class Line(Probe):
    """A queue that prefers whom the session prefers, as the queue node does."""

    def entered(self, session: Session, now: datetime) -> Step:
        return Stay("waiting", (Enqueue(0, "general", prefer=session.prefer),), keys="")


class Back(Probe):
    def entered(self, session: Session, now: datetime) -> Step:
        return Leave("return", "", back=True)


NODES: dict[str, Node] = {
    "agents": Line(exits={"AgentLeft": "bye"}),
    "words": Probe(asks=(Record(0, 60, 5),), exits={"Recorded": "back"}),
    "menu": Probe(exits={"0": "back"}),
    "back": Back(),
    "bye": Probe(asks=(HangUp(),)),
}


async def talking(world: World) -> tuple[Heard, CallActor]:
    page = await world.sign_in(8001)
    actor = await into(world, **NODES)
    await answer(world, actor)
    return page, actor


async def answer(world: World, actor: CallActor) -> None:
    assert actor.call.phase == "ringing"
    await world.pick_up(actor)
    await world.wait(10)
    assert str(actor.call.phase) == "talking"


async def test_agent_automatic_message_and_back_is_one_call(world: World) -> None:
    page, actor = await talking(world)
    call = actor.call
    for _ in range(2):
        await world.say(page, m.SendTo(call.id, "words"))
        assert (call.phase, world.agent(8001).state) == ("in_flow", "wrap_up")
        assert page.of(m.CallEnded)[-1].by == "agent"
        await world.wait(6)
        world.twin.fall_silent(call.channel)
        await world.wait(6)
        assert str(call.phase) == "queued"
        await world.say(page, m.Ready())
        assert call.person == 8001
        await answer(world, actor)
    await world.hang_up(call.channel)
    await world.wait(1)
    assert world.left() == []
    one_record(world, call.id)
    kinds = world.kinds(call)
    assert (kinds.count("talking"), kinds.count("sent_to"), kinds.count("stored")) == (3, 2, 5)
    assert {entry.call for entry in world.entries()} == {call.id}
    assert world.entry(call, "ended").data["outcome"] == "answered"


async def test_the_same_agent_is_preferred_for_a_while(world: World) -> None:
    page, actor = await talking(world)
    await world.say(page, m.SendTo(actor.call.id, "menu"))
    await world.sign_in(8002)
    await world.press(actor, "0")
    assert actor.call.phase == "queued"  # 8001 writes up, 8002 is free and not asked
    await world.wait(PREFER_SECONDS - 1)
    assert actor.call.phase == "queued"
    await world.wait(2)
    assert (actor.call.phase, actor.call.person) == ("ringing", 8002)


async def test_whoever_prefers_an_agent_who_left_gets_another(world: World) -> None:
    page, actor = await talking(world)
    await world.say(page, m.SendTo(actor.call.id, "menu"))
    await world.say(page, m.NotReady("break"))
    await world.sign_in(8002)
    await world.press(actor, "0")
    assert actor.call.person == 8002


async def test_the_agent_is_taken_before_those_who_are_idle_for_longer(world: World) -> None:
    page, actor = await talking(world)
    await world.say(page, m.SendTo(actor.call.id, "menu"))
    await world.sign_in(8002)
    await world.wait(5)
    await world.say(page, m.Ready())
    await world.press(actor, "0")
    assert actor.call.person == 8001


async def test_a_caller_who_is_not_wanted_back(world: World) -> None:
    page, actor = await talking(world)
    await world.say(page, m.SendTo(actor.call.id, "menu", back=False))
    assert (actor.call.session["prefer"], actor.call.session["stack"]) == ("", [])


async def test_what_is_refused(world: World) -> None:
    page, actor = await talking(world)
    other = await world.sign_in(8002)
    await world.say(other, m.SendTo(actor.call.id, "menu"))
    assert other.refused == ["live.not_your_call"]
    await world.say(page, m.SendTo(actor.call.id, "elsewhere"))
    assert page.refused == ["live.no_such_node"]
    await world.say(page, m.Hold(actor.call.id))
    await world.say(page, m.SendTo(actor.call.id, "menu"))
    assert actor.call.phase == "in_flow"
    assert not world.twin.world.legs[actor.call.channel].music
    await world.say(page, m.SendTo(actor.call.id, "menu"))
    assert page.refused[-1] == "live.not_your_call"


async def test_it_goes_on_after_a_kill(world: World) -> None:
    page, actor = await talking(world)
    await world.say(page, m.SendTo(actor.call.id, "menu"))
    await world.restart()
    actor = world.of(actor.call.channel)
    again = await world.come_back(page)
    await world.press(actor, "0")
    assert actor.call.phase == "queued"
    await world.say(again, m.Ready())
    assert actor.call.person == 8001
    await answer(world, actor)
