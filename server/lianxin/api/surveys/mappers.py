"""Between answers after calls and their shapes in the API."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from lianxin.api.shared.mappers import agent
from lianxin.api.surveys import schemas
from lianxin.polls.models import SurveyAnswer


def answer(row: SurveyAnswer, closed: Collection[UUID] = ()) -> schemas.SurveySummary:
    """``closed``: calls that the reader may not read."""
    withheld = row.call in closed
    return schemas.SurveySummary(
        id=row.pk,
        at=row.at,
        call="" if withheld else str(row.call),
        agent=None if withheld else agent(row.agent),
        question=row.question,
        score=row.score,
    )
