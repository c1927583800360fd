"""What is about somebody is kept by nobody on the way; strangers get no map of the house."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from lianxin.api.root import api
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
