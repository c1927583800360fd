"""What the API takes and gives of lines."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from lianxin.api.base import QuerySchema, ReadSchema, WriteSchema
from lianxin.api.fields import (
    Code,
    DisplayName,
    FilterText,
    Instant,
    LineNumber,
    Version,
    VersionOrNone,
    Whole,
    YesNo,
)
from lianxin.api.shared.schemas import CodeName, Decided
from lianxin.lines.models import HeldMode
from lianxin.rules.line_plan import DayPart, Mode, Reason
from lianxin.rules.outbound import NumberClass

CodeOrNone = Annotated[str, StringConstraints(pattern=r"^(?:[a-z][a-z0-9_-]{0,31})?$")]


BellNumber = Annotated[str, StringConstraints(pattern=r"^\+?[0-9*#]{2,19}$")]


class LineCreate(WriteSchema):
    number: LineNumber
    name: DisplayName
    flow: Code


class LineUpdate(WriteSchema):
    """``version`` is that of the line that was read. Flows and calendar by code, "" for none:
    without a night's flow the day's answers.
    """

    version: Version

    name: DisplayName
    flow: Code
    night_flow: CodeOrNone = ""
    emergency_flow: CodeOrNone = ""
    calendar: CodeOrNone = ""
    mode: HeldMode = "auto"
    night_bell: Annotated[list[BellNumber], Field(max_length=8)] = []
    night_bell_seconds: Annotated[Whole, Field(ge=5, le=120)] = 20


#: Of what is dialled here: 0898, 1349, +852.
Prefix = Annotated[str, StringConstraints(pattern=r"^\+?[0-9]{1,12}$")]
Prefixes = Annotated[list[Prefix], Field(max_length=100)]
Limit = Annotated[Whole, Field(ge=0, le=100_000)]


class OutboundFields(BaseModel):
    """``barred``: classes of numbers that are not rung. Of prefixes the longest that fits decides,
    before the class. Limits: legs that went out."""

    barred: Annotated[list[NumberClass], Field(max_length=20)]
    barred_prefixes: Prefixes
    allowed_prefixes: Prefixes
    number_an_hour: Limit
    number_a_day: Limit
    centre_an_hour: Limit
    centre_a_day: Limit


class OutboundUpdate(WriteSchema, OutboundFields):
    """``version`` is that which was read: 0 before anybody has changed it."""

    version: VersionOrNone


class OutboundRead(ReadSchema, OutboundFields):
    version: int


class Switch(WriteSchema):
    on: YesNo


class Moment(QuerySchema):
    """``at``: now, unless another moment is asked about."""

    at: Instant | None = None


class Question(Moment):
    number: FilterText


class Answering(ReadSchema):
    """What answers a call that starts at ``at``. ``version``: null when never published."""

    at: datetime
    part: DayPart
    reason: Reason
    flow: CodeName | None
    version: int | None
    queues: list[str]
    why: Decided | None
    until: datetime | None


class LineRead(ReadSchema):
    number: str
    name: str
    flow: CodeName
    night_flow: CodeName | None
    emergency_flow: CodeName | None
    calendar: CodeName | None
    mode: HeldMode
    emergency: bool
    night_bell: list[str]
    night_bell_seconds: int
    version: int
    answers: Answering


class WhoAnswers(ReadSchema):
    """``centre`` is null when nobody serves the number."""

    number: str
    centre: CodeName | None
    line: str
    mode: Mode | None
    answers: Answering | None


class LineFinding(ReadSchema):
    code: str
    severity: Literal["error", "warning", "hint"]
    place: str
    data: dict[str, Any]
