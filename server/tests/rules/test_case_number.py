"""The case number: built, read back, and wrong digits found."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules.case_number import (
    LAST_SEQUENCE,
    CaseNumber,
    InvalidCaseNumber,
    build,
    check_digit,
    parse,
)

cities = st.from_regex(r"[0-9]{4}", fullmatch=True)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
numbers = st.builds(CaseNumber, cities, days, st.integers(1, LAST_SEQUENCE))


def _reason(text: str) -> str:
    with pytest.raises(InvalidCaseNumber) as raised:
        parse(text)
    return raised.value.reason


def test_a_number_has_its_parts_in_order() -> None:
    assert build("9901", date(2026, 2, 13), 42) == "9901260213000425"
    assert parse("9901 2602 1300 0425") == CaseNumber("9901", date(2026, 2, 13), 42)


def test_the_check_digit_is_that_of_the_standard() -> None:
    """The worked example of ISO 7064 for MOD 11,10: 0794 has the check digit 5."""
    assert check_digit("0794") == "5"


@given(numbers)
def test_what_is_built_can_be_parsed(number: CaseNumber) -> None:
    assert parse(str(number)) == number


@given(numbers, st.integers(0, 15), st.integers(1, 9))
def test_every_wrong_digit_is_found(number: CaseNumber, place: int, off: int) -> None:
    digits = str(number)
    wrong = str((int(digits[place]) + off) % 10)
    assert _reason(digits[:place] + wrong + digits[place + 1 :]) == "check_digit"


@given(st.one_of(st.text(max_size=20), st.from_regex(r"[0-9]{16}", fullmatch=True)))
def test_any_text_is_a_number_or_refused_with_a_reason(text: str) -> None:
    try:
        number = parse(text)
    except InvalidCaseNumber:
        return
    assert str(number) == text.replace(" ", "").replace("-", "")


@pytest.mark.parametrize(
    ("digits", "reason"),
    [
        ("99012602130004", "form"),
        ("９９０１２６０２１３００042５", "form"),
        ("990126021300042x", "form"),
        ("990126130100001", "date"),
        ("990126021300000", "sequence"),
    ],
)
def test_what_is_no_number_is_refused(digits: str, reason: str) -> None:
    whole = digits + check_digit(digits) if len(digits) == 15 else digits
    assert _reason(whole) == reason


@pytest.mark.parametrize(
    ("city", "day", "sequence"),
    [
        ("990", date(2026, 2, 13), 1),
        ("99０1", date(2026, 2, 13), 1),
        ("9901", date(1999, 2, 13), 1),
        ("9901", date(2026, 2, 13), 0),
        ("9901", date(2026, 2, 13), 100_000),
    ],
)
def test_a_number_that_cannot_be_is_not_built(city: str, day: date, sequence: int) -> None:
    with pytest.raises(ValueError, match="a "):
        build(city, day, sequence)
