"""Writes of faxes by people: sending one again, cancelling one."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, SUPERVISOR, Actor, need_function
from lianxin.faxes import queries
from lianxin.faxes.drawing_jobs import draw_soon
from lianxin.faxes.errors import FaxNotOver, FaxNotWaiting
from lianxin.faxes.models import Fax
from lianxin.faxes.outbox import forget_picture


def send_again(who: Actor, fax_id: UUID) -> Fax:
    """Put a fax back that failed or was cancelled. Raises ``FaxNotOver``, ``NotFound``."""
    need_function(who, "fax")
    who.need(SUPERVISOR, ADMINISTRATOR)
    with who.scope():
        row = queries.locked(fax_id)
        if row.state not in ("failed", "cancelled"):
            raise FaxNotOver
        row.state, row.tries, row.drawn, row.next_at = "waiting", 0, False, timezone.now()
        row.save(update_fields=["state", "tries", "drawn", "next_at"])
        audit.note(who, "fax.sent_again", "fax", row.pk)
        transaction.on_commit(lambda: draw_soon(who.centre, row.pk))
        return row


def cancel(who: Actor, fax_id: UUID) -> Fax:
    """Send a fax no more that waits. Raises ``FaxNotWaiting``, ``NotFound``."""
    need_function(who, "fax")
    who.need(SUPERVISOR, ADMINISTRATOR)
    with who.scope():
        row = queries.locked(fax_id)
        if row.state != "waiting":
            raise FaxNotWaiting
        row.state = "cancelled"
        row.save(update_fields=["state"])
        audit.note(who, "fax.cancelled", "fax", row.pk)
        transaction.on_commit(lambda: forget_picture(row.pk))
        return row
