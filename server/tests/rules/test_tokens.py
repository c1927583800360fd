"""Each token × each way it must end: by which test that is seen, or why it does not apply.

A secret that is made, signed or handed out anywhere in the program belongs to a row; a new place
without one fails here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
SOURCES = TESTS.parent / "lianxin"

WAYS = ("sign_out", "password", "switched_off", "right", "life", "idle", "by_hand")

_SESSION = "apps/test_session_ends.py::test_it_is_over"
_LIVE = "switchboard/test_logins.py::"
_ACCOUNT = f"{_LIVE}test_a_changed_account_ends_the_logins_of_before"
_OUT = f"{_LIVE}test_who_signs_out_is_closed_and_rung_no_more"
_UNTIL = f"{_LIVE}test_a_session_expires_for_the_live_page_too"
#: Idle and by hand end the login itself, which is one event for all that was given for it.
_OF_LOGIN = dict.fromkeys(("sign_out", "idle", "by_hand"), _OUT)
_OF_PERSON = dict.fromkeys(("password", "switched_off", "right"), _ACCOUNT)
_CITIZEN = "-a citizen has no account"
_NOT_ALONE = "-it opens nothing without the session"

#: ``file::test``, or ``-`` and why it does not end in this way.
TOKENS: dict[str, dict[str, str]] = {
    "session cookie": {
        **dict.fromkeys(WAYS, _SESSION),
        "right": "apps/test_session_ends.py"
        "::test_a_right_that_is_withdrawn_leaves_the_session_with_fewer",
    },
    "csrf cookie": dict.fromkeys(WAYS, _NOT_ALONE),
    "device cookie": {
        **dict.fromkeys(WAYS, "-it opens nothing: it gives guesses of one's own"),
        "life": "apps/test_signing_in.py::test_the_cookie_of_a_browser_is_bound_to_its_accounts",
    },
    "first password": {
        **dict.fromkeys(WAYS, "-it stands until it is changed or replaced"),
        "password": "apps/test_passwords.py"
        "::test_a_first_password_is_changed_and_then_everything_may_be_done",
    },
    "key of a second factor": {
        **dict.fromkeys(WAYS, "-it opens nothing without the password, and outlives a login"),
        "by_hand": "apps/test_second_factor.py::test_two_people_take_it_away",
    },
    "recovery code": {
        **dict.fromkeys(WAYS, "-it opens nothing without the password, and outlives a login"),
        "by_hand": "apps/test_second_factor.py::test_new_recovery_codes_replace_those_of_before",
        "life": "apps/test_second_factor.py::test_a_recovery_code_is_good_for_one_sign_in",
    },
    "live ticket": {**_OF_LOGIN, **_OF_PERSON, "life": "switchboard/test_live.py"
                    "::test_a_ticket_is_taken_once"},
    "resume token": {**_OF_LOGIN, **_OF_PERSON, "life": f"{_LIVE}"
                     "test_a_chain_of_tokens_lives_no_longer_than_the_login"},
    "SIP account": {**_OF_LOGIN, **_OF_PERSON, "life": _UNTIL},
    "web call ticket": {
        **dict.fromkeys(WAYS, _CITIZEN),
        "life": f"{_LIVE}test_a_citizen_who_comes_back_has_the_telephone_of_before",
    },
    "case code": {
        **dict.fromkeys(WAYS, _CITIZEN),
        "by_hand": "apps/test_api.py::test_a_new_code_opens_what_wrong_ones_had_locked",
    },
    "choices of a visitor": dict.fromkeys(WAYS, "-language, size and centre; it opens nothing"),
    "traffic request": dict.fromkeys(WAYS, "-web asks the live server, seconds old at most"),
}  # fmt: skip

#: Where each is made: ``file:function``.
MADE: dict[str, str] = {
    "api/session/mappers.py:session": "csrf cookie",
    "api/session/routes.py:list_centres": "csrf cookie",
    "portal/views.py:call": "csrf cookie",
    "api/session/routes.py:sign_in": "device cookie",
    "centres/devices.py:with_account": "device cookie",
    "centres/passwords.py:give_first_password": "first password",
    "centres/second_factor/codes.py:new_key": "key of a second factor",
    "centres/second_factor/codes.py:_group": "recovery code",
    "centres/second_factor/codes.py:place_of": "recovery code",
    "api/session/routes.py:_keep": "session cookie",
    "centres/logins.py:open_login": "session cookie",
    "live/tickets.py:issue_ticket": "live ticket",
    "live/tickets.py:issue_resume": "resume token",
    "live/traffic.py:ask_traffic": "traffic request",
    "switchboard/exchange/accounts.py:grant": "SIP account",
    "switchboard/exchange/accounts.py:_password": "SIP account",
    "switchboard/exchange/sip_accounts.py:derive_password": "SIP account",
    "cases/codes.py:new_code": "case code",
    "portal/calling.py:call_ticket": "web call ticket",
    "api/session/routes.py:live_ticket": "live ticket",
    "switchboard/agent_gateway.py:connected": "resume token",
    "portal/page.py:show": "choices of a visitor",
    "portal/views.py:choose": "choices of a visitor",
}

#: What makes a secret, signs something, or gives a browser something to come back with.
_MAKES = re.compile(
    r"secrets\.(token_\w+|choice|randbelow|randbits)|signing\.(dumps|sign)|\w*Signer|hmac\.\w+|derive_password|get_token"
    r"|\w*\.set_cookie|\w*\.set_signed_cookie|\w+\.session\.update|issue_\w+|uuid\.uuid4"
)
#: Names of things, and a random number that is no secret.
_NO_SECRET = re.compile(r"issue_code$|uuid\.uuid4$|secrets\.compare_digest$")


def made() -> Iterator[str]:
    for file in sorted(SOURCES.rglob("*.py")):
        if "codegen" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _makes(node):
                yield f"{file.relative_to(SOURCES).as_posix()}:{node.name}"


def _makes(function: ast.AST) -> bool:
    calls = (each for each in ast.walk(function) if isinstance(each, ast.Call))
    names = (ast.unparse(call.func) for call in calls)
    return any(_MAKES.fullmatch(name) and not _NO_SECRET.search(name) for name in names)


def test_every_place_that_makes_a_token_is_of_a_row() -> None:
    assert {*made()} == {*MADE}
    assert {*MADE.values()} == {*TOKENS}


@pytest.mark.parametrize("token", TOKENS)
def test_every_way_is_seen_by_a_test_or_has_a_reason(token: str) -> None:
    assert {*TOKENS[token]} == {*WAYS}
    for way, seen in TOKENS[token].items():
        if seen.startswith("-"):
            assert len(seen) > 10, way
            continue
        file, _, name = seen.partition("::")
        assert re.search(
            rf"^(async )?def {name}\(", (TESTS / file).read_text("utf-8"), re.MULTILINE
        ), seen
