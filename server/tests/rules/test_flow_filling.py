"""Texts with variables in them, and what of them reaches an address."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules.flow.filling import fault_of, fill, in_address, names_of, value
from lianxin.rules.values import Variables


def test_variables_are_put_in() -> None:
    known: Variables = {"number": 42, "name": "王", "due": 12.5, "yes": True}
    assert fill("{name}: {number} {due} {yes} {nothing}.", known) == "王: 42 12.5 1 ."
    assert fill("{{number}} {number}", known) == "{number} 42"
    assert list(names_of("{a} {{b}} {c}")) == ["a", "c"]


def test_one_variable_alone_keeps_its_kind() -> None:
    known: Variables = {"number": 42, "yes": True}
    assert value("{number}", known) == 42
    assert value("{yes}", known) is True
    assert value("{nothing}", known) is None
    assert value(" {number}", known) == " 42"


@pytest.mark.parametrize("text", ["{", "}", "{Number}", "{a b}", "{a}}", "{}"])
def test_a_brace_that_belongs_to_nothing_is_a_fault(text: str) -> None:
    assert "belongs to no variable" in fault_of(text)


@given(typed=st.text(max_size=40) | st.sampled_from([".", "..", "../..", "?a=1", "#"]))
def test_nothing_typed_can_change_where_an_address_leads(typed: str) -> None:
    typed = typed.encode("utf-8", "ignore").decode()
    path = fill("/cases/{typed}/state", {"typed": typed}, in_address)
    parts = urlsplit(f"https://example.invalid{path}")
    assert parts.path.count("/") == 3
    assert not parts.query
    assert not parts.fragment
    assert "/../" not in parts.path
    assert unquote(parts.path) == f"/cases/{typed}/state"
