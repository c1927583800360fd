"""Between faxes and their shapes in the API."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from lianxin.api.faxes import schemas
from lianxin.faxes.models import Fax
from lianxin.rules.masking import masked


def fax(row: Fax, closed: Collection[UUID] = ()) -> schemas.FaxSummary:
    """``closed``: calls that the reader may not read."""
    error, _, signs = row.last_error.partition(": ")
    return schemas.FaxSummary(
        id=row.pk,
        number=masked(row.number),
        title=row.title,
        pages=row.pages,
        state=row.state,
        tries=row.tries,
        last_error=error,
        missing_signs=signs,
        twice=row.twice,
        attempts=[schemas.FaxAttempt(**each) for each in row.attempts],
        call=None if row.call in closed else row.call,
        created_at=row.created_at,
        next_at=row.next_at,
        sent_at=row.sent_at,
    )
