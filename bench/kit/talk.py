"""Calls that are queued, answered by an agent at the carrier, and recorded.

Before anything is printed it is counted what each side really did: calls answered at the
agents' telephones, audio in both directions, recordings with both voices in them.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from bench.kit import hearing, native
from bench.kit.desk import Desk
from bench.kit.ground import QUEUE_LINE, Ground
from bench.kit.report import Promise, Report
from bench.kit.rounds import Cost, Side, SideName, at_rate, costing, in_turn, middle, spread
from bench.kit.telephones import AGENT_HERTZ, CALLER_HERTZ, Failed, Telephone, Telephones

RATE = 2.0
SECONDS = 20.0
_RATIO = 1.20
_SLACK_SECONDS = 1.0  # ringing, answering, hanging up
_STORE_SECONDS = 20.0  # what recordings may take to be complete
_RAMP_SECONDS, _RAMP_CALL_SECONDS = 10.0, 3.0
SIDES = (Side("native", native.QUEUE), Side("ours", QUEUE_LINE))


@dataclass
class Work:
    """What one round really did."""

    calls: int
    answered: int = 0  # at the agents' telephones
    heard: int = 0  # calls in which both heard the other
    recorded: int = 0  # recordings of the right length with both voices
    failures: list[str] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        done = (self.answered, self.heard, self.recorded)
        return done == (self.calls,) * 3 and not self.failures

    def __str__(self) -> str:
        text = f"{self.calls} calls: {self.answered} answered, {self.heard} heard both ways, "
        text += f"{self.recorded} recorded"
        return text + "".join(f"; {failure}" for failure in sorted(set(self.failures)))


class Talks:
    """Rounds of such calls on one installation."""

    def __init__(self, ground: Ground, telephones: Telephones, desk: Desk) -> None:
        self._ground = ground
        self._telephones = telephones
        self._desk = desk
        self._folders: dict[SideName, Path] = {
            "ours": ground.env.store,
            "native": native.recordings(ground.env),
        }
        self._seen: set[Path] = set()

    async def round(self, side: Side, count: int, rate: float, seconds: float) -> tuple[Work, Cost]:
        """``count`` calls, each of ``seconds`` from the answer to the caller's hanging up."""
        await self._desk.all_ready()
        self._telephones.forget()

        async def call(index: int) -> Telephone:
            telephone = await self._telephones.dial(side.number, f"138{index:08}")
            await asyncio.sleep(seconds)
            await self._telephones.hang_up(telephone)
            return telephone

        calls, cost = await costing(self._ground, at_rate(count, rate, call))
        return await self._look(side, calls, seconds), cost

    async def _look(self, side: Side, calls: list[Telephone | Failed], seconds: float) -> Work:
        work = Work(len(calls), failures=[str(one) for one in calls if isinstance(one, Failed)])
        took = self._telephones.taken
        work.answered = len(took)
        callers = sum(
            _hears(one, AGENT_HERTZ, seconds) for one in calls if isinstance(one, Telephone)
        )
        work.heard = min(callers, sum(_hears(one, CALLER_HERTZ, seconds) for one in took))
        work.recorded = await self._recorded(side, work.calls, seconds)
        return work

    async def _recorded(self, side: Side, count: int, seconds: float) -> int:
        """Wait for the files of a round; count those that hold what they should."""
        folder = self._folders[side.who]
        fresh: set[Path] = set()
        for _ in range(int(_STORE_SECONDS / 0.2)):
            fresh = set(folder.rglob("*.wav")) - self._seen
            if len(fresh) >= count:
                break
            await asyncio.sleep(0.2)
        self._seen |= fresh
        return sum(_is_good(path, seconds) for path in fresh)


def _hears(one: Telephone, hertz: int, seconds: float) -> bool:
    heard = hearing.decode(one.leg.heard)
    return hearing.seconds(heard) > seconds - _SLACK_SECONDS and hearing.has_tone(heard, hertz)


def _is_good(recording: Path, seconds: float) -> bool:
    samples = hearing.read(recording)
    right = abs(hearing.seconds(samples) - seconds) < _SLACK_SECONDS
    return right and all(hearing.has_tone(samples, hz) for hz in (CALLER_HERTZ, AGENT_HERTZ))


async def measure(talks: Talks, rounds: int, count: int, report: Report) -> None:
    """CPU: ``rounds`` of each side in turn, ``count`` calls each."""
    costs: defaultdict[SideName, list[Cost]] = defaultdict(list)
    for turn in in_turn(SIDES, rounds):
        for side in turn:
            work, cost = await talks.round(side, count, RATE, SECONDS)
            costs[side.who].append(cost)
            if not work.is_complete:
                report.faults.append(f"queued call, {side.who}: {work}")
    _tell(report, costs, count)


def _tell(report: Report, costs: dict[SideName, list[Cost]], count: int) -> None:
    ours = [cost.of_call("ours", count) for cost in costs["ours"]]
    native = [cost.of_call("native", count) for cost in costs["native"]]
    switchboard = middle([cost.switchboard / count for cost in costs["ours"]])
    pairs = [mine / theirs for mine, theirs in zip(ours, native, strict=True)]
    ratio = middle(pairs)  # of neighbours in time: the machine was as busy for both
    report.row("queued, recorded call of 20 s, CPU, ms", middle(ours), middle(native), ratio)
    report.row("  of which Asterisk", middle(ours) - switchboard, middle(native))
    report.row("  of which switchboard", switchboard, "–")
    report.row("  noise between rounds, %", 100 * spread(ours), 100 * spread(native))
    report.row("  ratio, round by round", " ".join(f"{pair:.2f}" for pair in pairs))
    report.figures["queued"] = {
        "rate": RATE,
        "calls_a_round": count,
        "ours_ms": [round(value, 2) for value in ours],
        "native_ms": [round(value, 2) for value in native],
        "switchboard_ms": round(switchboard, 2),
        "ratio": round(ratio, 3),
        "ratios": [round(pair, 3) for pair in pairs],
    }
    name = "queued, answered, recorded call, CPU beside app_queue with MixMonitor"
    report.promises.append(Promise(name, round(ratio, 3), _RATIO))


async def ramp(talks: Talks, rates: tuple[float, ...], report: Report) -> None:
    """Short calls, faster and faster, until anything fails; native first."""
    reached: dict[SideName, str] = {}
    figures: dict[str, object] = {"call_seconds": _RAMP_CALL_SECONDS}
    for side in SIDES:
        good, reason = 0.0, ""
        for rate in rates:
            count = int(rate * _RAMP_SECONDS)
            work, cost = await talks.round(side, count, rate, _RAMP_CALL_SECONDS)
            if not work.is_complete:
                reason = f"{rate:g}/s: {work}"
                break
            good = rate
            busy = (cost.asterisk + cost.switchboard + cost.bench) / cost.seconds / 10
            report.row(f"  {side.who} at {rate:g}/s: load, % of one core", f"{busy:.0f}")
        reached[side.who] = f"{good:g}" if reason else f"over {good:g}"
        figures[side.who] = {"good": good, "first_failure": reason}
        if reason:
            report.row(f"  {side.who} failed first at", reason)
    report.row("calls/s of 3 s without any failure", reached["ours"], reached["native"])
    report.figures["ramp"] = figures
