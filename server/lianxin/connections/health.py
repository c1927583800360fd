"""How each connection does: its breaker, and the last 100 look-ups. Kept by one process."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.utils import timezone

from lianxin.centres.isolation import scope
from lianxin.connections.breaker import Breaker, BreakerState, answered, ask
from lianxin.connections.models import Connection, ConnectionHealth
from lianxin.connections.result import ConnectionResult

SAMPLES = 100
#: Look-ups of one connection at once; more are refused at once instead of waiting.
AT_ONCE = 20


@dataclass
class Guard:
    """What is known of one connection. Changed on one event loop only."""

    centre: int
    connection: int
    breaker: Breaker = field(default_factory=Breaker)
    under_way: int = 0
    samples: deque[tuple[int, bool]] = field(default_factory=lambda: deque(maxlen=SAMPLES))
    last_error: str = ""
    last_error_at: datetime | None = None
    changed: bool = False

    def admits(self, now: float) -> str:
        """ "" when a look-up may go out (it is then under way), else why not."""
        if self.under_way >= AT_ONCE:
            return "busy"
        before = self.breaker
        self.breaker, may = ask(before, now)
        self.changed = self.changed or before != self.breaker
        if not may:
            return "resting"
        self.under_way += 1
        return ""

    def done(self, answer: ConnectionResult, began: float, now: float) -> None:
        """Its answer has come, or none has."""
        self.under_way -= 1
        self.breaker = answered(self.breaker, answer.healthy, now)
        self.samples.append((int((now - began) * 1000), answer.outcome != "error"))
        if answer.outcome == "error":
            self.last_error, self.last_error_at = answer.reason[:64], datetime.now(UTC)
        self.changed = True


@dataclass(frozen=True)
class Seen:
    """A guard at one moment, to be written down by another thread."""

    centre: int
    connection: int
    breaker: BreakerState
    samples: list[tuple[int, bool]]
    last_error: str
    last_error_at: datetime | None


def changed(guards: Iterable[Guard]) -> list[Seen]:
    """What is to be written down; it counts as written from now on."""
    found = []
    for guard in guards:
        if guard.changed:
            guard.changed = False
            found.append(
                Seen(
                    guard.centre,
                    guard.connection,
                    guard.breaker.state,
                    list(guard.samples),
                    guard.last_error,
                    guard.last_error_at,
                )
            )
    return found


def write(seen: Iterable[Seen]) -> None:
    """Write down how connections do. One that was deleted meanwhile is passed over."""
    for each in seen:
        with scope(each.centre):
            if not Connection.objects.filter(pk=each.connection).exists():
                continue
            ConnectionHealth.objects.update_or_create(
                centre_id=each.centre,
                connection_id=each.connection,
                defaults={
                    "breaker": each.breaker,
                    "samples": each.samples,
                    "last_error": each.last_error,
                    "last_error_at": each.last_error_at,
                    "seen_at": timezone.now(),
                },
            )


def percentile(samples: Iterable[tuple[int, bool]], part: float) -> int | None:
    """The time in milliseconds within which ``part`` of the look-ups were done."""
    times = sorted(milliseconds for milliseconds, _ in samples)
    return times[min(len(times) - 1, int(len(times) * part))] if times else None
