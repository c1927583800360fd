"""How nodes look things up: one effect that asks, and one that keeps the time in any case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lianxin.rules.flow.effects import Effect, Lookup, Source
from lianxin.rules.flow.effects import Wait as WaitEffect
from lianxin.rules.flow.events import Event, Expired, LookupResult
from lianxin.rules.values import Json, Scalar

#: How long a look-up in the centre's own records may take.
OWN_SECONDS = 4.0

#: The switchboard keeps the time of an ``Lookup``; this much later the node stops waiting for it.
BELT_SECONDS = 1.0

Answer = tuple[str, Mapping[str, Json]]


def ask(
    source: Source, arguments: Mapping[str, Scalar], seconds: float = OWN_SECONDS
) -> tuple[Effect, ...]:
    """Lookup, and wait a little longer than an answer may take."""
    asked = Lookup(0, source, tuple(arguments.items()), seconds)
    return (asked, WaitEffect(0, seconds + BELT_SECONDS))


def answer(event: Event) -> Answer | None:
    """Give what came of an ``Lookup``: its outcome and values; ``None`` when it is not over."""
    match event:
        case LookupResult():
            return event.outcome, event.values
        case Expired():
            return "unavailable", {}
    return None


def scalar(value: Any) -> Scalar:
    """Give what a look-up found as a variable can hold it: nothing of what is no scalar."""
    return value if isinstance(value, str | int | float | bool) else None
