"""Whatever is sent to whichever operation, by whomever, the answer is no 500.

Walks the document of the API, so that the next operation is caught. What is sent is what broke
others: controls, other lists' cursors, what is too long, bodies that are no JSON.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from lianxin.api.root import api

pytestmark = pytest.mark.django_db

DOCUMENT = api.get_openapi_schema(path_prefix="/api/")
OPERATIONS = [
    (method, path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]
IDS = [operation["operationId"] for _, _, operation in OPERATIONS]
#: One of each role, and a stranger.
PEOPLE = ("", "8001", "8100", "9000", "9200")
#: Whom everything is tried as; the others, what reaches the operation behind its check of roles.
THOROUGH = ("9000",)
JSON = "application/json"

#: For a part of the path or a value of the query.
VALUES = (
    "%00",
    "a%00b",
    "%0d%0aX-Forged:%201",
    "%ED%A0%80",
    "%ff%fe",
    "x" * 3000,
    "9" * 30,
    "NaN",
    "..%2f..%2fadmin",
    "0001-01-01T00:00:00+14:00",
)
#: Of other lists, forged and broken.
_FORGED: tuple[Any, ...] = (
    ["2026-03-01T00:00:00+00:00", 1],
    ["2026-03-01T00:00:00+00:00", "01a22480-8d0e-74b3-a1aa-c063f40b66d4"],
    ["x", None],
    [10**30, 10**30],
    {"a": "\x00"},
    "\x00",
    [],
)
CURSORS = (
    *(base64.urlsafe_b64encode(json.dumps(each).encode()).decode() for each in _FORGED),
    "%00",
    "====",
    "x" * 5000,
)
BODIES: tuple[tuple[bytes, str], ...] = (
    (b"", JSON),
    (b"\x00", JSON),
    (b"null", JSON),
    (b"[]", JSON),
    (b"{", JSON),
    (b'{"a":' * 3000, JSON),
    (b"[" * 20_000, JSON),
    (b'{"\\u0000": "\\u0000"}', JSON),
    (b'{"version": 1e400}', JSON),
    (b'{"version": ' + b"9" * 5000 + b"}", JSON),
    (b"\xff\xfe{", JSON),
    (b"a=1&b=%00", "application/x-www-form-urlencoded"),
    (
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
        "multipart/form-data; boundary=x",
    ),
    (b"--x\r\n", "multipart/form-data; boundary=x"),
    (b"x", "multipart/form-data"),
    (b"x", "text/plain; charset=nonsense"),
    (b"x", "\xe9/\xe9"),
)


def _paths(path: str, operation: dict[str, Any]) -> Iterator[str]:
    """The address with each hostile value in each of its places, the others being harmless."""
    names = re.findall(r"{(\w+)}", path)
    kinds = {each["name"]: each["schema"] for each in operation.get("parameters", ())}

    def filled(hostile: str = "", value: str = "") -> str:
        def one(found: re.Match[str]) -> str:
            return value if found[1] == hostile else _harmless(kinds.get(found[1], {}))

        return re.sub(r"{(\w+)}", one, path)

    for name in names:
        yield from (filled(name, value) for value in VALUES)
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "query":
            values = (*VALUES, *CURSORS) if parameter["name"] == "cursor" else VALUES
            yield from (f"{filled()}?{parameter['name']}={value}" for value in values)
    yield filled() + "?" + "a=" * 500
    yield filled() + "/" + "y" * 3000


def _harmless(schema: dict[str, Any]) -> str:
    if schema.get("format") == "uuid":
        return "01a22480-8d0e-74b3-a1aa-c063f40b66d4"
    return "1"


def _hostile_bodies(operation: dict[str, Any]) -> Iterator[tuple[bytes, str]]:
    yield from BODIES
    content = operation.get("requestBody", {}).get("content", {}).get(JSON)
    if content is None:
        return
    schema = content["schema"]
    if "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    names = list(schema.get("properties", {}))
    values: tuple[Any, ...] = (
        "\x00",
        "a\x00b",
        "\ud800",
        "x" * 20_000,
        -1,
        10**40,
        [],
        {},
        None,
        [[[]]],
        {"\x00": "\x00"},
    )
    for value in values:
        yield json.dumps(dict.fromkeys(names, value)).encode(), JSON


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=IDS)
def test_no_operation_answers_500(
    method: str, path: str, operation: dict[str, Any], login: Callable[..., Client]
) -> None:
    broken: list[tuple[str, str, bytes]] = []
    for number in PEOPLE:
        client = login(number) if number else Client()
        client.raise_request_exception = False
        asked_for = list(_paths(path, operation))
        for asked in asked_for if number in THOROUGH else asked_for[::40]:
            answer = client.generic(method.upper(), asked, b"{}", JSON)
            if answer.status_code >= 500:
                broken.append((number, asked[:200], b""))
        if method == "get":
            continue
        plain = re.sub(r"{(\w+)}", "1", path)
        bodies = list(_hostile_bodies(operation))
        for body, kind in bodies if number in THOROUGH else bodies[::12]:
            answer = client.generic(method.upper(), plain, body, kind)
            if answer.status_code >= 500:
                broken.append((number, kind, body[:80]))
    assert not broken
