"""What the API takes and gives of calls, callers, recordings and messages."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import StringConstraints

from lianxin.api.base import Given, Listing, Period
from lianxin.api.fields import Phone, Words
from lianxin.api.shared.schemas import Agent, CaseItem, RecordingItem
from lianxin.calls.events import CallSource, Outcome, RecordingKind


class CallFilter(Period):
    """``agent``: 工号. ``q``: digits of the caller's number."""

    agent: Annotated[str, StringConstraints(max_length=12)] | None = None
    caller: Phone | None = None
    line: Phone | None = None
    outcome: CallOutcome | None = None
    has_recording: bool | None = None
    q: Words | None = None


class MessageFilter(Listing):
    kind: RecordingKind | None = None
    caller: Phone | None = None
    listened: bool | None = None


CallerNumber = Annotated[str, StringConstraints(pattern=r"^[0-9+*#-]{1,32}$")]


#: "" while the call is not over.
CallOutcome = Literal["", Outcome]


class CallItem(Given):
    id: UUID
    line: str
    caller: str
    source: CallSource
    started_at: datetime
    queued_at: datetime | None
    answered_at: datetime | None
    talking_at: datetime | None
    ended_at: datetime | None
    outcome: CallOutcome
    ended_by: str
    agent: Agent | None
    keys: str
    recordings: int
    cases: int


class Step(Given):
    """One entry of the call's ledger. ``kind`` and ``data`` are those of ``calls/entries.py``."""

    seq: int
    at: datetime
    kind: str
    data: dict[str, Any]


class CallDetail(CallItem):
    cause: int | None
    flow_version: int | None
    events: list[Step]
    recording_items: list[RecordingItem]
    case_items: list[CaseItem]


class CallerCounts(Given):
    calls_30d: int
    open_cases: int


class Caller(Given):
    phone: str
    calls: list[CallItem]
    cases: list[CaseItem]
    counts: CallerCounts


class CaseReference(Given):
    id: UUID
    number: str


class MessageItem(Given):
    """Something a citizen recorded. ``listened`` tells whether anybody has heard it."""

    recording: RecordingItem
    caller: str
    line: str
    case: CaseReference | None
    listened: bool
