"""Reads of second factors: who has one, who needs one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from lianxin.centres.access import Actor
from lianxin.centres.models import Centre, Person, SecondFactor

#: So long the second person may take.
ASKED = timedelta(hours=24)


def factor_of(who: Actor, person: Person) -> SecondFactor | None:
    """The second factor of ``person`` that is in force."""
    with who.scope():
        rows = SecondFactor.objects.select_related("reset_asked_by")
        return rows.filter(person=person).exclude(key="").first()


def is_asked(factor: SecondFactor) -> bool:
    """Whether somebody has asked for its loss, and may still be confirmed."""
    at = factor.reset_asked_at
    return at is not None and at > timezone.now() - ASKED


def is_on(person: Person) -> bool:
    """Whether ``person`` shows a second factor at sign-in; in the caller's scope."""
    return SecondFactor.objects.filter(person=person).exclude(key="").exists()


def is_demanded(person: Person, centre: Centre) -> bool:
    """Whether a role of ``person`` needs one."""
    return not set(centre.second_factor_roles).isdisjoint(person.roles)


def is_due(person: Person, centre: Centre) -> bool:
    """Whether they must set one up before anything else; in the caller's scope."""
    return is_demanded(person, centre) and not is_on(person)


@dataclass(frozen=True)
class OwnFactor:
    """``on_since``: ``None`` when there is none. ``codes_left``: for the loss of the telephone.
    ``demanded``: a role of theirs needs one."""

    on_since: datetime | None
    codes_left: int
    demanded: bool


def own_factor(who: Actor) -> OwnFactor:
    """What ``who`` shows beside their password."""
    with who.scope():
        person = Person.objects.select_related("centre").get(pk=who.person)
        demanded = is_demanded(person, person.centre)
        factor = SecondFactor.objects.filter(person=person).exclude(key="").first()
    if factor is None:
        return OwnFactor(None, 0, demanded)
    return OwnFactor(factor.on_since, len(factor.recovery_codes), demanded)
