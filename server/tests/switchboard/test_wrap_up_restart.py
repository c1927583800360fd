"""Wrap-up over a reload of the page and a restart of the switchboard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lianxin.live import messages as m
from tests.switchboard.world import World


@pytest.mark.parametrize("killed", [False, True])
async def test_a_page_that_is_loaded_again_knows_which_call_is_wrapped_up(
    world: World, killed: bool
) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    assert world.agent(8001).view().last_call == ""
    await world.hang_up(actor.call.channel)
    told = page.of(m.AgentChanged)[-1].agent
    assert (told.state, told.last_call) == ("wrap_up", actor.call.id)
    if killed:
        await world.restart()
    else:
        await world.leave(page)
    again = await world.come_back(page)
    assert again.of(m.Welcome)[-1].agent == told
    await world.say(again, m.Ready())
    assert world.agent(8001).view().last_call == actor.call.id


async def test_the_time_to_wrap_up_goes_on_over_a_restart(world: World) -> None:
    queues = tuple(replace(each, wrap_up_seconds=30) for each in world.plans.queues)
    world.plans = replace(world.plans, queues=queues)
    await world.restart()
    page = await world.sign_in(8001)
    actor = await world.call_talking()
    await world.hang_up(actor.call.channel)
    await world.wait(10)
    await world.restart()
    await world.come_back(page)
    await world.wait(15)
    assert world.agent(8001).state == "wrap_up"
    await world.wait(10)
    assert world.agent(8001).state == "ready"
