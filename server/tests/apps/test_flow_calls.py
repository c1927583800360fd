"""What callers do in flows, read from the ledger: paths that keep the mailbox's secret, traffic."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
import uuid_utils.compat
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lianxin.calls.actions import record
from lianxin.calls.events import Entry
from lianxin.calls.models import Call
from lianxin.calls.rebuild import rebuild
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre, Person
from lianxin.flows.models import FlowVersion
from lianxin.flows.queries import published
from lianxin.live import traffic as live
from tests.apps.conftest import looked_up

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]
Said = list[tuple[str, dict[str, Any]]]

ENTERED = {"what": "entered", "detail": ""}
WELCOME = ("node", {"node": "welcome", **ENTERED})
AUTOMATIC: Said = [
    WELCOME,
    ("node", {"node": "welcome", "what": "key", "detail": "2"}),
    ("node", {"node": "welcome", "what": "exit", "detail": "keys.2"}),
    ("node", {"node": "automatic", **ENTERED}),
]
MAILBOX: Said = [*AUTOMATIC, ("node", {"node": "mailbox", **ENTERED})]


@pytest.fixture
def version(centre: Centre) -> int:
    with scope(centre.pk):
        (found,) = (v for v in published().values() if v.flow.code == "article")
        return found.pk


def called(
    centre: Centre,
    version: int | None,
    said: Said,
    outcome: str = "self_served",
    by: str = "caller",
    **more: bool,
) -> str:
    """A call of now, as the switchboard's ledger tells it."""
    call, now = str(uuid_utils.compat.uuid7()), timezone.now().timestamp()
    start = {"line": "12345", "caller": "13800000001", "flow_version": version}
    end = {"outcome": outcome, "by": by, "cause": 16, **more}
    whole: Said = [("started", start), *said, ("ended", end)]
    entries = [
        Entry(call, seq, centre.pk, now + seq, kind, data)  # type: ignore[arg-type]
        for seq, (kind, data) in enumerate(whole, 1)
    ]
    for part in (entries[:2], entries[1:], entries):  # in parts, and again
        record(part)
    return call


# --- the path of a call -------------------------------------------------------------------


def test_a_call_is_followed_through_the_version_that_it_ran(
    login: Login, centre: Centre, version: int
) -> None:
    call = called(centre, version, AUTOMATIC)
    said = login("8100").get(f"/api/calls/{call}/trace").json()
    assert (said["flow"]["code"], said["flow"]["number"]) == ("article", 1)
    assert "welcome" in said["spec"]["nodes"]
    steps = [(s["seconds"], s["node"], s["what"], s["detail"]) for s in said["steps"]]
    assert steps == [
        (0.0, "", "started", ""),
        (1.0, "welcome", "entered", ""),
        (2.0, "welcome", "key", "2"),
        (3.0, "welcome", "exit", "keys.2"),
        (4.0, "automatic", "entered", ""),
        (5.0, "automatic", "ended", ""),
    ]
    assert not said["withheld"]


def test_an_agent_is_told_where_the_caller_of_a_version_can_be_sent(
    login: Login, centre: Centre, version: int
) -> None:
    path = f"/api/calls/{called(centre, version, AUTOMATIC)}/places"
    items = login("8001").get(path).json()["items"]
    assert items[0] == {"node": "welcome", "name": "", "type": "menu", "keys": []}
    assert {"node": "automatic", "name": "", "type": "menu", "keys": ["2"]} in items
    assert login("9000").get(path).status_code == 403  # has no telephone
    unknown = login("8001").get(f"/api/calls/{called(centre, None, AUTOMATIC)}/places")
    assert unknown.json() == {"items": []}


