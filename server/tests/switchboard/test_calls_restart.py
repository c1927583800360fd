"""kill -9 of the switchboard wherever a call stands: one record, no orphan, no stuck agent."""

from __future__ import annotations

from collections import Counter

import pytest

from lianxin.live import messages as m
from lianxin.switchboard.ari import AriError, Channel, Timeout
from lianxin.switchboard.ari.model import CallerId, Dialplan
from lianxin.switchboard.calls.actor import CallActor
from lianxin.switchboard.exchange.reconcile import ExchangeSnapshot
from lianxin.switchboard.ledger.journal import Journal
from lianxin.switchboard.router import BEAT_VARIABLE
from tests.switchboard.test_calls import PHASES
from tests.switchboard.world import World

#: In the queue the only agent talks with somebody else.
RESTARTED = {phase: parts for phase, parts in PHASES.items() if phase != "queued"}
WITH_AGENT = ("connecting", "talking", "held", "detached")


async def reach(world: World, phase: str) -> CallActor:
    await world.sign_in(8001)
    actor = await PHASES[phase][0](world)
    assert actor.call.phase == phase
    return actor


def one_record(world: World, call: str) -> None:
    """The ledger of the call is whole: numbered once each, one beginning and one end."""
    entries = world.entries(call)
    assert [entry.seq for entry in entries] == [*range(1, len(entries) + 1)]
    kinds = Counter(entry.kind for entry in entries)
    assert (kinds["started"], kinds["ended"]) == (1, 1)
    assert kinds["recording"] == kinds["stored"] + kinds["lost"]


@pytest.mark.parametrize("phase", PHASES)
async def test_the_call_goes_on(world: World, phase: str) -> None:
    call = (await reach(world, phase)).call
    await world.restart()
    actor = world.of(call.channel)
    assert actor.call.id == call.id
    # a sound that ended unseen is taken as heard to its end
    assert actor.call.phase == ("talking" if phase == "connecting" else phase)
    await world.hang_up(call.channel)
    await world.wait(1)
    assert [thing for thing in world.left() if call.id in thing or thing == call.channel] == []
    one_record(world, call.id)


@pytest.mark.parametrize("phase", PHASES)
async def test_the_caller_hangs_up_in_the_gap(world: World, phase: str) -> None:
    call = (await reach(world, phase)).call
    await world.kill()
    await world.hang_up(call.channel)
    left = world.twin.world.now
    world.twin.advance(7)
    await world.start()
    await world.wait(1)
    assert [thing for thing in world.left() if call.id in thing] == []
    one_record(world, call.id)
    ended = world.entry(call, "ended")
    assert ended.at == pytest.approx(left, abs=1)
    assert ended.data["outcome"] == PHASES[phase][1]
    if phase in RESTARTED:
        assert world.agent(8001).state == PHASES[phase][2]


@pytest.mark.parametrize("phase", ["talking", "held"])
async def test_the_agent_hangs_up_in_the_gap(world: World, phase: str) -> None:
    call = (await reach(world, phase)).call
    await world.kill()
    await world.hang_up(call.newest_agent_leg)
    await world.start()
    assert world.agent(8001).state == "wrap_up"
    await world.wait(20)
    assert world.left() == []
    one_record(world, call.id)
    assert world.entry(call, "ended").data["by"] == "agent"


async def test_the_agent_picks_up_in_the_gap(world: World) -> None:
    call = (await reach(world, "ringing")).call
    await world.kill()
    world.twin.pick_up(call.newest_agent_leg)
    await world.start()
    await world.wait(15)
    assert world.of(call.channel).call.phase == "talking"
    assert world.agent(8001).state == "talking"
    assert set(world.twin.world.bridges[call.bridge].channels) == {
        call.newest_agent_leg,
        call.channel,
    }


async def test_the_agents_telephone_stops_ringing_in_the_gap(world: World) -> None:
    call = (await reach(world, "ringing")).call
    await world.kill()
    world.twin.advance(25)
    await world.start()
    assert world.of(call.channel).call.phase == "queued"
    assert world.agent(8001).state == "ready", "nobody has seen how it ended"
    assert world.kinds(call)[-1] == "offer_lost"


@pytest.mark.parametrize("answered", [True, False])
async def test_whose_telephone_was_cut_off_in_the_gap_is_rung_again(
    world: World, answered: bool
) -> None:
    """What answers while nobody listens is cut off: it is not the agent who missed the call."""
    call = (await reach(world, "ringing")).call
    page, leg = world.pages[8001], call.newest_agent_leg
    first = await world.call_queued("13800000005")  # comes later, and stays behind
    await world.kill()
    if answered:
        world.twin.pick_up(leg)
    await world.hang_up(leg)
    await world.start()
    await world.come_back(page)
    await world.settle()
    actor = world.of(call.channel)
    assert actor.call.phase == "ringing", "at the old place, at once"
    assert world.of(first.call.channel).call.phase == "queued"
    assert actor.call.newest_agent_leg != leg
    await world.pick_up(actor)
    await world.wait(20)
    assert str(actor.call.phase) == "talking"
    assert "missed" not in world.kinds(call)
    assert world.entry(call, "offer_lost").data == {
        "person": 8001,
        "number": "8001",
        "leg": leg,
    }
    await world.hang_up(call.channel)
    await world.wait(1)
    one_record(world, call.id)


