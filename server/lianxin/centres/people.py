"""Writes of a centre's people."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, AGENT, OPERATOR, Actor
from lianxin.centres.errors import NotAllowed, PersonNumberTaken
from lianxin.centres.models import Person
from lianxin.centres.quotas import need_room

#: What a first password is made of: nothing that is taken for something else when read out.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 3, 4


def first_password() -> str:
    """A password that is told once, such as ``k3mw-9qfd-x7ra``: 59 bits."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


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
    password = first_password()
    with who.scope():
        if AGENT in roles:
            agents = Person.objects.filter(active=True, roles__contains=[AGENT])
            need_room(who.centre, "agents", agents.count)
        try:
            with transaction.atomic():
                person = Person.objects.create(
                    centre_id=who.centre,
                    number=number,
                    name=name,
                    roles=sorted(set(roles)),
                    rights=sorted(set(rights)),
                    password=make_password(password),
                )
        except IntegrityError as error:
            raise PersonNumberTaken(number=number) from error
        audit.note(who, "person.taken_on", "person", person.pk, number=number, roles=person.roles)
        return person, password
