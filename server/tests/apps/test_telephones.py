"""One citizen is one, in whichever form their number is written or comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client
from django.utils import timezone

from lianxin.calls.models import Call
from lianxin.cases.actions import Draft, change_case, open_case
from lianxin.cases.events import history
from lianxin.cases.models import Case
from lianxin.cases.status import status_by_caller
from lianxin.centres.access import Actor
from lianxin.centres.models import AuditEntry, Centre
from lianxin.centres.telephone_field import stored_as_e164
from tests.apps.conftest import looked_up, who_is

pytestmark = pytest.mark.django_db

HERE, STORED = "13900007704", "+8613900007704"
FORMS = (HERE, STORED, "0086 139 0000 7704", "139-0000-7704", "１３９００００７７０４")


@pytest.fixture
def agent(who: Callable[[str], Actor]) -> Actor:
    return who("8001")


@pytest.fixture
def page(login: Callable[..., Client]) -> Client:
    return login("8001")


def called_from(agent: Actor, number: str) -> Call:
    with agent.scope():
        return Call.objects.create(
            id=uuid4(), centre_id=agent.centre, caller=number, started_at=timezone.now()
        )


def in_table(agent: Actor, table: str, column: str) -> list[str]:
    with agent.scope(), connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} ORDER BY 1")  # of this file
        return [number for (number,) in cursor.fetchall()]


@pytest.mark.parametrize("written", FORMS)
def test_a_case_is_found_by_every_form(agent: Actor, page: Client, written: str) -> None:
    case, code = open_case(agent, Draft(type="help", title="路灯不亮", phone=written))
    called_from(agent, written)
    assert case.phone == HERE
    assert in_table(agent, "cases_case", "phone") == [STORED]
    assert in_table(agent, "calls_call", "caller") == [STORED]
    for form in FORMS:
        cases = page.get("/api/cases", {"phone": form}).json()["items"]
        calls = page.get("/api/calls", {"caller": form}).json()["items"]
        assert ([row["phone"] for row in cases], [row["caller"] for row in calls]) == (
            [HERE],
            [HERE],
        )
        known = looked_up(page, form).json()
        assert (len(known["calls"]), len(known["cases"])) == (1, 1)
        told = page.get("/api/cases", {"q": form}).json()["items"]
        assert [row["number"] for row in told] == [case.number]
        found = page.get("/api/search", {"q": form}).json()
        assert (len(found["calls"]), len(found["cases"])) == (1, 1)
    assert code is not None
    assert status_by_caller(agent.centre, HERE, code).number == case.number


def test_what_was_typed_is_kept_beside_it(agent: Actor) -> None:
    case, _ = open_case(agent, Draft(type="help", title="路灯不亮", phone="139-0000-7704"))
    assert [event.data for event in history(agent, case)] == [{"phone_given": "139-0000-7704"}]
    change_case(agent, case.pk, case.version, {"phone": "010 5550 1000 转 8"})
    with agent.scope():
        last = AuditEntry.objects.filter(action="case.changed").latest("pk")
    assert last.data["after"] == {"phone": "01055501000", "phone_extension": "8"}
    assert last.data["phone_given"] == "010 5550 1000 转 8"


def test_an_extension_is_kept_beside_the_number(page: Client) -> None:
    def sent(method: str, path: str, **body: object) -> dict[str, Any]:
        answer = getattr(page, method)(path, body, content_type="application/json")
        assert answer.status_code in (200, 201), answer.content
        told: dict[str, Any] = answer.json()
        return told

    given = {"type": "help", "title": "路灯不亮", "phone": "(0755) 8888-1234 转 801"}
    case = sent("post", "/api/cases", **given)["case"]
    assert (case["phone"], case["phone_extension"]) == ("075588881234", "801")
    known = looked_up(page, "075588881234转801").json()
    assert [row["phone_extension"] for row in known["cases"]] == ["801"]
    changed = sent(
        "patch", f"/api/cases/{case['id']}", version=case["version"], phone="13900007704"
    )
    assert (changed["phone"], changed["phone_extension"]) == ("13900007704", "")


@pytest.mark.parametrize(
    "text", ["()", "12", "没有", "0755-88881234转", "139000077041390000770413"]
)
def test_what_is_no_number_is_told_wherever_one_is_taken(page: Client, text: str) -> None:
    answers = [
        looked_up(page, text),
        page.get("/api/calls", {"caller": text}),
        page.get("/api/cases", {"phone": text}),
        page.get("/api/messages", {"caller": text}),
        page.post(
            "/api/cases",
            {"type": "help", "title": "路灯不亮", "phone": text},
            content_type="application/json",
        ),
    ]
    for answer in answers:
        error = answer.json()["error"]
        assert (answer.status_code, error["code"]) == (422, "request.invalid")
        assert [each["type"] for each in error["details"]["fields"]] == ["telephone"]


def test_what_is_no_number_is_kept_as_it_is(agent: Actor) -> None:
    case, _ = open_case(agent, Draft(type="help", title="路灯不亮", phone="139000077041"))
    assert case.phone == "139000077041"
    assert [event.data for event in history(agent, case)] == [{}]


def test_a_number_of_this_city_is_completed(agent: Actor) -> None:
    Centre.objects.filter(pk=agent.centre).update(area_code="0990")
    agent = who_is("shifan", "8001")
    case, _ = open_case(agent, Draft(type="help", title="路灯不亮", phone="5550100"))
    assert case.phone == "09905550100"
    assert in_table(agent, "cases_case", "phone") == ["+869905550100"]


def test_a_case_number_is_found_in_groups(agent: Actor, page: Client) -> None:
    case, _ = open_case(agent, Draft(type="help", title="路灯不亮"))
    number = case.number
    for q in (f"{number[:4]} {number[4:10]} {number[10:15]} {number[15:]}", number[-6:]):
        found = page.get("/api/cases", {"q": q}).json()["items"]
        assert [row["number"] for row in found] == [number]


def test_a_case_number_is_found_as_it_is_pasted(agent: Actor, page: Client) -> None:
    number = open_case(agent, Draft(type="help", title="路灯不亮"))[0].number
    wide = number.translate({ord("0") + n: ord("０") + n for n in range(10)})
    for q in (wide, f"\u202d{number}\ufeff", f"{number[:4]}—{number[4:10]}-{number[10:]}"):
        found = page.get("/api/cases", {"q": q}).json()["items"]
        assert [row["number"] for row in found] == [number]


def test_words_are_looked_for_as_they_stand_in_a_title(agent: Actor, page: Client) -> None:
    case, _ = open_case(agent, Draft(type="help", title="2026-02-13（示范路 3/4 号），１２盏路灯"))
    for q in ("2026-02-13", "（示范路", "3/4", "１２盏", "），"):
        listed = page.get("/api/cases", {"q": q}).json()["items"]
        found = page.get("/api/search", {"q": q}).json()["cases"]
        assert [[row["number"] for row in rows] for rows in (listed, found)] == [[case.number]] * 2


def test_a_look_at_a_caller_is_noted_by_one_number(agent: Actor, page: Client) -> None:
    for form in FORMS:
        assert looked_up(page, form).json()["phone"] == HERE
    with agent.scope():
        noted = AuditEntry.objects.filter(action="caller.opened")
        assert {entry.object_id for entry in noted} == {HERE}


def test_the_migration_rewrites_what_is_there(
    agent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lianxin.centres.telephone_field.PART", 2)
    numbers = [HERE, "01055501000", "4008001234", "12345", "+85298765432", "不详", ""]
    stranger = who_is("shixian", "8001")
    for each in (*numbers, "13800000001"):
        owner = stranger if each == "13800000001" else agent
        case, _ = open_case(owner, Draft(type="help", title="旧工单"))
        with owner.scope(), connection.cursor() as cursor:
            cursor.execute("UPDATE cases_case SET phone = %s WHERE id = %s", [each, case.pk])
    step = stored_as_e164("cases_case", "phone")
    for _ in range(2):  # the second time finds nothing to do
        with connection.schema_editor() as editor:
            step.code(MigrationExecutor(connection).loader.project_state().apps, editor)
    assert set(in_table(agent, "cases_case", "phone")) == {
        *(STORED, "+861055501000", "+864008001234", "12345", "+85298765432", "不详", "")
    }
    assert in_table(stranger, "cases_case", "phone") == ["+8613800000001"]
    with agent.scope():
        assert {case.phone for case in Case.objects.all()} == set(numbers)
