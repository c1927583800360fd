"""The names that a page of the trail, or of the alarms, is read with."""

from __future__ import annotations

from collections.abc import Iterable

from lianxin.centres import names
from lianxin.centres.access import Actor
from lianxin.centres.models import Alarm, AuditEntry
from lianxin.centres.names import Names


def names_of(who: Actor, rows: Iterable[AuditEntry | Alarm]) -> Names:
    """Today's names for what has none of its own time: alarms, and entries of before."""
    unnamed = [row for row in rows if isinstance(row, Alarm) or row.names is None]
    with who.scope():
        return names.names_of(unnamed)
