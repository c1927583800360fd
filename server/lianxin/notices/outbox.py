"""The outbox: what flows and cases said is to be sent, once each, whatever is away meanwhile."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lianxin.notices.choices import SHIPPED, WAYS, CaseNoticeEvent, NoticeWay, Skipped
from lianxin.notices.models import Notice, NoticeTemplate
from lianxin.rules.values import Language

#: What a flow may write, as the column takes it.
_WAYS: Mapping[str, NoticeWay] = {way: way for way in WAYS}
MOST_VALUE = 2000
#: Characters of a message: gateways split what is longer than one, up to about this.
MOST_TEXT = 1000

_NAME = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True)
class About:
    """Of which case a notice tells what, and the key of who did it; None: nobody signed in."""

    case: UUID
    event: CaseNoticeEvent
    by: int | None


def put(
    centre: int,
    key: str,
    *,
    way: str,
    number: str,
    template: str,
    data: Mapping[str, Any],
    language: Language,
    call: UUID | None,
    at: datetime,
    about: About | None = None,
    skipped: Skipped | None = None,
) -> bool:
    """Write a notice down in the scope of its centre. The same ``key`` again changes nothing.

    ``skipped``: why it is not to be sent, which is all that is kept of it. Whether a new one was
    written. What cannot be sent (no number, a way that is unknown) is none.
    """
    known_way = _WAYS.get(way)
    sendable = skipped is not None or number.lstrip("+").isdigit()
    if known_way is None or not sendable:
        return False
    if known(key):
        return False
    row = Notice(
        centre_id=centre,
        key=key,
        way=known_way,
        number="" if skipped else number[:32],
        template=template[:32],
        data={} if skipped else _kept(data),
        language=language,
        call=call,
        next_at=at,
        state="skipped" if skipped else "waiting",
        last_error=skipped or "",
        case=about.case if about else None,
        event=about.event if about else "",
        by_id=about.by if about else None,
    )
    Notice.objects.bulk_create([row], ignore_conflicts=True)
    return True


def _kept(data: Mapping[str, Any]) -> dict[str, str]:
    return {str(name)[:32]: str(value)[:MOST_VALUE] for name, value in data.items()}


def withhold(case: UUID) -> None:
    """Let nothing more be sent of a case that has become confidential, in the scope of the change.

    What was sent was sent, and its words stay for who may read the case.
    """
    unsent = Notice.objects.filter(case=case, state__in=("waiting", "failed"))
    why: Skipped = "confidential"
    unsent.update(state="skipped", last_error=why, data={}, text="", number="")


def known(key: str) -> bool:
    """Whether the fact ``key`` has made a notice, in the caller's scope."""
    return Notice.objects.filter(key=key).exists()


def rendered(notice: Notice, centre_name: str) -> str:
    """The words of a notice, in its language else in Chinese; "" when nothing knows them.

    In the caller's scope. ``{name}`` that the data lacks is left out.
    """
    row = NoticeTemplate.objects.filter(code=notice.template).first()
    texts: Mapping[str, str] = row.texts if row else SHIPPED.get(notice.template, {})
    text = texts.get(notice.language) or texts.get("zh") or ""
    values = {"centre": centre_name, **notice.data}
    return _NAME.sub(lambda found: str(values.get(found[1], "")), text).strip()[:MOST_TEXT]
