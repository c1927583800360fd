"""Pages hear of cases and recordings that change, and of nothing that was only read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lianxin.calls.models import Recording
from lianxin.cases import queries
from lianxin.cases.actions import Draft, change_case, open_case
from lianxin.centres.access import Actor
from lianxin.centres.announce import kinds_changed

pytestmark = pytest.mark.django_db


def announced(act: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as told:
        act()
    return sum("pg_notify" in query["sql"] for query in told)


def test_a_case_is_announced_when_it_changes_and_not_when_it_is_read(
    who: Callable[[str], Actor],
) -> None:
    agent = who("8001")
    draft = Draft(type="help", title="路灯不亮", phone="13900000009", secrecy="confidential")
    assert announced(lambda: open_case(agent, draft)) == 1
    case, _ = open_case(agent, draft)
    assert announced(lambda: queries.case(agent, case.pk)) == 0
    assert announced(lambda: change_case(agent, case.pk, 1, {"title": "路灯"})) == 1


def test_a_case_has_the_conversation_of_the_call_that_it_was_filed_in(
    who: Callable[[str], Actor], recorded: Callable[..., Recording]
) -> None:
    agent, talk = who("8001"), recorded("conversation")
    draft = Draft(type="help", title="路灯不亮", phone="13900000009", call=talk.call_id)
    filed, _ = open_case(agent, draft)
    other, _ = open_case(agent, Draft(type="help", title="路灯不亮", phone="13900000009"))
    assert [each.pk for each in queries.recordings(agent, filed)] == [talk.pk]
    assert queries.recordings(agent, other) == []


def test_what_was_announced_is_told_by_centre_and_kind() -> None:
    """And not about what: it goes to everybody. A process of before an update says an id, too."""
    said = {"1 case ", "1 case 0192f0c1", "1 recording ", "2 case "}
    assert kinds_changed(said) == [(1, "case"), (1, "recording"), (2, "case")]


def test_what_is_announced_names_nothing(who: Callable[[str], Actor]) -> None:
    agent = who("8001")
    with CaptureQueriesContext(connection) as queries_made:
        case, _ = open_case(agent, Draft(type="help", title="路灯不亮", secrecy="confidential"))
    said = [query["sql"] for query in queries_made if "pg_notify" in query["sql"]]
    assert [f"'{agent.centre} case '" in each for each in said] == [True]
    assert str(case.pk) not in said[0]
