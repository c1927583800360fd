"""A caller and an agent, from the first ring to the last entry of the ledger."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from lianxin.live import messages as m
from lianxin.switchboard.actor import CallActor
from lianxin.switchboard.ari import AriError
from lianxin.switchboard.ari.twin import FarEnd
from tests.switchboard.world import Heard, World, endpoint

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
    assert world.twin.world.bridges[call.bridge].channels == [call.leg]

    await world.wait(10)
    assert page.phase == "talking"
    assert set(world.twin.world.bridges[call.bridge].channels) == {call.leg, call.channel}
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
    assert world.switchboard.calls == {}


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

Reach = Callable[[World], Awaitable[CallActor]]


async def in_flow(world: World) -> CallActor:
    return await world.call_in()


async def queued(world: World) -> CallActor:
    first = await world.call_talking()  # the only agent is taken
    assert first.call.state == "talking"
    return await world.call_queued("13800000002")


async def ringing(world: World) -> CallActor:
    return await world.call_ringing()


async def connecting(world: World) -> CallActor:
    return await world.call_connecting()


async def talking(world: World) -> CallActor:
    return await world.call_talking()


async def held(world: World) -> CallActor:
    actor = await world.call_talking()
    await world.say(world.pages[8001], m.Hold(actor.call.id))
    return actor


async def detached(world: World) -> CallActor:
    actor = await world.call_talking()
    await world.leave(world.pages[8001])
    await world.hang_up(actor.call.leg)
    return actor


PHASES: dict[str, tuple[Reach, str, str]] = {
    # how it is reached, what the call counts as, what the agent is afterwards
    "in_flow": (in_flow, "self_served", "ready"),
    "queued": (queued, "abandoned", "talking"),
    "ringing": (ringing, "abandoned", "ready"),
    "connecting": (connecting, "abandoned", "wrap_up"),
    "talking": (talking, "answered", "wrap_up"),
    "held": (held, "answered", "wrap_up"),
    "detached": (detached, "answered", "wrap_up"),
}


@pytest.mark.parametrize("phase", PHASES)
async def test_the_caller_hangs_up(world: World, phase: str) -> None:
    reach, outcome, agent = PHASES[phase]
    page = await world.sign_in(8001)
    actor = await reach(world)
    assert actor.call.state == phase
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
    assert actor.call.id not in world.switchboard.calls


@pytest.mark.parametrize("phase", PHASES)
async def test_a_leg_breaks_with_a_cause_that_is_kept(world: World, phase: str) -> None:
    await world.sign_in(8001)
    actor = await PHASES[phase][0](world)
    await world.hang_up(actor.call.channel, cause=38)
    await world.wait(1)
    ended = world.entry(actor.call, "ended").data
    assert ended["cause"] == 38
    assert ended["outcome"] == ("answered" if actor.call.talked else "failed")


# --- the agent does not come


async def test_an_agent_who_does_not_answer_is_asked_to_say_ready_again(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_ringing()
    await world.wait(21)
    assert actor.call.state == "queued"
    agent = world.agent(8001)
    assert (agent.state, agent.reason) == ("not_ready", "no_answer")
    assert [each.outcome for each in page.of(m.CallEnded)] == ["missed"]
    assert world.entry(actor.call, "missed").data == {"person": 8001, "cause": 19}

    await world.say(page, m.Ready())
    assert str(actor.call.state) == "ringing"  # the same caller, from the old place
    await world.pick_up(actor)
    assert world.twin.world.legs[actor.call.leg].bridge == actor.call.bridge


async def test_whoever_was_missed_keeps_the_place(world: World) -> None:
    await world.sign_in(8001)
    first = await world.call_ringing("13800000001")
    await world.wait(5)
    second = await world.call_queued("13800000002")
    await world.wait(20)
    assert (first.call.state, second.call.state) == ("queued", "queued")
    await world.sign_in(8002)
    assert (first.call.person, second.call.person) == (8002, None)


@pytest.mark.parametrize("cause", [17, 21])
async def test_an_agent_refuses(world: World, cause: int) -> None:
    await world.sign_in(8001)
    actor = await world.call_ringing()
    await world.hang_up(actor.call.leg, cause)
    assert actor.call.state == "queued"
    assert world.agent(8001).reason == "no_answer"


async def test_a_telephone_that_is_not_there(world: World) -> None:
    await world.sign_in(8001)
    del world.twin.far_ends[endpoint(8001)]
    actor = await world.call_queued()
    assert actor.call.state == "queued"
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
    assert [actor.call.state for actor in actors] == ["ringing", "ringing", "queued"]
    assert [actor.call.person for actor in actors] == [8001, 8002, None]
    for actor in actors[:2]:
        await world.pick_up(actor)
    await world.wait(10)
    await world.say(pages[8002], m.HangUp(actors[1].call.id))
    assert actors[2].call.state == "queued"  # wrap-up comes first
    await world.say(pages[8002], m.Ready())
    assert (actors[2].call.state, actors[2].call.person) == ("ringing", 8002)
    await world.pick_up(actors[2])
    await world.wait(10)
    for actor in (actors[0], actors[2]):
        await world.hang_up(actor.call.channel)
    await world.wait(20)
    assert world.left() == []
    outcomes = [world.entry(actor.call, "ended").data["outcome"] for actor in actors]
    assert outcomes == ["answered"] * 3


async def test_an_agent_who_hangs_up_while_the_number_is_announced(world: World) -> None:
    await world.sign_in(8001)
    actor = await world.call_connecting()
    await world.hang_up(actor.call.leg)
    assert actor.call.state == "in_flow"
    assert world.agent(8001).state == "wrap_up"
    await world.wait(20)
    assert world.left() == []
    assert world.entry(actor.call, "ended").data["by"] == "agent"


async def test_a_number_that_cannot_be_announced_delays_nobody(world: World) -> None:
    await world.sign_in(8001)
    actor = await world.call_ringing()
    world.twin.failures["play"] = AriError(500, "no such file")
    await world.pick_up(actor)
    assert actor.call.state == "talking"


async def test_a_conversation_that_cannot_be_recorded_goes_on(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_connecting()
    world.twin.failures["snoop"] = AriError(500, "Allocation failed")
    await world.wait(10)
    assert actor.call.state == "talking"
    assert not page.of(m.CallChanged)[-1].call.recording
    assert world.entry(actor.call, "lost").data["reason"] == "refused"
    assert "is not recorded" in caplog.text
    caplog.clear()


# --- the page goes, the page comes


async def test_a_page_and_its_telephone_go_and_come_back(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    await world.leave(page)
    await world.hang_up(actor.call.leg)
    leg = world.twin.world.legs[actor.call.channel]
    assert actor.call.state == "detached"
    assert leg.music

    again = await world.come_back(page)
    assert again.of(m.Welcome)[0].call.phase == "detached"
    await world.say(again, m.Attach(actor.call.id))
    await world.pick_up(actor)
    assert str(actor.call.state) == "talking"
    assert not leg.music
    assert leg.bridge == actor.call.bridge
    assert world.twin.world.legs[actor.call.leg].bridge == actor.call.bridge
    await world.wait(40)  # nobody runs out of patience any more
    assert actor.call.state == "talking"
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    assert world.left() == []


async def test_a_page_comes_back_before_its_old_telephone_is_given_up(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    old = actor.call.leg
    await world.leave(page)
    again = await world.come_back(page)
    await world.say(again, m.Attach(actor.call.id))
    assert old in world.twin.world.legs  # until the new one is up
    await world.pick_up(actor)
    assert old not in world.twin.world.legs
    assert actor.call.state == "talking"
    assert world.agent(8001).state == "talking"


async def test_a_page_that_is_loaded_anew_while_it_rings_is_rung_again(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_ringing()
    old = actor.call.leg
    await world.leave(page)
    again = await world.come_back(page)
    await world.say(again, m.Attach(actor.call.id))
    assert actor.call.leg != old
    assert old not in world.twin.world.legs
    assert world.agent(8001).state == "ringing"
    await world.pick_up(actor)
    await world.wait(10)
    assert actor.call.state == "talking"


async def test_a_page_that_comes_back_and_does_not_take_its_leg(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    old = actor.call.leg
    await world.say(page, m.Attach(actor.call.id))
    await world.hang_up(actor.call.leg)
    assert (actor.call.state, actor.call.leg) == ("talking", old)


async def test_nobody_comes_back(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    await world.leave(page)
    await world.hang_up(actor.call.leg)
    await world.wait(31)
    assert actor.call.state in ("in_flow", "ended")
    assert world.agent(8001).state == "wrap_up"
    await world.wait(20)
    assert world.left() == []
    assert world.entry(actor.call, "agent_left").data["by"] == "system"


async def test_a_page_that_comes_back_to_a_held_caller(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    await world.say(page, m.Hold(actor.call.id))
    await world.leave(page)
    again = await world.come_back(page)
    await world.say(again, m.Attach(actor.call.id))
    await world.pick_up(actor)
    assert (actor.call.state, world.agent(8001).state) == ("held", "held")
    await world.say(again, m.Resume(actor.call.id))
    assert world.twin.world.legs[actor.call.channel].bridge == actor.call.bridge


async def test_a_second_page_of_the_same_agent_replaces_the_first(world: World) -> None:
    first = await world.sign_in(8001)
    second = await world.sign_in(8001, ready=False)
    assert first.of(m.Replaced)
    assert first.closed == (4409, "live.replaced")
    await world.say(first, m.NotReady("break"))
    assert first.refused == ["live.not_an_agent"]
    await world.leave(first)  # its end means nothing to the second
    assert world.agent(8001).present
    await world.say(second, m.NotReady("break"))
    assert world.agent(8001).state == "not_ready"


async def test_an_agent_whose_page_is_lost_is_offered_nobody(world: World) -> None:
    page = await world.sign_in(8001)
    await world.leave(page)
    actor = await world.call_queued()
    assert actor.call.state == "queued"
    await world.wait(11)
    agent = world.agent(8001)
    assert (agent.state, agent.reason) == ("not_ready", "lost")


# --- commands that cannot be done now


COMMANDS: dict[str, Callable[[str], m.Command]] = {
    "hold": m.Hold,
    "resume": m.Resume,
    "hang_up": m.HangUp,
    "attach": m.Attach,
}


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_call_of_somebody_else_is_refused(world: World, command: str) -> None:
    await world.sign_in(8001)
    actor = await world.call_talking()
    other = await world.sign_in(8002)
    await world.say(other, COMMANDS[command](actor.call.id))
    await world.say(other, COMMANDS[command]("no-such-call"))
    assert other.refused == ["live.not_your_call"] * 2
    assert actor.call.state == "talking"


async def test_commands_that_the_state_forbids_are_refused(world: World) -> None:
    page = await world.sign_in(8001)
    await world.say(page, m.NotReady("fishing"))
    await world.say(page, m.Hello())
    assert page.refused == ["live.unknown_reason", "live.already_greeted"]
    await world.call_talking()
    for command in (m.Ready(), m.NotReady("break"), m.SignOut()):
        await world.say(page, command)
    assert page.refused[2:] == ["live.not_now"] * 3
    assert world.agent(8001).state == "talking"


@pytest.mark.parametrize(
    ("reach", "command"),
    [
        (ringing, "hold"),
        (ringing, "resume"),
        (ringing, "hang_up"),
        (connecting, "hold"),
        (talking, "resume"),
        (held, "hold"),
    ],
)
async def test_a_command_too_early_or_twice_is_refused(
    world: World, reach: Reach, command: str
) -> None:
    page = await world.sign_in(8001)
    actor = await reach(world)
    state = actor.call.state
    await world.say(page, COMMANDS[command](actor.call.id))
    assert actor.call.state == state
    assert page.refused == ["live.not_now"]


async def test_signing_out_takes_the_telephone_away(world: World) -> None:
    page: Heard = await world.sign_in(8001)
    assert ("endpoint", "agent-1-8001") in world.twin.config
    await world.say(page, m.SignOut())
    assert page.closed == (4410, "live.signed_out")
    assert 8001 not in world.floor.agents
    assert world.twin.config == {}
    await world.say(page, m.Ready())  # it was on its way already
    assert page.refused == ["live.not_an_agent"]


async def test_a_far_end_that_answers_after_the_caller_went(world: World) -> None:
    world.twin.far_ends[endpoint(8001)] = FarEnd(rings=0.1, answers=0.5)
    await world.sign_in(8001)
    actor = await world.call_ringing()
    leg = actor.call.leg
    world.twin.hang_up(actor.call.channel)
    world.twin.pick_up(leg)  # in the same moment
    await world.settle()
    assert world.left() == []
    assert world.agent(8001).state == "ready"
