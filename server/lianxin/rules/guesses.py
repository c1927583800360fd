"""How long a next guess has to wait. Pure: what was guessed is told by its age.

``ages`` are seconds since each try that counts, in any order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Limit(Protocol):
    """Something that may be tried so often. Tries older than ``seconds`` are forgotten."""

    @property
    def seconds(self) -> float: ...

    def wait(self, ages: Sequence[float]) -> float:
        """Seconds until the next try; 0 when it may come now."""


@dataclass(frozen=True)
class Most:
    """``most`` tries in any ``seconds``."""

    most: int
    seconds: float

    def wait(self, ages: Sequence[float]) -> float:
        """Until the oldest that stands in the way is forgotten."""
        recent = sorted(age for age in ages if age < self.seconds)
        return 0.0 if len(recent) < self.most else self.seconds - recent[self.most - 1]


@dataclass(frozen=True)
class Growing:
    """``free`` tries at once; then each waits twice as long as the one before, at most ``longest``.

    A delay and no lock: who owns the account is never shut out for good.
    """

    free: int
    first: float
    longest: float
    seconds: float

    def wait(self, ages: Sequence[float]) -> float:
        """What is left of the delay since the newest try."""
        recent = [age for age in ages if age < self.seconds]
        return max(0.0, self.delay(len(recent)) - min(recent, default=0.0))

    def delay(self, tries: int) -> float:
        """Seconds between the last of ``tries`` and the next one."""
        beyond = tries - self.free
        if beyond < 0:
            return 0.0
        return min(self.longest, self.first * 2.0 ** min(beyond, 32))
