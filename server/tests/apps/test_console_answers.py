"""What the console reads, kept for its own tests: its forms are opened on real answers.

``LIANXIN_WRITE_ANSWERS=1 ./dev test server/tests/apps/test_console_answers.py`` writes them anew.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lianxin.centres.access import Actor
from lianxin.demo import services
from lianxin.faxes import outbox
from lianxin.faxes.models import Fax
from lianxin.notices.models import Notice
from lianxin.polls.models import Poll
from lianxin.rules import case_number
from lianxin.speech import engine
from tests.apps.facts import told
from tests.sound_files import tone

pytestmark = pytest.mark.django_db

KEPT = Path(__file__).parents[3] / "web/apps/console/tests/answers"
WRITES = os.environ.get("LIANXIN_WRITE_ANSWERS") == "1"

# File name -> what is asked for, as the administrator of the made-up city unless it is said.
READ = {
    "session": "/api/session",
    "second-factor": "/api/session/second-factor",
    "knowledge": "/api/knowledge",
    "knowledge-entry": "/api/knowledge/guide",
    "connections": "/api/connections",
    "poll": f"/api/polls/{services.POLL}",
    "gateway": "/api/notices/gateway",
    "templates": "/api/notices/templates",
    "notice-rules": "/api/notices/rules",
    "lines": "/api/lines",
    "queues": "/api/queues",
    "dispositions": "/api/dispositions",
    "calendars": "/api/calendars",
    "calendar": "/api/calendars/office?year=2026",
    "flows": "/api/flows?limit=100",
    "prompt": "/api/prompts/lunch_break",
    "answer": "/api/lines/answer?number=12345&at=2026-03-02T01:00:00Z",
    "centres": "/api/platform/centres",
    "people": "/api/people",
    "powers": "/api/people/powers",
}

TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$")
UUID_TEXT = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
CASE_NUMBER = re.compile(rf"^\d{{{case_number.LENGTH}}}$")
QUERY_CODE = re.compile(r"^\d{6}$")
DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
MOMENT = "2026-03-02T01:00:00Z"
ONE = {"csrf": "token", "person": 1, "open": True, "until": None}
JSON = "application/json"

NEW_FLOW = {"code": "duty", "name": "值班流程", "template": "night"}
TRIED = {"line": "12345", "caller": "13800000001", "at": "2026-03-02T23:00:00+08:00"}

NEW_CASE = {
    "type": "complaint",
    "title": "路灯不亮",
    "content": "和平路三盏路灯不亮，三天了。",
    "citizen_name": "陈女士",
    "phone": "13800000001",
    "address": "和平路 12 号",
}
REPLIES = ("已派人到现场查看。", "三盏路灯已经修好。")
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


@pytest.fixture
def outboxes(who: Callable[[str], Actor]) -> None:
    """A fax and a notice that wait, and one of each that failed; the later ones come first."""
    me = who("9000")
    for place, state in enumerate(("failed", "waiting")):
        at = AT + timedelta(minutes=place)
        notice = {"way": "sms", "to": "13800000001", "template": "case_opened", "number": "x"}
        told(me, "notice", notice, "13800000001", at)
        wanted = outbox.Wanted(
            centre=me.centre,
            key=state,
            number="01088881234",
            caller="13800000001",
            line="12345",
            title="居住证办理",
            body="带身份证办理。",
            language="zh",
            call=uuid4(),
            at=at,
        )
        with me.scope():
            assert outbox.put(wanted) is None
    with me.scope():
        ended = {"call": str(uuid4()), "at": MOMENT, "end": "busy", "error": "", "pages": 0}
        failed = {"state": "failed", "tries": 1}
        Fax.objects.filter(created_at=AT).update(attempts=[ended], last_error="busy", **failed)
        first = Notice.objects.order_by("created_at", "pk")[:1].values("pk")
        Notice.objects.filter(pk__in=first).update(last_error="timeout", **failed)


@pytest.mark.parametrize("name", READ)
def test_the_console_is_tested_on_what_the_api_answers(
    page: Client, login: Callable[..., Client], name: str
) -> None:
    reader = login("9900") if name == "centres" else page  # the platform's operator
    answer = reader.get(READ[name])
    assert answer.status_code == 200, answer.content
    _holds(name, answer.json())


@pytest.mark.parametrize("name", ["faxes", "notices"])
def test_the_console_is_tested_on_what_outboxes_give(
    page: Client, outboxes: None, name: str
) -> None:
    answer = page.get(f"/api/{name}")
    assert answer.status_code == 200, answer.content
    _holds(name, answer.json())


def test_the_console_is_tested_on_the_answers_about_a_case(login: Callable[..., Client]) -> None:
    page = login("8100")  # a supervisor: administrators do no casework
    answer = page.post("/api/cases", NEW_CASE, content_type=JSON)
    assert answer.status_code == 201, answer.content
    _holds("case-opened", answer.json())
    case = answer.json()["case"]
    path = f"/api/cases/{case['id']}"
    first, second = REPLIES
    drafted = page.put(f"{path}/reply", {"version": 1, "text": first}, content_type=JSON)
    _holds("case", drafted.json())
    approved = page.post(f"{path}/reply/approval", {"version": 2}, content_type=JSON)
    assert approved.status_code == 200, approved.content
    page.put(f"{path}/reply", {"version": 3, "text": second}, content_type=JSON)
    _holds("case-replied", page.get(path).json())


def test_the_console_is_tested_on_the_answers_about_a_person(page: Client) -> None:
    """Somebody who is taken on."""
    new = {"number": "8004", "name": "新话务员", "roles": ["agent"], "expires_on": "2099-12-31"}
    made = page.post("/api/people", new, content_type=JSON)
    assert made.status_code == 201, made.content
    text = "工号,姓名,电话,角色\n8005,甲,1380,坐席\n8001,乙,1381,局长\n"
    seen = page.post("/api/people/import/preview", {"text": text}, content_type=JSON)
    _holds("people-preview", seen.json())
    _holds("person-made", {**made.json(), "password": "k3mw-9qfd-x7ra"})
    _holds("person", page.get(f"/api/people/{made.json()['person']['id']}").json())


def test_the_console_is_tested_on_what_a_poll_that_is_over_gives(
    page: Client, who: Callable[[str], Actor]
) -> None:
    with who("9000").scope():
        Poll.objects.filter(code=services.POLL).update(
            opens_at=AT - timedelta(days=1), closes_at=AT
        )
    answer = page.get(f"/api/polls/{services.POLL}/results")
    assert answer.status_code == 200, answer.content
    _holds("poll-results", answer.json())


def test_the_console_is_tested_on_the_answers_about_a_flow(page: Client) -> None:
    """One that is drawn, tried, published twice, and drawn on by two people at once."""
    path = "/api/flows/duty"
    made = page.post("/api/flows", NEW_FLOW, content_type=JSON)
    assert made.status_code == 201, made.content
    _holds("flow", made.json())
    _holds("flow-vocabulary", page.get("/api/flows/vocabulary").json())
    _holds("flow-scenarios", page.get(f"{path}/scenarios").json())
    _holds("flow-run", page.post(f"{path}/scenarios/run", {}, content_type=JSON).json())
    draft = made.json()["draft"]
    tried = {"spec": draft["spec"], "setup": TRIED, "steps": []}
    _holds("flow-simulation", page.post(f"{path}/simulate", tried, content_type=JSON).json())

    def publish(version: int, note: str) -> None:
        published = {"version": version, "note": note, "reason": "演示"}
        done = page.post(f"{path}/publish", published, content_type=JSON)
        assert done.status_code == 201, done.content

    publish(draft["version"], "第一版")
    spec = {**draft["spec"], "languages": ["zh"]}
    drawn = {"version": draft["version"], "spec": spec, "layout": draft["layout"]}
    assert page.put(f"{path}/draft", drawn, content_type=JSON).status_code == 200
    late = page.put(f"{path}/draft", {**drawn, "spec": draft["spec"]}, content_type=JSON)
    assert late.status_code == 409, late.content
    _holds("flow-conflict", late.json())
    publish(draft["version"] + 1, "改了问候")
    _holds("flow-versions", page.get(f"{path}/versions").json())


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

    Moments, query codes and the token are made one; row ids and the numbers of cases become
    places in their list; lists of things with a code are put in its order.
    """
    match value:
        case dict():
            return {key: _stable_field(key, each, number) for key, each in value.items()}
        case [{"code": _}, *_]:
            return _numbered(sorted(value, key=lambda each: each["code"]))
        case list():
            return _numbered(value)
        case str():
            return _stable_text(value, number)
        case _:
            return value


def _stable_field(key: str, value: Any, number: int) -> Any:
    one = {**ONE, **SOUND}
    if key in one:
        return one[key]
    if isinstance(value, str):
        return _stable_text(value, number)
    return number if key == "id" and isinstance(value, int) else _stable(value)


def _stable_text(value: str, number: int) -> str:
    if TIME.match(value):
        return MOMENT
    if UUID_TEXT.match(value):
        return str(UUID(int=number))
    if CASE_NUMBER.match(value):
        return case_number.build(value[:4], DAY, number)
    return "041751" if QUERY_CODE.match(value) else value


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