async def test_a_page_that_is_back_first_is_told_that_the_ring_is_over(world: World) -> None:
    call = (await reach(world, "ringing")).call
    world.twin.lose()
    world.twin.hang_up(call.newest_agent_leg)
    await world.wait(1)
    [ended] = world.pages[8001].of(m.CallEnded)
    assert (ended.outcome, ended.by, ended.call.phase) == ("offer_lost", "system", "ringing")
    assert call.phase == "ringing", "again"
    assert world.agent(8001).state == "ringing"


async def test_a_telephone_that_began_to_ring_as_it_was_looked_rings_for_nobody(
    world: World,
) -> None:
    """The list was made before it was dialled, so that it seems to have gone."""
    actor = await reach(world, "ringing")
    leg = actor.call.newest_agent_leg
    rest = {id: each.channel for id, each in world.twin.world.legs.items() if id != leg}
    actor.post(actor.resync, ExchangeSnapshot(rest, {}, {}))
    await world.settle()
    assert leg not in world.twin.world.legs
    assert actor.call.phase == "ringing"


@pytest.mark.parametrize("phase", WITH_AGENT)
async def test_both_hang_up_in_the_gap(world: World, phase: str) -> None:
    call = (await reach(world, phase)).call
    await world.kill()
    await world.hang_up(call.channel)
    await world.hang_up(call.newest_agent_leg)
    await world.start()
    await world.wait(1)
    assert world.left() == []
    assert world.agent(8001).state == "wrap_up"
    one_record(world, call.id)


@pytest.mark.parametrize("phase", PHASES)
async def test_asterisk_dies(world: World, phase: str) -> None:
    """Its calls are gone, and each has its record."""
    call = (await reach(world, phase)).call
    world.twin.restart()
    await world.wait(2)
    assert world.switchboard.router.healthy()
    assert world.left() == []
    one_record(world, call.id)
    assert world.agent(8001).state in ("ready", "wrap_up")
    assert (await world.call_in()).call.phase == "in_flow"


async def test_only_the_socket_is_lost(world: World) -> None:
    page = await world.sign_in(8001)
    call = (await world.call_talking()).call
    world.twin.lose()
    await world.wait(2)
    assert call.phase == "talking"
    await world.say(page, m.Hold(call.id))
    assert str(call.phase) == "held"
    await world.hang_up(call.channel)
    await world.wait(1)
    one_record(world, call.id)


async def test_a_page_goes_on_after_a_restart(world: World) -> None:
    page = await world.sign_in(8001)
    call = (await world.call_talking()).call
    await world.restart()
    again = await world.come_back(page)
    welcome = again.of(m.Welcome)[0]
    assert [(each.id, each.phase) for each in welcome.calls] == [(call.id, "talking")]
    assert welcome.sip.password == page.of(m.Welcome)[0].sip.password
    await world.say(again, m.Hold(call.id))
    assert world.of(call.channel).call.phase == "held"
    await world.say(again, m.HangUp(call.id))
    await world.wait(20)
    assert world.left() == []
    one_record(world, call.id)
    assert world.entry(call, "stored").data["milliseconds"] > 0


async def test_a_message_that_ends_in_the_gap_is_filed(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "221")
    await world.wait(10)
    await world.kill()
    world.twin.fall_silent(actor.call.channel)
    world.twin.advance(8)
    await world.start()
    await world.wait(2)
    assert world.entry(actor.call, "case").data["case_kind"] == "complaint"
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    one_record(world, actor.call.id)


async def test_a_caller_who_hangs_up_over_a_message_in_the_gap(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "221")
    await world.wait(10)
    await world.kill()
    await world.hang_up(actor.call.channel)
    await world.start()
    await world.wait(1)
    assert world.entry(actor.call, "case").data["case_kind"] == "complaint"
    assert world.entry(actor.call, "ended").data["outcome"] == "message"
    one_record(world, actor.call.id)


async def test_a_message_that_goes_on_over_the_gap(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "221")
    await world.wait(10)
    await world.restart()
    actor = world.of(actor.call.channel)
    await world.wait(5)
    await world.press(actor, "#")
    await world.wait(2)
    assert world.entry(actor.call, "stored").data["milliseconds"] > 10_000
    assert world.entry(actor.call, "case").data["case_kind"] == "complaint"


