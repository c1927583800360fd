"""Between cases and their shapes in the API."""

from __future__ import annotations

from lianxin.api.cases import schemas
from lianxin.api.shared.mappers import agent, case_fields, reading, recording
from lianxin.calls.models import Recording
from lianxin.cases.access import events_possible, may_approve
from lianxin.cases.models import Case, CaseEvent, CaseReply
from lianxin.cases.replies import Replies
from lianxin.centres.access import Actor
from lianxin.faxes.models import Fax
from lianxin.notices.actions import MAY_SEND_AGAIN
from lianxin.notices.choices import CaseNoticeEvent
from lianxin.notices.models import Notice
from lianxin.rules.lifecycle import REASON_NEEDED
from lianxin.rules.masking import masked


def case_detail(
    who: Actor,
    row: Case,
    recordings: list[Recording],
    replies: Replies,
    history: list[CaseEvent],
    faxes: list[Fax],
    notices: list[Notice],
) -> schemas.CaseRead:
    return schemas.CaseRead(
        **case_fields(row),
        content=row.content,
        address=row.address,
        updated_by=agent(row.updated_by),
        recordings=[recording(who, r) for r in recordings],
        replies=[_reply(each) for each in replies.rows],
        reading=reading(replies.reading),
        may_approve=may_approve(who, row.state),
        approvable=replies.approvable,
        events_possible=[
            schemas.CaseEventPossible(event=event, reason_needed=event in REASON_NEEDED)
            for event in events_possible(who, row.state, replies.holds)
        ],
        history=[_event(each) for each in history],
        faxes=[_fax(each) for each in faxes],
        notices=[_notice(who, each, each.event) for each in notices if each.event],
    )


def _fax(row: Fax) -> schemas.CaseFax:
    return schemas.CaseFax(
        id=row.pk,
        title=row.title,
        number=masked(row.number),
        pages=row.pages,
        state=row.state,
        created_at=row.created_at,
        sent_at=row.sent_at,
    )


def _notice(who: Actor, row: Notice, event: CaseNoticeEvent) -> schemas.CaseNotice:
    """``row.by`` was fetched with it."""
    return schemas.CaseNotice(
        id=row.pk,
        at=row.created_at,
        by=agent(row.by),
        event=event,
        way=row.way,
        number=masked(row.number),
        template=row.template,
        text=row.text,
        state=row.state,
        reason="" if row.state == "sent" else row.last_error,
        tries=row.tries,
        sent_at=row.sent_at,
        may_send_again=row.state == "failed" and who.has(*MAY_SEND_AGAIN),
    )


def _event(row: CaseEvent) -> schemas.CaseEventRead:
    """``row.by`` was fetched with it."""
    return schemas.CaseEventRead(
        number=row.number,
        at=row.at,
        by=agent(row.by),
        event=row.event,
        before=row.before or None,
        after=row.after,
        reason=row.reason,
    )


def _reply(row: CaseReply) -> schemas.ReplyRead:
    """``row.written_by`` and ``row.approved_by`` were fetched with it."""
    return schemas.ReplyRead(
        number=row.number,
        language=row.language,
        text=row.text,
        written_by=agent(row.written_by),
        written_at=row.written_at,
        approved_by=agent(row.approved_by),
        approved_at=row.approved_at,
    )


def opened(case: schemas.CaseRead, code: str | None) -> schemas.CaseOpened:
    """``code``: None when the case was there before."""
    return schemas.CaseOpened(case=case, code=code)


def case_code(row: Case, code: str) -> schemas.CaseCode:
    return schemas.CaseCode(number=row.number, code=code)
