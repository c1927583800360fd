"""Accounts that are made at a shell: the first administrator, and one who is locked out.

Whoever has the shell has the database. It is noted as done by nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import RIGHTS, ROLES
from lianxin.centres.errors import NotFound, PersonNumberTaken
from lianxin.centres.isolation import scope
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.centres.models import Centre, Person
from lianxin.centres.passwords import COLUMNS, give_first_password
from lianxin.centres.people.errors import RolesExclusive
from lianxin.rules.powers import are_separate

_WHERE = "command line"


@dataclass(frozen=True)
class NewPerson:
    """``roles``: some of ``access.ROLES``."""

    centre: str
    number: str
    name: str
    roles: Sequence[str]


def make_person(new: NewPerson) -> str:
    """Make an account. Returns its first password, which is told this once.

    Raises ``NotFound`` for the centre or a role, ``PersonNumberTaken``.
    """
    centre = _centre(new.centre)
    if not set(new.roles) <= set(ROLES):
        raise NotFound
    with scope(centre.pk):
        person = Person(
            centre=centre, number=new.number, name=new.name, roles=sorted(set(new.roles))
        )
        password = give_first_password(person)
        try:
            with transaction.atomic():
                person.save()
        except IntegrityError as error:
            raise PersonNumberTaken(number=new.number) from error
        _note(centre, "person.taken_on", person, roles=person.roles)
    return password


def reset_password(code: str, number: str) -> str:
    """Give an account a first password, switched on again if it was off, without an expiry date.
    Raises ``NotFound``."""
    centre = _centre(code)
    with scope(centre.pk):
        person = Person.objects.filter(number=number).first()
        if person is None:
            raise NotFound
        password = give_first_password(person)
        person.active, person.off_reason, person.expires_on = True, "", None
        person.on_since = timezone.now()
        person.save(update_fields=[*COLUMNS, "active", "off_reason", "expires_on", "on_since"])
        _note(centre, "person.password_reset", person)
    return password


def give(code: str, number: str, held: str) -> None:
    """Give an account a role or right: the first holder of one has nobody who could.

    Raises ``NotFound`` for centre, account or what is given, ``RolesExclusive``.
    """
    centre = _centre(code)
    with scope(centre.pk):
        advisory_lock(Turn.PEOPLE, str(centre.pk))
        person = Person.objects.filter(number=number).first()
        if person is None or held not in (*ROLES, *RIGHTS):
            raise NotFound
        column = "roles" if held in ROLES else "rights"
        before = list(getattr(person, column))
        after = sorted({*before, held})
        if column == "roles" and not are_separate(after, centre.separate_administrators):
            raise RolesExclusive
        setattr(person, column, after)
        person.version, person.updated_by = person.version + 1, None
        person.save(update_fields=[column, "version", "updated_by", "updated_at"])
        _note(centre, "person.changed", person, **audit.changes({column: before}, {column: after}))


def _centre(code: str) -> Centre:
    centre = Centre.objects.filter(code=code).first()
    if centre is None:
        raise NotFound
    return centre


def _note(centre: Centre, action: str, person: Person, **data: object) -> None:
    key, number = str(person.pk), person.number
    audit.note_system(centre.pk, action, "person", key, address=_WHERE, number=number, **data)
