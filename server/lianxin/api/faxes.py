"""Faxes that callers asked for."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Query, Router

from lianxin.api.base import Asked, ErrorAnswer, Given, Page, page
from lianxin.api.forms import Period, Phone
from lianxin.faxes import actions, queries
from lianxin.faxes.models import Fax, FaxState
from lianxin.faxes.policy import FaxEnd
from lianxin.rules.masking import masked

router = Router(tags=["faxes"])

_REFUSALS = {
    401: ErrorAnswer,
    403: ErrorAnswer,
    404: ErrorAnswer,
    409: ErrorAnswer,
    422: ErrorAnswer,
}


class FaxFilter(Period):
    state: FaxState | None = None
    number: Phone | None = None


class FaxAttempt(Given):
    """One call to the fax machine. ``pages``: how many it said that it has."""

    call: UUID
    at: datetime
    end: FaxEnd
    error: str
    pages: int


class FaxItem(Given):
    """``number`` is masked. ``twice``: a try broke off when paper may have come out."""

    id: UUID
    number: str
    title: str
    pages: int
    state: FaxState
    tries: int
    last_error: str
    twice: bool
    attempts: list[FaxAttempt]
    call: UUID | None
    created_at: datetime
    next_at: datetime
    sent_at: datetime | None


@router.get("/faxes", response={200: Page[FaxItem], **_REFUSALS}, operation_id="list_faxes")
def list_faxes(request: Asked, wanted: Query[FaxFilter]) -> Page[FaxItem]:
    """Faxes, newest first. For supervisors and administrators."""
    part = queries.faxes(request.auth, **wanted.dict())
    return page(part, [_item(row) for row in part.items])


@router.post(
    "/faxes/{fax_id}/again",
    response={200: FaxItem, **_REFUSALS},
    operation_id="send_fax_again",
)
def send_fax_again(request: Asked, fax_id: UUID) -> FaxItem:
    """Send a fax that failed or was cancelled."""
    return _item(actions.send_again(request.auth, fax_id))


@router.post(
    "/faxes/{fax_id}/cancel",
    response={200: FaxItem, **_REFUSALS},
    operation_id="cancel_fax",
)
def cancel_fax(request: Asked, fax_id: UUID) -> FaxItem:
    """Send a fax no more that waits."""
    return _item(actions.cancel(request.auth, fax_id))


def _item(row: Fax) -> FaxItem:
    return FaxItem(
        id=row.pk,
        number=masked(row.number),
        title=row.title,
        pages=row.pages,
        state=row.state,  # type: ignore[arg-type]  # the column is held to these words
        tries=row.tries,
        last_error=row.last_error,
        twice=row.twice,
        attempts=[FaxAttempt(**each) for each in row.attempts],
        call=row.call,
        created_at=row.created_at,
        next_at=row.next_at,
        sent_at=row.sent_at,
    )
