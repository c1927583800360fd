"""Between faxes and their shapes in the API."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from lianxin.api.faxes import schemas
from lianxin.faxes.models import Fax
from lianxin.rules.masking import masked


def fax(row: Fax, closed: Collection[UUID] = ()) -> schemas.FaxSummary:
    """``closed``: the faxes that are withheld from the reader."""
    withheld = row.pk in closed
    error, _, signs = row.last_error.partition(": ")
    return schemas.FaxSummary(
        id=row.pk,
        number="" if withheld else masked(row.number),
        title="" if withheld else row.title,
        withheld=withheld,
        pages=row.pages,
        state=row.state,
        tries=row.tries,
        last_error=error,
        missing_signs="" if withheld else signs,
        twice=row.twice,
        attempts=[_attempt(each, withheld) for each in row.attempts],
        call=None if withheld else row.call,
        created_at=row.created_at,
        next_at=row.next_at,
        sent_at=row.sent_at,
    )


def _attempt(details: dict[str, Any], withheld: bool) -> schemas.FaxAttempt:
    # The call that brings it tells the number of the machine.
    return schemas.FaxAttempt(**{**details, "call": None} if withheld else details)