def test_nodes_are_called_as_the_version_calls_them_that_a_call_ran(
    login: Login, centre: Centre, version: int
) -> None:
    notes = {"welcome": "欢迎与选择", "automatic": "自助大厅", "mailbox": "市长信箱"}
    drawn = {"layout": {"notes": notes}, "inner_layouts": {"bill": {"notes": {"pay": "缴费"}}}}
    with scope(centre.pk):
        old = FlowVersion.objects.get(pk=version)
        named = FlowVersion(centre=centre, flow=old.flow, number=2, spec=old.spec, **drawn)
        named.save()
    call = called(centre, named.pk, [*AUTOMATIC, ("node", {"node": "bill/pay", **ENTERED})])
    plain = called(centre, version, AUTOMATIC)
    rows = login("8100").get("/api/calls").json()["items"]
    listed = {row["id"]: row["node_names"] for row in rows}
    assert (listed[call], listed[plain]) == ({"automatic": "自助大厅"}, {})  # else our words
    agent, both = login("8001"), {"automatic": "自助大厅", "bill/pay": "缴费"}
    for path in (f"/api/calls/{call}", f"/api/calls/{call}/trace"):
        assert agent.get(path).json()["node_names"] == both
    places = agent.get(f"/api/calls/{call}/places").json()["items"]
    names = {row["node"]: row["name"] for row in places}
    assert (names["welcome"], names["automatic"]) == ("", "自助大厅")


def test_a_call_of_no_known_version_has_its_steps(login: Login, centre: Centre) -> None:
    said = login("8001").get(f"/api/calls/{called(centre, None, AUTOMATIC)}/trace").json()
    assert (said["flow"], said["spec"], len(said["steps"])) == (None, None, 6)


def test_the_way_to_the_mailbox_is_for_its_readers(
    login: Login, centre: Centre, version: int
) -> None:
    recording = str(uuid_utils.compat.uuid7())
    more: Said = [("recording", {"recording": recording, "kind": "mailbox", "name": "x"})]
    for way in (MAILBOX, [WELCOME, *more]):
        call = called(centre, version, way, outcome="message")
        for number in ("8001", "8100", "9000"):
            assert login(number).get(f"/api/calls/{call}/trace").status_code == 404
        with scope(centre.pk):  # the agent who took it may see that it was, not what was said
            Call.objects.filter(pk=call).update(agent=Person.objects.get(number="8001"))
        said = login("8001").get(f"/api/calls/{call}/trace").json()
        assert said["withheld"]
        assert [s["what"] for s in said["steps"]] == ["started", "ended"]
        assert login("8001").get(f"/api/calls/{call}").json()["keys"] == ""
        said = login("9100").get(f"/api/calls/{call}/trace").json()
        assert not said["withheld"]
        assert len(said["steps"]) == len(way) + 2


def test_a_path_names_who_missed_the_call_and_the_number_as_it_came(
    login: Login, centre: Centre
) -> None:
    """Also where the entry itself was written before it held the number."""
    rings: Said = [
        ("offered", {"person": 1, "number": "8001"}),
        ("missed", {"person": 1, "cause": 19}),
        ("offered", {"person": 2, "number": "8002"}),
        ("missed", {"person": 2, "number": "8002", "cause": 19}),
        ("missed", {"person": 3, "cause": 19}),
    ]
    call = called(centre, None, rings)
    client = login("8100")
    steps = client.get(f"/api/calls/{call}/trace").json()["steps"]
    events = client.get(f"/api/calls/{call}").json()["events"]
    missed = [s["data"].get("number") for s in steps if s["what"] == "missed"]
    assert missed == [e["data"].get("number") for e in events if e["kind"] == "missed"]
    assert missed == ["8001", "8002", None]


def shows(client: Client, call: str) -> dict[str, bool]:
    """Where somebody finds a call of 13800000001."""
    history = looked_up(client, "13800000001")
    places = {
        "list": client.get("/api/calls"),
        "number": client.get("/api/calls?caller=13800000001"),
        "part": client.get("/api/calls?q=0000001"),
        "one": client.get(f"/api/calls/{call}"),
        "path": client.get(f"/api/calls/{call}/trace"),
        "search": client.get("/api/search?q=13800000001"),
        "history": history,
    }
    found = {place: call in answer.content.decode() for place, answer in places.items()}
    if history.status_code == 200:
        found["count"] = history.json()["counts"]["calls_30d"] > 0
    return found


CASE = {"case_kind": "mailbox", "case": "0192f0c1-2d3e-7a4b-8c5d-6e7f8a9b0c1d", "title": "x"}


