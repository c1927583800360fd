"""A caller and outside telephones: who answers first, what is told when nobody does."""

from __future__ import annotations

import pytest

from lianxin.rules.flow import Flow
from lianxin.rules.flow.effects import Dial
from lianxin.switchboard.ari import AriError
from lianxin.switchboard.ari.twin import FarEnd
from lianxin.switchboard.calls.actor import CallActor
from tests.switchboard.probe import Probe, into, run
from tests.switchboard.test_calls_restart import one_record
from tests.switchboard.world import World, outside

DUTY, OTHER = "02155500001", "13900000002"
ENDS = ("answered", "busy", "no_answer", "refused", "failed", "0")


async def dialling(world: World, *numbers: str, seconds: int = 30) -> CallActor:
    """A caller for whom these ring; each way in which it ends leads to its own node."""
    for number in numbers:
        world.twin.far_ends.setdefault(outside(number), FarEnd())
    start = Probe(asks=(Dial(0, numbers, seconds),), exits={end: f"n{end}" for end in ENDS})
    nodes = {f"n{end}": Probe() for end in ENDS}
    return await into(world, start=start, **nodes)


async def talking(world: World) -> CallActor:
    actor = await dialling(world, DUTY)
    [leg] = legs(actor)
    world.twin.pick_up(leg)
    await world.settle()
    assert actor.call.phase == "outside"
    return actor


REACH = {"dialling": lambda world: dialling(world, DUTY, OTHER), "outside": talking}


def legs(actor: CallActor) -> list[str]:
    return [leg.id for leg in actor.call.legs_of("outside")]


def node(actor: CallActor) -> str:
    return str(actor.call.session["node"])


async def test_the_first_who_answers_talks_with_the_caller(world: World) -> None:
    actor = await dialling(world, DUTY, OTHER)
    call, caller = actor.call, world.twin.world.legs[actor.call.channel]
    first, second = legs(actor)
    assert caller.music
    assert world.twin.world.legs[first].channel.state in ("Down", "Ringing")
    world.twin.pick_up(second)
    await world.settle()
    assert (call.phase, caller.music) == ("outside", False)
    assert first not in world.twin.world.legs
    assert set(world.twin.world.bridges[call.bridge].channels) == {second, call.channel}
    assert [*world.twin.world.live] == [*call.recordings]
    await world.press(actor, "0")  # theirs, not the flow's
    assert node(actor) == "start"

    await world.wait(20)
    await world.hang_up(second)
    assert (call.phase, node(actor)) == ("in_flow", "nanswered")
    await world.hang_up(call.channel)
    assert world.left() == []
    assert world.kinds(call) == [
        *("started", "dialled", "dial_answered", "recording"),
        *("dial_ended", "stored", "ended"),
    ]
    assert world.entry(call, "dialled").data == {
        "numbers": [DUTY, OTHER],
        "legs": [first, second],
    }
    assert world.entry(call, "dial_answered").data == {"number": OTHER, "leg": second}
    assert world.entry(call, "stored").data["milliseconds"] == 20_000
    assert world.entry(call, "ended").data["outcome"] == "transferred"


@pytest.mark.parametrize(
    ("causes", "end"),
    [
        ((17,), "busy"),
        ((21,), "refused"),
        ((19,), "no_answer"),
        ((34,), "failed"),
        ((1, 17), "busy"),
        ((17, 19), "no_answer"),
        ((21, 34), "refused"),
    ],
)
async def test_nobody_takes_it(world: World, causes: tuple[int, ...], end: str) -> None:
    numbers = (DUTY, OTHER)[: len(causes)]
    for number, cause in zip(numbers, causes, strict=True):
        world.twin.far_ends[outside(number)] = FarEnd(refuses=cause, answers=3)
    actor = await dialling(world, *numbers)
    await world.wait(4)
    assert (actor.call.phase, node(actor)) == ("in_flow", f"n{end}")
    assert world.entry(actor.call, "dial_ended").data == {"reason": end, "leg": ""}
    assert [leg for leg in world.twin.world.legs if leg.startswith("out.")] == []
    assert not world.twin.world.legs[actor.call.channel].music


async def test_nobody_answers_in_time(world: World) -> None:
    actor = await dialling(world, DUTY, OTHER, seconds=15)
    await world.wait(16)
    assert node(actor) == "nno_answer"


@pytest.mark.parametrize("number", ["", "tel:1", "1@evil", "PJSIP/1", "12&34"])
async def test_what_is_no_number_is_not_dialled(world: World, number: str) -> None:
    actor = await dialling(world, number)
    assert node(actor) == "nfailed"
    assert not [what for what in world.twin.commands if what[0] == "originate"]


async def test_a_trunk_that_refuses(world: World) -> None:
    world.twin.failures["originate"] = AriError(500, "Allocation failed")
    actor = await dialling(world, DUTY)
    assert node(actor) == "nfailed"


