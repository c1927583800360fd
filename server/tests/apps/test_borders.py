"""Nobody reads a row of another centre, or above their clearance, by any route."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from lianxin.api.root import api
from lianxin.calendars.actions import CalendarDraft, make_calendar, set_day
from lianxin.calls.models import Call, Recording
from lianxin.cases.actions import Draft, open_case
from lianxin.cases.models import Case
from lianxin.centres.alarms import raise_alarm
from lianxin.centres.isolation import scope
from lianxin.centres.logins import open_login
from lianxin.centres.models import Alarm, AuditEntry
from lianxin.flows.authoring.checks import Checks
from lianxin.flows.drafting import NewFlow, create
from lianxin.rules.hours import Day
from tests.apps import prompt_operations, service_operations
from tests.apps.conftest import looked_up, who_is

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]

ROUTES = [
    (method.upper(), path)
    for path, methods in api.get_openapi_schema(path_prefix="/api/")["paths"].items()
    for method in methods
]
PUBLIC = {
    ("GET", "/api/centres"),
    ("GET", "/api/session"),
    ("POST", "/api/session"),
    ("GET", "/api/health"),
}


#: What must be right before anybody looks whose it is.
BODIES = {
    "/api/calls/{call_id}/disposition": '{"disposition": null}',
    "/api/people/{person_id}/active": '{"version": 1, "on": false}',
    "/api/people/{person_id}/password": '{"version": 1}',
    "/api/people/{person_id}/second-factor/reset": '{"version": 1}',
    "/api/people/{person_id}/second-factor/reset/withdrawal": '{"version": 1}',
    "/api/people/{person_id}": '{"version": 1, "number": "8009", "name": "x"}',
    "/api/cases/{case_id}/events": '{"version": 1, "event": "closed"}',
    "/api/cases/{case_id}/reply": '{"version": 1, "text": "x"}',
    "/api/cases/{case_id}/reply/approval": '{"version": 1}',
}


@pytest.fixture
def theirs(recorded: Callable[..., Recording]) -> dict[str, str]:
    """A call, a recording and a case of the other centre, and what would betray them."""
    recording = recorded("complaint", code="shixian")
    draft = Draft(type="help", title="邻县秘密", phone="13900000009", call=recording.call_id)
    case, _ = open_case(who_is("shixian", "8001"), draft)
    admin = who_is("shixian", "9000")
    make_calendar(admin, "secret", CalendarDraft("邻县秘密"))
    day = set_day(admin, "secret", Day(date(2026, 3, 3), "special", "邻县秘密"))
    with scope(recording.centre_id):
        raise_alarm(recording.centre_id, "recording.mismatch", "recording", recording.pk)
        alarm = Alarm.objects.get()
    create(admin, NewFlow("secret", "邻县秘密", template="article"), Checks())
    service_operations.prepare(admin, "secret", "邻县秘密")
    prompt_operations.prepare(admin, "secret", "邻县秘密")
    return {
        "notice_id": str(service_operations.NOTICE),
        "fax_id": str(service_operations.FAILED_FAX),
        "code": "secret",
        "language": "zh",
        "number": "1",
        "scenario_id": "1",
        "call_id": str(recording.call_id),
        "recording_id": str(recording.pk),
        "case_id": str(case.pk),
        "alarm_id": str(alarm.pk),
        "person_id": str(admin.person),
        "phone": "13900000009",
        "line": "12346",
        "calendar": "secret",
        "day_id": str(day.pk),
        "login_id": str(open_login(admin, "").pk),
        "centre": "shixian",
        "queue": "secret",
        "disposition": "secret",
        "event": "closed",
        "way": "sms",
    }


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_no_route_without_a_login(db: None, method: str, path: str) -> None:
    keys = r"\{(phone|alarm_id|number|scenario_id|day_id|person_id|login_id)\}"
    filled = re.sub(keys, "1", path)
    answer = Client().generic(method, re.sub(r"\{\w+\}", _ANY, filled), "{}")
    if (method, path) in PUBLIC:
        assert answer.status_code in (200, 204, 422)
    else:
        assert answer.status_code == 401


_ANY = "00000000-0000-7000-8000-000000000000"


@pytest.mark.parametrize("number", ["8001", "8100", "9000", "9100"])
@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_no_route_shows_another_centre(
    login: Login, theirs: dict[str, str], method: str, path: str, number: str
) -> None:
    filled = path.format_map(theirs)
    body = BODIES.get(path, '{"version": 1, "title": "x"}' if method == "PATCH" else "{}")
    answer = login(number).generic(method, filled, body, content_type="application/json")
    shown = b"".join(answer) if answer.streaming else answer.content
    text = shown.decode()
    assert "邻县秘密" not in text
    assert theirs["call_id"] not in text
    assert theirs["recording_id"] not in text
    keys = r"\{(call|recording|case|alarm|day|fax|person|login)_id\}"
    if re.search(rf"{keys}|\{{line\}}|\{{calendar\}}|flows/\{{code\}}", path):
        unread = {"{code}", "{line}", "{calendar}"}  # the body is looked at first
        invalid = {422} if any(name in path for name in unread) else set()
        assert answer.status_code in {403, 404} | invalid


#: Who may hear what of their own centre; 8001 answered the call.
HEARS = {
    "conversation": {"8001", "8100"},
    # Whoever may make a case of a message may hear it.
    "complaint": {"8001", "8002", "8100"},
    "report": {"8001", "8002", "8100"},
    "message": {"8001", "8002", "8100"},
    "fallback": {"8001", "8002", "8100"},
    "mailbox": {"9100"},
}


@pytest.mark.parametrize("kind", HEARS)
@pytest.mark.parametrize("number", ["8001", "8002", "8100", "9000", "9100"])
def test_who_hears_what(
    login: Login, recorded: Callable[..., Recording], kind: str, number: str
) -> None:
    recording = recorded(kind)
    answer = login(number).get(f"/api/recordings/{recording.pk}/audio")
    allowed = number in HEARS[kind]
    closed = kind == "mailbox"  # nobody else may know of it
    assert answer.status_code == (200 if allowed else 404 if closed else 403)
    with scope(recording.centre_id):
        notes = AuditEntry.objects.filter(action="recording.listened")
        assert notes.count() == (1 if allowed else 0)
    call = login(number).get(f"/api/calls/{recording.call_id}")
    # The call of a letter to the mayor is there for its readers, and for the agent who took it.
    if kind == "mailbox" and number not in ("8001", "9100"):
        assert call.status_code == 404
    else:
        known = [] if closed and not allowed else [allowed]
        assert [item["may_hear"] for item in call.json()["recording_items"]] == known
        assert call.json()["recordings"] == len(known)


@pytest.mark.parametrize("number", ["8001", "8002", "8100", "9000", "9100"])
def test_what_was_talked_in_a_call_of_the_mailbox_is_as_confidential(
    login: Login, recorded: Callable[..., Recording], number: str
) -> None:
    talk = recorded("conversation")
    with scope(talk.centre_id):
        Call.objects.filter(pk=talk.call_id).update(secrecy="confidential")
    allowed = number in ("8001", "9100")  # who talked, and who reads the mailbox
    heard = login(number).get(f"/api/recordings/{talk.pk}/audio")
    assert heard.status_code == (200 if allowed else 404)


def test_a_message_whose_case_was_made_confidential_is_closed_with_it(
    login: Login, recorded: Callable[..., Recording]
) -> None:
    message, agent = recorded("complaint"), login("8002")
    with scope(message.centre_id):
        Call.objects.filter(pk=message.call_id).update(ended_at=message.began_at)
    made = agent.post(
        "/api/cases",
        {"type": "complaint", "title": "x", "call": str(message.call_id)},
        content_type="application/json",
    )
    case = made.json()["case"]
    assert [each["id"] for each in case["recordings"]] == [str(message.pk)]
    heard = f"/api/recordings/{message.pk}/audio"
    assert agent.get(heard).status_code == 200
    with scope(message.centre_id):
        Case.objects.filter(pk=case["id"]).update(secrecy="confidential", secrecy_by=None)
    assert agent.get(heard).status_code == 404
    assert agent.get("/api/messages").json()["items"] == []


def test_a_case_is_filed_only_in_a_call_that_its_agent_may_read(
    login: Login, recorded: Callable[..., Recording]
) -> None:
    """Else its id alone would tell who wrote to the mayor; and the case is as confidential."""
    letter = {"type": "help", "title": "x", "call": str(recorded("mailbox").call_id)}
    for number in ("8002", "8100"):
        refused = login(number).post("/api/cases", letter, content_type="application/json")
        assert (refused.status_code, refused.json()["error"]["code"]) == (422, "case.unknown_call")
    filed = login("8001").post("/api/cases", letter, content_type="application/json")
    case = filed.json()["case"]
    assert (filed.status_code, case["secrecy"], case["phone"]) == (
        201,
        "confidential",
        "13800000001",
    )
    found = {number: login(number).get(f"/api/cases/{case['id']}") for number in ("8002", "9100")}
    assert [answer.status_code for answer in found.values()] == [404, 200]


def test_the_mailbox_is_not_even_listed(login: Login, recorded: Callable[..., Recording]) -> None:
    recorded("mailbox")
    recorded("message")
    for number, kinds in (("8100", ["message"]), ("9100", ["message", "mailbox"])):
        items = login(number).get("/api/messages").json()["items"]
        assert sorted(i["recording"]["kind"] for i in items) == sorted(kinds)


def test_a_recording_without_words_is_no_message(
    login: Login, recorded: Callable[..., Recording]
) -> None:
    """It stands with its call, as every recording does."""
    said, silent = recorded("message"), recorded("message")
    with scope(silent.centre_id):
        Recording.objects.filter(pk=silent.pk).update(lost_reason="no_words")
    items = login("9100").get("/api/messages").json()["items"]
    assert [item["recording"]["id"] for item in items] == [str(said.pk)]
    call = login("9100").get(f"/api/calls/{silent.call_id}").json()
    assert [item["id"] for item in call["recording_items"]] == [str(silent.pk)]


def test_a_recording_that_was_over_in_its_beep_is_none(
    login: Login, recorded: Callable[..., Recording]
) -> None:
    """Nothing was lost: what really was is told apart."""
    beep, lost = recorded("message"), recorded("message")
    with scope(beep.centre_id):
        Recording.objects.update(state="lost", lost_reason="empty", milliseconds=0)
        Recording.objects.filter(pk=beep.pk).update(lost_reason="no_words")
    client = login("9100")
    shown = {
        row.pk: (call["recordings"], [item["state"] for item in call["recording_items"]])
        for row in (beep, lost)
        for call in [client.get(f"/api/calls/{row.call_id}").json()]
    }
    assert shown == {beep.pk: (0, []), lost.pk: (1, ["lost"])}


def test_a_play_is_noted_once_whatever_its_ranges(
    login: Login, recorded: Callable[..., Recording]
) -> None:
    recording, client = recorded(), login("8001")
    path = f"/api/recordings/{recording.pk}/audio"
    whole = client.get(path, headers={"Range": "bytes=0-"})
    part = client.get(path, headers={"Range": "bytes=4-9"})
    tail = client.get(path, headers={"Range": "bytes=-2"})
    assert (whole.status_code, part.status_code, tail.status_code) == (206, 206, 206)
    assert part["Content-Range"] == "bytes 4-9/204"
    assert b"".join(part) == bytes(range(6))
    assert b"".join(tail) == bytes([198, 199])
    assert b"".join(whole)[:4] == b"RIFF"
    beyond = client.get(path, headers={"Range": "bytes=999-"})
    assert (beyond.status_code, beyond.json()["error"]["code"]) == (416, "recording.bad_range")
    with scope(recording.centre_id):
        assert AuditEntry.objects.filter(action="recording.listened").count() == 1


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/api/calls", {"8001", "8100", "9000", "9100"}),
        ("/api/messages", {"8001", "8100", "9000", "9100"}),
        ("/api/people", {"8100", "9000"}),
        ("/api/people/powers", {"8100", "9000"}),
        ("/api/audit", {"9000"}),
        ("/api/alarms", {"9000"}),
        ("/api/lines", {"8100", "9000", "9200"}),
        ("/api/lines/lint", {"8100", "9000", "9200"}),
        ("/api/lines/answer?number=12345", {"8100", "9000", "9200", "9900"}),
        ("/api/calendars", {"8100", "9000", "9200"}),
        ("/api/platform/centres", {"9900"}),
        ("/api/cases", {"8001", "8100", "9100"}),
    ],
)
def test_who_may_open_what(login: Login, path: str, allowed: set[str]) -> None:
    numbers = ["8001", "8100", "9000", "9100", "9200", "9900"]
    answers: dict[str, Any] = {n: login(n).get(path).status_code for n in numbers}
    assert answers == {n: 200 if n in allowed else 403 for n in numbers}


TAKEN, WAITS, NOBODYS = "of another", "of another, with a message", "of nobody"
OTHERS = (403, "case.call_of_others")


@pytest.mark.parametrize("number", ["8001", "8002", "8100", "9100"])
def test_a_case_is_filed_in_a_call_by_those_whose_it_is(
    login: Login, recorded: Callable[..., Recording], number: str
) -> None:
    """Its agents and supervisors: what is confidential closes what was said in it. A message that
    waits is made a case of by whoever finds it, and so is a call that nobody took."""
    calls = {TAKEN: recorded().call, WAITS: recorded("message").call, NOBODYS: recorded().call}
    with scope(calls[TAKEN].centre_id):
        Call.objects.filter(pk=calls[NOBODYS].pk).update(agent=None)
        Call.objects.filter(pk=calls[WAITS].pk).update(ended_at=calls[WAITS].started_at)

    def filed(call: Call) -> tuple[int, str]:
        sheet = {"type": "help", "title": "x", "call": str(call.pk), "secrecy": "confidential"}
        answer = login(number).post("/api/cases", sheet, content_type="application/json")
        return answer.status_code, answer.json().get("error", {}).get("code", "")

    own = (201, "") if number in ("8001", "8100") else OTHERS
    assert {name: filed(call) for name, call in calls.items()} == {
        TAKEN: own,
        WAITS: (201, ""),
        NOBODYS: (201, ""),
    }
    assert filed(calls[WAITS]) == own, "it is made a case of once"


def test_who_may_look_a_caller_up(login: Login) -> None:
    numbers = ["8001", "8100", "9000", "9100", "9200", "9900"]
    answers = {n: looked_up(login(n), "1380").status_code for n in numbers}
    assert answers == {n: 200 if n in {"8001", "8100", "9100"} else 403 for n in numbers}
