"""The audit trail and the alarms bring the names of what they speak of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from lianxin.calls.models import Recording
from lianxin.cases.actions import Draft, open_case
from lianxin.centres.access import Actor
from lianxin.centres.alarms import raise_alarm
from lianxin.centres.models import AuditEntry
from lianxin.flows.actions import publish
from lianxin.flows.default import template
from lianxin.flows.drafting import rename
from lianxin.knowledge import actions as knowledge
from lianxin.knowledge.actions import EntryDraft
from lianxin.lines.actions import open_line
from lianxin.queues.actions import open_queue, set_members

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]


def entries(client: Client, **wanted: Any) -> list[dict[str, Any]]:
    answer = client.get("/api/audit", wanted)
    assert answer.status_code == 200, answer.content
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def names(client: Client, action: str, object_id: object) -> dict[str, str]:
    """Those of the newest entry of ``action`` about this object."""
    found: dict[str, str] = entries(client, action=action, object_id=str(object_id))[0]["names"]
    return found


def test_people_queues_lines_and_cases_have_their_names(
    login: Login, who: Callable[[str], Actor]
) -> None:
    admin, agent = who("9000"), who("8001")
    queue = open_queue(admin, "night", "夜班")
    set_members(admin, "night", ["8001", "8002"])
    publish(admin, "night", "夜班流程", template())
    line = open_line(admin, "12399", "夜班线", "night")
    case, _ = open_case(agent, Draft(type="help", title="不该出现的标题"))
    client = login("9000")
    members = names(client, "queue.members_set", queue.pk)
    assert members[f"queue:{queue.pk}"] == "夜班 (night)"
    assert members["number:8001"].startswith("8001 ")
    assert names(client, "line.opened", line.pk) == {f"line:{line.pk}": "12399 夜班线"}
    assert names(client, "case.opened", case.pk) == {f"case:{case.pk}": case.number}


def test_a_refused_login_is_named_by_its_number_never_by_a_key(
    login: Login, who: Callable[[str], Actor]
) -> None:
    admin, key = login("9000"), str(who("8001").person)
    for typed in (key, "8001", "no such"):
        body = f'{{"centre": "shifan", "number": "{typed}", "password": "x"}}'
        Client().post("/api/session", body, content_type="application/json")
    assert names(admin, "session.refused", key) == {}
    assert names(admin, "session.refused", "no such") == {}
    assert names(admin, "session.refused", "8001")["person:8001"].startswith("8001 ")


def test_a_recording_is_named_by_its_time_and_a_reply_by_its_case(
    login: Login, who: Callable[[str], Actor], recorded: Callable[..., Recording]
) -> None:
    admin = who("9000")
    row = recorded()
    case, _ = open_case(who("8001"), Draft(type="help", title="x"))
    with admin.scope():
        raise_alarm(admin.centre, "recording.mismatch", "recording", row.pk)
        raise_alarm(admin.centre, "text.unread", "reply", case.pk)
        raise_alarm(admin.centre, "prompt.file_missing", "prompt", "welcome zh")
    alarms = {
        each["code"]: each["names"] for each in login("9000").get("/api/alarms").json()["items"]
    }
    assert alarms["recording.mismatch"] == {f"recording:{row.pk}": "2026-03-02T01:00:00+00:00"}
    assert alarms["text.unread"] == {f"reply:{case.pk}": case.number}
    assert alarms["prompt.file_missing"] == {}


def test_a_page_asks_once_for_each_kind(
    login: Login, who: Callable[[str], Actor], django_assert_max_num_queries: Any
) -> None:
    admin = who("9000")
    for number in range(20):
        open_queue(admin, f"queue-{number}", "夜班")
        open_case(who("8001"), Draft(type="help", title="x"))
    client = login("9000")
    with django_assert_max_num_queries(30):
        assert len(entries(client)) >= 40


def all_names(client: Client, **wanted: Any) -> list[tuple[str, dict[str, str]]]:
    """Action and names of each entry, the oldest first."""
    return [(each["action"], each["names"]) for each in reversed(entries(client, **wanted))]


def test_a_code_that_is_given_again_leaves_the_old_entries_their_name(
    login: Login, who: Callable[[str], Actor]
) -> None:
    admin = who("9000")
    for title in ("旧单页", "新单页"):
        knowledge.make(admin, EntryDraft("leaflet", titles={"zh": title}))
        if title == "旧单页":
            knowledge.remove(admin, "leaflet")
    assert all_names(login("9000"), object_id="leaflet") == [
        ("knowledge.made", {"knowledge:leaflet": "旧单页 (leaflet)"}),
        ("knowledge.removed", {"knowledge:leaflet": "旧单页 (leaflet)"}),
        ("knowledge.made", {"knowledge:leaflet": "新单页 (leaflet)"}),
    ]


def test_what_is_renamed_keeps_its_old_name_in_old_entries(
    login: Login, who: Callable[[str], Actor]
) -> None:
    admin = who("9000")
    for code in ("dusk", "dawn"):
        publish(admin, code, "夜班流程", template())
    rename(admin, "dusk", 1, "白班流程")
    told = [
        name
        for _, names in all_names(login("9000"), object_type="flow")
        for name in names.values()
        if "(dusk)" in name or "(dawn)" in name
    ]
    assert told == ["夜班流程 (dusk)", "夜班流程 (dawn)", "白班流程 (dusk)"]


def test_an_entry_of_before_names_were_kept_says_that_its_names_are_todays(
    login: Login, who: Callable[[str], Actor]
) -> None:
    admin = who("9000")
    queue = open_queue(admin, "night", "夜班")
    with admin.scope():
        AuditEntry.objects.create(
            centre_id=admin.centre,
            action="queue.opened",
            object_type="queue",
            object_id=str(queue.pk),
        )
    old, new = entries(login("9000"), object_type="queue", object_id=str(queue.pk))
    assert (old["names_today"], new["names_today"]) == (True, False)
    assert old["names"] == new["names"] == {f"queue:{queue.pk}": "夜班 (night)"}
