"""Logins: one for each time that somebody signs in, until they sign out or may no longer come in.

A request asks the database who its session belongs to. What lives longer than a request, as the
live socket and its tokens do, is told here that a login is over. Of a person's account every change
that takes something away (password, roles, rights, being active) ends all logins of before it: a
trigger writes that down, also of a change by hand in SQL.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.db.migrations import RunSQL
from django.utils import timezone

from lianxin.centres.isolation import scope
from lianxin.centres.models import LoginEnd
from lianxin.centres.queries import all_centres

#: PostgreSQL's channel on which an end is announced.
CHANNEL = "lianxin_logins"
#: Longer than any token of a login is good for.
KEPT = timedelta(days=1)


@dataclass(frozen=True)
class EndedLogin:
    """``login`` "": all of the person's that began until ``at``, seconds since the epoch."""

    person: int
    login: str
    at: float


def new_login() -> str:
    """The name of a login, which nobody can guess."""
    return secrets.token_hex(16)


def end_login(centre: int, person: int, login: str) -> None:
    """Say that a login is over; with "" all that the person has."""
    with scope(centre):
        LoginEnd.objects.create(centre_id=centre, person_id=person, login=login, at=timezone.now())


def ended_logins() -> list[EndedLogin]:
    """Those of all centres that a token may still speak of."""
    since, found = timezone.now() - KEPT, []
    for centre in all_centres():
        with scope(centre.pk):
            rows = LoginEnd.objects.filter(at__gt=since)
            found += [EndedLogin(row.person_id, row.login, row.at.timestamp()) for row in rows]
    return found


def forget_ended() -> None:
    """Delete what no token speaks of any more, in the caller's scope."""
    LoginEnd.objects.filter(at__lt=timezone.now() - KEPT).delete()


def end_logins_by_trigger() -> list[RunSQL]:
    """Migration steps: ends are announced, and follow from changes of a person's account."""
    announce = (
        "CREATE FUNCTION lianxin_announce_login_end() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN PERFORM pg_notify('{CHANNEL}', ''); RETURN NULL; END $$;"
        "CREATE TRIGGER announce_login_end AFTER INSERT ON centres_loginend"
        " FOR EACH STATEMENT EXECUTE FUNCTION lianxin_announce_login_end()"
    )
    taken = " OR ".join(
        f"OLD.{column} IS DISTINCT FROM NEW.{column}"
        for column in ("password", "roles", "rights", "active")
    )
    end = (
        "CREATE FUNCTION lianxin_end_logins() RETURNS trigger LANGUAGE plpgsql AS $$"
        " BEGIN INSERT INTO centres_loginend (centre_id, person_id, login, at)"
        " VALUES (NEW.centre_id, NEW.id, '', clock_timestamp()); RETURN NULL; END $$"
    )
    whenever = (
        "CREATE TRIGGER end_logins AFTER UPDATE ON centres_person"
        f" FOR EACH ROW WHEN ({taken}) EXECUTE FUNCTION lianxin_end_logins()"
    )
    return [
        RunSQL(
            announce,
            "DROP TRIGGER announce_login_end ON centres_loginend;"
            "DROP FUNCTION lianxin_announce_login_end()",
        ),
        RunSQL(end, "DROP FUNCTION lianxin_end_logins()"),
        RunSQL(whenever, "DROP TRIGGER end_logins ON centres_person"),
    ]
