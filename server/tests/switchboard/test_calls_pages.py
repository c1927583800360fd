"""Pages that go and come in the middle of a call, and what they may not ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lianxin.live import messages as m
from lianxin.switchboard.acd.floor import ABSENT_SECONDS
from lianxin.switchboard.ari.twin import FarEnd
from lianxin.switchboard.ledger.journal import Reader
from tests.switchboard.pages import Heard
from tests.switchboard.reach import Reach, connecting, held, ringing, talking
from tests.switchboard.world import World, endpoint


async def test_a_page_and_its_telephone_go_and_come_back(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    await world.leave(page)
    await world.hang_up(actor.call.newest_agent_leg)
    leg = world.twin.world.legs[actor.call.channel]
    assert actor.call.phase == "detached"
    assert leg.music

    again = await world.come_back(page)
    assert again.of(m.Welcome)[0].calls[0].phase == "detached"
    await world.say(again, m.Attach(actor.call.id))
    await world.pick_up(actor)
    assert str(actor.call.phase) == "talking"
    assert not leg.music
    assert leg.bridge == actor.call.bridge
    assert world.twin.world.legs[actor.call.newest_agent_leg].bridge == actor.call.bridge
    await world.wait(40)  # nobody runs out of patience any more
    assert actor.call.phase == "talking"
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    assert world.left() == []


async def test_a_page_comes_back_before_its_old_telephone_is_given_up(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    old = actor.call.newest_agent_leg
    await world.leave(page)
    again = await world.come_back(page)
    await world.say(again, m.Attach(actor.call.id))
    assert old in world.twin.world.legs  # until the new one is up
    await world.pick_up(actor)
    assert old not in world.twin.world.legs
    assert actor.call.phase == "talking"
    assert world.agent(8001).state == "talking"


async def test_a_page_that_is_loaded_anew_while_it_rings_is_rung_again(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_ringing()
    old = actor.call.newest_agent_leg
    await world.leave(page)
    again = await world.come_back(page)
    await world.say(again, m.Attach(actor.call.id))
    assert actor.call.newest_agent_leg != old
    assert old not in world.twin.world.legs
    assert world.agent(8001).state == "ringing"
    await world.pick_up(actor)
    await world.wait(10)
    assert actor.call.phase == "talking"


async def test_a_page_that_comes_back_and_does_not_take_its_leg(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    old = actor.call.newest_agent_leg
    await world.say(page, m.Attach(actor.call.id))
    await world.hang_up(actor.call.newest_agent_leg)
    assert (actor.call.phase, actor.call.newest_agent_leg) == ("talking", old)


async def test_nobody_comes_back(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    await world.leave(page)
    await world.hang_up(actor.call.newest_agent_leg)
    await world.wait(31)
    assert actor.call.phase in ("in_flow", "ended")
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
    assert (actor.call.phase, world.agent(8001).state) == ("held", "held")
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
    assert actor.call.phase == "queued"
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
    assert actor.call.phase == "talking"


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
    state = actor.call.phase
    await world.say(page, COMMANDS[command](actor.call.id))
    assert actor.call.phase == state
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
    leg = actor.call.newest_agent_leg
    world.twin.hang_up(actor.call.channel)
    world.twin.pick_up(leg)  # in the same moment
    await world.settle()
    assert world.left() == []
    assert world.agent(8001).state == "ready"


async def test_the_journal_tells_since_when_and_why_an_agent_is_not_ready(world: World) -> None:
    page = await world.sign_in(8001)
    for reason, seconds in (("meal", 60), ("break", 30)):
        await world.say(page, m.NotReady(reason))
        await world.wait(seconds)
    await world.say(page, m.Ready())
    reader = Reader(world.env.journal)
    reader.read(1_000_000)
    *_, meal, rest, over = reader.changes
    assert (meal.reason, rest.reason, over.reason) == ("meal", "break", "")
    assert (round(rest.at - meal.at), round(over.at - rest.at)) == (60, 30)
    assert len(reader.changes) == len(set(reader.changes))


async def test_nobodys_break_goes_on_when_their_page_has_gone(world: World) -> None:
    page = await world.sign_in(8001)
    await world.say(page, m.NotReady("break"))
    await world.leave(page)
    await world.wait(ABSENT_SECONDS + 1)
    assert (world.agent(8001).state, world.agent(8001).reason) == ("not_ready", "lost")


async def test_a_page_knows_the_call_before_its_agents_state(world: World) -> None:
    """F6 says hold or resume by the call, and who sees their state change may press it at once."""
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    for command, state in ((m.Hold, "held"), (m.Resume, "talking")):
        page.notices.clear()
        await world.say(page, command(actor.call.id))
        [call] = [n for n, each in enumerate(page.notices) if isinstance(each, m.CallChanged)]
        states = [n for n, each in enumerate(page.notices) if isinstance(each, m.AgentChanged)]
        assert states
        assert call < states[0]
        assert (page.phase, page.of(m.AgentChanged)[-1].agent.state) == (state, state)
