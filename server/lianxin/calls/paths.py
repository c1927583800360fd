"""Reads of what callers do in a flow: the path of one call, the traffic of a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Sum
from django.utils import timezone

from lianxin.calls.access import Closed, may_follow
from lianxin.calls.models import Call, CallEvent, FlowTraffic
from lianxin.calls.queries import call, events, known_recordings, unreadable
from lianxin.centres.access import AGENT, Actor
from lianxin.centres.names import is_uuid
from lianxin.flows import codec
from lianxin.flows.models import FlowVersion
from lianxin.flows.names import Names, names_in
from lianxin.flows.queries import READERS, one, published
from lianxin.queues.queries import queues_of
from lianxin.rules.flow.places import ServicePlace, places

#: What is told of a call whose way through the flow is withheld: what happened with agents.
_OPEN = frozenset(
    {
        *("started", "queued", "left_queue", "offered", "missed", "offer_lost"),
        *("answered", "talking", "held", "resumed", "detached", "attached", "agent_left", "ended"),
    }
)

#: What tells of a case that was filed: its number, or its words.
_OF_CASES = frozenset({"case", "notice", "fax_ended"})

#: What tells of a recording: that there is one, where it lies, how long it is.
_OF_RECORDINGS = frozenset({"recording", "stored", "lost"})

#: Entries that are of no use to who follows a caller, or say where a file lies.
_SILENT = frozenset({"stored"})

#: What is told of an entry; of a vote and a survey only that there was one.
_SHOWN_DATA: Mapping[str, tuple[str, ...]] = {
    "started": ("line", "caller", "given", "source"),
    "recording": ("kind", "recording"),
    "lost": ("kind", "reason"),
    "case": ("case_kind",),
    "vote": ("poll",),
    "survey": (),
}

#: The versions of a flow on which callers may still be.
_LIVE_VERSIONS = 20


@dataclass(frozen=True)
class Step:
    """One thing that happened. ``node``: where the caller stood; ``seconds`` from the start."""

    at: datetime
    seconds: float
    node: str
    what: str
    detail: str
    data: dict[str, Any]


@dataclass(frozen=True)
class Trace:
    """``version``: what the call ran, None when nothing of it is known. ``withheld``: the way
    through the flow led to the mayor's mailbox, or to a case that is closed to this reader, and is
    not shown to them."""

    call: Call
    version: FlowVersion | None
    steps: list[Step]
    withheld: bool


@dataclass(frozen=True)
class NodeTraffic:
    entered: int
    dropped: int


@dataclass(frozen=True)
class Traffic:
    """``version``: the number in force; ``versions``: the ids of those that may be walked now.
    ``contained`` of today's ``calls``: served without a person."""

    version: int | None
    versions: list[int]
    today: dict[str, NodeTraffic]
    calls: int
    contained: int


def trace(who: Actor, row: Call, closed: Closed) -> Trace:
    """The way of a call, which ``who`` may read, through the version that it ran.

    Left out are the way to the mayor's mailbox, and that of who asked for a case that is closed to
    ``who``; what tells of the call's cases where one of them is; and recordings of which they may
    not know.
    """
    version, ledger, withheld = _shown(who, row, closed)
    steps = [event for event in ledger if event.kind not in _SILENT]
    return Trace(row, version, list(_steps(row, steps)), withheld)


def ledger(who: Actor, row: Call, closed: Closed) -> list[CallEvent]:
    """What happened in a call, without what ``trace`` leaves out."""
    return _shown(who, row, closed)[1]


def services(who: Actor, call_id: UUID) -> tuple[tuple[ServicePlace, ...], Names]:
    """Where an agent may send the caller of this call: places of the version that the call runs,
    and what the centre calls its nodes.

    Empty when nothing of that version is known. Raises ``NotFound``.
    """
    who.need(AGENT)
    row = call(who, call_id)
    with who.scope():
        version = _version(row.flow_version)
    if version is None:
        return (), {}
    return places(codec.read(version.spec)), names_in(version.layout, version.inner_layouts)


