"""kill -9 within a step, after every number of turns: one record, no orphan, no stuck agent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

import pytest

from lianxin.live import messages as m
from lianxin.rules.flow.effects import Dial
from lianxin.rules.lifecycle import LegRole
from lianxin.switchboard.ari.twin import FarEnd
from lianxin.switchboard.calls.actor import CallActor
from tests.switchboard.probe import Probe, into
from tests.switchboard.reach import Reach
from tests.switchboard.soundness import sound
from tests.switchboard.test_callbacks import CITIZEN, QUEUE, Bye, busy, reached
from tests.switchboard.test_calls import PHASES
from tests.switchboard.test_calls_restart import at_one, one_record, reach
from tests.switchboard.test_outside import DUTY
from tests.switchboard.test_outside import REACH as OUTSIDE
from tests.switchboard.world import World
from tests.switchboard.world import outside as outside_endpoint

Act = Callable[[World, CallActor], None]


def caller_leaves(world: World, actor: CallActor) -> None:
    world.twin.hang_up(actor.call.channel)


def agent_leaves(world: World, actor: CallActor) -> None:
    world.twin.hang_up(actor.call.newest_agent_leg)


def agent_parts(world: World, actor: CallActor) -> None:
    world.gateway.command(world.pages[8001].page, m.HangUp(actor.call.id))


def agent_picks_up(world: World, actor: CallActor) -> None:
    world.twin.pick_up(actor.call.newest_agent_leg)


def agent_holds(world: World, actor: CallActor) -> None:
    world.gateway.command(world.pages[8001].page, m.Hold(actor.call.id))


def agent_resumes(world: World, actor: CallActor) -> None:
    world.gateway.command(world.pages[8001].page, m.Resume(actor.call.id))


def caller_presses(keys: str) -> Act:
    def press(world: World, actor: CallActor) -> None:
        world.twin.press(actor.call.channel, keys)

    return press


def agent_attaches(world: World, actor: CallActor) -> None:
    world.gateway.command(world.pages[8001].page, m.Attach(actor.call.id))


def first_leg_ends(world: World, actor: CallActor) -> None:
    world.twin.hang_up(actor.call.legs_of("agent")[0].id)


def others_answer(role: LegRole) -> Act:
    def answer(world: World, actor: CallActor) -> None:
        world.twin.pick_up(actor.call.legs_of(role)[-1].id)

    return answer


def others_refuse(role: LegRole) -> Act:
    def refuse(world: World, actor: CallActor) -> None:
        world.twin.hang_up(actor.call.legs_of(role)[-1].id, 17)

    return refuse


# --- where they stand


async def dialling(world: World) -> CallActor:
    await world.sign_in(8001)
    return await OUTSIDE["dialling"](world)


async def outside(world: World) -> CallActor:
    await world.sign_in(8001)
    return await OUTSIDE["outside"](world)


async def calling_back(world: World) -> CallActor:
    """The agent is there, the citizen's telephone rings."""
    return (await reached(world))[1]


async def reattaching(world: World) -> CallActor:
    """One leg talks, the one of the page that came back rings."""
    actor = await reach(world, "talking")
    await world.say(world.pages[8001], m.Attach(actor.call.id))
    return actor


async def before_a_dial(world: World) -> CallActor:
    await world.sign_in(8001)
    world.twin.far_ends[outside_endpoint(DUTY)] = FarEnd()
    return await into(
        world, start=Probe(exits={"1": "dials"}), dials=Probe(asks=(Dial(0, (DUTY,), 30),))
    )


async def before_a_callback(world: World) -> CallActor:
    await busy(world)
    world.twin.far_ends[outside_endpoint(CITIZEN)] = FarEnd()
    start = Probe(exits={"1": "queue"})
    nodes = {"promised": Probe(), "refused": Probe(), "bye": Bye()}
    return await into(world, CITIZEN, start=start, queue=QUEUE, **nodes)


REACH: dict[str, Reach] = {
    **{phase: partial(reach, phase=phase) for phase in PHASES},
    **{
        each.__name__: each
        for each in (
            *(dialling, outside, calling_back, reattaching),
            *(before_a_dial, before_a_callback),
        )
    },
}

STEPS: list[tuple[str, Act]] = [
    *((phase, caller_leaves) for phase in PHASES),
    *((phase, agent_leaves) for phase in ("ringing", "connecting", "talking", "held")),
    *((phase, agent_parts) for phase in ("connecting", "talking", "held")),
    ("ringing", agent_picks_up),
    ("ringing", caller_presses("2")),
    ("talking", agent_holds),
    ("held", agent_resumes),
    ("in_flow", caller_presses("1")),
    ("in_flow", caller_presses("221*")),
    *((phase, agent_attaches) for phase in ("ringing", "connecting", "talking", "held")),
    *((phase, agent_attaches) for phase in ("reattaching", "calling_back")),
    *(("reattaching", act) for act in (agent_picks_up, agent_leaves, first_leg_ends, agent_parts)),
    *(("calling_back", act) for act in (others_answer("caller"), others_refuse("caller"))),
    *(("calling_back", act) for act in (agent_leaves, agent_parts)),
    *(("dialling", act) for act in (others_answer("outside"), others_refuse("outside"))),
    *(("outside", act) for act in (others_refuse("outside"), caller_leaves)),
    ("dialling", caller_leaves),
    ("before_a_dial", caller_presses("1")),
    ("before_a_callback", caller_presses("1")),
]


@pytest.mark.parametrize(("where", "step"), STEPS)
async def test_killed_within_a_step(
    tmp_path_factory: pytest.TempPathFactory, where: str, step: Act
) -> None:
    """The process dies after every number of turns that the loop takes for a step."""
    for turns in range(1, 14, 3):
        async with World(tmp_path_factory.mktemp("killed")) as world:
            actor = await REACH[where](world)
            step(world, actor)
            for _ in range(turns):
                await asyncio.sleep(0)
            await world.restart()
            sound(world)
            await world.wait(15)
            at_one(world, 8001)
            call = actor.call
            for channel in [*world.twin.world.legs]:
                if channel == call.channel or channel.startswith(("out.", "back.")):
                    await world.hang_up(channel)
            await world.wait(20)
            mine = [thing for thing in world.left() if call.id in thing or thing == call.channel]
            assert mine == [], turns
            at_one(world, 8001)
            sound(world)
            if call.callback is None or call.id not in world.calls:
                one_record(world, call.id)
            else:
                assert world.calls[call.id].call.state == "queued", "they are called again"


async def test_an_agent_who_hangs_up_before_the_two_talked_leaves_the_caller_in_the_queue(
    world: World,
) -> None:
    call = (await reach(world, "connecting")).call
    await world.kill()
    await world.hang_up(call.newest_agent_leg)
    await world.start()
    assert world.agent(8001).state == "wrap_up"
    assert world.of(call.channel).call.phase == "queued"
    await world.hang_up(call.channel)
    await world.wait(20)
    assert world.left() == []
    one_record(world, call.id)
    assert world.entry(call, "ended").data["by"] == "caller"
