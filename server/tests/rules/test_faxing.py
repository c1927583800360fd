"""Who may get a fax, and what follows from a try."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.faxes.policy import (
    WAITS,
    FaxEnd,
    end_of_cause,
    end_of_sending,
    fixed_line,
    same_line,
    verdict,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("88881234", "88881234"),
        ("5551234", "5551234"),
        ("01088881234", "01088881234"),
        ("+861088881234", "01088881234"),
        ("00862088881234", "02088881234"),
        ("0755-8888 1234", "075588881234"),
        ("13800000001", None),  # a mobile telephone
        ("+8613800000001", None),
        ("110", None),
        ("12345", None),
        ("95588", None),
        ("4001234567", None),
        ("16812345678", None),
        ("0018005550100", None),
        ("+18005550100", None),
        ("88881234,12", None),
        ("8888*1234", None),
        ("", None),
    ],
)
def test_fixed_lines_of_this_country_only(text: str, number: str | None) -> None:
    line = fixed_line(text)
    assert (line.number if line else None) == number


@given(st.text(max_size=24))
def test_what_is_dialled_is_digits(text: str) -> None:
    line = fixed_line(text)
    assert line is None or (line.number.isdigit() and 7 <= len(line.number) <= 12)


def test_one_telephone_has_two_spellings() -> None:
    near, full, other = (fixed_line(n) for n in ("88881234", "01088881234", "02088881234"))
    assert near
    assert full
    assert other
    assert same_line(near, full)
    assert same_line(full, near)
    assert not same_line(full, other)


@pytest.mark.parametrize(
    ("status", "error", "pages", "end"),
    [
        ("SUCCESS", "", 2, "sent"),
        ("FAILED", "HANGUP", 0, "not_a_fax"),
        ("FAILED", "HANGUP", 1, "partly"),
        ("FAILED", "FILE_ERROR", 0, "file"),
        ("", "", 0, "not_a_fax"),
    ],
)
def test_how_a_try_ended(status: str, error: str, pages: int, end: FaxEnd) -> None:
    assert end_of_sending(status, error, pages) == end


def test_causes() -> None:
    assert [end_of_cause(cause) for cause in (17, 19, 1, 21, 127)] == [
        "busy",
        "no_answer",
        "no_route",
        "refused",
        "no_answer",
    ]


def test_a_busy_machine_is_tried_five_times_in_growing_waits() -> None:
    waits = [verdict("busy", tries, 0).wait for tries in range(1, 7)]
    assert waits == [*WAITS, None, None]
    assert list(WAITS) == sorted(WAITS)
    assert verdict("busy", 5, 0).state == "failed"


def test_a_person_is_rung_twice_at_most() -> None:
    assert verdict("not_a_fax", 1, 1).state == "waiting"
    assert verdict("not_a_fax", 2, 2).state == "failed"
    assert verdict("busy", 3, 1).state == "waiting"


def test_what_may_come_twice_says_so() -> None:
    assert verdict("unknown", 1, 0).twice
    assert verdict("partly", 1, 0).twice
    assert not verdict("interrupted", 1, 0).twice
    assert verdict("no_route", 1, 0).state == "failed"
    assert verdict("sent", 9, 9).state == "sent"
