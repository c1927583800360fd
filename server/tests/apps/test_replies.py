"""答复: drafted by agents, approved by those who stand for it, told to the citizen after that."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from lianxin.cases.actions import Draft, issue_code, open_case
from lianxin.cases.errors import NoReply, NoReplyDraft, ReplyTooEarly, VersionConflict
from lianxin.cases.lifecycle import transition
from lianxin.cases.models import Case, CaseReply
from lianxin.cases.replies import approve_reply, draft_reply, replies
from lianxin.cases.status import status_by_caller, status_by_number
from lianxin.centres.access import Actor
from lianxin.centres.errors import NotAllowed, NotFound
from lianxin.centres.models import AuditEntry, Centre, Person
from lianxin.rules.lifecycle import CASE, CaseEvent, CaseState
from lianxin.speech.models import Reading
from lianxin.switchboard.lookups.database import _case_answer
from tests.apps.conftest import who_is

pytestmark = pytest.mark.django_db
People = Callable[[str], Actor]
Login = Callable[..., Client]

CALLER = "13800000077"
TEXT = "路灯已于 3 月 1 日修好。"


@pytest.fixture
def agent(who: People) -> Actor:
    return who("8001")


@pytest.fixture
def leader(who: People) -> Actor:
    return who("8100")


@pytest.fixture
def case(agent: Actor) -> Case:
    return open_case(agent, Draft(type="complaint", title="路灯不亮", phone=CALLER))[0]


def approved(agent: Actor, leader: Actor, case: Case, text: str = TEXT) -> Case:
    drafted = draft_reply(agent, case.pk, case.version, text, "zh")
    return approve_reply(leader, case.pk, drafted.version)


def told(who: Actor, case: Case) -> tuple[str, str]:
    """State and reply as the citizen is told them by number and code."""
    _, code = issue_code(who, case.pk)
    answer = status_by_number(who.centre, case.number, code, CALLER)
    return answer.state, answer.reply


def test_nobody_outside_is_told_a_draft(agent: Actor, case: Case) -> None:
    drafted = draft_reply(agent, case.pk, 1, TEXT, "zh")
    assert (drafted.version, drafted.state) == (2, "accepted")
    assert told(agent, case) == ("accepted", "")
    assert not Reading.objects.exists()
    with agent.scope():
        assert not Reading.objects.filter(about="reply").exists()


def test_what_is_approved_is_told_by_number_and_by_telephone(
    agent: Actor, leader: Actor, case: Case
) -> None:
    assert approved(agent, leader, case).state == "replied"
    assert told(agent, case) == ("replied", TEXT)
    _, code = issue_code(agent, case.pk)
    by_caller = status_by_caller(agent.centre, CALLER, code)
    assert (by_caller.reply, by_caller.reply_language) == (TEXT, "zh")
    outcome, values = _case_answer(status_by_caller, agent.centre, CALLER, code)
    assert (outcome, values["reply_text"], values["reply_language"]) == ("told", TEXT, "zh")


def test_approving_queues_what_will_be_heard(agent: Actor, leader: Actor, case: Case) -> None:
    approved(agent, leader, case)
    with agent.scope():
        reading = Reading.objects.get(about="reply", about_id=str(case.pk))
    assert (reading.state, reading.text) == ("waiting", f"承办单位的答复是：{TEXT}")
    jobs = ProcrastinateJob.objects.filter(task_name="prompts.read_aloud").order_by("-id")
    assert jobs[0].args == {"centre": agent.centre, "reading": reading.pk}
    assert replies(agent, case).reading is not None


def test_a_newer_text_is_told_once_it_is_approved_and_the_older_one_is_kept(
    agent: Actor, leader: Actor, case: Case
) -> None:
    first = approved(agent, leader, case)
    second = draft_reply(agent, case.pk, first.version, "更正：3 月 2 日修好。", "zh")
    assert told(agent, case)[1] == TEXT
    approve_reply(leader, case.pk, second.version)
    assert told(agent, case)[1] == "更正：3 月 2 日修好。"
    rows = replies(agent, case).rows
    assert [(row.number, row.text, row.approved_by_id) for row in rows] == [
        (2, "更正：3 月 2 日修好。", leader.person),
        (1, TEXT, leader.person),
    ]
    with agent.scope():
        assert Reading.objects.filter(about="reply").count() == 1, "the older is not read any more"


def test_a_draft_is_written_over_and_the_same_text_changes_nothing(
    agent: Actor, case: Case
) -> None:
    draft_reply(agent, case.pk, 1, "一", "zh")
    second = draft_reply(agent, case.pk, 2, "二", "zh")
    assert draft_reply(agent, case.pk, 3, "二", "zh").version == second.version == 3
    assert [row.text for row in replies(agent, case).rows] == ["二"]
    with agent.scope():
        assert AuditEntry.objects.filter(action="case.reply_drafted").count() == 2


def test_the_trail_keeps_what_stood_in_a_draft_that_was_written_over(
    agent: Actor, case: Case, login: Login
) -> None:
    draft_reply(agent, case.pk, 1, "一", "zh")
    draft_reply(agent, case.pk, 2, "二", "zh")
    draft_reply(agent, case.pk, 3, "two", "en")

    def shown() -> list[dict[str, Any]]:
        items = login("9000").get("/api/audit?action=case.reply_drafted").json()["items"]
        return [item["data"] for item in reversed(items)]

    assert shown() == [
        {"number": 1},
        {"number": 1, "before": {"text": "一"}, "after": {"text": "二"}},
        {
            "number": 1,
            "before": {"text": "二", "language": "zh"},
            "after": {"text": "two", "language": "en"},
        },
    ]
    with agent.scope():
        Case.objects.filter(pk=case.pk).update(secrecy="confidential")
    assert shown() == [{}] * 3, "an administrator is none of its readers"


def test_who_comes_second_is_told(agent: Actor, leader: Actor, case: Case) -> None:
    draft_reply(agent, case.pk, 1, TEXT, "zh")
    with pytest.raises(VersionConflict) as conflict:
        draft_reply(leader, case.pk, 1, "另一答复", "zh")
    assert conflict.value.details["by"].startswith("8001")
    with pytest.raises(VersionConflict):
        approve_reply(leader, case.pk, 1)  # not the draft that was read
    assert [row.text for row in replies(agent, case).rows] == [TEXT]


@pytest.mark.parametrize(
    ("way", "state"),
    [
        (("dispatched", "received"), "replied"),
        (("closed",), "closed"),
        (("rejected",), "rejected"),
        (("dispatched", "returned"), "replied"),
    ],
)
def test_the_case_goes_where_its_lifecycle_leads(
    agent: Actor, leader: Actor, case: Case, way: tuple[CaseEvent, ...], state: str
) -> None:
    for step in way:
        case = transition(agent, case.pk, case.version, step, "不属本热线受理范围")
    assert approved(agent, leader, case).state == state
    assert told(agent, case) == (state, TEXT)


def test_a_case_that_no_department_has_is_not_replied_to(
    agent: Actor, leader: Actor, case: Case
) -> None:
    case = transition(agent, case.pk, case.version, "dispatched")
    with pytest.raises(ReplyTooEarly):
        approved(agent, leader, case)


def test_a_case_that_is_worked_on_again_has_no_reply_that_holds(
    agent: Actor, leader: Actor, case: Case
) -> None:
    replied = approved(agent, leader, case)
    transition(agent, case.pk, replied.version, "reworked")
    assert told(agent, case) == ("in_progress", "")


def test_a_reply_of_before_the_rework_is_not_told_after_it(
    agent: Actor, leader: Actor, case: Case
) -> None:
    first = approved(agent, leader, case)
    again = transition(leader, case.pk, first.version, "reworked")
    drafted = draft_reply(agent, case.pk, again.version, "第二次修好。", "zh")
    with pytest.raises(NoReply):
        transition(leader, case.pk, drafted.version, "replied")
    assert told(agent, case) == ("in_progress", "")
    approve_reply(leader, case.pk, drafted.version)
    assert told(agent, case) == ("replied", "第二次修好。")


def test_who_may_approve(agent: Actor, who: People, case: Case) -> None:
    drafted = draft_reply(agent, case.pk, 1, TEXT, "zh")
    for number in ("8001", "9100", "9000", "9200"):  # an administrator reads no cases
        with pytest.raises(NotAllowed):
            approve_reply(who(number), case.pk, drafted.version)
    with pytest.raises(NotAllowed):
        draft_reply(who("9200"), case.pk, drafted.version, "x", "zh")
    assert approve_reply(who("8100"), case.pk, drafted.version).state == "replied"
    with pytest.raises(NoReplyDraft):
        approve_reply(who("8100"), case.pk, drafted.version + 1)


def test_the_mailbox_keeps_its_rules(who: People) -> None:
    reader = who("9100")
    case, _ = open_case(reader, Draft(type="help", title="信箱", secrecy="confidential"))
    drafted = draft_reply(reader, case.pk, 1, "密复", "zh")
    with pytest.raises(NotFound):
        approve_reply(who("8100"), case.pk, drafted.version)


def test_a_letter_is_answered_in_the_city_that_is_shipped(who: People) -> None:
    """By a supervisor who reads the mailbox."""
    case, _ = open_case(who("9100"), Draft(type="help", title="信箱", secrecy="confidential"))
    drafted = draft_reply(who("9100"), case.pk, 1, "已办理", "zh")
    assert approve_reply(who("8101"), case.pk, drafted.version).state == "replied"


def test_who_drafts_is_told_when_nobody_may_approve(login: Login, who: People) -> None:
    case, _ = open_case(who("9100"), Draft(type="help", title="信箱", secrecy="confidential"))
    open_, _ = open_case(who("8001"), Draft(type="help", title="路灯"))

    def told(row: Case) -> bool:
        approvable: bool = login("9100").get(f"/api/cases/{row.pk}").json()["approvable"]
        return approvable

    assert [told(case), told(open_)] == [True, True]
    with who("9000").scope():
        Person.objects.filter(number="8101").update(active=False)
    assert [told(case), told(open_)] == [False, True]


def test_no_other_centre_sees_or_writes_it(agent: Actor, leader: Actor, case: Case) -> None:
    approved(agent, leader, case)
    stranger, stranger_leader = who_is("shixian", "8001"), who_is("shixian", "8100")
    with stranger.scope():
        assert not CaseReply.objects.exists()
        assert not Reading.objects.filter(about="reply").exists()
    with pytest.raises(NotFound):
        draft_reply(stranger, case.pk, 3, "x", "zh")
    with pytest.raises(NotFound):
        approve_reply(stranger_leader, case.pk, 3)


def put(client: Client, path: str, body: Any) -> Any:
    return client.put(path, json.dumps(body), content_type="application/json")


def test_the_api_shows_drafts_inside_and_the_portal_the_approved_text(
    login: Login, agent: Actor, case: Case, centre: Centre
) -> None:
    path = f"/api/cases/{case.pk}"
    empty = login("8001").get(path).json()
    assert (empty["replies"], empty["reading"]["state"], empty["may_approve"]) == (
        [],
        "none",
        False,
    )
    draft = {"version": 1, "text": f"  {TEXT}\n第二行 <b>  "}
    body = put(login("8001"), f"{path}/reply", draft).json()
    assert body["replies"][0]["text"] == f"{TEXT}\n第二行 <b>"
    assert body["replies"][0]["approved_at"] is None
    approval = (f"{path}/reply/approval", {"version": 2}, "application/json")
    assert login("8001").post(*approval).status_code == 403
    answer = login("8100").post(*approval)
    assert answer.status_code == 200, answer.content
    assert answer.json()["replies"][0]["approved_by"]["number"] == "8100"
    assert (answer.json()["state"], answer.json()["may_approve"]) == ("replied", True)
    _, code = issue_code(agent, UUID(str(case.pk)))
    page = Client().post("/query", {"number": case.number, "code": code}).content.decode()
    assert f"{TEXT}<br>第二行 &lt;b&gt;" in page
    assert "承办单位的答复" in page


@pytest.mark.parametrize("state", CASE)
def test_the_api_offers_an_approval_only_when_it_may_be_given(
    login: Login, agent: Actor, case: Case, state: CaseState
) -> None:
    version = draft_reply(agent, case.pk, 1, TEXT, "zh").version
    with agent.scope():
        Case.objects.filter(pk=case.pk).update(state=state)
    path, leader = f"/api/cases/{case.pk}", login("8100")
    assert login("8001").get(path).json()["may_approve"] is False
    offered = leader.get(path).json()["may_approve"]
    answer = leader.post(f"{path}/reply/approval", {"version": version}, "application/json")
    assert offered is (answer.status_code == 200)


@pytest.mark.parametrize("text", ["", "   ", "长" * 2001])
def test_a_reply_has_words_and_not_too_many(login: Login, case: Case, text: str) -> None:
    answer = put(login("8001"), f"/api/cases/{case.pk}/reply", {"version": 1, "text": text})
    assert answer.status_code == 422
