"""What callers hear of the flow when the switchboard comes back: a prompt from its beginning."""

from __future__ import annotations

import pytest

from lianxin.rules.flow.nodes.collect import Collect
from lianxin.switchboard.calls.flow_runner import RESUMED_WAIT_SECONDS
from tests.switchboard.probe import Probe, into
from tests.switchboard.test_calls_messages import CODE, NUMBER
from tests.switchboard.test_calls_restart import one_record
from tests.switchboard.world import World


def plays(world: World) -> list[object]:
    """What callers were played, in order."""
    return [what[2] for what in world.twin.commands if what[0] == "play"]


@pytest.mark.parametrize("gap", [0.5, 60])
async def test_a_prompt_is_played_again_and_the_tries_are_the_callers(
    world: World, gap: float
) -> None:
    """Also one that went on to its end while nobody listened: the menu is not over with it."""
    actor = await world.call_in()
    await world.press(actor, "9")  # no such key: one try is gone, the menu is said again
    channel, before = actor.call.channel, dict(actor.call.session)
    heard = plays(world)
    await world.kill()
    world.twin.advance(gap)
    await world.start()
    await world.settle()
    actor = world.of(channel)
    assert plays(world) == [*heard, heard[-1]]
    assert actor.call.session == before
    await world.kill()  # and once more
    await world.start()
    await world.settle()
    actor = world.of(channel)
    assert plays(world) == [*heard, heard[-1], heard[-1]]
    assert actor.call.session == before
    await world.wait(5)  # it is heard to its end, and the caller has time
    assert "wait" in actor.call.session["open"]
    await world.press(actor, "1")
    assert actor.call.keys[-1] == "1"
    await world.hang_up(channel)
    await world.wait(1)
    one_record(world, actor.call.id)


async def test_the_time_for_a_key_is_whole_after_a_gap(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "23")
    while "wait" not in actor.call.session["open"]:  # until a case number has been asked for
        await world.wait(1)
    before = dict(actor.call.session)
    patience, channel = actor.call.patience, actor.call.channel
    assert patience > RESUMED_WAIT_SECONDS
    await world.restart()
    actor = world.of(channel)
    await world.wait(patience - 0.5)
    assert actor.call.session == before


@pytest.mark.parametrize("before", ["", "1234#"])
async def test_a_number_that_is_half_typed_is_asked_for_anew_and_costs_no_try(
    world: World, before: str
) -> None:
    """The keys of the gap are nobody's; ``before``: one try is gone already, and stays so."""
    ask = Collect(
        prompts=("ask_case_number",), into="number", minimum=6, maximum=6, ok="done", failed="lost"
    )
    actor = await into(world, ask=ask, done=Probe(), lost=Probe())
    channel = actor.call.channel
    await world.press(actor, before)
    await world.wait(4)
    tries = actor.call.session["tries"]
    await world.press(actor, "123")
    await world.kill()
    await world.start()
    actor = world.of(channel)
    assert "ask_case_number" in str(plays(world)[-1])
    assert (actor.call.session["typed"], actor.call.session["tries"]) == ("", tries)
    await world.wait(4)
    await world.press(actor, "123456#")
    assert actor.call.session["node"] == "done"
    assert actor.call.session["variables"]["number"] == "123456"


async def test_a_case_number_is_kept_where_only_its_code_was_half_typed(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "23")
    await world.wait(5)
    await world.press(actor, f"{NUMBER}#")
    await world.wait(5)
    await world.press(actor, CODE[:2])
    await world.restart()
    await world.wait(8)
    await world.press(world.of(actor.call.channel), f"{CODE}#")
    await world.wait(2)
    assert world.database.asked == [(NUMBER, CODE, "13800000001")]
