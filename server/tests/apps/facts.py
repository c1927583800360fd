"""Facts of calls, handed over as the shipper does."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.utils import timezone

from lianxin.calls.events import Entry
from lianxin.calls.models import Call
from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.switchboard.ledger.fact_handlers import HANDLERS


def told(who: Actor, kind: Any, data: dict[str, Any], caller: str, at: Any = None) -> Entry:
    """A fact of a call that the ledger knows, handed over as the shipper does."""
    call = uuid4()
    moment = at or timezone.now()
    with who.scope():
        Call.objects.create(id=call, centre_id=who.centre, caller=caller, started_at=moment)
    entry = Entry(str(call), 7, who.centre, moment.timestamp(), kind, data)
    hand_over(entry)
    return entry


def hand_over(entry: Entry) -> None:
    with scope(entry.centre):
        HANDLERS[entry.kind](entry)
