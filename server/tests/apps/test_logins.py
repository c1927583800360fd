"""When a login is over, it is written down for what lives longer than a request."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone

from lianxin.centres.isolation import scope
from lianxin.centres.logins import KEPT, ended_logins, forget_ended
from lianxin.centres.models import Centre, LoginEnd, Person
from lianxin.live.tickets import Identity, read_ticket
from tests.apps.conftest import who_is

pytestmark = pytest.mark.django_db

JSON = "application/json"
LOGIN = {"centre": "shifan", "number": "8001", "password": "lianxin-demo"}


def signed_in(browser: Client, **changes: str) -> Identity:
    """Sign in; what the live socket is told of it."""
    answer = browser.post("/api/session", {**LOGIN, **changes}, content_type=JSON)
    assert answer.status_code == 200, answer.content
    ticket = browser.post("/api/session/live-ticket", content_type=JSON).json()["ticket"]
    return read_ticket(ticket)


def ended() -> list[tuple[int, str]]:
    return [(each.person, each.login) for each in ended_logins()]


def test_a_ticket_names_the_login_and_when_it_ends() -> None:
    before = time.time()
    one, two = signed_in(Client()), signed_in(Client())
    assert one.login != two.login
    assert before <= one.issued <= time.time()
    assert before <= one.until - settings.SESSION_COOKIE_AGE <= time.time()
    assert ended() == []


def test_signing_out_ends_this_login_only() -> None:
    browser = Client()
    mine, _other = signed_in(browser), signed_in(Client())
    assert browser.delete("/api/session").status_code == 204
    assert ended() == [(mine.person, mine.login)]


def test_signing_in_over_somebody_ends_their_login() -> None:
    browser = Client()
    before = signed_in(browser)
    after = signed_in(browser, number="8002")
    assert ended() == [(before.person, before.login)]
    assert after.login != before.login


def test_a_session_of_before_this_update_ends_all_of_the_person(login: Any) -> None:
    browser = login("8001")
    assert browser.delete("/api/session").status_code == 204
    assert ended() == [(who_is("shifan", "8001").person, "")]


@pytest.mark.parametrize(
    ("change", "ends"),
    [
        ({"password": make_password("another")}, True),
        ({"roles": ["supervisor"]}, True),
        ({"rights": ["mailbox"]}, True),
        ({"active": False}, True),
        ({"name": "李二"}, False),
        ({"last_login": timezone.now()}, False),
    ],
)
def test_a_changed_account_ends_its_logins(
    centre: Centre, change: dict[str, Any], ends: bool
) -> None:
    """Also where it is changed in SQL: there is no page for it."""
    person = who_is("shifan", "8001").person
    with scope(centre.pk):
        Person.objects.filter(pk=person).update(**change)
    assert ended() == ([(person, "")] if ends else [])


def test_what_no_token_speaks_of_is_forgotten(centre: Centre) -> None:
    person = who_is("shifan", "8001").person
    with scope(centre.pk):
        for at in (timezone.now(), timezone.now() - 2 * KEPT):
            LoginEnd.objects.create(centre_id=centre.pk, person_id=person, login="x", at=at)
        forget_ended()
        assert LoginEnd.objects.count() == 1
