"""Look-ups by HTTP against a server that misbehaves, and by SQL against a real PostgreSQL."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec
import psycopg
import pytest
import pytest_asyncio
from django.conf import settings

from lianxin.connections import client as asking_module
from lianxin.connections import health, sql
from lianxin.connections.breaker import FAILURES
from lianxin.connections.client import LookupClient
from lianxin.connections.http import MOST_BYTES, HttpClient
from lianxin.connections.plan import HttpPlan, SqlPlan
from tests.city import City


@pytest_asyncio.fixture
async def city(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[City]:
    monkeypatch.setattr(settings, "LOOK_UP_HOSTS", ["127.0.0.1"])
    server = City()
    await server.start()
    yield server
    await server.stop()


@pytest_asyncio.fixture
async def client() -> AsyncIterator[HttpClient]:
    client = HttpClient()
    yield client
    await client.close()


async def test_what_is_picked_comes_back_and_secrets_travel(city: City, client: HttpClient) -> None:
    plan = HttpPlan(city.url + "/v1", {"X-Key": "s3cret"})
    answer = await client.look_up(
        plan, "GET", "/bill", body={"account": "一 2&3"}, picks={"due": "data.due"}
    )
    assert (answer.outcome, answer.values) == ("ok", {"due": "42.50"})
    line, headers, _ = city.asked[0]
    assert unquote(line) == "GET /v1/bill?account=一+2&3 HTTP/1.1"
    assert headers["x-key"] == "s3cret"
    assert headers["host"] == f"127.0.0.1:{city.port}"


async def test_a_body_is_json_and_is_sent_once(city: City, client: HttpClient) -> None:
    plan = HttpPlan(city.url, retries=2)
    answer = await client.look_up(plan, "POST", "/500", body={"n": 1, "t": "水"})
    assert answer.reason == "status_500"
    assert [msgspec.json.decode(body) for _, _, body in city.asked] == [{"n": 1, "t": "水"}]


async def test_an_answer_with_nothing_in_it_will_do_where_nothing_is_wanted(
    city: City, client: HttpClient
) -> None:
    plan = HttpPlan(city.url)
    nothing = await client.look_up(plan, "POST", "/nothing", body={"n": 1})
    assert (nothing.outcome, nothing.values) == ("ok", {})
    wanted = await client.look_up(plan, "POST", "/nothing", picks={"due": "data.due"})
    assert wanted.reason == "not_json"


async def test_json_behind_a_byte_order_mark_is_json(city: City, client: HttpClient) -> None:
    answer = await client.look_up(HttpPlan(city.url), "GET", "/mark", picks={"due": "data.due"})
    assert (answer.outcome, answer.values) == ("ok", {"due": "42"})


async def test_only_a_get_is_tried_again(city: City, client: HttpClient) -> None:
    answer = await client.look_up(HttpPlan(city.url), "GET", "/flaky", picks={"d": "data.due"})
    assert answer.values == {"d": "42"}
    assert len(city.asked) == 2


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/hang", "timeout"),
        ("/500", "status_500"),
        ("/404", "status_404"),
        ("/wrong", "not_json"),
        ("/redirect", "redirect"),
        ("/large", "too_large"),
        ("/stream", "too_large"),
        ("/cut", "unreachable"),
        ("/zip", "not_json"),
        ("/missing", "missing"),
        ("/../admin", "not_allowed"),
        ("/%2e%2e/admin", "not_allowed"),
    ],
)
async def test_a_service_that_misbehaves_is_an_error_in_time(
    city: City, client: HttpClient, path: str, reason: str
) -> None:
    began = time.monotonic()
    answer = await client.look_up(
        HttpPlan(city.url, retries=1), "GET", path, picks={"x": "nothing.here"}, seconds=1.0
    )
    assert (answer.outcome, answer.reason) == ("error", reason)
    assert time.monotonic() - began < 1.5
    assert MOST_BYTES == 1024 * 1024


@pytest.mark.parametrize(
    "path", ["//evil.example/x", "@evil.example/", "http://evil.example/", ":1@evil.example/"]
)
async def test_no_path_leads_to_another_host(city: City, client: HttpClient, path: str) -> None:
    await client.look_up(HttpPlan(city.url), "GET", path)
    assert all(line.startswith("GET /") for line, _, _ in city.asked)
    assert {headers["host"] for _, headers, _ in city.asked} <= {f"127.0.0.1:{city.port}"}


async def test_hosts_that_are_not_listed_are_not_asked(
    city: City, client: HttpClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "LOOK_UP_HOSTS", ["localhost", "nowhere.invalid"])
    reasons = [
        (await client.look_up(HttpPlan(base), "GET", "/")).reason
        for base in (
            city.url,
            f"http://localhost:{city.port}",  # a listed name, but no listed address
            "http://nowhere.invalid",
        )
    ]
    assert reasons == ["not_allowed", "not_allowed", "unreachable"]
    assert city.asked == []


@pytest_asyncio.fixture
async def asking(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[LookupClient, dict[str, Any]]]:
    """``LookupClient`` on plans that are not in the database; what is written down is kept."""
    seen: dict[str, Any] = {
        "water": (1, HttpPlan(city.url, retries=0)),
        "tax": (2, HttpPlan(city.url)),
    }
    monkeypatch.setattr(asking_module, "read_plan", lambda centre, code: seen.get(code))
    monkeypatch.setattr(asking_module, "close_old_connections", lambda: None)
    monkeypatch.setattr(health, "write", lambda rows: seen.update(written=rows))
    asks = LookupClient()
    yield asks, seen
    await asks.close()


async def test_a_connection_that_fails_rests_and_others_go_on(
    city: City, asking: tuple[LookupClient, dict[str, Any]]
) -> None:
    asks, _ = asking
    wrong = {"connection": "water", "path": "/500"}
    reasons = [(await asks.http(1, wrong)).reason for _ in range(FAILURES + 1)]
    assert reasons == ["status_500"] * FAILURES + ["resting"]
    assert (await asks.http(1, {"connection": "water", "path": "/"})).reason == "resting"
    assert (await asks.http(1, {"connection": "tax", "path": "/"})).outcome == "ok"
    assert len(city.asked) == FAILURES + 1
    assert (await asks.http(1, {"connection": "gas"})).reason == "unknown_connection"


async def test_one_that_hangs_slows_nobody_else(
    city: City, asking: tuple[LookupClient, dict[str, Any]]
) -> None:
    asks, _ = asking
    hanging = [
        asyncio.create_task(asks.http(1, {"connection": "water", "path": "/hang"}, 4.0))
        for _ in range(30)
    ]
    answers = [
        await asks.http(1, {"connection": "tax", "path": "/", "pick.due": "data.due"})
        for _ in range(20)
    ]
    assert sum(task.done() for task in hanging) == 10, "those that are refused at once"
    assert {answer.values["due"] for answer in answers} == {"42.50"}
    reasons = [(await task).reason for task in hanging]
    assert (reasons.count("timeout"), reasons.count("busy")) == (20, 10)


async def test_a_caller_who_goes_away_is_a_look_up_that_ended(
    city: City, asking: tuple[LookupClient, dict[str, Any]]
) -> None:
    asks, _ = asking
    task = asyncio.create_task(asks.http(1, {"connection": "water", "path": "/hang"}))
    while not city.asked:
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [guard.under_way for guard in asks._guards.values()] == [0]


@pytest.fixture
def database_plan(database: object) -> SqlPlan:
    """The PostgreSQL of the tests, as a customer's."""
    url = urlsplit(settings.ENV.database_url)
    return SqlPlan(
        "postgresql",
        str(url.hostname),
        int(url.port or 0),
        url.path.lstrip("/"),
        unquote(url.username or ""),
        tls=False,
        seconds=1.0,
        password=unquote(url.password or ""),
        queries={
            "twice": "SELECT %(n)s::int * 2 AS double, %(name)s::text AS name, 1.50::numeric AS n,"
            " date '2026-02-13' AS day, NULL AS nothing",
            "none": "SELECT 1 WHERE false",
            "slow": "SELECT pg_sleep(5)",
            "many": "SELECT g FROM generate_series(1, 10000000) g",
            "list": "SELECT ARRAY[1,2] AS a",
            "write": "WITH w AS (INSERT INTO django_session VALUES ('k', 'd', now()) RETURNING 1)"
            " SELECT * FROM w",
            "write2": "SELECT set_config('x.y', 'z', false), nextval('centres_centre_id_seq')",
            "broken": "SELECT nothing FROM nowhere",
            "two": "SELECT 1; SELECT 2",
        },
    )


