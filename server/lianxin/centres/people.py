"""Writes of a centre's people."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, AGENT, OPERATOR, Actor
from lianxin.centres.errors import NotAllowed, PersonNumberTaken
from lianxin.centres.models import Person
from lianxin.centres.passwords import give_first_password
from lianxin.centres.quotas import need_room


def take_on(
    who: Actor, number: str, name: str, roles: Sequence[str], rights: Sequence[str] = ()
) -> tuple[Person, str]:
    """Take somebody on, with a first password that is told this once.

    Needs administrator; only an operator makes operators. Raises ``PersonNumberTaken``,
    ``QuotaFull``.
    """
    who.need(ADMINISTRATOR)
    if OPERATOR in roles and not who.has(OPERATOR):
        raise NotAllowed
    with who.scope():
        if AGENT in roles:
            agents = Person.objects.filter(active=True, roles__contains=[AGENT])
            need_room(who.centre, "agents", agents.count)
        person = Person(
            centre_id=who.centre,
            number=number,
            name=name,
            roles=sorted(set(roles)),
            rights=sorted(set(rights)),
        )
        password = give_first_password(person)
        try:
            with transaction.atomic():
                person.save()
        except IntegrityError as error:
            raise PersonNumberTaken(number=number) from error
        audit.note(who, "person.taken_on", "person", person.pk, number=number, roles=person.roles)
        return person, password