@pytest.mark.parametrize(
    "way",
    [
        [*AUTOMATIC, ("node", {"node": "mailbox", **ENTERED})],
        [("recording", {"recording": str(uuid_utils.compat.uuid7()), "kind": "mailbox"})],
        [("case", CASE)],
    ],
)
def test_a_call_of_the_mailbox_is_nowhere_but_with_its_readers(
    login: Login, centre: Centre, version: int, way: Said
) -> None:
    call = called(centre, version, way)
    for number in ("8001", "8100"):
        assert set(shows(login(number), call).values()) == {False}
    assert set(shows(login("9100"), call).values()) == {True}
    other = called(centre, version, AUTOMATIC)
    assert set(shows(login("8100"), other).values()) == {True}


def test_a_mailbox_in_a_subflow_is_one(centre: Centre, version: int) -> None:
    with scope(centre.pk):
        found = FlowVersion.objects.get(pk=version)
        mailbox = found.spec["nodes"]["mailbox"]
        inner = {"letters": {"nodes": {"box": mailbox}, "subflows": {"in": {"nodes": {}}}}}
        inner["letters"]["subflows"]["in"]["nodes"]["box"] = mailbox
        made = FlowVersion.objects.create(
            **{
                f.attname: getattr(found, f.attname)
                for f in FlowVersion._meta.concrete_fields
                if not f.primary_key
            }
            | {"number": 99, "spec": {**found.spec, "subflows": inner}}
        )
    for node, secrecy in (
        ("letters/box", "confidential"),
        ("letters/in/box", "confidential"),
        ("letters/welcome", "internal"),
        ("in/box", "internal"),
        ("welcome", "internal"),
    ):
        call = called(centre, made.pk, [("node", {"node": node, **ENTERED})])
        with scope(centre.pk):
            assert Call.objects.get(pk=call).secrecy == secrecy


def test_a_rebuild_marks_a_call_of_the_mailbox(centre: Centre, version: int) -> None:
    call = called(centre, version, MAILBOX)
    with scope(centre.pk):
        Call.objects.update(secrecy="internal")
    found = [each for batch in rebuild(centre) for each in batch.found]
    assert [(each.call, each.columns) for each in found] == [(call, ("secrecy",))]
    with scope(centre.pk):
        assert Call.objects.get(pk=call).secrecy == "confidential"
    assert [each for batch in rebuild(centre) for each in batch.found] == []


def test_the_migration_marks_the_calls_of_before(centre: Centre, version: int) -> None:
    letter, other = called(centre, version, MAILBOX), called(centre, version, AUTOMATIC)
    with scope(centre.pk):
        Call.objects.update(secrecy="internal")
    migration = import_module("lianxin.calls.migrations.0013_secrecy_of_old_calls")
    migration.mark(None, SimpleNamespace(connection=connection))
    with scope(centre.pk):
        marked = dict(Call.objects.values_list("pk", "secrecy"))
    assert {str(pk): word for pk, word in marked.items()} == {
        letter: "confidential",
        other: "internal",
    }


def test_a_path_says_neither_how_somebody_voted_nor_where_files_lie(
    login: Login, centre: Centre, version: int
) -> None:
    recording = str(uuid_utils.compat.uuid7())
    said: Said = [
        ("vote", {"node": "poll", "poll": "green", "answers": "2"}),
        ("recording", {"recording": recording, "kind": "message", "name": "x"}),
        ("stored", {"recording": recording, "path": "a/b.wav", "bytes": 1, "sha256": "f"}),
    ]
    answer = login("8100").get(f"/api/calls/{called(centre, version, said)}/trace")
    told = {step["what"]: step["data"] for step in answer.json()["steps"]}
    assert told["vote"] == {"poll": "green"}
    assert "stored" not in told
    assert "a/b.wav" not in answer.content.decode()


# --- traffic -------------------------------------------------------------------------------


