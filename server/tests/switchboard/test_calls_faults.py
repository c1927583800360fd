"""What goes wrong beside a call must not cost the call: a page loaded anew at the wrong moment, an
agent struck from the roster while rung, a checkpoint that cannot be read, a full disk."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

import pytest

from lianxin.live import messages as m
from lianxin.rules import q850
from lianxin.switchboard.calls.actor import CallActor
from lianxin.switchboard.calls.call import Call
from tests.switchboard.test_callbacks import citizen, reached
from tests.switchboard.test_calls_restart import one_record
from tests.switchboard.world import LINE, World


def legs_of(world: World, bridge: str) -> set[str]:
    return set(world.twin.world.bridges[bridge].channels)


async def restart_without(world: World, person: int, call: Call) -> CallActor:
    """The person is of the centre no more when the next switchboard begins."""
    await world.kill()
    agents = tuple(each for each in world.plans.agents if each.person != person)
    world.plans = replace(world.plans, agents=agents)
    await world.start()
    return world.of(call.channel)


@pytest.mark.parametrize("restarts", [False, True])
async def test_the_citizen_answers_while_the_agents_page_is_loaded_anew(
    world: World, restarts: bool
) -> None:
    _, back = await reached(world)
    page = world.pages[8001]
    old, leg = back.call.newest_agent_leg, citizen(back)
    await world.leave(page)
    page = await world.come_back(page)
    await world.say(page, m.Attach(back.call.id))
    await world.hang_up(old)
    world.twin.pick_up(leg)
    await world.settle()
    if restarts:
        await world.restart()
        back = world.of(leg)
    assert back.call.phase == "connecting"
    await world.pick_up(back)
    await world.wait(20)
    assert str(back.call.phase) == "talking"
    assert legs_of(world, back.call.bridge) == {leg, back.call.newest_agent_leg}
    assert back.call.outcome() == "answered"
    await world.hang_up(leg)
    await world.wait(1)
    one_record(world, back.call.id)
    assert world.left() == []


async def test_a_page_goes_and_comes_back_while_its_number_is_announced(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_connecting()
    await world.leave(page)
    await world.hang_up(actor.call.newest_agent_leg)
    assert actor.call.phase == "detached"
    await world.wait(20)  # the announcement ends meanwhile
    again = await world.come_back(page)
    await world.say(again, m.Attach(actor.call.id))
    await world.pick_up(actor)
    await world.wait(5)
    assert str(actor.call.phase) == "talking"
    assert legs_of(world, actor.call.bridge) == {actor.call.channel, actor.call.newest_agent_leg}
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    assert world.entry(actor.call, "ended").data["outcome"] == "answered"
    assert world.entry(actor.call, "stored").data["milliseconds"] > 4_000


async def test_a_held_call_whose_page_comes_back_is_held_no_more(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    await world.say(page, m.Hold(actor.call.id))
    await world.leave(page)
    await world.hang_up(actor.call.newest_agent_leg)
    again = await world.come_back(page)
    await world.say(again, m.Attach(actor.call.id))
    await world.pick_up(actor)
    assert again.of(m.CallChanged)[-1].call.phase == "talking"
    assert again.of(m.CallChanged)[-1].call.held_since is None


async def test_who_is_struck_from_the_roster_while_rung_keeps_no_caller(world: World) -> None:
    await world.sign_in(8001)
    actor = await world.call_ringing()
    actor = await restart_without(world, 8001, actor.call)
    assert actor.call.phase == "queued"
    await world.sign_in(8002)
    assert str(actor.call.phase) == "ringing"
    await world.pick_up(actor)
    await world.wait(20)
    assert str(actor.call.phase) == "talking"
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    one_record(world, actor.call.id)
    assert world.left() == []


async def test_who_is_struck_from_the_roster_talks_to_the_end(world: World) -> None:
    await world.sign_in(8001)
    actor = await world.call_talking()
    actor = await restart_without(world, 8001, actor.call)
    assert actor.call.phase == "talking"
    await world.hang_up(actor.call.newest_agent_leg)
    await world.wait(1)
    assert world.kinds(actor.call).count("agent_left") == 1
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    one_record(world, actor.call.id)


async def test_one_checkpoint_that_cannot_be_read_costs_one_call(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await world.sign_in(8001)
    actor = await world.call_talking()
    world.journal.keep("call:broken", {"id": "broken"})
    world.journal.keep("fax:broken", {"no": "fax"})
    world.journal.keep("agent:8002", {"state": "of another version"})
    await world.restart()
    assert world.of(actor.call.channel).call.phase == "talking"
    for key in ("call:broken", "fax:broken", "agent:8002"):
        assert f"the checkpoint {key} cannot be read" in caplog.text
    caplog.clear()


async def test_a_full_disk_ends_no_call(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_talking()

    def full(*_: Any) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        await world.say(page, m.Hold(actor.call.id))
    assert "its checkpoint was not written" in caplog.text
    caplog.clear()
    await world.say(page, m.HangUp(actor.call.id))
    await world.wait(20)
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    assert actor.call.state == "ended"
    assert world.left() == []


async def test_who_cannot_be_written_down_is_refused_and_not_left_waiting(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: Any) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        channel = world.twin.call_in(LINE, "13800000001")
        await world.settle()
        await world.wait(1)
    assert ("hangup", channel, q850.CONGESTION) in world.twin.commands
    assert not [command for command in world.twin.commands if command[:2] == ("answer", channel)]
    assert world.left() == []
    assert not world.calls.ids
    caplog.clear()
    assert (await world.call_in()).call.phase == "in_flow"
