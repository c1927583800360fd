"""What the automatic service costs, beside the dialplan and beside a bare controller.

``./dev bench flows [--quick] [--only FIGURE …]``: on an installation of its own, everything
on loopback. See docs/measurements.md.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from dataclasses import dataclass

import uvloop

from bench.kit import crowd, editor, linting, path, steps
from bench.kit.ground import Ground, ground
from bench.kit.report import Report
from bench.kit.telephones import Telephones
from devkit.say import Stop, line

FIGURES = ("steps", "lint", "editor", "path", "crowd")


@dataclass(frozen=True)
class Size:
    """How much is done."""

    rounds: int
    path_calls: int  # of one round and side
    callers: int  # at once


FULL = Size(3, 60, 300)
QUICK = Size(1, 8, 40)


async def measure(place: Ground, size: Size, wanted: set[str], report: Report) -> None:
    """Every figure that needs a running installation; what failed is among the faults."""
    if "editor" in wanted:
        line("  the editor …")
        await editor.measure(place, size.rounds, report)
    await asyncio.to_thread(place.stop, "web", "worker")  # no figure below is about them
    async with Telephones(place.env.ports.carrier_sip, place.exchange) as telephones:
        if "path" in wanted:
            line("  a long way …")
            await path.measure(place, telephones, size.rounds, size.path_calls, report)
        if "crowd" in wanted:
            line(f"  {size.callers} callers at once …")
            await crowd.measure(place, telephones, size.rounds, size.callers, report)


def main(words: list[str] | None = None) -> int:
    """0 when every promise holds."""
    parser = argparse.ArgumentParser(prog="./dev bench flows", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few calls, one round")
    parser.add_argument("--only", nargs="+", choices=FIGURES, default=FIGURES)
    options = parser.parse_args(words)
    logging.basicConfig(level=logging.WARNING)
    size, wanted = QUICK if options.quick else FULL, set(options.only)
    report = Report("flows")
    try:
        if "steps" in wanted:
            line("  steps …")
            steps.measure(size.rounds, report)
        if "lint" in wanted:
            line("  lint …")
            linting.measure(size.rounds, report)
        if wanted - {"steps", "lint"}:
            with ground(agents=0) as place:
                uvloop.run(measure(place, size, wanted, report))
    except Stop as stop:
        line(f"\n{stop}")
        return 1
    report.print()
    return 0 if report.holds else 1


if __name__ == "__main__":
    sys.exit(main())
