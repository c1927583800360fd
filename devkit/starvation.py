"""Whether a test that judges sound in real time had the machine that it needs.

A process beside the tests sleeps 10 ms at a time and counts how late it wakes. The kernel knows
how long somebody waited for a processor (pressure stall information). The telephones of the
simulated carrier know how much shorter their recordings are than the time that passed. A
switchboard that answers late, or sends no sound, makes none of these worse.

``python -m devkit.starvation`` is the process: a line on its input asks.
"""

from __future__ import annotations

import json
import select
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Self

#: One sleep, and from when on it counts as late: half of a packet of sound (20 ms). Seconds.
NAP, LATE = 0.01, 0.01
#: Starved is whose sleeps were late more often than this share of them, or once by so much (five
#: packets: no sender of sound can hide that), or where somebody waited for a processor for so much
#: of the time, or who has a telephone that lacks so much of what it should have recorded (seconds).
#: docs/measurements.md has what was seen on a quiet machine and on a busy one.
MOST_LATE, LONGEST, MOST_WAITING, MOST_LACKING = 0.02, 0.1, 0.6, 0.5
_PRESSURE = Path("/proc/pressure/cpu")


@dataclass(frozen=True)
class Delays:
    """What the process saw since it was last asked to begin anew. ``longest`` in seconds;
    ``waiting``: the share of the time in which somebody waited for a processor, 0 where the
    kernel does not tell."""

    naps: int = 0
    late: int = 0
    longest: float = 0.0
    waiting: float = 0.0

    def with_one(self, late_by: float) -> Delays:
        """After one more sleep, which ended ``late_by`` seconds after its time."""
        return replace(
            self,
            naps=self.naps + 1,
            late=self.late + (late_by > LATE),
            longest=max(self.longest, late_by),
        )

    @property
    def share(self) -> float:
        """Of the sleeps, how many ended late: 0 to 1."""
        return self.late / self.naps if self.naps else 0.0


def starved(delays: Delays, lacking: Iterable[float] = ()) -> str:
    """In what a test was starved; "" when it was not.

    ``lacking``: of each telephone of the test, by how many seconds its recording is too short.
    A process that never woke in time to count anything was starved too.
    """
    worst = max(lacking, default=0.0)
    if delays.naps == 0:
        return "the probe never ran"
    if delays.share > MOST_LATE:
        return f"{delays.share:.1%} of {delays.naps} sleeps ended late"
    if delays.longest > LONGEST:
        return f"one sleep ended {delays.longest * 1000:.0f} ms late"
    if delays.waiting > MOST_WAITING:
        return f"somebody waited for a processor for {delays.waiting:.0%} of the time"
    if worst > MOST_LACKING:
        return f"a telephone lacks {worst:.2f} s of its recording"
    return ""


class Probe:
    """The process, for whoever asks it. Started by ``with``."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "devkit.starvation"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()  # the end of its input is its end

    def begin(self) -> None:
        """Count anew from now on."""
        self._ask("begin")

    def seen(self) -> Delays:
        """Since ``begin``."""
        return self._ask("seen")

    def _ask(self, what: str) -> Delays:
        assert self._process.stdin is not None  # noqa: S101 - made with pipes
        assert self._process.stdout is not None  # noqa: S101 - made with pipes
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()
        return Delays(**json.loads(self._process.stdout.readline()))


def waited() -> float:
    """For how long somebody waited for a processor since the machine began, in seconds."""
    if not _PRESSURE.exists():
        return 0.0
    some = _PRESSURE.read_text("ascii").splitlines()[0]
    return int(some.rpartition("total=")[2]) / 1e6


def main() -> int:
    """Sleep and count until the input ends; tell at each line of it."""
    began = due = time.monotonic()  # the first sleep is over at once
    delays, before = Delays(), waited()
    while True:
        asked, _, _ = select.select([sys.stdin], [], [], max(0.0, due - time.monotonic()))
        if (now := time.monotonic()) >= due:
            delays, due = delays.with_one(now - due), now + NAP
        if not asked:
            continue
        if not (word := sys.stdin.readline()):
            return 0
        share = (waited() - before) / max(NAP, now - began)
        print(json.dumps(asdict(replace(delays, waiting=share))), flush=True)
        if word.strip() == "begin":
            delays, began, before = Delays(), now, waited()


if __name__ == "__main__":
    sys.exit(main())
