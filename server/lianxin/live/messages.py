"""Everything that is said over the browser's one socket, in both directions.

This file is the only definition: ``./dev fmt`` writes the TypeScript of it to
``web/packages/api/src/live.ts``. Times are milliseconds since the epoch, UTC.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from lianxin.calls.events import By, CallSource
from lianxin.rules.lifecycle import AgentState, LegRole, LegState

Role = Literal["agent", "watcher", "citizen"]
CallPhase = Literal["ringing", "connecting", "talking", "held", "detached", "ended"]


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


class Message(msgspec.Struct, frozen=True, tag_field="type", tag=_snake):
    """Base of all messages: ``{"type": "call_changed", …}``."""


# --- what a page says -------------------------------------------------------------


class Hello(Message, frozen=True):
    """First message of every connection: a fresh ticket, or the resume token of the last one."""

    ticket: str = ""
    resume: str = ""


class Ready(Message, frozen=True):
    """示闲; also ends wrap-up."""


class NotReady(Message, frozen=True):
    """示忙 / 临时闭席, with a reason code: ``break``, ``meal``, ``training``, ``meeting``."""

    reason: str


class Hold(Message, frozen=True):
    call: str


class Resume(Message, frozen=True):
    call: str


class HangUp(Message, frozen=True):
    call: str


class CutAnnouncement(Message, frozen=True):
    """The agent speaks before the caller has heard all of their number; not in every queue."""

    call: str


class SendTo(Message, frozen=True):
    """人工转自动: let the caller walk the flow from ``node`` on; ``back``: and return to us."""

    call: str
    node: str
    back: bool = True


class Attach(Message, frozen=True):
    """The page's telephone is registered again: bring its call back to it."""

    call: str


class SignOut(Message, frozen=True):
    """The agent leaves: refused while in a call."""


Command = (
    Hello | Ready | NotReady | Hold | Resume | HangUp | CutAnnouncement | SendTo | Attach | SignOut
)


# --- what a page is told ------------------------------------------------------------


class SipAccount(msgspec.Struct, frozen=True):
    """A telephone of its own for this login."""

    uri: str  # sip:NAME@HOST
    user: str
    password: str
    ws_url: str
    expires_at: int


class AgentView(msgspec.Struct, frozen=True):
    """``last_call``: the call that they were released from last since they signed in."""

    person: int
    number: str
    name: str
    state: AgentState
    reason: str
    since: int
    last_call: str = ""


class ParticipantView(msgspec.Struct, frozen=True):
    """One telephone in a call."""

    leg: str
    role: LegRole
    party: str  # a telephone number, or an agent's 工号
    state: LegState
    since: int  # of this state


class CallView(msgspec.Struct, frozen=True):
    """``announcing_until``: while it is connecting, when the caller will have heard the agent's
    number and both hear each other; None: not known. ``may_cut``: the agent may do so before."""

    id: str
    phase: CallPhase
    caller: str
    line: str
    line_name: str
    keys: str  # what the caller pressed on the way: "2,0"
    way: list[str]  # the nodes of its flow that they chose
    source: CallSource
    started_at: int
    queued_at: int | None
    answered_at: int | None
    held_since: int | None
    recording: bool
    participants: list[ParticipantView]
    announcing_until: int | None = None
    may_cut: bool = False
    claimed: bool = False  # nobody has shown that the caller's number is theirs
    node_names: dict[str, str] = {}  # what the centre calls nodes of ``way``, by its own words


class FloorView(msgspec.Struct, frozen=True):
    """What the bar at the top shows of the whole centre."""

    waiting: int
    callbacks: int  # places that are kept for who hung up and will be called back
    longest_since: int | None
    ready: int
    talking: int


class Welcome(Message, frozen=True):
    """Answers ``Hello``. ``calls`` are the agent's calls in progress: attach to them. ``call`` is
    the last of them, for pages of the version before that are still open in an update."""

    role: Role
    now: int
    resume: str
    sip: SipAccount | None
    agent: AgentView | None
    calls: list[CallView]
    floor: FloorView | None
    call: CallView | None = None


class AgentChanged(Message, frozen=True):
    agent: AgentView


class CallChanged(Message, frozen=True):
    call: CallView


class CallEnded(Message, frozen=True):
    call: CallView
    outcome: str
    by: By


class FloorChanged(Message, frozen=True):
    floor: FloorView


class RecordChanged(Message, frozen=True):
    """A hint to read again: ``kind`` is ``call``, ``case`` or ``recording``.

    Which one is not said: it goes to pages of people who may not know of it. ``id`` is always "",
    which pages of the version before take for several at once.
    """

    kind: str
    id: str = ""


class SipRenewed(Message, frozen=True):
    sip: SipAccount


class Refused(Message, frozen=True):
    """A command could not be done. ``code`` is stable; the page has the sentence for it."""

    code: str
    command: str
    detail: str = ""


class Replaced(Message, frozen=True):
    """Another page of the same agent took over; this one must stay quiet."""


Notice = (
    Welcome
    | AgentChanged
    | CallChanged
    | CallEnded
    | FloorChanged
    | RecordChanged
    | SipRenewed
    | Refused
    | Replaced
)
