"""From the entries of a call to its segments (通话分段): who did what in it, from when to when.
Pure. ``segments_of`` takes what is known of a ledger and gives the same for the same entries, in
whatever batches they came.

When a segment of each kind begins, and when it ends:

* ``flow``: the caller walks the flow. From ``started`` (not of a callback or a fax: there we call),
  from ``left_queue``, and from ``agent_left`` or ``dial_ended`` while the caller is still there;
  until ``queued``, ``dialled``, ``answered`` or ``ended``.
* ``queue``: the caller waits for an agent, also while one is rung. From ``queued``, and from
  ``callback_missed`` in the same queue; until ``answered``, ``left_queue`` or ``ended``.
* ``ring``: one telephone rings. An agent's from ``offered`` until ``answered``, ``missed``,
  ``left_queue`` or ``ended``; an outside one (``party``) from ``dialled`` until ``dial_answered``,
  ``dial_ended`` or ``fax_ended``; the citizen's of a callback (``party``) from ``calling_back``
  until ``talking`` or ``callback_missed``. An ``answered`` whose ``offered`` is not known is a ring
  of no length. Of several telephones that rang at once the ledger tells one end, told of each.
* ``talk``: two hear each other. With an agent from ``talking``, ``resumed`` or ``attached``, with
  an outside telephone (``party``) from ``dial_answered``; until ``held``, ``detached``,
  ``agent_left``, ``dial_ended`` or ``ended``. While an agent's number is announced there is none.
  Of a call with the source "fax" it is the machine that listens, until ``fax_ended``.
* ``hold``: the caller hears music and the agent is theirs still. From ``held`` or ``detached``;
  until ``resumed``, ``attached`` after ``detached``, ``agent_left`` or ``ended``.
* ``consult``, ``wrap_up``: no entry of the ledger says when these begin or end, so none is made.
  ``agent_left`` is where a talk ends; the time that an agent writes up is not the call's.

Talk and hold never overlap on one leg, and their sum is how long the agent was with the caller.
Segments of different legs do. A new leg of the same agent (``attached``) goes on with the segment
that runs; the name of the leg is the one on which the segment began. No segment outlasts the call:
what was told later (a hang-up that was found after a gap) is cut to the moment of ``ended``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, get_args

import msgspec

from lianxin.calls.events import Entry, Kind
from lianxin.rules import q850

SegmentKind = Literal["flow", "queue", "ring", "talk", "hold", "consult", "wrap_up"]

#: How a segment ended.
SegmentEnd = Literal[
    "",  # it has not
    # The call went on
    "queued",  # flow: to wait for an agent
    "dialled",  # flow: outside telephones ring
    "answered",  # queue, ring, flow: somebody took the call
    "held",  # talk
    "resumed",  # hold
    "detached",  # talk, hold: the agent's page has gone
    "attached",  # hold: it is back
    "sent_to_flow",  # talk, hold: the agent sent the caller into the flow
    "transferred",  # talk, hold: to somebody else, who took the caller
    # A telephone was not taken
    "no_answer",
    "busy",
    "refused",
    "unreachable",
    "failed",
    "answered_elsewhere",  # of several that rang
    "stopped",  # ring: the flow waited no longer
    # A queue was left
    "chosen",  # by a key
    "timeout",
    "nobody",
    "closed",
    "place_kept",
    "abandoned",  # the caller hung up while they waited
    # Somebody hung up
    "hung_up_by_caller",
    "hung_up_by_agent",
    "hung_up_by_party",  # the outside telephone
    "hung_up_by_system",
    "other",  # the ledger gives a reason that is none of these
]

#: The words that an entry's reason may be.
_WORDS: Mapping[str, SegmentEnd] = {word: word for word in get_args(SegmentEnd) if word}

_BY: Mapping[str, SegmentEnd] = {
    "caller": "hung_up_by_caller",
    "agent": "hung_up_by_agent",
    "party": "hung_up_by_party",
}

#: How a talk with an outside telephone ended, by the reason of ``dial_ended``.
_OUTSIDE: Mapping[str, SegmentEnd] = {
    "answered": "hung_up_by_party",
    "caller": "hung_up_by_caller",
}

LEG, PARTY, QUEUE = 128, 64, 32


class Segment(msgspec.Struct):
    """One stretch of a call. Times as in ``Entry``. ``agent`` is a person's id; ``party`` the
    number of a telephone that is neither an agent's nor the caller's leg."""

    kind: SegmentKind
    began_at: float
    leg: str = ""
    party: str = ""
    agent: int | None = None
    queue: str = ""
    ended_at: float | None = None
    how: SegmentEnd = ""

    @property
    def open(self) -> bool:
        return self.ended_at is None

    def end(self, at: float, how: SegmentEnd) -> None:
        """It is over. Clocks may be set back: it never ends before it began."""
        self.ended_at, self.how = max(at, self.began_at), how

    def cut(self, at: float) -> None:
        """Nothing of it is after ``at``, the end of the call."""
        self.began_at = min(self.began_at, at)
        if self.ended_at is not None:
            self.ended_at = min(self.ended_at, at)


def segments_of(entries: Iterable[Entry]) -> list[Segment]:
    """The segments of one call, in the order in which they began. ``entries``: by ``seq``."""
    projection = _Projection()
    for entry in entries:
        step = _STEPS.get(entry.kind)
        if step is not None and not projection.over:
            step(projection, entry)
    return projection.segments


class _Projection:
    """What is known so far of one call."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.over = False
        self.queue = ""  # the code of the last one
        self.place_kept = False  # in that queue
        self.agents: dict[str, int | None] = {}  # who is on the line, by leg; the last one last
        self.detached: set[int | None] = set()  # whose page has gone
        self.parting: list[Segment] = []  # what the last ``agent_left`` has ended

    # --- what they share

    def begin(
        self,
        kind: SegmentKind,
        at: float,
        *,
        leg: str = "",
        party: str = "",
        agent: int | None = None,
        queue: str = "",
    ) -> None:
        self.segments.append(Segment(kind, at, leg, party, agent, queue))

    def running(self, *kinds: SegmentKind) -> list[Segment]:
        return [each for each in self.segments if each.open and each.kind in kinds]

    def end(self, at: float, how: SegmentEnd, *kinds: SegmentKind) -> None:
        for each in self.running(*kinds):
            each.end(at, how)

    def of_agent(self, entry: Entry, *kinds: SegmentKind) -> list[Segment]:
        """What runs of the agent that ``entry`` names, or of any agent if it names none."""
        person = entry.number("person")
        mine = [each for each in self.running(*kinds) if not each.party]
        return [each for each in mine if person in (None, each.agent)]

    def of_parties(self, kind: SegmentKind) -> list[Segment]:
        """What runs of telephones that are no agent's."""
        return [each for each in self.running(kind) if each.party]

    def to_flow(self, at: float) -> None:
        """The caller is alone again, unless somebody is still there."""
        if not self.running("flow", "queue", "talk", "hold"):
            self.begin("flow", at)

    def swap(self, entry: Entry, old: SegmentKind, new: SegmentKind, how: SegmentEnd) -> None:
        for each in self.of_agent(entry, old):
            each.end(entry.at, how)
            self.begin(new, entry.at, leg=each.leg, agent=each.agent, queue=each.queue)

    # --- the flow and the queue

    def started(self, entry: Entry) -> None:
        we_call = entry.text("callback_of", LEG) or entry.text("source", 16) == "fax"
        if not we_call:
            self.to_flow(entry.at)

    def queued(self, entry: Entry) -> None:
        self.end(entry.at, "queued", "flow")
        self.queue, self.place_kept = entry.text("queue", QUEUE), False
        self.begin("queue", entry.at, leg=_leg(entry), queue=self.queue)

    def callback_kept(self, entry: Entry) -> None:  # noqa: ARG002
        self.place_kept = True

    def left_queue(self, entry: Entry) -> None:
        how = _known(entry.text("reason", 32))
        self.end(entry.at, how, "ring")
        self.end(entry.at, "place_kept" if self.place_kept else how, "queue")
        self.to_flow(entry.at)

    # --- an agent

    def offered(self, entry: Entry) -> None:
        person = entry.number("person")
        self.begin("ring", entry.at, leg=_leg(entry), agent=person, queue=self.queue)

    def missed(self, entry: Entry) -> None:
        gone = entry.number("cause") == q850.ABSENT
        for ring in self.of_agent(entry, "ring"):
            ring.end(entry.at, "unreachable" if gone else "no_answer")

    def answered(self, entry: Entry) -> None:
        if not self.of_agent(entry, "ring"):
            self.offered(entry)
        for ring in self.of_agent(entry, "ring"):
            ring.end(entry.at, "answered")
        self.end(entry.at, "answered", "queue", "flow")
        self.agents.pop(_leg(entry), None)
        self.agents[_leg(entry)] = entry.number("person")

    def talking(self, entry: Entry) -> None:
        for ring in self.of_parties("ring"):  # the citizen of a callback
            ring.end(entry.at, "answered")
        last = next(reversed(self.agents), "")
        leg = _leg(entry) if _leg(entry) in self.agents else last
        agent = self.agents.get(leg)
        if any(each.agent == agent and not each.party for each in self.running("talk")):
            return  # begun by ``attached``: their page went while their number was announced
        self.begin("talk", entry.at, leg=_leg(entry) or leg, agent=agent, queue=self.queue)

    def held(self, entry: Entry) -> None:
        self.swap(entry, "talk", "hold", "held")

    def resumed(self, entry: Entry) -> None:
        self.swap(entry, "hold", "talk", "resumed")

    def detached_page(self, entry: Entry) -> None:
        person = entry.number("person")
        self.detached.add(person)
        self.swap(entry, "talk", "hold", "detached")
        if not self.of_agent(entry, "hold"):  # while their number was announced
            self.begin("hold", entry.at, leg=_leg(entry), agent=person, queue=self.queue)

    def attached(self, entry: Entry) -> None:
        """Of a page that was replaced before its leg had gone, nothing changes."""
        person = entry.number("person")
        if person in self.detached:
            self.detached.discard(person)
            self.swap(entry, "hold", "talk", "attached")

    def agent_left(self, entry: Entry) -> None:
        by, person = entry.text("by", 16), entry.number("person")
        self.parting = self.of_agent(entry, "ring", "talk", "hold")
        for each in self.parting:
            each.end(entry.at, _by(by))
        self.agents = {leg: agent for leg, agent in self.agents.items() if agent != person}
        self.detached.discard(person)
        if by != "caller":
            self.to_flow(entry.at)

    def sent_to(self, entry: Entry) -> None:  # noqa: ARG002
        for each in self.parting:
            each.how = "sent_to_flow"

    # --- outside telephones

    def dialled(self, entry: Entry) -> None:
        self.end(entry.at, "dialled", "flow")
        numbers, legs = _texts(entry, "numbers"), _texts(entry, "legs") or [_leg(entry)]
        for index, number in enumerate(numbers):
            leg = legs[index] if len(legs) == len(numbers) else ""
            self.begin("ring", entry.at, leg=leg[:LEG], party=number[:PARTY])

    def dial_answered(self, entry: Entry) -> None:
        number = entry.text("number", PARTY)
        for ring in self.of_parties("ring"):
            ring.end(entry.at, "answered" if ring.party == number else "answered_elsewhere")
        self.begin("talk", entry.at, leg=_leg(entry), party=number)

    def dial_ended(self, entry: Entry) -> None:
        reason = entry.text("reason", 32)
        for ring in self.of_parties("ring"):
            ring.end(entry.at, "abandoned" if reason == "caller" else _known(reason))
        for talk in self.of_parties("talk"):
            talk.end(entry.at, _OUTSIDE.get(reason, "hung_up_by_system"))
        if reason != "caller":
            self.to_flow(entry.at)

    def fax_ended(self, entry: Entry) -> None:
        """The system hangs up once the pages are sent, or not."""
        how = _WORDS.get(entry.text("end", 32), "failed")
        for ring in self.of_parties("ring"):
            ring.end(entry.at, how)
        for talk in self.of_parties("talk"):
            talk.end(entry.at, "hung_up_by_system")

    # --- a callback

    def calling_back(self, entry: Entry) -> None:
        self.begin("ring", entry.at, leg=_leg(entry), party=entry.text("number", PARTY))

    def callback_missed(self, entry: Entry) -> None:
        reason = entry.text("reason", 32)
        for ring in self.of_parties("ring"):
            ring.end(entry.at, _by(reason) if reason == "agent" else _known(reason))
        self.agents.clear()
        self.begin("queue", entry.at, queue=self.queue)

    # --- the end

    def ended(self, entry: Entry) -> None:
        self.over = True
        by = entry.text("by", 16)
        waits = "abandoned" if by == "caller" else _by(by)
        self.end(entry.at, _by(by), "flow", "talk", "hold")
        self.end(entry.at, waits, "ring")
        self.end(entry.at, "place_kept" if self.place_kept else waits, "queue")
        for each in self.segments:
            each.cut(entry.at)


