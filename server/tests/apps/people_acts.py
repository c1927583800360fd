"""What the tests of people do to accounts, by 工号."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from lianxin.centres.access import Actor
from lianxin.centres.models import Person
from lianxin.centres.people.actions import (
    PersonDraft,
    change_person,
    reset_password,
    switch_person,
)


def person_of(who: Actor, number: str) -> Person:
    with who.scope():
        return Person.objects.select_related("centre").get(number=number)


def draft_of(who: Actor, whose: str, **changes: Any) -> tuple[int, int, PersonDraft]:
    """Key, version and draft of somebody as they are, with ``changes``."""
    row = person_of(who, whose)
    sets = (frozenset(row.roles), frozenset(row.rights))
    draft = PersonDraft(row.number, row.name, *sets, row.expires_on)
    return row.pk, row.version, replace(draft, **changes)


def change(who: Actor, whose: str, **changes: Any) -> Person:
    return change_person(who, *draft_of(who, whose, **changes))


def switch(who: Actor, number: str, *, on: bool) -> Person:
    row = person_of(who, number)
    return switch_person(who, row.pk, row.version, on=on)


def reset(who: Actor, number: str) -> str:
    row = person_of(who, number)
    return reset_password(who, row.pk, row.version)[1]


def today(days: int = 0) -> Any:
    """In the zone of the made-up city."""
    now = timezone.now() + timedelta(hours=8, days=days)
    return now.date()
