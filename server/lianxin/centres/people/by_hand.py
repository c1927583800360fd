"""What whoever runs the machine does to an account at a shell: the first administrator, the first
holder of a right, and the way back in. Nobody's powers are asked for: who is there can write to the
database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import RIGHTS, ROLES
from lianxin.centres.errors import NotFound, PersonNumberTaken
from lianxin.centres.isolation import scope
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.centres.models import Centre, Person, SecondFactor
from lianxin.centres.passwords import COLUMNS, give_first_password
from lianxin.centres.people.errors import RolesExclusive
from lianxin.rules.powers import are_separate

#: Who did it, as the trail tells it.
BY = "command line"
_CHANGED = ("version", "updated_by", "updated_at")


@dataclass(frozen=True)
class NewPerson:
    """``roles``: some of ``access.ROLES``."""

    centre: str
    number: str
    name: str
    roles: Sequence[str]


def make_by_hand(new: NewPerson) -> str:
    """Make an account. Returns its first password, which is told this once.

    Raises ``NotFound`` for the centre or a role, ``RolesExclusive``, ``PersonNumberTaken``.
    """
    centre = Centre.objects.filter(code=new.centre).first()
    if centre is None or not set(new.roles) <= set(ROLES):
        raise NotFound
    roles = sorted(set(new.roles))
    if not are_separate(roles, centre.separate_administrators):
        raise RolesExclusive
    with scope(centre.pk):
        person = Person(centre=centre, number=new.number, name=new.name, roles=roles)
        password = give_first_password(person)
        try:
            with transaction.atomic():
                person.save()
        except IntegrityError as error:
            raise PersonNumberTaken(number=new.number) from error
        details: dict[str, Any] = {"number": person.number, "roles": roles}
        audit.note_system(centre.pk, "person.taken_on", "person", person.pk, by=BY, **details)
    return password


def give_by_hand(code: str, number: str, held: str) -> None:
    """Give ``number`` of the centre ``code`` a role or right. Raises ``NotFound`` where one of the
    three is not there, ``RolesExclusive``."""
    with _account(code, number) as (centre, person):
        if held not in (*ROLES, *RIGHTS):
            raise NotFound
        column = "roles" if held in ROLES else "rights"
        before = list(getattr(person, column))
        after = sorted({*before, held})
        if column == "roles" and not are_separate(after, centre.separate_administrators):
            raise RolesExclusive
        setattr(person, column, after)
        person.save(update_fields=[column, *_CHANGED])
        changes: dict[str, Any] = audit.changes({column: before}, {column: after})
        audit.note_system(centre.pk, "person.changed", "person", person.pk, by=BY, **changes)


def reset_by_hand(code: str, number: str) -> str:
    """Let ``number`` of the centre ``code`` in again, with a first password that is told this once.

    Switches the account on, takes its expiry date away and its second factor. Raises ``NotFound``.
    """
    with _account(code, number) as (centre, person):
        password = give_first_password(person)
        person.active, person.off_reason, person.expires_on = True, "", None
        person.on_since = timezone.now()  # unused it may be as long again
        accounts = ("active", "off_reason", "on_since", "expires_on")
        person.save(update_fields=[*COLUMNS, *accounts, *_CHANGED])
        audit.note_system(centre.pk, "person.password_reset", "person", person.pk, by=BY)
        if SecondFactor.objects.filter(person=person).delete()[0]:
            audit.note_system(centre.pk, "person.factor_reset", "person", person.pk, by=BY)
        return password


@contextmanager
def _account(code: str, number: str) -> Iterator[tuple[Centre, Person]]:
    """The account in its centre's scope, as the next version of itself."""
    centre = Centre.objects.filter(code=code).first()
    if centre is None:
        raise NotFound
    with scope(centre.pk):
        advisory_lock(Turn.PEOPLE, str(centre.pk))
        person = Person.objects.filter(number=number).first()
        if person is None:
            raise NotFound
        person.version += 1
        person.updated_by = None
        yield centre, person
