"""Which telephones outside may be rung, and how often."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules.outbound import (
    CLASSES,
    DAY,
    HOUR,
    USUAL,
    OutboundRule,
    Rung,
    barred,
    class_of,
    refusal,
    rung_as,
)
from lianxin.rules.tally import Tally


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("00881600123", "satellite"),
        ("+881 600 123", "satellite"),
        ("0088216000", "satellite"),
        ("0087077", "satellite"),
        ("13490000000", "satellite"),
        ("17400000000", "satellite"),
        ("+85298765432", "international"),
        ("0085298765432", "international"),
        ("001", "international"),
        ("0013900007704", "international"),
        ("16812345", "premium"),
        ("02116812345", "premium"),
        ("12590123", "premium"),
        ("17951013900007704", "indirect"),
        ("179510085298765432", "indirect"),
        ("12593013900007704", "indirect"),
        ("*72110", "code"),
        ("110#", "code"),
        ("13900007704", "mobile"),
        ("+8613900007704", "mobile"),
        ("0086 139 0000 7704", "mobile"),
        ("02155500001", "landline"),
        ("55501000", "local"),
        ("110", "emergency"),
        ("120", "emergency"),
        ("12315", "service"),
        ("10086", "service"),
        ("01012345", "service"),
        ("099012345", "service"),
        ("95588", "service_95"),
        ("96111", "service_96"),
        ("4008001234", "shared_cost"),
        ("8008101234", "toll_free"),
        ("8001", "extension"),
        ("1390000770", "unknown"),
        ("0000", "international"),
        ("", "unknown"),
        ("sip:1@evil", "unknown"),
    ],
)
def test_classes(number: str, kind: str) -> None:
    assert class_of(number) == kind


def test_until_allowed_nothing_leaves_the_country() -> None:
    assert barred("00881600123", USUAL) == "satellite"
    assert barred("+85298765432", USUAL) == "international"
    assert barred("+8613900007704", USUAL) is None


def test_the_longest_prefix_decides_before_the_class() -> None:
    rule = OutboundRule(barred_prefixes=("0898", "0085298"), allowed_prefixes=("+852", "089812"))
    assert barred("0085291234567", rule) is None
    assert barred("+85298765432", rule) == "international"
    assert barred("089866661234", rule) == "landline"
    assert barred("089812345", rule) is None
    assert barred("+8689866661234", rule) == "landline"


def test_emergency_is_always_rung() -> None:
    rule = OutboundRule(barred=CLASSES, barred_prefixes=("1",), centre_an_hour=0, centre_a_day=0)
    assert refusal("110", "centre", rule, Rung(9, 9, 9, 9)) is None
    assert refusal("12315", "centre", rule, Rung()) == "outbound.barred"


def test_what_a_caller_names_is_limited_by_number() -> None:
    rung = Rung(USUAL.number_an_hour, USUAL.number_an_hour, 10, 10)
    assert refusal("13900007704", "caller", USUAL, rung) == "outbound.number_limit"
    assert refusal("13900007704", "centre", USUAL, rung) is None
    assert refusal("13900007704", "caller", USUAL, Rung(0, USUAL.number_a_day, 0, 0)) is not None


def test_a_centre_goes_out_so_often_and_no_more() -> None:
    for rung in (Rung(centre_hour=USUAL.centre_an_hour), Rung(centre_day=USUAL.centre_a_day)):
        assert refusal("12315", "centre", USUAL, rung) == "outbound.centre_limit"


@given(st.text(string.digits + "+*# -", max_size=24))
def test_how_it_is_written_makes_no_other_number_of_it(text: str) -> None:
    """What is dialled is of the class that was asked about, and is counted as one."""
    assert class_of(rung_as(text)) == class_of(text) or barred(text, USUAL) is not None
    if barred(text, USUAL) is None:
        assert rung_as(rung_as(text)) == rung_as(text)


@given(st.text("0123456789", min_size=1, max_size=20))
def test_whatever_begins_like_abroad_is_barred(digits: str) -> None:
    for number in (f"00{digits}", f"+{digits}"):
        home = class_of(number) not in ("international", "satellite")
        assert home <= digits.startswith("86")


def test_the_tally_forgets_after_a_day() -> None:
    now = 1_800_000_000.0
    tally = Tally().plus(now).plus(now + 60).plus(now + 5000)
    assert tally.within(HOUR, now + 5000) == 1
    assert tally.within(DAY, now + 5000) == 3
    assert not tally.over(now + 5000)
    later = now + 2 * DAY.total_seconds()
    assert tally.over(later)
    assert tally.plus(later).within(DAY, later) == 1
