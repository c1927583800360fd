"""Jobs of cases. Each may run twice, or be killed in the middle, without harm."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from lianxin.calls.events import Entry
from lianxin.calls.ledger import read_entries
from lianxin.cases.errors import NumbersUsedUp
from lianxin.cases.intake import Opened, open_told
from lianxin.cases.numbering import day_after
from lianxin.centres.isolation import scope

log = logging.getLogger(__name__)


def open_now_or_later(entry: Entry) -> tuple[str, Opened] | None:
    """Open the case that an entry of the ledger tells of; None when its day has no number left:
    then it is opened when the next day begins, with one of that day."""
    try:
        return open_told(entry)
    except NumbersUsedUp:
        _defer(entry, datetime.fromtimestamp(entry.at, UTC))
        return None


@app.task(queue="cases", name="cases.open_deferred", retry=3)
def open_deferred(*, centre: int, call: str, seq: int) -> None:
    """Open a case whose own day had no number left, with one of today."""
    with scope(centre):
        entries = read_entries(centre, [call], ["case"]).get(call, [])
    now = timezone.now()
    for entry in entries:
        if entry.seq == seq:
            try:
                open_told(entry, now)
            except NumbersUsedUp:
                _defer(entry, now)


def _defer(entry: Entry, day: datetime) -> None:
    """Queue ``entry`` for the day after ``day``: by its place in the ledger, without its words."""
    log.error("no case number is left, entry %s/%s waits for the next day", entry.call, entry.seq)
    job = open_deferred.configure(
        schedule_at=day_after(entry.centre, day), queueing_lock=f"cases:{entry.call}:{entry.seq}"
    )
    with suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(centre=entry.centre, call=entry.call, seq=entry.seq)
