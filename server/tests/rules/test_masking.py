"""A log shows no whole telephone number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules.masking import masked


@pytest.mark.parametrize(
    ("number", "shown"),
    [("13800000001", "138******01"), ("8001", "****"), ("12345", "*****"), ("", "")],
)
def test_examples(number: str, shown: str) -> None:
    assert masked(number) == shown


@given(st.text(alphabet="0123456789+", max_size=20))
def test_at_most_five_characters_are_shown(number: str) -> None:
    text = masked(number)
    assert len(text) == len(number)
    assert len(text.replace("*", "")) <= 5
