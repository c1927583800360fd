"""One call as the switchboard sees it: plain state, its view, its ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from lianxin.calls.events import By, CallSource, Entry, Kind, Outcome
from lianxin.lines.plan import LinePlan
from lianxin.live.messages import CallPhase, CallView
from lianxin.rules.lifecycle import CallEvent, CallState, call_next
from lianxin.rules.values import Language
from lianxin.switchboard.acd.queue_entry import QueueEntry
from lianxin.switchboard.clock import milliseconds
from lianxin.switchboard.lookups.call_facts import CallFacts

#: What an agent's page shows of each state; the other states show nothing.
PHASES: dict[CallState, CallPhase] = {
    "ringing": "ringing",
    "connecting": "connecting",
    "talking": "talking",
    "held": "held",
    "detached": "detached",
    "ended": "ended",
}


@dataclass
class Recording:
    """A recording that is being made, or that is not yet in the store."""

    id: str
    kind: str
    channel: str  # whom Asterisk records: the caller, or a snoop on them
    token: int = 0  # of the flow's Record; 0 for a conversation
    began: float = 0.0
    stopped: bool = False  # we asked for the end


@dataclass
class Dialling:
    """Outside telephones that ring for the caller, or the one that has answered."""

    token: int  # of the flow's Dial
    legs: dict[str, str]  # leg → number
    answered: str = ""  # the leg that talks
    causes: list[int] = field(default_factory=list)  # Q.850, of those that have ended


@dataclass
class QueuedCallback:
    """A call that we make to a citizen who hung up and was promised one."""

    of: str  # the call in which they asked for it
    waits: bool = True  # they are still on the line: not yet
    tries: int = 0  # how often they were dialled
    leg: str = ""  # rings at the citizen; when they answer it is ``Call.channel``
    due: float = 0.0  # epoch: not to be dialled before


@dataclass
class Call:
    """Everything about a live call that must outlive this process is a field here."""

    id: str
    line: LinePlan
    channel: str
    caller: str
    source: CallSource
    started: datetime
    state: CallState = "in_flow"
    seq: int = 0
    session: dict[str, Any] = field(default_factory=dict)
    queue: str = ""
    queue_token: int = 0  # the Enqueue that the flow waits for
    queue_entry: QueueEntry | None = None  # kept while an agent is rung
    queued: datetime | None = None  # for the first time
    answered: datetime | None = None
    held: datetime | None = None
    talked: bool = False
    person: int | None = None  # the agent who is rung, or talks
    leg: str = ""
    legs: int = 0  # how many agent legs there were: names the next
    replaced: str = ""  # the leg that a re-attached page has made superfluous
    keys: list[str] = field(default_factory=list)  # the caller's answers, as the flow shows them
    dial: Dialling | None = None
    callback: QueuedCallback | None = None
    callback_queued: bool = False  # the citizen will be called back
    transferred: bool = False  # an outside telephone has taken the caller
    recordings: dict[str, Recording] = field(default_factory=dict)
    filed: bool = False  # a message was made a case
    failed: bool = False
    web_account: str = ""  # the telephone that a citizen's page was given for this call
    line_json: msgspec.Raw | None = None  # of its checkpoints: the line never changes in a call

    # --- the ledger

    def entry(self, kind: Kind, at: datetime, /, **data: Any) -> Entry:
        """The next line of this call's ledger."""
        self.seq += 1
        return Entry(self.id, self.seq, self.line.centre, at.timestamp(), kind, data)

    def move(self, event: CallEvent) -> None:
        """Raise ``IllegalMove`` when the table does not allow it."""
        self.state = call_next(self.state, event)

    @property
    def with_agent(self) -> bool:
        return self.state in PHASES and self.state != "ended"

    @property
    def unreached(self) -> bool:
        """We call the citizen, who has not answered yet."""
        return self.callback is not None and not self.channel

    @property
    def agent(self) -> int:
        """The person who is rung or talks, of a call that is known to have one."""
        if self.person is None:
            raise LookupError(f"call {self.id} is {self.state} and has no agent")
        return self.person

    @property
    def language(self) -> Language:
        """In which the flow speaks with the caller."""
        language: Language = self.session.get("language", "zh")
        return language

    @property
    def bridge(self) -> str:
        return f"talk.{self.id}"

    @property
    def _has_words(self) -> bool:
        """Words that were recorded and not confirmed: they become a case at the end."""
        return bool(self.session.get("unfiled"))

    def outcome(self, by: By | None = None) -> Outcome:
        """How the call is counted; ``by``: who ended it."""
        if self.talked:
            return "answered"
        if self.callback is not None:
            return "unreached"
        if self.filed or self._has_words or any(each.token for each in self.recordings.values()):
            return "message"
        if self.failed:
            return "failed"
        if self.transferred:
            return "transferred"
        if self.callback_queued:
            return "place_kept"
        if self.queued:
            return "abandoned"
        return "no_choice" if by == "caller" and not self.keys else "self_served"

    # --- what others see

    def facts(self) -> CallFacts:
        """What is told of it to whoever answers its look-ups."""
        return CallFacts(
            id=self.id,
            centre=self.line.centre,
            line=self.line.number,
            line_name=self.line.name,
            caller=self.caller,
            source=self.source,
            language=self.language,
            queue=self.queue,
        )

    def view(self) -> CallView:
        return CallView(
            id=self.id,
            phase=PHASES.get(self.state, "ringing"),
            caller=self.caller,
            line=self.line.number,
            line_name=self.line.name,
            keys=",".join(self.keys),
            source=self.source,
            started_at=milliseconds(self.started),
            queued_at=milliseconds(self.queued) if self.queued else None,
            answered_at=milliseconds(self.answered) if self.answered else None,
            held_since=milliseconds(self.held) if self.held else None,
            recording=any(each.kind == "conversation" for each in self.recordings.values()),
        )
