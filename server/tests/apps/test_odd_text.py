"""Text that nobody types, or that nobody sees, wherever the API takes text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest
import uuid_utils.compat
from django.conf import settings
from django.test import Client

from lianxin.api.base import VerbatimSchema, WriteSchema
from lianxin.api.root import api
from lianxin.cases.actions import Draft, open_case
from lianxin.centres.access import Actor

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]

DOCUMENT: dict[str, Any] = api.get_openapi_schema(path_prefix="/api/")
ODD = ("a\x00b", "\x00\x00", "\x1b[2J", "\u202e\x7f")
#: Who may do what there is to do, between them.
PEOPLE = ("8100", "9000", "9900")


def _parameters(place: str) -> list[tuple[str, str, str]]:
    """Method, path and name of each parameter in ``place`` that takes text."""
    return [
        (method.upper(), path, each["name"])
        for path, methods in DOCUMENT["paths"].items()
        for method, operation in methods.items()
        for each in operation.get("parameters", ())
        if each["in"] == place and "string" in json.dumps(each["schema"])
    ]


def _filled(path: str, method: str, odd: str = "", name: str = "") -> str:
    """``path`` with something plausible in its braces; ``odd`` in those of ``name``."""
    parameters = DOCUMENT["paths"][path][method.lower()].get("parameters", ())
    for each in parameters:
        if each["in"] == "path":
            schema = each["schema"]
            whole = schema.get("type") == "integer"
            fitting = str(uuid_utils.compat.uuid7()) if schema.get("format") == "uuid" else "x"
            value = odd if each["name"] == name else "1" if whole else fitting
            path = path.replace(f"{{{each['name']}}}", quote(value, safe=""))
    return path


def test_there_are_parameters_to_walk() -> None:
    assert len(_parameters("query")) > 30
    assert len(_parameters("path")) > 30
    assert _parameters("header")


@pytest.mark.parametrize("person", PEOPLE)
def test_no_text_behind_the_question_mark_is_a_fault(login: Login, person: str) -> None:
    client = login(person)
    for method, path, name in _parameters("query"):
        for odd in ODD:
            asked = f"{_filled(path, method)}?{urlencode({'q': 'xx', name: odd})}"
            answer = client.generic(method, asked)
            assert answer.status_code < 500, (asked, answer.content)


@pytest.mark.parametrize("person", PEOPLE)
def test_no_text_in_an_address_is_a_fault(login: Login, person: str) -> None:
    client = login(person)
    for method, path, name in _parameters("path"):
        for odd in ODD:
            asked = _filled(path, method, odd, name)
            answer = client.generic(method, asked, "{}", content_type="application/json")
            assert answer.status_code == 404, (method, asked, answer.content)
            assert answer.json()["error"]["code"] == "request.unknown_path"


def test_no_header_and_no_cookie_is_a_fault(login: Login) -> None:
    client = login("8001")
    body = json.dumps({"type": "help", "title": "x"})
    for odd in ODD:
        answer = client.post(
            "/api/cases", body, "application/json", headers={"Idempotency-Key": odd}
        )
        assert answer.status_code == 422
    for odd in ('"\\000\\000abcdefgh"', "x" * 40):
        stranger = Client()
        stranger.cookies[settings.SESSION_COOKIE_NAME] = odd
        stranger.cookies[settings.SESSION_COOKIE_NAME].set(settings.SESSION_COOKIE_NAME, odd, odd)
        assert stranger.get("/api/session").status_code == 204  # nobody is signed in


def test_what_stands_within_a_field_is_cleaned_as_well(login: Login) -> None:
    body = {
        "code": "leaflet",
        "titles": {"zh": " 单\x00页 "},
        "bodies": {"zh": "一\x00\r\n二\u202e"},
    }
    answer = login("9000").post("/api/knowledge", json.dumps(body), "application/json")
    assert answer.status_code == 201, answer.content
    assert answer.json()["titles"] == {"zh": "单页"}
    assert answer.json()["bodies"] == {"zh": "一\n二"}


def test_a_body_as_deep_as_a_well_is_refused(login: Login) -> None:
    deep = "[" * 900 + "]" * 900
    body = f'{{"version": 1, "event": "closed", "data": {{"a": {deep}}}}}'
    path = f"/api/cases/{uuid_utils.compat.uuid7()}/events"
    answer = login("8001").post(path, body, "application/json")
    assert answer.status_code in (400, 422)


# --- what nobody sees

UNSEEN = ("\u200b", "\u00ad\u00ad", "\u2060", "\u2800", "\u3164", " \u00a0\u3000\t", "\ufe0f\u034f")


def _written() -> Iterator[tuple[str, type[WriteSchema]]]:
    """Each field of a request that must hold something, and its schema."""
    bodies = list(WriteSchema.__subclasses__())
    for schema in bodies:
        bodies += schema.__subclasses__()
        if schema.__module__.startswith("lianxin."):
            for name, field in schema.model_json_schema()["properties"].items():
                ways = [field, *field.get("anyOf", ())]
                if any(way.get("type") == "string" and way.get("minLength") for way in ways):
                    yield name, schema


FIELDS = sorted({(schema.__name__, name): (name, schema) for name, schema in _written()}.items())


def test_there_are_fields_to_walk() -> None:
    names = {name for _, name in (key for key, _ in FIELDS)}
    assert len(FIELDS) > 15
    assert {"title", "text", "name"} <= names
    assert not issubclass(VerbatimSchema, WriteSchema)


@pytest.mark.parametrize(("name", "schema"), [each for _, each in FIELDS])
@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_nobody_sees_is_empty(name: str, schema: type[WriteSchema], unseen: str) -> None:
    with pytest.raises(ValueError, match="string_too_short") as refused:
        schema.model_validate({name: unseen})
    assert any(each["loc"][0] == name for each in refused.value.errors())  # type: ignore[attr-defined]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_a_reason_that_nobody_sees_is_none(
    login: Login, who: Callable[[str], Actor], unseen: str
) -> None:
    case, _ = open_case(who("8001"), Draft(type="help", title="x"))
    said = {"version": 1, "event": "rejected", "reason": unseen}
    path = f"/api/cases/{case.pk}/events"
    answer = login("8001").post(path, json.dumps(said), "application/json")
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "case.reason_missing")


def test_what_is_seen_is_kept(login: Login) -> None:
    body = {"type": "help", "title": "👨\u200d👩\u200d👧 नमस्ते é ❤\ufe0f"}
    answer = login("8001").post("/api/cases", json.dumps(body), "application/json")
    assert answer.json()["case"]["title"] == body["title"]


# --- where it is wrong


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"k": "长" * 501}, "data.k"),
        ({"k": {"a": 1}}, "data.k"),
        ({"k": [1]}, "data.k"),
        ({"Big Key": 1}, "data.Big Key"),
        ([1], "data"),
    ],
)
def test_a_fault_is_told_in_the_names_of_what_was_sent(login: Login, data: Any, field: str) -> None:
    body = {"version": 1, "event": "closed", "data": data}
    path = f"/api/cases/{uuid_utils.compat.uuid7()}/events"
    answer = login("8001").post(path, json.dumps(body), "application/json")
    assert answer.status_code == 422
    assert {each["field"] for each in answer.json()["error"]["details"]["fields"]} == {field}


#: What fits no field, and what stands in none of the server's own words.
MISFITS: tuple[Any, ...] = ({"a": {"b": 1}}, [["x"]], 1.5, True, "\u2800", -1)


def test_no_fault_shows_the_insides_of_the_server(login: Login) -> None:
    """Each field of each body, and each field within, is given what does not fit."""
    clients = [login(person) for person in PEOPLE]
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {})
            if "application/json" not in content:
                continue
            for name in _names(content["application/json"]["schema"]):
                for misfit in MISFITS:
                    sent = json.dumps({name: misfit})
                    for client in clients:
                        answer = client.generic(
                            method.upper(),
                            _filled(path, method),
                            sent,
                            content_type="application/json",
                        )
                        _check_fields(answer, sent)


def _names(schema: dict[str, Any]) -> list[str]:
    while "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return list(schema.get("properties", ()))


def _check_fields(answer: Any, sent: str) -> None:
    assert answer.status_code < 500, (sent, answer.content)
    if answer.status_code != 422:
        return
    for each in answer.json()["error"]["details"].get("fields", ()):
        if isinstance(each, dict):
            parts = each["field"].split(".")
            assert all(part.isidentifier() or part.isdecimal() for part in parts), (sent, each)
            assert not set(parts) & {"bool", "int", "float", "str", "list", "dict"}, (sent, each)


def test_a_text_of_private_letters_is_refused_and_not_emptied(login: Login) -> None:
    case = {"type": "help", "title": "路灯不亮", "content": "\ue000\ue001"}
    answer = login("8001").post("/api/cases", case, content_type="application/json")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (422, "request.invalid")
    assert [(each["field"], each["type"]) for each in error["details"]["fields"]] == [
        ("content", "string_private")
    ]
    assert "造字区" in error["message"]
    case["content"] = "\ue000路灯"
    kept = login("8001").post("/api/cases", case, content_type="application/json")
    assert kept.json()["case"]["content"] == "\ue000路灯"


class _Keys(WriteSchema):
    name: str
    spec: Any


def test_what_nobody_sees_is_in_no_name_and_no_key() -> None:
    spec = {"nodes": {"m\u200benu": {"keys": {"1\u2060": "\u200enext\xad"}}}}
    taken = _Keys.model_validate({"name": "主\u200b菜单", "spec": spec})
    assert taken.name == "主菜单"
    assert taken.spec == {"nodes": {"menu": {"keys": {"1": "next"}}}}
    twice = {"1": "a", "1\u200b": "b"}
    assert _Keys.model_validate({"name": "x", "spec": twice}).spec == twice  # nothing is lost
    assert _Keys.model_validate({"name": "👩\u200d🔧", "spec": None}).name == "👩\u200d🔧"
