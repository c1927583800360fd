"""What the API takes and gives of cases."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import HeaderEx, P
from pydantic import BeforeValidator, Field, FiniteFloat, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from lianxin.api.base import Period, ReadSchema, WriteSchema, clean
from lianxin.api.fields import FilterText, Phone, Version
from lianxin.api.shared.schemas import Agent, CaseSummary, ReadingStatus, RecordingRead
from lianxin.cases.choices import CaseSource, CaseType, Urgency
from lianxin.centres.access import Secrecy
from lianxin.faxes.models import FaxState
from lianxin.notices.choices import CaseNoticeEvent, NoticeState, NoticeWay
from lianxin.rules.lifecycle import CaseEvent, CaseHistoryEvent, CaseState
from lianxin.rules.values import Language

CaseTitle = Annotated[str, StringConstraints(min_length=1, max_length=200)]


CitizenName = Annotated[str, StringConstraints(max_length=64)]


Address = Annotated[str, StringConstraints(max_length=200)]


Content = Annotated[str, StringConstraints(max_length=20000)]


ReplyText = Annotated[str, StringConstraints(min_length=1, max_length=2000)]


class CaseCreate(WriteSchema):
    """``call``: the call in which the citizen asked, if any."""

    call: UUID | None = None
    type: CaseType
    source: CaseSource = "phone"
    title: CaseTitle
    content: Content = ""
    citizen_name: CitizenName = ""
    phone: Phone = ""
    address: Address = ""
    urgency: Urgency = "normal"
    secrecy: Secrecy = "internal"


DataKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,31}$")]


DataText = Annotated[str, BeforeValidator(clean), StringConstraints(max_length=500)]


DataValue = bool | int | FiniteFloat | DataText | None


class CaseUpdate(WriteSchema):
    """``version`` is that of the case that was read; only what is named is changed."""

    version: Version
    type: CaseType | None = None
    title: CaseTitle | None = None
    content: Content | None = None
    citizen_name: CitizenName | None = None
    phone: Phone | None = None
    address: Address | None = None
    urgency: Urgency | None = None
    secrecy: Secrecy | None = None
    #: No part of the document: whoever still sends it is told what to send instead.
    state: SkipJsonSchema[Any] = None


class CaseEventCreate(WriteSchema):
    """``version`` is that of the case that was read. ``reason`` where ``events_possible`` says
    that one is needed; ``data``: what else belongs to the event."""

    event: CaseEvent
    version: Version
    reason: Annotated[str, StringConstraints(max_length=500)] = ""
    data: Annotated[dict[DataKey, DataValue], Field(max_length=20)] = Field(default_factory=dict)


class ReplyDraft(WriteSchema):
    """``version`` is that of the case that was read; ``language``: the one it is written in."""

    version: Version
    text: ReplyText
    language: Language = "zh"


class ReplyApproval(WriteSchema):
    """``version`` is that of the case whose draft was read."""

    version: Version


class CaseFilter(Period):
    """``q``: at least two characters of title, content, number, phone or name."""

    q: FilterText | None = None
    type: CaseType | None = None
    state: CaseState | None = None
    urgency: Urgency | None = None
    source: CaseSource | None = None
    phone: Phone | None = None
    created_by: Annotated[str, StringConstraints(max_length=12)] | None = None


IdempotencyKey = HeaderEx[
    Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{0,80}$")],
    P(default="", alias="Idempotency-Key"),
]


class ReplyRead(ReadSchema):
    """A text of the reply. ``approved_at`` null: a draft, which nobody outside is told."""

    number: int
    language: Language
    text: str
    written_by: Agent
    written_at: datetime
    approved_by: Agent | None
    approved_at: datetime | None


class CaseEventPossible(ReadSchema):
    """What who reads the case may do to it now, and whether they must say why."""

    event: CaseEvent
    reason_needed: bool


class CaseEventRead(ReadSchema):
    """``by`` null: nobody who was signed in. ``before`` null: the case was not there yet."""

    number: int
    at: datetime
    by: Agent | None
    event: CaseHistoryEvent
    before: CaseState | None
    after: CaseState
    reason: str


class CaseFax(ReadSchema):
    """A fax that was asked for in a call of the case. ``number`` is masked."""

    id: UUID
    title: str
    number: str
    pages: int
    state: FaxState
    created_at: datetime
    sent_at: datetime | None


class CaseNotice(ReadSchema):
    """What the citizen was sent of an event, or why not: ``reason`` of one that ``failed`` or was
    ``skipped``. ``number`` is masked; ``by`` null: nobody who was signed in."""

    id: UUID
    at: datetime
    by: Agent | None
    event: CaseNoticeEvent
    way: NoticeWay
    number: str
    template: str
    text: str
    state: NoticeState
    reason: str
    tries: int
    sent_at: datetime | None
    may_send_again: bool


class CaseRead(CaseSummary):
    """``replies``: the newest first; ``reading``: of the last approved one. ``history`` and
    ``faxes`` and ``notices``: the oldest first. ``approvable``: somebody of the centre may read the
    case and approve a reply to it."""

    content: str
    address: str
    updated_by: Agent | None
    recordings: list[RecordingRead]
    replies: list[ReplyRead]
    reading: ReadingStatus
    may_approve: bool
    approvable: bool
    events_possible: list[CaseEventPossible]
    history: list[CaseEventRead]
    faxes: list[CaseFax]
    notices: list[CaseNotice]


class CaseOpened(ReadSchema):
    """``code`` is the citizen's, told this once; null when the same request was made before."""

    case: CaseRead
    code: str | None


class CaseCode(ReadSchema):
    number: str
    code: str
