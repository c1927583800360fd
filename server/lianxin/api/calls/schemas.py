"""What the API takes and gives of calls, callers, recordings and messages."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import StringConstraints

from lianxin.api.base import Listing, Period, ReadSchema, WriteSchema
from lianxin.api.fields import Code, FilterText, LineFilter, Phone, PhoneGiven
from lianxin.api.shared.schemas import Agent, CaseSummary, Disposition, RecordingRead
from lianxin.calls.events import CallEndedBy, CallOutcome, CallSource, RecordingKind


class CallFilter(Period):
    """``agent``: 工号. ``disposition``: its code. ``q``: digits of the caller's number."""

    agent: Annotated[str, StringConstraints(max_length=12)] | None = None
    caller: Phone | None = None
    line: LineFilter | None = None
    outcome: CallOutcome | None = None
    disposition: Code | None = None
    has_recording: bool | None = None
    q: FilterText | None = None


class MessageFilter(Listing):
    kind: RecordingKind | None = None
    caller: Phone | None = None
    listened: bool | None = None


class CallerWanted(WriteSchema):
    phone: PhoneGiven


class CallSummary(ReadSchema):
    """``talk_seconds``: of all that the citizen and agents have talked, without what was held; null
    when they have not. ``way``: the nodes of the flow that the caller chose, as the version names
    them that the call ran; ``node_names``: what the centre calls those of them that have a name of
    its own, by the node."""

    id: UUID
    line: str
    caller: str
    source: CallSource
    started_at: datetime
    queued_at: datetime | None
    answered_at: datetime | None
    talking_at: datetime | None
    ended_at: datetime | None
    talk_seconds: float | None
    outcome: CallOutcome
    ended_by: CallEndedBy
    agent: Agent | None
    disposition: Disposition | None
    keys: str
    way: list[str]
    node_names: dict[str, str]
    recordings: int
    cases: int


class DispositionGiven(WriteSchema):
    """``disposition``: its code; null takes it from the call again."""

    disposition: Code | None


class Step(ReadSchema):
    """One entry of the call's ledger. ``kind`` and ``data`` are those of ``calls/events.py``."""

    seq: int
    at: datetime
    kind: str
    data: dict[str, Any]


class CallRead(CallSummary):
    """``node_names`` has those of ``events`` as well."""

    cause: int | None
    flow_version: int | None
    events: list[Step]
    recording_items: list[RecordingRead]
    case_items: list[CaseSummary]


class PlaceRead(ReadSchema):
    """A ``node`` of the flow that a call runs, to which its caller can be sent; ``name`` is what
    the centre calls it ("" for what no flow of its own has named), ``type`` is the node's, ``keys``
    lead there from where the flow begins (none: not by keys alone)."""

    node: str
    name: str
    type: str
    keys: list[str]


class Places(ReadSchema):
    items: list[PlaceRead]


class CallerCounts(ReadSchema):
    calls_30d: int
    open_cases: int


class Caller(ReadSchema):
    phone: str
    calls: list[CallSummary]
    cases: list[CaseSummary]
    counts: CallerCounts


class CaseReference(ReadSchema):
    id: UUID
    number: str


class MessageSummary(ReadSchema):
    """Something a citizen recorded. ``listened`` tells whether anybody has heard it."""

    recording: RecordingRead
    caller: str
    line: str
    case: CaseReference | None
    listened: bool
