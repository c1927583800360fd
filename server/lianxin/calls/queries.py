"""Reads of calls and recordings."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import (
    Count,
    DurationField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
)
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from lianxin.calls.access import check_reads, may_follow, readable, readable_recordings
from lianxin.calls.events import NO_WORDS
from lianxin.calls.models import Call, CallEvent, CallSegment, Recording
from lianxin.centres.access import Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.models import AuditEntry
from lianxin.centres.paging import Slice, cut, narrowed
from lianxin.flows.names import Names, names_of
from lianxin.rules import telephones
from lianxin.rules.flow.way import way_of

#: Digits of a part of a caller's number; fewer would be in nearly every one.
_FEWEST_DIGITS = 3

#: A recording that was over in its beep.
_BEEP = Q(state="lost", lost_reason=NO_WORDS)


def calls(
    who: Actor,
    *,
    agent: str | None = None,
    caller: str | None = None,
    line: str | None = None,
    outcome: str | None = None,
    disposition: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    has_recording: bool | None = None,
    q: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Slice[Call]:
    """Calls that ``who`` may read, newest first. ``q`` is a part of the caller's number."""
    check_reads(who)
    with who.scope():
        rows = narrowed(
            Call.objects.filter(readable(who)),
            agent__number=agent,
            caller=caller and who.dialled(caller),
            line_number=line,
            outcome=outcome,
            disposed__disposition__code=disposition,
            started_at__gte=since,
            started_at__lt=until,
            caller__contains=telephones.part(q) or q if q else None,
        )
        if has_recording is not None:
            known = Recording.objects.filter(readable_recordings(who))
            kept = known.filter(call=OuterRef("pk"), state="stored")
            rows = rows.filter(Exists(kept)) if has_recording else rows.exclude(Exists(kept))
        return cut(_listed(who, rows), "started_at", cursor, limit)


#: How far back Ctrl+K looks for a part of something: no index helps with that.
SEARCHED = timedelta(days=90)


def find(who: Actor, words: str, limit: int) -> list[Call]:
    """The newest calls that ``who`` may read with ``words`` in the caller's number; none for what
    is no number.

    Parts of a number are looked for in the last ``SEARCHED``, a whole one in all calls.
    """
    check_reads(who)
    digits = telephones.part(words)
    if len(digits) < _FEWEST_DIGITS:
        return []
    with who.scope():
        since = timezone.now() - SEARCHED
        rows = Call.objects.filter(readable(who)).order_by("-started_at", "-pk")
        found = list(rows.filter(caller__contains=digits, started_at__gte=since)[:limit])
        older = rows.filter(caller=who.dialled(words), started_at__lt=since)
        return [*found, *older[: limit - len(found)]]


def call(who: Actor, call_id: UUID) -> Call:
    """One call. Raises ``NotFound``."""
    check_reads(who)
    with who.scope():
        found = _listed(who, Call.objects.filter(readable(who), pk=call_id)).first()
    if found is None:
        raise NotFound
    return found


def ways(who: Actor, rows: Iterable[Call], asked: Collection[UUID]) -> dict[UUID, list[str]]:
    """The nodes that the callers of these calls chose, of those that ``who`` may follow.
    ``asked``: those in which was asked for a case that is closed to ``who``."""
    wanted = [row.pk for row in rows if row.keys and may_follow(who, row, asked=row.pk in asked)]
    steps: dict[UUID, list[tuple[str, str, str]]] = {}
    with who.scope():
        met = CallEvent.objects.filter(
            call_id__in=wanted, kind="node", data__what__in=("entered", "exit")
        )
        for call_id, data in met.order_by("call_id", "seq").values_list("call_id", "data"):
            step = tuple(str(data.get(name, "")) for name in ("node", "what", "detail"))
            steps.setdefault(call_id, []).append((step[0], step[1], step[2]))
    return {call_id: way_of(each) for call_id, each in steps.items()}


def node_names(who: Actor, rows: Iterable[Call]) -> dict[int, Names]:
    """What the centre calls the nodes of the flows that these calls ran, by ``flow_version``."""
    with who.scope():
        return names_of(row.flow_version for row in rows)


def unreadable(who: Actor, calls: Iterable[UUID | None]) -> frozenset[UUID]:
    """Those of ``calls`` that ``who`` may not read: the mayor's mailbox."""
    wanted = {call for call in calls if call is not None}
    if who.confidential or not wanted:
        return frozenset()
    with who.scope():
        closed = Call.objects.filter(pk__in=wanted).exclude(readable(who))
        return frozenset(closed.values_list("pk", flat=True))


