"""What a page of the trail, or of the alarms, may not tell: what hangs on confidential things.

An administrator need not be a reader of the mayor's mailbox. What is told of it then is who did
what kind of act when: no number, no key, no name, nothing of what was said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from django.db.models import QuerySet

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


#: A telephone number that somebody looked up. It is named to nobody who may not know of a case or
#: call of it, whoever looked: the mailbox's readers look up those who wrote to the mayor, and an
#: entry that is withheld for the one only would tell by its absence for the other.
_PHONE = "phone"


def withheld(who: Actor, rows: Iterable[AuditEntry | Alarm]) -> frozenset[Reference]:
    """Those of the things that ``rows`` speak of that ``who`` may not know. One query for each
    kind."""
    return _closed(who, (each for row in rows for each in names.references(row)))


def kinds_withheld(who: Actor, key: str | None) -> frozenset[str]:
    """The ``object_type`` of the things of this key that ``who`` may not know: to look for one
    finds nothing, as if it were not there."""
    kinds = (
        frozenset() if key is None else _closed(who, ((kind, key) for kind in (*_CLOSED, _PHONE)))
    )
    closed = frozenset(kind for kind, _ in kinds)
    return closed | {alike for alike, kind in names.ALIKE.items() if kind in closed}


def is_withheld(row: AuditEntry | Alarm, closed: Collection[Reference]) -> bool:
    """Whether ``row`` speaks of one of ``closed``."""
    return any(each in closed for each in names.references(row))


def _closed(who: Actor, spoken_of: Iterable[Reference]) -> frozenset[Reference]:
    keys: dict[str, set[str]] = defaultdict(set)
    for kind, key in spoken_of:
        if kind == _PHONE or (kind in _CLOSED and names.is_uuid(key)):
            keys[kind].add(key)
    if who.confidential or not keys:
        return frozenset()
    phones = keys.pop(_PHONE, set())
    with who.scope():
        closed = {
            (kind, str(key))
            for kind, wanted in keys.items()
            for key in _CLOSED[kind](who).filter(pk__in=wanted).values_list("pk", flat=True)
        }
        return frozenset(closed | {(_PHONE, number) for number in _closed_numbers(who, phones)})


def _closed_numbers(who: Actor, numbers: Collection[str]) -> set[str]:
    """Those of ``numbers`` from which came a case or call that ``who`` may not read."""
    if not numbers:
        return set()
    cases = closed_cases(who).filter(phone__in=numbers).values_list("phone", flat=True)
    calls = closed_calls(who).filter(caller__in=numbers).values_list("caller", flat=True)
    return {*cases.distinct(), *calls.distinct()}
