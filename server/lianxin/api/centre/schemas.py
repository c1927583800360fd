"""What the API takes and gives of the audit trail and the alarms."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import StringConstraints

from lianxin.api.base import Listing, Period, ReadSchema
from lianxin.api.fields import FilterText
from lianxin.api.shared.schemas import Agent


class AuditFilter(Period):
    """``person``: 工号."""

    person: Annotated[str, StringConstraints(max_length=12)] | None = None
    action: FilterText | None = None
    object_type: FilterText | None = None
    object_id: FilterText | None = None


class AlarmFilter(Listing):
    """``cleared``: those that were looked at, or those that stand."""

    cleared: bool | None = None


class AuditEntrySummary(ReadSchema):
    """``names``: what people called the things that the entry speaks of when it was written, by
    ``kind:key``: ``person:5``, ``number:8001`` (工号), ``queue:3``, ``flow_code:article``; behind a
    name that two things may have stands the code. ``names_today``: the entry is of before names
    were kept, and these are today's; what is gone has none. ``withheld``: it is about something
    confidential that the reader may not know: ``object_id``, ``data`` and ``names`` are empty."""

    id: int
    at: datetime
    person: Agent | None
    action: str
    object_type: str
    object_id: str
    withheld: bool
    data: dict[str, Any]
    names: dict[str, str]
    names_today: bool
    address: str


class AlarmSummary(ReadSchema):
    """Something to look at. ``code``: ``recording.mismatch``, …; ``names``: today's; ``withheld``
    as in the audit trail."""

    id: int
    at: datetime
    code: str
    object_type: str
    object_id: str
    withheld: bool
    data: dict[str, Any]
    names: dict[str, str]
    cleared_at: datetime | None
    cleared_by: Agent | None
