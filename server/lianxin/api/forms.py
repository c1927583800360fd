"""What the API takes: bodies and filters. Lengths are those of the columns."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import (
    AwareDatetime,
    BeforeValidator,
    ConfigDict,
    Field,
    FiniteFloat,
    StringConstraints,
    field_validator,
)
from pydantic.json_schema import SkipJsonSchema

from lianxin.api.base import Taken, clean
from lianxin.api.shapes import CallOutcome
from lianxin.calls.events import RecordingKind
from lianxin.cases.choices import CaseSource, CaseType, Urgency
from lianxin.centres.access import Secrecy
from lianxin.rules.lifecycle import CaseEvent, CaseState
from lianxin.rules.values import Language

Phone = Annotated[str, StringConstraints(pattern=r"^[0-9+*#-]{0,32}$")]
Title = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Name = Annotated[str, StringConstraints(max_length=64)]
Address = Annotated[str, StringConstraints(max_length=200)]
Content = Annotated[str, StringConstraints(max_length=20000)]
ReplyText = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Words = Annotated[str, StringConstraints(max_length=64)]


class Login(Taken):
    centre: Annotated[str, StringConstraints(min_length=1, max_length=32)]
    number: Annotated[str, StringConstraints(min_length=1, max_length=12)]
    password: Annotated[str, StringConstraints(min_length=1, max_length=256)]


class NewCase(Taken):
    """``call``: the call in which the citizen asked, if any."""

    call: UUID | None = None
    type: CaseType
    source: CaseSource = "phone"
    title: Title
    content: Content = ""
    citizen_name: Name = ""
    phone: Phone = ""
    address: Address = ""
    urgency: Urgency = "normal"
    secrecy: Secrecy = "internal"


DataKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
DataText = Annotated[str, BeforeValidator(clean), StringConstraints(max_length=500)]
DataValue = bool | int | FiniteFloat | DataText | None


class CaseChange(Taken):
    """``version`` is that of the case that was read; only what is named is changed."""

    version: Annotated[int, Field(ge=1)]
    type: CaseType | None = None
    title: Title | None = None
    content: Content | None = None
    citizen_name: Name | None = None
    phone: Phone | None = None
    address: Address | None = None
    urgency: Urgency | None = None
    secrecy: Secrecy | None = None
    #: No part of the document: whoever still sends it is told what to send instead.
    state: SkipJsonSchema[Any] = None


class CaseEventRequest(Taken):
    """``version`` is that of the case that was read. ``reason`` where ``events_possible`` says
    that one is needed; ``data``: what else belongs to the event."""

    event: CaseEvent
    version: Annotated[int, Field(ge=1)]
    reason: Annotated[str, StringConstraints(max_length=500)] = ""
    data: Annotated[dict[DataKey, DataValue], Field(max_length=20)] = Field(default_factory=dict)


class ReplyDraft(Taken):
    """``version`` is that of the case that was read; ``language``: the one it is written in."""

    version: Annotated[int, Field(ge=1)]
    text: ReplyText
    language: Language = "zh"


class ReplyApproval(Taken):
    """``version`` is that of the case whose draft was read."""

    version: Annotated[int, Field(ge=1)]


class Listing(Schema):
    """Paging: ``limit`` rows from ``cursor`` on."""

    model_config = ConfigDict(extra="ignore")

    cursor: Annotated[str, StringConstraints(max_length=200)] | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 50

    @field_validator("*", mode="before")
    @classmethod
    def _clean(cls, value: Any) -> Any:
        return clean(value)


class Period(Listing):
    """A list between two times, the second of which is left out."""

    since: AwareDatetime | None = Field(None, alias="from")
    until: AwareDatetime | None = Field(None, alias="to")


class CallFilter(Period):
    """``agent``: 工号. ``q``: digits of the caller's number."""

    agent: Annotated[str, StringConstraints(max_length=12)] | None = None
    caller: Phone | None = None
    line: Phone | None = None
    outcome: CallOutcome | None = None
    has_recording: bool | None = None
    q: Words | None = None


class CaseFilter(Period):
    """``q``: at least two characters of title, content, number, phone or name."""

    q: Words | None = None
    type: CaseType | None = None
    state: CaseState | None = None
    urgency: Urgency | None = None
    source: CaseSource | None = None
    phone: Phone | None = None
    created_by: Annotated[str, StringConstraints(max_length=12)] | None = None


class MessageFilter(Listing):
    kind: RecordingKind | None = None
    caller: Phone | None = None
    listened: bool | None = None


class AuditFilter(Period):
    """``person``: 工号."""

    person: Annotated[str, StringConstraints(max_length=12)] | None = None
    action: Words | None = None
    object_type: Words | None = None
    object_id: Words | None = None


class AlarmFilter(Listing):
    """``cleared``: those that were looked at, or those that stand."""

    cleared: bool | None = None


CallerNumber = Annotated[str, StringConstraints(pattern=r"^[0-9+*#-]{1,32}$")]
IdempotencyKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{0,80}$")]
