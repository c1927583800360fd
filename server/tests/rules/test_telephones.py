"""One form for each telephone number, however it is written or comes from a network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules.telephones import dialled, e164, may_be_rung, part, written

#: The console reads them in the same way.
VECTORS = json.loads((Path(__file__).parent / "telephones.json").read_text("utf-8"))

#: As it is written or comes, as it is dialled here, as it is stored.
FORMS = [
    ("13900007704", "13900007704", "+8613900007704"),
    ("+8613900007704", "13900007704", "+8613900007704"),
    ("008613900007704", "13900007704", "+8613900007704"),
    ("8613900007704", "13900007704", "+8613900007704"),
    ("013900007704", "13900007704", "+8613900007704"),
    ("+86 139-0000-7704", "13900007704", "+8613900007704"),
    ("(+86) 139 0000 7704", "13900007704", "+8613900007704"),
    ("１３９ ００００ ７７０４", "13900007704", "+8613900007704"),
    ("\u202d13900007704\u202c", "13900007704", "+8613900007704"),
    ("tel:+86-139-0000-7704", "13900007704", "+8613900007704"),
    ("13900007704;phone-context=+86", "13900007704", "+8613900007704"),
    ("010-55501000", "01055501000", "+861055501000"),
    ("（010）5550 1000", "01055501000", "+861055501000"),
    ("+86 10 5550 1000", "01055501000", "+861055501000"),
    ("+86 010 5550 1000", "01055501000", "+861055501000"),
    ("0990-5550100", "09905550100", "+869905550100"),
    ("010-55501000-801", "01055501000", "+861055501000"),
    ("010-55501000转801", "01055501000", "+861055501000"),
    ("010-55501000 ext. 801", "01055501000", "+861055501000"),
    ("400-800-1234", "4008001234", "+864008001234"),
    ("+852 9876 5432", "+85298765432", "+85298765432"),
    ("0085298765432", "+85298765432", "+85298765432"),
    ("+442071234567", "+442071234567", "+442071234567"),
    # What is no number of the public network stays as many digits as it has.
    ("12345", "12345", "12345"),
    ("+8612345", "12345", "12345"),
    ("110", "110", "110"),
    ("95588", "95588", "95588"),
    ("8001", "8001", "8001"),
    ("5550 1000", "55501000", "55501000"),
    ("139000077041", "139000077041", "139000077041"),
    ("00000000", "00000000", "00000000"),
]


@pytest.mark.parametrize(("text", "here", "stored"), FORMS)
def test_a_number_is_one_however_it_is_written(text: str, here: str, stored: str) -> None:
    assert (dialled(text), e164(text)) == (here, stored)
    assert (dialled(here), e164(here)) == (here, stored)
    assert (dialled(stored), e164(stored)) == (here, stored)


@pytest.mark.parametrize("vector", VECTORS, ids=[each["why"] for each in VECTORS])
def test_both_languages_read_the_same(vector: dict[str, str]) -> None:
    assert written(vector["text"]) == (vector["digits"], vector["extension"])


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "+", "12", "anonymous", "1234567e1", "13900007704a", "a13900007704"),
        *("13900007704@example.org", "13900007704 13900007705", "１２e３", "二〇", "x" * 100),
        "1" * 100,
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert dialled(text) == ""


@pytest.mark.parametrize(
    ("text", "area", "here"),
    [
        ("55501000", "010", "01055501000"),
        ("5550-1000", "010", "01055501000"),
        ("5550100", "0990", "09905550100"),
        ("01055501000", "0990", "01055501000"),
        ("13900007704", "010", "13900007704"),
        ("12345", "010", "12345"),
        ("8001", "010", "8001"),
        ("4008001234", "010", "4008001234"),
    ],
)
def test_a_number_of_this_city_gets_its_area_code(text: str, area: str, here: str) -> None:
    assert dialled(text, area) == here


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("139000", "139000"),
        ("7704", "7704"),
        ("010555", "10555"),
        ("0013", "0013"),
        ("000077", "000077"),
        ("0085298", "85298"),
        ("+86139", "86139"),
        ("139 0000 7704", "+8613900007704"),
        ("0990-5550100", "+869905550100"),
        ("", ""),
        ("天气12", ""),
    ],
)
def test_a_part_is_found_in_what_is_stored(text: str, stored: str) -> None:
    assert part(text) == stored


@pytest.mark.parametrize(
    ("number", "may"),
    [
        *(("13900007704", True), ("01055501000", True), ("+85298765432", True)),
        *(("55501000", True), ("5550100", True), ("4008001234", True)),
        *(("12345", False), ("110", False), ("8001", False), ("95588", False), ("", False)),
        *(("139000077041", False), ("00000000", False), ("1234567", False)),
    ],
)
def test_services_and_extensions_are_not_rung(number: str, may: bool) -> None:
    assert may_be_rung(number) is may


@given(st.text(st.sampled_from("0123456789+-() \u3000０１８６転转x"), max_size=24))
def test_each_form_is_made_of_the_other(text: str) -> None:
    here = dialled(text)
    assert dialled(here) == here
    assert dialled(e164(here)) == here
    assert e164(dialled(e164(here))) == e164(here)
