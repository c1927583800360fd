"""Reads of cases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from lianxin.calls.models import Call, Recording
from lianxin.calls.queries import recordings_where
from lianxin.cases.access import check_reads, readable
from lianxin.cases.errors import SearchTooShort
from lianxin.cases.models import Case, CaseRecording, CaseReply
from lianxin.centres import audit
from lianxin.centres.access import CONFIDENTIAL, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.paging import Slice, cut, narrowed
from lianxin.rules import case_number, telephones
from lianxin.rules.lifecycle import OVER, UNDOING
from lianxin.rules.written import figures


def cases(
    who: Actor,
    *,
    q: str | None = None,
    type: str | None = None,
    state: str | None = None,
    urgency: str | None = None,
    source: str | None = None,
    phone: str | None = None,
    created_by: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Slice[Case]:
    """Cases of the centre that ``who`` may read, newest first. Raises ``SearchTooShort``."""
    check_reads(who)
    with who.scope():
        rows = narrowed(
            _listed(who),
            type=type,
            state=state,
            urgency=urgency,
            source=source,
            phone=phone and who.dialled(phone),
            created_by__number=created_by,
            created_at__gte=since,
            created_at__lt=until,
        )
        if q:
            rows = rows.filter(_matches(q))
        return cut(rows, "created_at", cursor, limit)


#: How far back Ctrl+K looks for a part of something: no index helps with that.
SEARCHED = timedelta(days=365)


def find(who: Actor, words: str, limit: int) -> list[Case]:
    """The newest cases that ``who`` may read, with all ``words`` in number, title or telephone.

    Those of the last ``SEARCHED``; one whose whole number or telephone ``words`` is, of all.
    """
    check_reads(who)
    with who.scope():
        since, rows = timezone.now() - SEARCHED, _listed(who).order_by("-created_at", "-pk")
        part = rows.filter(created_at__gte=since)
        for word in _words(words):
            part = part.filter(Q(number__contains=word) | _within("title", word) | _telephone(word))
        found = list(part[:limit])
        whole = "".join(_words(words))
        named = Q(number=whole) | Q(phone=who.dialled(whole))
        older = rows.filter(named, created_at__lt=since)
        return [*found, *older[: limit - len(found)]]


def case(who: Actor, case_id: UUID) -> Case:
    """One case; reading a confidential one is noted. Raises ``NotFound``, ``NotAllowed``."""
    check_reads(who)
    with who.scope():
        found = _listed(who).filter(pk=case_id).first()
        if found is None:
            raise NotFound
        if found.secrecy == CONFIDENTIAL:
            audit.note(who, "case.viewed", "case", found.pk)
        return found


def locked(who: Actor, case_id: UUID) -> Case:
    """One case for a change, in the caller's scope. Raises ``NotFound``."""
    # Who changed it last is read after the lock: joined, they would be the one of before it.
    rows = Case.objects.prefetch_related("created_by", "updated_by").select_for_update()
    found = rows.filter(readable(who), pk=case_id).first()
    if found is None:
        raise NotFound
    return found


def written(case_id: UUID) -> Case:
    """A case that the caller's scope has just written, whatever its secrecy has become."""
    return Case.objects.select_related("created_by", "updated_by").get(pk=case_id)


def approved_reply(case: Case) -> CaseReply | None:
    """The last approved reply of this round, in the caller's scope: none of before the case was
    reworked or opened again."""
    holding = case.replies.exclude(approved_at=None)
    undone = case.events.filter(event__in=UNDOING).order_by("-number").first()
    if undone is not None:
        holding = holding.filter(approved_at__gt=undone.at)
    return holding.order_by("-number").first()


def recordings(who: Actor, case: Case) -> list[Recording]:
    """What is attached to a case, and the conversations of the call that it was filed in, oldest
    first."""
    attached = CaseRecording.objects.filter(case=case).values("recording")
    of_call = Q(call=case.call_id, kind="conversation") if case.call_id else Q()
    return recordings_where(who, Q(pk__in=attached) | of_call)


