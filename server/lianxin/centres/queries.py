"""Reads of centres, people and the audit trail."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils import timezone

from lianxin.centres.access import Actor
from lianxin.centres.functions import functions_of
from lianxin.centres.models import AuditEntry, Centre, Person
from lianxin.centres.paging import Slice, cut, narrowed
from lianxin.rules import powers
from lianxin.rules.powers import is_over

_ALL = Q()


def all_centres() -> list[Centre]:
    """Every centre of the platform, in the order in which they were made."""
    return list(Centre.objects.all())


def centre_for(code: str = "", host: str = "") -> Centre | None:
    """The centre of ``code``, else the one with that ``host``, else the first."""
    centres = all_centres()
    by_code = [c for c in centres if code and c.code == code]
    by_host = [c for c in centres if host and c.host == host]
    return next(iter([*by_code, *by_host, *centres]), None)


def city_of(centre: Centre) -> str:
    """The name of a centre's city, as it is spoken."""
    return centre.city or centre.name.split()[0]


def describe(person: Person, centre: Centre, address: str, *, factor_due: bool = False) -> Actor:
    """``person`` as the rest of the program knows them."""
    return Actor(
        centre=centre.pk,
        centre_code=centre.code,
        centre_name=centre.name,
        person=person.pk,
        number=person.number,
        name=person.name,
        roles=frozenset(person.roles),
        rights=frozenset(person.rights),
        zone=centre.zone,
        area_code=centre.area_code,
        address=address,
        password_due=person.password_temporary,
        factor_due=factor_due,
        functions=functions_of(centre),
        separate=centre.separate_administrators,
    )


def may_come_in(person: Person, centre: Centre) -> bool:
    """Whether their account is switched on, and has not expired."""
    today = timezone.now().astimezone(ZoneInfo(centre.zone)).date()
    return person.active and not is_over(person.expires_on, today)


def somebody_holds(who: Actor, right: powers.Right) -> bool:
    """Whether anybody of the centre who may come in holds ``right``; in the caller's scope."""
    today = timezone.now().astimezone(ZoneInfo(who.zone)).date()
    rows = Person.objects.filter(active=True, rights__contains=[right])
    return rows.filter(Q(expires_on=None) | Q(expires_on__gte=today)).exists()


def find(who: Actor, words: str, limit: int) -> list[Person]:
    """People by a part of their 工号 or name. For those who may read the roster."""
    who.need_act("list")
    with who.scope():
        named = Q(number__startswith=words) | Q(name__icontains=words)
        return list(Person.objects.filter(named).order_by("number")[:limit])


def audit(
    who: Actor,
    among: Q = _ALL,
    *,
    person: str | None = None,
    action: str | None = None,
    object_type: str | None = None,
    object_id: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Slice[AuditEntry]:
    """The audit trail, newest first, of the entries ``among``. Needs ``read_trail``."""
    who.need_act("read_trail")
    with who.scope():
        rows = narrowed(
            AuditEntry.objects.select_related("person"),
            person__number=person,
            action=action,
            object_type=object_type,
            object_id=object_id,
            at__gte=since,
            at__lt=until,
        )
        return cut(rows.filter(among), "at", cursor, limit)
