"""What the citizen of a case is sent of its events: by rule, once, and written down where not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from lianxin.calls.models import Call
from lianxin.cases import actions, intake, lifecycle, replies
from lianxin.cases.models import Case
from lianxin.cases.notices import notify_of_event
from lianxin.centres.access import Actor
from lianxin.centres.models import AuditEntry
from lianxin.connections.models import Connection
from lianxin.connections.result import ConnectionResult, failed
from lianxin.notices import sending
from lianxin.notices.choices import RULES, SHIPPED, CaseNoticeEvent
from lianxin.notices.models import Notice, NoticeGateway
from lianxin.notices.placeholders import faulty, known_at
from lianxin.rules.lifecycle import CaseEvent
from tests.apps.facts import told

pytestmark = pytest.mark.django_db
People = Callable[[str], Actor]
Login = Callable[..., Client]

JSON = "application/json"
PHONE = "13800000077"
REPLY = "三盏路灯已经修好。"


class Gateway:
    """What was sent; ``reasons`` are given first, one each."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = list(reasons)
        self.sent: list[tuple[dict[str, str], str]] = []

    async def post(self, plan: Any, path: str, body: dict[str, str], key: str) -> Any:
        self.sent.append((body, key))
        return failed(self.reasons.pop(0)) if self.reasons else ConnectionResult("ok")

    @property
    def texts(self) -> list[str]:
        return [body["text"] for body, _ in self.sent]


@pytest.fixture
def agent(who: People) -> Actor:
    return who("8001")


@pytest.fixture
def gateway(agent: Actor, monkeypatch: pytest.MonkeyPatch) -> Gateway:
    """The centre sends by an HTTP connection, and what it sends is kept."""
    with agent.scope():
        Connection.objects.create(
            centre_id=agent.centre,
            code="sms",
            name="短信",
            kind="http",
            settings={"base_url": "http://x.example"},
        )
        NoticeGateway.objects.create(centre_id=agent.centre, connection="sms", version=1)
    found = Gateway()
    monkeypatch.setattr(sending, "_post", found.post)
    return found


def opened(who: Actor, phone: str = PHONE, **fields: Any) -> Case:
    draft = actions.Draft(type="complaint", title="路灯不亮", phone=phone, **fields)
    return actions.open_case(who, draft)[0]


def moved(who: Actor, case: Case, event: CaseEvent, reason: str = "", key: str = "") -> Case:
    return lifecycle.transition(who, case.pk, case.version, event, reason, request_id=key)


def replied(agent: Actor, leader: Actor, case: Case, text: str = REPLY) -> Case:
    drafted = replies.draft_reply(agent, case.pk, case.version, text, "zh")
    return replies.approve_reply(leader, case.pk, drafted.version)


def noted(who: Actor, case: Case) -> list[tuple[str, str, str]]:
    """Event, state and why not, of what is written down of a case."""
    with who.scope():
        rows = Notice.objects.filter(case=case.pk).order_by("created_at", "pk")
        return [(row.event, row.state, row.last_error) for row in rows]


def test_each_event_of_a_case_is_told_once(agent: Actor, who: People, gateway: Gateway) -> None:
    case = opened(agent)
    case = replied(agent, who("8100"), case)
    case = moved(agent, case, "closed", key="k1")
    moved(agent, case, "closed", key="k1")  # the same request again: nothing happens
    assert noted(agent, case) == [
        ("opened", "waiting", ""),
        ("replied", "waiting", ""),
        ("closed", "waiting", ""),
    ]
    assert sending.send_due(agent.centre) == 3
    assert sending.send_due(agent.centre) == 0
    assert [body["to"] for body, _ in gateway.sent] == [PHONE] * 3
    assert all(case.number in text for text in gateway.texts)
    for word, text in zip(("受理", "答复", "办结"), gateway.texts, strict=True):
        assert word in text
    assert not any(REPLY in text for text in gateway.texts), "that is for who knows the code"
    with agent.scope():
        assert {row.by_id for row in Notice.objects.all()} == {agent.person, who("8100").person}


