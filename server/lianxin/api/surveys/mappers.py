"""Between answers after calls and their shapes in the API."""

from __future__ import annotations

from lianxin.api.shared.mappers import agent
from lianxin.api.surveys import schemas
from lianxin.polls.models import SurveyAnswer


def answer(row: SurveyAnswer) -> schemas.SurveySummary:
    return schemas.SurveySummary(
        id=row.pk,
        at=row.at,
        call=str(row.call),
        agent=agent(row.agent),
        question=row.question,
        score=row.score,
    )
