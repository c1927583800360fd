"""What the API takes and gives of notices."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator, StringConstraints

from lianxin.api.base import Period, ReadSchema, WriteSchema, clean
from lianxin.api.fields import Code, Phone, VersionOrNone, YesNo
from lianxin.api.shared.schemas import CodeName
from lianxin.notices.choices import CaseNoticeEvent, NoticeState, NoticeWay
from lianxin.rules.values import Language

FieldName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_-]{0,31}$")]


#: A text that nobody sees is none: a citizen would get a blank message.
TemplateText = Annotated[str, BeforeValidator(clean), StringConstraints(max_length=1000)]


class NoticeFilter(Period):
    state: NoticeState | None = None
    number: Phone | None = None


class GatewayUpdate(WriteSchema):
    """``version`` 0: it was never set. ``connection``: the code of an HTTP connection, "" to send
    nothing.
    """

    version: VersionOrNone
    connection: Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_-]{0,31})?$")]
    path: Annotated[str, StringConstraints(pattern=r"^/", max_length=200)] = "/messages"
    number_field: FieldName = "to"
    text_field: FieldName = "text"
    key_field: FieldName = "key"


class TemplateUpdate(WriteSchema):
    """``version`` 0: a new one, or a shipped one that is changed for the first time."""

    version: VersionOrNone
    name: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    texts: dict[Language, TemplateText]


class RuleUpdate(WriteSchema):
    """``version`` 0: as shipped, and changed for the first time. ``template``: the code of one."""

    version: VersionOrNone
    on: YesNo
    template: Code


class NoticeSummary(ReadSchema):
    """``number`` is masked. ``text`` is "" until it was first sent. ``case``: of which it tells
    ``event``. ``withheld``: it came of a call or case of the mayor's mailbox, or of another that is
    confidential, and ``number``, ``text``, ``call`` and ``case`` are for its readers."""

    id: UUID
    way: NoticeWay
    number: str
    template: str
    text: str
    withheld: bool
    state: NoticeState
    tries: int
    last_error: str
    call: UUID | None
    case: UUID | None
    event: CaseNoticeEvent | None
    created_at: datetime
    next_at: datetime
    sent_at: datetime | None


class GatewayRead(ReadSchema):
    """``ready``: what waits is sent. ``counts``: how many notices are in which state."""

    connection: str
    path: str
    number_field: str
    text_field: str
    key_field: str
    version: int
    ready: bool
    choices: list[CodeName]
    counts: dict[str, int]


class TemplateRead(ReadSchema):
    """``placeholders``: the names that may stand in braces."""

    code: str
    name: str
    texts: dict[str, str]
    version: int
    placeholders: list[str]


class RuleRead(ReadSchema):
    """What is sent of ``event`` of a case over ``way``, when it is ``on``. ``given``: the names
    that the words of its template may have in braces."""

    event: CaseNoticeEvent
    way: NoticeWay
    on: YesNo
    template: str
    given: list[str]
    version: int
