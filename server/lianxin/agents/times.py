"""How long agents were not ready on a day, by reason. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class Stretch(Protocol):
    """One time of being not ready; ``ended_at`` None: it still is so."""

    @property
    def reason(self) -> str: ...

    @property
    def began_at(self) -> datetime: ...

    @property
    def ended_at(self) -> datetime | None: ...


@dataclass(frozen=True)
class ReasonTime:
    """``times``: how many of them fall into the day, one that began before it included."""

    reason: str
    seconds: float
    times: int


@dataclass(frozen=True)
class Running:
    reason: str
    since: datetime


@dataclass(frozen=True)
class NotReadyTimes:
    """``seconds`` of all reasons; ``reasons``, the longest first; what still runs, if anything."""

    seconds: float
    reasons: tuple[ReasonTime, ...]
    running: Running | None


def summed(
    stretches: Iterable[Stretch], begin: datetime, end: datetime, now: datetime
) -> NotReadyTimes:
    """Add up the part of each stretch between ``begin`` and ``end``; what runs is counted to
    ``now``."""
    seconds: dict[str, float] = {}
    times: dict[str, int] = {}
    running: Running | None = None
    for each in stretches:
        until = min(each.ended_at or now, end)
        within = (until - max(each.began_at, begin)).total_seconds()
        if within < 0:
            continue
        seconds[each.reason] = seconds.get(each.reason, 0.0) + within
        times[each.reason] = times.get(each.reason, 0) + 1
        if each.ended_at is None and begin <= now < end:
            running = Running(each.reason, each.began_at)
    longest = sorted(seconds, key=lambda reason: (-seconds[reason], reason))
    reasons = tuple(ReasonTime(reason, seconds[reason], times[reason]) for reason in longest)
    return NotReadyTimes(sum(seconds.values()), reasons, running)
