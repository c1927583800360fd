"""From rows to what the API gives. No query is made here: all is loaded before."""

from __future__ import annotations

from typing import Any, cast

from lianxin.api import shapes
from lianxin.calls.access import may_hear
from lianxin.calls.models import Call, CallEvent, Recording
from lianxin.cases.access import events_possible, may_approve
from lianxin.cases.models import Case, CaseEvent, CaseReply
from lianxin.cases.replies import Replies
from lianxin.centres.access import Actor
from lianxin.centres.models import Alarm, AuditEntry, Person
from lianxin.rules.lifecycle import REASON_NEEDED, CaseState
from lianxin.speech import engine
from lianxin.speech.readings import Standing


def agent(person: Person | None) -> shapes.Agent | None:
    if person is None:
        return None
    return shapes.Agent(id=person.pk, number=person.number, name=person.name)


def person(row: Person) -> shapes.PersonItem:
    return shapes.PersonItem(
        id=row.pk,
        number=row.number,
        name=row.name,
        roles=list(row.roles),
        rights=list(row.rights),
        active=row.active,
    )


def _call(row: Call, cases: int) -> dict[str, Any]:
    return {
        "id": row.pk,
        "line": row.line_number,
        "caller": row.caller,
        "source": row.source,
        "started_at": row.started_at,
        "queued_at": row.queued_at,
        "answered_at": row.answered_at,
        "talking_at": row.talking_at,
        "ended_at": row.ended_at,
        "outcome": row.outcome,
        "ended_by": row.ended_by,
        "agent": agent(row.agent),
        "keys": row.keys,
        "recordings": getattr(row, "recording_count", 0),
        "cases": cases,
    }


def call(row: Call, cases: int) -> shapes.CallItem:
    return shapes.CallItem(**_call(row, cases))


def call_detail(
    who: Actor,
    row: Call,
    events: list[CallEvent],
    recordings: list[Recording],
    cases: list[Case],
) -> shapes.CallDetail:
    steps = [shapes.Step(seq=e.seq, at=e.at, kind=e.kind, data=e.data) for e in events]
    return shapes.CallDetail(
        **_call(row, len(cases)),
        cause=row.cause,
        flow_version=row.flow_version,
        events=steps,
        recording_items=[recording(who, r) for r in recordings],
        case_items=[case(c) for c in cases],
    )


def recording(who: Actor, row: Recording) -> shapes.RecordingItem:
    fields: dict[str, Any] = {
        "id": row.pk,
        "call": row.call_id,
        "kind": row.kind,
        "state": row.state,
        "secrecy": row.secrecy,
        "began_at": row.began_at,
        "milliseconds": row.milliseconds,
        "bytes": row.bytes,
        "sha256": row.sha256,
        "may_hear": may_hear(who, row),
    }
    return shapes.RecordingItem(**fields)


def message(who: Actor, row: Recording, of: Case | None) -> shapes.MessageItem:
    """``row`` is annotated by ``queries.messages``; ``of`` is its case."""
    return shapes.MessageItem(
        recording=recording(who, row),
        caller=row.call.caller,
        line=row.call.line_number,
        case=shapes.CaseReference(id=of.pk, number=of.number) if of else None,
        listened=getattr(row, "listened", False),
    )


def _case(row: Case) -> dict[str, Any]:
    return {
        "id": row.pk,
        "number": row.number,
        "type": row.type,
        "source": row.source,
        "title": row.title,
        "citizen_name": row.citizen_name,
        "phone": row.phone,
        "urgency": row.urgency,
        "secrecy": row.secrecy,
        "state": row.state,
        "version": row.version,
        "call": row.call_id,
        "created_by": agent(row.created_by),
        "created_at": row.created_at,
        "updated_at": row.updated_at,
    }


def case(row: Case) -> shapes.CaseItem:
    return shapes.CaseItem(**_case(row))


def case_detail(
    who: Actor,
    row: Case,
    recordings: list[Recording],
    replies: Replies,
    history: list[CaseEvent],
) -> shapes.CaseDetail:
    return shapes.CaseDetail(
        **_case(row),
        content=row.content,
        address=row.address,
        updated_by=agent(row.updated_by),
        recordings=[recording(who, r) for r in recordings],
        replies=[_reply(each) for each in replies.rows],
        reading=reading(replies.standing),
        may_approve=may_approve(who),
        events_possible=[
            shapes.CaseEventPossible(event=event, reason_needed=event in REASON_NEEDED)
            for event in events_possible(who, cast(CaseState, row.state))
        ],
        history=[_event(each) for each in history],
    )


def _event(row: CaseEvent) -> shapes.CaseEventItem:
    """``row.by`` was fetched with it."""
    fields: dict[str, Any] = {
        "number": row.number,
        "at": row.at,
        "by": agent(row.by),
        "event": row.event,
        "before": row.before or None,
        "after": row.after,
        "reason": row.reason,
    }
    return shapes.CaseEventItem(**fields)


def _reply(row: CaseReply) -> shapes.ReplyItem:
    """``row.written_by`` and ``row.approved_by`` were fetched with it."""
    fields: dict[str, Any] = {
        "number": row.number,
        "language": row.language,
        "text": row.text,
        "written_by": agent(row.written_by),
        "written_at": row.written_at,
        "approved_by": agent(row.approved_by),
        "approved_at": row.approved_at,
    }
    return shapes.ReplyItem(**fields)


def reading(standing: Standing | None) -> shapes.ReadingStand:
    """How far texts are read aloud; ``None``: there is nothing to read."""
    found = vars(standing) if standing else {"state": "none", "reason": "", "seconds": 0.0}
    return shapes.ReadingStand(**found, engine=engine.available())


def audit(row: AuditEntry) -> shapes.AuditItem:
    return shapes.AuditItem(
        id=row.pk,
        at=row.at,
        person=agent(row.person),
        action=row.action,
        object_type=row.object_type,
        object_id=row.object_id,
        data=row.data,
        address=row.address,
    )


def alarm(row: Alarm) -> shapes.AlarmItem:
    return shapes.AlarmItem(
        id=row.pk,
        at=row.at,
        code=row.code,
        object_type=row.object_type,
        object_id=row.object_id,
        data=row.data,
        cleared_at=row.cleared_at,
        cleared_by=agent(row.cleared_by),
    )
