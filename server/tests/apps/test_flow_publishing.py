"""Subflows, scenarios at publishing, and that what was published stays as it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import ProgrammingError, connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone

from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.centres.models import AuditEntry, Centre
from lianxin.flows.models import FlowVersion
from lianxin.lines.loading import load_plans
from tests.apps.test_flow_files import subflow
from tests.apps.test_flows_api import ADMIN, EDITOR, error, made, publish, send
from tests.stack import Stack

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]


def drawn(client: Client, code: str, names: str = "", *, kind: str = "subflow") -> None:
    """A flow of ``kind`` whose only work is the subflow ``names``."""
    body = {"code": code, "name": code, "kind": kind}
    assert send(client, "POST", "/api/flows", body).status_code == 201
    spec = {**subflow(code, names)["spec"], "title": "画好了"}
    if kind == "flow":
        spec["nodes"]["end"] = {"type": "hang_up"}
    put = {"version": 1, "spec": spec}
    assert send(client, "PUT", f"/api/flows/{code}/draft", put).status_code == 200


def redrawn(client: Client, code: str, change: dict[str, Any]) -> int:
    """Add nodes to a draft; gives its version."""
    draft = client.get(f"/api/flows/{code}").json()["draft"]
    nodes = {**draft["spec"]["nodes"], **change}
    spec = {**draft["spec"], "nodes": nodes, "title": "新"}
    path = f"/api/flows/{code}/draft"
    saved = send(client, "PUT", path, {"version": draft["version"], "spec": spec})
    version: int = saved.json()["version"]
    return version


def in_force(client: Client, code: str) -> dict[str, Any]:
    number = client.get(f"/api/flows/{code}").json()["published"]["number"]
    said: dict[str, Any] = client.get(f"/api/flows/{code}/versions/{number}").json()
    return said


# --- subflows ------------------------------------------------------------------------------


def test_a_version_embeds_what_it_names_at_any_depth(login: Login) -> None:
    admin = login(ADMIN)
    drawn(admin, "leaf")
    drawn(admin, "inner", "leaf")
    drawn(admin, "main", "inner", kind="flow")
    answer = publish(admin, "main", version=2)
    assert error(answer) == (422, "flow.broken")
    faults = answer.json()["error"]["details"]["faults"]
    assert [(f["code"], f["place"]) for f in faults] == [("flow.subflow_missing", "nodes.go.flow")]
    for code in ("leaf", "inner", "main"):
        assert publish(admin, code, version=2).status_code == 201
    spec = in_force(admin, "main")["spec"]
    assert list(spec["subflows"]) == ["inner"]
    assert list(spec["subflows"]["inner"]["subflows"]) == ["leaf"]
    used = {i["code"]: i["used_by"] for i in admin.get("/api/flows").json()["items"]}
    assert (used["leaf"], used["inner"], used["main"]) == (["inner", "main"], ["main"], [])
    assert error(admin.delete("/api/flows/leaf")) == (409, "flow.in_use")


def test_a_subflow_takes_those_that_embed_it_along(login: Login, centre: Centre) -> None:
    admin = login(ADMIN)
    drawn(admin, "leaf")
    drawn(admin, "inner", "leaf")
    drawn(admin, "main", "inner", kind="flow")
    for code in ("leaf", "inner", "main"):
        publish(admin, code, version=2)
    later = (timezone.now() + timedelta(hours=1)).isoformat()
    assert publish(admin, "main", version=2, at=later).status_code == 201
    version = redrawn(admin, "leaf", {"more": {"type": "return"}})
    publish(admin, "leaf", version=version, note="更正")
    main = in_force(admin, "main")
    assert (main["number"], main["note"]) == (3, "leaf v2: 更正")
    assert "more" in main["spec"]["subflows"]["inner"]["subflows"]["leaf"]["nodes"]
    assert in_force(admin, "inner")["number"] == 2
    versions = admin.get("/api/flows/main/versions").json()["items"]
    assert [(v["number"], v["state"]) for v in versions] == [
        (4, "scheduled"),
        (3, "in_force"),
        (2, "cancelled"),
        (1, "past"),
    ]
    with scope(centre.pk):
        coming = FlowVersion.objects.get(flow__code="main", number=4)
    assert "more" in coming.spec["subflows"]["inner"]["subflows"]["leaf"]["nodes"]


def test_a_cycle_is_refused_with_its_way(login: Login) -> None:
    admin = login(ADMIN)
    drawn(admin, "leaf")
    drawn(admin, "inner", "leaf")
    for code in ("leaf", "inner"):
        publish(admin, code, version=2)
    go = {"go": {"type": "subflow", "flow": "inner", "next": "end"}}
    answer = publish(admin, "leaf", version=redrawn(admin, "leaf", go))
    (fault,) = answer.json()["error"]["details"]["faults"]
    assert (fault["code"], fault["place"]) == ("flow.cyclic", "nodes.go.flow")
    assert "leaf → inner → leaf" in fault["text"]
    go["go"]["flow"] = "leaf"
    answer = publish(admin, "leaf", version=redrawn(admin, "leaf", go))
    (fault,) = answer.json()["error"]["details"]["faults"]
    assert "leaf → leaf" in fault["text"]


def test_a_subflow_is_not_published_at_a_time(login: Login) -> None:
    admin = login(ADMIN)
    drawn(admin, "leaf")
    later = (timezone.now() + timedelta(hours=1)).isoformat()
    assert error(publish(admin, "leaf", version=2, at=later)) == (
        422,
        "flow.subflow_not_scheduled",
    )


def test_nothing_is_published_when_one_of_them_cannot_be(login: Login, centre: Centre) -> None:
    admin = login(ADMIN)
    drawn(admin, "leaf")
    drawn(admin, "main", "leaf", kind="flow")
    for code in ("leaf", "main"):
        publish(admin, code, version=2)
    nodes = {f"n{number}": {"type": "return"} for number in range(1_999)}
    answer = publish(admin, "leaf", version=redrawn(admin, "leaf", nodes))
    assert error(answer) == (422, "flow.broken")
    assert answer.json()["error"]["details"]["flow"] == "main"
    assert in_force(admin, "leaf")["number"] == 1


# --- the same again ---------------------------------------------------------------------------


def test_a_request_to_publish_that_comes_twice_is_one_version(login: Login) -> None:
    admin = login(ADMIN)
    spec = made(admin)["draft"]["spec"]
    first = publish(admin, "hall").json()
    assert publish(admin, "hall").json() == first
    other = publish(admin, "hall", note="再发一次")
    assert error(other) == (409, "flow.already_published")
    details = other.json()["error"]["details"]
    assert (details["number"], details["by"].split()[0]) == (1, ADMIN)
    later = (timezone.now() + timedelta(hours=2)).isoformat()
    scheduled = publish(admin, "hall", at=later).json()
    assert publish(admin, "hall", at=later).json() == scheduled
    same_time = publish(admin, "hall", at=later, note="再排一次")
    assert error(same_time) == (409, "flow.already_published")
    change = {"version": 1, "spec": {**spec, "title": "错误"}}
    send(admin, "PUT", "/api/flows/hall/draft", change)
    publish(admin, "hall", version=2)
    path = "/api/flows/hall/versions/1/roll-back"
    back = send(admin, "POST", path, {"note": "恢复"}).json()
    assert send(admin, "POST", path, {"note": "恢复"}).json() == back
    assert error(send(admin, "POST", path, {"note": "x"})) == (409, "flow.already_published")
    # What was rolled back from can be published again: it is not what callers hear.
    again = publish(admin, "hall", version=2)
    assert (again.status_code, again.json()["number"]) == (201, back["number"] + 1)


# --- scenarios -------------------------------------------------------------------------------

SETUP = {"at": "2026-02-13T09:00:00+08:00", "caller": "13800000001"}
STEPS = [{"do": "key", "key": "2"}, {"do": "hang_up"}]


@pytest.fixture
def hall(login: Login) -> Client:
    """The flow ``hall`` with one scenario, which passes."""
    admin = login(ADMIN)
    spec = made(admin)["draft"]["spec"]
    for shipped in admin.get("/api/flows/hall/scenarios").json():
        admin.delete(f"/api/flows/hall/scenarios/{shipped['id']}")
    played = {"spec": spec, "setup": SETUP, "steps": STEPS}
    said = send(admin, "POST", "/api/flows/hall/simulate", played).json()
    kept = {"name": "自动", "setup": SETUP, "steps": STEPS, "expected": said["transcript"]}
    assert send(admin, "POST", "/api/flows/hall/scenarios", kept).status_code == 201
    return admin


@pytest.mark.parametrize(("language", "heard"), [("zh", "拖欠工资怎么办"), ("en", "Unpaid wages")])
def test_a_simulated_caller_is_read_what_is_published(
    hall: Client, language: str, heard: str
) -> None:
    nodes = {
        "start": {"type": "knowledge", "entry": "law-labour", "done": "bye", "unknown": "bye"},
        "bye": {"type": "hang_up"},
    }
    spec = {"spec": 2, "id": "hall", "title": "hall", "start": "start", "nodes": nodes}
    played = {
        "spec": {**spec, "languages": [language]},
        "setup": {**SETUP, "speech": True},
        "steps": [],
    }
    said = send(hall, "POST", "/api/flows/hall/simulate", played).json()
    assert heard in json.dumps(said["transcript"], ensure_ascii=False)
    unknown = {**SETUP, "answers": {"knowledge": {"outcome": "unknown"}}}
    said = send(hall, "POST", "/api/flows/hall/simulate", {**played, "setup": unknown}).json()
    assert said["path"] == ["start", "bye"]


def test_a_caller_is_played_without_a_telephone(hall: Client) -> None:
    spec = hall.get("/api/flows/hall").json()["draft"]["spec"]
    played = {"spec": spec, "setup": SETUP, "steps": STEPS[:1]}
    said = send(hall, "POST", "/api/flows/hall/simulate", played).json()
    assert said["path"] == ["welcome", "automatic"]
    assert said["edges"] == [["welcome", "keys.2", "automatic"]]
    assert said["playing"][0]["prompt"] == "main_menu"
    assert said["playing"][0]["url"].startswith("/api/prompts/main_menu/zh/audio")
    assert "市长信箱" in said["playing"][0]["text"]
    bad = {**played, "steps": [{"do": "key", "key": "x"}]}
    answer = send(hall, "POST", "/api/flows/hall/simulate", bad)
    assert error(answer) == (422, "flow.bad_scenario")
    assert answer.json()["error"]["details"]["place"] == "steps.0.key"
    broken = {**played, "spec": {**spec, "start": "no"}}
    answer = send(hall, "POST", "/api/flows/hall/simulate", broken)
    assert error(answer) == (422, "flow.broken")


def _loose() -> dict[str, Any]:
    """A menu of which 1 ends, 2 leads nowhere and 3 into a subflow that nobody published."""
    keys = {"1": "bye", "2": "", "3": "go"}
    nodes = {
        "main": {"type": "menu", "prompts": ["main_menu"], "keys": keys},
        "go": {"type": "subflow", "flow": "unwritten", "next": "bye"},
        "bye": {"type": "hang_up"},
    }
    return {"spec": 2, "id": "hall", "title": "hall", "start": "main", "nodes": nodes}


@pytest.mark.parametrize(
    ("key", "place", "sentence"),
    [
        ("2", "nodes.main.keys.2", "这个出口没有接到任何节点。"),
        ("3", "nodes.go.flow", "所用的子流程 unwritten 还没有发布过"),
    ],
)
def test_a_draft_is_played_up_to_the_fault_that_the_caller_meets(
    hall: Client, key: str, place: str, sentence: str
) -> None:
    played = {"spec": _loose(), "setup": SETUP, "steps": [{"do": "key", "key": key}]}
    said = send(hall, "POST", "/api/flows/hall/simulate", played).json()
    assert said["fault"]["place"] == place
    assert said["fault"]["node"] == place.split(".")[1]
    assert said["fault"]["message"] == sentence
    assert (said["finished"], said["waiting"]) == (False, [])
    kinds = [line["kind"] for line in said["transcript"]]
    assert (kinds[0], kinds[-1]) == ("entered", "stopped")
    assert "play" in kinds


def test_a_fault_that_nobody_meets_stops_nobody(hall: Client) -> None:
    played = {"spec": _loose(), "setup": SETUP, "steps": [{"do": "key", "key": "1"}]}
    said = send(hall, "POST", "/api/flows/hall/simulate", played).json()
    assert (said["fault"], said["finished"], said["path"]) == (None, True, ["main", "bye"])


def test_scenarios_are_run_on_a_draft_with_faults_too(hall: Client) -> None:
    spec = hall.get("/api/flows/hall").json()["draft"]["spec"]
    spec["nodes"]["lost"] = {"type": "say", "prompts": [], "next": ""}
    (result,) = send(hall, "POST", "/api/flows/hall/scenarios/run", {"spec": spec}).json()
    assert (result["name"], result["passed"]) == ("自动", True)
    spec["nodes"]["welcome"]["keys"]["2"] = ""
    (result,) = send(hall, "POST", "/api/flows/hall/scenarios/run", {"spec": spec}).json()
    assert not result["passed"]
    assert any("stopped fault" in line for line in result["difference"])


def test_only_what_nobody_can_begin_is_refused_with_its_place(hall: Client) -> None:
    played = {"spec": {**_loose(), "start": ""}, "setup": SETUP, "steps": []}
    answer = send(hall, "POST", "/api/flows/hall/simulate", played)
    assert error(answer) == (422, "flow.broken")
    faults = answer.json()["error"]["details"]["faults"]
    assert [fault["place"] for fault in faults] == ["start"]


def test_a_failing_scenario_needs_a_reason(hall: Client) -> None:
    first = publish(hall, "hall").json()
    assert first["scenarios"] == {"passed": 1, "failed": 0}
    draft = hall.get("/api/flows/hall").json()["draft"]
    draft["spec"]["nodes"]["welcome"]["keys"] = {"1": "agents", "3": "automatic"}
    put = {"version": draft["version"], "spec": draft["spec"]}
    version = send(hall, "PUT", "/api/flows/hall/draft", put).json()["version"]
    (result,) = send(hall, "POST", "/api/flows/hall/scenarios/run", {}).json()
    assert (result["name"], result["passed"]) == ("自动", False)
    assert any(line.startswith("+") for line in result["difference"])
    answer = publish(hall, "hall", version=version)
    assert error(answer) == (409, "flow.scenarios_failing")
    failing = answer.json()["error"]["details"]["failing"]
    assert failing == [{"flow": "hall", "name": "自动"}]
    second = publish(hall, "hall", version=version, reason="场景待更新").json()
    assert (second["scenarios"], second["reason"]) == ({"passed": 0, "failed": 1}, "场景待更新")


def test_scenarios_are_kept_changed_and_dropped(hall: Client, login: Login) -> None:
    editor = login(EDITOR)
    path = "/api/flows/hall/scenarios"
    (kept,) = editor.get(path).json()
    twin = {"name": "自动", "setup": SETUP}
    assert error(send(editor, "POST", path, twin)) == (409, "flow.scenario_name_taken")
    changed = send(editor, "PUT", f"{path}/{kept['id']}", {**twin, "name": "新"}).json()
    assert (changed["name"], changed["updated_by"]["number"]) == ("新", EDITOR)
    bad = send(editor, "POST", path, {"name": "x", "setup": {}})
    assert error(bad) == (422, "flow.bad_scenario")
    assert editor.delete(f"{path}/{kept['id']}").status_code == 204
    assert error(editor.delete(f"{path}/{kept['id']}")) == (404, "record.not_found")
    assert error(send(login("8100"), "POST", path, twin)) == (403, "access.denied")


# --- what was published stays -------------------------------------------------------------------


def test_a_version_refuses_every_change(centre: Centre, who: Callable[[str], Actor]) -> None:
    with scope(centre.pk):
        version = FlowVersion.objects.first()
        assert version is not None
        for change in (version.save, version.delete):
            with pytest.raises((ProgrammingError, ProtectedError)), transaction.atomic():
                change()


@pytest.mark.parametrize(
    "act", ["UPDATE flows_flowversion SET spec = '{}'", "DELETE FROM flows_flowversion"]
)
def test_not_even_the_owner_of_the_tables_changes_a_version(database: Stack, act: str) -> None:
    with psycopg.connect(database.env.database_owner_url) as owner:
        owner.execute("SELECT set_config('app.centre', '1', true)")
        with pytest.raises(psycopg.errors.RestrictViolation, match="never changed"):
            owner.execute(act)


def test_a_scheduled_version_reaches_the_plans_when_its_time_comes(
    login: Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = login(ADMIN)
    draft = admin.get("/api/flows/article").json()["draft"]
    put = {"version": draft["version"], "spec": {**draft["spec"], "title": "明日"}}
    version = send(admin, "PUT", "/api/flows/article/draft", put).json()["version"]
    at = timezone.now() + timedelta(hours=1)
    answer = publish(admin, "article", version=version, at=at.isoformat())
    assert answer.status_code == 201, answer.content
    assert load_plans().lines[0].flow["title"] != "明日"
    monkeypatch.setattr(timezone, "now", lambda: at + timedelta(seconds=1))
    assert load_plans().lines[0].flow["title"] == "明日"


def test_the_trail_says_what_was_published_and_why(hall: Client, centre: Centre) -> None:
    publish(hall, "hall", note="首次")
    send(hall, "POST", "/api/flows/hall/versions/1/roll-back", {"note": "回退"})
    with scope(centre.pk):
        rows = list(AuditEntry.objects.order_by("-pk")[:2])
    assert [(r.action, r.data["number"], r.data["note"]) for r in reversed(rows)] == [
        ("flow.published", 1, "首次"),
        ("flow.rolled_back", 2, "回退"),
    ]
    assert rows[0].data["from_version"] == 1
    assert connection.in_atomic_block
