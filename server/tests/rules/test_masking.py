"""No log and no list shows a whole telephone number, and both languages hide the same of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules.masking import masked

VECTORS = json.loads((Path(__file__).parent / "masking.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=[each["why"] for each in VECTORS])
def test_vectors(vector: dict[str, str]) -> None:
    assert masked(vector["number"]) == vector["shown"]


@given(st.text(alphabet="0123456789+", min_size=5, max_size=20))
def test_two_digits_at_least_are_hidden_and_seven_at_most_are_shown(number: str) -> None:
    national = number.removeprefix("+86")
    text = masked(number)
    if len(national) < 5:
        assert text == national
        return
    shown = text.replace("*", "")
    assert len(shown) <= 7
    assert len(national) - len(shown) >= 2
    assert masked(text) == text
