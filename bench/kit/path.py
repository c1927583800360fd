"""What a long way through the shipped flow costs, beside a controller that plays the same."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Any

import soundfile

from bench.kit.controller import bare_controller
from bench.kit.ground import CENTRE, LINE, Ground
from bench.kit.native import BARE
from bench.kit.report import Promise, Report
from bench.kit.rounds import Side, SideName, at_rate, in_turn, middle
from bench.kit.telephones import Failed, Telephones
from bench.kit.usage import cpu_ms
from lianxin.flows.codec import read
from lianxin.flows.default import template
from lianxin.rules.flow.effects import Digits
from lianxin.rules.flow.simulator import simulate
from lianxin.rules.speaking import spell

RATE = 4.0
_SETTLE_SECONDS = 2.0
SIDES = (Side("bare", BARE), Side("ours", LINE))
_RATIO = 2.0
_AT = "2026-02-13T09:00:00+08:00"

#: A complaint: through both menus, the introduction, words, the number read out twice, the menu.
_STEPS: tuple[dict[str, Any], ...] = (
    {"do": "wait", "seconds": 2},
    {"do": "key", "key": "2"},
    {"do": "wait", "seconds": 2},
    {"do": "key", "key": "2"},
    {"do": "wait", "seconds": 2},
    {"do": "key", "key": "1"},
    {"do": "wait", "seconds": 14},
    {"do": "speak", "seconds": 5},
    {"do": "key", "key": "#"},
    {"do": "wait", "seconds": 4},
    {"do": "key", "key": "1"},
    {"do": "wait", "seconds": 40},
    {"do": "hang_up"},
)


async def measure(
    ground: Ground, telephones: Telephones, rounds: int, count: int, report: Report
) -> None:
    """``rounds`` of each side in turn, ``count`` calls each."""
    lines = _walk(ground)
    presses, seconds = _presses(lines)
    costs: defaultdict[SideName, list[float]] = defaultdict(list)
    with bare_controller(ground, _script(ground, lines)) as bare:
        for turn in in_turn(SIDES, rounds):
            for side in turn:
                before = _used(ground, side, bare)
                calls = await _round(telephones, side, count, presses, seconds)
                await asyncio.sleep(_SETTLE_SECONDS)
                costs[side.who].append((_used(ground, side, bare) - before) / count)
                failed = [each for each in calls if isinstance(each, Failed)]
                report.faults += [f"path, {side.who}: {each}" for each in failed[:3]]
    _tell(report, costs, count, seconds, lines)


async def _round(
    telephones: Telephones,
    side: Side,
    count: int,
    presses: list[tuple[float, str]],
    seconds: float,
) -> list[Failed | None]:
    async def call(index: int) -> None:
        telephone = await telephones.dial(side.number, f"136{index:08}")
        passed = 0.0
        for at, key in presses:
            await asyncio.sleep(at - passed)
            telephone.leg.press(key)
            passed = at
        await asyncio.sleep(seconds - passed)
        await telephones.hang_up(telephone)

    return await at_rate(count, RATE, call)


def _used(ground: Ground, side: Side, bare: int) -> float:
    """Asterisk, and whoever tells it what to do."""
    engines = ground.cpu_ms()
    return engines["asterisk"] + (engines["switchboard"] if side.who == "ours" else cpu_ms(bare))


# --- the way


def _walk(ground: Ground) -> list[dict[str, Any]]:
    """The transcript of the way: the simulator knows what is said, and for how long."""
    flow = read(template())
    lengths = {(id, "zh"): (id, _seconds(ground, id)) for id in _recorded(ground)}
    setup = {"line": LINE, "caller": "13600000000", "at": _AT}
    run = simulate(flow, setup, _STEPS, lengths).to_json()
    transcript: list[dict[str, Any]] = run["transcript"]
    return transcript


def _recorded(ground: Ground) -> set[str]:
    return {path.stem for path in ground.env.sounds.glob("zh/*.wav")}


def _seconds(ground: Ground, id: str) -> float:
    return float(soundfile.info(f"{_file(ground, id)}.wav").duration)


def _file(ground: Ground, id: str) -> str:
    own = ground.env.sounds / CENTRE / id
    return str(own if own.with_name(f"{id}.wav").exists() else ground.env.sounds / "zh" / id)


def _parts(said: str) -> list[str]:
    """The recordings of a prompt, or of a number that is read out digit by digit."""
    return list(spell(Digits(said), "zh")) if said.isdigit() else [said]


def _presses(lines: list[dict[str, Any]]) -> tuple[list[tuple[float, str]], float]:
    """When which key is pressed, and when the caller hangs up; seconds from the answer."""
    keys = [(line["at"], line["text"]) for line in lines if line["kind"] == "pressed"]
    return keys, lines[-1]["at"]


def _script(ground: Ground, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same for a controller that knows no flow. The last prompt plays until the end."""
    script: list[dict[str, Any]] = []
    for line in lines:
        if line["kind"] == "play":
            parts = [id for said in line["data"]["said"] for id in _parts(said)]
            media = [f"sound:{_file(ground, id)}" for id in parts]
            script.append({"play": media, "until": "end"})
        elif line["kind"] == "record":
            script.append({"record": True})
        elif line["kind"] == "key" and "play" in script[-1]:
            script[-1]["until"] = "key"
    script[-1]["until"] = "the caller hangs up"
    return script


def _tell(
    report: Report,
    costs: dict[SideName, list[float]],
    count: int,
    seconds: float,
    lines: list[dict[str, Any]],
) -> None:
    ours, bare = costs["ours"], costs["bare"]
    ratio = middle([mine / theirs for mine, theirs in zip(ours, bare, strict=True)])
    nodes = sum(line["kind"] == "entered" for line in lines)
    report.row(
        f"a way of {nodes} nodes and {seconds:.0f} s, CPU a call, ms", middle(ours), middle(bare)
    )
    report.row("  beside a bare controller", "", "", ratio)
    report.figures["path"] = {
        "nodes": nodes,
        "seconds": round(seconds, 1),
        "calls_a_round": count,
        "ours_ms": [round(value, 2) for value in ours],
        "bare_ms": [round(value, 2) for value in bare],
        "ratio": round(ratio, 3),
    }
    name = "a long way through the default flow, CPU beside a bare controller"
    report.promises.append(Promise(name, round(ratio, 3), _RATIO))
