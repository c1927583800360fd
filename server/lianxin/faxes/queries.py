"""Reads of faxes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from lianxin.centres.access import ADMINISTRATOR, SUPERVISOR, Actor, need_function
from lianxin.centres.errors import NotFound
from lianxin.centres.paging import Slice, cut, narrowed
from lianxin.faxes.models import Fax


def faxes(
    who: Actor,
    withheld: Q,
    *,
    state: str | None = None,
    number: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Slice[Fax]:
    """Faxes, newest first. For supervisors and administrators. ``withheld``: those of which
    ``who`` may know no more than that they are; none of them is found by its number."""
    need_function(who, "fax")
    who.need(SUPERVISOR, ADMINISTRATOR)
    with who.scope():
        rows = narrowed(
            Fax.objects.defer("body"),
            state=state,
            created_at__gte=since,
            created_at__lt=until,
        )
        if number is not None:
            rows = rows.exclude(withheld).filter(number=who.dialled(number))
        return cut(rows, "created_at", cursor, limit)


def of_calls(who: Actor, calls: Collection[UUID]) -> list[Fax]:
    """What the callers of ``calls`` asked for by fax, the oldest first. For whoever may read what
    those calls are about: that is asked before."""
    with who.scope():
        rows = Fax.objects.defer("body").filter(call__in=calls)
        return list(rows.order_by("created_at", "pk"))


def locked(fax_id: UUID) -> Fax:
    """One fax, locked, in the caller's scope. Raises ``NotFound``."""
    row = Fax.objects.select_for_update(of=("self",)).filter(pk=fax_id).first()
    if row is None:
        raise NotFound
    return row
