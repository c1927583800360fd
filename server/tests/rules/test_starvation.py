"""A failed test is run again only where the machine was at fault."""

from __future__ import annotations

import pytest

from devkit.starvation import (
    LATE,
    LONGEST,
    MOST_LACKING,
    MOST_LATE,
    MOST_WAITING,
    Delays,
    Probe,
    starved,
)

NAPS = 1000
QUIET = Delays(NAPS, late=0, longest=0.001)


def test_a_quiet_machine_excuses_nothing() -> None:
    assert starved(QUIET) == ""
    assert starved(QUIET, [0.0, MOST_LACKING]) == ""
    assert starved(Delays(NAPS, round(NAPS * MOST_LATE), LONGEST, MOST_WAITING)) == ""


@pytest.mark.parametrize(
    ("delays", "lacking", "why"),
    [
        (Delays(NAPS, round(NAPS * MOST_LATE) + 1, 0.02), [], "sleeps ended late"),
        (Delays(NAPS, 1, LONGEST + 0.01), [], "one sleep ended"),
        (Delays(NAPS, waiting=MOST_WAITING + 0.01), [], "waited for a processor"),
        (QUIET, [0.0, MOST_LACKING + 0.01], "a telephone lacks"),
        (Delays(), [], "never ran"),
    ],
)
def test_what_starves(delays: Delays, lacking: list[float], why: str) -> None:
    assert why in starved(delays, lacking)


def test_sleeps_are_counted() -> None:
    seen = Delays().with_one(0.0).with_one(LATE).with_one(3 * LATE)
    assert seen == Delays(3, late=1, longest=3 * LATE)
    assert seen.share == pytest.approx(1 / 3)


def test_the_probe_counts_from_when_it_is_told() -> None:
    with Probe() as probe:
        probe.begin()
        first = probe.seen()
        while (seen := probe.seen()).naps <= first.naps:
            pass
        probe.begin()
        assert probe.seen().naps <= seen.naps
