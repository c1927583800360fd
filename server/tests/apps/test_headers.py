"""What is about somebody is kept by nobody on the way; strangers get no map of the house."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from django.test import Client

from devkit.programs import web_command
from lianxin.api.root import api
from lianxin.cases import queries as case_queries
from lianxin.env import load_env

pytestmark = pytest.mark.django_db

DOCUMENT = api.get_openapi_schema(path_prefix="/api/")
READS = [path for path, methods in DOCUMENT["paths"].items() if "get" in methods]


@pytest.mark.parametrize("path", READS)
@pytest.mark.parametrize("staff", [False, True])
def test_no_answer_of_the_api_is_kept(path: str, staff: bool, login: Callable[..., Client]) -> None:
    client = login("9000") if staff else Client()
    asked = path.replace("{", "").replace("}", "")
    assert "no-store" in client.get(asked)["Cache-Control"]


def test_no_page_of_a_citizen_is_kept() -> None:
    client = Client()
    answers = [client.get("/query"), client.get("/call"), client.post("/portal/call-ticket")]
    answers.append(client.post("/query", {"number": "1", "code": "1"}))
    assert {answer["Cache-Control"] for answer in answers} == {"no-store"}


def test_robots_are_told_where_not_to_look() -> None:
    answer = Client().get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    assert "Disallow: /" in answer.content.decode()


ASKED = "?q=13800000001&phone=13800000001&number=13800000001"


def test_no_log_keeps_what_was_asked_for(
    login: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Behind the question mark stand the numbers of citizens: of whatever is refused, or fails."""
    caplog.set_level(logging.DEBUG)
    strict, agent = Client(enforce_csrf_checks=True), login("8001")
    answers = [
        Client().get(f"/api/cases{ASKED}"),
        agent.get(f"/api/audit{ASKED}"),
        agent.get(f"/api/cases{ASKED}&limit=none"),
        agent.get(f"/api/nowhere{ASKED}"),
        agent.put(f"/api/cases{ASKED}"),
        agent.get(f"/nowhere/at/all{ASKED}"),
        strict.post(f"/api/session{ASKED}"),
        agent.get(f"/api/cases{ASKED}", headers={"host": "elsewhere.example"}),
    ]
    agent.raise_request_exception = False
    monkeypatch.setattr(case_queries, "cases", lambda *_, **__: 1 / 0)
    answers.append(agent.get(f"/api/cases{ASKED}"))
    assert [each.status_code for each in answers] == [401, 403, 422, 404, 405, 404, 403, 400, 500]
    logged = [record.getMessage() for record in caplog.records if record.name != "django.db"]
    assert any("/api/cases" in line for line in logged), "they are logged, by their path"
    assert [line for line in logged if "1380000" in line or "?" in line] == []


def test_web_writes_no_access_log() -> None:
    assert not [word for word in web_command(1) if "access" in word]


def test_the_document_of_the_api_is_for_staff(login: Callable[..., Client]) -> None:
    assert Client().get("/api/openapi.json").status_code == 401
    answer = login("8001").get("/api/openapi.json")
    assert answer.status_code == 200
    assert answer.json()["openapi"].startswith("3.")


def test_strangers_learn_of_health_the_state_alone(login: Callable[..., Client]) -> None:
    told = Client().get("/api/health").json()
    assert (told["version"], told["parts"]) == ("", [])
    shown = login("8001").get("/api/health").json()
    assert shown["version"]
    assert {part["name"] for part in shown["parts"]} >= {"web", "database"}
    assert told["state"] == shown["state"]


def test_hsts_is_told_behind_tls_only(tmp_path: object) -> None:
    plain = load_env({"LIANXIN_VAR": str(tmp_path)})
    over_tls = {"LIANXIN_WEB_ORIGINS": "https://12345.example", "LIANXIN_HSTS_SECONDS": "60"}
    behind = load_env({"LIANXIN_VAR": str(tmp_path), **over_tls})
    assert (plain.https, behind.https, behind.hsts_seconds) == (False, True, 60)