def _leg(entry: Entry) -> str:
    return entry.text("leg", LEG)


def _texts(entry: Entry, name: str) -> list[str]:
    value = entry.data.get(name)
    return [str(each) for each in value] if isinstance(value, list | tuple) else []


def _by(by: str) -> SegmentEnd:
    return _BY.get(by, "hung_up_by_system")


def _known(reason: str) -> SegmentEnd:
    return _WORDS.get(reason, "other")


_STEPS: Mapping[Kind, Callable[[_Projection, Entry], None]] = {
    "started": _Projection.started,
    "queued": _Projection.queued,
    "callback_kept": _Projection.callback_kept,
    "left_queue": _Projection.left_queue,
    "offered": _Projection.offered,
    "missed": _Projection.missed,
    "answered": _Projection.answered,
    "talking": _Projection.talking,
    "held": _Projection.held,
    "resumed": _Projection.resumed,
    "detached": _Projection.detached_page,
    "attached": _Projection.attached,
    "agent_left": _Projection.agent_left,
    "sent_to": _Projection.sent_to,
    "dialled": _Projection.dialled,
    "dial_answered": _Projection.dial_answered,
    "dial_ended": _Projection.dial_ended,
    "fax_ended": _Projection.fax_ended,
    "calling_back": _Projection.calling_back,
    "callback_missed": _Projection.callback_missed,
    "ended": _Projection.ended,
}

#: The kinds of entries that segments follow from.
SEGMENT_KINDS: frozenset[str] = frozenset(_STEPS)
