"""Between the outbox and the switchboard: what is due is claimed, how it ended is settled.

A claim names the call that will send the fax, before there is one. The switchboard's ledger
tells how that call ended; only this one can end the claim, and only once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import uuid_utils.compat
from django.conf import settings
from django.db import transaction

from lianxin.centres.isolation import scope
from lianxin.faxes.drawing_jobs import draw_soon
from lianxin.faxes.models import Fax
from lianxin.faxes.outbox import announce, forget_picture
from lianxin.faxes.policy import FaxEnd, verdict

log = logging.getLogger(__name__)

#: A claim whose end nobody has told for so long, though its call began, is given up.
LOST = timedelta(hours=1)


@dataclass(frozen=True)
class Due:
    """A fax that is to be sent now, in the call that is named."""

    call: str
    fax: str
    centre: int
    number: str
    line: str
    tries: int


def claim(centre: int, room: int, now: datetime) -> list[Due]:
    """Take up to ``room`` faxes that are due; the longest due first."""
    claimed: list[Due] = []
    with scope(centre):
        due = Fax.objects.filter(state="waiting", drawn=True, next_at__lte=now)
        rows = due.order_by("next_at", "pk").select_for_update(skip_locked=True, of=("self",))
        for row in rows[: max(room, 0)]:
            if _has_picture(row):
                row.state, row.tries, row.next_at = "sending", row.tries + 1, now + LOST
                row.attempt = uuid_utils.compat.uuid7()
                call = str(row.attempt)
                claimed.append(Due(call, str(row.pk), centre, row.number, row.line, row.tries))
            row.save(update_fields=["state", "tries", "next_at", "attempt", "drawn"])
    return claimed


def release(centre: int, began: Callable[[str], bool], now: datetime) -> int:
    """Put back what was claimed for calls that never began, in a process that died between.

    ``began``: whether this call's ledger is in the journal. What did begin is ended by it; if
    nobody has told its end in an hour, it is tried again and says that it may come twice.
    """
    with scope(centre):
        freed = 0
        for row in Fax.objects.filter(state="sending").select_for_update(of=("self",)):
            call = str(row.attempt)
            lost = began(call)
            if lost and row.next_at > now:
                continue
            log.warning("fax %s: its call %s %s", row.pk, call, "was lost" if lost else "was none")
            row.state, row.next_at, row.twice = "waiting", now, row.twice or lost
            row.tries -= 0 if lost else 1
            row.save(update_fields=["state", "next_at", "twice", "tries"])
            freed += 1
        return freed


def settle(centre: int, call: str, data: Mapping[str, Any], at: datetime) -> None:
    """Note how a call ended that was to send a fax; in the scope of its centre.

    ``data``: fax, end, error, pages. Of a call that is not the fax's own it changes nothing.
    """
    row = Fax.objects.select_for_update(of=("self",)).filter(pk=UUID(str(data["fax"]))).first()
    if row is None or row.state != "sending" or str(row.attempt) != call:
        return
    end: FaxEnd = data["end"]
    error = str(data.get("error") or "")[:64]
    pages = int(data.get("pages") or 0)
    row.attempts = [
        *row.attempts,
        {"call": call, "at": at.isoformat(), "end": end, "error": error, "pages": pages},
    ]
    people = sum(1 for each in row.attempts if each["end"] == "not_a_fax")
    found = verdict(end, row.tries, people)
    row.state, row.twice = found.state, row.twice or found.twice
    row.last_error = "" if end == "sent" else end
    row.sent_at = at if end == "sent" else None
    if found.wait is not None:
        row.next_at = at + found.wait
    row.save()
    if found.wait is None:
        transaction.on_commit(lambda: forget_picture(row.pk))
    announce(centre)


def _has_picture(row: Fax) -> bool:
    """Whether the pages lie in the store; where they are gone they are drawn again."""
    if (settings.ENV.faxes / f"{row.pk}.tif").exists():
        return True
    row.drawn = False
    transaction.on_commit(lambda: draw_soon(row.centre_id, row.pk))
    return False
