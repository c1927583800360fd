"""How queues are set: who may, what the switchboard is told of it, what the trail says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lianxin.centres.access import Actor
from lianxin.centres.errors import NotAllowed, NotFound
from lianxin.centres.models import AuditEntry, Person
from lianxin.lines.loading import load_plans
from lianxin.queues.actions import QueueChange, change_members, change_queue
from lianxin.queues.errors import NoSuchAgents, QueueConflict
from lianxin.queues.queries import settings_of

pytestmark = pytest.mark.django_db

SHORT = QueueChange("人工服务", ring_seconds=15, may_cut_announcement=True)


def test_what_is_set_is_in_the_plans(who: Callable[[str], Actor]) -> None:
    change_queue(who("9000"), "general", 1, SHORT)
    plan = next(each for each in load_plans().queues if each.centre == who("9000").centre)
    assert (plan.ring_seconds, plan.may_cut_announcement) == (15, True)
    [(queue, agents)] = settings_of(who("8100"))
    assert (queue.version, queue.may_cut_announcement) == (2, True)
    assert "8001" in agents


def test_the_trail_says_what_was_changed_and_nothing_of_the_rest(
    who: Callable[[str], Actor],
) -> None:
    admin = who("9000")
    change_queue(admin, "general", 1, SHORT)
    change_queue(admin, "general", 2, SHORT)  # nothing is otherwise
    with admin.scope():
        [entry] = AuditEntry.objects.filter(action="queue.changed")
    assert entry.data["after"] == {"ring_seconds": 15, "may_cut_announcement": True}
    assert entry.data["before"] == {"ring_seconds": 20, "may_cut_announcement": False}
    assert entry.names == {f"queue:{entry.object_id}": "人工服务 (general)"}


def test_an_administrator_sets_them_and_those_who_lead_read_them(
    who: Callable[[str], Actor],
) -> None:
    for number in ("8001", "8100", "9200"):
        with pytest.raises(NotAllowed):
            change_queue(who(number), "general", 1, SHORT)
    with pytest.raises(NotAllowed):
        settings_of(who("8001"))
    with pytest.raises(NotFound):
        change_queue(who("9000"), "nowhere", 1, SHORT)


def _served(who: Actor) -> dict[str, tuple[str, ...]]:
    return {each.number: each.queues for each in load_plans().agents if each.centre == who.centre}


def test_who_serves_a_queue_is_in_the_plans_and_in_the_trail(who: Callable[[str], Actor]) -> None:
    lead = who("8100")
    change_members(lead, "general", 1, ["8003", "8001", "8001"])
    assert _served(lead) == {"8001": ("general",), "8002": (), "8003": ("general",)}
    [(queue, agents)] = settings_of(lead)
    assert (queue.version, agents) == (2, ["8001", "8003"])
    change_members(lead, "general", 2, ["8001", "8003"])  # nothing is otherwise
    with lead.scope():
        entry = AuditEntry.objects.filter(action="queue.members_set").latest("pk")
    assert (entry.person_id, entry.data["numbers"]) == (lead.person, ["8001", "8003"])
    assert entry.data["before"] == {"agents": ["8001", "8002", "8003"]}
    change_members(who("9000"), "general", 2, [])
    assert set(_served(lead).values()) == {()}


def test_members_are_changed_by_who_leads_and_over_nobody_else(
    who: Callable[[str], Actor],
) -> None:
    for number in ("8001", "9200"):
        with pytest.raises(NotAllowed):
            change_members(who(number), "general", 1, ["8001"])
    with pytest.raises(NotFound):
        change_members(who("8100"), "nowhere", 1, ["8001"])
    change_queue(who("9000"), "general", 1, SHORT)
    with pytest.raises(QueueConflict):
        change_members(who("8100"), "general", 1, ["8001"])


def test_only_agents_of_the_centre_are_added(who: Callable[[str], Actor]) -> None:
    lead = who("8100")
    with pytest.raises(NoSuchAgents) as raised:
        change_members(lead, "general", 1, ["8001", "9000", "4711"])
    assert raised.value.details["numbers"] == "4711, 9000"
    with lead.scope():
        Person.objects.filter(number="8001").update(roles=[])  # serves it since
        Person.objects.filter(number="8003").update(active=False)
    change_members(lead, "general", 1, ["8001"])
    with lead.scope():
        Person.objects.filter(number="8003").update(active=True)
    [(_, agents)] = settings_of(lead)
    assert agents == ["8001", "8003"]  # who was away meanwhile is back where they were
