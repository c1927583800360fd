"""What citizens answered after their calls."""

from __future__ import annotations

from ninja import Query, Router

from lianxin.api.base import REFUSALS, Page, SignedInRequest, page
from lianxin.api.surveys import mappers, schemas
from lianxin.calls.queries import unreadable
from lianxin.polls import surveys

router = Router(tags=["polls"])


@router.get(
    "/surveys", response={200: Page[schemas.SurveySummary], **REFUSALS}, operation_id="list_surveys"
)
def list_surveys(
    request: SignedInRequest, wanted: Query[schemas.SurveyFilter]
) -> Page[schemas.SurveySummary]:
    """Answers after calls, newest first. For supervisors. Of a call of the mayor's mailbox it is
    not told which it was, nor who took it, to who may not read it."""
    part = surveys.answers(request.auth, **wanted.dict())
    closed = unreadable(request.auth, [row.call for row in part.items])
    return page(part, [mappers.answer(row, closed) for row in part.items])


@router.get(
    "/surveys/means",
    response={200: list[schemas.SurveyMean], **REFUSALS},
    operation_id="survey_means",
)
def survey_means(
    request: SignedInRequest, wanted: Query[schemas.SurveyPeriod]
) -> list[schemas.SurveyMean]:
    """Means by day, agent and question. For supervisors."""
    means = surveys.means(request.auth, since=wanted.since, until=wanted.until)
    return [schemas.SurveyMean(**vars(each)) for each in means]
