"""What is sent of an event of a case: by the centre's rules, once, and written down where not.

In the transaction of the event itself, so that neither is there without the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from lianxin.faxes.policy import fixed_line
from lianxin.notices import outbox
from lianxin.notices.choices import RULES, WAYS, CaseNoticeEvent, NoticeWay, Skipped
from lianxin.notices.models import NoticeRule
from lianxin.notices.tasks import send_soon
from lianxin.rules.telephones import dialled
from lianxin.rules.values import Language


@dataclass(frozen=True)
class Happened:
    """An event of a case. ``key``: the same for the same event, however often it is told.

    ``phone``: the citizen's, "" for none. ``data``: what its words may name. ``by``: a person's
    key, None for nobody who is signed in.
    """

    centre: int
    event: CaseNoticeEvent
    key: str
    case: UUID
    phone: str
    data: Mapping[str, str]
    at: datetime
    language: Language = "zh"
    confidential: bool = False
    by: int | None = None
    call: UUID | None = None


def notify(happened: Happened) -> None:
    """Put what the centre's rules send of an event into the outbox, in the scope of the event."""
    for way in WAYS:
        rule = rule_of(happened.event, way)
        if rule.on:
            _put(happened, rule)


def rule_of(event: CaseNoticeEvent, way: NoticeWay) -> NoticeRule:
    """The rule in force in the caller's scope; of version 0, and not written, the shipped one."""
    shipped = RULES[event]
    row = NoticeRule.objects.filter(event=event, way=way).first()
    return row or NoticeRule(event=event, way=way, on=shipped.on, template=shipped.template)


def refusal(happened: Happened) -> Skipped | None:
    """Why the citizen is told nothing, None when they are. Pure."""
    if happened.confidential:
        return "confidential"
    number = dialled(happened.phone)
    if not number:
        return "no_number"
    return "fixed_line" if fixed_line(number) is not None else None


def _put(happened: Happened, rule: NoticeRule) -> None:
    why = refusal(happened)
    new = outbox.put(
        happened.centre,
        f"{happened.key}:{rule.way}",
        way=rule.way,
        number=happened.phone,
        template=rule.template,
        data=happened.data,
        language=happened.language,
        call=happened.call,
        at=happened.at,
        about=outbox.About(happened.case, happened.event, happened.by),
        skipped=why,
    )
    if new and why is None:
        transaction.on_commit(lambda: send_soon(happened.centre))
