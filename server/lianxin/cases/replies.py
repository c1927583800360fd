"""答复: an agent drafts what the citizen is told, a supervisor or an administrator approves it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from lianxin.cases import events, queries
from lianxin.cases.access import check_approves, check_writes
from lianxin.cases.errors import IllegalState, NoReplyDraft, ReplyTooEarly, VersionConflict
from lianxin.cases.events import Cause
from lianxin.cases.lifecycle import touch
from lianxin.cases.models import Case, CaseReply
from lianxin.cases.notices import notify_of_reply
from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, CONFIDENTIAL, MAILBOX, SUPERVISOR, Actor
from lianxin.centres.models import Person
from lianxin.centres.versions import check_version
from lianxin.rules.aloud import reply_aloud
from lianxin.rules.lifecycle import ANSWERED
from lianxin.rules.values import Language
from lianxin.speech import readings
from lianxin.speech.readings import ReadingStatus


@dataclass(frozen=True)
class Replies:
    """The replies of a case, the newest first, and how far the approved one is read aloud.
    ``holds``: whether one is approved of this round; ``approvable``: whether one can be."""

    rows: tuple[CaseReply, ...] = ()
    reading: ReadingStatus | None = None
    holds: bool = False
    approvable: bool = True


def draft_reply(who: Actor, case_id: UUID, version: int, text: str, language: Language) -> Case:
    """Write the reply to a case that was read at ``version``; nobody outside is told it yet.

    Raises ``VersionConflict``, ``NotFound``, ``NotAllowed``.
    """
    check_writes(who)
    with who.scope():
        case = queries.locked(who, case_id)
        check_version(case, version, VersionConflict, {})
        last = _replies(case).first()
        if last is None or last.approved_at is not None:
            number = last.number + 1 if last else 1
            last = CaseReply(centre_id=who.centre, case=case, number=number)
            written_over = {}
        elif (last.text, last.language) == (text, language):
            return case
        else:
            after = {"text": text, "language": language}
            written_over = audit.changes({"text": last.text, "language": last.language}, after)
        last.text, last.language = text, language
        last.written_by_id, last.written_at = who.person, timezone.now()
        last.save()
        touch(who, case)
        # Of a draft that is written over nothing else keeps what stood there.
        details = {"number": last.number, **written_over}
        audit.note(who, "case.reply_drafted", "case", case.pk, **details)
        return queries.written(case.pk)


def approve_reply(who: Actor, case_id: UUID, version: int) -> Case:
    """Let the citizen be told the draft of a case that was read at ``version``.

    Where the lifecycle has it, the case is replied with this; a case that is over stays so.
    Raises ``NoReplyDraft``, ``ReplyTooEarly``, ``VersionConflict``, ``NotFound``, ``NotAllowed``.
    """
    allowed_by = check_approves(who)
    with who.scope():
        case = queries.locked(who, case_id)
        check_version(case, version, VersionConflict, {})
        reply = _replies(case).first()
        if reply is None or reply.approved_at is not None:
            raise NoReplyDraft
        before = case.state
        if before not in ANSWERED:
            _reply_happens(case, Cause(allowed_by, who.person, data={"reply": reply.number}))
        reply.approved_by_id, reply.approved_at = who.person, timezone.now()
        reply.save()
        touch(who, case)
        notify_of_reply(case, reply.number, who.person)
        language = reply.language
        aloud = (reply_aloud(reply.text, language), language)
        readings.want(who.centre, "reply", str(case.pk), [aloud])
        details = {"number": reply.number, "before": before, "after": case.state}
        audit.note(who, "case.reply_approved", "case", case.pk, **details)
        return queries.written(case.pk)


def replies(who: Actor, case: Case) -> Replies:
    """The replies of a case that ``who`` has read."""
    with who.scope():
        rows = tuple(_replies(case).select_related("written_by", "approved_by"))
        holds = queries.approved_reply(case) is not None
        reading = readings.reading_status("reply", str(case.pk))
        return Replies(rows, reading, holds, _approvable(case))


def _approvable(case: Case) -> bool:
    """Whether anybody of the centre may both read ``case`` and approve a reply to it."""
    able = Q(roles__contains=[SUPERVISOR]) | Q(roles__contains=[ADMINISTRATOR])
    people = Person.objects.filter(able, active=True)
    if case.secrecy == CONFIDENTIAL:
        opener = case.created_by_id if case.created_by_id == case.secrecy_by_id else None
        people = people.filter(Q(rights__contains=[MAILBOX]) | Q(pk=opener))
    return people.exists()


def _replies(case: Case) -> QuerySet[CaseReply]:
    return CaseReply.objects.filter(case=case).order_by("-number")


def _reply_happens(case: Case, cause: Cause) -> None:
    try:
        events.happen(case, "replied", cause)
    except IllegalState as error:
        raise ReplyTooEarly(state=case.state) from error
