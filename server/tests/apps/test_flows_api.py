"""Flows through the API: who may do what, what is kept, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.centres.models import AuditEntry, Centre
from lianxin.flows.authoring.centre import checks_for
from lianxin.flows.default import template, templates
from lianxin.flows.models import FlowVersion
from lianxin.flows.queries import published

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]

EDITOR, ADMIN, SUPERVISOR, AGENT = "9200", "9000", "8100", "8001"


def send(client: Client, method: str, path: str, body: Any = None) -> Any:
    return client.generic(method, path, json.dumps(body), content_type="application/json")


def error(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def made(client: Client, code: str = "hall", **more: Any) -> dict[str, Any]:
    body = {"code": code, "name": "大厅", "template": "article", **more}
    answer = send(client, "POST", "/api/flows", body)
    assert answer.status_code == 201, answer.content
    said: dict[str, Any] = answer.json()
    return said


def publish(client: Client, code: str, version: int = 1, **more: Any) -> Any:
    body = {"version": version, "note": "首次发布", **more}
    return send(client, "POST", f"/api/flows/{code}/publish", body)


# --- drawing --------------------------------------------------------------------------


def test_a_flow_is_made_listed_and_read(login: Login) -> None:
    client = login(EDITOR)
    flow = made(client)
    assert (flow["code"], flow["kind"], flow["published"]) == ("hall", "flow", None)
    assert flow["draft"]["spec"]["id"] == "hall"
    assert flow["draft"]["updated_by"]["number"] == EDITOR
    listed = client.get("/api/flows").json()
    assert listed["items"][0]["code"] == "hall"
    article = next(item for item in listed["items"] if item["code"] == "article")
    assert (article["published"]["number"], article["lines"]) == (1, ["12345"])
    again = send(client, "POST", "/api/flows", {"code": "hall", "name": "x"})
    assert error(again) == (409, "flow.code_taken")
    unknown = send(client, "POST", "/api/flows", {"code": "x", "name": "x", "template": "../x"})
    assert error(unknown) == (422, "flow.template_unknown")


def test_a_copy_has_the_drawing_of_its_original(login: Login) -> None:
    client = login(EDITOR)
    spec = made(client)["draft"]["spec"]
    copy = made(client, "copy", template="", copy_of="hall")["draft"]["spec"]
    assert copy["nodes"] == spec["nodes"]
    assert copy["id"] == "copy"
    lost = send(client, "POST", "/api/flows", {"code": "c", "name": "x", "copy_of": "no"})
    assert error(lost) == (404, "record.not_found")


def test_the_second_of_two_editors_is_told_what_the_first_drew(login: Login) -> None:
    first, second = login(EDITOR), login(ADMIN)
    spec = made(first)["draft"]["spec"]
    path = "/api/flows/hall/draft"
    theirs = {**spec, "title": "甲"}
    saved = send(first, "PUT", path, {"version": 1, "spec": theirs, "layout": {"a": [1, 2]}})
    assert saved.json()["version"] == 2
    assert [e["person"]["number"] for e in saved.json()["editors"]] == [EDITOR]
    answer = send(second, "PUT", path, {"version": 1, "spec": spec, "layout": None})
    assert error(answer) == (409, "flow.draft_conflict")
    details = answer.json()["error"]["details"]
    assert (details["version"], details["by"]) == (2, f"{EDITOR} 流程编辑甲")
    assert (details["spec"], details["layout"]) == (theirs, {"a": [1, 2]})


def test_a_draft_may_be_broken_but_not_beyond_measure(login: Login) -> None:
    client = login(EDITOR)
    made(client)
    path = "/api/flows/hall/draft"
    broken = send(client, "PUT", path, {"version": 1, "spec": {"nodes": [1]}, "layout": 7})
    assert broken.status_code == 200
    assert broken.json()["errors"] > 0
    odd = send(client, "PUT", path, {"version": 2, "spec": {"a": "x\x00\ud800"}})
    assert odd.json()["spec"] == {"a": "x"}
    many: Any = {"nodes": {str(n): {} for n in range(2001)}}
    answer = send(client, "PUT", path, {"version": 3, "spec": many})
    assert error(answer) == (422, "flow.draft_too_large")
    large = {"text": "字" * 800_000}
    assert error(send(client, "PUT", path, {"version": 3, "spec": large}))[0] in (413, 422)
    deep: Any = {}
    for _ in range(100):
        deep = {"a": deep}
    answer = send(client, "PUT", path, {"version": 3, "spec": deep})
    assert error(answer) == (422, "flow.draft_too_large")


def test_the_title_that_is_drawn_is_the_name_of_the_flow(login: Login, centre: Centre) -> None:
    client = login(EDITOR)
    spec = made(client)["draft"]["spec"]
    path = "/api/flows/hall"
    assert spec["title"] == "大厅"
    drawn = {"version": 1, "spec": {**spec, "title": "办事大厅"}}
    assert send(client, "PUT", f"{path}/draft", drawn).status_code == 200
    assert client.get(path).json()["name"] == "办事大厅"
    late = send(client, "PATCH", path, {"version": 1, "name": "旧名"})
    assert error(late) == (409, "flow.draft_conflict")
    named = send(client, "PATCH", path, {"version": 2, "name": "新名"}).json()
    assert (named["name"], named["draft"]["spec"]["title"]) == ("新名", "新名")
    assert named["draft"]["version"] == 3
    nameless = {"version": 3, "spec": {**spec, "title": "  "}}
    assert send(client, "PUT", f"{path}/draft", nameless).status_code == 200
    assert client.get(path).json()["name"] == "新名"
    with scope(centre.pk):
        rows = AuditEntry.objects.filter(action="flow.renamed").order_by("pk")
        assert [row.data["after"] for row in rows] == ["办事大厅", "新名"]


def test_who_has_a_draft_open_is_told(login: Login) -> None:
    first, second = login(EDITOR), login(ADMIN)
    made(first)
    path = "/api/flows/hall/presence"
    send(first, "POST", path, {})
    both = send(second, "POST", path, {}).json()
    assert [e["person"]["number"] for e in both["editors"]] == [ADMIN, EDITOR]
    left = send(second, "POST", path, {"leaving": True}).json()
    assert [e["person"]["number"] for e in left["editors"]] == [EDITOR]


def test_a_review_is_asked_given_and_ended_by_a_change(login: Login) -> None:
    editor, admin = login(EDITOR), login(ADMIN)
    spec = made(editor)["draft"]["spec"]
    path = "/api/flows/hall/review"
    asked = send(editor, "POST", path, {"act": "request", "note": "请看"})
    assert asked.json()["state"] == "review"
    assert error(send(editor, "POST", path, {"act": "approve"})) == (403, "access.denied")
    returned = send(admin, "POST", path, {"act": "return", "note": "缺提示音"}).json()
    assert (returned["state"], returned["note"]) == ("editing", "缺提示音")
    assert error(send(admin, "POST", path, {"act": "return"})) == (409, "flow.wrong_state")
    assert send(admin, "POST", path, {"act": "approve"}).json()["state"] == "approved"
    change = {"version": 1, "spec": {**spec, "title": "新"}}
    assert send(editor, "PUT", "/api/flows/hall/draft", change).json()["state"] == "editing"


def test_an_unused_flow_is_put_away_and_had_back(login: Login) -> None:
    client = login(EDITOR)
    made(client)
    assert client.delete("/api/flows/hall").status_code == 204
    gone = client.get("/api/flows/hall")
    assert error(gone) == (404, "record.not_found")
    assert gone.json()["error"]["details"] == {"put_away": True}
    assert client.get("/api/flows/none").json()["error"]["details"] == {}
    listed = [client.get(f"/api/flows{query}").json()["items"] for query in ("", "?put_away=true")]
    assert "hall" not in [each["code"] for each in listed[0]]
    assert [(each["code"], each["published"]) for each in listed[1]] == [("hall", None)]
    assert send(client, "POST", "/api/flows/hall/restore").json()["code"] == "hall"
    assert client.get("/api/flows?put_away=true").json()["items"] == []
    assert error(client.delete("/api/flows/article")) == (403, "access.denied")
    answer = login(ADMIN).delete("/api/flows/article")
    assert error(answer) == (409, "flow.in_use")
    assert answer.json()["error"]["details"]["by"] == [{"kind": "line", "code": "12345"}]
    assert "12345" in answer.json()["error"]["message"]


def test_what_was_published_of_a_flow_is_told_when_it_was_put_away(login: Login) -> None:
    client = login(ADMIN)
    made(client)
    assert publish(client, "hall").status_code == 201
    assert client.delete("/api/flows/hall").status_code == 204
    (gone,) = client.get("/api/flows?put_away=true").json()["items"]
    assert (gone["code"], gone["published"]["number"]) == ("hall", 1)
    assert send(client, "POST", "/api/flows/hall/restore").json()["published"]["number"] == 1


def test_what_can_be_named(login: Login) -> None:
    said = login(SUPERVISOR).get("/api/flows/vocabulary").json()
    assert {"code": "general", "name": "人工服务"} in said["queues"]
    welcome = next(prompt for prompt in said["prompts"] if prompt["id"] == "welcome")
    assert "政府热线" in welcome["texts"]["zh"]
    assert welcome["audio"]["zh"].startswith("/api/prompts/welcome/zh/audio")
    assert "article" in said["templates"]


# --- publishing -------------------------------------------------------------------------


def test_a_draft_is_published_and_is_what_callers_hear(login: Login, centre: Centre) -> None:
    editor, admin = login(EDITOR), login(ADMIN)
    made(editor)
    assert error(publish(editor, "hall")) == (403, "access.denied")
    answer = publish(admin, "hall")
    assert answer.status_code == 201, answer.content
    said = answer.json()
    assert (said["number"], said["state"], said["note"]) == (1, "in_force", "首次发布")
    assert error(publish(admin, "hall", version=9)) == (409, "flow.draft_conflict")
    assert error(publish(admin, "hall", note=""))[1] == "request.invalid"
    flow = admin.get("/api/flows/hall").json()
    assert (flow["published"]["number"], flow["draft"]["based_on"]) == (1, 1)


def test_a_broken_draft_is_refused_with_the_place_of_each_fault(login: Login) -> None:
    admin = login(ADMIN)
    spec = made(admin)["draft"]["spec"]
    spec["nodes"]["welcome"]["keys"]["1"] = "nowhere"
    send(admin, "PUT", "/api/flows/hall/draft", {"version": 1, "spec": spec})
    answer = publish(admin, "hall", version=2)
    assert error(answer) == (422, "flow.broken")
    (fault,) = answer.json()["error"]["details"]["faults"]
    assert (fault["code"], fault["place"]) == ("flow.node_missing", "nodes.welcome.keys.1")
    linted = send(admin, "POST", "/api/flows/hall/lint", {"spec": spec}).json()["findings"]
    assert (linted[0]["node"], linted[0]["severity"]) == ("welcome", "error")


def test_a_flow_is_published_at_a_time_and_called_off(login: Login, centre: Centre) -> None:
    admin = login(ADMIN)
    spec = made(admin)["draft"]["spec"]
    assert publish(admin, "hall").status_code == 201
    later = timezone.now() + timedelta(hours=2)
    past = publish(admin, "hall", at=(timezone.now() - timedelta(1)).isoformat())
    assert error(past) == (422, "flow.time_past")
    change = {"version": 1, "spec": {**spec, "title": "夏令"}}
    send(admin, "PUT", "/api/flows/hall/draft", change)
    coming = publish(admin, "hall", version=2, at=later.isoformat()).json()
    assert (coming["number"], coming["state"]) == (2, "scheduled")
    flow = admin.get("/api/flows/hall").json()
    assert (flow["published"]["number"], flow["scheduled"]["number"]) == (1, 2)
    with scope(centre.pk):
        pk = FlowVersion.objects.get(flow__code="hall", number=2).flow_id
        assert published()[pk].number == 1
        assert published(later + timedelta(seconds=1))[pk].spec["title"] == "夏令"
    assert admin.delete("/api/flows/hall/scheduled").status_code == 204
    assert error(admin.delete("/api/flows/hall/scheduled")) == (404, "record.not_found")
    states = [v["state"] for v in admin.get("/api/flows/hall/versions").json()["items"]]
    assert states == ["cancelled", "in_force"]
    with scope(centre.pk):
        assert published(later + timedelta(seconds=1))[pk].number == 1


def test_a_new_time_calls_the_old_one_off(login: Login) -> None:
    admin = login(ADMIN)
    made(admin)
    times = [(timezone.now() + timedelta(hours=h)).isoformat() for h in (3, 2)]
    for at in times:
        assert publish(admin, "hall", at=at).status_code == 201
    states = [v["state"] for v in admin.get("/api/flows/hall/versions").json()["items"]]
    assert states == ["scheduled", "cancelled"]


def test_an_earlier_version_comes_back_as_a_new_one(login: Login) -> None:
    admin = login(ADMIN)
    spec = made(admin)["draft"]["spec"]
    publish(admin, "hall")
    change = {"version": 1, "spec": {**spec, "title": "错误"}}
    send(admin, "PUT", "/api/flows/hall/draft", change)
    publish(admin, "hall", version=2)
    path = "/api/flows/hall/versions/1/roll-back"
    assert error(send(login(EDITOR), "POST", path, {"note": "x"})) == (403, "access.denied")
    back = send(admin, "POST", path, {"note": "恢复"}).json()
    assert (back["number"], back["from_version"], back["state"]) == (3, 1, "in_force")
    versions = [admin.get(f"/api/flows/hall/versions/{n}").json() for n in (1, 3)]
    assert versions[0]["spec"] == versions[1]["spec"]
    assert admin.get("/api/flows/hall").json()["draft"]["spec"]["title"] == "错误"


# --- who may, and what it costs -------------------------------------------------------------

ACTS = [
    ("POST", "/api/flows", {"code": "x", "name": "x"}, EDITOR),
    ("PATCH", "/api/flows/article", {"version": 1, "name": "x"}, EDITOR),
    ("PUT", "/api/flows/article/draft", {"version": 1, "spec": {}}, EDITOR),
    ("POST", "/api/flows/article/presence", {}, EDITOR),
    ("POST", "/api/flows/article/review", {"act": "request"}, EDITOR),
    ("POST", "/api/flows/article/publish", {"version": 1, "note": "x"}, ADMIN),
    ("POST", "/api/flows/article/versions/1/roll-back", {"note": "x"}, ADMIN),
    ("DELETE", "/api/flows/article/scheduled", None, ADMIN),
    ("GET", "/api/flows", None, SUPERVISOR),
    ("GET", "/api/flows/article", None, SUPERVISOR),
    ("GET", "/api/flows/article/versions", None, SUPERVISOR),
    ("GET", "/api/flows/article/versions/1", None, SUPERVISOR),
    ("POST", "/api/flows/article/lint", {"spec": {}}, SUPERVISOR),
    ("GET", "/api/flows/vocabulary", None, SUPERVISOR),
]


@pytest.mark.parametrize(("method", "path", "body", "least"), ACTS)
def test_who_may_do_what(login: Login, method: str, path: str, body: Any, least: str) -> None:
    allowed = {
        ADMIN: {ADMIN},
        EDITOR: {EDITOR, ADMIN},
        SUPERVISOR: {SUPERVISOR, EDITOR, ADMIN},
    }[least]
    for number in (AGENT, SUPERVISOR, EDITOR, ADMIN):
        status = send(login(number), method, path, body).status_code
        assert (status == 403) == (number not in allowed), (number, status)


def test_flows_of_another_centre_are_not_there(login: Login) -> None:
    made(login(EDITOR))
    stranger = login(ADMIN, "shixian")
    assert error(stranger.get("/api/flows/hall")) == (404, "record.not_found")
    assert "hall" not in [item["code"] for item in stranger.get("/api/flows").json()["items"]]


def test_a_list_costs_the_same_however_long(login: Login) -> None:
    client = login(EDITOR)

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get("/api/flows").status_code == 200
        return len(queries)

    first = cost()
    for n in range(5):
        made(client, f"hall{n}")
    assert cost() == first


def test_a_list_tells_drafts_from_what_is_published(login: Login) -> None:
    admin = login(ADMIN)

    def article() -> dict[str, Any]:
        """As the list tells it, and the flow's own page says the same."""
        items = admin.get("/api/flows").json()["items"]
        listed: dict[str, Any] = next(each for each in items if each["code"] == "article")
        assert admin.get("/api/flows/article").json()["changed"] == listed["changed"]
        return listed

    assert (article()["changed"], article()["errors"]) == (False, None)  # shipped, never saved
    draft = admin.get("/api/flows/article").json()["draft"]
    put = {"version": draft["version"], "spec": {**draft["spec"], "title": "改过的"}}
    version = send(admin, "PUT", "/api/flows/article/draft", put).json()["version"]
    assert (article()["changed"], article()["errors"]) == (True, 0)
    assert publish(admin, "article", version=version).status_code == 201
    assert article()["changed"] is False
    assert send(admin, "POST", "/api/flows/article/versions/1/roll-back", {"note": "x"})
    assert article()["changed"] is True  # the draft is the version after the one in force


