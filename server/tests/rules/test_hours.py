"""When a calendar is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules.hours import (
    WEEKDAYS,
    WHOLE_DAY,
    Calendar,
    Day,
    Spans,
    Weekday,
    is_open,
    lint,
    next_change,
    of_date,
    span_faults,
)

ZONE = ZoneInfo("Asia/Shanghai")
WORK: Spans = (("09:00", "12:00"), ("14:00", "18:00"))
WEEK: dict[Weekday, Spans] = dict.fromkeys(WEEKDAYS[:5], WORK)
OFFICE = Calendar(
    "office",
    "工作时间",
    week=WEEK,
    days=(
        Day(date(2026, 2, 17), "holiday", "春节"),
        Day(date(2026, 2, 28), "make_up", "春节调休", run_as="mon"),
        Day(date(2026, 3, 3), "special", "设备检修", spans=(("10:00", "11:00"),)),
        Day(date(2026, 4, 6), "holiday", "清明节", spans=(("09:00", "12:00"),)),
        Day(date(2026, 4, 6), "special", "应急值守", spans=WHOLE_DAY),
    ),
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("moment", "opened", "rule"),
    [
        ("2026-03-02T08:59:59", False, "week"),
        ("2026-03-02T09:00:00", True, "week"),
        ("2026-03-02T11:59:59", True, "week"),
        ("2026-03-02T12:00:00", False, "week"),
        ("2026-03-02T14:00:00", True, "week"),
        ("2026-03-02T18:00:00", False, "week"),
        ("2026-03-01T10:00:00", False, "week"),  # a Sunday
        ("2026-02-17T03:00:00", False, "holiday"),
        ("2026-02-17T10:00:00", False, "holiday"),
        ("2026-02-28T10:00:00", True, "make_up"),  # a Saturday that is worked
        ("2026-03-03T09:30:00", False, "special"),
        ("2026-03-03T10:30:00", True, "special"),
        ("2026-04-06T23:59:59", True, "special"),  # overrides the holiday of that date
    ],
)
def test_the_clock(moment: str, opened: bool, rule: str) -> None:
    said, why = is_open(OFFICE, at(moment))
    assert (said, why.rule) == (opened, rule)


@pytest.mark.parametrize(
    ("day", "opened", "rule"),
    [
        ("2026-02-17", True, "week"),  # the holiday is a Tuesday like others
        ("2026-02-28", False, "week"),  # nobody makes up for it on a Saturday
        ("2026-03-03", True, "special"),
        ("2026-04-06", True, "special"),
    ],
)
def test_a_calendar_without_holidays_passes_over_them(day: str, opened: bool, rule: str) -> None:
    said, why = is_open(replace(OFFICE, keeps_holidays=False), at(f"{day}T10:00:00"))
    assert (said, why.rule) == (opened, rule)


def test_the_zone_is_the_calendars() -> None:
    assert is_open(OFFICE, datetime(2026, 3, 2, 1, 0, tzinfo=UTC))[0]
    assert not is_open(OFFICE, datetime(2026, 3, 2, 0, 59, tzinfo=UTC))[0]


def test_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="no zone"):
        is_open(OFFICE, datetime(2026, 3, 2, 9, 0))  # noqa: DTZ001 - the point of the test


def test_a_night_shift_is_two_spans() -> None:
    week: dict[Weekday, Spans] = {"fri": (("22:00", "24:00"),), "sat": (("00:00", "06:00"),)}
    night = Calendar("night", "夜班", week=week)
    opened = [is_open(night, at(f"2026-03-06T{hour:02}:00"))[0] for hour in (21, 22, 23)]
    after = [is_open(night, at(f"2026-03-07T{hour:02}:00"))[0] for hour in (0, 5, 6)]
    assert (opened, after) == ([False, True, True], [True, True, False])
    assert next_change(night, at("2026-03-06T23:00")) == at("2026-03-07T06:00")


def test_the_next_change_passes_over_holidays() -> None:
    assert next_change(OFFICE, at("2026-03-02T10:00")) == at("2026-03-02T12:00")
    assert next_change(OFFICE, at("2026-02-16T18:00")) == at("2026-02-18T09:00")
    assert next_change(Calendar("x", "x"), at("2026-03-02T10:00")) is None
    always = Calendar("x", "x", week=dict.fromkeys(WEEKDAYS, WHOLE_DAY))
    assert next_change(always, at("2026-03-02T10:00")) is None


def codes(calendar: Calendar, today: date = date(2026, 3, 2)) -> list[tuple[str, str]]:
    return [(finding.severity, finding.code) for finding in lint(calendar, today)]


def test_lint_of_a_good_calendar_is_empty() -> None:
    assert codes(Calendar("x", "x", week=WEEK, days=OFFICE.days[:3])) == []


def test_lint_says_what_is_wrong() -> None:
    week: dict[Weekday, Spans] = {
        "mon": (("09:00", "12:00"), ("11:00", "13:00")),
        "tue": (("18:00", "09:00"),),
    }
    days = (
        Day(date(2026, 1, 1), "holiday", "元旦"),
        Day(date(2026, 1, 1), "holiday", "元旦"),
        Day(date(2026, 1, 4), "make_up", "调休", run_as="wed"),
        Day(date(2026, 1, 5), "make_up", "调休"),
        Day(date(2026, 1, 6), "holiday", "x"),
        Day(date(2026, 1, 6), "make_up", "x", run_as="mon"),
    )
    assert codes(Calendar("x", "x", week=week, days=days)) == [
        ("error", "calendar.span_overlap"),
        ("error", "calendar.span_backward"),
        ("error", "calendar.make_up_empty"),
        ("error", "calendar.day_twice"),
        ("error", "calendar.day_contradicts"),
        ("warning", "calendar.make_up_closed"),
        ("hint", "calendar.weekday_closed"),
    ]
    assert ("hint", "calendar.special_overrides") in codes(OFFICE)
    assert ("error", "calendar.no_hours") in codes(Calendar("x", "x", days=days[:1]))


def test_a_year_without_holidays_is_missed_in_time() -> None:
    missing = ("warning", "calendar.year_missing")
    assert missing not in codes(OFFICE, date(2026, 10, 31))
    assert missing in codes(OFFICE, date(2026, 11, 1))  # 2027 should be known by now
    assert missing in codes(OFFICE, date(2027, 1, 1))
    never = Calendar("x", "x", week=WEEK, keeps_holidays=False)
    assert codes(never, date(2026, 11, 23)) == []


# --- for all calendars

clocks = st.integers(0, 24 * 60).map(lambda m: f"{m // 60:02}:{m % 60:02}")


@st.composite
def good_spans(draw: st.DrawFn) -> Spans:
    edges = sorted(draw(st.lists(clocks, max_size=6, unique=True)))
    return tuple(zip(edges[::2], edges[1::2], strict=False))


weeks = st.dictionaries(st.sampled_from(WEEKDAYS), good_spans())
dates = st.dates(date(2026, 1, 1), date(2026, 3, 31))
days = st.builds(
    Day,
    date=dates,
    kind=st.sampled_from(["holiday", "make_up", "special"]),
    name=st.just("x"),
    spans=good_spans(),
    run_as=st.none() | st.sampled_from(WEEKDAYS),
)
calendars = st.builds(
    Calendar,
    code=st.just("x"),
    name=st.just("x"),
    zone=st.sampled_from(["Asia/Shanghai", "Asia/Urumqi", "UTC", "Europe/Berlin"]),
    week=weeks,
    days=st.lists(days, max_size=8).map(tuple),
)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 3, 31), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone


@given(calendars, moments)
def test_open_is_what_the_days_spans_say(calendar: Calendar, now: datetime) -> None:
    opened, why = is_open(calendar, now)
    there = now.astimezone(ZoneInfo(calendar.zone))
    minute = there.hour * 60 + there.minute
    inside = any(_minutes(a) <= minute < _minutes(b) for a, b in why.spans)
    assert opened == inside
    assert why == of_date(calendar, there.date())


@given(calendars, moments)
def test_nothing_changes_before_the_next_change(calendar: Calendar, now: datetime) -> None:
    change = next_change(calendar, now)
    was = is_open(calendar, now)[0]
    end = change or now + timedelta(days=3)
    assert change is None or change > now
    if change is not None:
        assert is_open(calendar, change)[0] != was
    steps = min(int((end - now).total_seconds() // 60), 3 * 1440)
    for step in range(0, steps, 7):
        assert is_open(calendar, now + timedelta(minutes=step))[0] == was


@pytest.mark.parametrize(
    ("night", "zone"),
    [
        ("2026-03-29", "Europe/Berlin"),
        ("2026-10-25", "Europe/Berlin"),
        ("2026-04-24", "Africa/Cairo"),  # from 00:00 on
        ("2026-10-30", "Africa/Cairo"),
    ],
)
@pytest.mark.parametrize(
    "spans",
    [(("02:15", "02:45"),), (("01:30", "02:30"),), (("00:00", "02:00"), ("02:30", "05:00"))],
)
def test_changes_in_the_night_in_which_clocks_are_moved(
    night: str, zone: str, spans: Spans
) -> None:
    """An hour is left out in spring and shown twice in autumn: minute by minute it is as told."""
    calendar = Calendar("x", "x", zone, {"sun": spans, "fri": spans}, ())
    begin = datetime.fromisoformat(f"{night}T00:00").replace(tzinfo=ZoneInfo(calendar.zone))
    minutes = [begin.astimezone(UTC) + timedelta(minutes=each) for each in range(8 * 60)]
    opened = [is_open(calendar, each)[0] for each in minutes]
    changes = [
        at for at, was, now in zip(minutes[1:], opened, opened[1:], strict=False) if was != now
    ]
    for now in minutes[: minutes.index(changes[-1]) if changes else 0]:
        for asked in (now, now.astimezone(begin.tzinfo)):
            assert next_change(calendar, asked) == min(at for at in changes if at > now)


@given(good_spans())
def test_good_spans_have_no_faults(spans: Spans) -> None:
    assert list(span_faults(spans)) == []


@given(calendars, dates)
def test_lint_of_anything_ends(calendar: Calendar, today: date) -> None:
    severities = [finding.severity for finding in lint(calendar, today)]
    assert severities == sorted(severities, key=["error", "warning", "hint"].index)


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)
