"""Faxes that callers asked for."""

from __future__ import annotations

from uuid import UUID

from ninja import Query, Router

from lianxin.api.base import REFUSALS, Page, SignedInRequest, page
from lianxin.api.faxes import mappers, schemas
from lianxin.cases.withheld import faxes_withheld_from, withheld_faxes
from lianxin.faxes import actions, queries

router = Router(tags=["faxes"])


@router.get(
    "/faxes", response={200: Page[schemas.FaxSummary], **REFUSALS}, operation_id="list_faxes"
)
def list_faxes(
    request: SignedInRequest, wanted: Query[schemas.FaxFilter]
) -> Page[schemas.FaxSummary]:
    """Faxes, newest first. For supervisors and administrators."""
    who = request.auth
    part = queries.faxes(who, withheld_faxes(who), **wanted.dict())
    withheld = faxes_withheld_from(who, part.items)
    return page(part, [mappers.fax(row, withheld) for row in part.items])


@router.post(
    "/faxes/{fax_id}/again",
    response={200: schemas.FaxSummary, **REFUSALS},
    operation_id="send_fax_again",
)
def send_fax_again(request: SignedInRequest, fax_id: UUID) -> schemas.FaxSummary:
    """Send a fax that failed or was cancelled."""
    row = actions.send_again(request.auth, fax_id)
    return mappers.fax(row, faxes_withheld_from(request.auth, [row]))


@router.post(
    "/faxes/{fax_id}/cancel",
    response={200: schemas.FaxSummary, **REFUSALS},
    operation_id="cancel_fax",
)
def cancel_fax(request: SignedInRequest, fax_id: UUID) -> schemas.FaxSummary:
    """Send a fax no more that waits."""
    row = actions.cancel(request.auth, fax_id)
    return mappers.fax(row, faxes_withheld_from(request.auth, [row]))
