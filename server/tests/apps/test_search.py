"""Ctrl+K asks for everything at once, and is told no more than each list would tell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from lianxin.calls.models import Call, Recording
from lianxin.cases.actions import Draft, open_case
from lianxin.cases.models import Case
from lianxin.centres.access import Actor
from lianxin.centres.models import Centre
from lianxin.knowledge.actions import EntryDraft, make

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]


def found(client: Client, q: str) -> dict[str, list[Any]]:
    answer = client.get("/api/search", {"q": q})
    assert answer.status_code == 200, answer.content
    body: dict[str, list[Any]] = answer.json()
    return body


def test_cases_are_found_by_number_title_and_telephone(
    login: Login, who: Callable[[str], Actor]
) -> None:
    draft = Draft(type="complaint", title="夜间施工噪声", phone="13900000777")
    case, _ = open_case(who("8001"), draft)
    client = login("8001")
    for q in (case.number, case.number[4:], "施工 噪声", "13900000777"):
        assert [each["number"] for each in found(client, q)["cases"]] == [case.number], q
    assert found(client, "施工 消毒")["cases"] == []


def test_confidential_cases_are_found_by_their_readers_only(
    login: Login, who: Callable[[str], Actor]
) -> None:
    open_case(who("9100"), Draft(type="report", title="密件甲", secrecy="confidential"))
    assert len(found(login("9100"), "密件甲")["cases"]) == 1
    assert found(login("8001"), "密件甲")["cases"] == []


def test_calls_are_found_by_three_digits_and_more(
    login: Login, recorded: Callable[..., Recording]
) -> None:
    call = recorded().call
    client = login("8001")
    assert [each["id"] for each in found(client, "13800000001")["calls"]] == [str(call.pk)]
    assert found(client, "38")["calls"] == []
    assert found(client, "王女士")["calls"] == []


def test_what_is_long_past_is_found_by_its_whole_number_only(
    login: Login, who: Callable[[str], Actor], recorded: Callable[..., Recording]
) -> None:
    """A part of a number would be looked for in every row that there ever was."""
    case, _ = open_case(who("8001"), Draft(type="help", title="路灯不亮", phone="13900000777"))
    call, long_past = recorded().call, timezone.now() - timedelta(days=400)
    with who("8001").scope():
        Case.objects.filter(pk=case.pk).update(created_at=long_past)
        Call.objects.filter(pk=call.pk).update(started_at=long_past)
    client = login("8001")
    for q in (case.number, "13900000777"):
        assert [each["number"] for each in found(client, q)["cases"]] == [case.number], q
    for q in (case.number[4:], "路灯", "1390000"):
        assert found(client, q)["cases"] == [], q
    assert [each["id"] for each in found(client, "13800000001")["calls"]] == [str(call.pk)]
    assert found(client, "1380000000")["calls"] == []


def test_people_are_for_those_who_may_read_the_roster(login: Login) -> None:
    assert [each["number"] for each in found(login("8100"), "8001")["people"]] == ["8001"]
    assert found(login("8001"), "8001")["people"] == []


def test_knowledge_is_found_by_its_title_and_not_where_it_is_switched_off(
    login: Login, centre: Centre, who: Callable[[str], Actor]
) -> None:
    make(
        who("9000"),
        EntryDraft(
            code="heating",
            titles={"zh": "供暖 时间"},
            bodies={"zh": "十一月起"},
            state="published",
        ),
    )
    assert [each["code"] for each in found(login("8001"), "供暖")["knowledge"]] == ["heating"]
    assert found(login("8001"), "十一月")["knowledge"] == []
    centre.functions_off = ["knowledge"]
    centre.save()
    assert found(login("8001"), "供暖")["knowledge"] == []


def test_a_role_that_lists_nothing_finds_nothing(
    login: Login, who: Callable[[str], Actor], recorded: Callable[..., Recording]
) -> None:
    open_case(who("8001"), Draft(type="help", title="138", phone="13800000001"))
    recorded()
    body = found(login("9200"), "138")
    assert (body["cases"], body["calls"], body["people"]) == ([], [], [])


def test_other_centres_are_not_searched(login: Login, recorded: Callable[..., Recording]) -> None:
    recorded(code="shixian")
    assert found(login("8100"), "13800000001")["calls"] == []


def test_five_of_each_in_few_queries(
    login: Login, who: Callable[[str], Actor], django_assert_max_num_queries: Any
) -> None:
    for _ in range(7):
        open_case(who("8001"), Draft(type="help", title="路灯不亮"))
    client = login("8100")
    with django_assert_max_num_queries(30):
        assert len(found(client, "路灯")["cases"]) == 5


@pytest.mark.parametrize("q", ["", "x", " y ", "z" * 65])
def test_too_little_and_too_much_is_refused(login: Login, q: str) -> None:
    answer = login("8001").get("/api/search", {"q": q})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "request.invalid")


def test_knowledge_that_is_no_ones_to_hear_is_found_and_listed_by_its_writers_only(
    login: Login, who: Callable[[str], Actor]
) -> None:
    """The list, the entry, its history and both searches go by one rule."""
    admin = who("9000")
    make(admin, EntryDraft("grown", titles={"zh": "办证指南甲"}, state="published"))
    make(admin, EntryDraft("sketch", titles={"zh": "办证指南乙"}))
    below = EntryDraft("below", parent="sketch", titles={"zh": "办证指南丙"}, state="published")
    make(admin, below)
    ways: tuple[Callable[[Client], list[Any]], ...] = (
        lambda client: client.get("/api/knowledge").json(),
        lambda client: client.get("/api/knowledge/search", {"q": "办证指南"}).json(),
        lambda client: found(client, "办证指南")["knowledge"],
    )
    ours = {"grown", "sketch", "below"}
    for number, seen in (("8001", {"grown"}), ("8100", {"grown"}), ("9000", ours)):
        client = login(number)
        for way in ways:
            assert {each["code"] for each in way(client)} & ours == seen, number
        for code in ours:
            for path in (f"/api/knowledge/{code}", f"/api/knowledge/{code}/versions"):
                assert client.get(path).status_code == (200 if code in seen else 404), path


@pytest.mark.parametrize("number", ["8001", "8100", "9100", "9000", "9200", "9900"])
def test_a_search_shows_what_the_lists_show(
    login: Login,
    who: Callable[[str], Actor],
    recorded: Callable[..., Recording],
    number: str,
) -> None:
    recorded("mailbox")
    open_case(who("8001"), Draft(type="help", title="13800000001", phone="13800000001"))
    secret = Draft(type="help", title="密件", phone="13800000001", secrecy="confidential")
    open_case(who("9100"), secret)
    make(who("9000"), EntryDraft("sketch", titles={"zh": "13800000001"}))
    client = login(number)
    hits = found(client, "13800000001")
    for kind, key in (("cases", "id"), ("calls", "id"), ("knowledge", "code")):
        answer = client.get(f"/api/{kind}")
        body = answer.json()
        rows = body if isinstance(body, list) else body.get("items", [])
        assert {each[key] for each in hits[kind]} <= {each[key] for each in rows}, kind
