"""Faxes that callers asked for."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from ninja import Query, Router

from lianxin.api.base import REFUSALS, Page, SignedInRequest, page
from lianxin.api.faxes import mappers, schemas
from lianxin.calls.queries import unreadable
from lianxin.cases.queries import calls_withheld_from
from lianxin.centres.access import Actor
from lianxin.faxes import actions, queries
from lianxin.faxes.models import Fax

router = Router(tags=["faxes"])


@router.get(
    "/faxes", response={200: Page[schemas.FaxSummary], **REFUSALS}, operation_id="list_faxes"
)
def list_faxes(
    request: SignedInRequest, wanted: Query[schemas.FaxFilter]
) -> Page[schemas.FaxSummary]:
    """Faxes, newest first. For supervisors and administrators."""
    part = queries.faxes(request.auth, **wanted.dict())
    closed = _closed(request.auth, part.items)
    return page(part, [mappers.fax(row, closed) for row in part.items])


@router.post(
    "/faxes/{fax_id}/again",
    response={200: schemas.FaxSummary, **REFUSALS},
    operation_id="send_fax_again",
)
def send_fax_again(request: SignedInRequest, fax_id: UUID) -> schemas.FaxSummary:
    """Send a fax that failed or was cancelled."""
    row = actions.send_again(request.auth, fax_id)
    return mappers.fax(row, _closed(request.auth, [row]))


@router.post(
    "/faxes/{fax_id}/cancel",
    response={200: schemas.FaxSummary, **REFUSALS},
    operation_id="cancel_fax",
)
def cancel_fax(request: SignedInRequest, fax_id: UUID) -> schemas.FaxSummary:
    """Send a fax no more that waits."""
    row = actions.cancel(request.auth, fax_id)
    return mappers.fax(row, _closed(request.auth, [row]))


def _closed(who: Actor, rows: Iterable[Fax]) -> frozenset[UUID]:
    """The calls of ``rows`` that ``who`` may not read, or not a case that was filed in them."""
    calls = [row.call for row in rows]
    return unreadable(who, calls) | calls_withheld_from(who, calls)