def agents_of(call: Call) -> frozenset[int]:
    """Who took a call: answered it first, or has talked in it. In the scope of its centre."""
    talked = CallSegment.objects.filter(call=call, kind="talk").values_list("agent_id", flat=True)
    return frozenset(each for each in (call.agent_id, *talked) if each is not None)


def events(who: Actor, call_id: UUID) -> list[CallEvent]:
    """The ledger of a call, in order."""
    with who.scope():
        return list(CallEvent.objects.filter(call_id=call_id).order_by("seq"))


def known_recordings(who: Actor, call_id: UUID) -> frozenset[str]:
    """The keys of the recordings of a call of which ``who`` may know, as its ledger has them."""
    with who.scope():
        rows = Recording.objects.filter(readable_recordings(who), call_id=call_id)
        return frozenset(str(key) for key in rows.values_list("pk", flat=True))


def recordings(who: Actor, call_id: UUID) -> list[Recording]:
    """The recordings of a call of which ``who`` may know, oldest first."""
    return recordings_where(who, call_id=call_id)


def recordings_where(who: Actor, *among: Q, **wanted: Any) -> list[Recording]:
    """The recordings that are as ``wanted`` and of which ``who`` may know, each with its call,
    oldest first. One that was over in its beep is none: there is nothing to hear, and nothing was
    lost."""
    with who.scope():
        known = Recording.annotated(who.person).filter(readable_recordings(who))
        rows = known.filter(*among, **wanted).exclude(_BEEP)
        return list(rows.order_by("began_at"))


def calls_of(who: Actor, phone: str, limit: int = 20) -> list[Call]:
    """The last calls from ``phone`` that ``who`` may read."""
    with who.scope():
        rows = _listed(who, Call.objects.filter(readable(who), caller=phone))
        return list(rows.order_by("-started_at", "-pk")[:limit])


def count_calls_of(who: Actor, phone: str, days: int = 30) -> int:
    """How many calls of ``phone`` in the last ``days`` ``who`` may read."""
    since = timezone.now() - timedelta(days=days)
    with who.scope():
        rows = Call.objects.filter(readable(who), caller=phone)
        return rows.filter(started_at__gte=since).count()


def messages(
    who: Actor,
    *,
    kind: str | None = None,
    caller: str | None = None,
    listened: bool | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Slice[Recording]:
    """What citizens recorded, newest first; ``listened`` is annotated on each.

    What is of the mayor's mailbox, or of a confidential case, is there for its readers only. A
    recording in which nothing was said is no message: it stands with its call.
    """
    check_reads(who)
    with who.scope():
        rows = Recording.annotated(who.person).filter(readable_recordings(who))
        rows = rows.exclude(kind="conversation").exclude(lost_reason=NO_WORDS)
        if kind is not None:
            rows = rows.filter(kind=kind)
        if caller is not None:
            rows = rows.filter(call__caller=who.dialled(caller))
        if listened is not None:
            rows = rows.filter(_heard()) if listened else rows.exclude(_heard())
        rows = rows.annotate(listened=_heard())
        return cut(rows, "began_at", cursor, limit)


def _heard() -> Exists:
    """Whether anybody has listened to a recording: the audit trail knows."""
    return Exists(
        AuditEntry.objects.filter(
            object_type="recording",
            object_id=Cast(OuterRef("pk"), TextField()),
            action="recording.listened",
        )
    )


def _listed(who: Actor, rows: QuerySet[Call]) -> QuerySet[Call]:
    """Each with ``recording_count``, of those of which ``who`` may know, and ``talk``: how long the
    citizen and agents have talked, without what was held; None when they have not. What a third
    party says is within it.
    """
    kept = (
        Recording.objects.filter(readable_recordings(who), call=OuterRef("pk"))
        .exclude(_BEEP)
        .order_by()
        .values("call")
        .annotate(n=Count("pk"))
        .values("n")
    )
    talks = (
        CallSegment.objects.filter(
            call=OuterRef("pk"), kind="talk", party="", ended_at__isnull=False
        )
        .order_by()
        .values("call")
        .annotate(talk=Sum(F("ended_at") - F("began_at"), output_field=DurationField()))
        .values("talk")
    )
    counts = {"recording_count": Coalesce(Subquery(kept), 0), "talk": Subquery(talks)}
    return rows.select_related("agent", "disposed__disposition").annotate(**counts)
