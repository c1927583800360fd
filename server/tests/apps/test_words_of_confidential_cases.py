"""A case that is confidential takes its words with it: for its readers, and from all others."""

from __future__ import annotations

import json
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
from lianxin.centres.models import Person
from lianxin.faxes.models import Fax
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
    case, _ = open_case(who("8100"), Draft(type="help", title="x", call=recording.call_id))
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


def knows(client: Client, recording: Recording) -> set[str]:
    """Where somebody finds that there is this recording."""
    key, call = str(recording.pk), f"/api/calls/{recording.call_id}"
    whole, steps = (client.get(page).json() for page in (call, f"{call}/trace"))
    listed = {answer: client.get("/api/calls", {"has_recording": answer}).json() for answer in _IS}
    return {
        *(["items"] if key in str(whole["recording_items"]) else []),
        *(["events"] if key in str(whole["events"]) else []),
        *(["path"] if key in str(steps) else []),
        *(["file"] if "sha256" in str(whole) else []),
        *(["count"] if whole["recordings"] else []),
        *(["filter"] if listed["true"]["total"] else []),
        *(["heard"] if client.get(f"/api/recordings/{key}/audio").status_code == 200 else []),
    }


_IS = ("true", "false")
EVERYWHERE = {"items", "events", "path", "file", "count", "filter", "heard"}


def test_a_recording_of_it_is_not_told_by_its_call(
    login: Login, who: People, recorded: Recorded
) -> None:
    """To those who may read the call; and an id that is closed is answered as one that is none."""
    message, unknown = recorded("message"), "0192f0c1-2d3e-7a4b-8c5d-6e7f8a9b0c1d"
    told: list[tuple[Kind, dict[str, Any]]] = [
        ("recording", {"kind": "message", "name": "x"}),
        ("stored", {"path": "a/b.wav", "bytes": 1, "milliseconds": 1, "sha256": "f"}),
    ]
    at = timezone.now().timestamp()
    record(
        [
            Entry(
                str(message.call_id), seq, message.centre_id, at, kind,
                {**data, "recording": str(message.pk)},
            )
            for seq, (kind, data) in enumerate(told, 1)
        ]
    )  # fmt: skip
    with scope(message.centre_id):  # as it lies in the store
        Recording.objects.filter(pk=message.pk).update(path=message.path)
    assert knows(login("8100"), message) == EVERYWHERE
    closed(who, message)
    for number in ("8001", "8002", "8100", "9000"):
        client = login(number)
        assert knows(client, message) == set()
        ours, none = (client.get(f"/api/recordings/{key}/audio") for key in (message.pk, unknown))
        assert (ours.status_code, ours.content) == (none.status_code, none.content)
    assert knows(login("9100"), message) == EVERYWHERE


def test_who_goes_on_with_a_confidential_case_goes_on_with_its_message(
    login: Login, who: People, recorded: Recorded
) -> None:
    """Whoever opened it and made it so; the call of another confidential case is closed again."""
    message, agent = recorded("message"), who("8002")
    with scope(message.centre_id):
        Call.objects.filter(pk=message.call_id).update(ended_at=message.began_at)
    draft = Draft(type="help", title="x", call=message.call_id, secrecy="confidential")
    case, _ = open_case(agent, draft)
    assert heard(login, message) == {"8002", "9100"}
    page = login("8002").get(f"/api/cases/{case.pk}").json()
    assert [(each["id"], each["may_hear"]) for each in page["recordings"]] == [
        (str(message.pk), True)
    ]
    open_case(who("8100"), draft)
    assert heard(login, message) == {"9100"}


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
    assert [(i["withheld"], i["number"], i["text"], i["case"], i["call"]) for i in ours] == [
        (True, "", "", None, None)
    ] * 2
    trail = login("9000").get("/api/audit?action=notice.sent_again").json()["items"]
    assert [entry["withheld"] for entry in trail] == [True, True]


