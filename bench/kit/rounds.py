"""Many calls at a steady rate, what they cost, and how the figures are summed up."""

from __future__ import annotations

import asyncio
import math
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from bench.kit.ground import Ground
from bench.kit.telephones import Failed
from bench.kit.usage import cpu_ms

#: Asterisk's own dialplan, Lianxin, and the least that can control a call over ARI.
SideName = Literal["native", "ours", "bare"]
T = TypeVar("T")
#: After the last call of a round: the ledger is shipped, recordings are put away.
SETTLE_SECONDS = 2.0


@dataclass(frozen=True)
class Side:
    """One of those that are compared, and the number that reaches it."""

    who: SideName
    number: str


@dataclass(frozen=True)
class Cost:
    """CPU of one round in milliseconds: of each engine, and of the bench itself."""

    asterisk: float
    switchboard: float
    bench: float
    seconds: float
    bare: float = 0.0

    def of_call(self, who: SideName, calls: int) -> float:
        """What counts: for the dialplan Asterisk alone, for others who controls it as well."""
        beside = {"native": 0.0, "ours": self.switchboard, "bare": self.bare}
        return (self.asterisk + beside[who]) / calls


async def at_rate(count: int, rate: float, call: Callable[[int], Awaitable[T]]) -> list[T | Failed]:
    """Begin ``count`` calls, ``rate`` a second, and wait for all of them."""
    begun = time.monotonic()
    tasks = []
    for index in range(count):
        await asyncio.sleep(max(0.0, begun + index / rate - time.monotonic()))
        tasks.append(asyncio.create_task(_caught(call(index))))
    return list(await asyncio.gather(*tasks))


async def _caught(work: Awaitable[T]) -> T | Failed:
    try:
        return await work
    except Failed as failure:
        return failure


async def costing(ground: Ground, work: Awaitable[T], bare: int = 0) -> tuple[T, Cost]:
    """Do ``work``, let everything settle, and say what it cost. ``bare``: that controller's
    process, where there is one."""
    before, own, begun = ground.cpu_ms(), time.process_time(), time.monotonic()
    controller = cpu_ms(bare) if bare else 0.0
    result = await work
    own = time.process_time() - own
    await asyncio.sleep(SETTLE_SECONDS)
    after = ground.cpu_ms()
    return result, Cost(
        asterisk=after["asterisk"] - before["asterisk"],
        switchboard=after["switchboard"] - before["switchboard"],
        bench=own * 1000,
        seconds=time.monotonic() - begun,
        bare=cpu_ms(bare) - controller if bare else 0.0,
    )


def in_turn(sides: tuple[Side, ...], rounds: int) -> list[tuple[Side, ...]]:
    """Who goes first changes each round: a machine that gets busier favours nobody."""
    firsts = (index % len(sides) for index in range(rounds))
    return [sides[first:] + sides[:first] for first in firsts]


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least ``share`` of them do not exceed.

    >>> percentile([1, 2, 3, 4], 0.5), percentile([1, 2, 3, 4], 0.99)
    (2, 4)
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def middle(values: Sequence[float]) -> float:
    return statistics.median(values)


def spread(values: Sequence[float]) -> float:
    """How far the rounds of one side lie apart, as a share of their median: the noise."""
    return (max(values) - min(values)) / statistics.median(values)
