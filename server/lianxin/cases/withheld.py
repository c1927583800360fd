"""What hangs on confidential cases and calls, and is withheld with them from who may not read them:
what was sent of them, and what shows that somebody asked for one.

Decided when it is read: a case may be made confidential after all that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from lianxin.calls.access import Closed
from lianxin.calls.access import readable as readable_calls
from lianxin.calls.models import Call, CallEvent
from lianxin.cases.access import readable
from lianxin.cases.models import Case
from lianxin.cases.queries import calls_withheld_from
from lianxin.centres.access import Actor
from lianxin.faxes.models import Fax
from lianxin.notices.models import Notice
from lianxin.rules import case_number
from lianxin.rules.flow.lookups import OF_CASES

#: Fits no row. An empty condition, which fits all, would close everything where it is excluded.
_NONE = Q(pk__in=())


def closed_calls(who: Actor) -> QuerySet[Call]:
    """The calls that ``who`` may not read, in the scope of their centre."""
    return Call.objects.none() if who.confidential else Call.objects.exclude(readable_calls(who))


def closed_cases(who: Actor) -> QuerySet[Case]:
    """The cases that ``who`` may not read, in the scope of their centre."""
    return Case.objects.none() if who.confidential else Case.objects.exclude(readable(who))


def withheld_faxes(who: Actor) -> Q:
    """What was sent of a call that is closed to ``who``, or in which a closed case was filed."""
    if who.confidential:
        return _NONE
    return _of_closed_calls(who) | _of_closed_filing(who)


def withheld_notices(who: Actor) -> Q:
    """The same of notices, and what tells of a closed case. One that tells of a case which ``who``
    may read is not withheld for another that was filed in the same call."""
    if who.confidential:
        return _NONE
    of_closed_case = Q(Exists(closed_cases(who).filter(pk=OuterRef("case"))))
    return of_closed_case | _of_closed_calls(who) | (Q(case=None) & _of_closed_filing(who))


def faxes_withheld_from(who: Actor, rows: Iterable[Fax]) -> frozenset[UUID]:
    """The keys of those of ``rows`` that are withheld from ``who``."""
    return _keys_of(who, Fax.objects.filter(withheld_faxes(who), pk__in=[r.pk for r in rows]))


def notices_withheld_from(who: Actor, rows: Iterable[Notice]) -> frozenset[UUID]:
    """The keys of those of ``rows`` that are withheld from ``who``."""
    return _keys_of(who, Notice.objects.filter(withheld_notices(who), pk__in=[r.pk for r in rows]))


def asking_for_withheld(who: Actor, calls: Iterable[Call]) -> frozenset[UUID]:
    """Those of ``calls`` whose callers asked for the state of a case that ``who`` may not read.

    The ledger has the numbers that were typed. A call that asked without one, by its caller's
    number, is taken to have asked for any case of that telephone.
    """
    pressed = [call for call in calls if call.keys]  # a code is typed in any case
    if who.confidential or not pressed:
        return frozenset()
    with who.scope():
        by_number, by_phone = _asked_in(pressed)
        closed = closed_cases(who)
        numbers = closed.filter(number__in=by_number).values_list("number", flat=True)
        phones = closed.filter(phone__in=by_phone).values_list("phone", flat=True).distinct()
        asked = [by_number[each] for each in numbers] + [by_phone[each] for each in phones]
    return frozenset().union(*asked)


def closed_of(who: Actor, call: Call) -> Closed:
    """What of a call that ``who`` may read is closed to them."""
    filed = calls_withheld_from(who, [call.pk])
    return Closed(filed=bool(filed), asked=bool(asking_for_withheld(who, [call])))


def _keys_of(who: Actor, rows: QuerySet[Fax] | QuerySet[Notice]) -> frozenset[UUID]:
    with who.scope():
        return frozenset(rows.values_list("pk", flat=True))


def _of_closed_calls(who: Actor) -> Q:
    return Q(Exists(closed_calls(who).filter(pk=OuterRef("call"))))


def _of_closed_filing(who: Actor) -> Q:
    return Q(Exists(closed_cases(who).filter(call=OuterRef("call"))))


def _asked_in(calls: list[Call]) -> tuple[dict[str, set[UUID]], dict[str, set[UUID]]]:
    """The numbers of cases that were typed in ``calls``, and the callers who asked without one,
    each with the calls."""
    by_number: dict[str, set[UUID]] = defaultdict(set)
    asked: dict[UUID, set[str]] = defaultdict(set)
    steps = CallEvent.objects.filter(
        call__in=calls, kind="node", data__what__in=("key", "asked")
    ).values_list("call_id", "data__what", "data__detail")
    for key, what, detail in steps:
        if what == "asked":
            asked[key].add(str(detail))
            continue
        for number in case_number.within(str(detail)):
            by_number[number].add(key)
    typed: set[UUID] = set().union(*by_number.values())
    by_phone: dict[str, set[UUID]] = defaultdict(set)
    for call in calls:
        sources = asked[call.pk] & OF_CASES
        if call.caller and ("case_of_caller" in sources or (sources and call.pk not in typed)):
            by_phone[call.caller].add(call.pk)
    return by_number, by_phone