def test_the_same_event_told_again_is_none(agent: Actor, gateway: Gateway) -> None:
    case = opened(agent)
    with agent.scope():
        notify_of_event(case, "opened", agent.person)
        notify_of_event(case, "opened", agent.person)
    assert [event for event, *_ in noted(agent, case)] == ["opened"]


def test_what_fails_is_tried_again_under_its_key(
    agent: Actor, gateway: Gateway, login: Login
) -> None:
    gateway.reasons = ["timeout", "status_400"]
    case = opened(agent)
    sending.send_due(agent.centre)
    with agent.scope():
        Notice.objects.update(next_at=timezone.now())
    sending.send_due(agent.centre)
    page = login("8100")
    (shown,) = page.get(f"/api/cases/{case.pk}").json()["notices"]
    assert (shown["state"], shown["reason"], shown["tries"]) == ("failed", "status_400", 2)
    assert shown["may_send_again"] is True
    assert shown["number"] == "138****0077"
    mine = login("8001").get(f"/api/cases/{case.pk}").json()["notices"]
    assert mine[0]["may_send_again"] is False
    again = page.post(f"/api/notices/{shown['id']}/again", content_type=JSON)
    assert again.status_code == 200, again.content
    sending.send_due(agent.centre)
    (shown,) = page.get(f"/api/cases/{case.pk}").json()["notices"]
    assert (shown["state"], shown["reason"]) == ("sent", "")
    assert {key for _, key in gateway.sent} == {shown["id"]}


@pytest.mark.parametrize(
    ("phone", "secrecy", "why"),
    [
        ("", "internal", "no_number"),
        ("01088881234", "internal", "fixed_line"),
        (PHONE, "confidential", "confidential"),
    ],
)
def test_who_is_not_told_stands_in_the_log(
    agent: Actor, gateway: Gateway, login: Login, phone: str, secrecy: str, why: str
) -> None:
    case = opened(agent, phone, secrecy=secrecy)
    moved(agent, case, "closed")
    assert noted(agent, case) == [("opened", "skipped", why), ("closed", "skipped", why)]
    assert sending.send_due(agent.centre) == 0
    with agent.scope():
        assert {(row.number, row.text, str(row.data)) for row in Notice.objects.all()} == {
            ("", "", "{}")
        }
    items = login("9000").get("/api/notices?state=skipped").json()["items"]
    assert [item["last_error"] for item in items] == [why, why]
    hidden = secrecy == "confidential"
    assert {item["case"] for item in items} == {None if hidden else str(case.pk)}


def test_a_case_that_becomes_confidential_is_told_no_more(agent: Actor, gateway: Gateway) -> None:
    case = opened(agent)
    case = actions.change_case(agent, case.pk, case.version, {"secrecy": "confidential"})
    assert noted(agent, case) == [("opened", "skipped", "confidential")]
    assert sending.send_due(agent.centre) == 0


