"""What is filed in a call of the mayor's mailbox is as confidential, whichever came first."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
import uuid_utils.compat
from django.test import Client
from django.utils import timezone

from lianxin.calls.actions import record
from lianxin.calls.events import Entry, Kind
from lianxin.calls.models import Call, Recording
from lianxin.calls.rebuild import rebuild
from lianxin.cases.actions import Draft, change_case, open_case
from lianxin.cases.intake import Said, open_from_recording, open_typed
from lianxin.cases.models import Case
from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.centres.models import AuditEntry, Centre, Person
from lianxin.notices.models import Notice
from lianxin.polls.models import SurveyAnswer
from tests.apps.conftest import looked_up

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]
People = Callable[[str], Actor]

CALLER = "13800000077"


@pytest.fixture
def call(centre: Centre) -> UUID:
    """A call that has begun, and has not come to the mailbox yet."""
    made: UUID = uuid_utils.compat.uuid7()
    tell(centre, made, 1, "started", line="12345", caller=CALLER)
    return made


def tell(centre: Centre, call: UUID, seq: int, kind: Kind, /, **data: str) -> None:
    at = timezone.now().timestamp()
    record([Entry(str(call), seq, centre.pk, at, kind, data)])


def reach_the_mailbox(centre: Centre, call: UUID) -> None:
    key = str(uuid_utils.compat.uuid7())
    tell(centre, call, 2, "recording", recording=key, kind="mailbox", name="x")


def leave(centre: Centre, call: UUID, way: str) -> None:
    """What the flow files beside the letter: of a message, or of what was typed."""
    key: UUID = uuid_utils.compat.uuid7()
    if way == "spoken":
        open_from_recording(centre.pk, call, key, "message", timezone.now())
    else:
        open_typed(centre.pk, call, key, "complaint", timezone.now(), Said(title="路灯"))


def seen(client: Client) -> dict[str, bool]:
    """Where somebody finds what the caller has left."""
    places = ("/api/cases", "/api/messages")
    answers = {place: client.get(place).json() for place in places}
    return {
        "cases": bool(answers["/api/cases"]["items"]),
        "messages": bool(answers["/api/messages"]["items"]),
        "caller": bool(looked_up(client, CALLER).json()["cases"]),
    }


@pytest.mark.parametrize("first", ["mailbox", "case"])
@pytest.mark.parametrize("way", ["spoken", "typed"])
def test_what_a_flow_files_is_as_confidential_as_its_call(
    login: Login, centre: Centre, call: UUID, way: str, first: str
) -> None:
    steps: list[Callable[[], None]] = [
        lambda: reach_the_mailbox(centre, call),
        lambda: leave(centre, call, way),
    ]
    for step in steps if first == "mailbox" else reversed(steps):
        step()
    with scope(centre.pk):
        case = Case.objects.get()
    assert (case.secrecy, case.secrecy_by_id) == ("confidential", None)
    for number in ("8001", "8100"):
        assert not any(seen(login(number)).values())
        assert login(number).get(f"/api/cases/{case.pk}").status_code == 404
    assert seen(login("9100")) == {"cases": True, "messages": True, "caller": True}


def test_a_message_in_such_a_call_is_heard_by_the_mailboxs_reader_only(
    login: Login, recorded: Callable[..., Recording]
) -> None:
    """Not by the agent who took the call either: nobody talked with them in it."""
    message = recorded("message", agent="8001")
    with scope(message.centre_id):
        Call.objects.filter(pk=message.call_id).update(secrecy="confidential")
    path = f"/api/recordings/{message.pk}/audio"
    heard = {number: login(number).get(path).status_code for number in ("8001", "8100", "9100")}
    assert heard == {"8001": 404, "8100": 404, "9100": 200}


def test_what_agents_filed_before_follows_the_call(
    login: Login, who: People, centre: Centre, call: UUID
) -> None:
    """It stays with the agent who took the call; what the reader has chosen since holds; nothing
    is sent any more, and the trail says what became of it."""
    own, other, chosen = (
        open_case(who(number), Draft(type="help", title="x", call=call))[0]
        for number in ("8001", "8002", "8002")
    )
    change_case(who("9100"), chosen.pk, 1, {"secrecy": "public"})
    with scope(centre.pk):
        Call.objects.filter(pk=call).update(agent=Person.objects.get(number="8001"))
        Notice.objects.create(
            centre_id=centre.pk, key="x", number=CALLER, case=own.pk, next_at=timezone.now()
        )
    reach_the_mailbox(centre, call)
    with scope(centre.pk):
        rows = {row.pk: row for row in Case.objects.all()}
        [entry] = AuditEntry.objects.filter(action="case.changed", object_id=str(own.pk))
        notice = Notice.objects.get(key="x")
    assert [rows[c.pk].secrecy for c in (own, other, chosen)] == [
        *("confidential", "confidential", "public"),
    ]
    assert [rows[c.pk].version for c in (own, other, chosen)] == [2, 2, 2]
    assert entry.data["after"] == {"secrecy": "confidential"}
    assert (notice.state, notice.last_error, notice.number) == ("skipped", "confidential", "")
    statuses = [login(n).get(f"/api/cases/{own.pk}").status_code for n in ("8001", "8002", "9100")]
    assert statuses == [200, 404, 200]
    assert login("8002").get(f"/api/cases/{other.pk}").status_code == 404


@pytest.mark.parametrize(
    ("opener", "chosen_by", "follows"),
    [
        ("8001", None, True),
        ("8001", "8001", True),
        ("8001", "8100", False),
        (None, None, True),
        (None, "9100", False),
    ],
)
def test_what_somebody_else_has_chosen_holds(
    who: People,
    centre: Centre,
    call: UUID,
    opener: str | None,
    chosen_by: str | None,
    follows: bool,
) -> None:
    """Also of what the flow filed, which nobody has opened."""
    leave(centre, call, "typed")
    with scope(centre.pk):
        Case.objects.update(
            created_by=opener and who(opener).person,
            secrecy_by=chosen_by and who(chosen_by).person,
            secrecy="internal",
        )
    reach_the_mailbox(centre, call)
    with scope(centre.pk):
        case = Case.objects.get()
    assert (case.secrecy, case.version) == (("confidential", 2) if follows else ("internal", 1))


def test_a_rebuild_lets_cases_follow_too(centre: Centre, call: UUID) -> None:
    reach_the_mailbox(centre, call)
    leave(centre, call, "typed")
    with scope(centre.pk):
        Call.objects.update(secrecy="internal")
        Case.objects.update(secrecy="internal")
    assert [each for batch in rebuild(centre) for each in batch.found]
    with scope(centre.pk):
        assert Case.objects.get().secrecy == "confidential"


ASKED = {
    # by its number, with a code that was right or wrong
    "told": [("key", "{number}"), ("key", "******"), ("asked", "case"), ("told", "case:told")],
    "refused": [("key", "{number},*****"), ("asked", "case_reply"), ("told", "case_reply:locked")],
    "hung up": [("key", "{number}")],
    # by the number of the caller, or one that a service gave to the flow
    "of the caller": [("key", "******"), ("asked", "case_of_caller")],
    "by a service": [("key", "******"), ("asked", "case"), ("told", "case:told")],
}


@pytest.mark.parametrize("way", ASKED)
def test_who_asked_for_a_confidential_case_is_followed_by_its_readers(
    login: Login, who: People, centre: Centre, way: str
) -> None:
    """Its number, and that it is theirs, is else in the path of a call that anybody may read."""
    call = uuid_utils.compat.uuid7()
    case, _ = open_case(who("8001"), Draft(type="report", title="x", phone=CALLER))
    tell(centre, call, 1, "started", line="12345", caller=CALLER)
    steps = [("exit", "keys.2"), ("entered", ""), *ASKED[way]]
    for seq, (what, detail) in enumerate(steps, 2):
        detail = detail.format(number=case.number)
        tell(centre, call, seq, "node", node="status", what=what, detail=detail)
    tell(centre, call, 9, "queued", queue="general")
    tell(centre, call, 10, "case", case_kind="help", case=str(uuid_utils.compat.uuid7()))

    def told(number: str) -> tuple[bool, list[str]]:
        """Whether the way is withheld, and what is told of the call; everywhere alike."""
        client, path = login(number), f"/api/calls/{call}"
        page, trace = client.get(path).json(), client.get(f"{path}/trace").json()
        lists = (client.get("/api/calls"), looked_up(client, CALLER))
        shown = [page, lists[0].json()["items"][0], lists[1].json()["calls"][0]]
        withheld: bool = trace["withheld"]
        assert [(each["keys"] == "", each["way"] == []) for each in shown] == [(withheld,) * 2] * 3
        assert not (withheld and case.number[:8] in json.dumps([page, trace, shown]))
        kinds = sorted({event["kind"] for event in page["events"]})
        whats = {step["what"] for step in trace["steps"]} - {"key", "asked", "told", "exit"}
        assert sorted(whats) == [{"node": "entered"}.get(kind, kind) for kind in kinds]
        return withheld, kinds

    everything = (False, ["case", "node", "queued", "started"])
    assert told("8100") == everything
    change_case(who("8001"), case.pk, 1, {"secrecy": "confidential"})
    for number in ("8002", "8100"):
        assert told(number) == (True, ["queued", "started"])
    assert told("8001") == everything, "it is their own case"
    assert told("9100") == everything


def test_a_callback_names_no_call_of_the_mailbox(login: Login, centre: Centre, call: UUID) -> None:
    back = uuid_utils.compat.uuid7()
    tell(centre, back, 1, "started", line="12345", source="callback", callback_of=str(call))

    def named() -> bool:
        return str(call) in login("8100").get(f"/api/calls/{back}").content.decode()

    assert named()
    reach_the_mailbox(centre, call)
    assert not named()


def test_a_survey_names_no_call_of_the_mailbox(login: Login, centre: Centre, call: UUID) -> None:
    with scope(centre.pk):
        SurveyAnswer.objects.create(
            centre_id=centre.pk,
            call=call,
            question="satisfaction",
            score=1,
            agent=Person.objects.get(number="8001"),
            at=timezone.now() - timedelta(minutes=1),
        )

    def told() -> tuple[str, bool]:
        [item] = login("8100").get("/api/surveys").json()["items"]
        return item["call"], item["agent"] is not None

    assert told() == (str(call), True)
    reach_the_mailbox(centre, call)
    assert told() == ("", False)
