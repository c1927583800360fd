"""The trail and the alarms tell an administrator nothing of what is the mayor's mailbox's."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from lianxin.calls.actions import open_recording
from lianxin.calls.models import Call, CallSegment, Recording
from lianxin.cases.actions import Draft, change_case, open_case
from lianxin.cases.lifecycle import transition
from lianxin.cases.models import Case
from lianxin.centres import audit
from lianxin.centres.access import Actor
from lianxin.centres.alarms import alarms, clear, raise_alarm
from lianxin.centres.isolation import scope
from lianxin.centres.models import Person
from lianxin.notices.models import Notice
from tests.apps.conftest import looked_up

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]
People = Callable[[str], Actor]

WITHHELD = {"object_id": "", "data": {}, "names": {}, "names_today": False, "withheld": True}


@pytest.fixture
def letter(who: People, recorded: Callable[..., Recording]) -> tuple[Case, Recording, Notice]:
    """A case of the mailbox with all that was ever noted of such things, and two alarms."""
    reader, admin, recording = who("9100"), who("9000"), recorded("mailbox")
    draft = Draft(type="report", title="检举王某", call=recording.call_id)
    case, _ = open_case(reader, draft)
    change_case(reader, case.pk, 1, {"title": "检举李某"})
    transition(reader, case.pk, 2, "rejected", "不属实")
    open_recording(reader, recording.pk, begins=True)
    with scope(admin.centre):
        notice = Notice.objects.create(
            centre_id=admin.centre,
            key="x",
            number="13800000001",
            template="case_opened",
            text=f"工单 {case.number}",
            call=recording.call_id,
            next_at=recording.began_at,
        )
        audit.note(admin, "notice.sent_again", "notice", notice.pk)
        audit.note_system(admin.centre, "case.told", "case", case.pk, address="13800000001")
        raise_alarm(admin.centre, "recording.mismatch", "recording", recording.pk, reason="gone")
        raise_alarm(admin.centre, "text.unread", "reply", case.pk)
    clear(admin, next(row for row in alarms(admin).items if row.object_type == "reply").pk)
    return case, recording, notice


def listed(client: Client, path: str, **wanted: Any) -> list[dict[str, Any]]:
    answer = client.get(path, wanted)
    assert answer.status_code == 200, answer.content
    assert answer.json()["total"] == len(answer.json()["items"])
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def may_read_the_mailbox(admin: Actor) -> None:
    with admin.scope():
        Person.objects.filter(pk=admin.person).update(rights=["mailbox"])


def test_an_administrator_learns_that_something_was_done_and_not_to_which(
    login: Login, who: People, letter: tuple[Case, Recording, Notice]
) -> None:
    client = login("9000")
    told = [*listed(client, "/api/audit"), *listed(client, "/api/alarms")]
    about = [each for each in told if each["withheld"]]
    assert len(about) == 9
    for each in about:
        assert {name: each.get(name) for name in WITHHELD} == (
            WITHHELD if "action" in each else {**WITHHELD, "names_today": None}
        )
    case, recording, notice = letter
    page = json.dumps(told, ensure_ascii=False)
    secrets = (case.number, case.pk, case.call_id, recording.pk, notice.pk, "某", "不属实")
    assert [each for each in (*secrets, "rejected", "1380000") if str(each) in page] == []
    assert {each["object_type"] for each in about} == {
        *("case", "recording", "notice", "alarm", "reply"),
    }


def test_it_is_not_found_by_its_id_either(
    login: Login, who: People, letter: tuple[Case, Recording, Notice]
) -> None:
    client, (case, recording, notice) = login("9000"), letter
    plain, _ = open_case(who("8001"), Draft(type="help", title="x"))
    keys = [case.pk, recording.pk, notice.pk, case.number, case.call_id]
    assert [listed(client, "/api/audit", object_id=str(key)) for key in keys] == [[]] * 5
    assert listed(client, "/api/audit", object_id=str(case.pk), action="case.told") == []
    [found] = listed(client, "/api/audit", object_id=str(plain.pk))
    assert (found["withheld"], found["data"]) == (False, {"number": plain.number})


def test_who_reads_the_mailbox_too_sees_it_whole(
    login: Login, who: People, letter: tuple[Case, Recording, Notice]
) -> None:
    case, *_ = letter
    may_read_the_mailbox(who("9000"))
    client = login("9000")
    told = [*listed(client, "/api/audit"), *listed(client, "/api/alarms")]
    assert {each["withheld"] for each in told} == {False}
    assert "" not in {each["object_id"] for each in told}
    entries = listed(client, "/api/audit", object_id=str(case.pk))
    assert [each["action"] for each in entries] == [
        *("case.told", "case.changed", "case.changed", "case.opened"),
    ]
    assert {each["names"][f"case:{case.pk}"] for each in entries} == {case.number}
    assert entries[1]["data"]["event"] == "rejected"


def test_what_is_made_confidential_is_withheld_from_then_on(login: Login, who: People) -> None:
    """Also what was noted before; and told again when it is confidential no more."""
    client, reader = login("9000"), who("9100")
    case, _ = open_case(who("8001"), Draft(type="help", title="x"))
    for version, secrecy, withheld in ((1, "confidential", True), (2, "internal", False)):
        change_case(reader, case.pk, version, {"secrecy": secrecy})
        told = listed(client, "/api/audit", object_type="case")
        assert {each["withheld"] for each in told} == {withheld}


def test_a_cleared_alarm_names_nothing(
    login: Login, letter: tuple[Case, Recording, Notice]
) -> None:
    client = login("9000")
    [standing] = listed(client, "/api/alarms", cleared="false")
    answer = client.post(f"/api/alarms/{standing['id']}/clear").json()
    assert (answer["withheld"], answer["object_id"], answer["data"]) == (True, "", {})
    assert answer["cleared_by"]["number"] == "9000"


def looked_up_as(client: Client, **wanted: str) -> list[tuple[str, str]]:
    """Who looked whom up, as ``client`` reads it, newest first; "" where it is withheld."""
    rows = listed(client, "/api/audit", action="caller.opened", **wanted)
    return [(row["person"]["number"], row["object_id"]) for row in rows]


WROTE, PLAIN = "13800000001", "13800000055"


def test_what_a_look_up_tells_hangs_on_who_looked_and_not_on_the_number(
    login: Login, who: People, letter: tuple[Case, Recording, Notice]
) -> None:
    """Or an administrator would learn, by looking a number up, whether it wrote to the mayor."""
    case, *_ = letter
    with who("9000").scope():
        Person.objects.filter(pk=who("9000").person).update(roles=["administrator", "agent"])
    for number in ("9000", "8002", "9100"):
        for phone in (WROTE, PLAIN):
            assert looked_up(login(number), phone).status_code == 200
    admin = login("9000")
    shown = [(number, phone) for number in ("8002", "9000") for phone in (PLAIN, WROTE)]
    assert sorted(looked_up_as(admin)) == sorted([("9100", ""), ("9100", ""), *shown])
    for phone in (WROTE, PLAIN):
        assert looked_up_as(admin, object_id=phone) == [("8002", phone), ("9000", phone)]
    change_case(who("9100"), case.pk, 3, {"phone": PLAIN})
    assert looked_up_as(admin, person="9100") == [("9100", ""), ("9100", "")], "of before, too"
    may_read_the_mailbox(who("9000"))
    admin = login("9000")
    assert looked_up_as(admin, person="9100") == [("9100", PLAIN), ("9100", WROTE)]
    assert looked_up_as(admin, object_id=WROTE)[0] == ("9100", WROTE)


def test_a_look_up_that_does_not_say_is_taken_for_the_mailboxs(login: Login, who: People) -> None:
    with who("8001").scope():
        audit.note(who("8001"), "caller.opened", "phone", PLAIN)
    assert looked_up_as(login("9000")) == [("8001", "")]
    assert looked_up_as(login("9000"), object_id=PLAIN) == []


@pytest.mark.parametrize("why", ["talks", "rings", "over", "not theirs", "another number", "open"])
def test_who_talks_for_the_mailbox_names_nobody_by_looking_them_up(
    login: Login, who: People, recorded: Callable[..., Recording], why: str
) -> None:
    """Their own call, which they read anyway: of any other call they would learn."""
    agent, call = who("8001"), recorded("conversation", agent="8001").call
    now = timezone.now()
    given: dict[str, dict[str, Any]] = {
        "over": {"ended_at": now - timedelta(hours=2)},
        "not theirs": {"agent_id": who("8002").person},
        "another number": {"caller": "13800000077"},
        "open": {"secrecy": "internal"},
        "rings": {"agent_id": None},
    }
    with agent.scope():
        more = {"secrecy": "confidential", "ended_at": None, **given.get(why, {})}
        Call.objects.filter(pk=call.pk).update(**more)
        if why == "rings":
            CallSegment.objects.create(
                centre_id=agent.centre,
                call=call,
                ordinal=1,
                kind="ring",
                agent_id=agent.person,
                began_at=now,
            )
    assert looked_up(login("8001"), call.caller).status_code == 200
    told = "" if why in {"talks", "rings"} else call.caller
    assert looked_up_as(login("9000")) == [("8001", told)]