def test_without_a_gateway_nothing_is_sent_and_old_news_never_is(
    agent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = opened(agent)
    assert sending.send_due(agent.centre) == 0
    assert noted(agent, case) == [("opened", "waiting", "")]
    with agent.scope():
        Connection.objects.create(
            centre_id=agent.centre,
            code="sms",
            name="短信",
            kind="http",
            settings={"base_url": "http://x.example"},
        )
        NoticeGateway.objects.create(centre_id=agent.centre, connection="sms", version=1)
        late = timezone.now() - sending.LATE - timedelta(hours=1)
        Notice.objects.update(next_at=late)
    found = Gateway()
    monkeypatch.setattr(sending, "_post", found.post)
    sending.send_due(agent.centre)
    assert found.sent == []
    assert noted(agent, case) == [("opened", "failed", "too_late")]


def test_a_reason_is_told_and_a_rule_switches_an_event_on(
    agent: Actor, gateway: Gateway, login: Login
) -> None:
    page = login("9000")
    rule = {"version": 0, "on": True, "template": "case_reopened"}
    answer = page.put("/api/notices/rules/reopened/sms", rule, content_type=JSON)
    assert answer.status_code == 200, answer.content
    case = moved(agent, opened(agent), "rejected", "不属本市管辖")
    moved(agent, case, "reopened", "误拒")
    sending.send_due(agent.centre)
    assert len(gateway.sent) == 3
    assert "不属本市管辖" in gateway.texts[1]


def test_a_rule_that_is_off_sends_nothing(agent: Actor, gateway: Gateway, login: Login) -> None:
    page = login("9000")
    rule = {"version": 0, "on": False, "template": "case_opened"}
    assert page.put("/api/notices/rules/opened/sms", rule, content_type=JSON).status_code == 200
    assert noted(agent, opened(agent)) == []


def test_a_rule_takes_a_template_that_fits_its_event(agent: Actor, login: Login) -> None:
    page = login("9000")
    path = "/api/notices/rules/opened/sms"
    with_reply = {"version": 0, "name": "答复", "texts": {"zh": "{number} {reply}"}}
    put = page.put("/api/notices/templates/own", with_reply, content_type=JSON)
    assert put.status_code == 200, put.content
    wanted = {"version": 0, "on": True, "template": "own"}
    problem = page.put(path, wanted, content_type=JSON).json()["error"]
    assert problem["code"] == "notice.template_unfit"
    assert problem["details"]["placeholders"] == ["{reply}"]
    assert [each["field"] for each in problem["details"]["fields"]] == ["template"]
    unknown = page.put(path, {**wanted, "template": "nobodys"}, content_type=JSON).json()["error"]
    assert unknown["code"] == "notice.unknown_template"
    closed = page.put("/api/notices/rules/closed/sms", wanted, content_type=JSON)
    assert closed.status_code == 200, closed.content
    # From now on its words are held to what is known when a case is closed.
    lacking = {"version": 1, "name": "答复", "texts": {"zh": "{reason}"}}
    problem = page.put("/api/notices/templates/own", lacking, content_type=JSON).json()["error"]
    assert problem["code"] == "notice.placeholder"
    assert login("8100").put(path, wanted, content_type=JSON).status_code == 403
    with agent.scope():
        entry = AuditEntry.objects.get(action="notice.rule_set")
        assert (entry.object_id, entry.data["after"]) == ("closed", {"template": "own"})


@pytest.mark.parametrize("event", RULES)
def test_the_shipped_words_of_an_event_name_what_is_known_then(event: CaseNoticeEvent) -> None:
    texts = SHIPPED[RULES[event].template]
    assert texts.keys() == {"zh", "en"}
    for text in texts.values():
        assert faulty(text, known_at(event)) == []


def test_what_a_flow_tells_of_a_case_follows_the_rules_and_stands_with_it(
    agent: Actor, gateway: Gateway, login: Login
) -> None:
    at = timezone.now()
    with agent.scope():
        call = Call.objects.create(centre_id=agent.centre, caller=PHONE, started_at=at)
    filed = intake.open_typed(agent.centre, call.pk, call.pk, "complaint", at, intake.Said())
    with agent.scope():
        case = Case.objects.get(number=filed.number)
    assert noted(agent, case) == [], "the flow says whether its caller is told"
    data = {"way": "sms", "template": "case_opened", "number": filed.number, "language": "en"}
    told(agent, "notice", data, PHONE, at)
    told(agent, "notice", data, PHONE, at)
    assert noted(agent, case) == [("opened", "waiting", "")]
    sending.send_due(agent.centre)
    assert gateway.texts == [
        SHIPPED["case_opened"]["en"].format(centre="示范市 12345 热线", number=filed.number)
    ]
    letter = intake.open_typed(agent.centre, call.pk, another(call), "mailbox", at, intake.Said())
    told(agent, "notice", {**data, "number": letter.number}, PHONE, at)
    assert sending.send_due(agent.centre) == 0, "a letter to the mayor is confidential"


def another(call: Call) -> Any:
    """Another case of the same call."""
    return type(call.pk)(int=call.pk.int + 1)
