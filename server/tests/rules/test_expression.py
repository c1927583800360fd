"""The small language: the examples of its page, its bounds, and that it never raises."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianxin.rules.expression import (
    FUNCTIONS,
    ExpressionFault,
    evaluate,
    moment,
    parse,
    truth,
    variables_of,
)

PAGE = Path(__file__).parents[3] / "docs/howto/expressions.md"


def _rows(columns: int) -> Iterator[list[str]]:
    for line in PAGE.read_text("utf-8").splitlines():
        cells = [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        if line.startswith("| `") and len(cells) == columns:
            yield cells


EXAMPLES = [(row[0], json.loads(row[1] or "{}"), json.loads(row[2])) for row in _rows(4)]
FAULTS = [(row[0], row[1]) for row in _rows(3)]


def test_the_page_has_examples_of_all_there_is() -> None:
    assert len(EXAMPLES) > 70
    written = " ".join(text for text, _, _ in EXAMPLES)
    for name in FUNCTIONS:
        assert f"{name}(" in written, name


@pytest.mark.parametrize(("text", "variables", "result"), EXAMPLES)
def test_example(text: str, variables: dict[str, object], result: object) -> None:
    told = evaluate(parse(text), variables)
    assert told == result
    assert type(told) is type(result)


@pytest.mark.parametrize(("text", "code"), FAULTS)
def test_fault(text: str, code: str) -> None:
    with pytest.raises(ExpressionFault) as caught:
        parse(text)
    assert caught.value.code == code
    assert 0 <= caught.value.position <= len(text)


@pytest.mark.parametrize(
    ("text", "position"), [("a = 1", 2), ("  ( 1", 5), ("1 + sin(2)", 4), ("（1 2", 3)]
)
def test_a_fault_names_its_place(text: str, position: int) -> None:
    with pytest.raises(ExpressionFault) as caught:
        parse(text)
    assert caught.value.position == position


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100 + "1" + ")" * 100,
        "-" * 200 + "1",
        "not " * 100 + "a",
        "+".join("1" * 200),
        "abs(" * 70 + "1" + ")" * 70,
        "[" * 80 + "]" * 80,
        "[1, " * 70 + "1" + "]" * 70,
    ],
)
def test_depth_is_bounded(text: str) -> None:
    with pytest.raises(ExpressionFault) as caught:
        parse(text)
    assert caught.value.code == "expression.too_deep"


def test_length_is_bounded() -> None:
    with pytest.raises(ExpressionFault, match="longer"):
        parse("1" + " " * 500)


def test_what_binds_stronger_is_done_first() -> None:
    names = {"a": True, "b": False, "c": False}
    assert evaluate(parse("a or b and c"), names) is True
    assert evaluate(parse("(a or b) and c"), names) is False
    assert evaluate(parse("not a == b"), names) is True
    assert evaluate(parse("1 if b else 2 if c else 3"), names) == 3
    assert evaluate(parse("10 - 3 - 2"), {}) == 5
    assert evaluate(parse("- 2 * 3"), {}) == -6


def test_an_expression_is_kept_and_can_be_a_key() -> None:
    assert parse("a + b") is parse("a + b")
    assert hash(parse("a + b")) == hash(parse("a + b"))
    assert variables_of(parse("a + max(b, $c) if d else [e, 'f']")) == frozenset("abcde") - {"f"}


def test_results_are_bounded() -> None:
    assert evaluate(parse("a * a"), {"a": 10**14}) is None
    assert evaluate(parse("a"), {"a": 10**40}) is None
    assert evaluate(parse("a"), {"a": float("inf")}) is None
    assert evaluate(parse("a / 3 * 3 == a"), {"a": 1}) is False  # 12 digits behind the point
    assert evaluate(parse("round(a / 3 * 3, 6) == a"), {"a": 1}) is True
    text = evaluate(parse("a + a"), {"a": "x" * 400})
    assert isinstance(text, str)
    assert len(text) == 500
    assert evaluate(parse("a"), {"a": ["no scalar"]}) is None
    assert evaluate(parse("[1, 2]"), {}) is None


def test_the_clock_is_that_of_the_centre() -> None:
    now = datetime(2026, 2, 13, 16, 30, tzinfo=UTC)
    assert moment(now, "Asia/Shanghai") == {"now": "2026-02-14T00:30:00+08:00"}
    assert moment(now, "No/Where") == {"now": "2026-02-13T16:30:00+00:00"}
    assert evaluate(parse("weekday(now)"), moment(now, "Asia/Shanghai")) == 6


def test_truth() -> None:
    assert not any(map(truth, (None, False, 0, 0.0, "", ())))
    assert all(map(truth, (True, 1, -0.5, "0", "false", (None,))))


_scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=True, allow_infinity=True)
    | st.text(max_size=30)
    | st.sampled_from(["2026-02-13", "08:30", "12.5", "9999-12-31T23:59:59+14:00", "-0", "1e9"])
)
_NAMES = ("a", "b", "now")
_leaves = st.one_of(
    st.sampled_from([*_NAMES, "true", "none", "'x'", "''", "[]", "0", "999999999999999", "0.01"]),
    st.integers(0, 10**15 - 1).map(str),
)
_SIGNS = ("+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "in", "not in", "and", "or")


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    calls = [
        st.lists(inner, min_size=f.least, max_size=min(f.most, 3)).map(
            lambda given, name=name: f"{name}({', '.join(given)})"  # type: ignore[misc]
        )
        for name, f in FUNCTIONS.items()
    ]
    return st.one_of(
        st.tuples(inner, st.sampled_from(_SIGNS), inner).map(lambda t: f"({' '.join(t)})"),
        st.tuples(st.sampled_from(["-", "+", "not "]), inner).map(lambda t: f"({''.join(t)})"),
        st.tuples(inner, inner, inner).map(lambda t: f"({t[0]} if {t[1]} else {t[2]})"),
        st.lists(inner, max_size=3).map(lambda given: f"[{', '.join(given)}]"),
        *calls,
    )


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.recursive(_leaves, _grown, max_leaves=12).filter(lambda text: len(text) <= 500),
    st.dictionaries(st.sampled_from(_NAMES), _scalars),
)
def test_evaluation_never_raises(text: str, variables: dict[str, object]) -> None:
    result = evaluate(parse(text), variables)
    assert result is None or isinstance(result, bool | int | float | str)
    assert json.loads(json.dumps(result)) == result
    if isinstance(result, int | float):
        assert abs(result) < 10**15


@given(st.text(alphabet="ab01.'\"+-*/%=<>!()[], inotrdelsf“”（，$_", max_size=60) | st.text())
def test_parsing_gives_an_expression_or_a_fault(text: str) -> None:
    fault = _fault(text)
    if fault is None:
        evaluate(parse(text), {"a": "x", "b": 3})
        return
    assert re.fullmatch(r"expression\.[a-z_]+", fault.code)
    assert 0 <= fault.position <= len(text)
    assert fault.text


def _fault(text: str) -> ExpressionFault | None:
    try:
        parse(text)
    except ExpressionFault as fault:
        return fault
    return None


@given(st.decimals(-(10**9), 10**9, places=4), st.decimals(-(10**9), 10**9, places=4))
def test_sums_are_exact(left: object, right: object) -> None:
    told = f"a + ({right}) - a == {right}"
    assert evaluate(parse(told), {"a": float(str(left))}) is True
