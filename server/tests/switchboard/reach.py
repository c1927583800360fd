"""Callers brought to wherever a test wants to have them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from lianxin.live import messages as m
from lianxin.switchboard.calls.actor import CallActor
from tests.switchboard.world import World

Reach = Callable[[World], Awaitable[CallActor]]


async def in_flow(world: World) -> CallActor:
    return await world.call_in()


async def queued(world: World) -> CallActor:
    first = await world.call_talking()  # the only agent is taken
    assert first.call.phase == "talking"
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
    await world.hang_up(actor.call.newest_agent_leg)
    return actor