def test_callers_are_counted_once_however_the_ledger_comes(
    login: Login, centre: Centre, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "lianxin.api.flow_traffic.routes.ask_traffic", lambda _: {version: {"welcome": 3}}
    )
    talked: Said = [*AUTOMATIC, ("node", {"node": "agents", **ENTERED}), ("talking", {})]
    called(centre, version, AUTOMATIC)
    called(centre, version, [WELCOME], outcome="no_choice")
    called(centre, version, talked, outcome="answered")
    called(centre, version, AUTOMATIC, outcome="self_served", by="system")
    called(centre, version, AUTOMATIC, outcome="message")
    called(centre, version, AUTOMATIC, outcome="message", wanted_agent=True)
    called(centre, None, AUTOMATIC)
    said = login("8100").get("/api/flows/article/traffic").json()
    assert said == {
        "version": 1,
        "live": True,
        "now": {"welcome": 3},
        "today": {
            "welcome": {"entered": 6, "dropped": 1},
            "automatic": {"entered": 5, "dropped": 3},
            "agents": {"entered": 1, "dropped": 0},
        },
        "calls": 6,
        "contained": 3,
        "containment": 0.5,
    }


@pytest.mark.parametrize(
    ("ended", "closed", "contained"),
    [
        ({"words_due": True}, {"outcome": "message"}, 1),
        ({"words_due": True}, {"outcome": "message", "wanted_agent": True}, 0),
        ({"words_due": True}, {"outcome": "self_served", "left_nothing": True}, 0),
        ({"left_nothing": True}, {}, 0),
        ({}, {}, 1),
    ],
)
def test_a_message_is_contained_once_it_is_kept(
    login: Login, centre: Centre, version: int, monkeypatch: pytest.MonkeyPatch,
    ended: dict[str, Any], closed: dict[str, Any], contained: int,
) -> None:  # fmt: skip
    monkeypatch.setattr("lianxin.api.flow_traffic.routes.ask_traffic", lambda _: {})
    call = called(centre, version, AUTOMATIC, outcome="message", **ended)
    recording = str(uuid_utils.compat.uuid7())
    data = {"recording": recording, "path": "a", "bytes": 1, "milliseconds": 1, "sha256": "f"}
    later = timezone.now().timestamp() + 90_000  # the day after: counted on the call's day
    for _ in range(2):
        record([Entry(call, 9, centre.pk, later, "stored", {**data, **closed})])
    said = login("8100").get("/api/flows/article/traffic").json()
    assert (said["calls"], said["contained"]) == (1, contained)
    assert said["today"]["automatic"]["dropped"] == 1


def test_traffic_without_a_switchboard(
    login: Login, centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: object) -> None:
        raise live.Away

    monkeypatch.setattr("lianxin.api.flow_traffic.routes.ask_traffic", away)
    said = login("9200").get("/api/flows/article/traffic").json()
    assert (said["live"], said["now"], said["containment"]) == (False, {}, None)
    assert login("8001").get("/api/flows/article/traffic").status_code == 403
    assert login("9000", "shixian").get("/api/flows/article/traffic").json()["today"] == {}


def test_a_look_at_the_traffic_costs_the_same_however_many_called(
    login: Login, centre: Centre, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lianxin.api.flow_traffic.routes.ask_traffic", lambda _: {})
    client = login("8100")

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/api/flows/article/traffic").status_code == 200
        return len(queries)

    first = cost()
    for _ in range(5):
        called(centre, version, AUTOMATIC)
    assert cost() == first


# --- the way in words ---------------------------------------------------------------------


def test_a_list_tells_the_way_of_each_caller_by_the_nodes_that_they_chose(
    login: Login, centre: Centre, version: int
) -> None:
    call = called(centre, version, AUTOMATIC)
    secret = called(centre, version, MAILBOX, outcome="message")
    with scope(centre.pk):
        Call.objects.filter(pk=secret).update(agent=Person.objects.get(number="8001"))
    items = {each["id"]: each for each in login("8001").get("/api/calls").json()["items"]}
    assert (items[call]["way"], items[call]["keys"]) == (["automatic"], "2")
    assert (items[secret]["way"], items[secret]["keys"]) == ([], "")
    assert login("8001").get(f"/api/calls/{call}").json()["way"] == ["automatic"]


def test_a_queue_is_told_by_its_name(login: Login, centre: Centre, version: int) -> None:
    waits: Said = [WELCOME, ("queued", {"queue": "general"}), ("queued", {"queue": "gone"})]
    call = called(centre, version, waits)
    events = login("8100").get(f"/api/calls/{call}").json()["events"]
    told = [event["data"] for event in events if event["kind"] == "queued"]
    assert told[0]["queue_name"]
    assert told[1] == {"queue": "gone"}
