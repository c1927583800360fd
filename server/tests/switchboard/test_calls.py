"""A caller and an agent, from the first ring to the last entry of the ledger."""

from __future__ import annotations

import pytest

from lianxin.flows.codec import read
from lianxin.live import messages as m
from lianxin.switchboard.ari import AriError
from tests.switchboard.probe import run
from tests.switchboard.reach import (
    Reach,
    connecting,
    detached,
    held,
    in_flow,
    queued,
    ringing,
    talking,
)
from tests.switchboard.world import LINE, SENTENCE, World, endpoint

TALKED = [
    "started", "queued", "offered", "answered", "talking", "recording",
    "agent_left", "stored", "ended",
]  # fmt: skip


async def test_a_caller_talks_with_an_agent_who_hangs_up(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_ringing()
    call = actor.call
    assert page.phase == "ringing"
    assert page.of(m.CallChanged)[-1].call.keys == "1"

    await world.pick_up(actor)
    assert page.phase == "connecting"
    announced = [what for what in world.twin.commands if what[0] == "play"][-1]
    assert [str(medium).rpartition("/")[2] for medium in announced[2]] == [  # type: ignore[attr-defined]
        "number_intro", "d8", "d0", "d0", "d1", "number_outro",
    ]  # fmt: skip
    assert world.twin.world.bridges[call.bridge].channels == [call.newest_agent_leg]

    await world.wait(10)
    assert page.phase == "talking"
    assert set(world.twin.world.bridges[call.bridge].channels) == {
        call.newest_agent_leg,
        call.channel,
    }
    assert [*world.twin.world.live] == [*call.recordings]
    assert page.of(m.CallChanged)[-1].call.recording

    await world.wait(30)
    await world.say(page, m.HangUp(call.id))
    await world.wait(20)  # the flow says goodbye
    assert world.left() == []
    assert world.agent(8001).state == "wrap_up"
    assert sorted(world.kinds(call)) == sorted(TALKED)
    assert world.entry(call, "stored").data["milliseconds"] == 30_000 + 4_000
    assert world.entry(call, "ended").data == {"outcome": "answered", "by": "agent", "cause": 16}
    assert [(each.outcome, each.by) for each in page.of(m.CallEnded)] == [("answered", "agent")]
    assert len(world.calls) == 0


async def test_entries_are_numbered_in_the_order_in_which_things_happened(world: World) -> None:
    await world.sign_in(8001)
    actor = await world.call_talking()
    await world.hang_up(actor.call.channel)
    entries = world.entries(actor.call)
    assert [entry.seq for entry in entries] == [*range(1, len(entries) + 1)]
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
    assert world.kinds(actor.call)[:6] == TALKED[:6]


async def test_holding_and_resuming(world: World) -> None:
    page = await world.sign_in(8001)
    call = (await world.call_talking()).call
    leg = world.twin.world.legs[call.channel]

    await world.say(page, m.Hold(call.id))
    assert (page.phase, world.agent(8001).state) == ("held", "held")
    assert leg.music
    assert leg.bridge is None
    assert page.of(m.CallChanged)[-1].call.held_since is not None

    await world.say(page, m.Resume(call.id))
    assert (page.phase, world.agent(8001).state) == ("talking", "talking")
    assert not leg.music
    assert leg.bridge == call.bridge
    assert page.of(m.CallChanged)[-1].call.held_since is None
    await world.hang_up(call.channel)
    assert [kind for kind in world.kinds(call) if kind in ("held", "resumed")] == [
        "held",
        "resumed",
    ]


# --- the caller hangs up wherever they are

PHASES: dict[str, tuple[Reach, str, str]] = {
    # how it is reached, what the call counts as, what the agent is afterwards
    "in_flow": (in_flow, "no_choice", "ready"),
    "queued": (queued, "abandoned", "talking"),
    "ringing": (ringing, "abandoned", "ready"),
    "connecting": (connecting, "answered", "wrap_up"),
    "talking": (talking, "answered", "wrap_up"),
    "held": (held, "answered", "wrap_up"),
    "detached": (detached, "answered", "wrap_up"),
}


@pytest.mark.parametrize("phase", PHASES)
async def test_the_caller_hangs_up(world: World, phase: str) -> None:
    reach, outcome, agent = PHASES[phase]
    page = await world.sign_in(8001)
    actor = await reach(world)
    assert actor.call.phase == phase
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    mine = [thing for thing in world.left() if actor.call.id in thing]
    assert mine == []
    assert actor.call.channel not in world.twin.world.legs
    assert world.agent(8001).state == agent
    ended = world.entry(actor.call, "ended")
    assert ended.data == {"outcome": outcome, "by": "caller", "cause": 16}
    if phase in ("ringing", "connecting", "talking", "held"):
        assert page.of(m.CallEnded)[-1].by == "caller"
    assert actor.call.id not in world.calls


async def test_a_log_line_of_each_calls_begin_and_end(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """As the operator's book promises, with the number masked."""
    caplog.set_level("INFO", "lianxin.switchboard.calls.actor")
    actor = await world.call_in()
    await world.wait(2)
    await world.hang_up(actor.call.channel)
    lines = [record.getMessage() for record in caplog.records if actor.call.id in record.message]
    assert lines == [
        f"{actor.call.id}: 138****0001 calls {LINE}",
        f"{actor.call.id}: 138****0001 called {LINE} for 2 s: no_choice, ended by caller",
    ]


@pytest.mark.parametrize("phase", PHASES)
async def test_a_leg_breaks_with_a_cause_that_is_kept(world: World, phase: str) -> None:
    await world.sign_in(8001)
    actor = await PHASES[phase][0](world)
    await world.hang_up(actor.call.channel, cause=38)
    await world.wait(1)
    ended = world.entry(actor.call, "ended").data
    assert ended["cause"] == 38
    assert ended["outcome"] == ("answered" if actor.call.talked else "failed")


async def test_a_caller_who_cancels_at_once_is_no_failure(world: World) -> None:
    actor = await world.call_in()
    await world.hang_up(actor.call.channel, cause=127)  # what the exchange makes of a CANCEL
    ended = world.entry(actor.call, "ended").data
    assert (ended["outcome"], ended["by"]) == ("no_choice", "caller")


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize(("flag", "cause"), [(1, 44), (4, 41)], ids=["no audio", "it stops"])
async def test_a_call_that_the_exchange_ends_was_not_ended_by_the_caller(
    world: World, phase: str, flag: int, cause: int
) -> None:
    await world.sign_in(8001)
    actor = await PHASES[phase][0](world)
    world.twin.world.end(actor.call.channel, flag, asked=True)
    await world.settle()
    await world.wait(1)
    ended = world.entry(actor.call, "ended").data
    assert (ended["by"], ended["cause"]) == ("system", cause)
    assert ended["outcome"] == ("answered" if actor.call.talked else "failed")
    if actor.call.talked:
        assert world.entry(actor.call, "agent_left").data["by"] == "system"


# --- the agent does not come


async def test_an_agent_who_does_not_answer_is_asked_to_say_ready_again(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_ringing()
    await world.wait(21)
    assert actor.call.phase == "queued"
    agent = world.agent(8001)
    assert (agent.state, agent.reason) == ("not_ready", "no_answer")
    assert [each.outcome for each in page.of(m.CallEnded)] == ["missed"]
    leg = f"leg.{actor.call.id}.1"
    missed = {"person": 8001, "number": "8001", "cause": 19, "leg": leg}
    assert world.entry(actor.call, "missed").data == missed

    await world.say(page, m.Ready())
    assert str(actor.call.phase) == "ringing"  # the same caller, from the old place
    await world.pick_up(actor)
    assert world.twin.world.legs[actor.call.newest_agent_leg].bridge == actor.call.bridge


async def test_whoever_was_missed_keeps_the_place(world: World) -> None:
    await world.sign_in(8001)
    first = await world.call_ringing("13800000001")
    await world.wait(5)
    second = await world.call_queued("13800000002")
    await world.wait(20)
    assert (first.call.phase, second.call.phase) == ("queued", "queued")
    await world.sign_in(8002)
    assert (first.call.person, second.call.person) == (8002, None)


@pytest.mark.parametrize("cause", [17, 21])
async def test_an_agent_refuses(world: World, cause: int) -> None:
    await world.sign_in(8001)
    actor = await world.call_ringing()
    await world.hang_up(actor.call.newest_agent_leg, cause)
    assert actor.call.phase == "queued"
    assert world.agent(8001).reason == "no_answer"


async def test_a_telephone_that_is_not_there(world: World) -> None:
    await world.sign_in(8001)
    del world.twin.far_ends[endpoint(8001)]
    actor = await world.call_queued()
    assert actor.call.phase == "queued"
    agent = world.agent(8001)
    assert (agent.state, agent.reason) == ("not_ready", "unreachable")
    await world.sign_in(8002)
    assert actor.call.person == 8002


async def test_two_agents_and_three_callers(world: World) -> None:
    pages = {8001: await world.sign_in(8001), 8002: await world.sign_in(8002)}
    actors = []
    for n in (1, 2, 3):
        actors.append(await world.call_queued(f"1380000000{n}"))
        await world.wait(1)
    assert [actor.call.phase for actor in actors] == ["ringing", "ringing", "queued"]
    assert [actor.call.person for actor in actors] == [8001, 8002, None]
    for actor in actors[:2]:
        await world.pick_up(actor)
    await world.wait(10)
    await world.say(pages[8002], m.HangUp(actors[1].call.id))
    assert actors[2].call.phase == "queued"  # wrap-up comes first
    await world.say(pages[8002], m.Ready())
    assert (actors[2].call.phase, actors[2].call.person) == ("ringing", 8002)
    await world.pick_up(actors[2])
    await world.wait(10)
    for actor in (actors[0], actors[2]):
        await world.hang_up(actor.call.channel)
    await world.wait(20)
    assert world.left() == []
    outcomes = [world.entry(actor.call, "ended").data["outcome"] for actor in actors]
    assert outcomes == ["answered"] * 3


async def test_an_agent_who_hangs_up_while_the_number_is_announced(world: World) -> None:
    """A slip of the hand costs the caller nothing: they stand where they stood."""
    page = await world.sign_in(8001)
    first = await world.call_connecting()
    queued = first.call.queued
    behind = await world.call_queued("13800000002")
    await world.hang_up(first.call.newest_agent_leg)
    assert first.call.phase == "queued"
    assert world.agent(8001).state == "wrap_up"
    assert world.twin.commands[-1][0] != "play"  # neither the survey nor the number goes on
    await world.say(page, m.Ready())
    assert (first.call.phase, behind.call.phase) == ("ringing", "queued")
    assert first.call.queued == queued
    await world.pick_up(first)
    await world.wait(10)
    assert first.call.phase == "talking"
    await world.hang_up(first.call.channel)
    assert world.entry(first.call, "ended").data["outcome"] == "answered"


async def test_a_caller_who_goes_after_such_a_slip_was_not_served(world: World) -> None:
    await world.sign_in(8001)
    actor = await world.call_connecting()
    await world.hang_up(actor.call.newest_agent_leg)
    await world.hang_up(actor.call.channel)
    await world.wait(20)
    assert world.left() == []
    assert world.entry(actor.call, "ended").data["by"] == "caller"
    assert world.entry(actor.call, "ended").data["outcome"] == "abandoned"


async def test_who_ended_the_talk_before_did_not_end_this_one(world: World) -> None:
    again = {"type": "queue", "queue": "general", "nobody": "end", "timeout": "end"}
    nodes = {"agents": {**again, "after": "agents"}, "end": {"type": "hang_up"}}
    flow = {"spec": 2, "id": "again", "title": "again", "start": "agents", "nodes": nodes}
    run(world, read(flow))
    first = await world.sign_in(8001)
    actor = await world.call_in()
    await world.pick_up(actor)
    await world.wait(8 * SENTENCE)
    await world.say(first, m.HangUp(actor.call.id))
    second = await world.sign_in(8002)
    await world.pick_up(actor)
    await world.wait(8 * SENTENCE)
    assert (actor.call.phase, actor.call.person) == ("talking", 8002)
    await world.hang_up(actor.call.channel)
    await world.settle()
    assert [each.by for each in second.of(m.CallEnded)] == ["caller"]
    assert world.entry(actor.call, "ended").data["by"] == "caller"


async def test_a_number_that_cannot_be_announced_delays_nobody(world: World) -> None:
    await world.sign_in(8001)
    actor = await world.call_ringing()
    world.twin.failures["play"] = AriError(500, "no such file")
    await world.pick_up(actor)
    assert actor.call.phase == "talking"


async def test_a_conversation_that_cannot_be_recorded_goes_on(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_connecting()
    world.twin.failures["snoop"] = AriError(500, "Allocation failed")
    await world.wait(10)
    assert actor.call.phase == "talking"
    assert not page.of(m.CallChanged)[-1].call.recording
    assert world.entry(actor.call, "lost").data["reason"] == "refused"
    assert "is not recorded" in caplog.text
    caplog.clear()
