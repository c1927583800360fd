"""The one place where the switchboard reads the time; rules are told it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

#: Returns the present moment, aware.
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


def milliseconds(moment: datetime) -> int:
    """Milliseconds since the epoch."""
    return int(moment.timestamp() * 1000)
