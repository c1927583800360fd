"""The outbox: what flows said is to be sent, once each, whatever is away meanwhile."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, get_args
from uuid import UUID

from lianxin.notices.choices import SHIPPED
from lianxin.notices.models import Notice, NoticeTemplate, NoticeWay
from lianxin.rules.values import Language

#: What a flow may write, as the column takes it.
_WAYS: Mapping[str, NoticeWay] = {way: way for way in get_args(NoticeWay)}
MOST_VALUE = 2000
#: Characters of a message: gateways split what is longer than one, up to about this.
MOST_TEXT = 1000

_NAME = re.compile(r"\{([a-z][a-z0-9_]*)\}")


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
) -> bool:
    """Write a notice down in the scope of its centre. The same ``key`` again changes nothing.

    Whether a new one was written. What cannot be sent (no number, a way that is unknown) is
    none.
    """
    known_way = _WAYS.get(way)
    if known_way is None or not number.lstrip("+").isdigit():
        return False
    if known(key):
        return False
    row = Notice(
        centre_id=centre,
        key=key,
        way=known_way,
        number=number[:32],
        template=template[:32],
        data={str(name)[:32]: str(value)[:MOST_VALUE] for name, value in data.items()},
        language=language,
        call=call,
        next_at=at,
    )
    Notice.objects.bulk_create([row], ignore_conflicts=True)
    return True


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
