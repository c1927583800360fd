"""Notices: written down once, sent once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from lianxin.calls.models import Call
from lianxin.centres.access import Actor
from lianxin.centres.models import Person
from lianxin.connections.models import Connection
from lianxin.connections.result import ConnectionResult, failed
from lianxin.notices import sending
from lianxin.notices.models import Notice
from tests.apps.facts import hand_over, told

pytestmark = pytest.mark.django_db

JSON = "application/json"
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class Gateway:
    """What was sent; ``reasons`` are given first, one each."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = list(reasons)
        self.sent: list[tuple[dict[str, str], str]] = []

    async def post(self, plan: Any, path: str, body: dict[str, str], key: str) -> Any:
        self.sent.append((body, key))
        return failed(self.reasons.pop(0)) if self.reasons else ConnectionResult("ok")


def _gateway_set(page: Client, who: Actor, **changes: Any) -> int:
    with who.scope():
        Connection.objects.get_or_create(
            centre_id=who.centre,
            code="sms",
            defaults={"name": "短信", "kind": "http", "settings": {"base_url": "http://x.example"}},
        )
    version = page.get("/api/notices/gateway").json()["version"]
    wanted = {"version": version, "connection": "sms", "path": "/send", **changes}
    return page.put("/api/notices/gateway", wanted, content_type=JSON).status_code


def test_a_notice_waits_for_a_gateway_and_is_sent_once(
    who: Callable[[str], Actor], login: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    me, page, gateway = who("9000"), login("9000"), Gateway("timeout")
    monkeypatch.setattr(sending, "_post", gateway.post)
    data = {
        "way": "sms",
        "to": "13800000001",
        "template": "case_opened",
        "number": "99012603020001",
        "language": "en",
    }
    entry = told(me, "notice", data, "13800000001", NOW)
    hand_over(entry)
    told(me, "notice", {**data, "to": "", "way": "sms"}, "", NOW)
    assert sending.send_due(me.centre) == 0
    shown = page.get("/api/notices").json()
    assert [(n["state"], n["number"]) for n in shown["items"]] == [("waiting", "138****0001")]
    assert page.get("/api/notices/gateway").json()["ready"] is False
    assert _gateway_set(page, me) == 200
    assert sending.send_due(me.centre) == 1
    assert sending.send_due(me.centre) == 0, "the next try is later"
    with me.scope():
        Notice.objects.update(next_at=NOW)
    assert sending.send_due(me.centre) == 1
    assert sending.send_due(me.centre) == 0
    assert gateway.sent[0] == gateway.sent[1], "the same words under the same key"
    body, key = gateway.sent[0]
    assert body["to"] == "13800000001"
    assert "99012603020001" in body["text"]
    assert "[示范市 12345 热线]" in body["text"]
    assert key == page.get("/api/notices").json()["items"][0]["id"] == body["key"]


def test_a_notice_that_is_refused_has_failed_and_can_be_sent_again(
    who: Callable[[str], Actor], login: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    me, page, gateway = who("9000"), login("9000"), Gateway("status_400")
    monkeypatch.setattr(sending, "_post", gateway.post)
    _gateway_set(page, me)
    told(me, "notice", {"to": "13800000001", "text": "{number}{x.y}您好"}, "", NOW)
    sending.send_due(me.centre)
    item = page.get("/api/notices?state=failed").json()["items"][0]
    assert (item["last_error"], item["tries"]) == ("status_400", 1)
    again = f"/api/notices/{item['id']}/again"
    assert page.post(again, content_type=JSON).json()["state"] == "waiting"
    assert page.post(again, content_type=JSON).json()["error"]["code"] == "notice.not_failed"
    sending.send_due(me.centre)
    assert [key for _, key in gateway.sent] == [item["id"]] * 2
    assert gateway.sent[0][0]["text"].endswith("{number}{x.y}您好")
    assert login("8001").get("/api/notices").status_code == 403


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("您好{txt}", ["{txt}"]),
        ("{text", ["{text"]),
        ("{text!r} {text} }", ["{text!r}", "}"]),
        ("｛text｝", ["｛text｝"]),
        ("{}", ["{}"]),
        ("{number}", ["{number}"]),
    ],
)
def test_a_template_names_only_what_there_is(
    text: str, wrong: list[str], login: Callable[..., Client]
) -> None:
    page = login("9000")
    sheet = {"version": 0, "name": "文本", "texts": {"zh": "【{centre}】{text}", "en": text}}
    answer = page.put("/api/notices/templates/message", sheet, content_type=JSON)
    problem = answer.json()["error"]
    assert (answer.status_code, problem["code"]) == (422, "notice.placeholder")
    assert problem["details"]["placeholders"] == wrong
    assert problem["details"]["known"] == ["centre", "text"]
    assert [each["field"] for each in problem["details"]["fields"]] == ["texts.en"]
    assert all(part in problem["message"] for part in wrong)


def test_the_shipped_templates_name_only_what_there_is(login: Callable[..., Client]) -> None:
    page = login("9000")
    for each in page.get("/api/notices/templates").json():
        sheet = {name: each[name] for name in ("version", "name", "texts")}
        answer = page.put(f"/api/notices/templates/{each['code']}", sheet, content_type=JSON)
        assert answer.status_code == 200, answer.content
        assert "centre" in each["placeholders"]


@pytest.mark.parametrize("unseen", ["   ", "\u200b\u200b", "\u2800", "\u3164"])
def test_a_text_that_nobody_sees_is_none(login: Callable[..., Client], unseen: str) -> None:
    template = {"version": 0, "name": "x", "texts": {"zh": unseen, "en": "Seen"}}
    answer = login("9000").put("/api/notices/templates/new", template, content_type=JSON)
    assert answer.status_code == 200
    (new,) = (each for each in answer.json() if each["code"] == "new")
    assert {name: text for name, text in new["texts"].items() if text} == {"en": "Seen"}


def test_what_came_of_a_call_of_the_mailbox_is_for_its_readers(
    who: Callable[[str], Actor], login: Callable[..., Client]
) -> None:
    me = who("9000")
    letter = told(me, "notice", {"to": "13800000001", "template": "x"}, "13800000001")
    told(me, "notice", {"to": "13800000002", "template": "x"}, "13800000002")
    with me.scope():
        Call.objects.filter(pk=letter.call).update(secrecy="confidential")
        Notice.objects.update(text="工单 99012603020001", state="failed")
    for number in ("8100", "9000"):
        page = login(number)
        other, closed = page.get("/api/notices").json()["items"]
        assert (closed["text"], closed["call"], closed["withheld"]) == ("", None, True)
        assert (other["text"], other["withheld"]) == ("工单 99012603020001", False)
    again = page.post(f"/api/notices/{closed['id']}/again", content_type=JSON).json()
    assert (again["state"], again["text"], again["withheld"]) == ("waiting", "", True)
    with me.scope():
        Person.objects.filter(pk=me.person).update(rights=["mailbox"])
    _, whole = login("9000").get("/api/notices").json()["items"]
    assert (whole["call"], whole["withheld"]) == (letter.call, False)
