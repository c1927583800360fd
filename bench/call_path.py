"""What a call costs and how soon it is answered, beside Asterisk's own dialplan and app_queue.

``./dev bench call_path [--quick] [--only FIGURE …]``: native and ours in one run, on an
installation of its own (``var/bench-call-path``), everything on loopback. A full run takes
about 25 minutes; ``--quick`` proves in three minutes that the bench works, its figures
are noise. See docs/measurements.md.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from dataclasses import dataclass

import uvloop

from bench.kit import ivr, prompt, talk
from bench.kit.desk import Desk
from bench.kit.ground import Ground, ground
from bench.kit.report import Report
from bench.kit.telephones import Telephones
from devkit.say import Stop, line

FIGURES = ("memory", "prompt", "ivr", "queued", "ramp")
_REST_SECONDS = 5.0


@dataclass(frozen=True)
class Size:
    """How much is done. Calls are of one round and side."""

    rounds: int
    prompt_calls: int
    ivr_calls: int
    queued_calls: int
    agents: int
    rates: tuple[float, ...]


FULL = Size(6, 200, 120, 40, 160, (5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 40.0))
QUICK = Size(1, 60, 30, 12, 60, (5.0, 10.0))


async def measure(place: Ground, size: Size, wanted: set[str], report: Report) -> None:
    """Every figure, one after another; what failed is among the report's faults."""
    if "memory" in wanted:
        await asyncio.sleep(_REST_SECONDS)
        await asyncio.to_thread(_memory, place, report)
    await asyncio.to_thread(place.stop, "web", "worker")  # no figure below is about them
    async with Telephones(place.env.ports.carrier_sip, place.exchange) as telephones:
        if "prompt" in wanted:
            line("  first prompt …")
            await prompt.measure(place, telephones, size.rounds, size.prompt_calls, report)
        if "ivr" in wanted:
            line("  IVR …")
            await ivr.measure(place, telephones, size.rounds, size.ivr_calls, report)
        if wanted & {"queued", "ramp"}:
            await _talks(place, telephones, size, wanted, report)


async def _talks(
    place: Ground, telephones: Telephones, size: Size, wanted: set[str], report: Report
) -> None:
    async with Desk(place) as desk:
        most = int(talk.RATE * (talk.SECONDS + 10))
        await desk.sign_in(place.members[:most])
        talks = talk.Talks(place, telephones, desk)
        if "queued" in wanted:
            line("  queued calls …")
            await talk.measure(talks, size.rounds, size.queued_calls, report)
        if "ramp" in wanted:
            line("  calls a second …")
            await desk.sign_in(place.members[most:])
            await talk.ramp(talks, size.rates, report)
        report.faults += [f"an agent's page was refused: {text}" for text in desk.refused[:3]]


def _memory(place: Ground, report: Report) -> None:
    report.figures["memory_mib"] = {}
    for part, held in place.memory().items():
        report.row(f"memory at rest, {part}, MiB", f"{held.own:.0f} (RSS {held.resident:.0f})")
        report.figures["memory_mib"][part] = {"pss": held.own, "rss": held.resident}


def main(words: list[str] | None = None) -> int:
    """0 when every promise holds."""
    parser = argparse.ArgumentParser(prog="./dev bench call_path", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few calls, one round")
    parser.add_argument("--only", nargs="+", choices=FIGURES, default=FIGURES)
    options = parser.parse_args(words)
    logging.basicConfig(level=logging.WARNING)
    size = QUICK if options.quick else FULL
    report = Report("call_path")
    try:
        with ground(size.agents) as place:
            uvloop.run(measure(place, size, set(options.only), report))
    except Stop as stop:
        line(f"\n{stop}")
        return 1
    report.print()
    return 0 if report.holds else 1


if __name__ == "__main__":
    sys.exit(main())
