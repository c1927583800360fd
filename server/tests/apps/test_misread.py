"""What is sent for something else is refused by name: forms where JSON is taken, and the
place in another list."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.apps.test_hostile_values import DOCUMENT, JSON, _address

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]

#: A number, a UUID, a moment at the end of the calendar, and none of these.
AT = "2026-03-02T01:00:00+00:00"
CURSORS = [
    *(f"{AT}|7", f"{AT}|00000000-0000-4000-8000-000000000000"),
    *("9999-12-31T23:59:59-12:00|7", "0001-01-01T00:00:00+14:00|7", "2026-03-02T01:00:00|7"),
    *(f"{AT}|99999999999999999999", f"{AT}|-1", f"{AT}|", "x|y", "x"),
]

#: Who may read each list.
READERS = dict.fromkeys(("/api/cases", "/api/messages", "/api/calls", "/api/surveys"), "8100")


def lists() -> list[str]:
    """The paths of all lists that are read in parts."""
    return [
        path
        for path, methods in DOCUMENT["paths"].items()
        for each in methods.get("get", {}).get("parameters", ())
        if each["name"] == "cursor"
    ]


def taking_json() -> list[tuple[str, str]]:
    return [
        (method.upper(), path)
        for path, methods in DOCUMENT["paths"].items()
        for method, operation in methods.items()
        if JSON in operation.get("requestBody", {}).get("content", {})
    ]


def encoded(cursor: str) -> str:
    return base64.urlsafe_b64encode(cursor.encode()).decode()


def test_the_walk_finds_what_is_known() -> None:
    assert {"/api/cases", "/api/audit", "/api/notices", "/api/faxes"} <= {*lists()}
    assert ("POST", "/api/cases") in taking_json()


@pytest.mark.parametrize("path", lists())
def test_the_place_in_another_list_is_none(path: str, login: Login) -> None:
    client, codes = login(READERS.get(path, "9000")), set()
    at = _address("get", path).replace("/flows/x/", "/flows/article/")
    assert client.get(at).status_code == 200
    for cursor in CURSORS:
        answer = client.get(at, {"cursor": encoded(cursor)})
        if answer.status_code != 200:  # a key of its own kind is a place in it
            assert answer.status_code == 400, answer.content
            codes.add(answer.json()["error"]["code"])
    assert codes == {"list.bad_cursor"}
    if path in ("/api/prompts", "/api/people"):  # their places are codes and numbers
        return
    other = [client.get(at, {"cursor": encoded(each)}).status_code for each in CURSORS[:2]]
    assert sorted(other) == [200, 400]


@pytest.mark.parametrize(("method", "path"), taking_json())
def test_a_form_is_refused_where_json_is_taken(method: str, path: str, login: Login) -> None:
    page = Client(enforce_csrf_checks=True)  # as a browser: the form is searched for the token
    page.cookies = login("9000").cookies
    page.cookies[settings.CSRF_COOKIE_NAME] = token = "a" * 32
    body = encode_multipart(BOUNDARY, {"title": "x"})
    answer = page.generic(
        method,
        _address(method.lower(), path),
        body,
        MULTIPART_CONTENT,
        headers={"X-CSRFToken": token},
    )
    error = answer.json()["error"]
    # Where no token is looked for in the form, it is read as JSON, and is none.
    assert (answer.status_code, error["code"]) in (
        (415, "request.not_json"), (400, "request.malformed"),
    )  # fmt: skip


@pytest.mark.parametrize("searched", [True, False])
def test_a_broken_form_is_malformed(searched: bool, login: Login) -> None:
    page = Client(enforce_csrf_checks=searched)
    page.cookies = login("9000").cookies
    page.cookies[settings.CSRF_COOKIE_NAME] = token = "a" * 32
    path, kind = "/api/prompts/welcome/zh/audio", "multipart/form-data"
    for content_type in (kind, f"{kind}; boundary=é", f"{kind}; boundary="):
        answer = page.generic("POST", path, b"x", content_type, headers={"X-CSRFToken": token})
        assert 400 <= answer.status_code < 500
        assert answer.json()["error"]["code"]
