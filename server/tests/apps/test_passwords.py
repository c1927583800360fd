"""One's own password: what it must be, how it is changed, and what ends with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import check_password, identify_hasher
from django.test import Client, override_settings

from lianxin.centres.access import Actor
from lianxin.centres.errors import Problem
from lianxin.centres.guessing import LOGINS_BY_NUMBER
from lianxin.centres.models import AuditEntry, PasswordBefore, Person
from lianxin.centres.passwords import COLUMNS, give_first_password, need_fit, set_password
from tests.apps.test_borders import ROUTES
from tests.apps.test_hostile_values import _address

pytestmark = pytest.mark.django_db

JSON = "application/json"
DEMO, NEW = "lianxin-demo", "regen-teich-47"
FAST = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]
ALLOWED = {("GET", "/api/session"), ("POST", "/api/session"), ("DELETE", "/api/session"),
           ("POST", "/api/session/password"), ("GET", "/api/centres"),
           ("GET", "/api/health")}  # fmt: skip


def signed_in(number: str = "8001", password: str = DEMO) -> Client:
    browser = Client()
    body = {"centre": "shifan", "number": number, "password": password}
    answer = browser.post("/api/session", body, content_type=JSON)
    assert answer.status_code == 200, answer.content
    return browser


def change(browser: Client, old: str = DEMO, new: str = NEW) -> tuple[int, str]:
    body = {"old": old, "new": new}
    answer = browser.post("/api/session/password", body, content_type=JSON)
    return answer.status_code, answer.json().get("error", {}).get("code", "")


def inside(browser: Client) -> bool:
    return browser.get("/api/session").status_code == 200


@pytest.fixture
def temporary(who: Callable[[str], Actor]) -> str:
    """The first password of 8001."""
    with who("8001").scope():
        person = Person.objects.get(pk=who("8001").person)
        password = give_first_password(person)
        person.save(update_fields=COLUMNS)
    return password


def test_the_slow_hasher_is_the_first_one(who: Callable[[str], Actor]) -> None:
    assert settings.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")
    assert change(signed_in()) == (200, "")
    with who("8001").scope():
        kept = Person.objects.get(pk=who("8001").person).password
    assert identify_hasher(kept).algorithm == "argon2"
    assert check_password(NEW, kept)


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("kurz-aber-ok", ""),
        ("kurz-aber-o", "password.too_short"),
        ("1234567890123", "password.too_common"),
        ("987654321098", "password.too_common"),
        ("abcdefghijklm", "password.too_common"),
        ("aaaaaaaaaaaaaaaa", "password.too_common"),
        ("lianxin12345", "password.too_common"),
        ("Lianxin-Demo", "password.too_common"),
        ("qwertyuiop123", "password.too_common"),
        ("739201846527", ""),
        ("连心连心热线热线连心热线", "password.too_common"),
        ("雨后荷塘听蛙声一片真好", "password.too_short"),
        ("雨后荷塘听取蛙声一片真好", ""),
    ],
)
def test_what_a_password_must_be(who: Callable[[str], Actor], new: str, code: str) -> None:
    with who("8001").scope():
        person = Person.objects.get(pk=who("8001").person)
        if not code:
            need_fit(person, new)
            return
        with pytest.raises(Problem) as refused:
            need_fit(person, new)
    assert refused.value.code == code
    assert [each["field"] for each in refused.value.details["fields"]] == ["new"]


def test_it_is_not_ones_number_or_name(who: Callable[[str], Actor]) -> None:
    person = Person(centre_id=who("8001").centre, number="880012345678", name="Alexandra Smith")
    for new in ("880012345678", "alexandrasmith"):
        with who("8001").scope(), pytest.raises(Problem) as refused:
            need_fit(person, new)
        assert refused.value.code == "password.too_similar"


def test_none_of_the_last_five_comes_again(
    who: Callable[[str], Actor],
) -> None:
    with override_settings(PASSWORD_HASHERS=FAST):
        _none_comes_again(who)


def _none_comes_again(who: Callable[[str], Actor]) -> None:
    with who("8001").scope():
        person = Person.objects.get(pk=who("8001").person)
        for number in range(7):
            set_password(person, f"{NEW}-{number}")
        for number, good in ((6, False), (5, False), (1, False), (0, True)):
            if good:
                need_fit(person, f"{NEW}-{number}")
                continue
            with pytest.raises(Problem) as refused:
                need_fit(person, f"{NEW}-{number}")
            assert refused.value.code == "password.used_before"
        assert PasswordBefore.objects.filter(person=person).count() == 5


def test_all_other_logins_end_and_this_one_goes_on(who: Callable[[str], Actor]) -> None:
    mine, other = signed_in(), signed_in()
    before = mine.cookies[settings.SESSION_COOKIE_NAME].value
    assert change(mine) == (200, "")
    assert (inside(mine), inside(other)) == (True, False)
    assert mine.cookies[settings.SESSION_COOKIE_NAME].value != before
    stolen = Client()
    stolen.cookies[settings.SESSION_COOKIE_NAME] = before
    assert not inside(stolen)
    assert len(mine.get("/api/session/logins").json()) == 1
    assert inside(signed_in(password=NEW))
    with who("8001").scope():
        assert AuditEntry.objects.filter(action="person.password_changed").count() == 1


def test_a_wrong_old_password_is_a_guess(who: Callable[[str], Actor]) -> None:
    browser = signed_in()
    for _ in range(LOGINS_BY_NUMBER):
        assert change(browser, old="x") == (422, "password.wrong")
    assert change(browser) == (429, "session.too_many_attempts")
    assert inside(signed_in())  # whoever sits at the desk signs in all the same
    with who("8001").scope():
        noted = AuditEntry.objects.filter(action="person.password_refused").count()
    assert noted == LOGINS_BY_NUMBER


def test_a_password_that_is_too_short_is_no_guess() -> None:
    browser = signed_in()
    for _ in range(LOGINS_BY_NUMBER + 1):
        assert change(browser, new="kurz") == (422, "password.too_short")
    assert change(browser) == (200, "")


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_with_a_first_password_nothing_else_may_be_done(
    temporary: str, method: str, path: str
) -> None:
    if (method, path) in ALLOWED:
        return
    browser = signed_in(password=temporary)
    answer = browser.generic(method, _address(method.lower(), path), "{}", JSON)
    said: Any = answer.json()
    assert (answer.status_code, said["error"]["code"]) == (403, "session.password_due")


def test_a_first_password_is_changed_and_then_everything_may_be_done(temporary: str) -> None:
    browser = signed_in(password=temporary)
    assert browser.get("/api/session").json()["password_due"] is True
    assert change(browser, old=temporary, new=temporary) == (422, "password.used_before")
    assert change(browser, old=temporary) == (200, "")
    assert browser.get("/api/session").json()["password_due"] is False
    assert browser.get("/api/cases").status_code == 200
    assert browser.post("/api/session/live-ticket").status_code == 200


def test_who_leaves_a_first_password_can_sign_out(temporary: str) -> None:
    browser = signed_in(password=temporary)
    assert browser.delete("/api/session").status_code == 204
    assert not inside(browser)
