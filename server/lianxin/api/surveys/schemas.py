"""What the API takes and gives of answers after calls."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from lianxin.api.base import Period, ReadSchema, WriteSchema
from lianxin.api.fields import Instant
from lianxin.api.shared.schemas import Agent


class SurveyFilter(Period):
    agent: Annotated[str, StringConstraints(max_length=12)] | None = None


class SurveyPeriod(WriteSchema):
    since: Annotated[Instant, Field(alias="from")]
    until: Annotated[Instant, Field(alias="to")]


class SurveySummary(ReadSchema):
    """``call``: "" where the reader may not read it; the agent is withheld with it."""

    id: int
    at: datetime
    call: str
    agent: Agent | None
    question: str
    score: int


class SurveyMean(ReadSchema):
    day: date
    agent: str
    name: str
    question: str
    answers: int
    mean: float
