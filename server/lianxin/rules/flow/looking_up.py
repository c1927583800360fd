"""How nodes look things up: one effect that looks up, and one that keeps the time in any case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from lianxin.rules.flow.effects import Effect, Lookup, Wait
from lianxin.rules.flow.events import Event, Expired, LookupResult
from lianxin.rules.flow.lookups import SOURCES, UNAVAILABLE, Source
from lianxin.rules.values import Json, Scalar

#: The switchboard keeps the time of a ``Lookup``; this much later the node stops waiting for it.
BELT_SECONDS = 1.0


class Result(NamedTuple):
    """What came of a look-up: one of its source's outcomes, and their values."""

    outcome: str
    values: Mapping[str, Json]


def lookup(
    source: Source, arguments: Mapping[str, Scalar], seconds: float | None = None
) -> tuple[Effect, ...]:
    """Look up, and wait a little longer than a result may take; that is the source's own time
    where ``seconds`` says no other."""
    limit = SOURCES[source].seconds if seconds is None else seconds
    return (Lookup(0, source, tuple(arguments.items()), limit), Wait(0, limit + BELT_SECONDS))


def result_of(event: Event) -> Result | None:
    """Give what came of a ``Lookup``; ``None`` when it is not over."""
    match event:
        case LookupResult():
            return Result(event.outcome, event.values)
        case Expired():
            return Result(UNAVAILABLE, {})
    return None


def scalar(value: Any) -> Scalar:
    """Give what a look-up found as a variable can hold it: nothing of what is no scalar."""
    return value if isinstance(value, str | int | float | bool) else None
