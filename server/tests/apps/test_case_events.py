"""A case moves by events: who may do which, what is kept of each, and that the state follows."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
import uuid_utils.compat
from django.db import IntegrityError, transaction
from django.test import Client

from lianxin.api.root import api
from lianxin.cases import errors
from lianxin.cases.access import MAY_DO, events_possible
from lianxin.cases.actions import Draft, change_case, open_case
from lianxin.cases.errors import IllegalState, ReasonMissing, RequestReused, StateByEvents
from lianxin.cases.events import history
from lianxin.cases.intake import open_from_recording
from lianxin.cases.lifecycle import transition
from lianxin.cases.models import Case, CaseEvent
from lianxin.cases.replies import approve_reply, draft_reply
from lianxin.centres.access import Actor
from lianxin.centres.errors import NotAllowed, NotFound
from lianxin.centres.models import AuditEntry, Centre
from lianxin.rules import lifecycle
from lianxin.rules.lifecycle import CASE, REASON_NEEDED, REPLY_NEEDED, CaseState
from tests.apps.case_history import unfolded
from tests.apps.conftest import who_is

pytestmark = pytest.mark.django_db
People = Callable[[str], Actor]
Login = Callable[..., Client]
Moved = Callable[[CaseState], Case]

STATES = get_args(CaseState)
EVENTS = get_args(lifecycle.CaseEvent)
#: Why each of the made-up city's people may work on cases, as far as they may.
GROUNDS = {
    "8001": "role:agent",
    "8100": "role:supervisor",
    "9100": "right:mailbox",
    "9000": None,
    "9200": None,
}


@pytest.fixture
def agent(who: People) -> Actor:
    return who("8001")


@pytest.fixture
def case(agent: Actor) -> Case:
    return open_case(agent, Draft(type="help", title="路灯不亮"))[0]


def way_to(state: CaseState) -> list[lifecycle.CaseEvent]:
    """The shortest way from where a case begins."""
    ways: list[tuple[CaseState, list[lifecycle.CaseEvent]]] = [(lifecycle.CASE_OPENED, [])]
    for here, way in ways:
        if here == state:
            return way
        ways += [(after, [*way, event]) for event, after in CASE[here].items()]
    raise AssertionError(state)


@pytest.fixture
def moved(agent: Actor, case: Case) -> Moved:
    """The case in a state that events have led it to."""

    def move(state: CaseState) -> Case:
        row = case
        for event in way_to(state):
            if event in REPLY_NEEDED:
                drafted = draft_reply(agent, row.pk, row.version, "已修好", "zh")
                row = approve_reply(who_is("shifan", "8100"), row.pk, drafted.version)
            else:
                row = transition(agent, row.pk, row.version, event, "理由")
        return row

    return move


@pytest.mark.parametrize("number", GROUNDS)
@pytest.mark.parametrize("state", STATES)
def test_who_may_do_what_from_where(
    who: People, moved: Moved, state: CaseState, number: str
) -> None:
    person, row, ground = who(number), moved(state), GROUNDS[number]
    unanswered = tuple(event for event in CASE[state] if event not in REPLY_NEEDED)
    assert events_possible(person, state, False) == (unanswered if ground else ())
    approves = number == "8100"
    assert events_possible(person, state, True) == (
        tuple(CASE[state]) if approves else unanswered if ground else ()
    )
    for event in EVENTS:
        with person.scope():
            before = CaseEvent.objects.count()
        if ground is None or (event in REPLY_NEEDED and not approves):
            with pytest.raises(NotAllowed):
                transition(person, row.pk, row.version, event, "理由")
        elif event not in CASE[state]:
            with pytest.raises(IllegalState) as refused:
                transition(person, row.pk, row.version, event, "理由")
            assert refused.value.details["possible"] == sorted(CASE[state])
        elif event in REPLY_NEEDED:
            with pytest.raises(errors.NoReply):
                transition(person, row.pk, row.version, event, "理由")
        else:
            with transaction.atomic():
                _happens(person, row, event, ground)
                transaction.set_rollback(True)
        with person.scope():
            assert CaseEvent.objects.count() == before


def _happens(person: Actor, row: Case, event: lifecycle.CaseEvent, ground: str) -> None:
    after = transition(person, row.pk, row.version, event, "理由")
    last = history(person, after)[-1]
    assert (after.version, after.updated_by_id) == (row.version + 1, person.person)
    assert (last.before, last.after, after.state) == (row.state, after.state, last.after)
    assert last.after == CASE[row.state][event]
    assert (last.event, last.by_id, last.allowed_by) == (event, person.person, ground)
    with person.scope():
        assert unfolded() == []


def test_every_event_has_somebody_who_may_do_it() -> None:
    assert set(MAY_DO) == set(EVENTS)
    assert all(MAY_DO.values())


def test_no_case_is_answered_without_an_approved_reply_of_this_round(
    agent: Actor, login: Login, case: Case
) -> None:
    leader = who_is("shifan", "8100")
    path = f"/api/cases/{case.pk}"
    row = draft_reply(agent, case.pk, case.version, "已修好", "zh")
    said = {"version": row.version, "event": "replied"}
    assert error(post(login("8001"), f"{path}/events", said))[0] == 403
    assert error(post(login("8100"), f"{path}/events", said)) == (409, "case.no_reply")
    row = approve_reply(leader, case.pk, row.version)
    row = transition(agent, case.pk, row.version, "reworked", "没有修好")
    for person in ("8001", "8100", "9100"):
        body = login(person).get(path).json()
        assert "replied" not in {each["event"] for each in body["events_possible"]}
    with pytest.raises(errors.NoReply):  # the reply of the round before tells of nothing any more
        transition(leader, case.pk, row.version, "replied")
    assert [e.event for e in history(agent, case)] == ["opened", "replied", "reworked"]


@pytest.mark.parametrize("event", sorted(REASON_NEEDED))
def test_a_no_and_a_new_beginning_need_a_reason(
    agent: Actor, moved: Moved, event: lifecycle.CaseEvent
) -> None:
    row = moved("accepted" if event == "rejected" else "closed")
    for reason in ("", "  \n"):
        with pytest.raises(ReasonMissing):
            transition(agent, row.pk, row.version, event, reason)
    assert transition(agent, row.pk, row.version, event, " 不属本市 ").version == row.version + 1
    assert history(agent, row)[-1].reason == "不属本市"


def test_opening_is_the_first_event(agent: Actor, centre: Centre) -> None:
    by_hand, _ = open_case(agent, Draft(type="help", title="x"), "one-key")
    call, recording = uuid_utils.compat.uuid7(), uuid_utils.compat.uuid7()
    at = datetime(2026, 3, 1, 17, 0, tzinfo=UTC)
    open_from_recording(centre.pk, call, recording, "complaint", at)
    open_from_recording(centre.pk, call, recording, "complaint", at)
    with agent.scope():
        spoken = Case.objects.get(call=call)
        assert unfolded() == []
    (first,), (second,) = history(agent, by_hand), history(agent, spoken)
    assert (first.by_id, first.allowed_by) == (agent.person, "role:agent")
    assert (first.request_id, first.at) == ("one-key", by_hand.created_at)
    assert (second.by_id, second.allowed_by) == (None, "system")
    assert second.request_id == str(recording)


def test_an_approved_reply_is_an_event_and_says_which(agent: Actor, case: Case) -> None:
    leader = who_is("shifan", "8100")
    drafted = draft_reply(agent, case.pk, 1, "已修好", "zh")
    replied = approve_reply(leader, case.pk, drafted.version)
    last = history(agent, case)[-1]
    assert (last.event, last.by_id, last.allowed_by) == (
        "replied",
        leader.person,
        "role:supervisor",
    )
    assert (last.data, last.after) == ({"reply": 1}, "replied")
    again = draft_reply(agent, case.pk, replied.version, "更正", "zh")
    approve_reply(leader, case.pk, again.version)
    assert len(history(agent, case)) == 2, "a correction moves nothing"


def test_the_same_request_happens_once(agent: Actor, case: Case) -> None:
    data = {"department": "城管"}
    for _ in range(3):
        row = transition(agent, case.pk, 1, "dispatched", "首次", data, request_id="r1")
        assert (row.version, row.state) == (2, "dispatched")
    assert [(e.event, e.data) for e in history(agent, case)][1:] == [("dispatched", data)]
    with agent.scope():
        assert AuditEntry.objects.filter(action="case.changed").count() == 1
    for event, reason in (("dispatched", "改派"), ("returned", "首次")):
        with pytest.raises(RequestReused):
            transition(agent, case.pk, 2, event, reason, data, request_id="r1")  # type: ignore[arg-type]
    leader = who_is("shifan", "8100")  # another person's key is another key
    assert transition(leader, case.pk, 2, "dispatched", request_id="r1").version == 3


def test_fields_are_changed_by_their_own_act(agent: Actor, case: Case) -> None:
    assert change_case(agent, case.pk, 1, {"title": "路灯"}).version == 2
    assert [event.event for event in history(agent, case)] == ["opened"]
    with pytest.raises(StateByEvents):
        change_case(agent, case.pk, 2, {"title": "灯", "state": "closed"})
    with agent.scope():
        assert Case.objects.get(pk=case.pk).title == "路灯"


def test_the_audit_trail_says_which_event(agent: Actor, moved: Moved) -> None:
    moved("dispatched")
    with agent.scope():
        entry = AuditEntry.objects.filter(action="case.changed").latest("id")
    assert entry.data == {
        "event": "dispatched",
        "before": {"state": "accepted"},
        "after": {"state": "dispatched"},
    }


def test_an_event_of_a_case_that_is_not_ones_own_cannot_happen(case: Case) -> None:
    stranger = who_is("shixian", "8100")
    with pytest.raises(NotFound):
        transition(stranger, case.pk, 1, "closed")
    assert history(stranger, case) == []


def test_a_confidential_case_moves_for_its_readers_only(who: People) -> None:
    reader = who("9100")
    case, _ = open_case(reader, Draft(type="help", title="信箱", secrecy="confidential"))
    with pytest.raises(NotFound):
        transition(who("8100"), case.pk, 1, "closed")
    assert transition(reader, case.pk, 1, "closed").state == "closed"


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 1},
        {"before": ""},
        {"event": "opened"},
        {"event": "processing"},
        {"after": "processing"},
        {"allowed_by": "role:operator"},
    ],
)
def test_postgresql_refuses_a_history_that_cannot_be(
    agent: Actor, case: Case, wrong: dict[str, Any]
) -> None:
    row: dict[str, Any] = {
        "centre_id": agent.centre,
        "case": case,
        "number": 2,
        "at": case.created_at,
        "event": "closed",
        "before": "accepted",
        "after": "closed",
        "allowed_by": "system",
    }
    with agent.scope(), pytest.raises(IntegrityError, match="case_event"), transaction.atomic():
        CaseEvent.objects.create(**{**row, **wrong})


def test_one_request_of_the_system_happens_once(agent: Actor, case: Case) -> None:
    def add(number: int, request_id: str) -> None:
        CaseEvent.objects.create(
            centre_id=agent.centre,
            case=case,
            number=number,
            at=case.created_at,
            event="closed",
            before="accepted",
            after="closed",
            allowed_by="system",
            request_id=request_id,
        )

    with agent.scope():
        add(2, "one-key")
        add(3, "")
        add(4, "")
        with pytest.raises(IntegrityError, match="case_event_request"), transaction.atomic():
            add(5, "one-key")


# --- by the API ----------------------------------------------------------------------


def post(client: Client, path: str, body: Any, **headers: str) -> Any:
    text = json.dumps(body)
    return client.post(path, text, content_type="application/json", headers=headers)


def error(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def test_the_api_gives_what_may_happen_now_and_what_has(login: Login, case: Case) -> None:
    client, path = login("8001"), f"/api/cases/{case.pk}"
    new = client.get(path).json()
    assert new["events_possible"] == [
        {"event": "dispatched", "reason_needed": False},
        {"event": "closed", "reason_needed": False},
        {"event": "rejected", "reason_needed": True},
    ]
    (first,) = new["history"]
    assert (first["number"], first["event"]) == (1, "opened")
    assert (first["before"], first["after"], first["reason"]) == (None, "accepted", "")
    assert first["by"]["number"] == "8001"
    refusal = {"version": 1, "event": "rejected"}
    assert error(post(client, f"{path}/events", refusal)) == (422, "case.reason_missing")
    answer = post(login("8100"), f"{path}/events", {**refusal, "reason": " 不属\x00本市 "})
    assert answer.status_code == 200, answer.content
    body = answer.json()
    assert (body["state"], body["version"]) == ("rejected", 2)
    assert body["events_possible"] == [{"event": "reopened", "reason_needed": True}]
    last = body["history"][-1]
    assert (last["event"], last["before"], last["after"]) == ("rejected", "accepted", "rejected")
    assert (last["by"]["number"], last["reason"]) == ("8100", "不属本市")


@pytest.mark.parametrize("state", STATES)
def test_the_api_offers_what_the_rules_allow(login: Login, moved: Moved, state: CaseState) -> None:
    row = moved(state)
    offered = login("8001").get(f"/api/cases/{row.pk}").json()["events_possible"]
    assert {each["event"] for each in offered} == set(CASE[state]) - REPLY_NEEDED
    needed = {each["event"] for each in offered if each["reason_needed"]}
    assert needed == set(CASE[state]) & REASON_NEEDED


def test_an_event_that_is_sent_twice_happens_once(login: Login, case: Case) -> None:
    client, path = login("8001"), f"/api/cases/{case.pk}/events"
    step, key = {"version": 1, "event": "dispatched", "data": {"to": "城管"}}, "step-1"
    for _ in range(2):
        body = post(client, path, step, **{"Idempotency-Key": key}).json()
        assert (body["version"], len(body["history"])) == (2, 2)
    reused = post(client, path, {"version": 2, "event": "received"}, **{"Idempotency-Key": key})
    assert error(reused) == (409, "case.request_reused")
    assert error(post(client, path, step)) == (409, "case.version_conflict")


def test_a_state_that_is_written_is_refused_by_name(login: Login, case: Case) -> None:
    client, path = login("8001"), f"/api/cases/{case.pk}"
    change = json.dumps({"version": 1, "title": "x", "state": "closed"})
    answer = client.patch(path, change, content_type="application/json")
    assert error(answer) == (422, "case.state_by_events")
    assert client.get(path).json()["title"] == "路灯不亮"
    schemas = api.get_openapi_schema(path_prefix="/api/")["components"]["schemas"]
    assert "state" not in schemas["CaseUpdate"]["properties"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"event": "opened"},
        {"event": "migrated"},
        {"event": ""},
        {"reason": "长" * 501},
        {"data": {"Big Key": 1}},
        {"data": {"nested": {"a": 1}}},
        {"data": {"long": "长" * 501}},
        {"data": {"number": float("nan")}},
        {"data": {f"k{n}": n for n in range(21)}},
        {"state": "closed"},
        {"version": 0},
    ],
)
def test_what_is_no_event_is_refused(login: Login, case: Case, wrong: dict[str, Any]) -> None:
    body = {"version": 1, "event": "closed", **wrong}
    answer = post(login("8001"), f"/api/cases/{case.pk}/events", body)
    assert error(answer) == (422, "request.invalid")


def test_what_belongs_to_an_event_is_kept_clean(login: Login, agent: Actor, case: Case) -> None:
    data = {"text": " a\x00b ", "whole": 3, "part": 0.5, "yes": True, "none": None}
    post(
        login("8001"),
        f"/api/cases/{case.pk}/events",
        {"version": 1, "event": "closed", "data": data},
    )
    kept = history(agent, case)[-1].data
    assert kept == {"text": "ab", "whole": 3, "part": 0.5, "yes": True, "none": None}
    assert kept["yes"] is True
