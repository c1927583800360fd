"""What the API takes and gives of faxes."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from lianxin.api.base import Period, ReadSchema
from lianxin.api.fields import Phone
from lianxin.faxes.models import FaxState
from lianxin.faxes.policy import FaxEnd


class FaxFilter(Period):
    state: FaxState | None = None
    number: Phone | None = None


class FaxAttempt(ReadSchema):
    """One call to the fax machine. ``pages``: how many it said that it has."""

    call: UUID | None
    at: datetime
    end: FaxEnd
    error: str
    pages: int


class FaxSummary(ReadSchema):
    """``number`` is masked. ``twice``: a try broke off when paper may have come out. ``withheld``:
    its call is one of the mayor's mailbox, or led to a confidential case, and ``number``,
    ``title``, ``missing_signs`` and all calls are for the readers of that."""

    id: UUID
    number: str
    title: str
    withheld: bool
    pages: int
    state: FaxState
    tries: int
    last_error: str
    missing_signs: str  # of ``no_sign``: what the font does not have, with blanks between
    twice: bool
    attempts: list[FaxAttempt]
    call: UUID | None
    created_at: datetime
    next_at: datetime
    sent_at: datetime | None
