"""A circuit breaker: a service that fails is left alone for a while, then tried once.

Pure: the caller keeps the state and tells the time (seconds on any clock that only grows).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

BreakerState = Literal["closed", "open", "half_open"]

#: Failures in a row before nobody asks any more.
FAILURES = 5
#: How long nobody asks; also how long one trial may take before another is let through.
REST_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Breaker:
    """``since``: when it opened, or when the one trial of a half-open breaker began."""

    state: BreakerState = "closed"
    failures: int = 0
    since: float = 0.0


def ask(breaker: Breaker, now: float) -> tuple[Breaker, bool]:
    """Whether a question may go out at ``now``, and the breaker after that decision.

    >>> ask(Breaker("open", 5, since=100.0), 110.0)[1]
    False
    >>> ask(Breaker("open", 5, since=100.0), 120.0)[0].state
    'half_open'
    """
    if breaker.state == "closed":
        return breaker, True
    if now < breaker.since + REST_SECONDS:  # the sum rounds as whoever waited that long adds
        return breaker, False
    # One question finds out. Should its answer never come, another may find out later.
    return replace(breaker, state="half_open", since=now), True


def answered(breaker: Breaker, ok: bool, now: float) -> Breaker:
    """The breaker after an answer, or after none came (``ok`` is false)."""
    if ok:
        return Breaker()
    failures = breaker.failures + 1
    if breaker.state == "half_open" or (breaker.state == "closed" and failures >= FAILURES):
        return Breaker("open", failures, now)
    # Late failures of questions that were under way do not prolong the rest.
    return replace(breaker, failures=failures)
