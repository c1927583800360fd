"""What the switchboard tells of an agent who is not ready (示忙): since when, why, until when."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

#: Why an agent is not ready: what they gave, or what the switchboard saw.
NotReadyReason = Literal[
    "break",
    "meal",
    "training",
    "meeting",
    "other",
    "signed_in",
    "lost",
    "no_answer",
    "unreachable",
]

REASONS: frozenset[str] = frozenset(get_args(NotReadyReason))


class AgentChange(msgspec.Struct, frozen=True):
    """``person`` is not ready from ``at`` (epoch, seconds) on, for ``reason``; "": not any more."""

    centre: int
    person: int
    at: float
    reason: str = ""


def change_of(
    centre: int, person: int, before: tuple[str, str] | None, after: tuple[str, str], at: float
) -> AgentChange | None:
    """What is told of an agent who was in ``before`` and is in ``after``, each (state, reason);
    None where nothing of being not ready began or ended."""
    if before == after or "not_ready" not in (after[0], before[0] if before else ""):
        return None
    return AgentChange(centre, person, at, after[1] if after[0] == "not_ready" else "")
