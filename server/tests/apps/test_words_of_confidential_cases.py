"""A case that is confidential takes its words with it: for its readers, and from all others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from lianxin.calls.actions import open_recording, record
from lianxin.calls.events import Entry, Kind, RecordingKind
from lianxin.calls.models import Call, Recording
from lianxin.cases.actions import Draft, change_case, open_case
from lianxin.cases.models import Case
from lianxin.centres import audit
from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.notices.models import Notice

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]
People = Callable[[str], Actor]
Recorded = Callable[..., Recording]

PEOPLE = ("8001", "8002", "8100", "9000", "9100")


def closed(who: People, recording: Recording) -> Case:
    """A case of ``recording`` or in its call, which the mailbox's reader has made confidential."""
    with scope(recording.centre_id):
        Call.objects.filter(pk=recording.call_id).update(ended_at=recording.began_at)
    case, _ = open_case(who("8002"), Draft(type="help", title="x", call=recording.call_id))
    return change_case(who("9100"), case.pk, 1, {"secrecy": "confidential"})


def heard(login: Login, recording: Recording) -> set[str]:
    path = f"/api/recordings/{recording.pk}/audio"
    return {number for number in PEOPLE if login(number).get(path).status_code == 200}


@pytest.mark.parametrize(
    ("kind", "open_to", "closed_to"),
    [
        ("conversation", {"8001", "8100"}, {"8001", "9100"}),
        ("message", {"8001", "8002", "8100"}, {"9100"}),
        ("complaint", {"8001", "8002", "8100"}, {"9100"}),
    ],
)
def test_a_recording_is_heard_by_who_may_read_its_case(
    login: Login,
    who: People,
    recorded: Recorded,
    kind: RecordingKind,
    open_to: set[str],
    closed_to: set[str],
) -> None:
    """And by the call's own agent, where they talked in it."""
    recording = recorded(kind)
    assert heard(login, recording) == open_to
    case = closed(who, recording)
    assert heard(login, recording) == closed_to
    change_case(who("9100"), case.pk, case.version, {"secrecy": "internal"})
    assert heard(login, recording) == open_to


def test_its_message_is_no_message_of_others(login: Login, who: People, recorded: Recorded) -> None:
    """It would look as if nobody had made a case of it."""
    message = recorded("message")
    case = closed(who, message)
    listed = {n: login(n).get("/api/messages").json() for n in PEOPLE}
    assert {n: page["total"] for n, page in listed.items()} == dict.fromkeys(PEOPLE, 0) | {
        "9100": 1
    }
    [item] = listed["9100"]["items"]
    assert (item["case"]["number"], item["recording"]["may_hear"]) == (case.number, True)


def test_the_ledger_of_its_call_tells_no_number(
    login: Login, who: People, recorded: Recorded
) -> None:
    message = recorded("message")
    case, _ = open_case(who("8002"), Draft(type="help", title="x", call=message.call_id))
    told: list[tuple[Kind, dict[str, Any]]] = [
        ("started", {"line": "12345", "caller": "13800000001"}),
        ("case", {"case_kind": "message", "recording": str(message.pk), "title": "路灯"}),
        ("notice", {"template": "case_opened", "number": case.number}),
    ]
    at = timezone.now().timestamp()
    record(
        [
            Entry(str(message.call_id), seq, message.centre_id, at, kind, data)
            for seq, (kind, data) in enumerate(told, 1)
        ]
    )

    def kinds(number: str) -> list[list[str]]:
        pages = (f"/api/calls/{message.call_id}", f"/api/calls/{message.call_id}/trace")
        whole, steps = (login(number).get(page).json() for page in pages)
        return [[e["kind"] for e in whole["events"]], [s["what"] for s in steps["steps"]]]

    assert kinds("8100") == [["started", "case", "notice"]] * 2
    change_case(who("9100"), case.pk, 1, {"secrecy": "confidential"})
    assert kinds("8100") == [["started"]] * 2
    assert kinds("9100") == [["started", "case", "notice"]] * 2


def test_what_was_sent_of_it_is_withheld(login: Login, who: People, recorded: Recorded) -> None:
    """A notice of the case, and one of its call, in the list and in the trail."""
    message, admin = recorded("message"), who("9000")
    case = closed(who, message)
    common = {"centre_id": admin.centre, "number": "13800000001", "next_at": timezone.now()}
    with scope(admin.centre):
        sent = [
            Notice.objects.create(key="case", case=case.pk, text=case.number, **common),
            Notice.objects.create(key="call", call=message.call_id, text=case.number, **common),
        ]
        for notice in sent:
            audit.note(admin, "notice.sent_again", "notice", notice.pk)
    items = login("8100").get("/api/notices").json()["items"]
    ours = [item for item in items if item["id"] in {str(notice.pk) for notice in sent}]
    assert [(i["withheld"], i["text"], i["case"], i["call"]) for i in ours] == [
        (True, "", None, None)
    ] * 2
    trail = login("9000").get("/api/audit?action=notice.sent_again").json()["items"]
    assert [entry["withheld"] for entry in trail] == [True, True]


def test_who_listened_to_it_is_told_without_what(
    login: Login, who: People, recorded: Recorded
) -> None:
    message = recorded("message")
    open_recording(who("8100"), message.pk, begins=True)

    def withheld() -> list[bool]:
        page = login("9000").get("/api/audit?action=recording.listened").json()
        return [entry["withheld"] for entry in page["items"]]

    assert withheld() == [False]
    closed(who, message)
    assert withheld() == [True]
