"""The names that a page of the trail, or of the alarms, is read with, and what it may not tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from lianxin.cases.access import readable
from lianxin.cases.models import Case
from lianxin.centres import names
from lianxin.centres.access import Actor
from lianxin.centres.models import Alarm, AuditEntry
from lianxin.centres.names import Names

#: Of a case: what its fields held and hold.
_SAID = frozenset({"before", "after"})


def names_of(who: Actor, rows: Iterable[AuditEntry | Alarm]) -> Names:
    """Today's names for what has none of its own time: alarms, and entries of before."""
    unnamed = [row for row in rows if isinstance(row, Alarm) or row.names is None]
    with who.scope():
        return names.names_of(unnamed)


def withheld_from(who: Actor, rows: Iterable[AuditEntry]) -> frozenset[str]:
    """The ids of the cases among ``rows`` that ``who`` may not read: an administrator need not."""
    entries = [row for row in rows if row.object_type == "case" and not _SAID.isdisjoint(row.data)]
    cases = {row.object_id for row in entries if names.is_uuid(row.object_id)}
    if not cases:
        return frozenset()
    with who.scope():
        found = Case.objects.filter(pk__in=cases).exclude(readable(who))
        return frozenset(str(key) for key in found.values_list("pk", flat=True))


def data_of(row: AuditEntry, withheld: Collection[str]) -> dict[str, Any]:
    """The data of a row, without what it says of a case that is ``withheld``."""
    left_out = _SAID if row.object_type == "case" and row.object_id in withheld else frozenset()
    return {name: value for name, value in row.data.items() if name not in left_out}
