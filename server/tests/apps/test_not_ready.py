"""How long agents were not ready: what the switchboard tells, and what supervisors read of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from lianxin.agents.actions import record
from lianxin.agents.changes import AgentChange
from lianxin.agents.models import NotReady
from lianxin.agents.queries import not_ready
from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre, Person
from lianxin.switchboard.ledger.journal import Journal
from lianxin.switchboard.ledger.shipper import Shipper

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]

#: 09:00 of a past day in the centre's zone.
NINE = datetime(2026, 3, 2, 1, 0, tzinfo=UTC).timestamp()
DAY = "/api/agents/not-ready?day=2026-03-02"


@pytest.fixture
def told(centre: Centre) -> Callable[..., AgentChange]:
    with scope(centre.pk):
        people = dict(Person.objects.values_list("number", "pk"))

    def change(number: str, at: float, reason: str = "") -> AgentChange:
        return AgentChange(centre.pk, people[number], at, reason)

    return change


def _items(browser: Client, path: str = DAY) -> list[Any]:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.content
    items: list[Any] = answer.json()["items"]
    return items


def test_times_are_added_up_by_agent_and_reason_however_often_they_are_told(
    login: Login, told: Callable[..., AgentChange]
) -> None:
    changes = [
        told("8001", NINE, "break"),
        told("8002", NINE + 10, "training"),
        told("8001", NINE + 600, "meal"),
        told("8001", NINE + 4200),
        told("8001", NINE + 5000, "break"),
        told("8001", NINE + 5060),
        told("8002", NINE + 100),
    ]
    for part in (changes[:3], changes, changes[2:]):  # in parts, and again
        record(part)
    first, second = _items(login("8100"))
    assert (first["agent"]["number"], first["seconds"], first["running"]) == ("8001", 4260.0, None)
    assert [(r["reason"], r["seconds"], r["times"]) for r in first["reasons"]] == [
        ("meal", 3600.0, 1),
        ("break", 660.0, 2),
    ]
    assert (second["agent"]["number"], second["seconds"]) == ("8002", 90.0)


def test_a_night_is_cut_at_midnight_of_the_centre(
    login: Login, told: Callable[..., AgentChange]
) -> None:
    before = NINE - 9 * 3600 - 60  # a minute before the day begins
    record([told("8001", before, "lost"), told("8001", NINE)])
    (item,) = _items(login("9000"))
    assert item["seconds"] == 9 * 3600
    (item,) = _items(login("9000"), DAY.replace("-02", "-01"))
    assert item["seconds"] == 60


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25)])
def test_a_day_on_which_clocks_are_moved_has_the_hours_that_passed(
    day: str, hours: int, who: Callable[[str], Actor], centre: Centre
) -> None:
    there = replace(who("8100"), zone="Europe/Berlin")
    noon = datetime.fromisoformat(f"{day}T12:00:00+00:00").astimezone(UTC)
    with scope(centre.pk):
        person = Person.objects.get(number="8001")
        NotReady.objects.create(
            centre=centre,
            person=person,
            reason="lost",
            began_at=noon - timedelta(days=1),
            ended_at=noon + timedelta(days=1),
        )
    _, [(_, times)] = not_ready(there, noon.date())
    assert times.seconds == hours * 3600


def test_what_runs_is_told_of_today(login: Login, told: Callable[..., AgentChange]) -> None:
    since = timezone.now() - timedelta(seconds=30)
    record([told("8001", since.timestamp(), "a word of another version")])
    (item,) = _items(login("8100"), "/api/agents/not-ready")
    assert item["running"]["reason"] == "other"
    assert 0 <= item["seconds"] < 3600


def test_it_is_for_those_who_lead_and_of_their_own_centre(
    login: Login, told: Callable[..., AgentChange]
) -> None:
    record([told("8001", NINE, "break"), AgentChange(10**9, 1, NINE, "break")])
    assert login("8001").get(DAY).status_code == 403
    assert login("8100").get(DAY + "x").status_code == 422


def test_what_the_journal_holds_comes_to_the_database(
    centre: Centre, told: Callable[..., AgentChange], tmp_path: Path
) -> None:
    journal = Journal(tmp_path)
    shipper = Shipper(tmp_path, lambda _: None, lambda _: None, {})
    journal.keep("agent:1", {"state": "not_ready"}, told("8001", NINE, "meal"))
    journal.keep("agent:1", None, told("8001", NINE + 60))
    shipper._ship_all()
    shipper._ship_all()
    with scope(centre.pk):
        (row,) = NotReady.objects.all()
    assert (row.reason, row.ended_at) == ("meal", row.began_at + timedelta(seconds=60))
