"""From the INVITE to the first sound of the first prompt, as the caller hears it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bench.kit import hearing
from bench.kit.ground import LINE, Ground
from bench.kit.native import PROMPT
from bench.kit.report import Promise, Report
from bench.kit.rounds import Side, SideName, at_rate, in_turn, percentile
from bench.kit.telephones import Failed, Telephone, Telephones

RATE = 20.0
_LISTEN_SECONDS = 1.5
_LIMIT_MS = 200.0
SIDES = (Side("native", PROMPT), Side("ours", LINE))


@dataclass
class Delays:
    """Milliseconds since the INVITE was sent, one for each call."""

    answered: list[float] = field(default_factory=list)
    packet: list[float] = field(default_factory=list)
    sound: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def add(self, telephone: Telephone) -> None:
        leg, began = telephone.leg, telephone.dialled_at
        self.answered.append((telephone.answered_at - began) * 1000)
        self.packet.append((leg.first_at - began) * 1000)
        self.sound.append((leg.sound_at - began) * 1000)


async def measure(
    ground: Ground, telephones: Telephones, rounds: int, count: int, report: Report
) -> None:
    """``rounds`` of each side in turn, ``count`` calls each."""
    found: dict[SideName, Delays] = {side.who: Delays() for side in SIDES}
    welcome = hearing.template(ground.env.sounds / "shifan" / "welcome.wav")
    for turn in in_turn(SIDES, rounds):
        for side in turn:
            await _round(telephones, side, count, found[side.who], welcome)
    _tell(report, found)


async def _round(
    telephones: Telephones, side: Side, count: int, delays: Delays, welcome: hearing.Samples
) -> None:
    async def call(index: int) -> Telephone:
        telephone = await telephones.dial(side.number, f"138{index:08}")
        await asyncio.sleep(_LISTEN_SECONDS)
        await telephones.hang_up(telephone)
        return telephone

    for one in await at_rate(count, RATE, call):
        if isinstance(one, Failed):
            delays.failed.append(str(one))
        elif not one.leg.sound_at or not hearing.holds(hearing.decode(one.leg.heard), welcome):
            delays.failed.append("answered, but the welcome was not heard")
        else:
            delays.add(one)


def _tell(report: Report, found: dict[SideName, Delays]) -> None:
    ours, native = found["ours"], found["native"]
    report.faults += [f"first prompt, {who}: {text}" for who in found for text in found[who].failed]
    if not ours.sound or not native.sound:
        return
    figures: dict[str, object] = {"rate": RATE, "calls": len(ours.sound)}
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        for what in ("answered", "packet", "sound"):
            mine = percentile(getattr(ours, what), share)
            theirs = percentile(getattr(native, what), share)
            title = {"answered": "answer", "packet": "first packet", "sound": "first sound"}[what]
            report.row(f"INVITE to {title}, {name}, ms", mine, theirs, mine / theirs)
            figures[f"{what}_{name}_ms"] = {"ours": round(mine, 1), "native": round(theirs, 1)}
    report.figures["first_prompt"] = figures
    worst = round(percentile(ours.sound, 0.99), 1)
    report.promises.append(Promise("first prompt audible at 20 calls/s, p99, ms", worst, _LIMIT_MS))
