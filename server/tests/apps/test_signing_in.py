"""Who is let in, how often a stranger may guess, and that the owner comes in all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core import signing
from django.db.models import F
from django.test import Client, override_settings

from lianxin.centres import devices
from lianxin.centres.access import Actor
from lianxin.centres.guessing import LOGINS_BY_ADDRESS, LOGINS_BY_NUMBER, STRANGERS
from lianxin.centres.isolation import scope
from lianxin.centres.models import Attempt, Centre, Person
from lianxin.config.demo_refused import why_refused
from lianxin.demo import city
from tests.apps.test_centres import run
from tests.apps.test_passwords import FAST

pytestmark = pytest.mark.django_db

JSON = "application/json"
RIGHT, WRONG = "lianxin-demo", "x"
WRONG_LOGIN, WAIT = (401, "session.wrong_login"), (429, "session.too_many_attempts")
IN = (200, "")
STRANGER, OFFICE, HOME = "203.0.113.9", "192.0.2.10", "198.51.100.7"


@pytest.fixture(autouse=True)
def no_demo(centre: Centre, other: Centre) -> Iterator[None]:
    """The made-up city as any other: reached from everywhere. Its people's passwords are fast to
    check here, as so many are guessed at."""
    Centre.objects.update(demo=False)
    with override_settings(PASSWORD_HASHERS=FAST):
        quick = make_password(RIGHT)
        for each in (centre, other):
            with scope(each.pk):
                Person.objects.update(password=quick)
        yield


def attempt(
    password: str = RIGHT,
    address: str = STRANGER,
    browser: Client | None = None,
    number: str = "8001",
    centre: str = "shifan",
) -> tuple[int, str]:
    body = {"centre": centre, "number": number, "password": password}
    answer = (browser or Client()).post(
        "/api/session", body, content_type=JSON, REMOTE_ADDR=address
    )
    return answer.status_code, answer.json().get("error", {}).get("code", "")


def later(seconds: float) -> None:
    """All tries were made so much earlier."""
    Attempt.objects.update(at=F("at") - timedelta(seconds=seconds))


def guess(times: int, **where: Any) -> list[tuple[int, str]]:
    return [attempt(WRONG, **where) for _ in range(times)]


def test_a_strangers_guesses_do_not_keep_out_who_sits_at_the_desk() -> None:
    assert guess(LOGINS_BY_NUMBER + 1) == [WRONG_LOGIN] * LOGINS_BY_NUMBER + [WAIT]
    assert attempt(address=OFFICE) == IN
    assert attempt() == WAIT  # there the right one waits as well


def test_the_delay_grows_and_is_no_lock() -> None:
    guess(LOGINS_BY_NUMBER)
    waits = []
    for _ in range(4):
        answer = Client().post(
            "/api/session",
            {"centre": "shifan", "number": "8001", "password": WRONG},
            content_type=JSON,
            REMOTE_ADDR=STRANGER,
        )
        waits.append(int(answer["Retry-After"]))
        later(waits[-1])
        assert attempt(WRONG) == WRONG_LOGIN
    assert [round(wait, -1) for wait in waits] == [30, 60, 120, 240]
    later(900)
    assert attempt() == IN
    assert guess(LOGINS_BY_NUMBER) == [WRONG_LOGIN] * LOGINS_BY_NUMBER  # and all is forgotten


def test_a_thousand_addresses_at_one_account_are_slowed_and_its_owner_is_not() -> None:
    desk, phone = Client(), Client()
    assert attempt(address=OFFICE, browser=desk) == IN
    assert attempt(address=HOME, browser=phone) == IN
    tried = [attempt(WRONG, f"203.0.113.{n}") for n in range(STRANGERS.free + 5)]
    assert tried == [WRONG_LOGIN] * STRANGERS.free + [WAIT] * 5
    later(STRANGERS.longest)
    assert attempt(WRONG, "203.0.113.200") == WRONG_LOGIN
    assert attempt(WRONG, "203.0.113.201") == WAIT
    assert attempt(RIGHT, "203.0.113.202") == WAIT  # the owner at a new computer waits a minute
    assert attempt(address="203.0.113.203", browser=phone) == IN  # not with a browser they know
    assert attempt(address=OFFICE) == IN  # nor at an address of theirs


def test_who_shares_an_address_with_a_guesser_comes_in_by_the_browser() -> None:
    desk = Client()
    assert attempt(address=OFFICE, browser=desk) == IN
    for number in ("8001", "8002", "8003", "8100", "8101", "9000", "9100"):
        guess(LOGINS_BY_NUMBER, address=OFFICE, number=number)
    assert attempt(address=OFFICE) == WAIT
    assert attempt(address=OFFICE, browser=desk) == IN


def test_thirty_from_one_address_over_many_accounts_are_enough() -> None:
    tried = [attempt(WRONG, number=str(7000 + n)) for n in range(LOGINS_BY_ADDRESS + 1)]
    assert tried == [WRONG_LOGIN] * LOGINS_BY_ADDRESS + [WAIT]


def test_a_browser_has_no_more_guesses_than_an_address() -> None:
    """Whoever steals the cookie gains five guesses, and not the account."""
    desk = Client()
    assert attempt(address=OFFICE, browser=desk) == IN
    thief = Client()
    thief.cookies[devices.COOKIE] = desk.cookies[devices.COOKIE].value
    tried = [attempt(WRONG, f"203.0.113.{n}", browser=thief) for n in range(LOGINS_BY_NUMBER + 1)]
    assert tried == [WRONG_LOGIN] * LOGINS_BY_NUMBER + [WAIT]


def test_the_cookie_of_a_browser_is_bound_to_its_accounts() -> None:
    desk = Client()
    attempt(address=OFFICE, browser=desk)
    cookie = desk.cookies[devices.COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert devices.device_of(cookie.value, "shifan:8001")
    assert devices.device_of(cookie.value, "shifan:8002") == ""
    assert devices.device_of(cookie.value[:-2] + "xx", "shifan:8001") == ""
    forged = signing.dumps({"shifan:8001": "x"}, salt="other")
    assert devices.device_of(forged, "shifan:8001") == ""
    assert devices.device_of(signing.dumps(["x"], salt="lianxin.device"), "shifan:8001") == ""


def test_colleagues_share_a_computer_and_the_oldest_is_forgotten() -> None:
    cookie = ""
    for number in range(10):
        cookie = devices.with_account(cookie, f"a:{number}")
    again = devices.with_account(cookie, "a:5")
    assert devices.device_of(again, "a:5") == devices.device_of(cookie, "a:5") != ""
    assert [bool(devices.device_of(cookie, f"a:{n}")) for n in range(10)] == [False] * 2 + [
        True
    ] * 8
    assert len(cookie) < 1000


def test_only_a_proxy_of_ours_says_where_somebody_comes_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else whoever guesses would name a new address each time."""
    body = {"centre": "shifan", "number": "8001", "password": WRONG}

    def forged(n: int) -> int:
        headers = {"X-Forwarded-For": f"203.0.113.{n}"}
        return Client().post("/api/session", body, content_type=JSON, headers=headers).status_code

    assert [forged(n) for n in range(6)] == [401] * 5 + [429]
    monkeypatch.setattr(settings, "TRUSTED_PROXIES", ["127.0.0.1"])
    assert forged(6) == 401


