"""Dispositions: what calls come to that become no case."""

from __future__ import annotations

from ninja import Router, Status

from lianxin.api.base import REFUSALS, SignedInRequest, refusals
from lianxin.api.dispositions import mappers, schemas
from lianxin.dispositions import actions, queries

router = Router(tags=["dispositions"])


@router.get(
    "/dispositions",
    response={200: list[schemas.DispositionRead], **refusals(401)},
    operation_id="list_dispositions",
)
def list_dispositions(request: SignedInRequest) -> list[schemas.DispositionRead]:
    """The centre's list in its order. Archived ones are in it: older calls have them."""
    return [mappers.disposition(each) for each in queries.dispositions(request.auth)]


@router.post(
    "/dispositions",
    response={201: schemas.DispositionRead, **REFUSALS},
    operation_id="make_disposition",
)
def make_disposition(
    request: SignedInRequest, new: schemas.DispositionCreate
) -> Status[schemas.DispositionRead]:
    """Put a disposition into the list. For administrators."""
    row = actions.make_disposition(request.auth, new.code, mappers.draft(new))
    return Status(201, mappers.disposition(row))


@router.put(
    "/dispositions/{disposition}",
    response={200: schemas.DispositionRead, **REFUSALS},
    operation_id="change_disposition",
)
def change_disposition(
    request: SignedInRequest, disposition: str, given: schemas.DispositionUpdate
) -> schemas.DispositionRead:
    """Change names, place or archiving; calls that have it keep it. For administrators."""
    row = actions.change_disposition(request.auth, disposition, given.version, mappers.draft(given))
    return mappers.disposition(row)
