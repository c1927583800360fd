"""The second factor: how it comes into force, what it takes at the sign-in, and how it is lost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.test import Client, override_settings
from django.utils import timezone

from lianxin.centres import encryption
from lianxin.centres.access import Actor
from lianxin.centres.guessing import LOGINS_BY_NUMBER
from lianxin.centres.models import AuditEntry, Centre, Login, Person, SecondFactor
from lianxin.centres.people import lost_factors as lost
from lianxin.centres.people.by_hand import reset_by_hand
from lianxin.centres.second_factor import codes
from lianxin.centres.second_factor.errors import FactorOff, FactorSecondPerson
from lianxin.centres.second_factor.queries import ASKED
from tests.apps.test_borders import ROUTES
from tests.apps.test_hostile_values import _address

pytestmark = pytest.mark.django_db

JSON, PASSWORD = "application/json", "lianxin-demo"
FAST = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]
FACTOR = "/api/session/second-factor"
DUE = {("GET", "/api/session"), ("POST", "/api/session"), ("DELETE", "/api/session"),
       ("POST", "/api/session/password"), ("GET", FACTOR), ("POST", FACTOR),
       ("POST", f"{FACTOR}/confirmation"), ("GET", "/api/centres"),
       ("GET", "/api/health")}  # fmt: skip


class Telephone:
    """The app of a telephone: what it shows now, and shows next."""

    def __init__(self) -> None:
        self.key = b""
        self.steps = 0

    def code(self) -> str:
        """One that nobody has used: half a minute later than the one before."""
        shown = codes.code_at(self.key, time.time() + 30 * self.steps)
        self.steps = min(self.steps + 1, 1)
        return shown


def post(browser: Client, path: str, **body: Any) -> tuple[int, dict[str, Any]]:
    answer = browser.post(path, body, content_type=JSON)
    return answer.status_code, answer.json() if answer.content else {}


def refusal(answer: tuple[int, dict[str, Any]]) -> tuple[int, str]:
    return answer[0], answer[1].get("error", {}).get("code", "")


def come_in(browser: Client, number: str = "8001", code: str = "") -> tuple[int, dict[str, Any]]:
    whose = {"centre": "shifan", "number": number, "password": PASSWORD}
    return post(browser, "/api/session", **whose, **({"code": code} if code else {}))


def set_up(browser: Client, telephone: Telephone, code: str = "") -> list[str]:
    """Put a factor in force; its codes for the loss of the telephone."""
    status, begun = post(browser, FACTOR, password=PASSWORD, code=code)
    assert status == 200, begun
    assert begun["key"] in begun["uri"]
    telephone.key, telephone.steps = codes.key_of(begun["key"]), 0
    status, told = post(browser, f"{FACTOR}/confirmation", code=telephone.code())
    assert status == 200, told
    return list(told["codes"])


@pytest.fixture
def telephone() -> Telephone:
    return Telephone()


@pytest.fixture
def recovery(telephone: Telephone) -> list[str]:
    """8001 has a second factor; the codes for its loss."""
    browser = Client()
    assert come_in(browser)[0] == 200
    return set_up(browser, telephone)


@pytest.fixture(autouse=True)
def _fast() -> Iterator[None]:
    with override_settings(PASSWORD_HASHERS=FAST):
        yield


def trail(who: Actor) -> list[str]:
    with who.scope():
        return list(AuditEntry.objects.order_by("id").values_list("action", flat=True))


def test_who_has_one_shows_it(telephone: Telephone, recovery: list[str]) -> None:
    browser = Client()
    assert refusal(come_in(browser)) == (401, "session.code_due")
    assert browser.get("/api/session").status_code == 204
    assert refusal(come_in(browser, code="000000")) == (422, "session.code_wrong")
    code = telephone.code()
    spaced = f"{code[:3]} {code[3:]}"
    assert come_in(browser, code=spaced)[0] == 200
    assert refusal(come_in(Client(), code=code)) == (422, "session.code_wrong"), "taken twice"
    assert browser.get(FACTOR).json()["codes_left"] == len(recovery)


def test_a_wrong_password_does_not_tell_that_there_is_one(recovery: list[str]) -> None:
    body = {"centre": "shifan", "number": "8001", "password": "wrong-wrong-wrong"}
    for code in ("", "000000", recovery[0]):
        answer = post(Client(), "/api/session", **body, code=code)
        assert refusal(answer) == (401, "session.wrong_login")
    assert come_in(Client(), code=recovery[0])[0] == 200, "it was not used up"


def test_a_recovery_code_is_good_for_one_sign_in(recovery: list[str], who: Any) -> None:
    first = recovery[0].upper().replace("-", " ")
    assert come_in(Client(), code=first)[0] == 200
    assert refusal(come_in(Client(), code=recovery[0])) == (422, "session.code_wrong")
    assert come_in(Client(), code=recovery[1])[0] == 200
    assert trail(who("8001")).count("person.recovery_code_used") == 2


def test_codes_are_guessed_no_faster_than_passwords(
    recovery: list[str], telephone: Telephone, who: Any
) -> None:
    browser = Client()
    for _ in range(LOGINS_BY_NUMBER - 1):
        assert refusal(come_in(browser)) == (401, "session.code_due"), "the half is no guess"
        assert refusal(come_in(browser, code="000000"))[0] == 422
    assert refusal(come_in(browser, code="000000"))[0] == 422
    assert refusal(come_in(browser))[0] == 429, "and does not make what was counted forgotten"
    assert refusal(come_in(browser, code=telephone.code())) == (429, "session.too_many_attempts")
    assert trail(who("8001")).count("session.code_refused") == LOGINS_BY_NUMBER


def test_it_is_replaced_by_who_shows_it(telephone: Telephone, recovery: list[str]) -> None:
    browser = Client()
    assert come_in(browser, code=recovery[0])[0] == 200
    assert refusal(post(browser, FACTOR, password=PASSWORD))[1] == "session.code_wrong"
    assert (
        refusal(post(browser, FACTOR, password="other-other-other"))[1] == "factor.password_wrong"
    )
    old = Telephone()
    old.key = telephone.key
    fresh = set_up(browser, telephone, recovery[1])
    assert refusal(come_in(Client(), code=old.code()))[1] == "session.code_wrong"
    assert refusal(come_in(Client(), code=recovery[2]))[1] == "session.code_wrong"
    assert come_in(Client(), code=fresh[0])[0] == 200


def test_a_key_that_no_telephone_confirms_changes_nothing(recovery: list[str]) -> None:
    browser = Client()
    assert come_in(browser, code=recovery[0])[0] == 200
    assert post(browser, FACTOR, password=PASSWORD, code=recovery[1])[0] == 200
    wrong = post(browser, f"{FACTOR}/confirmation", code="000000")
    assert refusal(wrong) == (422, "session.code_wrong")
    assert come_in(Client(), code=recovery[2])[0] == 200


def test_nothing_is_confirmed_that_was_not_begun(signed_in: Client) -> None:
    answer = post(signed_in, f"{FACTOR}/confirmation", code="123456")
    assert refusal(answer) == (409, "factor.not_begun")
    for act in ("removal", "recovery-codes"):
        answer = post(signed_in, f"{FACTOR}/{act}", password=PASSWORD)
        assert refusal(answer) == (409, "factor.off")


@pytest.fixture
def signed_in() -> Client:
    browser = Client()
    assert come_in(browser)[0] == 200
    return browser


def test_new_recovery_codes_replace_those_of_before(
    recovery: list[str], telephone: Telephone
) -> None:
    browser = Client()
    assert come_in(browser, code=recovery[0])[0] == 200
    path = f"{FACTOR}/recovery-codes"
    status, told = post(browser, path, password=PASSWORD, code=telephone.code())
    assert status == 200
    assert len(told["codes"]) == codes.RECOVERY_CODES
    assert refusal(come_in(Client(), code=recovery[1]))[1] == "session.code_wrong"
    assert come_in(Client(), code=told["codes"][0])[0] == 200


def test_it_is_taken_away_unless_a_role_needs_it(recovery: list[str], who: Any) -> None:
    browser = Client()
    assert come_in(browser, code=recovery[0])[0] == 200
    proof = {"password": PASSWORD, "code": recovery[1]}
    Centre.objects.filter(code="shifan").update(second_factor_roles=["agent"])
    answer = post(browser, f"{FACTOR}/removal", **proof)
    assert refusal(answer) == (409, "factor.demanded")
    Centre.objects.filter(code="shifan").update(second_factor_roles=["supervisor"])
    status, own = post(browser, f"{FACTOR}/removal", **proof)
    assert (status, own["on_since"]) == (200, None)
    assert come_in(Client())[0] == 200
    assert trail(who("8001"))[-2] == "person.factor_removed"


def test_nothing_else_is_done_before_it_is_set_up_where_a_role_needs_it(
    telephone: Telephone,
) -> None:
    Centre.objects.filter(code="shifan").update(second_factor_roles=["agent"])
    browser = Client()
    assert come_in(browser)[1]["factor_due"] is True
    for method, path in ROUTES:
        if (method, path) in DUE:
            continue
        answer = browser.generic(method, _address(method.lower(), path), "{}", content_type=JSON)
        assert answer.json()["error"]["code"] == "session.factor_due", (method, path)
    set_up(browser, telephone)
    assert browser.get("/api/session").json()["factor_due"] is False
    assert browser.get("/api/calls").status_code == 200
    assert come_in(Client(), "8100")[1]["factor_due"] is False, "a supervisor alone needs none"


def test_it_is_kept_so_that_a_copy_of_the_database_shows_no_code(
    telephone: Telephone, recovery: list[str], who: Any
) -> None:
    with who("8001").scope():
        [row] = SecondFactor.objects.values()
    kept = str(row)
    assert telephone.key.hex() not in kept
    assert not any(each in kept for each in (codes.key_in_letters(telephone.key), *recovery))


def test_two_people_take_it_away(recovery: list[str], who: Callable[[str], Actor]) -> None:
    first, second = who("9000"), _another_administrator(who)
    with first.scope():
        lostone = Person.objects.get(number="8001")
    lost.reset_factor(first, lostone.pk, lostone.version)
    assert refusal(come_in(Client()))[1] == "session.code_due", "one alone takes nothing away"
    with pytest.raises(FactorSecondPerson):
        lost.reset_factor(first, lostone.pk, lostone.version)
    assert come_in(Client(), code=recovery[0])[0] == 200
    lost.reset_factor(second, lostone.pk, lostone.version)
    with first.scope():
        assert not Login.objects.filter(person=lostone, ended_at=None).exists()
    assert come_in(Client())[0] == 200
    with pytest.raises(FactorOff):
        lost.reset_factor(first, lostone.pk, lostone.version)
    assert [each for each in trail(first) if "factor_reset" in each] == [
        "person.factor_reset_asked",
        "person.factor_reset",
    ]


def test_what_was_asked_for_is_taken_back_or_too_old(
    recovery: list[str], who: Callable[[str], Actor]
) -> None:
    first, second = who("9000"), _another_administrator(who)
    with first.scope():
        person = Person.objects.get(number="8001")
    lost.reset_factor(first, person.pk, person.version)
    lost.keep_factor(second, person.pk, person.version)
    lost.reset_factor(second, person.pk, person.version)  # asks anew: nobody has confirmed
    assert refusal(come_in(Client()))[1] == "session.code_due"
    with first.scope():
        late = timezone.now() - ASKED - timedelta(seconds=1)
        SecondFactor.objects.filter(person=person).update(reset_asked_at=late)
    lost.reset_factor(first, person.pk, person.version)
    assert refusal(come_in(Client()))[1] == "session.code_due", "confirmed a day too late"


def test_a_new_password_does_not_take_it_away_and_the_command_line_does(
    recovery: list[str], who: Callable[[str], Actor]
) -> None:
    password = reset_by_hand("shifan", "8001")
    with who("8001").scope():
        assert check_password(password, Person.objects.get(number="8001").password)
        assert not SecondFactor.objects.exists()


def test_whoever_asks_for_it_may_reset_passwords_of_that_person(
    recovery: list[str], who: Callable[[str], Actor]
) -> None:
    with who("8001").scope():
        person = Person.objects.get(number="8001")
    body = {"version": person.version}
    path = f"/api/people/{person.pk}/second-factor/reset"
    for number, expected in (("8002", 403), ("8100", 403), ("9000", 200)):
        browser = Client()
        assert come_in(browser, number)[0] == 200
        assert post(browser, path, **body)[0] == expected
    status, shown = post(browser, path, **body)
    assert refusal((status, shown)) == (409, "factor.second_person")
    shown = browser.get(f"/api/people/{person.pk}").json()
    assert shown["factor_reset"]["own"] is True
    assert shown["factor_since"] is not None


def _another_administrator(who: Callable[[str], Actor]) -> Actor:
    with who("9000").scope():
        one = Person.objects.get(number="9000")
        one.pk, one.number, one.name = None, "9009", "另一位管理员"
        one.save(force_insert=True)
    return who("9009")


def test_a_clock_may_be_half_a_minute_off_and_no_more() -> None:
    key, now = codes.new_key(), 1_900_000_015.0
    step = int(now) // 30
    found = {off: codes.step_of(key, codes.code_at(key, now + 30 * off), now, 0)
             for off in (-2, -1, 0, 1, 2)}  # fmt: skip
    assert found == {-2: None, -1: step - 1, 0: step, 1: step + 1, 2: None}
    assert codes.step_of(key, codes.code_at(key, now), now, step) is None


def test_the_codes_are_those_of_the_standard() -> None:
    """RFC 6238, appendix B, its last six digits."""
    key = b"12345678901234567890"
    known = {59: "287082", 1111111109: "081804", 1234567890: "005924", 20000000000: "353130"}
    assert {at: codes.code_at(key, at) for at in known} == known


def test_a_key_is_for_one_purpose(recovery: list[str], who: Any) -> None:
    with who("8001").scope():
        sealed = SecondFactor.objects.get().key
    with pytest.raises(encryption.Unreadable):
        encryption.unseal(b"another", sealed)
