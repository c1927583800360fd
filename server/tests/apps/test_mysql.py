"""Look-ups in a real MariaDB: reading only, in time, the first row."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from lianxin.connections import sql
from lianxin.connections.plan import SqlPlan
from tests.apps import mariadb


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlPlan]:
    """The permits of a made-up city. Its user may write: the look-up must not."""
    queries = {
        "permit": "SELECT number, due, fee, name, NULL AS nothing FROM permit"
        " WHERE number = %(number)s",
        "all": "SELECT number FROM permit ORDER BY number",
        "slow": "SELECT COUNT(*) AS n FROM permit a, permit b,"
        " permit c, permit d, permit e, permit f,"
        " permit g, permit h, permit i, permit j, permit k, permit l, permit m, permit n, permit o,"
        " permit p, permit q, permit r, permit s, permit t, permit u, permit v, permit w, permit x,"
        " permit y, permit z, permit aa, permit bb WHERE SHA1(a.name) <> SHA1(bb.number)",
        "write": "SELECT 1 INTO OUTFILE '/tmp/x'",
        "lock": "SELECT number FROM permit FOR UPDATE",
        "broken": "SELECT nothing FROM nowhere",
    }
    with mariadb.running(tmp_path_factory.mktemp("mariadb")) as port:
        yield SqlPlan(
            "mysql",
            "127.0.0.1",
            port,
            "city",
            "reader",
            tls=False,
            seconds=1.0,
            password=mariadb.PASSWORD,
            queries=queries,
        )


def test_the_first_row_comes_back_as_scalars(plan: SqlPlan) -> None:
    answer = sql.look_up(plan, "permit", {"number": "2026-1"}, 2.0)
    assert answer.values == {
        "number": "2026-1",
        "due": "2026-02-13",
        "fee": "12.50",
        "name": "王示范",
        "nothing": None,
    }
    assert sql.look_up(plan, "all", {}, 2.0).values == {"number": "2026-1"}


@pytest.mark.parametrize("number", ["none", "' OR ''='", '" OR ""="', "\\' OR 1=1 -- ", "%s"])
def test_what_a_caller_types_is_a_value_and_nothing_else(plan: SqlPlan, number: str) -> None:
    assert sql.look_up(plan, "permit", {"number": number}, 2.0).outcome == "none"


@pytest.mark.parametrize(("query", "reason"), [("slow", "timeout"), ("broken", "statement")])
def test_a_statement_that_fails_is_an_error_in_time(plan: SqlPlan, query: str, reason: str) -> None:
    began = time.monotonic()
    answer = sql.look_up(plan, query, {}, 1.0)
    assert (answer.outcome, answer.reason) == ("error", reason)
    assert time.monotonic() - began < 3.0


def test_nothing_is_written(plan: SqlPlan) -> None:
    assert sql.look_up(plan, "write", {}, 1.0).outcome == "error"
    insert = replace(plan, queries={"w": "WITH a AS (SELECT 1) INSERT INTO permit SELECT 1,1,1,1"})
    assert sql.look_up(insert, "w", {}, 1.0).outcome == "error"


def test_a_database_that_is_not_there_or_knows_us_not(plan: SqlPlan) -> None:
    assert sql.look_up(replace(plan, port=1), "all", {}, 1.0).reason == "unreachable"
    assert sql.look_up(replace(plan, password="wrong"), "all", {}, 1.0).outcome == "error"
