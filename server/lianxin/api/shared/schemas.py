"""What several features give. Times are UTC, ISO 8601; ids of calls, recordings and cases are
UUIDs.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from lianxin.api.base import ReadSchema
from lianxin.calls.events import RecordingKind
from lianxin.calls.models import RecordingState
from lianxin.cases.choices import CaseSource, CaseType, Urgency
from lianxin.centres.access import Secrecy
from lianxin.rules.hours import Rule, Weekday
from lianxin.rules.lifecycle import CaseState
from lianxin.speech.choices import ReadingState


class Decided(ReadSchema):
    """Why: the rule of the calendar, the date that it looked at, and its hours."""

    rule: Rule
    date: date
    weekday: Weekday
    name: str
    spans: list[list[str]]


class CodeName(ReadSchema):
    """What something is called: by its code, and by people."""

    code: str
    name: str


class Disposition(ReadSchema):
    """What a call came to, and what people call it; ``name_en`` may be empty."""

    code: str
    name_zh: str
    name_en: str


class Agent(ReadSchema):
    id: int
    number: str
    name: str


class RecordingRead(ReadSchema):
    id: UUID
    call: UUID
    kind: RecordingKind
    state: RecordingState
    secrecy: Secrecy
    began_at: datetime
    milliseconds: int
    bytes: int
    sha256: str
    ends_early: bool  # its file was never closed: what was said last is not in it
    may_hear: bool


class CaseSummary(ReadSchema):
    """``phone_extension``: the digits that are dialled behind ``phone`` (分机), "" for none."""

    id: UUID
    number: str
    type: CaseType
    source: CaseSource
    title: str
    citizen_name: str
    phone: str
    phone_extension: str
    urgency: Urgency
    secrecy: Secrecy
    state: CaseState
    version: int
    call: UUID | None
    created_by: Agent | None
    created_at: datetime
    updated_at: datetime


class ReadingStatus(ReadSchema):
    """How far texts are read aloud for callers. ``state`` none: nothing is to be read; ``engine``:
    whether anything here reads."""

    state: ReadingState | Literal["none"]
    reason: str
    seconds: float
    engine: bool
