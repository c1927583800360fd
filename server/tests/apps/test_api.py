"""The API as a browser uses it."""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lianxin.calls.models import Recording
from lianxin.cases.errors import CodeLocked, WrongCode
from lianxin.cases.status import WRONG_CODES, status_by_number
from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.centres.models import AuditEntry, Centre
from tests.apps.conftest import looked_up

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]
NEW = {
    "type": "complaint",
    "title": "夜间施工噪声",
    "content": "工地夜里施工",
    "phone": "13800000001",
}


def post(client: Client, path: str, body: Any, **headers: str) -> Any:
    return client.post(path, json.dumps(body), content_type="application/json", headers=headers)


def patch(client: Client, path: str, body: Any) -> Any:
    return client.patch(path, json.dumps(body), content_type="application/json")


def opened(client: Client, **changes: Any) -> dict[str, Any]:
    answer = post(client, "/api/cases", {**NEW, **changes})
    assert answer.status_code == 201, answer.content
    body: dict[str, Any] = answer.json()
    return body


def error(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


# --- coming in --------------------------------------------------------------------


def test_a_login_gives_a_session_and_is_noted(centre: Any) -> None:
    client = Client()
    body = {"centre": "shifan", "number": "8001", "password": "lianxin-demo"}
    answer = post(client, "/api/session", body)
    assert answer.status_code == 200
    said = answer.json()
    assert (said["number"], said["roles"], said["language"]) == ("8001", ["agent"], "zh-hans")
    assert client.get("/api/session").json()["name"] == "李示范"
    with scope(centre.pk):
        assert AuditEntry.objects.filter(action="session.opened").exists()
    assert client.delete("/api/session").status_code == 204
    assert client.get("/api/session").status_code == 204
    assert error(client.get("/api/cases")) == (401, "session.missing")


def test_nobody_is_an_answer_and_no_error(db: None) -> None:
    """A console asks before each sign-in: what is usual is not red in a browser's console."""
    answer = Client().get("/api/session")
    assert (answer.status_code, answer.content) == (204, b"")


def test_wrong_passwords_lock_the_number(centre: Any) -> None:
    body = {"centre": "shifan", "number": "8001", "password": "x"}
    codes = [error(post(Client(), "/api/session", body)) for _ in range(6)]
    assert codes == [(401, "session.wrong_login")] * 5 + [(429, "session.too_many_attempts")]
    right = {**body, "password": "lianxin-demo"}
    locked = post(Client(), "/api/session", right)
    assert int(locked["Retry-After"]) > 0


@pytest.mark.parametrize("centre_code", ["shifan", "nowhere"])
def test_an_unknown_number_is_refused_like_a_wrong_password(db: None, centre_code: str) -> None:
    body = {"centre": centre_code, "number": "1", "password": "x"}
    assert error(post(Client(), "/api/session", body)) == (401, "session.wrong_login")


def test_a_changed_password_ends_the_session(login: Login, who: Callable[[str], Actor]) -> None:
    from lianxin.centres.models import Person

    client, person = login("8001"), who("8001")
    with person.scope():
        Person.objects.filter(pk=person.person).update(password="changed")
    assert client.get("/api/session").status_code == 204
    assert error(client.get("/api/cases")) == (401, "session.missing")


def test_a_page_of_somebody_else_writes_nothing(login: Login) -> None:
    """Two windows of one browser share a cookie: the first is still the page of who opened it."""
    page = login("8003")
    case = {"type": "help", "title": "路灯不亮"}
    for owner in ("shifan.8002", "shixian.8003", ""):
        headers = {"X-Lianxin-Owner": owner}
        for refused in (
            page.post("/api/cases", case, content_type="application/json", headers=headers),
            page.post("/api/session/live-ticket", headers=headers),
            page.delete("/api/session", headers=headers),
            page.get("/api/cases", headers=headers),
            page.get("/api/session", headers=headers),
        ):
            assert refused.status_code == 401
            assert refused.json()["error"]["code"] == "session.other_person"
    own = {"X-Lianxin-Owner": "shifan.8003"}
    filed = page.post("/api/cases", case, content_type="application/json", headers=own)
    assert filed.status_code == 201


def test_writes_need_the_csrf_header(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    body = {"centre": "shifan", "number": "8001", "password": "lianxin-demo"}
    assert error(post(client, "/api/session", body)) == (403, "session.csrf_failed")
    client.get("/api/centres")
    token = client.cookies["lianxin_csrf"].value
    answer = post(client, "/api/session", body, **{"X-CSRFToken": token})
    assert answer.status_code == 200
    assert error(post(client, "/api/cases", NEW)) == (403, "session.csrf_failed")


def test_a_live_ticket_says_who_it_is(login: Login) -> None:
    from lianxin.live.tickets import read_ticket

    said = login("8001").post("/api/session/live-ticket").json()
    identity = read_ticket(said["ticket"])
    assert (identity.kind, identity.number, identity.name) == ("agent", "8001", "李示范")
    said = login("8100").post("/api/session/live-ticket").json()
    assert read_ticket(said["ticket"]).kind == "watcher"


# --- cases ------------------------------------------------------------------------


def test_a_case_is_opened_found_and_changed(login: Login) -> None:
    client = login("8001")
    case = opened(client)
    assert len(case["code"]) == 6
    assert case["case"]["number"].startswith("9901")
    for q in ("施工", "噪声", case["case"]["number"], "1380000"):
        assert client.get("/api/cases", {"q": q}).json()["total"] == 1
    assert client.get("/api/cases", {"q": "道路"}).json()["total"] == 0
    assert error(client.get("/api/cases", {"q": "施"})) == (400, "case.search_too_short")
    path = f"/api/cases/{case['case']['id']}"
    changed = patch(client, path, {"version": 1, "title": "新标题"}).json()
    assert (changed["version"], changed["title"]) == (2, "新标题")
    assert "code_hash" not in changed


def test_the_second_of_two_editors_is_told(login: Login) -> None:
    first, second = login("8001"), login("8002")
    path = f"/api/cases/{opened(first)['case']['id']}"
    assert patch(first, path, {"version": 1, "title": "甲"}).status_code == 200
    answer = patch(second, path, {"version": 1, "title": "乙"})
    assert error(answer) == (409, "case.version_conflict")
    details = answer.json()["error"]["details"]
    assert details["version"] == 2
    assert details["by"] == "8001 李示范"
    assert details["fields"] == {"title": {"yours": "乙", "theirs": "甲"}}
    assert first.get(path).json()["title"] == "甲"


def test_a_double_click_opens_one_case(login: Login) -> None:
    client, key = login("8001"), {"Idempotency-Key": "k-1"}
    one, two = (post(client, "/api/cases", NEW, **key).json() for _ in range(2))
    assert one["case"]["id"] == two["case"]["id"]
    assert (len(one["code"]), two["code"]) == (6, None)
    other = post(client, "/api/cases", {**NEW, "title": "另一件"}, **key)
    assert error(other) == (409, "case.request_reused")


def test_a_case_from_a_call_takes_its_number(
    login: Login, recorded: Callable[..., Recording]
) -> None:
    client, call = login("8001"), recorded().call_id
    case = opened(client, call=str(call), phone="")
    assert case["case"]["phone"] == "13800000001"
    caller = looked_up(client, "13800000001").json()
    assert caller["counts"]["open_cases"] == 1
    assert caller["calls"][0]["cases"] == 1
    unknown = post(client, "/api/cases", {**NEW, "call": str(uuid.uuid4())})
    assert error(unknown) == (422, "case.unknown_call")


def test_a_new_code_replaces_the_old_one(login: Login) -> None:
    client = login("8001")
    case = opened(client)
    said = client.post(f"/api/cases/{case['case']['id']}/code").json()
    assert len(said["code"]) == 6


def test_a_new_code_opens_what_wrong_ones_had_locked(login: Login, centre: Centre) -> None:
    client = login("8001")
    case = opened(client)["case"]
    for _ in range(WRONG_CODES):
        with pytest.raises(WrongCode):
            status_by_number(centre.pk, case["number"], "000000", "13800000001")
    with pytest.raises(CodeLocked):
        status_by_number(centre.pk, case["number"], "000000", "13800000001")
    code = client.post(f"/api/cases/{case['id']}/code").json()["code"]
    told = status_by_number(centre.pk, case["number"], code, "13800000001")
    assert told.number == case["number"]


def test_confidential_cases_are_for_the_mailbox_reader(login: Login) -> None:
    reader = login("9100")
    case = opened(reader, secrecy="confidential")["case"]
    path = f"/api/cases/{case['id']}"
    assert reader.get(path).status_code == 200
    for number in ("8001", "8100"):
        assert error(login(number).get(path)) == (404, "record.not_found")
        assert login(number).get("/api/cases").json()["total"] == 0
    seen = login("9000").get("/api/audit", {"action": "case.viewed"}).json()
    assert seen["total"] == 1


# --- what is wrong ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({**NEW, "title": ""}, "title"),
        ({**NEW, "title": "x" * 201}, "title"),
        ({**NEW, "type": "wish"}, "type"),
        ({**NEW, "colour": "red"}, "colour"),
        ({**NEW, "phone": "<script>"}, "phone"),
    ],
)
def test_wrong_input_names_the_field(login: Login, body: Any, field: str) -> None:
    answer = post(login("8001"), "/api/cases", body)
    assert error(answer) == (422, "request.invalid")
    assert answer.json()["error"]["details"]["fields"][0]["field"] == field


