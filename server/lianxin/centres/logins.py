"""Logins: one for each time that somebody signs in, until they sign out or may no longer come in.

A request asks the database whether the login of its session is still open. What lives longer than
a request, as the live socket and its tokens do, is told here that a login is over. Of a person's
account every change that takes something away (password, roles, rights, being active) ends all
tokens of before it: a trigger writes that down, also of a change by hand in SQL; with password and
account the logins themselves are over.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.centres.models import Login, LoginEnd, Person
from lianxin.centres.queries import all_centres, describe, may_come_in
from lianxin.centres.second_factor.queries import is_due

#: Longer than any token of a login is good for.
KEPT = timedelta(days=1)
#: So long somebody's addresses are remembered, and what ended their logins.
REMEMBERED = timedelta(days=30)
#: That somebody was there is written down no more often.
TOUCHED = timedelta(minutes=1)

#: ``account``: the password was changed, or the person was switched off.
End = Literal["signed_out", "by_hand", "idle", "life", "too_many", "account"]


@dataclass(frozen=True)
class EndedLogin:
    """``login`` "": all of the person's that began until ``at``, seconds since the epoch."""

    person: int
    login: str
    at: float


def open_login(who: Actor, browser: str, until: datetime | None = None) -> Login:
    """Begin a login of ``who``; the ones that were longest unseen end where there are too many.

    ``until``: the end of a life that goes on, as after a change of password.
    """
    now = timezone.now()
    with who.scope():
        login = Login.objects.create(
            centre_id=who.centre,
            person_id=who.person,
            key=secrets.token_hex(16),
            begun_at=now,
            seen_at=now,
            until=until or now + settings.SESSION_RULES.life_of(who.roles),
            address=who.address,
            browser=browser,
        )
        before = _open(who).exclude(pk=login.pk).order_by("-seen_at", "-pk")
        _end(before[settings.SESSION_RULES.most - 1 :], "too_many")
    return login


def whose(
    centre: int, person: int, stamp: str, key: str, address: str, idle: timedelta
) -> Actor | None:
    """Who a session belongs to; ``None`` when they may no longer come in.

    ``stamp`` ends with the password, ``key`` names the login; "" in sessions of before there were
    any. ``idle``: how long ago they last did something, as their page says.
    """
    with scope(centre):
        found = Person.objects.select_related("centre").filter(pk=person, active=True).first()
        if found is None or not may_come_in(found, found.centre):
            return None
        if not constant_time_compare(found.get_session_auth_hash(), stamp):
            return None
        if key and not _goes_on(found, key, idle):
            return None
        due = is_due(found, found.centre)
    return describe(found, found.centre, address, factor_due=due)


def _goes_on(person: Person, key: str, idle: timedelta) -> bool:
    """Whether the login is still open; it is noted that they are there."""
    login = Login.objects.filter(key=key, person=person, ended_at=None).first()
    if login is None:
        return False
    now = timezone.now()
    seen = max(login.seen_at, now - max(idle, timedelta()))
    over = _over(login, person.roles, login.seen_at, now)  # who comes too late is too late
    if over is not None:
        _end([login], over)
        return False
    if seen - login.seen_at >= TOUCHED:
        Login.objects.filter(pk=login.pk, seen_at__lt=seen).update(seen_at=seen)
    return True


def _over(login: Login, roles: Iterable[str], seen: datetime, now: datetime) -> End | None:
    if login.until <= now:
        return "life"
    return "idle" if seen + settings.SESSION_RULES.idle_of(roles) <= now else None


def logins_of(who: Actor) -> list[Login]:
    """The open logins of ``who`` themselves, the one that was seen last first."""
    with who.scope():
        return list(_open(who).order_by("-seen_at", "-pk"))


def end_login(who: Actor, key: str, by: End = "signed_out") -> bool:
    """Say that a login of ``who`` is over; with "" all that they have. Tells whether it was open.

    One that is of before there were rows is told to the live socket all the same.
    """
    with who.scope():
        rows = _open(who).filter(key=key) if key else _open(who)
        there = _end(rows, by)
        if not there:
            _announce(who.centre, who.person, key)
        return there > 0


def end_all(person: Person, by: End) -> None:
    """Say that all logins of ``person`` are over, in the caller's scope."""
    _end(Login.objects.filter(person=person, ended_at=None), by)
    _announce(person.centre_id, person.pk, "")


def leave(centre: int, person: int, key: str) -> None:
    """Say that a login is over whose browser somebody else has taken."""
    with scope(centre):
        if not _end(Login.objects.filter(key=key, person_id=person, ended_at=None), "signed_out"):
            _announce(centre, person, key)


def end_unused() -> int:
    """End what is idle or too old, in the caller's scope. Returns how many.

    A page that is left alone asks nothing any more, and its live socket would stay.
    """
    now, ended = timezone.now(), 0
    for login in Login.objects.filter(ended_at=None).select_related("person"):
        over = _over(login, login.person.roles, login.seen_at, now)
        ended += _end([login], over) if over is not None else 0
    return ended


def known_from(person: Person, address: str) -> bool:
    """Whether they have signed in from ``address`` within a month, in the caller's scope."""
    return Login.objects.filter(person=person, address=address).exists()


def _open(who: Actor) -> QuerySet[Login]:
    return Login.objects.filter(person_id=who.person, ended_at=None)


def _end(logins: Iterable[Login], by: End) -> int:
    """End each in its own statement: of two at the same moment one did it."""
    now, ended = timezone.now(), 0
    for login in logins:
        row = Login.objects.filter(pk=login.pk, ended_at=None)
        if row.update(ended_at=now, ended_by=by):
            ended += 1
            _announce(login.centre_id, login.person_id, login.key)
    return ended


def _announce(centre: int, person: int, key: str) -> None:
    LoginEnd.objects.create(centre_id=centre, person_id=person, login=key, at=timezone.now())


def ended_logins() -> list[EndedLogin]:
    """Those of all centres that a token may still speak of."""
    since, found = timezone.now() - KEPT, []
    for centre in all_centres():
        with scope(centre.pk):
            rows = LoginEnd.objects.filter(at__gt=since)
            found += [EndedLogin(row.person_id, row.login, row.at.timestamp()) for row in rows]
    return found


def forget_ended() -> None:
    """Delete what no token speaks of any more, and logins of long ago, in the caller's scope."""
    now = timezone.now()
    LoginEnd.objects.filter(at__lt=now - KEPT).delete()
    Login.objects.filter(ended_at__lt=now - REMEMBERED).delete()
