"""Between faxes and their shapes in the API."""

from __future__ import annotations

from lianxin.api.faxes import schemas
from lianxin.faxes.models import Fax
from lianxin.rules.masking import masked


def fax(row: Fax) -> schemas.FaxSummary:
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
        call=row.call,
        created_at=row.created_at,
        next_at=row.next_at,
        sent_at=row.sent_at,
    )