def test_control_characters_are_taken_out(login: Login) -> None:
    case = opened(login("8001"), title=" 噪\x00声\u202e ", content="一\r\n二\x07")
    assert (case["case"]["title"], case["case"]["content"]) == ("噪声", "一\n二")


def test_clear_answers_to_what_cannot_be(login: Login) -> None:
    client = login("8001")
    assert error(client.get("/api/nothing")) == (404, "request.unknown_path")
    broken = client.post("/api/cases", "{", content_type="application/json")
    assert error(broken) == (400, "request.malformed")
    assert error(client.get("/api/calls", {"cursor": "???"})) == (400, "list.bad_cursor")
    forged = base64.urlsafe_b64encode(f"2026-01-01T00:00:00+00:00|{'x' * 36}".encode()).decode()
    assert error(client.get("/api/calls", {"cursor": forged})) == (400, "list.bad_cursor")
    assert error(client.get("/api/calls", {"limit": "101"})) == (422, "request.invalid")
    assert error(client.get("/api/calls", {"from": "2026-01-01T00:00:00"}))[0] == 422
    assert client.get("/api/cases", {"q": "施\x00工"}).status_code == 200
    assert looked_up(client, "1" * 33).status_code == 422
    assert error(client.put("/api/cases")) == (405, "request.wrong_method")
    assert client.get("/desk/%00").status_code in (200, 503)
    long = client.get("/api/calls", headers={"X-Long": "x" * 10_000})
    assert error(long) == (431, "request.headers_too_large")
    large = client.post("/api/cases", "x" * 300_000, content_type="application/json")
    assert error(large) == (413, "request.too_large")
    assert error(client.get(f"/api/calls/{uuid.uuid4()}")) == (404, "record.not_found")


