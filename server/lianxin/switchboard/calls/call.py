"""One call as the switchboard sees it: plain state, its view, its ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from lianxin.calls.events import By, CallSource, Entry, Kind, Outcome
from lianxin.lines.plan import LinePlan
from lianxin.live import messages
from lianxin.live.messages import CallView
from lianxin.rules.flow.events import EndedBy
from lianxin.rules.flow.words import least_seconds
from lianxin.rules.lifecycle import (
    CallEvent,
    CallPhase,
    CallState,
    LegEvent,
    LegRole,
    call_next,
    call_phase,
)
from lianxin.rules.values import Language
from lianxin.switchboard.acd.queue_entry import QueueEntry
from lianxin.switchboard.calls.legs import Leg
from lianxin.switchboard.clock import milliseconds
from lianxin.switchboard.exchange import channel_names
from lianxin.switchboard.lookups.call_facts import CallFacts

#: What an agent's page shows; in the other phases of a call it shows nothing.
SHOWN: Mapping[CallPhase, messages.CallPhase] = {
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
    min_seconds: float | None = None  # of speech, that it is a message; None: it is not judged
    silence_seconds: int = 0

    def holds_nothing(self, end: float) -> bool:
        """Whoever hangs up at ``end`` (epoch) has said nothing yet: the beep was hardly over."""
        if self.min_seconds is None:
            return False
        return end - self.began < least_seconds(self.min_seconds, hung_up=True)

    def ended_by(self, *, over: bool, silent: bool) -> EndedBy:
        """What ended it. ``over``: the caller had gone, or its end was seen by nobody."""
        if self.stopped:
            return "stopped"
        if over:
            return "hangup"
        return "silence" if silent else "limit"


@dataclass
class Dialling:
    """Outside telephones are dialled for the caller: its legs of the role "outside"."""

    token: int  # of the flow's Dial
    causes: list[int] = field(default_factory=list)  # Q.850, of those that have ended


@dataclass
class QueuedCallback:
    """A call that we make to a citizen who hung up and was promised one."""

    of: str  # the call in which they asked for it
    waits: bool = True  # they are still on the line: not yet
    tries: int = 0  # how often they were dialled
    due: float = 0.0  # epoch: not to be dialled before


@dataclass
class Call:
    """Everything about a live call that must outlive this process is a field here."""

    id: str
    line: LinePlan
    caller: str  # as it is dialled here, "" when withheld
    source: CallSource
    started: datetime
    caller_given: str = ""  # as it came, where that was another form
    state: CallState = "in_flow"
    seq: int = 0
    session: dict[str, Any] = field(default_factory=dict)
    queue: str = ""
    queue_token: int = 0  # the Enqueue that the flow waits for
    queue_entry: QueueEntry | None = None  # kept while an agent is rung
    queued: datetime | None = None  # for the first time
    answered: datetime | None = None
    held: datetime | None = None
    talked: bool = False  # in this conversation or in one before
    connected: bool = False  # in this conversation the two have heard each other
    announcing_until: float = 0.0  # epoch: when the caller knows who serves them; 0: not known
    may_cut: bool = False  # the agent may speak before that
    legs: dict[str, Leg] = field(default_factory=dict)  # by channel, in the order of their coming
    agent_legs: int = 0  # how many there were: names the next
    keys: list[str] = field(default_factory=list)  # the caller's answers, as the flow shows them
    way: list[str] = field(default_factory=list)  # the nodes that they chose by them
    dial: Dialling | None = None
    callback: QueuedCallback | None = None
    callback_queued: bool = False  # the citizen will be called back
    transferred: bool = False  # an outside telephone has taken the caller
    recordings: dict[str, Recording] = field(default_factory=dict)
    filed: bool = False  # a message was made a case
    confidential: bool = False  # the flow has led to the mayor's mailbox, or to such a case
    asked_cases: list[str] = field(default_factory=list)  # see ``case_requests.py``
    asked_for_words: bool = False  # a message was begun: it is not said that anything was left
    words_due: By | None = None  # who ended it, where its outcome waits for a recording
    over: float = 0.0  # epoch: when it ended
    failed: bool = False
    wanted_agent: bool = False  # the flow has asked for one
    playing: list[str] = field(default_factory=list)  # the sounds of the flow's last Play
    replays: int = 0  # how often one was begun again after a gap
    patience: float = 0.0  # seconds of the flow's last Wait
    claimed: bool = False  # the number is what a visitor of the portal said, or was asked for then
    address: str = ""  # of such a visitor
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
    def phase(self) -> CallPhase:
        """The call and its legs in one word."""
        caller = self.caller_leg
        return call_phase(
            self.state,
            caller.state if caller else None,
            [leg.state for leg in self.legs_of("agent")],
            bool(caller and caller.bridge),
        )

    @property
    def has_agent(self) -> bool:
        """Is somebody rung for it, or talks?"""
        return self.state in ("offered", "with_agent")

    @property
    def unreached(self) -> bool:
        """We call the citizen, who has not answered yet."""
        return self.callback is not None and not self.channel

    # --- legs

    def add_leg(self, leg: Leg) -> None:
        self.legs[leg.id] = leg

    def move_leg(self, id: str, event: LegEvent, at: float) -> None:
        """Raise ``IllegalMove`` when the table does not allow it. Of those that are gone only
        the caller's is remembered: a call with no caller any more is one that ends."""
        leg = self.legs[id].after(event, at)
        if leg.state == "gone" and (leg.role != "caller" or self.legs[id].state == "ringing"):
            del self.legs[id]
        else:
            self.legs[id] = leg

    def join(self, id: str) -> None:
        """The leg hears who is in the call's bridge."""
        self.legs[id] = self.legs[id].joined(self.bridge)

    def free_caller(self, at: float) -> None:
        """The caller is on hold no more and hears nobody."""
        caller = self.caller_leg
        if caller is None:
            return
        if caller.state == "held":
            caller = caller.after("resumed", at)
        self.legs[caller.id] = caller.joined("")

    def forget_person(self) -> None:
        """The agent is struck from the roster: the talk goes on."""
        for leg in self.legs_of("agent"):
            self.legs[leg.id] = msgspec.structs.replace(leg, person=None)

    def legs_of(self, role: LegRole) -> list[Leg]:
        """In the order of their coming."""
        return [leg for leg in self.legs.values() if leg.role == role]

    @property
    def caller_leg(self) -> Leg | None:
        for leg in self.legs.values():
            if leg.role == "caller":
                return leg
        return None

    @property
    def channel(self) -> str:
        """The caller's; "" while a citizen whom we call has not answered."""
        for leg in self.legs.values():  # asked at every step of a flow
            if leg.role == "caller":
                return leg.id if leg.state != "ringing" else ""
        return ""

    @property
    def newest_agent_leg(self) -> str:
        """The newest of the agent's: it rings, or it talks; "" when there is none."""
        legs = self.legs_of("agent")
        return legs[-1].id if legs else ""

    @property
    def talking_leg(self) -> str:
        """The agent's that carries the talk, or carried it until the page went; else the newest."""
        carries = (leg.id for leg in self.legs_of("agent") if leg.state in ("up", "detached"))
        return next(carries, self.newest_agent_leg)

    @property
    def agent_leg_up(self) -> str:
        """The agent's leg that is up; "" when there is none."""
        return next((leg.id for leg in self.legs_of("agent") if leg.state == "up"), "")

    @property
    def person(self) -> int | None:
        """The agent who is rung, or talks; None also of one who is struck from the roster."""
        legs = self.legs_of("agent")
        return legs[-1].person if legs else None

    @property
    def language(self) -> Language:
        """In which the flow speaks with the caller."""
        language: Language = self.session.get("language", "zh")
        return language

    @property
    def bridge(self) -> str:
        return channel_names.bridge(self.id)

    @property
    def _has_words(self) -> bool:
        """Words that were recorded and not confirmed: they become a case at the end."""
        return bool(self.session.get("unfiled"))

    def _speaks(self, at: datetime | None) -> bool:
        """Is the caller leaving words at this moment? Without one: are they being asked to?"""
        made = [each for each in self.recordings.values() if each.token]
        return any(at is None or not each.holds_nothing(at.timestamp()) for each in made)

    def end(self, by: By, at: datetime) -> dict[str, Any]:
        """What the ledger says of its end. Words that are being recorded make it a message only
        once they are kept: until then ``words_due``."""
        outcome, self.over = self.outcome(by, at), at.timestamp()
        if outcome == "message" and not (self.filed or self._has_words):
            self.words_due = by
            return {"outcome": outcome, "words_due": True}
        return {"outcome": outcome, **self._in_vain(outcome)}

    def close_words(self, *, kept: bool, lost: bool = False) -> dict[str, Any]:
        """A recording of the flow is closed: its outcome, where that waited for it; else {}.

        ``lost``: somebody may have spoken, and nothing is left of it.
        """
        by = self.words_due
        if by is None:
            return {}
        self.failed = self.failed or lost
        if not kept and self._speaks(None):  # another is not closed yet
            return {}
        self.words_due = None
        outcome = "message" if kept else self.outcome(by)
        return {"outcome": outcome, **self._in_vain(outcome)}

    def _in_vain(self, outcome: Outcome) -> dict[str, Any]:
        """Why a call that nobody took was not served by the system all the same."""
        if outcome == "message" and self.wanted_agent:
            return {"wanted_agent": True}
        return {"left_nothing": True} if outcome == "self_served" and self.asked_for_words else {}

    def outcome(self, by: By | None = None, at: datetime | None = None) -> Outcome:
        """How the call is counted; ``by``: who ended it; ``at``: when they did."""
        if self.talked:
            return "answered"
        if self.callback is not None:
            return "unreached"
        if self.filed or self._has_words or self._speaks(at):
            return "message"
        if self.failed:
            return "failed"
        if self.transferred:
            return "transferred"
        if self.callback_queued:
            return "place_kept"
        if self.queued or self.wanted_agent:  # an agent came, if only for a moment, or none did
            return "answered" if self.answered else "abandoned"
        return "no_choice" if by == "caller" and not self.keys else "self_served"

    # --- what others see

    @property
    def presented(self) -> str:
        """The number that legs outside are shown: never one that somebody has only claimed."""
        return self.line.number if self.source == "web" else self.caller

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
            address=self.address,
        )

    def view(self) -> CallView:
        """As its agent's page shows it: of a call of the mayor's mailbox not the way there, nor
        that to a case that may be closed to the agent, from whom the API withholds it, too
        (``calls.access.may_follow``)."""
        withheld = self.confidential or bool(self.asked_cases)
        way, names = [] if withheld else self.way, self.line.names
        return CallView(
            id=self.id,
            phase=SHOWN.get(self.phase, "ringing"),
            caller=self.caller,
            line=self.line.number,
            line_name=self.line.name,
            keys="" if withheld else ",".join(self.keys),
            way=way,
            node_names={node: names[node] for node in way if node in names},
            source=self.source,
            claimed=self.claimed,
            started_at=milliseconds(self.started),
            queued_at=milliseconds(self.queued) if self.queued else None,
            answered_at=milliseconds(self.answered) if self.answered else None,
            held_since=milliseconds(self.held) if self.held else None,
            recording=any(each.kind == "conversation" for each in self.recordings.values()),
            participants=[leg.view() for leg in self.legs.values()],
            announcing_until=self._announcing_until(),
            may_cut=self.may_cut and self.phase == "connecting",
        )

    def _announcing_until(self) -> int | None:
        if self.phase != "connecting" or not self.announcing_until:
            return None
        return int(self.announcing_until * 1000)
