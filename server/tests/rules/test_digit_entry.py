"""What a caller types: every check, at its edges."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules.flow.digit_entry import Check, Day, DigitFormat, Entered

TODAY = date(2026, 2, 13)


def _typed(check: Check, keys: str, day: Day = "any") -> Entered:
    return DigitFormat(1, 32, check, day, TODAY).take("", keys)


@pytest.mark.parametrize(
    ("check", "keys", "value"),
    [
        ("digits", "0#", "0"),
        ("phone", "13800000000#", "13800000000"),
        ("phone", "02155500001#", "02155500001"),
        ("phone", "05575123456#", "05575123456"),
        ("phone", "55500001#", "55500001"),
        ("phone", "4008123123#", "4008123123"),
        ("phone", "110#", ""),
        ("phone", "12800000000#", ""),
        ("phone", "1380000000#", ""),
        ("id_number", "11010519491231002*#", "11010519491231002X"),
        ("id_number", "440524188001010014#", "440524188001010014"),
        ("id_number", "440524188001010015#", ""),
        ("id_number", "440524188002300014#", ""),  # the 30th of February
        ("id_number", "11010519491231002#", ""),
        ("case_number", "9901260213000425#", "9901260213000425"),
        ("case_number", "9901260213000426#", ""),
        ("date", "20260213#", "2026-02-13"),
        ("date", "20240229#", "2024-02-29"),
        ("date", "20260229#", ""),
        ("date", "202602#", ""),
        ("amount", "12#", "12"),
        ("amount", "12*50#", "12.50"),
        ("amount", "12*0#", "12.0"),
        ("amount", "12*#", ""),
        ("amount", "*50#", ""),
        ("amount", "12*505#", ""),
    ],
)
def test_an_entry_is_kept_as_its_value_or_is_bad(check: Check, keys: str, value: str) -> None:
    entered = _typed(check, keys)
    assert (entered.state, entered.value) == (("complete", value) if value else ("bad", ""))


@pytest.mark.parametrize(
    ("day", "good"),
    [
        ("any", ["20260212", "20260213", "20260214"]),
        ("past", ["20260212", "20260213"]),
        ("future", ["20260213", "20260214"]),
    ],
)
def test_a_day_that_is_past_or_to_come(day: Day, good: list[str]) -> None:
    keys = ["20260212", "20260213", "20260214"]
    assert [k for k in keys if _typed("date", f"{k}#", day).state == "complete"] == good


@pytest.mark.parametrize("check", ["digits", "phone", "id_number", "case_number", "date"])
def test_star_nought_calls_an_agent(check: Check) -> None:
    assert _typed(check, "*05") == Entered("agent", "*0", "5")
    assert _typed(check, "12*0").state == "agent"
    assert _typed(check, "12*").state == "more"
    assert _typed(check, "12*5").state == "bad"
    assert _typed(check, "12**").state == "bad"


def test_an_amount_begins_with_a_digit_so_star_nought_is_an_agent_there_too() -> None:
    assert _typed("amount", "*0").state == "agent"


def test_after_the_last_digit_only_the_hash_key_is_waited_for() -> None:
    entry = DigitFormat(1, 32, "date")
    assert (entry.seconds("2026021", 8), entry.seconds("20260213", 8)) == (8, 2)
    assert entry.take("20260213", "1").state == "bad"


@given(
    check=st.sampled_from(["digits", "phone", "id_number", "case_number", "date", "amount"]),
    keys=st.text("0123456789*#", max_size=40),
    cut=st.integers(0, 40),
)
def test_keys_come_to_the_same_one_by_one_or_at_once(check: Check, keys: str, cut: int) -> None:
    entry = DigitFormat(1, 32, check, "any", TODAY)
    at_once = entry.take("", keys)
    first = entry.take("", keys[:cut])
    if first.state == "more":
        assert entry.take(first.typed, keys[cut:]) == at_once
    else:
        assert (first.state, first.value) == (at_once.state, at_once.value)
