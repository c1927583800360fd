"""Flows as files: what goes out comes in again, and what is wrong is refused with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from django.test import Client

from lianxin.flows.default import template
from tests.apps.test_flows_api import ADMIN, EDITOR, SUPERVISOR, error, made, publish, send

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]

SETUP = {"at": "2026-02-13T03:00:00+08:00", "caller": "1"}
SCENARIO = {"name": "夜间", "setup": SETUP, "steps": [{"do": "hang_up"}], "expected": []}


def exported(client: Client, code: str, version: str = "draft") -> dict[str, Any]:
    answer = client.get(f"/api/flows/{code}/export", {"version": version})
    assert answer.status_code == 200, answer.content
    said: dict[str, Any] = json.loads(answer.content)
    return said


def imported(client: Client, file: Any, **more: Any) -> Any:
    return send(client, "POST", "/api/flows/import", {"file": file, **more})


def faults(answer: Any) -> list[tuple[str, str]]:
    assert error(answer) == (422, "flow.broken")
    return [(f["code"], f["place"]) for f in answer.json()["error"]["details"]["faults"]]


def a_file(**changes: Any) -> dict[str, Any]:
    spec = {**template(), "id": "hall"}
    flow = {"code": "hall", "name": "大厅", "kind": "flow", "spec": spec, "scenarios": [SCENARIO]}
    return deepcopy({"format": "lianxin.flow", "version": 1, "flow": {**flow, **changes}})


def subflow(code: str, names: str = "") -> dict[str, Any]:
    end = {"type": "return"}
    nodes: dict[str, Any] = {"end": end}
    if names:
        nodes["go"] = {"type": "subflow", "flow": names, "next": "end"}
    spec = {"spec": 2, "id": code, "title": code, "start": "go" if names else "end", "nodes": nodes}
    return {"code": code, "name": code, "kind": "subflow", "spec": spec}


def test_what_goes_out_comes_in_again(login: Login) -> None:
    client = login(EDITOR)
    first = imported(client, json.dumps(a_file(layout={"welcome": [1, 2]})))
    assert first.status_code == 201, first.content
    assert first.json()["missing_prompts"] == []
    file = exported(client, "hall")
    assert "政府热线" in file["prompts"]["welcome"]["zh"]
    again = imported(client, json.dumps(file), code="hall2", name="副本").json()
    one, two = (client.get(f"/api/flows/{code}").json()["draft"] for code in ("hall", "hall2"))
    assert two["layout"] == one["layout"] == {"welcome": [1, 2]}
    assert {**two["spec"], "id": "hall", "title": "大厅"} == one["spec"]
    assert again["name"] == two["spec"]["title"] == "副本"
    second = exported(client, "hall2")
    assert second["flow"]["scenarios"] == file["flow"]["scenarios"] == [SCENARIO]
    assert second["prompts"] == file["prompts"]


def test_subflows_travel_with_their_flow(login: Login) -> None:
    here, there = login(ADMIN), login(ADMIN, "shixian")
    file = {
        **a_file(**subflow("main", "inner")),
        "subflows": [subflow("inner", "leaf"), subflow("leaf")],
    }
    assert imported(here, file).json()["made"] == ["inner", "leaf"]
    for code in ("leaf", "inner", "main"):
        assert publish(here, code).status_code == 201
    out = exported(here, "main", "1")
    assert [each["code"] for each in out["subflows"]] == ["inner", "leaf"]
    assert "subflows" not in out["flow"]["spec"]
    assert imported(there, json.dumps(out)).json()["made"] == ["inner", "leaf"]
    assert imported(there, json.dumps(out), code="more").json()["made"] == []


def test_a_draft_is_replaced_only_when_its_version_is_named(login: Login) -> None:
    client = login(EDITOR)
    made(client)
    assert error(imported(client, a_file())) == (409, "flow.code_taken")
    assert error(imported(client, a_file(), replace=7)) == (409, "flow.draft_conflict")
    assert imported(client, a_file(), replace=1).json()["draft"]["version"] == 2
    other = imported(client, {**a_file(**subflow("hall"))}, replace=2)
    assert faults(other) == [("file.kind", "flow.kind")]


def test_supervisors_take_out_and_bring_nothing_in(login: Login) -> None:
    client = login(SUPERVISOR)
    assert exported(client, "article", "1")["flow"]["code"] == "article"
    assert error(imported(client, a_file())) == (403, "access.denied")
    assert error(client.get("/api/flows/article/export", {"version": "9"}))[0] == 404


def broken(place: str, value: Any) -> dict[str, Any]:
    file = a_file()
    *way, last = place.split(".")
    inner: Any = file
    for word in way:
        inner = inner[int(word)] if isinstance(inner, list) else inner[word]
    inner[last] = value
    return file


NODES = {f"n{n}": {"type": "hang_up"} for n in range(2001)}
DEEP = "[" * 100_000
EMBEDDED = {"bill": subflow("bill")["spec"]}

WRONG = [
    ('{\n  "format": "lianxin.flow",\n  oops', [("file.not_json", "line 3, column 3")]),
    ("", [("file.not_json", "line 1, column 1")]),
    ('{"a": NaN}', [("file.not_json", "file")]),
    (DEEP, [("file.too_deep", "file")]),
    ("[" * 90 + "]" * 90, [("file.too_deep", "file")]),
    ('"' + "x" * 2_100_000 + '"', [("file.too_large", "file")]),
    ("[]", [("file.foreign", "format")]),
    ({"spec": 2, "nodes": {}}, [("file.foreign", "format")]),
    ({"_ui": {}, "nodes": [], "uuid": "x"}, [("file.foreign", "format")]),
    (broken("version", 2), [("file.newer", "version")]),
    (broken("version", None), [("file.newer", "version")]),
    (broken("flow", 7), [("file.form", "flow")]),
    (broken("flow.code", "A B"), [("file.form", "flow.code")]),
    (broken("flow.kind", "tree"), [("file.form", "flow.kind")]),
    (broken("flow.colour", 1), [("file.form", "flow.colour")]),
    (broken("flow.spec", None), [("file.form", "flow.spec")]),
    (broken("flow.spec.spec", 99), [("file.spec_newer", "flow.spec.spec")]),
    (broken("flow.spec.spec", "x"), [("flow.spec", "flow.spec.spec")]),
    (broken("flow.spec.start", "no"), [("flow.node_missing", "flow.spec.start")]),
    (broken("flow.spec.nodes", NODES), [("file.form", "flow.spec")]),
    (broken("flow.spec.subflows", EMBEDDED), [("file.embedded", "flow.spec.subflows")]),
    (
        broken("flow.scenarios.0.steps", [{"do": "sing"}]),
        [("file.form", "flow.scenarios.0.steps.0.do")],
    ),
    (broken("flow.scenarios", ["x"]), [("file.form", "flow.scenarios.0")]),
    (broken("prompts", {"a": "x"}), [("file.form", "prompts.a")]),
    (broken("more", 1), [("file.form", "more")]),
    (
        {**a_file(**subflow("a", "b")), "subflows": [subflow("b", "a")]},
        [("flow.cyclic", "flow.spec"), ("flow.cyclic", "subflows.0.spec")],
    ),
    (a_file(**subflow("a", "a")), [("flow.cyclic", "flow.spec")]),
    (
        {**a_file(), "subflows": [subflow("b"), subflow("b")]},
        [("file.form", "subflows")],
    ),
]


@pytest.mark.parametrize(("file", "expected"), WRONG, ids=range(len(WRONG)))
def test_a_bad_file_is_refused_with_the_place_of_each_fault(
    login: Login, file: Any, expected: list[tuple[str, str]]
) -> None:
    text = file if isinstance(file, str) else json.dumps(file)
    client = login(EDITOR)
    assert faults(imported(client, text)) == expected
    assert error(client.get("/api/flows/hall")) == (404, "record.not_found")


def test_all_faults_are_told_at_once(login: Login) -> None:
    file = broken("flow.code", "?")
    file["flow"]["spec"]["nodes"]["welcome"]["keys"] = {"1": "no", "x": "agents"}
    places = [place for _, place in faults(imported(login(EDITOR), file))]
    assert "flow.code" in places
    assert "flow.spec.nodes.welcome.keys.1" in places
    assert len(places) == 3


def test_faults_are_told_in_the_language_of_the_reader(login: Login) -> None:
    client = login(EDITOR)
    said = imported(client, '{"a": 1}').json()["error"]["details"]["faults"][0]["text"]
    assert said == "不是连心导出的流程文件（缺少 format: lianxin.flow）"
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    said = imported(client, '{"a": 1}').json()["error"]["details"]["faults"][0]["text"]
    assert said == 'is no file of flows: "format" must be "lianxin.flow"'


def test_two_versions_are_compared(login: Login) -> None:
    admin = login(ADMIN)
    spec = made(admin)["draft"]["spec"]
    publish(admin, "hall")
    spec["nodes"]["goodbye"]["prompts"] = []
    spec["title"] = "新"
    send(admin, "PUT", "/api/flows/hall/draft", {"version": 1, "spec": spec})
    said = admin.get("/api/flows/hall/diff", {"before": "1"}).json()
    assert said["nodes"] == {
        "goodbye": {
            "change": "changed",
            "fields": [{"field": "prompts", "before": ["goodbye"], "after": []}],
        }
    }
    assert said["head"] == [{"field": "title", "before": "大厅", "after": "新"}]
    assert error(admin.get("/api/flows/hall/diff", {"before": "7"}))[0] == 404


def test_a_node_that_is_called_something_else_is_a_change(login: Login) -> None:
    admin = login(ADMIN)
    drawn = made(admin)["draft"]
    notes = {"goodbye": "结束", "main": "主菜单", "gone": "没有了"}
    named = {"version": 1, "spec": drawn["spec"], "layout": {"notes": notes}}
    send(admin, "PUT", "/api/flows/hall/draft", named)
    publish(admin, "hall", version=2)
    renamed = {**named, "version": 2, "layout": {"notes": {"goodbye": "再见"}}}
    send(admin, "PUT", "/api/flows/hall/draft", renamed)
    said = admin.get("/api/flows/hall/diff", {"before": "1"}).json()
    changes = {name: change["fields"] for name, change in said["nodes"].items()}
    assert changes["goodbye"] == [{"field": "/note", "before": "结束", "after": "再见"}]
    assert "gone" not in changes
    assert {change["change"] for change in said["nodes"].values()} == {"changed"}
    # What was never laid out says nothing of names.
    send(admin, "PUT", "/api/flows/hall/draft", {"version": 3, "spec": drawn["spec"]})
    assert admin.get("/api/flows/hall/diff", {"before": "1"}).json()["nodes"] == {}
