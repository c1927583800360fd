"""What the switchboard is told, and when."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest

from lianxin.centres.access import Actor
from lianxin.centres.errors import NotAllowed
from lianxin.flows.actions import publish
from lianxin.flows.default import template
from lianxin.flows.errors import BrokenFlow
from lianxin.flows.models import FlowVersion
from lianxin.lines.actions import open_line
from lianxin.lines.errors import NumberTaken
from lianxin.lines.loading import load_plans
from lianxin.lines.plan import CHANNEL
from tests.stack import Stack

pytestmark = pytest.mark.django_db


def test_the_plans_hold_every_centre() -> None:
    plans = load_plans()
    assert [(line.number, line.centre_code) for line in plans.lines] == [
        ("12345", "shifan"),
        ("12346", "shixian"),
    ]
    assert [agent.number for agent in plans.agents] == ["8001", "8002", "8003", "8001", "8002"]
    assert {agent.queues for agent in plans.agents} == {("general",)}


def test_a_new_version_is_in_the_plans_and_the_old_one_stays(who: Callable[[str], Actor]) -> None:
    admin = who("9000")
    before = load_plans().lines[0].flow_version
    spec = {**template(), "title": "新版"}
    version = publish(admin, "article", "热线默认流程", spec)
    line = load_plans().lines[0]
    assert (line.flow_version, line.flow["title"], version.number) == (version.pk, "新版", 2)
    with admin.scope():
        assert FlowVersion.objects.filter(pk=before).exists()


def test_a_broken_flow_is_not_published(who: Callable[[str], Actor]) -> None:
    with pytest.raises(BrokenFlow):
        publish(who("9000"), "article", "x", {"spec": 1, "nodes": {}})
    with pytest.raises(NotAllowed):
        publish(who("8100"), "article", "x", template())


def test_a_number_belongs_to_one_line_of_the_platform(who: Callable[[str], Actor]) -> None:
    with pytest.raises(NumberTaken):
        open_line(who("9000"), "12346", "x", "article")


def test_a_change_is_announced_when_it_commits(database: Stack) -> None:
    url = database.env.database_url
    with psycopg.connect(url, autocommit=True) as listener, psycopg.connect(url) as writer:
        listener.execute(f"LISTEN {CHANNEL}")
        writer.execute("SELECT set_config('app.centre', '1', true)")
        writer.execute("UPDATE queues_queue SET name = name")
        writer.commit()
        heard = list(listener.notifies(timeout=5, stop_after=1))
    assert [notice.channel for notice in heard] == [CHANNEL]
