"""Writes of centres and their people: signing in and out, and the password of one's own."""

from __future__ import annotations

import ipaddress
import logging
from dataclasses import dataclass, replace
from typing import NoReturn

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import Actor
from lianxin.centres.errors import DemoFromElsewhere, WrongLogin, WrongOldPassword
from lianxin.centres.guessing import Guesser, OldPassword, account_of
from lianxin.centres.isolation import scope
from lianxin.centres.logins import End, end_login, known_from, open_login
from lianxin.centres.models import Centre, Login, Person
from lianxin.centres.passwords import set_password
from lianxin.centres.queries import describe, may_come_in
from lianxin.centres.second_factor.actions import show
from lianxin.centres.second_factor.errors import CodeDue, WrongCode
from lianxin.centres.second_factor.queries import is_due

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class SignedIn:
    """``stamp`` ends with a change of password."""

    who: Actor
    stamp: str
    login: Login


@dataclass(frozen=True)
class Credentials:
    """What somebody signs in with. ``centre``: its code. ``code``: of their second factor, ""
    where they have none or were not asked yet."""

    centre: str
    number: str
    password: str
    code: str = ""


def sign_in(given: Credentials, address: str, device: str = "", browser: str = "") -> SignedIn:
    """Check a password, and the second factor where there is one, and begin a login. ``device``:
    what ``devices.device_of`` says of the browser.

    Raises ``TooManyLogins`` or ``WrongLogin``, which both take as long as a success, ``CodeDue``,
    ``WrongCode`` and ``DemoFromElsewhere``.
    """
    centre = Centre.objects.filter(code=given.centre).first()
    person, known = _person(centre, given.number, address)
    guesser = Guesser(account_of(given.centre, given.number), address, device, known)
    guesser.take()
    if not _fits(person, given.password) or person is None or centre is None:
        _refuse(address, centre, given.number)
    _need_code(guesser, person, given.code, address)
    guesser.succeeded()
    if centre.demo and (settings.ENV.own or not _loopback(address)):
        raise DemoFromElsewhere
    with scope(centre.pk):
        due = is_due(person, centre)
    who = describe(person, centre, address, factor_due=due)
    with who.scope():
        Person.objects.filter(pk=person.pk).update(last_login=timezone.now())
        login = open_login(who, browser)
        audit.note(who, "session.opened", "person", person.pk)
    return SignedIn(who, person.get_session_auth_hash(), login)


def sign_out(who: Actor, login: str) -> None:
    """Say that ``who`` left, and that ``login`` is over; with "" all that they have."""
    with who.scope():
        end_login(who, login)
        audit.note(who, "session.closed", "person", who.person)


def end_other(who: Actor, login: str, by: End = "by_hand") -> bool:
    """End a login of ``who`` from the list of theirs. Tells whether it was still open."""
    with who.scope():
        there = end_login(who, login, by)
        if there:
            audit.note(who, "session.ended", "person", who.person)
        return there


def change_password(who: Actor, login: str, old: str, new: str) -> SignedIn:
    """Change one's own password: all logins end, and the one that asks goes on as a new one.

    Raises ``WrongOldPassword``, ``TooManyLogins``, and what ``passwords.need_fit`` raises.
    """
    guesser = OldPassword(account_of(who.centre_code, who.number))
    guesser.take()
    known = _whose_password(who, old)
    guesser.succeeded()
    with who.scope():
        person = Person.objects.select_for_update().get(pk=who.person)
        if person.password != known:
            raise WrongOldPassword  # it was changed meanwhile
        before = Login.objects.filter(key=login, person=person).first()
        set_password(person, new)
        again = replace(who, password_due=False)
        browser, until = (before.browser, before.until) if before else ("", None)
        after = open_login(again, browser, until)
        audit.note(who, "person.password_changed", "person", person.pk)
    return SignedIn(again, person.get_session_auth_hash(), after)


def _whose_password(who: Actor, old: str) -> str:
    """The hash that ``old`` fits. Raises ``WrongOldPassword``."""
    with who.scope():
        known: str = Person.objects.get(pk=who.person).password
        fits = check_password(old, known)
        if not fits:
            audit.note(who, "person.password_refused", "person", who.person)
    if not fits:
        raise WrongOldPassword
    return known


def _person(centre: Centre | None, number: str, address: str) -> tuple[Person | None, bool]:
    """Whose account it is, and whether they have come from ``address`` before."""
    if centre is None:
        return None, False
    with scope(centre.pk):
        person = Person.objects.filter(number=number, active=True).first()
        if person is None or not may_come_in(person, centre):
            return None, False
        return person, known_from(person, address)


def _need_code(guesser: Guesser, person: Person, code: str, address: str) -> None:
    """A wrong code counts as a wrong password does."""
    with scope(person.centre_id):
        shown = show(person, code)
        if shown == "wrong":
            audit.note_system(
                person.centre_id, "session.code_refused", "person", person.pk, address=address
            )
    if shown == "due":
        guesser.half_done()
        raise CodeDue
    if shown == "wrong":
        raise WrongCode


def _fits(person: Person | None, password: str) -> bool:
    if person is None:
        make_password(password)  # as long as a check takes, so that nobody can tell
        return False
    return check_password(password, person.password)


def _loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _refuse(address: str, centre: Centre | None, number: str) -> NoReturn:
    if centre is None:
        log.warning("somebody at %s signed in to a centre that there is not", address)
    else:
        with scope(centre.pk):
            audit.note_system(centre.pk, "session.refused", "person", number, address=address)
    raise WrongLogin
