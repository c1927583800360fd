"""What the API gives of what agents do."""

from __future__ import annotations

from datetime import date, datetime

from lianxin.agents.changes import NotReadyReason
from lianxin.api.base import QuerySchema, ReadSchema
from lianxin.api.fields import Day
from lianxin.api.shared.schemas import Agent


class NotReadyFilter(QuerySchema):
    """``day`` of the centre's calendar; today where none is named."""

    day: Day | None = None


class NotReadyTime(ReadSchema):
    reason: NotReadyReason
    seconds: float
    times: int


class NotReadyNow(ReadSchema):
    reason: NotReadyReason
    since: datetime


class AgentNotReady(ReadSchema):
    """``seconds`` of the day, of all reasons; ``reasons``, the longest first; ``running``: what
    they are in now, on the day of today."""

    agent: Agent
    seconds: float
    reasons: list[NotReadyTime]
    running: NotReadyNow | None


class NotReadyDay(ReadSchema):
    day: date
    items: list[AgentNotReady]