def test_errors_speak_the_users_language(db: None) -> None:
    chinese, english = Client(), Client(headers={"accept-language": "en-GB,en;q=0.9"})
    assert chinese.get("/api/cases").json()["error"]["message"] == "请先登录。"
    assert english.get("/api/cases").json()["error"]["message"] == "Please sign in first."


# --- lists --------------------------------------------------------------------------


def test_a_list_in_parts_holds_every_row_once(login: Login) -> None:
    client = login("8001")
    numbers = [opened(client)["case"]["number"] for _ in range(5)]
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = client.get(f"/api/cases?limit=2&cursor={cursor}")
        seen += [item["number"] for item in page.json()["items"]]
        cursor = page.json()["next"]
    assert seen == numbers[::-1]


@pytest.mark.parametrize("path", ["/api/calls", "/api/cases", "/api/messages"])
def test_the_queries_of_a_list_do_not_grow_with_it(
    login: Login, recorded: Callable[..., Recording], path: str
) -> None:
    client = login("8100")
    for _ in range(2):
        recorded("complaint")
        opened(client)
    with CaptureQueriesContext(connection) as few:
        client.get(path)
    for _ in range(6):
        recorded("complaint")
        opened(client)
    with CaptureQueriesContext(connection) as many:
        client.get(path)
    # What a scope says to PostgreSQL is not counted: in a test it is all savepoints.
    reads = [[q for q in part if " FROM " in q["sql"]] for part in (few, many)]
    assert len(reads[0]) == len(reads[1]) <= 6


def test_call_filters(login: Login, recorded: Callable[..., Recording]) -> None:
    recorded()
    client = login("8001")
    yes = [{"agent": "8001"}, {"caller": "13800000001"}, {"line": "12345"}, {"q": "0000001"},
           {"has_recording": "true"}, {"from": "2026-03-01T00:00:00Z"}]  # fmt: skip
    no = [{"agent": "8002"}, {"outcome": "failed"}, {"has_recording": "false"},
          {"to": "2026-03-01T00:00:00Z"}]  # fmt: skip
    assert [client.get("/api/calls", f).json()["total"] for f in yes] == [1] * len(yes)
    assert [client.get("/api/calls", f).json()["total"] for f in no] == [0] * len(no)
