"""Which flow answers, and why."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.calendars import holidays
from lianxin.calendars.errors import BadHolidayFile
from lianxin.rules.hours import WEEKDAYS, WHOLE_DAY, Calendar, Spans, Weekday
from lianxin.rules.line_plan import CentreFacts, LineFacts, Mode, Plan, answer, lint

ZONE = ZoneInfo("Asia/Shanghai")
WEEK: dict[Weekday, Spans] = dict.fromkeys(WEEKDAYS[:5], (("09:00", "17:00"),))
YEAR = holidays.shipped(2026)
assert YEAR is not None
OFFICE = Calendar("office", "工作时间", week=WEEK, days=YEAR.days)
PLAN = Plan("day", "night", "emergency", calendar=OFFICE)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("moment", "part", "rule"),
    [
        ("2026-11-23T08:59:59", "night", "week"),
        ("2026-11-23T09:00:00", "day", "week"),
        ("2026-02-17T03:00:00", "night", "holiday"),  # 03:00 at Spring Festival
        ("2026-02-17T10:00:00", "night", "holiday"),
        ("2026-02-14T10:00:00", "day", "make_up"),  # the Saturday before it is worked
        ("2026-10-10T10:00:00", "day", "make_up"),
        ("2026-02-21T10:00:00", "night", "holiday"),
    ],
)
def test_the_calendar_chooses(moment: str, part: str, rule: str) -> None:
    said = answer(PLAN, at(moment))
    assert (said.part, said.flow_code, said.reason) == (part, part, "calendar")
    assert said.why is not None
    assert said.why.rule == rule


@pytest.mark.parametrize(
    ("mode", "night", "emergency", "flow"),
    [
        ("day", "n", "e", "d"),
        ("night", "n", "e", "n"),
        ("night", "", "e", "d"),
        ("emergency", "n", "e", "e"),
        ("emergency", "n", "", "d"),
        ("auto", "n", "e", "d"),  # no calendar: always day
    ],
)
def test_a_mode_holds(mode: Mode, night: str, emergency: str, flow: str) -> None:
    said = answer(Plan("d", night, emergency, mode), at("2026-02-17T03:00"))
    assert (said.flow_code, said.part) == (flow, "day" if mode == "auto" else mode)


@given(
    st.sampled_from(["auto", "day", "night", "emergency"]), st.datetimes(timezones=st.just(ZONE))
)
def test_somebody_always_answers(mode: Mode, now: datetime) -> None:
    assert answer(Plan("d", "", "e", mode, OFFICE), now).flow_code in {"d", "e"}


def codes(
    *plans: Plan, calendars: tuple[Calendar, ...] = (OFFICE,), ranges: tuple[str, ...] = ()
) -> list[str]:
    centre = CentreFacts(frozenset({"day", "night", "emergency"}), calendars, ranges)
    lines = [LineFacts(f"1234{number}", plan) for number, plan in enumerate(plans)]
    return [finding.code for finding in lint(lines, centre, at("2026-03-02T10:00"))]


def test_lint_of_a_good_line_is_empty() -> None:
    assert codes(PLAN) == []


def test_lint_says_what_is_missing() -> None:
    assert codes(Plan("draft", calendar=OFFICE)) == ["line.flow_unpublished", "line.night_as_day"]
    assert codes(Plan("day", "night", night_service=True), calendars=()) == [
        "line.bell_without_numbers",
        "line.night_never",
    ]
    assert codes(Plan("day", "night", calendar=OFFICE, night_bell=("1",))) == ["line.bell_silent"]
    assert codes(Plan("day", mode="emergency"), calendars=()) == ["line.emergency_as_day"]
    assert codes(Plan("day", "night", mode="night", calendar=OFFICE)) == ["line.mode_held"]
    assert codes(PLAN, ranges=("9*",)) == ["line.not_in_range"]
    assert codes(PLAN, ranges=("9*", "1234?")) == []
    assert codes() == ["line.none", "calendar.unused"]


def test_a_calendar_that_never_closes_needs_no_night() -> None:
    always = Calendar("x", "x", week=dict.fromkeys(WEEKDAYS, WHOLE_DAY), keeps_holidays=False)
    assert codes(Plan("day", calendar=always), calendars=(always,)) == []


#: As the notice for 2019 said.
TURN = """
year = 2019
[[holiday]]
name = "元旦"
from = 2018-12-30
to = 2019-01-01
[[make_up]]
name = "元旦"
date = 2018-12-29
run_as = "mon"
"""


def test_a_new_year_that_begins_in_december_is_read() -> None:
    assert [str(day.date) for day in holidays.read(TURN).days] == [
        *("2018-12-30", "2018-12-31", "2019-01-01"),
        "2018-12-29",
    ]


@pytest.mark.parametrize("year", holidays.shipped_years())
def test_the_shipped_years_are_sound(year: int) -> None:
    data = holidays.shipped(year)
    assert data is not None
    assert "国务院办公厅" in data.source
    kinds = {day.date: day.kind for day in data.days}
    assert len(kinds) == len(data.days)
    # Whoever works on a make-up day does so on a weekend, and nowhere else.
    assert all(at.weekday() >= 5 for at, kind in kinds.items() if kind == "make_up")
    statutory = [date(year, 1, 1), date(year, 5, 1), date(year, 10, 1)]
    assert all(kinds[day] == "holiday" for day in statutory)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("year = ", "Invalid value"),
        ("year = 1", "year"),
        ("year = 2027", "holiday: 0"),
        ("year = 2027\nholiday = 3", "holiday"),
        ('year = 2027\n[[holiday]]\nname = "x"\nfrom = 2027-01-01', "holiday[0].to"),
        ('year = 2027\n[[holiday]]\nname = "x"\nfrom = 2027-01-01\nto = 2028-01-01', "[0].to"),
        ('year = 2027\n[[holiday]]\nname = "x"\nfrom = 2026-01-01\nto = 2026-01-01', "2026-01-01"),
        ('year = 2027\n[[make_up]]\nname = "x"\ndate = 2027-01-02\nrun_as = "x"', "run_as"),
        (TURN.replace("to = 2019-01-01", "to = 2018-12-31"), "2018-12-30"),
        (TURN.replace("2018-12-29", "2018-11-29"), "2018-11-29"),
        ("#" * 70_000, "64 kB"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(text: str, fault: str) -> None:
    with pytest.raises(BadHolidayFile) as refused:
        holidays.read(text)
    assert fault in refused.value.details["fault"]


HOLIDAY = 'year = 2027\n[[holiday]]\nname = "元旦"\nfrom = 2027-01-01\nto = 2027-01-01\n'


@pytest.mark.parametrize(
    ("text", "reason", "zh"),
    [
        (HOLIDAY + "form = 3", "unknown_key", "第 2 行 holiday[0].form：没有“form”这个键"),
        ("country = 1\n" + HOLIDAY, "unknown_key", "country：没有“country”这个键"),
        (HOLIDAY + '[[make_up]]\nname = "x"\ndate = 0\nrun_as = "mon"', "date", "第 6 行"),
        (HOLIDAY.replace("to = 2027-01-01", 'to = "2027-01-01"'), "date", "不加引号"),
        (HOLIDAY.replace("to = 2027-01-01", ""), "missing", "holiday[0].to：缺少“to”"),
        (HOLIDAY.replace('"元旦"', "3"), "text", "holiday[0].name：应为文字"),
        (HOLIDAY.replace("元旦", "\u200b"), "text", "holiday[0].name：应为文字"),
        ("source = 3\n" + HOLIDAY, "text", "source：应为文字"),
        ("year = 2027\nyear = 2028", "syntax", "第 2 行：不是有效的 TOML"),
        ('year = "2027"', "year", "整数"),
        ("year = 2027\n[holiday]", "tables", "应写成 [[holiday]] 表"),
        (HOLIDAY + HOLIDAY.partition("\n")[2], "twice", "第 6 行 holiday[1]：2027-01-01 出现两次"),
    ],
)
def test_a_bad_file_is_told_what_is_wrong(text: str, reason: str, zh: str) -> None:
    with pytest.raises(BadHolidayFile) as refused:
        holidays.read(text)
    assert refused.value.details["reason"] == reason
    assert zh in refused.value.sentence("zh-hans")
    assert "{" not in refused.value.sentence("en")
