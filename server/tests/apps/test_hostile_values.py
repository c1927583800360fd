"""Moments beyond the calendar and halves of letters are refused by name, everywhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from lianxin.api.root import api

pytestmark = pytest.mark.django_db

JSON = "application/json"
DOCUMENT = api.get_openapi_schema(path_prefix="/api/")
BEYOND = ("9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z")
HALF = "\ud800"
#: A draft may be broken: what cannot be kept is left out of it.
FORGIVING = {"/api/flows/{code}/draft"}


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


def _kinds(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    schema = _resolved(schema)
    for inner in schema.get("anyOf", [schema]):
        yield _resolved(inner)


def _is_moment(schema: dict[str, Any]) -> bool:
    return any(each.get("format") == "date-time" for each in _kinds(schema))


def _is_free(schema: dict[str, Any]) -> bool:
    """Whether JSON of no fixed shape is taken there, alone or in a list."""
    return any(
        "type" not in each and "enum" not in each and "const" not in each
        if "items" not in each
        else _is_free(each["items"])
        for each in _kinds(schema)
    ) or any(
        bool(each.get("additionalProperties") or each.get("patternProperties"))
        for each in _kinds(schema)
    )


def _fields(wanted: Callable[[dict[str, Any]], bool]) -> list[tuple[str, str, str, bool]]:
    """(method, path, field, whether in the body) of every field that is ``wanted``."""
    found: list[tuple[str, str, str, bool]] = []
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            found += [
                (method, path, each["name"], False)
                for each in operation.get("parameters", ())
                if each["in"] == "query" and wanted(each["schema"])
            ]
            content = operation.get("requestBody", {}).get("content", {})
            if JSON in content:
                body = _resolved(content[JSON]["schema"])
                found += [
                    (method, path, name, True)
                    for name, schema in body.get("properties", {}).items()
                    if wanted(schema)
                ]
    return found


def _address(method: str, path: str) -> str:
    for each in DOCUMENT["paths"][path][method].get("parameters", ()):
        if each["in"] == "path":
            schema = each["schema"]
            value = "1" if schema.get("type") == "integer" else "x"
            if schema.get("format") == "uuid":
                value = "00000000-0000-4000-8000-000000000000"
            path = path.replace("{" + each["name"] + "}", value)
    return path


def _named(answer: Any) -> list[str]:
    return [each["field"] for each in answer.json()["error"]["details"]["fields"]]


MOMENTS = _fields(_is_moment)
FREE = [each for each in _fields(_is_free) if each[3]]


def test_the_walk_finds_what_is_known() -> None:
    assert ("post", "/api/polls", "closes_at", True) in MOMENTS
    assert ("get", "/api/lines/answer", "at", False) in MOMENTS
    assert ("post", "/api/cases/{case_id}/events", "data", True) in FREE
    assert ("post", "/api/flows/import", "file", True) in FREE
    assert ("put", "/api/flows/{code}/draft", "spec", True) in FREE


@pytest.mark.parametrize(("method", "path", "name", "in_body"), MOMENTS)
def test_a_moment_beyond_the_calendar_is_refused(
    method: str, path: str, name: str, in_body: bool, login: Callable[..., Client]
) -> None:
    page, at = login("9000"), _address(method, path)
    for moment in BEYOND:
        if in_body:
            answer = page.generic(method.upper(), at, json.dumps({name: moment}), JSON)
        else:
            answer = page.get(at, {name: moment})
        assert answer.status_code == 422, answer.content
        assert name in _named(answer)


@pytest.mark.parametrize(("method", "path", "name", "in_body"), FREE)
def test_half_of_a_letter_is_refused_however_deep(
    method: str, path: str, name: str, in_body: bool, login: Callable[..., Client]
) -> None:
    assert in_body
    page, at = login("9000"), _address(method, path)
    for value in ({"a": HALF}, [{"a": [{HALF: 1}]}]):
        body = json.dumps({"version": 1, name: value})
        answer = page.generic(method.upper(), at, body, JSON)
        if path in FORGIVING:
            assert answer.status_code < 500
            continue
        assert answer.status_code == 422, answer.content
        assert any(field.split(".")[0] == name for field in _named(answer))


def test_the_last_day_that_every_clock_can_show_is_taken(login: Callable[..., Client]) -> None:
    page = login("9000")
    for moment in ("9999-12-31T00:00:00+08:00", "0001-01-02T00:00:00Z"):
        answer = page.get("/api/lines/answer", {"number": "12345", "at": moment})
        assert answer.status_code == 200, answer.content


def test_an_offset_that_postgresql_does_not_know_is_taken(login: Callable[..., Client]) -> None:
    for offset in ("-21:49", "%2B17:29"):
        answer = login("9000").get(f"/api/audit?from=2026-03-02T01:00:00{offset}")
        assert answer.status_code == 200, answer.content


def test_a_version_of_what_nobody_has_written_is_refused(login: Callable[..., Client]) -> None:
    body = {"version": 7, "connection": ""}
    error = login("9000").put("/api/notices/gateway", body, content_type=JSON).json()["error"]
    assert (error["code"], error["details"]["at"]) == ("notice.gateway_conflict", None)
