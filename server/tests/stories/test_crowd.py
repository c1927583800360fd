"""A hundred callers at once on different nodes of different versions and centres: each hears
their own prompts and nobody else's."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from devkit.carrier import hearing
from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories.air import BYE, hears, own_tone, publish, say, ship_tones
from tests.stories.conftest import eventually
from tests.stories.test_death import nothing_left

pytestmark = pytest.mark.timeout(180)

CALLERS = 100
#: Callers who are dialled at once: a burst like that of a disaster's first minute.
BURST = 20
CENTRES = ("shifan", "shixian")
VERSIONS = 3  # lines of each centre, each with a version of its own


@dataclass(frozen=True)
class Way:
    """What the callers of one line hear, one after another."""

    line: str
    centre: str
    tones: tuple[float, float, float]


def tones() -> list[float]:
    """Far enough from each other, and from each other's harmonics, to be told apart."""
    return [400.0 + 110 * n for n in range(2 * len(CENTRES) * VERSIONS)]


async def ways(stack: Stack) -> list[Way]:
    """Each line has a menu and a sentence of its own, and its centre's own greeting."""
    free, made = iter(tones()), []
    for c, centre in enumerate(CENTRES):
        greeting = 2000.0 + 300 * c
        own_tone(stack, centre, "tone_greeting", greeting, 0.7)
        for v in range(VERSIONS):
            line, first, second = f"74{c}{v}", next(free), next(free)
            ship_tones(stack, {f"tone_{line}_a": first, f"tone_{line}_b": second}, 0.8)
            menu = {
                "type": "menu", "prompts": ["tone_greeting", f"tone_{line}_a"],
                "keys": {"1": "second"}, "timeout_seconds": 30, "otherwise": "bye",
            }  # fmt: skip
            nodes = {"menu": menu, "second": say(f"tone_{line}_b", "wait"), "bye": BYE}
            nodes["wait"] = {"type": "wait", "seconds": 30, "next": "bye"}
            await publish(stack, line, nodes, centre)
            made.append(Way(line, centre, (greeting, first, second)))
    return made


async def test_a_hundred_callers_hear_their_own_prompts(stack: Stack, carrier: Carrier) -> None:
    made = await ways(stack)
    every = {*tones(), *(way.tones[0] for way in made)}
    lines = asyncio.Semaphore(BURST)

    async def one(n: int) -> str:
        way = made[n % len(made)]
        async with lines:
            call = await carrier.dial(way.line, caller=f"139000074{n:02}")
            await call.answered()
        await hears(call, way.tones[1])
        if n % 2:  # half of them stand in the menu, half hear the next node
            await call.keys("1")
            await hears(call, way.tones[2])
        here.append(n)
        await everybody.wait()
        await call.hangup()
        sound = hearing.load(await call.heard())
        heard = {hertz for hertz in every if hearing.tone_seconds(sound, hertz) >= 0.2}
        expected = {*way.tones} if n % 2 else {*way.tones[:2]}
        return "" if heard == expected else f"{n} on {way.line}: {heard ^ expected}"

    here: list[int] = []
    everybody = asyncio.Event()
    calls = [asyncio.create_task(one(n)) for n in range(CALLERS)]

    async def all_here() -> bool:
        return len(here) == CALLERS or any(task.done() for task in calls)

    await eventually(all_here, "a hundred callers on their nodes", seconds=100)
    everybody.set()
    wrong = [each for each in await asyncio.gather(*calls) if each]
    assert wrong == []

    async def recorded() -> bool:
        [(count,)] = await asyncio.to_thread(
            stack.sql,
            "SELECT count(*) FROM calls_call WHERE caller LIKE '139000074%%'"
            " AND line_number LIKE '74%%' AND ended_at IS NOT NULL",
        )
        return int(count) == CALLERS

    await eventually(recorded, "a record of every call")
    await nothing_left(stack)
