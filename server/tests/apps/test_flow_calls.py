"""What callers do in flows, read from the ledger: paths that keep the mailbox's secret, traffic."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import uuid_utils.compat
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lianxin.calls.actions import record
from lianxin.calls.events import Entry
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre
from lianxin.flows.queries import published
from lianxin.live import traffic as live

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
            said = login(number).get(f"/api/calls/{call}/trace").json()
            assert said["withheld"]
            assert [s["what"] for s in said["steps"]] == ["started", "ended"]
        said = login("9100").get(f"/api/calls/{call}/trace").json()
        assert not said["withheld"]
        assert len(said["steps"]) == len(way) + 2


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
