"""Many callers at once in an IVR: what one of them costs, beside the native dialplan."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable

from bench.kit.ground import Ground
from bench.kit.ivr import SIDES
from bench.kit.report import Promise, Report
from bench.kit.rounds import SETTLE_SECONDS, Side, SideName, at_rate, in_turn, middle
from bench.kit.telephones import Failed, Telephones

RATE = 20.0
WINDOW_SECONDS = 20.0
#: A key every five seconds: prompts are heard in part, menus never run out of time.
_KEYS, _PAUSE = "2444444444", 5.0
#: Callers at equal CPU: ours may be at least nine for ten of the dialplan's.
_LEAST = 0.9


async def measure(
    ground: Ground, telephones: Telephones, rounds: int, callers: int, report: Report
) -> None:
    """``rounds`` of each side in turn; the CPU is that of a window in which all are there."""
    costs: defaultdict[SideName, list[float]] = defaultdict(list)
    for turn in in_turn(SIDES, rounds):
        for side in turn:
            cost, faults = await _round(ground, telephones, side, callers)
            costs[side.who].append(cost)
            report.faults += faults
    _tell(report, costs, callers)


async def _round(
    ground: Ground, telephones: Telephones, side: Side, callers: int
) -> tuple[float, list[str]]:
    """Milliseconds of CPU a caller and second, and who was lost on the way."""
    everybody = asyncio.Event()

    async def call(index: int) -> None:
        telephone = await telephones.dial(side.number, f"137{index:08}")
        pressing = asyncio.create_task(_press(telephone.leg.press))
        await everybody.wait()
        pressing.cancel()
        await telephones.hang_up(telephone)

    calls = asyncio.create_task(at_rate(callers, RATE, call))
    await asyncio.sleep(callers / RATE + SETTLE_SECONDS)
    before = ground.cpu_ms()
    await asyncio.sleep(WINDOW_SECONDS)
    after = ground.cpu_ms()
    everybody.set()
    faults = [f"crowd, {side.who}: {each}" for each in await calls if isinstance(each, Failed)]
    await asyncio.sleep(SETTLE_SECONDS)
    parts = ("asterisk", "switchboard") if side.who == "ours" else ("asterisk",)
    used = sum(after[part] - before[part] for part in parts)
    return used / WINDOW_SECONDS / callers, faults[:3]


async def _press(press: Callable[[str], None]) -> None:
    for key in _KEYS:
        await asyncio.sleep(_PAUSE)
        press(key)


def _tell(report: Report, costs: dict[SideName, list[float]], callers: int) -> None:
    ours, native = costs["ours"], costs["native"]
    ratio = middle([theirs / mine for mine, theirs in zip(ours, native, strict=True)])
    report.row(f"{callers} callers at once, CPU a caller, ms/s", middle(ours), middle(native))
    report.row("  callers at equal CPU", "", "", ratio)
    report.figures["crowd"] = {
        "callers": callers,
        "ours_ms_per_second": [round(value, 3) for value in ours],
        "native_ms_per_second": [round(value, 3) for value in native],
        "ratio": round(ratio, 3),
    }
    name = "callers of the dialplan for the CPU of one of ours (0.9 the other way round)"
    report.promises.append(Promise(name, round(1 / ratio, 3), round(1 / _LEAST, 3)))
