"""What flows look up in the centre's own records, and write down: polls, surveys, callers."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from lianxin.calls.events import Entry
from lianxin.calls.memory import remember_language, remembered_language
from lianxin.cases import actions as case_actions
from lianxin.cases.errors import CodeLocked, UnknownNumber, WrongCode
from lianxin.cases.status import status_by_caller
from lianxin.centres.access import Actor
from lianxin.centres.models import AuditEntry, Centre
from lianxin.polls import surveys
from lianxin.polls.models import Poll, SurveyAnswer, Vote, VoteChoice
from lianxin.polls.voting import poll_status
from tests.apps.facts import hand_over, told

pytestmark = pytest.mark.django_db

JSON = "application/json"
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def _poll(who: Actor, **changes: Any) -> Poll:
    fields = {
        "code": "park",
        "title": "公园改造",
        "opens_at": timezone.now() - timedelta(days=1),
        "closes_at": timezone.now() + timedelta(days=1),
        "questions": [
            {
                "code": "q1",
                "text": "是否赞成",
                "multiple": False,
                "choices": [{"key": "1", "text": "赞成"}, {"key": "2", "text": "反对"}],
            },
            {
                "code": "q2",
                "text": "希望有什么",
                "multiple": True,
                "choices": [{"key": str(n), "text": f"设施{n}"} for n in range(1, 5)],
            },
        ],
        **changes,
    }
    with who.scope():
        return Poll.objects.create(centre_id=who.centre, **fields)


def test_each_number_votes_once_and_tallies_are_exact(who: Callable[[str], Actor]) -> None:
    me = who("8100")
    poll = _poll(me)
    first = told(me, "vote", {"poll": "park", "question": "q1", "choices": "1"}, "13800000001")
    hand_over(first)  # twice changes nothing
    more = Entry(
        first.call,
        8,
        first.centre,
        first.at,
        "vote",
        {"poll": "park", "question": "q2", "choices": "1,3,3,9"},
    )
    hand_over(more)
    told(me, "vote", {"poll": "park", "question": "q1", "choices": "2"}, "13800000001")
    told(me, "vote", {"poll": "park", "question": "q1", "choices": "2"}, "13800000002")
    told(me, "vote", {"poll": "park", "question": "q1", "choices": "7"}, "13800000003")
    told(me, "vote", {"poll": "park", "question": "q1", "choices": "1"}, "")
    late = poll.closes_at + timedelta(seconds=1)
    told(me, "vote", {"poll": "park", "question": "q1", "choices": "1"}, "13800000004", late)
    with me.scope():
        assert Vote.objects.count() == 2
        chosen = sorted(VoteChoice.objects.values_list("question", "choice"))
        assert chosen == [("q1", "1"), ("q1", "2"), ("q2", "1"), ("q2", "3")]
        assert not Vote.objects.filter(voter__contains="138").exists()


def test_what_a_caller_can_do_with_a_poll(who: Callable[[str], Actor]) -> None:
    me, call = who("8100"), uuid4()
    assert poll_status(me.centre, "park", "1", call).state == "unknown"
    poll = _poll(me)
    assert poll_status(me.centre, "park", "13800000001", call).state == "open"
    assert poll_status(me.centre, "park", "", call).state == "closed"
    entry = told(me, "vote", {"poll": "park", "question": "q1", "choices": "1"}, "13800000001")
    assert poll_status(me.centre, "park", "13800000001", UUID(entry.call)).state == "open"
    assert poll_status(me.centre, "park", "13800000001", call).state == "voted"
    with me.scope():
        Poll.objects.filter(pk=poll.pk).update(closes_at=timezone.now(), withheld="counted")
    over = poll_status(me.centre, "park", "13800000001", call)
    assert over.state == "closed"
    assert [(t.choice, t.votes, t.voters) for t in over.results[:2]] == [("1", 1, 1), ("2", 0, 1)]


def test_results_are_shown_after_the_end_and_not_before(
    who: Callable[[str], Actor], login: Callable[..., Client]
) -> None:
    me = who("8100")
    poll = _poll(me)
    told(me, "vote", {"poll": "park", "question": "q1", "choices": "2"}, "13800000001")
    page = login("8100")
    listed = {poll["code"]: poll["turnout"] for poll in page.get("/api/polls").json()["items"]}
    assert listed["park"] == 1
    detail = page.get("/api/polls/park").json()
    assert [day["votes"] for day in detail["days"]] == [1]
    assert page.get("/api/polls/park/results").json()["error"]["code"] == "poll.results_later"
    assert page.get("/api/polls/park/results.csv").status_code == 409
    with me.scope():
        Poll.objects.filter(pk=poll.pk).update(closes_at=timezone.now())
    tallies = page.get("/api/polls/park/results").json()["tallies"]
    assert [(t["choice"], t["votes"]) for t in tallies[:2]] == [("1", 0), ("2", 1)]
    rows = list(
        csv.reader(io.StringIO(page.get("/api/polls/park/results.csv").content.decode("utf-8-sig")))
    )
    assert rows[2] == ["是否赞成", "2", "反对", "1", "1"]
    with me.scope():
        assert AuditEntry.objects.filter(action="poll.results_viewed").count() == 2


def test_what_was_voted_on_is_not_changed(
    who: Callable[[str], Actor], login: Callable[..., Client]
) -> None:
    page = login("8100")
    sheet: dict[str, Any] = {
        "code": "park",
        "title": "公园",
        "opens_at": (timezone.now() - timedelta(hours=1)).isoformat(),
        "closes_at": (timezone.now() + timedelta(hours=1)).isoformat(),
        "questions": [
            {
                "code": "q1",
                "text": "好吗",
                "choices": [{"key": "1", "text": "好"}, {"key": "2", "text": "否"}],
            }
        ],
    }
    made = page.post("/api/polls", sheet, content_type=JSON)
    assert made.status_code == 201, made.content
    told(who("8100"), "vote", {"poll": "park", "question": "q1", "choices": "1"}, "13800000001")
    longer = {**sheet, "title": "公园改造", "version": 1}
    assert page.put("/api/polls/park", longer, content_type=JSON).json()["version"] == 2
    asked = [{**sheet["questions"][0], "text": "坏吗"}]
    other = page.put(
        "/api/polls/park", {**longer, "version": 2, "questions": asked}, content_type=JSON
    )
    assert other.json()["error"]["code"] == "poll.begun"
    stale = page.put("/api/polls/park", longer, content_type=JSON)
    assert stale.json()["error"]["code"] == "poll.version_conflict"
    assert page.delete("/api/polls/park").json()["error"]["code"] == "poll.begun"
    assert login("8001").get("/api/polls").status_code == 403
    assert login("8100", "shixian").get("/api/polls/park").status_code == 404


def test_a_function_that_is_off_is_gone(login: Callable[..., Client], centre: Centre) -> None:
    Centre.objects.filter(pk=centre.pk).update(
        functions_off=["polls", "knowledge", "look_ups", "surveys"]
    )
    for path, number in (
        ("polls", "8100"), ("surveys", "8100"), ("knowledge", "8001"), ("connections", "9000"),
    ):  # fmt: skip
        answer = login(number).get(f"/api/{path}")
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "function.off")


def test_surveys_count_the_first_answer_with_its_agent(
    who: Callable[[str], Actor], login: Callable[..., Client]
) -> None:
    me = who("8100")
    data = {"question": "satisfaction", "answer": "5", "agent": "8001"}
    entry = told(me, "survey", data, "13800000001", NOW)
    hand_over(Entry(entry.call, 9, entry.centre, entry.at, "survey", {**data, "answer": "1"}))
    told(me, "survey", {**data, "answer": "2"}, "13800000002", NOW)
    told(me, "survey", {**data, "answer": "*"}, "13800000002", NOW)
    with me.scope():
        assert SurveyAnswer.objects.count() == 2
    page = login("8100")
    assert page.get("/api/surveys?agent=8001").json()["total"] == 2
    means = page.get("/api/surveys/means?from=2026-03-01T00:00:00Z&to=2026-03-03T00:00:00Z").json()
    assert [(m["agent"], m["answers"], m["mean"]) for m in means] == [("8001", 2, 3.5)]
    assert login("8001").get("/api/surveys").status_code == 403


def test_means_of_too_long_a_period_are_refused_instead_of_cut(
    who: Callable[[str], Actor], login: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    for question in ("satisfaction", "speed"):
        data = {"question": question, "answer": "5", "agent": "8001"}
        told(who("8100"), "survey", data, "13800000001", NOW)
    path = "/api/surveys/means?from=2026-03-01T00:00:00Z&to=2026-03-03T00:00:00Z"
    monkeypatch.setattr(surveys, "MOST_ROWS", 2)
    assert len(login("8100").get(path).json()) == 2
    monkeypatch.setattr(surveys, "MOST_ROWS", 1)
    refused = login("8100").get(path)
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "survey.too_long")
    assert refused.json()["error"]["details"] == {"most": 1}


def test_a_caller_is_remembered_by_language_and_by_no_number(who: Callable[[str], Actor]) -> None:
    me = who("8100")
    assert remembered_language(me.centre, "13800000001") is None
    told(me, "language", {"language": "yue"}, "13800000001", NOW)
    told(me, "language", {"language": "fr"}, "13800000001")
    with me.scope():
        remember_language(me.centre, "13800000001", "en", NOW - timedelta(days=1))
    assert remembered_language(me.centre, "13800000001") == "yue"
    assert remembered_language(me.centre, "") is None


def _case(who: Actor, phone: str) -> tuple[str, str]:
    draft = case_actions.Draft(type="help", title="路灯不亮", phone=phone)
    case, code = case_actions.open_case(who, draft)
    return case.number, str(code)


def test_a_caller_hears_their_own_case_by_its_code(who: Callable[[str], Actor]) -> None:
    me = who("8001")
    older, old_code = _case(me, "13800000009")
    newest, code = _case(me, "13800000009")
    assert status_by_caller(me.centre, "13800000009", code).number == newest
    assert status_by_caller(me.centre, "13800000009", old_code).number == older
    for caller in ("13800000008", ""):
        with pytest.raises(UnknownNumber):
            status_by_caller(me.centre, caller, code)
    for _ in range(3):
        with pytest.raises(WrongCode):
            status_by_caller(me.centre, "13800000009", "x")
    for right in (code, old_code):
        with pytest.raises(CodeLocked):
            status_by_caller(me.centre, "13800000009", right)
