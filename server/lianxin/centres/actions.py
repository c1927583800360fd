"""Writes of centres and their people: signing in and out."""

from __future__ import annotations

import logging
from typing import NoReturn

from django.contrib.auth.hashers import check_password, make_password
from django.utils import timezone

from lianxin.centres import audit, throttle
from lianxin.centres.access import Actor
from lianxin.centres.errors import TooManyLogins, WrongLogin
from lianxin.centres.isolation import scope
from lianxin.centres.logins import end_login
from lianxin.centres.models import Centre, Person
from lianxin.centres.queries import describe, may_come_in

log = logging.getLogger(__name__)

#: Wrong passwords in ``LOGIN_SECONDS``: for one number, and from one address.
LOGIN_SECONDS = 300
LOGINS_BY_NUMBER = 5
LOGINS_BY_ADDRESS = 30


def sign_in(code: str, number: str, password: str, address: str) -> tuple[Actor, str]:
    """Check a login. Returns who it is, and the stamp that ends with a change of password.

    Raises ``TooManyLogins`` or ``WrongLogin``; both take as long as a success.
    """
    key = f"{code}:{number}"
    _take_a_try(key, address)
    centre = Centre.objects.filter(code=code).first()
    person = _person(centre, number)
    if not _fits(person, password) or person is None or centre is None:
        _refuse(address, centre, number)
    throttle.forget("login", key)
    throttle.give_back("login_from", address)
    who = describe(person, centre, address)
    with who.scope():
        Person.objects.filter(pk=person.pk).update(last_login=timezone.now())
        audit.note(who, "session.opened", "person", person.pk)
    return who, person.get_session_auth_hash()


def sign_out(who: Actor, login: str) -> None:
    """Say that ``who`` left, and that ``login`` is over; with "" all that they have."""
    with who.scope():
        end_login(who.centre, who.person, login)
        audit.note(who, "session.closed", "person", who.person)


def _person(centre: Centre | None, number: str) -> Person | None:
    if centre is None:
        return None
    with scope(centre.pk):
        person = Person.objects.filter(number=number, active=True).first()
        return person if person is not None and may_come_in(person, centre) else None


def _fits(person: Person | None, password: str) -> bool:
    if person is None:
        make_password(password)  # as long as a check takes, so that nobody can tell
        return False
    return check_password(password, person.password)


def _take_a_try(key: str, address: str) -> None:
    # Taken before the password is looked at: a hundred guesses at once are a hundred tries.
    left = throttle.take("login", key, LOGINS_BY_NUMBER, LOGIN_SECONDS) or throttle.take(
        "login_from", address, LOGINS_BY_ADDRESS, LOGIN_SECONDS
    )
    if left:
        raise TooManyLogins(retry_after=left)


def _refuse(address: str, centre: Centre | None, number: str) -> NoReturn:
    if centre is None:
        log.warning("somebody at %s signed in to a centre that there is not", address)
    else:
        with scope(centre.pk):
            audit.note_system(centre.pk, "session.refused", "person", number, address=address)
    raise WrongLogin
