"""What the citizen of a case is sent of its events; which, ``notices.by_rules`` knows."""

from __future__ import annotations

from datetime import datetime
from typing import get_args
from zoneinfo import ZoneInfo

from django.utils import timezone

from lianxin.calls.memory import remembered_language
from lianxin.cases import queries
from lianxin.cases.models import Case
from lianxin.centres.access import CONFIDENTIAL
from lianxin.notices.by_rules import Happened, notify
from lianxin.notices.choices import CaseNoticeEvent
from lianxin.rules.lifecycle import ANSWERED, CaseHistoryEvent
from lianxin.rules.values import Language

_SENT: dict[str, CaseNoticeEvent] = {event: event for event in get_args(CaseNoticeEvent)}


def notify_of_event(case: Case, event: CaseHistoryEvent, by: int | None, reason: str = "") -> None:
    """Send what is sent of an event that has just been written, in its scope."""
    sent = _SENT.get(event)
    if sent is not None and sent != "replied":  # that is sent with its reply: ``notify_of_reply``
        number = case.events.filter(event=event).order_by("-number").first()
        key = f"case:{case.pk}:{number.number if number else 0}"
        _notify(case, sent, key, by, reason=reason)


def notify_of_reply(case: Case, number: int, by: int | None) -> None:
    """Send what is sent of reply ``number``, which has just been approved, in its scope."""
    _notify(case, "replied", f"case:{case.pk}:reply:{number}", by)


def notify_of_opening_by_flow(
    centre: int, number: str, phone: str, language: Language, at: datetime
) -> bool:
    """Send what is sent of a case that a caller has opened with ``number``, as the flow wants it.

    In the scope of its centre. Whether there is such a case: else the flow means another thing.
    """
    case = Case.objects.filter(number=number, centre_id=centre).first()
    if case is None:
        return False
    key = f"case:{case.pk}:1"
    _notify(case, "opened", key, None, phone=phone, language=language, at=at)
    return True


def _notify(
    case: Case,
    event: CaseNoticeEvent,
    key: str,
    by: int | None,
    *,
    reason: str = "",
    phone: str = "",
    language: Language | None = None,
    at: datetime | None = None,
) -> None:
    now = timezone.now()
    reply = queries.approved_reply(case) if case.state in ANSWERED else None
    spoken = language or (reply.language if reply else None) or _language(case)
    notify(
        Happened(
            centre=case.centre_id,
            event=event,
            key=key,
            case=case.pk,
            phone=phone or case.phone,
            data={
                "number": case.number,
                "title": case.title,
                "date": now.astimezone(ZoneInfo(case.centre.zone)).date().isoformat(),
                "reply": reply.text if reply else "",
                "reason": reason,
            },
            at=at or now,
            language=spoken,
            confidential=case.secrecy == CONFIDENTIAL,
            by=by,
            call=case.call_id,
        )
    )


def _language(case: Case) -> Language:
    """The one that the citizen chose on the telephone, else Chinese."""
    return remembered_language(case.centre_id, case.phone) or "zh"
