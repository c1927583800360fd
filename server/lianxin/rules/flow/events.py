"""What can happen to a caller who stands in a flow.

The switchboard turns what Asterisk, the queue and the database report into these;
the interpreter sees nothing else. ``token`` is the one of the effect that is answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lianxin.rules.values import Json, Language, Variables

#: What ended a recording.
EndedBy = Literal["stopped", "silence", "limit", "hangup", "failed"]


@dataclass(frozen=True, slots=True)
class Started:
    """The call is up and enters its flow."""

    line: str  # the number that was dialled
    caller: str  # the caller's number, "" when withheld
    #: What the line's plan knows: city, centre_name, line_name, day_part, night_bell, zone.
    variables: Variables = field(default_factory=dict)
    language: Language | None = None  # None: the first language of the flow


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
class LookupResult:
    """A ``Lookup`` is answered. ``outcome`` is one of its source's words, or ``unavailable``."""

    token: int
    outcome: str
    values: Mapping[str, Json] = field(default_factory=dict)


#: Why a ``Dial`` is over: they have talked, or nobody took the call.
DialEnd = Literal["answered", "busy", "no_answer", "refused", "failed"]


@dataclass(frozen=True, slots=True)
class DialAnswered:
    """An outside telephone of a ``Dial`` was answered: the two talk, keys are dropped."""

    token: int
    number: str = ""


@dataclass(frozen=True, slots=True)
class DialEnded:
    """A ``Dial`` is over and the caller is still there."""

    token: int
    reason: DialEnd


#: Why a queue was left without an agent.
QueueEnd = Literal["nobody", "timeout", "closed"]


@dataclass(frozen=True, slots=True)
class QueueLeft:
    """The caller left an ``Enqueue`` without an agent."""

    token: int
    reason: QueueEnd


@dataclass(frozen=True, slots=True)
class AgentCame:
    """An agent took the caller out of an ``Enqueue``: the flow is silent until ``AgentLeft``.

    Keys that the caller presses from now on belong to the conversation and are dropped.
    """

    token: int
    agent: str = ""  # 工号


@dataclass(frozen=True, slots=True)
class AgentLeft:
    """The agent who answered an ``Enqueue`` has gone; the caller is still there.

    ``talked`` is false when the two never heard each other: the agent hung up, or their page
    went, while the caller was told who serves them. Such a caller has not been served.
    """

    token: int
    talked: bool = True


@dataclass(frozen=True, slots=True)
class SentTo:
    """人工转自动: the agent of the call sends the caller to a node, and may have them back.

    With ``back`` a ``return`` leads to the queue again, where the same agent is preferred.
    Ignored when the flow has no such node or no agent has the call.
    """

    node: str
    back: bool = True


@dataclass(frozen=True, slots=True)
class Resumed:
    """The switchboard was away while a ``Lookup`` was under way, or something was half typed: the
    node takes its step again."""


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
    | LookupResult
    | DialAnswered
    | DialEnded
    | QueueLeft
    | AgentCame
    | AgentLeft
    | SentTo
    | Resumed
    | HungUp
)
