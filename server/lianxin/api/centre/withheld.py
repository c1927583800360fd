"""What a page of the trail, or of the alarms, may not tell: what hangs on confidential things.

An administrator need not be a reader of the mayor's mailbox. What is told of it then is who did
what kind of act when: no number, no key, no name, nothing of what was said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from django.db.models import Q, QuerySet

from lianxin.calls.access import readable_recordings
from lianxin.calls.models import Call, Recording
from lianxin.cases.models import Case
from lianxin.cases.withheld import closed_calls, closed_cases, withheld_faxes, withheld_notices
from lianxin.centres import names
from lianxin.centres.access import Actor
from lianxin.centres.models import Alarm, AuditEntry
from lianxin.centres.names import Reference
from lianxin.faxes.models import Fax
from lianxin.notices.models import Notice

#: For each kind of thing that can be confidential, those that ``who`` may not read.
_CLOSED: Mapping[str, Callable[[Actor], QuerySet[Case | Call | Recording | Notice | Fax]]] = {
    "case": closed_cases,
    "call": closed_calls,
    "recording": lambda who: Recording.objects.exclude(readable_recordings(who)),
    "notice": lambda who: Notice.objects.filter(withheld_notices(who)),
    "fax": lambda who: Fax.objects.filter(withheld_faxes(who)),
}


#: A telephone number that somebody looked up.
_PHONE = "phone"
#: One that was looked up for the mailbox: by a reader of it, or in a call of it. What is withheld
#: must hang on who looked and never on the number: an entry that were withheld for what is known of
#: its number would tell who looks a number up whether it wrote to the mayor.
_LOOKED_UP = "phone of the mailbox"
_FOR_THE_MAILBOX = "mailbox"


def withheld(who: Actor, rows: Iterable[AuditEntry | Alarm]) -> frozenset[Reference]:
    """Those of the things that ``rows`` speak of that ``who`` may not know. One query for each
    kind."""
    return _closed(who, (each for row in rows for each in _spoken_of(row)))


def found_by(who: Actor, key: str | None) -> Q:
    """Which entries about the things of this key are found by it: of one that ``who`` may not know
    there is nothing, as if it were not there."""
    if who.confidential or key is None:
        return Q()
    closed = {kind for kind, _ in _closed(who, ((kind, key) for kind in _CLOSED))}
    closed |= {alike for alike, kind in names.ALIKE.items() if kind in closed}
    shown = ~Q(object_type=_PHONE) | Q(**{f"data__{_FOR_THE_MAILBOX}": False})
    return shown & ~Q(object_type__in=closed)


def is_withheld(row: AuditEntry | Alarm, closed: Collection[Reference]) -> bool:
    """Whether ``row`` speaks of one of ``closed``."""
    return any(each in closed for each in _spoken_of(row))


def _spoken_of(row: AuditEntry | Alarm) -> list[Reference]:
    """Of a look-up that does not say so, as none did before, it is taken to be the mailbox's."""
    found = names.references(row)
    if row.object_type == _PHONE and row.data.get(_FOR_THE_MAILBOX) is not False:
        found.append((_LOOKED_UP, row.object_id))
    return found


def _closed(who: Actor, spoken_of: Iterable[Reference]) -> frozenset[Reference]:
    keys: dict[str, set[str]] = defaultdict(set)
    for kind, key in spoken_of:
        if kind == _LOOKED_UP or (kind in _CLOSED and names.is_uuid(key)):
            keys[kind].add(key)
    if who.confidential or not keys:
        return frozenset()
    looked_up = keys.pop(_LOOKED_UP, set())
    with who.scope():
        closed = {
            (kind, str(key))
            for kind, wanted in keys.items()
            for key in _CLOSED[kind](who).filter(pk__in=wanted).values_list("pk", flat=True)
        }
        return frozenset(closed | {(_LOOKED_UP, number) for number in looked_up})