def _shown(
    who: Actor, row: Call, closed: Closed
) -> tuple[FlowVersion | None, list[CallEvent], bool]:
    with who.scope():
        version = _version(row.flow_version)
    entries = _called_back_of(who, _with_queues(who, _named(events(who, row.pk))))
    withheld = not may_follow(who, row, asked=closed.asked)
    known = known_recordings(who, row.pk)
    entries = [e for e in entries if e.kind not in _OF_RECORDINGS or _about(e) in known]
    if closed.filed:
        entries = [e for e in entries if e.kind not in _OF_CASES]
    return version, [e for e in entries if e.kind in _OPEN or not withheld], withheld


def _about(event: CallEvent) -> str:
    return str(event.data.get("recording", ""))


def _named(ledger: list[CallEvent]) -> list[CallEvent]:
    """Who missed a call, by the number that was rung: entries of before name the person only."""
    rung: dict[Any, Any] = {}
    for event in ledger:
        person = event.data.get("person")
        if event.kind == "offered":
            rung[person] = event.data.get("number")
        elif event.kind == "missed" and not event.data.get("number") and rung.get(person):
            event.data = {**event.data, "number": rung[person]}
    return ledger


def _called_back_of(who: Actor, ledger: list[CallEvent]) -> list[CallEvent]:
    """Without the call that a callback was promised in, where ``who`` may not read that one."""
    for event in ledger:
        promised = str(event.data.get("callback_of", ""))
        if is_uuid(promised) and unreadable(who, [UUID(promised)]):
            event.data = {name: v for name, v in event.data.items() if name != "callback_of"}
    return ledger


def _with_queues(who: Actor, ledger: list[CallEvent]) -> list[CallEvent]:
    """The queues that they name, as people call them now: an entry has the code."""
    waits = [event for event in ledger if event.data.get("queue")]
    if waits:
        names = {queue.code: queue.name for queue in queues_of(who)}
        for event in waits:
            name = names.get(event.data["queue"])
            event.data = {**event.data, "queue_name": name} if name else event.data
    return ledger


def _version(number: int | None) -> FlowVersion | None:
    if number is None:
        return None
    return FlowVersion.objects.filter(pk=number).select_related("flow").first()


def _steps(row: Call, ledger: list[CallEvent]) -> Iterator[Step]:
    node = ""
    for event in ledger:
        data = event.data
        seconds = round((event.at - row.started_at).total_seconds(), 2)
        if event.kind == "node":
            node = str(data.get("node", ""))
            what, detail = str(data.get("what", "")), str(data.get("detail", ""))
            yield Step(event.at, seconds, node, what, detail, {})
        else:
            names = _SHOWN_DATA.get(event.kind, tuple(data))
            shown = {name: data[name] for name in names if name in data and name != "node"}
            yield Step(event.at, seconds, node, event.kind, "", shown)


def traffic(who: Actor, code: str) -> Traffic:
    """What became of the callers of a flow today. Raises ``NotFound``."""
    who.need(*READERS)
    today = timezone.now().astimezone(ZoneInfo(who.zone)).date()
    with who.scope():
        flow = one(code)
        force = published().get(flow.pk)
        versions = FlowVersion.objects.filter(flow=flow).order_by("-number")
        newest = list(versions.values_list("pk", flat=True)[:_LIVE_VERSIONS])
        rows = FlowTraffic.objects.filter(flow_version__in=newest, day=today).values("node")
        counted = list(rows.annotate(Sum("entered"), Sum("dropped"), Sum("contained")))
    nodes = {row["node"]: NodeTraffic(row["entered__sum"], row["dropped__sum"]) for row in counted}
    calls = nodes.pop("", NodeTraffic(0, 0)).entered
    contained = sum(row["contained__sum"] for row in counted)
    return Traffic(force.number if force else None, newest, nodes, calls, contained)