async def test_whoever_waits_keeps_the_place(world: World) -> None:
    await world.sign_in(8001)
    await world.call_talking()
    first = await world.call_queued("13800000002")
    await world.wait(3)
    second = await world.call_queued("13800000003")
    await world.restart()
    await world.sign_in(8002)
    assert world.of(first.call.channel).call.person == 8002
    assert world.of(second.call.channel).call.phase == "queued"


async def test_a_caller_without_a_stasis_start_is_found(world: World) -> None:
    """Entered the application in the moment in which nobody listened."""
    await world.kill()
    unseen = Channel(
        id="177.1",
        name="PJSIP/carrier-00000001",
        state="Ring",
        caller=CallerId(number="13800000007"),
        dialplan=Dialplan("from-carrier", "12345", 1, "Stasis", "lianxin,inbound,12345"),
    )
    world.twin.world.add(unseen).app = True
    await world.start()
    call = world.of("177.1").call
    assert (call.phase, call.caller) == ("in_flow", "13800000007")
    await world.hang_up("177.1")
    assert world.left() == []


async def test_a_list_that_does_not_come_is_asked_for_again(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.twin.failures["channels"] = Timeout(0, "no answer in time")
    await world.restart()
    await world.wait(1)
    assert not world.switchboard.router.healthy()
    del world.twin.failures["channels"]
    await world.wait(1)
    assert world.switchboard.router.healthy()
    assert "is not known yet" in caplog.text
    caplog.clear()


async def test_what_belongs_to_no_call_is_cleared_away(world: World) -> None:
    await world.sign_in(8001)
    call = (await world.call_talking()).call
    await world.kill()
    for segment in (world.env.journal).glob("*.journal"):
        segment.unlink()  # the disk was lost with everything on it
    await world.start()
    await world.wait(1)
    left = world.left()
    assert call.newest_agent_leg not in left
    assert call.bridge not in left
    assert [thing for thing in left if thing.startswith("snoop.")] == []


def at_one(world: World, person: int) -> None:
    """The agent is on the telephone exactly when a call says so."""
    agent = world.agent(person)
    calls = [actor.call for actor in world.calls]
    mine = [call for call in calls if call.person == person and call.has_agent]
    assert len(mine) <= 1
    assert (agent.state in ("ringing", "talking", "held")) == bool(mine)
    if mine:
        assert agent.call == mine[0].id
        assert (agent.state == "held") == (mine[0].phase == "held")


async def test_a_heartbeat_that_is_refused_once_is_tried_again(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.twin.failures["set_global"] = AriError(500, "busy")
    await world.wait(3)
    del world.twin.failures["set_global"]
    world.twin.globals.clear()
    await world.wait(3)
    assert BEAT_VARIABLE in world.twin.globals
    assert "no heartbeat" in caplog.text
    caplog.clear()


async def test_one_account_that_is_refused_stops_no_other(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await world.sign_in(8001)
    await world.sign_in(8002)
    world.twin.failures["push_config"] = AriError(400, "no such field")
    world.twin.lose()
    await world.wait(1)
    assert world.switchboard.router.healthy()
    assert "could not be pushed" in caplog.text
    caplog.clear()


#: What the first checkpoints with legs did not hold. Those of before: test_old_checkpoints.
NEWER = ("connected",)


@pytest.mark.parametrize("phase", ["in_flow", "queued", "ringing", "talking"])
async def test_a_checkpoint_of_before_an_update_is_read(world: World, phase: str) -> None:
    call = (await reach(world, phase)).call
    await world.kill()
    journal = Journal(world.env.journal)
    kept = {k: v for k, v in journal.checkpoints[f"call:{call.id}"].items() if k not in NEWER}
    kept["session"] = {k: v for k, v in kept["session"].items() if k not in ("stack", "unfiled")}
    journal.keep(f"call:{call.id}", {**kept, "line": {**kept["line"], "unknown": 1}})
    journal.close()
    await world.start()
    actor = world.of(call.channel)
    assert actor.call.phase == phase
    assert actor.call.queue_entry is None or actor.call.queue_entry.since == call.queued
    await world.hang_up(call.channel)
    await world.wait(1)
    one_record(world, call.id)


@pytest.mark.parametrize("phase", PHASES)
async def test_a_call_that_died_with_the_exchange_was_not_ended_by_the_caller(
    world: World, phase: str
) -> None:
    call = (await reach(world, phase)).call
    await world.kill()
    for channel in [*world.twin.world.legs]:  # no dialplan ran for them to note their end
        world.twin.world.end(channel, 41)
    await world.start()
    await world.wait(20)
    ended = world.entry(call.id, "ended").data
    assert (ended["by"], ended["cause"]) == ("system", 41)
    assert ended["outcome"] == ("answered" if call.talked else "failed")
    one_record(world, call.id)
