"""Values are said as people say them, with words that are recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules.flow import Flow, start
from lianxin.rules.flow.effects import Digits, Value, ValueKind
from lianxin.rules.flow.node import Leave, sounds
from lianxin.rules.flow.nodes.speak import Speak
from lianxin.rules.flow.session import Session
from lianxin.rules.speaking import PARTS, as_words, spell
from lianxin.rules.values import Language

LANGUAGES: tuple[Language, ...] = ("zh", "en", "yue")
KINDS: tuple[ValueKind, ...] = ("number", "digits", "money", "date", "time", "minutes")


@pytest.mark.parametrize(
    ("kind", "text", "zh", "en"),
    [
        ("number", "0", "零", "zero"),
        ("number", "2", "二", "two"),
        ("number", "10", "十", "ten"),
        ("number", "12", "十二", "twelve"),
        ("number", "25", "二十五", "twenty five"),
        ("number", "100", "一百", "one hundred"),
        ("number", "105", "一百零五", "one hundred five"),
        ("number", "110", "一百一十", "one hundred ten"),
        ("number", "112", "一百一十二", "one hundred twelve"),
        ("number", "220", "二百二十", "two hundred twenty"),
        ("number", "1000", "一千", "one thousand"),
        ("number", "1010", "一千零一十", "one thousand ten"),
        ("number", "2002", "两千零二", "two thousand two"),
        ("number", "2222", "两千二百二十二", "two thousand two hundred twenty two"),
        ("number", "10000", "一万", "ten thousand"),
        ("number", "10010", "一万零一十", "ten thousand ten"),
        ("number", "10500", "一万零五百", "ten thousand five hundred"),
        ("number", "12345", "一万两千三百四十五", "twelve thousand three hundred forty five"),
        ("number", "20000", "两万", "twenty thousand"),
        ("number", "22000", "两万两千", "twenty two thousand"),
        ("number", "120000", "十二万", "one hundred twenty thousand"),
        ("number", "101000", "十万一千", "one hundred one thousand"),
        ("number", "20000000", "两千万", "twenty million"),
        ("number", "100000000", "一亿", "one hundred million"),
        ("number", "100000001", "一亿零一", "one hundred million one"),
        ("number", "230000000", "两亿三千万", "two hundred thirty million"),
        ("number", "1000100000", "十亿零一十万", "one billion one hundred thousand"),
        (
            "number",
            "100120000",
            "一亿零一十二万",
            "one hundred million one hundred twenty thousand",
        ),
        ("number", "1000000000000", "一万亿", "one trillion"),
        ("number", "-3.14", "负三点一四", "minus three point one four"),
        ("number", "12.50", "十二点五零", "twelve point five zero"),
        ("number", "12.00", "十二", "twelve"),
        ("number", "0.05", "零点零五", "zero point zero five"),
        ("number", "1e+10", "一百亿", "ten billion"),
        ("digits", "12315", "幺二三幺五", "one two three one five"),
        ("digits", "021-5550", "零二幺五五五零", "zero two one five five five zero"),
        ("money", "0", "零元", "zero yuan"),
        ("money", "2", "两元", "two yuan"),
        ("money", "12.50", "十二元五角", "twelve yuan and fifty cents"),
        ("money", "12.55", "十二元五角五分", "twelve yuan and fifty five cents"),
        ("money", "3.05", "三元零五分", "three yuan and five cents"),
        ("money", "0.01", "一分", "one cent"),
        ("money", "0.20", "两角", "twenty cents"),
        ("money", "-128", "负一百二十八元", "minus one hundred twenty eight yuan"),
        ("money", "1.005", "一元零一分", "one yuan and one cent"),
        ("date", "2026-02-13", "二零二六年二月十三日", "February thirteenth twenty twenty six"),
        ("date", "2000-12-31", "二零零零年十二月三十一日", "December thirty first two thousand"),
        ("date", "2009-01-02", "二零零九年一月二日", "January second two thousand nine"),
        ("date", "1905-03-21", "一九零五年三月二十一日", "March twenty first nineteen oh five"),
        ("date", "1900-03-30", "一九零零年三月三十日", "March thirtieth nineteen hundred"),
        ("date", "2026-02-13T08:00:00+08:00", "二零二六年二月十三日", None),
        ("time", "08:30", "八点三十分", "eight thirty a.m."),
        ("time", "08:00", "八点整", "eight a.m."),
        ("time", "02:05", "两点零五分", "two oh five a.m."),
        ("time", "14:45", "十四点四十五分", "two forty five p.m."),
        ("time", "22:00", "二十二点整", "ten p.m."),
        ("time", "00:00", "零点整", "twelve midnight"),
        ("time", "12:00", "十二点整", "twelve noon"),
        ("time", "24:00", "二十四点整", "twelve midnight"),
        ("time", "00:30", "零点三十分", "twelve thirty a.m."),
        ("time", "2026-02-13T08:30:00+08:00", "八点三十分", "eight thirty a.m."),
        ("minutes", "0", "不到一分钟", "less than a minute"),
        ("minutes", "1", "大约一分钟", "about one minute"),
        ("minutes", "2", "大约两分钟", "about two minutes"),
        ("minutes", "12", "大约十二分钟", "about twelve minutes"),
        ("minutes", "3.6", "大约四分钟", "about four minutes"),
        ("minutes", "80", "大约一小时二十分钟", "about one hour and twenty minutes"),
        ("minutes", "120", "大约两小时", "about two hours"),
    ],
)
def test_a_value_is_said(kind: ValueKind, text: str, zh: str, en: str | None) -> None:
    assert as_words(Value(kind, text), "zh") == zh
    if en is not None:
        assert as_words(Value(kind, text), "en") == en


@pytest.mark.parametrize(
    ("kind", "text", "zh"),
    [
        ("money", "1,234.50", "一千二百三十四元五角"),
        ("money", "1，234.50", "一千二百三十四元五角"),
        ("money", "1 234 567", "一百二十三万四千五百六十七元"),
        ("money", "1\u202f234", "一千二百三十四元"),
        ("money", "1'234", "一千二百三十四元"),
        ("money", "12.50元", "十二元五角"),
        ("money", "12.50 元整", "十二元五角"),
        ("money", "￥1,000", "一千元"),
        ("money", "¥ 1,000.00", "一千元"),
        ("money", "-¥12.5", "负十二元五角"),
        ("money", "¥-12.5", "负十二元五角"),
        ("money", "−12", "负十二元"),
        ("money", "RMB 12", "十二元"),
        ("money", "12.5 CNY", "十二元五角"),
        ("money", "１２．５０", "十二元五角"),
        ("money", "12元5角", "十二元五角"),
        ("money", "12元5角8分", "十二元五角八分"),
        ("money", "12元8分", "十二元零八分"),
        ("money", "5角", "五角"),
        ("money", "1.2万元", "一万两千元"),
        ("money", "3亿", "三亿元"),
        ("money", ".5", "五角"),
        ("money", "\ufeff12\u200b.50", "十二元五角"),
        ("number", "1,234", "一千二百三十四"),
        ("number", "１２", "十二"),
        ("number", "1.2万", "一万两千"),
        ("number", "12.50元", "十二点五零"),
        ("number", "0.1000000000000000055", "零点一零零零零零"),
        ("minutes", "12分钟", "大约十二分钟"),
        ("digits", "１２３", "幺二三"),
        ("digits", "12.50", "幺二点五零"),
        ("digits", "-5", "负五"),
        ("date", "2026/2/13", "二零二六年二月十三日"),
        ("date", "2026.2.13", "二零二六年二月十三日"),
        ("date", "2026年2月13日", "二零二六年二月十三日"),
        ("date", "2026 年 2 月 13 日", "二零二六年二月十三日"),
        ("date", "20260213", "二零二六年二月十三日"),
        ("date", "２０２６／２／１３", "二零二六年二月十三日"),
        ("date", "2026/2/13 0:00:00", "二零二六年二月十三日"),
        ("date", "2026-02-13 00:00:00.000", "二零二六年二月十三日"),
        ("date", "2026年2月13日 星期五 16:30", "二零二六年二月十三日"),
        ("time", "16:30:05", "十六点三十分"),
        ("time", "16：30", "十六点三十分"),
        ("time", "16时30分", "十六点三十分"),
        ("time", "4点半", "四点三十分"),
        ("time", "下午4:30", "十六点三十分"),
        ("time", "晚上12点", "二十四点整"),
        ("time", "4:30 PM", "十六点三十分"),
        ("time", "12:30 a.m.", "零点三十分"),
        ("time", "0830", "八点三十分"),
        ("time", "24:00", "二十四点整"),
        ("time", "2026/2/13 16:30", "十六点三十分"),
    ],
)
def test_values_are_read_as_others_write_them(kind: ValueKind, text: str, zh: str) -> None:
    assert as_words(Value(kind, text), "zh") == zh


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("money", "abc"),
        ("money", "1.234,50"),
        ("money", "1,23"),
        ("money", "12,3456"),
        ("money", "0,123"),
        ("money", "12.50.5"),
        ("money", "$12"),
        ("money", "12美元"),
        ("money", "12/50"),
        ("money", "(12.50)"),
        ("money", "共12元"),
        ("money", "12-50"),
        ("money", "9901260213000425"),
        ("number", ""),
        ("number", "1e99"),
        ("number", "10²"),
        ("number", "①"),
        ("number", "½"),
        ("number", "80%"),
        ("number", "1" * 90),
        ("date", "2026-02-31"),
        ("date", "02/03/2026"),
        ("date", "26/2/3"),
        ("date", "2026-02/13"),
        ("date", "2026年2月"),
        ("date", "46066"),
        ("date", "16:30"),
        ("time", "25:00"),
        ("time", "24:01"),
        ("time", "2026-02-13"),
        ("minutes", "-5"),
        ("minutes", "1:30"),
        ("digits", "京A12345"),
        ("digits", "11010519491231002X"),
        ("digits", "1e5"),
        ("digits", "二12"),
        ("digits", "10²"),
        ("digits", "1" * 41),
    ],
)
def test_of_what_does_not_fit_nothing_is_said(kind: ValueKind, text: str) -> None:
    assert [spell(Value(kind, text), language) for language in LANGUAGES] == [(), (), ()]


def test_a_number_that_is_too_long_is_read_digit_by_digit() -> None:
    value = Value("number", "9901260213000425")
    assert as_words(value, "zh") == "九九零幺二六零二幺三零零零四二五"


@given(st.decimals(0, 10**9, places=2), st.sampled_from(("{:,}", "￥{}", "{:,}元", "{} RMB")))
def test_an_amount_is_the_same_however_it_is_written(amount: Decimal, written: str) -> None:
    assert spell(Value("money", written.format(amount)), "zh") == spell(
        Value("money", str(amount)), "zh"
    )


@pytest.mark.parametrize(
    ("text", "zone", "date", "time"),
    [
        ("2026-02-12T16:30:00Z", "Asia/Shanghai", "二零二六年二月十三日", "零点三十分"),
        ("2026-02-12 16:30 UTC", "Asia/Shanghai", "二零二六年二月十三日", "零点三十分"),
        ("2026-02-12T16:30:00.123+00:00", "", "二零二六年二月十三日", "零点三十分"),
        ("2026-02-12T16:30:00-0500", "no/zone", "二零二六年二月十三日", "五点三十分"),
        ("2026-02-12T16:30:00Z", "Europe/Berlin", "二零二六年二月十二日", "十七点三十分"),
        ("2026-02-12T16:30:00+08:00", "Asia/Shanghai", "二零二六年二月十二日", "十六点三十分"),
        ("2026-02-12T16:30:00", "Asia/Shanghai", "二零二六年二月十二日", "十六点三十分"),
        ("9999-12-31T23:59:59Z", "Asia/Shanghai", "九九九九年十二月三十一日", "二十三点五十九分"),
    ],
)
def test_a_moment_is_told_by_the_clock_of_the_place(
    text: str, zone: str, date: str, time: str
) -> None:
    said = sounds(("$at:date", "$at:time"), {"at": text, "zone": zone})
    assert [as_words(each, "zh") for each in said if isinstance(each, Value)] == [date, time]


_FLOW = {"spec": 2, "id": "f", "title": "f", "start": "end", "nodes": {"end": {"type": "hang_up"}}}
NOW = datetime(2026, 2, 13, 8, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


def _holding(amount: str | None) -> Session:
    return replace(start(Flow.from_json(_FLOW)), variables={"amount": amount})


@pytest.mark.parametrize(
    ("held", "exit", "to"),
    [("12.50元", "", ""), ("$12", "unread", "agent"), ("", "next", "main"), (None, "next", "main")],
)
def test_a_flow_sees_what_cannot_be_said(held: str | None, exit: str, to: str) -> None:
    node = Speak(value="amount", kind="money", next="main", unread="agent")
    step = node.entered(_holding(held), NOW)
    assert (step.exit, step.to) == (exit, to) if isinstance(step, Leave) else exit == ""


@pytest.mark.parametrize("amount", [12345678901.25, 0.1 + 0.2, 1234.5, 1e10, -0.5])
def test_a_computed_amount_is_said_to_its_last_figure(amount: float) -> None:
    (said,) = sounds(("$at:money",), {"at": amount})
    assert isinstance(said, Value)
    assert as_words(said, "zh") == as_words(Value("money", f"{amount:.2f}"), "zh")


def test_where_no_exit_is_drawn_the_call_goes_on() -> None:
    node = Speak(value="amount", kind="money", next="main", before_prompts=("you_entered",))
    step = node.entered(_holding("$12"), NOW)
    assert isinstance(step, Leave)
    assert (step.exit, step.to) == ("unread", "main")


def test_cantonese_has_its_own_digits_and_the_grammar_of_mandarin() -> None:
    assert as_words(Digits("112"), "yue") == "一一二"
    assert as_words(Value("money", "2.50"), "yue") == "两元五角"
    assert set(PARTS["yue"]) == set(PARTS["zh"])


def test_the_words_are_recorded_under_ids_of_prompts() -> None:
    for parts in PARTS.values():
        assert all(id.isidentifier() and id.islower() for id in parts)
        assert all(parts.values())
        assert {f"d{n}" for n in range(10)} <= set(parts)


def test_every_word_is_used() -> None:
    numbers = [*range(121), 200, 2000, 10**4, 2 * 10**5, 10**6, 10**8, 10**9, 10**12, -1]
    values = [Value("number", str(n)) for n in numbers]
    values += [Value("digits", "0123456789"), Value("number", "1.5"), Value("minutes", "61")]
    values += [Value("minutes", str(n)) for n in (0, 1, 2, 120)]
    values += [Value("money", text) for text in ("2", "2.22", "0.01", "1.05")]
    values += [Value("date", f"2026-{n % 12 + 1:02}-{n:02}") for n in range(1, 29)]
    values += [Value("date", text) for text in ("1900-01-30", "1905-01-31")]
    values += [Value("time", text) for text in ("00:00", "12:00", "08:05", "13:30")]
    for language in LANGUAGES:
        said = {part for value in values for part in spell(value, language)}
        assert set(PARTS[language]) - said == set(), language


_texts = st.one_of(
    st.text(max_size=100),
    st.decimals(allow_nan=True, allow_infinity=True).map(str),
    st.integers().map(str),
    st.floats().map(str),
    st.dates().map(str),
    st.times().map(str),
    st.datetimes().map(lambda there: there.isoformat()),
    st.from_regex(r"[-+0-9.:eT ]{1,30}", fullmatch=True),
)


@given(st.sampled_from(KINDS), _texts, st.sampled_from(LANGUAGES))
def test_anything_is_said_with_recorded_words(
    kind: ValueKind, text: str, language: Language
) -> None:
    said = spell(Value(kind, text), language)
    assert set(said) <= set(PARTS[language])
    assert len(said) <= 60
    assert as_words(Value(kind, text), language) == as_words(Value(kind, text), language)
    assert spell(Digits(text), language) == spell(Value("digits", text), language)


@given(st.integers(0, 10**15 - 1))
def test_different_numbers_sound_different_and_can_be_read_back(number: int) -> None:
    assert _read(as_words(Value("number", str(number)), "zh")) == number


def _read(words: str) -> int:
    """Read a Chinese number: the reverse of what is tested, written on its own."""
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if unit in words:
            high, _, low = words.rpartition(unit)
            return _read(high) * size + _read(low)
    total, digit = 0, 0
    sizes = {"千": 1000, "百": 100, "十": 10}
    for word in words:
        if word in sizes:
            total += (digit or 1) * sizes[word]
            digit = 0
        else:
            digit = 2 if word == "两" else "零一二三四五六七八九".index(word)
    return total + digit
