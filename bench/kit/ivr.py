"""CPU of a caller who only listens and presses keys: 10 s and three nodes."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Any

from bench.kit import hearing
from bench.kit.controller import bare_controller
from bench.kit.ground import IVR_LINE, Ground
from bench.kit.native import BARE, IVR
from bench.kit.report import Promise, Report
from bench.kit.rounds import Cost, Side, SideName, at_rate, costing, in_turn, middle, spread
from bench.kit.telephones import Failed, Telephone, Telephones

RATE = 10.0
SECONDS = 10.0
_PRESSES = ((2.5, "2"), (5.5, "4"))
_PROMPTS = ("shifan/welcome", "zh/main_menu", "zh/closed_hours")
_RATIO, _SWITCHBOARD_MS = 1.15, 4.0
SIDES = (Side("native", IVR), Side("ours", IVR_LINE))


async def measure(
    ground: Ground, telephones: Telephones, rounds: int, count: int, report: Report
) -> None:
    """``rounds`` of each side in turn, ``count`` calls each."""
    costs: defaultdict[SideName, list[Cost]] = defaultdict(list)
    pieces = [hearing.template(ground.env.sounds / f"{name}.wav") for name in _PROMPTS]
    with bare_controller(ground, _script(ground)) as bare:
        for turn in in_turn((*SIDES, Side("bare", BARE)), rounds):
            for side in turn:
                calls, cost = await costing(ground, _round(telephones, side, count), bare)
                costs[side.who].append(cost)
                report.faults += _faults(side, calls, pieces)
    _tell(report, costs, count)


def _script(ground: Ground) -> list[dict[str, Any]]:
    """The same three nodes for a controller that knows no flow."""
    welcome, menu, about = ([f"sound:{ground.env.sounds / name}"] for name in _PROMPTS)
    return [
        {"play": welcome, "until": "key"},
        {"play": menu, "until": "key"},
        {"play": about, "until": "end"},
        {"play": menu, "until": "the caller hangs up"},
    ]


async def _round(telephones: Telephones, side: Side, count: int) -> list[Telephone | Failed]:
    async def call(index: int) -> Telephone:
        telephone = await telephones.dial(side.number, f"138{index:08}")
        passed = 0.0
        for at, key in _PRESSES:
            await asyncio.sleep(at - passed)
            telephone.leg.press(key)
            passed = at
        await asyncio.sleep(SECONDS - passed)
        await telephones.hang_up(telephone)
        return telephone

    return await at_rate(count, RATE, call)


def _faults(
    side: Side, calls: list[Telephone | Failed], pieces: list[hearing.Samples]
) -> list[str]:
    """Every caller must have heard all three prompts: the keys were read, the nodes entered."""
    found = []
    for call in calls:
        if isinstance(call, Failed):
            found.append(f"IVR, {side.who}: {call}")
            continue
        heard = hearing.decode(call.leg.heard)
        missing = [
            name
            for name, piece in zip(_PROMPTS, pieces, strict=True)
            if not hearing.holds(heard, piece)
        ]
        if missing:
            found.append(f"IVR, {side.who}: not heard: {', '.join(missing)}")
    return found


def _tell(report: Report, costs: dict[SideName, list[Cost]], count: int) -> None:
    asterisk = [cost.asterisk / count for cost in costs["ours"]]
    switchboard = [cost.switchboard / count for cost in costs["ours"]]
    ours = [cost.of_call("ours", count) for cost in costs["ours"]]
    native = [cost.of_call("native", count) for cost in costs["native"]]
    bare = [cost.of_call("bare", count) for cost in costs["bare"]]
    least = middle([mine / theirs for mine, theirs in zip(bare, native, strict=True)])
    pairs = [mine / theirs for mine, theirs in zip(ours, native, strict=True)]
    ratio = middle(pairs)  # of neighbours in time: the machine was as busy for both
    report.row("IVR call of 10 s, CPU a call, ms", middle(ours), middle(native), ratio)
    report.row("  of which Asterisk", middle(asterisk), middle(native))
    report.row("  of which switchboard", middle(switchboard), "–")
    report.row("  noise between rounds, %", 100 * spread(ours), 100 * spread(native))
    report.row("  ratio, round by round", " ".join(f"{pair:.2f}" for pair in pairs))
    report.row("  a bare controller, which keeps nothing", middle(bare), middle(native), least)
    report.figures["ivr"] = {
        "rate": RATE,
        "calls_a_round": count,
        "ours_ms": [round(value, 2) for value in ours],
        "native_ms": [round(value, 2) for value in native],
        "bare_ms": [round(value, 2) for value in bare],
        "bare_ratio": round(least, 3),
        "switchboard_ms": round(middle(switchboard), 2),
        "ratio": round(ratio, 3),
        "ratios": [round(pair, 3) for pair in pairs],
    }
    report.promises += [
        Promise("IVR call, CPU beside the native dialplan", round(ratio, 3), _RATIO),
        Promise(
            "IVR call, the switchboard's own CPU, ms",
            round(middle(switchboard), 2),
            _SWITCHBOARD_MS,
        ),
    ]
