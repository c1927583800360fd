"""What is sent for something else is refused by name: forms where JSON is taken, what is like a
number and none, and the place in another list."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from lianxin.centres.errors import BadCursor
from tests.apps.test_hostile_values import DOCUMENT, JSON, _address, _kinds, _named

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]

#: A number, a UUID, a moment at the end of the calendar, and none of these.
AT = "2026-03-02T01:00:00+00:00"
CURSORS = [
    *(f"{AT}|7", f"{AT}|00000000-0000-4000-8000-000000000000"),
    *("9999-12-31T23:59:59-12:00|7", "0001-01-01T00:00:00+14:00|7", "2026-03-02T01:00:00|7"),
    *(f"{AT}|99999999999999999999", f"{AT}|-1", f"{AT}|", "x|y", "x"),
]

#: Their places are texts, such as 工号: any is one.
IN_ORDER = ("/api/prompts", "/api/people")

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


@pytest.fixture
def name_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[Client, str], str]:
    """The name that stands in the cursors of a list."""
    heard: list[str] = []

    def told(name: str, cursor: str) -> str:
        heard.append(name)
        raise BadCursor

    def of(page: Client, at: str) -> str:
        with monkeypatch.context() as patched:
            patched.setattr("lianxin.centres.paging.read_place", told)
            patched.setattr("lianxin.prompts.queries.read_place", told)
            page.get(at, {"cursor": "x"})
        return heard[-1]

    return of


def test_the_place_in_another_list_is_none(login: Login, name_of: Any) -> None:
    pages = {path: login(READERS.get(path, "9000")) for path in lists()}
    at = {path: _address("get", path).replace("/flows/x/", "/flows/article/") for path in pages}
    flows = {each["code"] for each in pages["/api/flows"].get("/api/flows").json()["items"]}
    pages["of another flow"] = pages["/api/flows"]
    at["of another flow"] = f"/api/flows/{min(flows - {'article'})}/versions"
    names = {path: name_of(page, at[path]) for path, page in pages.items()}
    assert len({*names.values()}) == len(names)
    for path, page in pages.items():
        assert page.get(at[path]).status_code == 200
        kept = [_is_taken(page, at[path], f"{names[path]}|{place}") for place in CURSORS]
        assert sum(kept[:2]) == (2 if path in IN_ORDER else 1)  # its keys are of one kind
        known = CURSORS[kept.index(True)]
        others = {*names.values()} - {names[path]}
        assert not any(_is_taken(page, at[path], f"{name}|{known}") for name in others)


def _is_taken(page: Client, at: str, cursor: str) -> bool:
    answer = page.get(at, {"cursor": encoded(cursor)})
    if answer.status_code != 200:
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, "list.bad_cursor")
    return answer.status_code == 200


FORMS = (
    (encode_multipart(BOUNDARY, {"title": "x"}), MULTIPART_CONTENT),
    (b"title=x&version=1", "application/x-www-form-urlencoded"),
)


@pytest.mark.parametrize(("method", "path"), taking_json())
def test_a_form_is_refused_where_json_is_taken(method: str, path: str, login: Login) -> None:
    """Also as a browser sends it: there the form is searched for the token first."""
    for page, (body, kind) in product((Client(enforce_csrf_checks=True), Client()), FORMS):
        page.cookies = login("9000").cookies
        page.cookies[settings.CSRF_COOKIE_NAME] = token = "a" * 32
        answer = page.generic(
            method, _address(method.lower(), path), body, kind, headers={"X-CSRFToken": token}
        )
        assert (answer.status_code, answer.json()["error"]["code"]) == (415, "request.not_json")


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


#: What Python would read as each, and JSON does not mean by it.
LIKE: dict[str, tuple[Any, ...]] = {
    "integer": (True, "3", 3.0, "3.0"),
    "number": (True, "3", "3.0"),
    "boolean": (1, 0, "true", "yes", "off"),
    "date-time": (1772413200, 1772413200.5, "1772413200", "1"),
    "date": (1772409600, "1772409600"),
}
#: Of a choice between kinds that JSON tells apart, each is what it is.
FREE = {"data", "arguments"}


def places(
    schema: dict[str, Any], way: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The way to each field within a body that is of one kind which another is ``LIKE``."""
    for kind in _kinds(schema):
        name = kind.get("format", "") if kind.get("type") == "string" else kind.get("type", "")
        if name in LIKE:
            yield way, name
        for field, inner in kind.get("properties", {}).items():
            if field not in FREE:
                yield from places(inner, (*way, field))
        if "items" in kind:
            yield from places(kind["items"], (*way, 0))


def holding(way: tuple[str | int, ...], value: Any) -> Any:
    for step in reversed(way):
        value = [value] if step == 0 else {step: value}
    return value


LOOKALIKES = [
    (method, path, way, kind)
    for method, path in taking_json()
    for way, kind in places(
        DOCUMENT["paths"][path][method.lower()]["requestBody"]["content"][JSON]["schema"]
    )
]


def test_the_walk_goes_into_bodies() -> None:
    assert ("PATCH", "/api/cases/{case_id}", ("version",), "integer") in LOOKALIKES
    assert ("PATCH", "/api/platform/centres/{centre}", ("quotas", "lines"), "integer") in LOOKALIKES
    assert ("POST", "/api/polls", ("questions", 0, "multiple"), "boolean") in LOOKALIKES
    assert ("POST", "/api/people", ("expires_on",), "date") in LOOKALIKES


def test_what_is_like_a_number_is_none(login: Login) -> None:
    page, taken = login("9000"), []
    for method, path, way, kind in LOOKALIKES:
        for value in LIKE[kind]:
            body = json.dumps(holding(way, value))
            answer = page.generic(method, _address(method.lower(), path), body, JSON)
            named = _named(answer) if answer.status_code == 422 else []
            if ".".join(map(str, way)) not in named:
                taken.append((method, path, way, value, answer.status_code))
    assert not taken


@pytest.mark.parametrize("at", ["1772413200", "1", "-1", "1e9"])
def test_a_number_is_no_moment_in_a_query_either(at: str, login: Login) -> None:
    answer = login("9000").get("/api/audit", {"from": at})
    assert _named(answer) == ["from"]
    assert login("9000").get("/api/calls", {"limit": "3"}).status_code == 200
