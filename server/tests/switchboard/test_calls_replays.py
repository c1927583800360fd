"""What callers hear of the flow when the switchboard comes back: a prompt from its beginning."""

from __future__ import annotations

import pytest

from lianxin.switchboard.calls.flow_runner import RESUMED_WAIT_SECONDS
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
    await world.wait(5)
    await world.press(actor, "99")  # a case number, half typed
    patience, channel = actor.call.patience, actor.call.channel
    assert patience > RESUMED_WAIT_SECONDS
    await world.restart()
    actor = world.of(channel)
    await world.wait(patience - 0.5)
    assert actor.call.session["typed"] == "99"