def test_every_act_leaves_its_row(
    login: Login, centre: Centre, who: Callable[[str], Actor]
) -> None:
    admin = login(ADMIN)
    with scope(centre.pk):
        before = AuditEntry.objects.count()
    spec = made(admin)["draft"]["spec"]
    change = {"version": 1, "spec": {**spec, "languages": ["zh"]}}
    for _ in range(2):  # the same again changes nothing
        send(admin, "PUT", "/api/flows/hall/draft", change)
    send(admin, "PATCH", "/api/flows/hall", {"version": 2, "name": "新名"})
    send(admin, "POST", "/api/flows/hall/review", {"act": "approve"})
    publish(admin, "hall", version=3)
    send(admin, "POST", "/api/flows/hall/versions/1/roll-back", {"note": "x"})
    at = (timezone.now() + timedelta(hours=1)).isoformat()
    publish(admin, "hall", version=3, at=at)
    admin.delete("/api/flows/hall/scheduled")
    admin.delete("/api/flows/hall")
    send(admin, "POST", "/api/flows/hall/restore")
    with scope(centre.pk):
        actions = [e.action for e in AuditEntry.objects.order_by("pk")[before:]]
    assert actions == [
        "flow.created",
        "flow.draft_saved",
        "flow.renamed",
        "flow.review_approved",
        "flow.published",
        "flow.rolled_back",
        "flow.scheduled",
        "flow.schedule_cancelled",
        "flow.deleted",
        "flow.restored",
    ]


@pytest.mark.parametrize("name", templates())
def test_what_is_shipped_can_be_published(who: Callable[[str], Actor], name: str) -> None:
    errors = checks_for(who(ADMIN)).errors(template(name), name, "flow")
    assert [(each.place, each.text) for each in errors] == []
