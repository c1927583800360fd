"""Connections: who may change them, what is kept of their secrets."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.centres.models import AuditEntry, Centre, Person
from lianxin.connections.models import Connection
from lianxin.connections.secrets import unseal
from tests.apps.service_operations import prepare

pytestmark = pytest.mark.django_db

JSON = "application/json"
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def _fields(answer: Any) -> list[str]:
    """The fields that a refusal names: a form marks them."""
    return [each["field"] for each in answer.json()["error"]["details"]["fields"]]


def test_connections_hide_their_secrets_and_note_who_changed_them(
    login: Callable[..., Client], centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "LOOK_UP_HOSTS", ["water.example"])
    page = login("9000")
    sheet: dict[str, Any] = {
        "code": "water",
        "name": "水务",
        "kind": "http",
        "base_url": "https://water.example/api",
        "headers": [
            {"name": "X-Key", "value": "s3cret", "secret": True},
            {"name": "X-City", "value": "9901"},
        ],
    }
    assert page.post("/api/connections", sheet, content_type=JSON).status_code == 201
    with scope(centre.pk):
        row = Connection.objects.get(code="water")
        assert "s3cret" not in row.sealed + json.dumps(row.settings)
    shown = page.get("/api/connections/water").json()
    assert {h["name"]: h["value"] for h in shown["headers"]} == {"X-Key": None, "X-City": "9901"}
    kept = {**sheet, "headers": [{"name": "X-Key", "secret": True}], "version": 1}
    assert page.put("/api/connections/water", kept, content_type=JSON).json()["version"] == 2
    with scope(centre.pk):
        assert unseal(Connection.objects.get(code="water").sealed) == {"X-Key": "s3cret"}
        data = json.dumps(list(AuditEntry.objects.values_list("data", flat=True)))
        assert "s3cret" not in data
    assert page.put("/api/connections/water", kept, content_type=JSON).status_code == 409
    for base, code in (
        ("https://169.254.169.254/", "connection.host_not_allowed"),
        ("https://evil.example/", "connection.host_not_allowed"),
        ("ftp://water.example/", "connection.bad_address"),
        ("https://u:p@water.example/", "connection.bad_address"),
    ):
        answer = page.post(
            "/api/connections", {**sheet, "code": "w2", "base_url": base}, content_type=JSON
        )
        assert answer.json()["error"]["code"] == code
        assert _fields(answer) == ["base_url"]
    mysql: dict[str, Any] = {"code": "db", "name": "库", "kind": "mysql", "host": "water.example"}
    bad = {**mysql, "queries": [{"code": "q", "sql": "DELETE FROM t"}]}
    answer = page.post("/api/connections", bad, content_type=JSON)
    assert answer.json()["error"]["code"] == "connection.bad_statement"
    assert _fields(answer) == ["queries.0.sql"]
    away = page.post("/api/connections", {**mysql, "host": "evil.example"}, content_type=JSON)
    assert _fields(away) == ["host"]
    again = page.post("/api/connections", sheet, content_type=JSON)
    assert (again.status_code, _fields(again)) == (409, ["code"])
    tried = page.post("/api/connections/water/try", {"path": "/x"}, content_type=JSON).json()
    assert tried["outcome"] == "error"
    with scope(centre.pk):
        assert AuditEntry.objects.filter(action="connection.tried").count() == 1
        assert Person.objects.count() > 0
    assert login("8100").get("/api/connections").status_code == 403
    assert page.delete("/api/connections/water").status_code == 204


def test_statements_and_headers_of_one_name_are_refused_by_their_row(
    login: Callable[..., Client], centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "LOOK_UP_HOSTS", ["water.example"])
    page = login("9000")
    sql = {"code": "db", "name": "库", "kind": "mysql", "host": "water.example"}
    queries = [{"code": code, "sql": f"SELECT {n}"} for n, code in enumerate(("a", "b", "a"))]
    answer = page.post("/api/connections", {**sql, "queries": queries}, content_type=JSON)
    assert answer.json()["error"]["code"] == "connection.statement_twice"
    assert _fields(answer) == ["queries.2.code"]
    http = {"code": "w", "name": "w", "kind": "http", "base_url": "https://water.example"}
    headers = [{"name": name, "value": "1"} for name in ("X-A", "x-a")]
    answer = page.post("/api/connections", {**http, "headers": headers}, content_type=JSON)
    assert answer.json()["error"]["code"] == "connection.header_twice"
    assert _fields(answer) == ["headers.1.name"]
    with scope(centre.pk):
        assert not Connection.objects.filter(code__in=("db", "w")).exists()


def test_the_trail_names_what_was_changed_also_of_secrets_and_statements(
    login: Callable[..., Client], centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "LOOK_UP_HOSTS", ["water.example"])
    page = login("9000")

    def changed(code: str, sheet: dict[str, Any]) -> dict[str, Any]:
        version = page.get(f"/api/connections/{code}").json()["version"]
        body = {**sheet, "version": version}
        answer = page.put(f"/api/connections/{code}", body, content_type=JSON)
        assert answer.status_code == 200, answer.content
        with scope(centre.pk):
            found = AuditEntry.objects.filter(action="connection.changed").latest("pk")
        assert "s3cret" not in json.dumps(found.data)
        return dict(found.data)

    key = {"name": "X-Key", "value": "s3cret", "secret": True}
    http = {"code": "water", "name": "水务", "kind": "http", "base_url": "https://water.example"}
    page.post("/api/connections", {**http, "headers": [key]}, content_type=JSON)
    other = {**key, "value": "s3cret 2"}
    assert changed("water", {**http, "headers": [other]}) == {
        "fields": ["headers"],
        "secrets": ["X-Key"],
    }
    kept = {"name": "X-Key", "secret": True}
    assert changed("water", {**http, "headers": [kept]}) == {"fields": []}
    assert changed("water", http)["secrets"] == ["X-Key"], "taken away"
    sql = {"code": "db", "name": "库", "kind": "mysql", "host": "water.example", "database": "d"}
    page.post("/api/connections", {**sql, "password": "s3cret"}, content_type=JSON)
    assert changed("db", {**sql, "password": "s3cret 2"}) == {"fields": ["password"]}
    query = {"code": "q", "sql": "SELECT 1", "note": ""}
    assert changed("db", {**sql, "queries": [query]}) == {"fields": ["queries"]}
    assert changed("db", {**sql, "queries": [query], "name": "新库"}) == {"fields": ["name"]}


def test_a_connection_says_who_would_miss_it(
    login: Callable[..., Client], who: Callable[[str], Actor]
) -> None:
    prepare(who("9000"))
    page = login("9000")
    free = page.get("/api/connections/park").json()
    assert (free["used_by"], free["sends_notices"]) == ([], False)
    gateway = {"version": 0, "connection": "park"}
    assert page.put("/api/notices/gateway", gateway, content_type=JSON).status_code == 200
    new = {"code": "hall", "name": "大厅", "template": "empty"}
    draft = page.post("/api/flows", new, content_type=JSON).json()["draft"]
    spec = draft["spec"]
    spec["nodes"]["ask"] = {"type": "http", "connection": "park", "path": "/x"}
    body = {"version": draft["version"], "spec": spec, "layout": draft["layout"]}
    assert page.put("/api/flows/hall/draft", body, content_type=JSON).status_code == 200
    used = page.get("/api/connections/park").json()
    assert used["sends_notices"]
    assert used["used_by"] == [{"code": "hall", "name": "大厅", "state": "draft"}]
    assert [each["sends_notices"] for each in page.get("/api/connections").json()].count(True) == 1
