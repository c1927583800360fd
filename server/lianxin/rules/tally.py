"""How often something happened of late: counted in steps of ten minutes, for a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

STEP = timedelta(minutes=10)
KEPT = timedelta(days=1)


@dataclass(frozen=True)
class Tally:
    """``counts``: of each step since the epoch. A step that has begun within a span is in it."""

    counts: Mapping[int, int] = field(default_factory=dict)

    def plus(self, now: float) -> Tally:
        """One more at ``now`` (seconds since the epoch), without what is older than a day."""
        step = _step(now)
        counts = {each: count for each, count in self.counts.items() if each > step - _steps(KEPT)}
        return Tally({**counts, step: counts.get(step, 0) + 1})

    def within(self, span: timedelta, now: float) -> int:
        """How often within ``span`` before ``now``; at most ten minutes more are looked at."""
        step = _step(now)
        return sum(count for each, count in self.counts.items() if each >= step - _steps(span))

    def over(self, now: float) -> bool:
        """Whether nothing of it is looked at any more."""
        return not self.within(KEPT, now)


def _step(now: float) -> int:
    return int(now // STEP.total_seconds())


def _steps(span: timedelta) -> int:
    return int(span / STEP)
