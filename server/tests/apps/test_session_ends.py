"""Each way in which a session must end: the cookie opens nothing, the live socket is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db.models import F
from django.test import Client
from django.utils import timezone

from lianxin.centres.isolation import scope
from lianxin.centres.logins import end_unused, ended_logins
from lianxin.centres.models import Centre, Login, Person
from lianxin.rules.sessions import SessionRules
from tests.apps.test_passwords import NEW, change, inside, signed_in

pytestmark = pytest.mark.django_db


def _account(**changes: Any) -> Callable[[Client], None]:
    def act(_: Client) -> None:
        Person.objects.filter(number="8001").update(**changes)

    return act


def _by_hand(browser: Client) -> None:
    other = signed_in()
    (mine,) = (
        each["id"] for each in other.get("/api/session/logins").json() if not each["current"]
    )
    assert other.delete(f"/api/session/logins/{mine}").status_code == 204


def _earlier(column: str, by: timedelta) -> Callable[[Client], None]:
    def act(_: Client) -> None:
        Login.objects.update(**{column: F(column) - by})

    return act


def _too_many(_: Client) -> None:
    Login.objects.update(seen_at=F("seen_at") - timedelta(minutes=5))
    for _each in range(settings.SESSION_RULES.most):
        signed_in()


#: How it ends, and what the row of the login says about it.
WAYS: dict[str, tuple[Callable[[Client], Any], str]] = {
    "sign_out": (lambda browser: browser.delete("/api/session"), "signed_out"),
    "password": (lambda _: change(signed_in()), "account"),
    "password_in_sql": (_account(password=make_password(NEW)), "account"),
    "switched_off": (_account(active=False), "account"),
    "life": (_earlier("until", timedelta(hours=13)), "life"),
    "idle": (_earlier("seen_at", timedelta(hours=5)), "idle"),
    "by_hand": (_by_hand, "by_hand"),
    "too_many": (_too_many, "too_many"),
}


@pytest.mark.parametrize("way", WAYS)
def test_it_is_over(centre: Centre, way: str) -> None:
    browser = signed_in()
    assert inside(browser)
    with scope(centre.pk):
        row = Login.objects.get()
    stolen = Client()
    stolen.cookies[settings.SESSION_COOKIE_NAME] = browser.cookies[settings.SESSION_COOKIE_NAME]
    act, by = WAYS[way]
    with scope(centre.pk):
        act(browser)
    if way in ("life", "idle"):  # nobody asks for anything: the job of each minute ends it
        with scope(centre.pk):
            assert end_unused() == 1
    refused = stolen.get("/api/cases")
    assert (refused.status_code, refused.json()["error"]["code"]) == (401, "session.missing")
    assert not inside(browser)
    with scope(centre.pk):
        row.refresh_from_db()
    assert (row.ended_at is not None, row.ended_by) == (True, by)
    over = {(each.person, each.login) for each in ended_logins()}
    assert over & {(row.person_id, row.key), (row.person_id, "")}


@pytest.mark.parametrize("way", ["life", "idle"])
def test_who_asks_too_late_is_told_at_once(centre: Centre, way: str) -> None:
    browser = signed_in()
    with scope(centre.pk):
        WAYS[way][0](browser)
    assert not inside(browser)
    with scope(centre.pk):
        assert Login.objects.get().ended_by == way


def test_a_right_that_is_withdrawn_leaves_the_session_with_fewer(centre: Centre) -> None:
    browser = signed_in("9100")
    with scope(centre.pk):
        Person.objects.filter(number="9100").update(rights=[])
    assert browser.get("/api/session").json()["rights"] == []
    assert [each.login for each in ended_logins()] == [""]  # the live socket asks anew


def test_what_a_page_asks_by_itself_keeps_nobody_signed_in(centre: Centre) -> None:
    browser = signed_in()
    with scope(centre.pk):
        Login.objects.update(seen_at=F("seen_at") - timedelta(hours=3))
    for idle, ago in ((3 * 3600, timedelta(hours=3)), (0, timedelta())):
        headers = {"X-Lianxin-Idle": str(idle)}
        assert browser.get("/api/session", headers=headers).status_code == 200
        with scope(centre.pk):
            seen = Login.objects.get().seen_at
        assert abs(timezone.now() - ago - seen) < timedelta(minutes=1)


def test_the_limits_are_of_the_role(centre: Centre, settings: Any) -> None:
    settings.SESSION_RULES = SessionRules({"": 60, "agent": 10}, {"": 12, "agent": 1}, 5)
    agent, supervisor = signed_in(), signed_in("8100")
    with scope(centre.pk):
        lives = {row.person.number: row.until - row.begun_at for row in Login.objects.all()}
        Login.objects.update(seen_at=F("seen_at") - timedelta(minutes=11))
    assert lives == {"8001": timedelta(hours=1), "8100": timedelta(hours=12)}
    assert (inside(agent), inside(supervisor)) == (False, True)


def test_nobody_ends_the_login_of_another(centre: Centre) -> None:
    browser, other = signed_in(), signed_in("8002")
    (theirs,) = browser.get("/api/session/logins").json()
    refused = other.delete(f"/api/session/logins/{theirs['id']}")
    assert (refused.status_code, inside(browser)) == (404, True)
    assert len(other.get("/api/session/logins").json()) == 1
