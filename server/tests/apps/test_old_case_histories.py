"""Histories of cases that moved before there were any, or under an older process meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace
from typing import get_args

import pytest
from django.db import connection

from lianxin.cases.actions import Draft, open_case
from lianxin.cases.events import history
from lianxin.cases.lifecycle import transition
from lianxin.cases.models import Case, CaseEvent
from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.rules.lifecycle import CaseState
from tests.apps.case_history import unfolded
from tests.apps.conftest import who_is

pytestmark = pytest.mark.django_db
STATES = get_args(CaseState)


@pytest.fixture
def agent(who: Callable[[str], Actor]) -> Actor:
    return who("8001")


@pytest.fixture
def case(agent: Actor) -> Case:
    return open_case(agent, Draft(type="help", title="路灯不亮"))[0]


def old_case(agent: Actor, number: str, state: CaseState) -> Case:
    with agent.scope():
        return Case.objects.create(
            centre_id=agent.centre,
            number=number,
            type="help",
            source="phone",
            title="旧工单",
            state=state,
            created_by_id=agent.person,
        )


def test_the_migration_says_what_is_known_and_that_the_rest_is_not(
    agent: Actor, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    migration = import_module("lianxin.cases.migrations.0004_events_of_old_cases")
    monkeypatch.setattr(migration, "PART", 2)  # several parts, and one that is not full
    rows = [old_case(agent, f"99012603010000{n}0", state) for n, state in enumerate(STATES)]
    stranger = old_case(who_is("shixian", "8001"), "9902260301000010", "closed")
    for _ in range(2):  # the second time finds nothing to do
        migration.write(None, SimpleNamespace(connection=connection))
    with agent.scope():
        assert unfolded() == []
    for row in rows:
        first, *rest = history(agent, row)
        assert (first.event, first.at, first.by_id) == ("opened", row.created_at, agent.person)
        assert [(e.event, e.before, e.after, e.by_id, e.allowed_by) for e in rest] == (
            []
            if row.state == "accepted"
            else [("migrated", "accepted", row.state, None, "migration")]
        )
    assert [event.event for event in history(agent, case)] == ["opened"]
    with scope(stranger.centre_id):
        assert CaseEvent.objects.filter(case=stranger).count() == 2


def test_a_case_that_an_older_process_opened_gets_its_beginning_late(agent: Actor) -> None:
    row = old_case(agent, "9901260301000010", "in_progress")
    assert history(agent, row) == []
    transition(agent, row.pk, 1, "returned")
    assert [(e.event, e.after, e.allowed_by) for e in history(agent, row)] == [
        ("opened", "accepted", "migration"),
        ("migrated", "in_progress", "migration"),
        ("returned", "accepted", "role:agent"),
    ]


def test_what_an_older_process_did_meanwhile_leaves_no_gap(agent: Actor, case: Case) -> None:
    with agent.scope():
        Case.objects.filter(pk=case.pk).update(state="in_progress")
    transition(agent, case.pk, 1, "returned")
    assert [(e.event, e.before, e.after, e.allowed_by) for e in history(agent, case)][1:] == [
        ("migrated", "accepted", "in_progress", "migration"),
        ("returned", "in_progress", "accepted", "role:agent"),
    ]
    with agent.scope():
        assert unfolded() == []
