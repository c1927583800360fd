"""What can happen to a caller who stands in a flow.

The switchboard turns what Asterisk, the queue and the database report into these;
the interpreter sees nothing else. ``token`` is the one of the effect that is answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: What ended a recording.
EndedBy = Literal["stopped", "silence", "limit", "hangup", "failed"]

#: Why a citizen is not told the state of a case.
CaseRefusal = Literal["unknown", "wrong_code", "locked"]


@dataclass(frozen=True, slots=True)
class Started:
    """The call is up and enters its flow."""

    line: str  # the number that was dialled
    caller: str  # the caller's number, "" when withheld


@dataclass(frozen=True, slots=True)
class KeyPressed:
    key: str  # one of 0-9 * #


@dataclass(frozen=True, slots=True)
class Played:
    """A ``Play`` was heard to its end. ``ok`` is false when the audio could not be played."""

    token: int
    ok: bool = True


@dataclass(frozen=True, slots=True)
class Expired:
    """The time of a ``Wait`` is over."""

    token: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """A ``Record`` ended. ``recording`` names it; "" when nothing could be kept."""

    token: int
    recording: str
    seconds: float  # the whole length, the silence at its end included
    ended_by: EndedBy
    talking_seconds: float | None = None  # how much of it was speech, where that is known


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """An ``OpenCase`` is safe in the database. ``code`` is told to the citizen only."""

    token: int
    number: str
    code: str


@dataclass(frozen=True, slots=True)
class CaseDeferred:
    """An ``OpenCase`` could not be written now; it is journaled and will be. Nothing is lost."""

    token: int


@dataclass(frozen=True, slots=True)
class CaseTold:
    """A ``LookUpCase`` succeeded. ``state`` is a case state such as ``accepted``."""

    token: int
    state: str


@dataclass(frozen=True, slots=True)
class CaseRefused:
    token: int
    reason: Literal[CaseRefusal, "unavailable"]


@dataclass(frozen=True, slots=True)
class QueueLeft:
    """The caller left an ``Enqueue`` without an agent."""

    token: int
    reason: Literal["nobody", "timeout", "closed"]


@dataclass(frozen=True, slots=True)
class AgentCame:
    """An agent took the caller out of an ``Enqueue``: the flow is silent until ``AgentLeft``.

    Keys that the caller presses from now on belong to the conversation and are dropped.
    """

    token: int


@dataclass(frozen=True, slots=True)
class AgentLeft:
    """The agent who answered an ``Enqueue`` has gone; the caller is still there."""

    token: int


@dataclass(frozen=True, slots=True)
class HungUp:
    """The caller has gone."""


Event = (
    Started
    | KeyPressed
    | Played
    | Expired
    | Recorded
    | CaseOpened
    | CaseDeferred
    | CaseTold
    | CaseRefused
    | QueueLeft
    | AgentCame
    | AgentLeft
    | HungUp
)
