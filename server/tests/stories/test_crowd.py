"""A hundred callers at once on different nodes of different versions and centres: each hears
their own prompts and nobody else's."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from devkit.carrier import hearing
from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories.air import BYE, callers_on, own_tone, publish, say, ship_tones
from tests.stories.conftest import eventually
from tests.stories.test_death import nothing_left

pytestmark = pytest.mark.timeout(180)

CALLERS = 100
#: Callers who are dialled at once: a burst like that of a disaster's first minute.
BURST = 20
CENTRES = ("shifan", "shixian")
#: The greeting and the menu's sentence are over by then, on a slow machine too.
LISTENS_SECONDS = 5.0
VERSIONS = 3  # lines of each centre, each with a version of its own


@dataclass(frozen=True)
class Way:
    """What the callers of one line hear, one after another."""

    line: str
    version: int
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
                "keys": {"1": "second"}, "timeout_seconds": 30, "tries": 5, "otherwise": "bye",
            }  # fmt: skip
            nodes = {"menu": menu, "second": say(f"tone_{line}_b", "wait"), "bye": BYE}
            nodes["wait"] = {"type": "wait", "seconds": 300, "next": "bye"}
            version = await publish(stack, line, nodes, centre)
            made.append(Way(line, version, (greeting, first, second)))
    return made


def heard_by(call: Call, every: set[float]) -> set[float]:
    """Which tones a call has heard; one that is none of them is told as it is."""
    spans = hearing.tones(hearing.load(call.heard_path))
    heard = {min(every, key=lambda known: abs(known - tone.hertz)) for tone in spans}
    strange = {tone.hertz for tone in spans if min(abs(tone.hertz - k) for k in every) > 20}
    return heard | strange


async def test_a_hundred_callers_hear_their_own_prompts(stack: Stack, carrier: Carrier) -> None:
    made = await ways(stack)
    versions = [way.version for way in made]
    every = {*tones(), *(way.tones[0] for way in made)}
    burst = asyncio.Semaphore(BURST)

    async def arrive(n: int) -> Call:
        """Half of them stay in the menu, half go on to the next node."""
        async with burst:
            call = await carrier.dial(made[n % len(made)].line, caller=f"139000074{n:02}")
            await call.answered()
            await asyncio.sleep(LISTENS_SECONDS)
            if n % 2:
                await call.keys("1")
        return call

    async def all_stand() -> bool:
        now = await callers_on(stack, versions)
        nodes = [node for counts in now.values() for node, n in counts.items() for _ in range(n)]
        return sorted(nodes) == ["menu"] * (CALLERS // 2) + ["wait"] * (CALLERS // 2)

    calls = await asyncio.gather(*(arrive(n) for n in range(CALLERS)))
    await eventually(all_stand, "a hundred callers on their nodes", seconds=60)
    await asyncio.gather(*(call.hangup() for call in calls))
    wrong = []
    for n, call in enumerate(calls):
        await call.heard()
        way = made[n % len(made)]
        expected = {*way.tones} if n % 2 else {*way.tones[:2]}
        if (heard := heard_by(call, every)) != expected:
            wrong.append(f"{n} on {way.line}: {heard} for {expected}")
    assert wrong == []

    async def recorded() -> bool:
        [(count,)] = await asyncio.to_thread(
            stack.sql,
            "SELECT count(*) FROM calls_call WHERE flow_version = ANY(%s) AND ended_at IS NOT NULL",
            versions,
        )
        return int(count) == CALLERS

    await eventually(recorded, "a record of every call", seconds=40)
    assert await callers_on(stack, versions) == {}
    await nothing_left(stack)
