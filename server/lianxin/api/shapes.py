"""What the API gives. Times are UTC, ISO 8601; ids of calls, recordings and cases are UUIDs."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from lianxin.api.base import Given
from lianxin.calls.events import CallSource, Outcome, RecordingKind
from lianxin.calls.models import RecordingState
from lianxin.cases.choices import CaseSource, CaseType, Urgency
from lianxin.centres.access import Secrecy
from lianxin.rules.lifecycle import CaseEvent, CaseHistoryEvent, CaseState
from lianxin.rules.values import Language
from lianxin.speech.choices import ReadingState

#: "" while the call is not over.
CallOutcome = Literal["", Outcome]
PartState = Literal["ok", "degraded", "away"]


class CentreItem(Given):
    code: str
    name: str


class PersonItem(Given):
    id: int
    number: str
    name: str
    roles: list[str]
    rights: list[str]
    active: bool


class Session(Given):
    """Who is signed in. ``csrf`` goes into the header X-CSRFToken of every write."""

    centre: CentreItem
    person: int
    number: str
    name: str
    roles: list[str]
    rights: list[str]
    functions: list[str]
    csrf: str
    language: str
    zone: str


class LiveTicket(Given):
    """Say ``ticket`` in the first message on ``url``, within ``expires_in`` seconds."""

    ticket: str
    url: str
    expires_in: int


class Agent(Given):
    id: int
    number: str
    name: str


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


class RecordingItem(Given):
    id: UUID
    call: UUID
    kind: RecordingKind
    state: RecordingState
    secrecy: Secrecy
    began_at: datetime
    milliseconds: int
    bytes: int
    sha256: str
    may_hear: bool


class CaseItem(Given):
    id: UUID
    number: str
    type: CaseType
    source: CaseSource
    title: str
    citizen_name: str
    phone: str
    urgency: Urgency
    secrecy: Secrecy
    state: CaseState
    version: int
    call: UUID | None
    created_by: Agent | None
    created_at: datetime
    updated_at: datetime


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


class ReplyItem(Given):
    """A text of the reply. ``approved_at`` null: a draft, which nobody outside is told."""

    number: int
    language: Language
    text: str
    written_by: Agent
    written_at: datetime
    approved_by: Agent | None
    approved_at: datetime | None


class ReadingStand(Given):
    """How far texts are read aloud for callers. ``state`` none: nothing is to be read; ``engine``:
    whether anything here reads."""

    state: ReadingState | Literal["none"]
    reason: str
    seconds: float
    engine: bool


class CaseEventPossible(Given):
    """What who reads the case may do to it now, and whether they must say why."""

    event: CaseEvent
    reason_needed: bool


class CaseEventItem(Given):
    """``by`` null: nobody who was signed in. ``before`` null: the case was not there yet."""

    number: int
    at: datetime
    by: Agent | None
    event: CaseHistoryEvent
    before: CaseState | None
    after: CaseState
    reason: str


class CaseDetail(CaseItem):
    """``replies``: the newest first; ``reading``: of the last approved one. ``history``: the
    oldest first."""

    content: str
    address: str
    updated_by: Agent | None
    recordings: list[RecordingItem]
    replies: list[ReplyItem]
    reading: ReadingStand
    may_approve: bool
    events_possible: list[CaseEventPossible]
    history: list[CaseEventItem]


class CaseOpened(Given):
    """``code`` is the citizen's, told this once; null when the same request was made before."""

    case: CaseDetail
    code: str | None


class CaseCode(Given):
    number: str
    code: str


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


class AuditItem(Given):
    id: int
    at: datetime
    person: Agent | None
    action: str
    object_type: str
    object_id: str
    data: dict[str, Any]
    address: str


class AlarmItem(Given):
    """Something to look at. ``code``: ``recording.mismatch``, …"""

    id: int
    at: datetime
    code: str
    object_type: str
    object_id: str
    data: dict[str, Any]
    cleared_at: datetime | None
    cleared_by: Agent | None


class Part(Given):
    """``state``: ok, degraded, away."""

    name: str
    state: PartState
    detail: str


class Health(Given):
    state: PartState
    version: str
    parts: list[Part]
