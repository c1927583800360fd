"""The pure parts of look-ups: the breaker, the list of hosts, picking, statements."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lianxin.connections.breaker import FAILURES, REST_SECONDS, Breaker, answered, ask
from lianxin.connections.http import climbs
from lianxin.connections.picking import MOST_TEXT, NotThere, pick
from lianxin.connections.reaching import address_allowed, listed, name_allowed
from lianxin.connections.statement import fault_of, parameters_of


def _failing(times: int, now: float = 0.0) -> Breaker:
    breaker = Breaker()
    for _ in range(times):
        breaker = answered(breaker, False, now)
    return breaker


def test_a_breaker_opens_after_failures_in_a_row_and_one_success_forgets_them() -> None:
    assert _failing(FAILURES - 1).state == "closed"
    assert answered(_failing(FAILURES - 1), True, 0.0) == Breaker()
    assert _failing(FAILURES).state == "open"


def test_an_open_breaker_lets_one_question_through_after_its_rest() -> None:
    breaker = _failing(FAILURES, now=100.0)
    assert ask(breaker, 100.0 + REST_SECONDS - 0.1) == (breaker, False)
    half, may = ask(breaker, 100.0 + REST_SECONDS)
    assert may
    assert half.state == "half_open"
    assert ask(half, 101.0 + REST_SECONDS)[1] is False, "only one finds out"
    assert answered(half, True, 125.0) == Breaker()
    assert answered(half, False, 125.0).state == "open"
    assert ask(answered(half, False, 125.0), 126.0)[1] is False


@given(st.lists(st.tuples(st.sampled_from(["ask", "ok", "fail"]), st.floats(0, 30)), max_size=60))
@example(
    [("fail", 0.0), ("fail", 0.0), *[("fail", each) for each in (1.139146005526377, 3.0, 3.0)]]
)
def test_a_breaker_never_stays_shut_for_good(steps: list[tuple[str, float]]) -> None:
    breaker, now = Breaker(), 0.0
    for what, wait in steps:
        now += wait
        if what == "ask":
            breaker, _ = ask(breaker, now)
        else:
            breaker = answered(breaker, what == "ok", now)
    assert ask(breaker, now + REST_SECONDS)[1]


LIST = listed(["api.city.example", "*.gov.example:443", "10.1.0.0/16", "[fd00::1]:5432"])


@pytest.mark.parametrize(
    ("host", "port", "may"),
    [
        ("api.city.example", 80, True),
        ("API.city.example.", 8443, True),
        ("evil-api.city.example", 80, False),
        ("water.gov.example", 443, True),
        ("water.gov.example", 80, False),
        ("gov.example", 443, False),
        ("10.1.2.3", 80, True),
        ("10.2.0.1", 80, False),
        ("[::ffff:10.1.2.3]", 80, True),
        ("fd00::1", 5432, True),
        ("fd00::1", 80, False),
        ("169.254.169.254", 80, False),
    ],
)
def test_only_listed_hosts_are_asked(host: str, port: int, may: bool) -> None:
    assert name_allowed(LIST, host, port) is may


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("8.8.8.8", True),
        ("10.1.2.3", True),
        ("10.2.2.3", False),
        ("127.0.0.1", False),
        ("::1", False),
        ("::ffff:127.0.0.1", False),
        ("169.254.169.254", False),
        ("fe80::1%eth0", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("100.64.0.1", False),
    ],
)
def test_a_name_does_not_lead_into_private_networks(address: str, may: bool) -> None:
    assert address_allowed(LIST, address, 80) is may


@pytest.mark.parametrize("entry", ["", "http://a.example", "a.example:0", "a*b.example", "a b"])
def test_a_wrong_line_of_the_list_is_named(entry: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        listed([entry])


def test_scalars_are_picked_and_nothing_else() -> None:
    document = {"data": {"items": [{"name": "水务局", "n": 1.5, "ok": True, "none": None}]}}
    picked = [pick(document, f"data.items.0.{name}") for name in ("name", "n", "ok", "none")]
    assert picked == ["水务局", 1.5, True, None]
    assert len(str(pick({"a": "长" * 5000}, "a"))) == MOST_TEXT
    assert pick({"a": "水\x00务\ud800局"}, "a") == "水务局"  # as the ledger can keep it
    for path in ("data", "data.items.1.name", "data.items.x", "data.items.-1", "nothing", ""):
        with pytest.raises(NotThere):
            pick(document, path)


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("SELECT due FROM permit WHERE number = %(number)s", None),
        ("with a as (select 1) select * from a;", None),
        ("SELECT 1 WHERE name LIKE %(q)s || '%%'", None),
        ("SELECT ';' AS semicolon -- a; comment\n", None),
        ("", "empty"),
        ("-- nothing", "empty"),
        ("UPDATE permit SET due = now()", "not_reading"),
        ("SELECT 1; DROP TABLE permit", "several"),
        ("SELECT * FROM permit WHERE number = '%(number)s'", "parameters"),
        ("SELECT * FROM permit WHERE number = %s", "parameters"),
        ("SELECT 5 % 2", "parameters"),
    ],
)
def test_statements(sql: str, fault: str | None) -> None:
    assert fault_of(sql) == fault


def test_parameters_are_named_once() -> None:
    assert parameters_of("SELECT %(b)s, %(a)s, %(b)s") == ("b", "a")


@pytest.mark.parametrize(
    "path",
    [
        "/x%3f/../../admin",
        "/../admin",
        "/%2e%2e/admin",
        "/%252e%252e/admin",
        "/..;/admin",
        "/a\\..\\admin",
        "/.%2e/admin",
        "/x%23/../../admin",
    ],
)
def test_what_is_sent_stays_below_the_base(path: str) -> None:
    assert climbs(path)


@pytest.mark.parametrize("path", ["/a", "/a..b", "/a?x=../b", "/a/...", "", "/a%3fb"])
def test_what_does_not_climb_is_sent(path: str) -> None:
    assert not climbs(path)


@pytest.mark.parametrize(
    "host", ["10.1.2.3%x.evil.example", "10.1.2.3%25x.evil.example", "10.1.2.3 .evil", "a@10.1.2.3"]
)
def test_a_name_that_begins_like_an_address_is_no_address(host: str) -> None:
    known = listed(["10.1.2.0/24", "*.city.example"])
    assert not name_allowed(known, host, 80)
    assert not name_allowed(known, f"{host}.city.example", 80)
    assert name_allowed(known, "10.1.2.3", 80)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT \"pg_read_file\" ('/etc/passwd')",
        "SELECT * FROM pg_ls_dir('/')",
        "WITH a AS (SELECT lo_export(1, '/tmp/x')) SELECT 1 FROM a",
        "SELECT 1 INTO OUTFILE '/tmp/x'",
        "SELECT 1 into\n  dumpfile '/tmp/x'",
        "SELECT 1 /*!50000 INTO OUTFILE '/tmp/x' */",
        "SELECT load_file('/etc/passwd')",
        "SELECT * FROM dblink('host=10.0.0.1', 'select 1') AS t(a int)",
    ],
)
def test_a_reading_statement_opens_no_other_door(sql: str) -> None:
    assert fault_of(sql) == "not_reading"


@pytest.mark.parametrize(
    "sql", ["SELECT 'pg_read_file(1)'", "SELECT a FROM lo_t", "SELECT 1 -- into outfile"]
)
def test_words_alone_are_no_door(sql: str) -> None:
    assert fault_of(sql) is None
