"""What agents do."""

from __future__ import annotations

from ninja import Query, Router

from lianxin.agents import queries
from lianxin.api.agents import mappers, schemas
from lianxin.api.base import SignedInRequest, refusals

router = Router(tags=["agents"])


@router.get(
    "/agents/not-ready",
    response={200: schemas.NotReadyDay, **refusals(401, 403, 422)},
    operation_id="list_not_ready",
)
def list_not_ready(
    request: SignedInRequest, wanted: Query[schemas.NotReadyFilter]
) -> schemas.NotReadyDay:
    """How long each agent was not ready on a day, by reason. For supervisors and administrators."""
    day, found = queries.not_ready(request.auth, wanted.day)
    return schemas.NotReadyDay(day=day, items=[mappers.not_ready(*each) for each in found])