def test_an_unknown_number_waits_as_a_known_one_does() -> None:
    for number, centre in (("7777", "shifan"), ("8001", "nowhere")):
        where = {"number": number, "centre": centre, "address": f"192.0.2.{len(centre)}"}
        assert guess(6, **where) == [WRONG_LOGIN] * 5 + [WAIT]


# --- the made-up city


@pytest.fixture
def demo(no_demo: None) -> None:
    Centre.objects.filter(code="shifan").update(demo=True)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("127.0.0.1", IN),
        ("127.8.0.1", IN),
        ("::1", IN),
        (OFFICE, (403, "session.demo_from_elsewhere")),
        ("10.0.0.7", (403, "session.demo_from_elsewhere")),
    ],
)
def test_the_demos_people_sign_in_at_its_own_computer(
    demo: None, address: str, said: tuple[int, str]
) -> None:
    assert attempt(address=address) == said
    assert attempt(WRONG, address) == WRONG_LOGIN


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation that browsers of other machines reach."""
    env = replace(settings.ENV, web_origins=("https://12345.example.gov.cn",))
    monkeypatch.setattr(settings, "ENV", env)


def test_where_others_come_in_the_demos_people_do_not(demo: None, own: None) -> None:
    """Behind a proxy that is not named everybody comes from loopback."""
    assert attempt(address="127.0.0.1") == (403, "session.demo_from_elsewhere")


def test_an_installation_of_its_own_does_not_start_with_demo_passwords(
    own: None, who: Callable[[str], Actor]
) -> None:
    assert "shifan 8001" in why_refused()
    assert "shixian 9200" in why_refused()
    status, said = run("demo", "close")
    assert (status, said[:2]) == (0, "17")
    assert why_refused() == ""
    city.load()  # as a start of an older version does
    assert why_refused() == ""


def test_a_demo_on_loopback_starts(demo: None) -> None:
    assert city.at_risk()
    assert why_refused() == ""


@pytest.mark.parametrize(
    ("changes", "own"),
    [
        ({}, False),
        ({"web_origins": ("http://127.0.0.1:1", "http://[::1]:1", "http://localhost:1")}, False),
        ({"web_origins": ("http://127.0.0.1:1", "http://192.0.2.1:1")}, True),
        ({"trunk_numbers": ("12345",)}, True),
    ],
)
def test_what_makes_an_installation_ones_own(changes: dict[str, Any], own: bool) -> None:
    assert replace(settings.ENV, **changes).own is own


def test_a_list_of_trunks_makes_it_ones_own(tmp_path: Any) -> None:
    trunks = tmp_path / "trunks.toml"
    assert replace(settings.ENV, trunks=trunks).own is False
    trunks.touch()
    assert replace(settings.ENV, trunks=trunks).own is True


def test_the_sign_in_is_told_what_is_a_demo(demo: None) -> None:
    told = {each["code"]: each["demo"] for each in Client().get("/api/centres").json()}
    assert told == {"shifan": True, "shixian": False}


# --- at a shell


def told_password(said: str) -> str:
    return said.splitlines()[0].rsplit(" ", 1)[1]


def test_the_first_administrator_is_made_at_a_shell(centre: Centre) -> None:
    words = ("--centre", "shifan", "--number", "9901", "--name", "平台", "--role", "operator")
    status, said = run("person", "create", *words)
    assert status == 0
    password = told_password(said)
    browser = Client()
    assert attempt(password, number="9901", browser=browser) == IN
    session = browser.get("/api/session").json()
    assert (session["roles"], session["password_due"]) == (["operator"], True)
    assert run("person", "create", *words)[0] == 1  # there is one
    assert run("person", "create", *words[:-1], "emperor")[0] == 1


def test_who_is_locked_out_is_let_in_from_a_shell(who: Callable[[str], Actor]) -> None:
    with who("9000").scope():
        Person.objects.filter(pk=who("9000").person).update(active=False)
    assert attempt(number="9000") == WRONG_LOGIN
    status, said = run("person", "reset", "--centre", "shifan", "--number", "9000")
    assert (status, attempt(told_password(said), number="9000")) == (0, IN)
    assert run("person", "reset", "--centre", "shifan", "--number", "7777")[0] == 1