@pytest.mark.parametrize(
    ("path", "Row", "more"),
    [("notices", Notice, {"text": "x"}), ("faxes", Fax, {"pages": 1, "title": "x", "line": "1"})],
)
def test_no_number_finds_what_was_sent_of_it(
    login: Login,
    who: People,
    recorded: Recorded,
    path: str,
    Row: type[Notice | Fax],  # noqa: N803  # a class
    more: dict[str, Any],
) -> None:
    """Whether its call is closed, or a closed case was filed in it. What else went there is."""
    filed, letter, admin = recorded("message"), recorded("mailbox"), who("9000")
    closed(who, filed)
    now = timezone.now()
    attempt = {"call": str(filed.pk), "at": now.isoformat(), "end": "busy", "error": "", "pages": 0}
    attempts = {"attempts": [attempt]} if Row is Fax else {}
    with scope(admin.centre):
        for call in (filed.call_id, letter.call_id, None):
            Row.objects.create(
                centre_id=admin.centre, key=str(call), number="13800000001", call=call,
                created_at=now, next_at=now, **more, **attempts,
            )  # fmt: skip

    def listed(client: Client, **wanted: str) -> list[bool]:
        """Whether each is withheld: then it tells nothing of where it came from or went."""
        items = client.get(f"/api/{path}", wanted).json()["items"]
        for item in items:
            told = [item["number"], item["call"], item.get("title"), item.get("text")]
            told += [attempt["call"] for attempt in item.get("attempts", ())]
            assert any(told) is not item["withheld"]
        return sorted(item["withheld"] for item in items if item["state"] == "waiting")

    assert listed(login("8100")) == [False, True, True]
    assert listed(login("8100"), number="13800000001") == [False]
    with scope(admin.centre):
        Person.objects.filter(pk=admin.person).update(rights=["mailbox"])
    assert listed(login("9000"), number="13800000001") == [False] * 3


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


#: Every way to a thing by its id: method, path, body.
DOORS: dict[str, tuple[str, str, dict[str, Any] | None]] = {
    "case": ("GET", "/api/cases/{case}", None),
    "change": ("PATCH", "/api/cases/{case}", {"version": 1, "title": "x"}),
    "move": ("POST", "/api/cases/{case}/events", {"version": 1, "event": "closed"}),
    "reply": ("PUT", "/api/cases/{case}/reply", {"version": 1, "text": "x", "language": "zh"}),
    "approve": ("POST", "/api/cases/{case}/reply/approval", {"version": 1}),
    "code": ("POST", "/api/cases/{case}/code", None),
    "file": ("POST", "/api/cases", {"type": "help", "title": "x", "call": "{call}"}),
    "call": ("GET", "/api/calls/{call}", None),
    "path": ("GET", "/api/calls/{call}/trace", None),
    "places": ("GET", "/api/calls/{call}/places", None),
    "dispose": ("PUT", "/api/calls/{call}/disposition", {"disposition": "joke"}),
    "hear": ("GET", "/api/recordings/{recording}/audio", None),
}


@pytest.mark.parametrize("door", DOORS)
def test_what_is_closed_is_answered_as_what_is_not_there(
    login: Login, who: People, recorded: Recorded, door: str
) -> None:
    """By whichever of its doors one comes: with the same words, not with others that are as good
    as saying that it is there."""
    letter = recorded("mailbox", agent="8002")
    case = closed(who, recorded("message"))
    ours = {"case": str(case.pk), "call": str(letter.call_id), "recording": str(letter.pk)}
    none = dict.fromkeys(ours, "0192f0c1-2d3e-7a4b-8c5d-6e7f8a9b0c1d")
    method, path, body = DOORS[door]
    for number in ("8001", "8100", "9000"):
        client = login(number)
        told = [
            client.generic(
                method,
                path.format(**ids),
                json.dumps({k: str(v).format(**ids) if k == "call" else v for k, v in body.items()})
                if body
                else "",
                "application/json",
            )
            for ids in (ours, none)
        ]
        assert told[0].status_code == told[1].status_code >= 400
        assert told[0].content == told[1].content
