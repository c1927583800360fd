"""Every write and every sensitive read leaves its row in the audit trail: who, what, from where."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import uuid_utils.compat
from django.conf import settings
from django.test import Client
from django.utils import timezone

from lianxin.api.root import api
from lianxin.calendars.actions import CalendarDraft, make_calendar, set_day
from lianxin.calls.models import Recording
from lianxin.cases.actions import Draft, open_case
from lianxin.cases.intake import open_from_recording
from lianxin.cases.replies import draft_reply
from lianxin.centres.access import Actor
from lianxin.centres.alarms import raise_alarm
from lianxin.centres.isolation import scope
from lianxin.centres.logins import open_login
from lianxin.centres.models import Alarm, AuditEntry, Centre
from lianxin.flows.actions import publish
from lianxin.flows.default import template
from lianxin.lines.actions import open_line
from lianxin.notices.choices import NAMES, SHIPPED
from lianxin.polls.models import Poll
from lianxin.queues.actions import open_queue, set_members
from lianxin.rules.hours import Day
from lianxin.speech import engine
from tests.apps import (
    factor_operations,
    flow_operations,
    line_operations,
    people_operations,
    prompt_operations,
    service_operations,
)

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]

#: What each operation of the API writes into the trail; None: it changes and betrays nothing.
OPERATIONS: dict[str, str | None] = {
    "health": None,
    "list_centres": None,
    "sign_in": "session.opened",
    "read_session": None,
    "sign_out": "session.closed",
    "change_password": "person.password_changed",
    "list_own_logins": None,
    "end_own_login": "session.ended",
    "live_ticket": None,
    "list_calls": None,
    "read_call": None,
    "list_places": None,
    "list_not_ready": None,
    "dispose_call": "call.disposition_given",
    "look_up_caller": "caller.opened",
    "read_audio": "recording.listened",
    "list_messages": None,
    "list_cases": None,
    "open_case": "case.opened",
    "read_case": "case.viewed",
    "change_case": "case.changed",
    "move_case": "case.changed",
    "issue_code": "case.code_issued",
    "draft_reply": "case.reply_drafted",
    "approve_reply": "case.reply_approved",
    **people_operations.OPERATIONS,
    **factor_operations.OPERATIONS,
    "list_audit": None,
    "list_alarms": None,
    "search": None,
    "clear_alarm": "alarm.cleared",
    **flow_operations.OPERATIONS,
    **service_operations.OPERATIONS,
    **line_operations.OPERATIONS,
    **prompt_operations.OPERATIONS,
}

#: Kinds of things that no name is kept of: their key says all, or is of nothing that is named.
NAMELESS = {"alarm", "phone", "notice_template", "notice_rule"}

PASSWORD = "lianxin-demo"
_READ = {"version": 2}


@dataclass
class Things:
    """What the operations are tried on."""

    case: str
    answered: str  # a case whose reply is drafted
    recording: str
    call: str
    alarm: int
    day: int
    scenario: int
    person: int
    login: int  # of 8003, in another browser
    lost: int  # 8003


@pytest.fixture
def things(who: Callable[[str], Actor], recorded: Callable[..., Recording]) -> Things:
    reader = who("9100")
    case, _ = open_case(reader, Draft(type="help", title="x", secrecy="confidential"))
    answered, _ = open_case(who("8001"), Draft(type="help", title="x"))
    draft_reply(who("8001"), answered.pk, 1, "y", "zh")
    recording = recorded("mailbox")
    scenario = flow_operations.prepare(who("9000"))
    service_operations.prepare(who("9000"))
    admin = who("9000")
    prompt_operations.prepare(admin)
    make_calendar(admin, "hours", CalendarDraft("工作时间"))
    day = set_day(admin, "hours", Day(date(2026, 3, 3), "special", "x"))
    with reader.scope():
        raise_alarm(reader.centre, "recording.mismatch", "recording", recording.pk)
        alarm = Alarm.objects.get().pk
    cases = (str(case.pk), str(answered.pk))
    heard = (str(recording.pk), str(recording.call_id))
    login = open_login(who("8003"), "").pk
    factor_operations.prepare(who)
    people = who("8002").person, login, who("8003").person
    return Things(*cases, *heard, alarm, day.pk, scenario, *people)


def requests(things: Things) -> dict[str, tuple[str, str, str, Any]]:
    """Number of who asks, method, path and body for each operation."""
    login = {"centre": "shifan", "number": "8001", "password": PASSWORD}
    case = f"/api/cases/{things.case}"
    return {
        "health": ("", "GET", "/api/health", None),
        "list_centres": ("", "GET", "/api/centres", None),
        "sign_in": ("", "POST", "/api/session", login),
        "read_session": ("8001", "GET", "/api/session", None),
        "sign_out": ("8001", "DELETE", "/api/session", None),
        "change_password": (
            "8002",
            "POST",
            "/api/session/password",
            {"old": PASSWORD, "new": "regen-teich-47"},
        ),
        "list_own_logins": ("8001", "GET", "/api/session/logins", None),
        "end_own_login": ("8003", "DELETE", f"/api/session/logins/{things.login}", None),
        "live_ticket": ("8001", "POST", "/api/session/live-ticket", None),
        "list_calls": ("8001", "GET", "/api/calls", None),
        "read_call": ("8001", "GET", f"/api/calls/{uuid_utils.compat.uuid7()}", None),
        "dispose_call": (
            "8001",
            "PUT",
            f"/api/calls/{things.call}/disposition",
            {"disposition": "silent"},
        ),
        "list_places": ("8001", "GET", f"/api/calls/{things.call}/places", None),
        "list_not_ready": ("8100", "GET", "/api/agents/not-ready?day=2026-03-02", None),
        "look_up_caller": ("8001", "POST", "/api/callers/look-up", {"phone": "13800000001"}),
        "read_audio": ("9100", "GET", f"/api/recordings/{things.recording}/audio", None),
        "list_messages": ("9100", "GET", "/api/messages", None),
        "list_cases": ("9100", "GET", "/api/cases", None),
        "open_case": ("8001", "POST", "/api/cases", {"type": "help", "title": "x"}),
        "read_case": ("9100", "GET", case, None),
        "change_case": ("9100", "PATCH", case, {"version": 1, "title": "y"}),
        "move_case": ("9100", "POST", f"{case}/events", {"version": 1, "event": "closed"}),
        "issue_code": ("9100", "POST", f"{case}/code", None),
        "draft_reply": ("9100", "PUT", f"{case}/reply", {"version": 1, "text": "y"}),
        "approve_reply": ("8100", "POST", f"/api/cases/{things.answered}/reply/approval", _READ),
        "list_audit": ("9000", "GET", "/api/audit", None),
        "list_alarms": ("9000", "GET", "/api/alarms", None),
        "search": ("8100", "GET", "/api/search?q=138", None),
        "clear_alarm": ("9000", "POST", f"/api/alarms/{things.alarm}/clear", None),
        **people_operations.requests(things.person),
        **factor_operations.requests(things.person, things.lost, PASSWORD),
        **flow_operations.requests(things.scenario),
        **service_operations.REQUESTS,
        **line_operations.requests(things.day),
        **prompt_operations.requests(),
    }


def named(entry: AuditEntry) -> bool:
    """Whether the entry keeps what its object was called."""
    return f"{entry.object_type}:{entry.object_id}" in (entry.names or {})


def _json(body: Any) -> str:
    return "" if body is None else json.dumps(body)


def trail(centre: int) -> list[AuditEntry]:
    with scope(centre):
        return list(AuditEntry.objects.select_related("person").order_by("pk"))


def test_the_table_knows_every_operation() -> None:
    paths = api.get_openapi_schema(path_prefix="/api/")["paths"].values()
    assert {each["operationId"] for path in paths for each in path.values()} == set(OPERATIONS)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_operation_leaves_its_row(
    centre: Centre,
    login: Login,
    things: Things,
    operation: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings, "LOOK_UP_HOSTS", ["198.51.100.1"])
    monkeypatch.setattr(engine, "available", lambda: True)  # what speaks is an extra
    number, method, path, body = requests(things)[operation]
    client = login(number) if number else Client()
    before = len(trail(centre.pk))
    data, kind = body if isinstance(body, tuple) else (_json(body), "application/json")
    answer = client.generic(method, path, data, content_type=kind)
    assert answer.status_code < 500
    new = trail(centre.pk)[before:]
    assert [entry.action for entry in new] == (
        [OPERATIONS[operation]] if OPERATIONS[operation] else []
    )
    for entry in new:
        assert entry.person is not None
        assert entry.person.number == (number or "8001")
        assert (entry.address, bool(entry.object_id)) == ("127.0.0.1", True)
        assert named(entry) or entry.object_type in NAMELESS
        both = entry.data.get("before"), entry.data.get("after")
        if isinstance(both[0], dict) and isinstance(both[1], dict):
            same = [name for name, value in both[1].items() if both[0].get(name) == value]
            assert (same, both[0].keys()) == ([], both[1].keys())


@pytest.mark.parametrize(
    ("action", "number", "path", "change", "expected"),
    [
        (
            "centre.changed",
            "9900",
            "/api/platform/centres/shifan",
            {"version": 1, "quotas": {"agents": 40}, "functions_off": []},
            ({"quota_agents": None}, {"quota_agents": 40}),
        ),
        (
            "poll.changed",
            "8100",
            "/api/polls/park",
            {"code": "garden", "version": 1},
            ({"code": "park"}, {"code": "garden"}),
        ),
        (
            "notice.template_written",
            "9200",
            "/api/notices/templates/message",
            {"version": 0, "name": NAMES["message"], "texts": {"zh": "改过"}},
            ({"texts": SHIPPED["message"]}, {"texts": {"zh": "改过"}}),
        ),
        (
            "notice.gateway_set",
            "9000",
            "/api/notices/gateway",
            {"version": 0, "connection": "park"},
            ({"connection": ""}, {"connection": "park"}),
        ),
    ],
)
def test_a_change_names_what_is_otherwise_and_nothing_else(
    centre: Centre,
    login: Login,
    things: Things,
    action: str,
    number: str,
    path: str,
    change: dict[str, Any],
    expected: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    client = login(number)
    if action == "poll.changed":
        poll = client.get(path).json()["poll"]
        fields = ("title", "opens_at", "closes_at", "withheld", "questions")
        choices = [{"key": key, "text": text} for key, text in (("1", "好"), ("2", "不好"))]
        poll["questions"] = [{"code": "q1", "text": "一", "multiple": False, "choices": choices}]
        with scope(centre.pk):
            as_read = {name: poll[name] for name in ("opens_at", "closes_at", "questions")}
            Poll.objects.filter(code="park").update(**as_read)
        change = {**{name: poll[name] for name in fields}, **change}
    method = "PATCH" if action == "centre.changed" else "PUT"
    answer = client.generic(method, path, json.dumps(change), content_type="application/json")
    assert answer.status_code == 200, answer.content
    entry = trail(centre.pk)[-1]
    assert entry.action == action
    assert (entry.data["before"], entry.data["after"]) == expected


def test_who_changes_nothing_leaves_no_row(login: Login, things: Things, centre: Centre) -> None:
    client = login("9100")
    before = len(trail(centre.pk))
    path = f"/api/cases/{things.case}"
    change = json.dumps({"version": 1, "title": "x"})
    assert client.patch(path, change, content_type="application/json").status_code == 200
    assert len(trail(centre.pk)) == before


def test_a_refused_login_is_noted_with_its_address(centre: Centre) -> None:
    body = json.dumps({"centre": "shifan", "number": "8001", "password": "x"})
    Client().post("/api/session", body, content_type="application/json")
    entry = trail(centre.pk)[-1]
    told = (entry.action, entry.person, entry.object_id, entry.address)
    assert told == ("session.refused", None, "8001", "127.0.0.1")


def test_citizens_leave_rows_of_nobody(centre: Centre) -> None:
    call, recording = uuid_utils.compat.uuid7(), uuid_utils.compat.uuid7()
    opened = open_from_recording(centre.pk, call, recording, "report", timezone.now())
    code = opened.code or ""
    before = len(trail(centre.pk))
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    for each in (wrong, code):
        Client().post("/query", {"number": opened.number, "code": each})
    Client().post("/portal/call-ticket")
    new = trail(centre.pk)[before - 1 :]
    actions = ["case.opened", "case.code_refused", "case.told", "web_call.granted"]
    assert [entry.action for entry in new] == actions
    assert {entry.person for entry in new} == {None}
    assert {entry.address for entry in new[1:]} == {"127.0.0.1"}


def test_administration_leaves_its_rows(centre: Centre, who: Callable[[str], Actor]) -> None:
    admin = who("9000")
    before = len(trail(centre.pk))
    open_queue(admin, "night", "夜班")
    set_members(admin, "night", ["8001"])
    publish(admin, "night", "夜班流程", template())
    open_line(admin, "12399", "夜班", "night")
    new = trail(centre.pk)[before:]
    actions = ["queue.opened", "queue.members_set", "flow.published", "line.opened"]
    assert [entry.action for entry in new] == actions
    assert {entry.person_id for entry in new} == {admin.person}


def test_a_missing_file_is_an_alarm_that_an_administrator_clears(
    login: Login, recorded: Callable[..., Recording]
) -> None:
    row = recorded()
    (settings.ENV.store / row.path).unlink()
    answer = login("8001").get(f"/api/recordings/{row.pk}/audio")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "recording.file_missing")
    admin = login("9000")
    (standing,) = admin.get("/api/alarms", {"cleared": "false"}).json()["items"]
    assert (standing["code"], standing["object_id"]) == ("recording.mismatch", str(row.pk))
    path = f"/api/alarms/{standing['id']}/clear"
    cleared = [admin.post(path).json()["cleared_by"]["number"] for _ in range(2)]
    assert cleared == ["9000", "9000"]
    assert admin.get("/api/alarms", {"cleared": "false"}).json()["total"] == 0
    noted = admin.get("/api/audit", {"action": "alarm.cleared"}).json()["items"]
    assert [entry["data"]["about"] for entry in noted] == [f"recording {row.pk}"]
    assert login("8100").post(path).status_code == 403