def cases_of(who: Actor, phone: str, limit: int = 20) -> list[Case]:
    """The last cases of a citizen's ``phone``; opening this history is noted, and whether it was
    opened for the mailbox: then the number is for its readers alone."""
    check_reads(who)
    with who.scope():
        mailbox = who.confidential or _talk_for_the_mailbox(who, phone)
        audit.note(who, "caller.opened", "phone", phone, mailbox=mailbox)
        rows = _listed(who).filter(phone=phone)
        return list(rows.order_by("-created_at", "-pk")[:limit])


#: How long after a call its agent writes down what was said in it.
WRITTEN_UP = timedelta(hours=1)


def _talk_for_the_mailbox(who: Actor, phone: str) -> bool:
    """Whether ``phone`` is in a call of the mailbox with ``who``, or just was. Nobody learns of
    such a call by it: who took one reads it."""
    now = Q(ended_at=None) | Q(ended_at__gte=timezone.now() - WRITTEN_UP)
    theirs = Q(agent_id=who.person) | Q(callsegment__agent_id=who.person)
    calls = Call.objects.filter(now, theirs, caller=phone, secrecy=CONFIDENTIAL)
    return calls.exists()


def count_open_of(who: Actor, phone: str) -> int:
    """How many cases of ``phone`` are not over."""
    with who.scope():
        return _listed(who).filter(phone=phone).exclude(state__in=OVER).count()


def cases_of_call(who: Actor, call_id: UUID) -> list[Case]:
    """The cases that were opened in a call, as far as ``who`` may read them."""
    with who.scope():
        return list(_listed(who).filter(call_id=call_id).order_by("created_at"))


def cases_of_calls(who: Actor, calls: list[UUID]) -> dict[UUID, int]:
    """How many cases each call led to, as far as ``who`` may read them."""
    counts: dict[UUID, int] = {}
    with who.scope():
        for call in _listed(who).filter(call_id__in=calls).values_list("call_id", flat=True):
            if call is not None:
                counts[call] = counts.get(call, 0) + 1
    return counts


def calls_withheld_from(who: Actor, calls: Iterable[UUID | None]) -> frozenset[UUID]:
    """Those of ``calls`` in which a case was filed that ``who`` may not read: what was sent or
    written down in them may tell its number."""
    wanted = {call for call in calls if call is not None}
    if who.confidential or not wanted:
        return frozenset()
    with who.scope():
        rows = Case.objects.filter(call_id__in=wanted).exclude(readable(who))
        return frozenset(rows.values_list("call__pk", flat=True))


def cases_by_recording(who: Actor, recordings: list[UUID]) -> dict[UUID, Case]:
    """The case of each recording, where there is one that ``who`` may read."""
    with who.scope():
        rows = CaseRecording.objects.filter(
            recording_id__in=recordings, case__in=Case.objects.filter(readable(who))
        )
        return {row.recording_id: row.case for row in rows.select_related("case")}


def _listed(who: Actor) -> QuerySet[Case]:
    return Case.objects.filter(readable(who)).select_related("created_by", "updated_by")


def _matches(q: str) -> Q:
    words = _words(q)
    if max(map(len, words), default=0) < 2:
        raise SearchTooShort
    found = Q()
    for word in words:
        found &= (
            Q(number__contains=word)
            | _telephone(word)
            | _within("title", word)
            | _within("content", word)
            | _within("citizen_name", word)
        )
    return found


def _within(field: str, word: str) -> Q:
    """``word`` in a text, in small or large letters, as it is typed or without full-width ones.

    Case is asked for only where letters have it: no row is folded for a word in Chinese.
    """
    found = Q()
    for written in {word, unicodedata.normalize("NFKC", word)}:
        cased = written.upper() != written.lower()
        found |= Q((f"{field}__icontains" if cased else f"{field}__contains", written))
    return found


def _words(text: str) -> list[str]:
    """What is looked for. A number that is written in groups is one word: 9901 261128 00006 4."""
    joined = figures("".join(text.split()))
    bare = joined.replace("-", "")
    if len(bare) == case_number.LENGTH and bare.isdigit():
        joined = bare
    if re.fullmatch(r"\+?[0-9]+", joined):
        return [joined]
    return "".join(c for c in text if unicodedata.category(c) != "Cf").split()


def _telephone(word: str) -> Q:
    stored = telephones.part(word)
    return Q(phone__contains=stored) if stored else Q()
