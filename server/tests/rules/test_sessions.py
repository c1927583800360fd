"""How long somebody stays signed in, and what their browser is called."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lianxin.env import Env
from lianxin.rules.browsers import browser_in_words
from lianxin.rules.powers import ADMINISTRATORS, AGENT, OPERATOR, ROLES
from lianxin.rules.sessions import LONGEST, SessionRules, read_by_role

RULES = SessionRules(
    read_by_role("60, agent=240,operator=15,administrator=20,audit_administrator=10"),
    read_by_role("12,operator=8"),
    5,
)


@pytest.mark.parametrize(
    ("roles", "idle", "life"),
    [
        ([], 60, 12),
        (["supervisor"], 60, 12),
        (["agent"], 240, 12),
        (["agent", "supervisor"], 60, 12),
        (["operator", "agent"], 15, 8),
        (["security_administrator"], 20, 12),
        (["agent", "audit_administrator"], 10, 12),
    ],
)
def test_the_strictest_of_ones_roles_holds(roles: list[str], idle: int, life: int) -> None:
    assert RULES.idle_of(roles) == timedelta(minutes=idle)
    assert RULES.life_of(roles) == timedelta(hours=life)
    assert RULES.longest == timedelta(hours=12)


@pytest.mark.parametrize("role", ROLES)
def test_who_administers_is_signed_out_sooner_than_others(role: str) -> None:
    """As the setting is where nobody sets it, whichever roles there are."""
    rules = SessionRules(read_by_role(Env.session_idle), read_by_role(Env.session_life), 1)
    idle = 30 if role in {*ADMINISTRATORS, OPERATOR} else 240 if role == AGENT else 60
    assert rules.idle_of([role]) == timedelta(minutes=idle)
    assert rules.idle_of([role, AGENT]) == timedelta(minutes=idle)
    assert rules.life_of([role]) == timedelta(hours=12)


def test_a_setting_names_no_role_that_there_is_not() -> None:
    assert {*read_by_role(Env.session_idle), *read_by_role(Env.session_life)} <= {"", *ROLES}


def test_no_login_outlives_the_memory_of_its_end() -> None:
    rules = SessionRules({"": 1}, {"": 999}, 1)
    assert rules.life_of(["agent"]) == rules.longest == LONGEST


@pytest.mark.parametrize(
    "text", ["", "agent=5", "x", "60,agent=", "0", "60,agent=-1", "60;5", "60,agnet=5"]
)
def test_a_setting_that_says_nothing_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its text is what is wrong: anything
        read_by_role(text)


CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
SAFARI = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1.15"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (CHROME, "Chrome 130 · Windows"),
        (f"{CHROME} Edg/131.0.2849.68", "Edge 131 · Windows"),
        (FIREFOX, "Firefox 128 · Linux"),
        (SAFARI, "Safari 17 · macOS"),
        ("curl/8.5.0", ""),
        ("", ""),
    ],
)
def test_a_browser_in_words(said: str, words: str) -> None:
    assert browser_in_words(said) == words