@pytest.mark.parametrize(
    ("query", "outcome", "reason"),
    [
        ("none", "none", ""),
        ("slow", "error", "timeout"),
        ("list", "error", "not_scalar"),
        ("write", "error", "statement"),
        ("write2", "error", "statement"),
        ("broken", "error", "statement"),
        ("two", "error", "statement"),
        ("unheard", "error", "unknown_query"),
    ],
)
def test_a_statement_only_reads_and_ends_in_time(
    database_plan: SqlPlan, query: str, outcome: str, reason: str
) -> None:
    began = time.monotonic()
    answer = sql.look_up(database_plan, query, {}, 1.0)
    assert (answer.outcome, answer.reason) == (outcome, reason)
    assert time.monotonic() - began < 2.5


def test_the_first_row_comes_back_as_scalars(database_plan: SqlPlan) -> None:
    answer = sql.look_up(database_plan, "twice", {"n": "21", "name": "'; DROP TABLE x --"}, 1.0)
    assert answer.values == {
        "double": 42,
        "name": "'; DROP TABLE x --",
        "n": "1.50",
        "day": "2026-02-13",
        "nothing": None,
    }
    assert sql.look_up(database_plan, "many", {}, 2.0).values == {"g": 1}


def test_a_database_that_is_not_there_is_an_error(database_plan: SqlPlan) -> None:
    away = replace(database_plan, port=1)
    assert sql.look_up(away, "none", {}, 1.0).reason == "unreachable"
    stranger = replace(database_plan, password="wrong")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(
            host=stranger.host, port=stranger.port, dbname=stranger.database,
            user=stranger.user, password=stranger.password,
        )  # fmt: skip
    assert sql.look_up(stranger, "none", {}, 1.0).outcome == "error"
