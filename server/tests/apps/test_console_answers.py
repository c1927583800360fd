"""What the console reads, kept for its own tests: its forms are opened on real answers.

``LIANXIN_WRITE_ANSWERS=1 ./dev test server/tests/apps/test_console_answers.py`` writes them anew.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lianxin.centres.access import Actor
from lianxin.demo import services
from lianxin.speech import engine
from tests.sound_files import tone

pytestmark = pytest.mark.django_db

KEPT = Path(__file__).parents[3] / "web/apps/console/tests/answers"
WRITES = os.environ.get("LIANXIN_WRITE_ANSWERS") == "1"

# File name -> what is asked for, as the administrator of the made-up city unless it is said.
READ = {
    "session": "/api/session",
    "knowledge": "/api/knowledge",
    "knowledge-entry": "/api/knowledge/guide",
    "connections": "/api/connections",
    "poll": f"/api/polls/{services.POLL}",
    "gateway": "/api/notices/gateway",
    "templates": "/api/notices/templates",
    "lines": "/api/lines",
    "calendars": "/api/calendars",
    "calendar": "/api/calendars/office?year=2026",
    "flows": "/api/flows?limit=100",
    "prompt": "/api/prompts/lunch_break",
    "answer": "/api/lines/answer?number=12345&at=2026-03-02T01:00:00Z",
    "centres": "/api/platform/centres",
}

TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$")
MOMENT = "2026-03-02T01:00:00Z"
ONE = {"csrf": "token", "person": 1, "open": True, "until": None}
#: What the sound libraries of the day make of a tone, and the room that all of it takes.
SOUND = {"level": -20.0, "peaks": [0, 40, 100, 60, 0], "used": 1048576}


# What the made-up city does not have from the start.
MADE: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "/api/connections",
        {
            "code": "water",
            "name": "水务",
            "kind": "http",
            "base_url": "https://water.example/api",
            "headers": [{"name": "X-Key", "value": "s3cret", "secret": True}],
        },
    ),
    (
        "/api/connections",
        {
            "code": "permits",
            "name": "审批库",
            "kind": "postgresql",
            "host": "water.example",
            "port": 5432,
            "database": "permits",
            "user": "reader",
            "password": "s3cret",
            "queries": [
                {"code": "due", "sql": "SELECT due FROM permit WHERE number = %(number)s"},
            ],
        },
    ),
    (
        "/api/calendars",
        {"code": "office", "name": "办公时间", "week": {"mon": [["09:00", "12:00"]]}},
    ),
    ("/api/prompts", {"code": "lunch_break", "name": "午休", "texts": {"zh": "现在是午休时间。"}}),
)


@pytest.fixture
def page(
    login: Callable[..., Client],
    who: Callable[[str], Actor],
    monkeypatch: pytest.MonkeyPatch,
) -> Client:
    """The administrator of a city that has one of everything with a form."""
    monkeypatch.setattr(settings, "LOOK_UP_HOSTS", ["water.example"])
    with who("9000").scope():
        services.load(who("9000"))
    browser = login("9000")
    for path, body in MADE:
        answer = browser.post(path, body, content_type="application/json")
        assert answer.status_code == 201, answer.content
    return browser


@pytest.mark.parametrize("name", READ)
def test_the_console_is_tested_on_what_the_api_answers(
    page: Client, login: Callable[..., Client], name: str
) -> None:
    reader = login("9900") if name == "centres" else page  # the platform's operator
    answer = reader.get(READ[name])
    assert answer.status_code == 200, answer.content
    _holds(name, answer.json())


def _holds(name: str, answer: Any) -> None:
    """The answer that is kept under ``name`` is still what the API gives."""
    found = _stable(answer)
    file = KEPT / f"{name}.json"
    if WRITES:
        file.parent.mkdir(exist_ok=True)
        text = json.dumps(found, ensure_ascii=False, indent=2, sort_keys=True)
        file.write_text(text + "\n", "utf-8")
    assert json.loads(file.read_text("utf-8")) == found


def _stable(value: Any, number: int = 1) -> Any:
    """The same answer on every day and in every database.

    Moments and the token are made one, row ids become places in their list; lists of things with
    a code are put in its order.
    """
    match value:
        case dict():
            one = {**ONE, **SOUND}
            if isinstance(value.get("id"), int):  # a voice has a name for its id
                one["id"] = number
            return {key: one.get(key, _stable(each)) for key, each in value.items()}
        case [{"code": _}, *_]:
            return _numbered(sorted(value, key=lambda each: each["code"]))
        case list():
            return _numbered(value)
        case str() if TIME.match(value):
            return MOMENT
        case _:
            return value


def _numbered(rows: list[Any]) -> list[Any]:
    return [_stable(each, number) for number, each in enumerate(rows, 1)]


@pytest.fixture
def sounds() -> Iterator[None]:
    yield
    for file in settings.ENV.sounds.glob("*/*/lunch_break.*"):
        file.unlink()


def test_the_console_is_tested_on_the_answers_about_sounds(
    page: Client, monkeypatch: pytest.MonkeyPatch, sounds: None
) -> None:
    """A prompt of two versions, of which the first is heard; where an engine is installed."""
    monkeypatch.setattr(engine, "available", lambda: True)
    path = "/api/prompts/lunch_break"
    for text in ("现在是午休时间。", "午休到两点。"):
        form = {"file": SimpleUploadedFile("sound", tone()), "source": "upload", "text": text}
        assert page.post(f"{path}/zh/audio", form).status_code == 201
    chosen = page.put(f"{path}/zh/current", {"number": 1}, content_type="application/json")
    assert chosen.status_code == 200, chosen.content
    _holds("prompt-heard", chosen.json())
    _holds("prompt-studio", page.get("/api/prompt-studio").json())
