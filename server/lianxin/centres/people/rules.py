"""Accounts that a rule of the centre switches off: those that expired, and those that nobody uses.

Whoever switches one on again says so in the trail; from then on it may be unused as long again.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.centres.models import Centre, OffReason, Person
from lianxin.rules.powers import ADMINISTRATORS, is_dormant, is_over


def switch_off_by_rule(centre: Centre) -> None:
    """In the centre's scope. Twice does no harm. The last of each kind of administrator is never
    dormant, nobody might be there who lets them in again; nor is the last who reads the mailbox."""
    advisory_lock(Turn.PEOPLE, str(centre.pk))
    now = timezone.now()
    today = now.astimezone(ZoneInfo(centre.zone)).date()
    left = []
    for person in Person.objects.filter(active=True).order_by("pk"):
        if is_over(person.expires_on, today):
            _switch_off(centre, person, "expired")
        else:
            left.append(person)
    for person in sorted(left, key=_last):
        if is_dormant(_last(person), now, centre.dormant_days) and not _is_last(person, left):
            left.remove(person)
            _switch_off(centre, person, "dormant")


def _last(person: Person) -> datetime:
    """When they were there, or could have been for the first time."""
    return max(person.on_since, person.last_login or person.on_since)


def _is_last(person: Person, left: list[Person]) -> bool:
    """Whether nobody else of ``left`` is an administrator as ``person`` is, or has their right."""
    others = {held for each in left if each is not person for held in (*each.roles, *each.rights)}
    return bool(ADMINISTRATORS.intersection(person.roles).union(person.rights) - others)


def _switch_off(centre: Centre, person: Person, reason: OffReason) -> None:
    person.active, person.off_reason = False, reason
    person.version += 1
    person.updated_by = None
    person.save(update_fields=["active", "off_reason", "version", "updated_by", "updated_at"])
    days: dict[str, Any] = {"days": centre.dormant_days} if reason == "dormant" else {}
    audit.note_system(centre.pk, f"person.{reason}", "person", person.pk, **days)