async def test_the_caller_gives_up_waiting_by_a_key(world: World) -> None:
    actor = await dialling(world, DUTY, OTHER)
    await world.press(actor, "0")
    assert (actor.call.phase, node(actor)) == ("in_flow", "n0")
    assert world.left() == [actor.call.channel]
    assert world.entry(actor.call, "dial_ended").data == {"reason": "stopped", "leg": ""}


@pytest.mark.parametrize("state", REACH)
async def test_the_caller_hangs_up(world: World, state: str) -> None:
    actor = await REACH[state](world)
    talks = legs(actor)[0] if state == "outside" else ""
    await world.hang_up(actor.call.channel)
    assert world.left() == []
    assert world.entry(actor.call, "dial_ended").data == {"reason": "caller", "leg": talks}
    outcome = "transferred" if state == "outside" else "no_choice"
    assert world.entry(actor.call, "ended").data["outcome"] == outcome
    one_record(world, actor.call.id)


async def test_two_who_answer_at_once(world: World) -> None:
    actor = await dialling(world, DUTY, OTHER)
    first, second = legs(actor)
    world.twin.pick_up(first)
    world.twin.pick_up(second)
    await world.settle()
    assert set(world.twin.world.bridges[actor.call.bridge].channels) == {
        first,
        actor.call.channel,
    }
    assert second not in world.twin.world.legs


# --- kill -9


@pytest.mark.parametrize("state", REACH)
async def test_it_goes_on_after_a_kill(world: World, state: str) -> None:
    actor = await REACH[state](world)
    await world.restart()
    actor = world.of(actor.call.channel)
    assert actor.call.phase == state
    leg = legs(actor)[0]
    if state == "dialling":
        world.twin.pick_up(leg)
        await world.settle()
    await world.wait(5)
    assert set(world.twin.world.bridges[actor.call.bridge].channels) == {leg, actor.call.channel}
    await world.hang_up(leg)
    assert node(actor) == "nanswered"
    await world.hang_up(actor.call.channel)
    assert world.left() == []
    one_record(world, actor.call.id)


@pytest.mark.parametrize("state", REACH)
@pytest.mark.parametrize("who", ["caller", "outside", "both"])
async def test_they_hang_up_in_the_gap(world: World, state: str, who: str) -> None:
    actor = await REACH[state](world)
    call = actor.call
    await world.kill()
    if who != "caller":
        for leg in legs(actor):
            await world.hang_up(leg, 17 if state == "dialling" else 16)
    if who != "outside":
        await world.hang_up(call.channel)
    await world.start()
    await world.wait(1)
    if who == "outside":
        assert node(world.of(call.channel)) == ("nanswered" if state == "outside" else "nno_answer")
        await world.hang_up(call.channel)
    await world.wait(20)
    assert world.left() == []
    one_record(world, call.id)


async def test_somebody_answers_in_the_gap(world: World) -> None:
    actor = await dialling(world, DUTY, OTHER)
    first, second = legs(actor)
    await world.kill()
    world.twin.pick_up(first)
    await world.start()
    actor = world.of(actor.call.channel)
    assert actor.call.phase == "outside"
    assert second not in world.twin.world.legs
    assert set(world.twin.world.bridges[actor.call.bridge].channels) == {
        first,
        actor.call.channel,
    }


async def test_a_leg_that_no_checkpoint_knows_rings_for_nobody(world: World) -> None:
    actor = await dialling(world, DUTY)
    await world.kill()
    stray = f"out.{actor.call.id}.stray"
    world.twin.far_ends["PJSIP/1@carrier"] = FarEnd()
    await world.twin.connect()
    await world.twin.originate("PJSIP/1@carrier", stray)
    await world.start()
    assert stray not in world.twin.world.legs
    assert legs(world.of(actor.call.channel))


async def test_asterisk_dies(world: World) -> None:
    actor = await talking(world)
    world.twin.restart()
    await world.wait(2)
    assert world.left() == []
    one_record(world, actor.call.id)


@pytest.mark.parametrize(("agents", "outcome"), [("start", "abandoned"), (None, "no_choice")])
async def test_who_waits_in_vain_for_the_night_bell_wanted_an_agent(
    world: World, agents: str | None, outcome: str
) -> None:
    """``agents``: where the flow's agents are; elsewhere a dialled telephone is no agent."""
    world.twin.far_ends.setdefault(outside(DUTY), FarEnd())
    start = Probe(asks=(Dial(0, (DUTY,), 30),))
    nodes = {"start": start}
    flow = Flow(id="probe", title="probe", start="start", nodes=nodes, agent_node=agents)
    run(world, flow)
    actor = await world.call_in()
    await world.wait(5)
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    assert world.entry(actor.call, "ended").data["outcome"] == outcome
