"""Calendars: when a centre is open. Weekly hours, holidays, make-up days, special days.

A day follows the first of these that it has: its special day, its make-up working day
(调休补班: it runs as a named weekday), its holiday, its weekday. All times of day are those
of the calendar's zone; ``now`` is always aware.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
DayKind = Literal["holiday", "make_up", "special"]

#: Opens and closes, ``HH:MM``, the end up to ``24:00``. The first minute belongs to it, the
#: last does not. A night shift is two spans: until 24:00, and from 00:00 on the next day.
Span = tuple[str, str]
Spans = tuple[Span, ...]

WHOLE_DAY: Spans = (("00:00", "24:00"),)

#: How far ahead the next change of state is looked for; a Spring Festival is 9 days.
HORIZON_DAYS = 40

#: From this day of the year on, the next year's notice should have been published.
_NOTICE_DUE = (11, 1)


@dataclass(frozen=True)
class Day:
    """A date that does not follow its weekday: open in ``spans``, or as ``run_as`` is.

    Without either it is closed all day.
    """

    date: date
    kind: DayKind
    name: str
    spans: Spans = ()
    run_as: Weekday | None = None


@dataclass(frozen=True)
class Calendar:
    code: str
    name: str
    zone: str = "Asia/Shanghai"
    week: Mapping[Weekday, Spans] = field(default_factory=dict)
    days: tuple[Day, ...] = ()
    #: Off: holidays and make-up days are passed over, whatever days it has; and it has no year
    #: to miss.
    keeps_holidays: bool = True


Rule = Literal["week", "holiday", "make_up", "special"]


@dataclass(frozen=True)
class Why:
    """What decided: the rule, the local date and weekday, the day's name and its spans."""

    rule: Rule
    date: date
    weekday: Weekday
    name: str
    spans: Spans


@dataclass(frozen=True)
class Finding:
    """Something to look at. ``place`` says where; the sentence is made when it is read."""

    code: str
    severity: Literal["error", "warning", "hint"]
    place: str
    data: Mapping[str, Any] = field(default_factory=dict)


_PRECEDENCE: tuple[DayKind, ...] = ("special", "make_up", "holiday")
_WITHOUT_HOLIDAYS: tuple[DayKind, ...] = ("special",)


def is_open(calendar: Calendar, now: datetime) -> tuple[bool, Why]:
    """Whether ``calendar`` is open at ``now``, and what decides it. ValueError if naive."""
    there = _local(calendar, now)
    why = of_date(calendar, there.date())
    return _within(why.spans, f"{there:%H:%M}"), why


def of_date(calendar: Calendar, day: date) -> Why:
    """The spans of a date, and which rule gives them."""
    found = {each.kind: each for each in calendar.days if each.date == day}
    weekday = WEEKDAYS[day.weekday()]
    for kind in _PRECEDENCE if calendar.keeps_holidays else _WITHOUT_HOLIDAYS:
        if rule := found.get(kind):
            spans = calendar.week.get(rule.run_as, ()) if rule.run_as else rule.spans
            return Why(kind, day, rule.run_as or weekday, rule.name, spans)
    return Why("week", day, weekday, "", calendar.week.get(weekday, ()))


def next_change(calendar: Calendar, now: datetime) -> datetime | None:
    """When ``calendar`` next opens or closes, in UTC; None when it does not within
    ``HORIZON_DAYS``."""
    there = _local(calendar, now)
    was, _ = is_open(calendar, now)
    for ahead in range(HORIZON_DAYS):
        day = there.date() + timedelta(days=ahead)
        for at in _edges(calendar, day):
            if at > now.astimezone(UTC) and is_open(calendar, at)[0] != was:
                return at
    return None


def _edges(calendar: Calendar, day: date) -> list[datetime]:
    """The moments of a day at which it may open or close, in order and in UTC. In the night in
    which clocks are moved one that they show twice is two moments, and what lies in the hour that
    they leave out opens or closes when they are moved."""
    clocks = {"00:00", *(clock for span in of_date(calendar, day).spans for clock in span)}
    times = [time.fromisoformat(clock) for clock in clocks if clock != "24:00"]
    zone = ZoneInfo(calendar.zone)
    begin, end = (
        datetime.combine(each, time(), zone).astimezone(UTC) for each in (day, day + timedelta(1))
    )
    offsets = {_offset(begin, zone), _offset(end, zone)}
    shown = {
        datetime.combine(day, at, timezone(offset)).astimezone(UTC)
        for at in times
        for offset in offsets
    }
    moved = {_moved(begin, end, zone)} if len(offsets) > 1 else set()
    return sorted({begin} | shown | moved)


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _moved(begin: datetime, end: datetime, zone: ZoneInfo) -> datetime:
    """When clocks are moved between ``begin`` and ``end``."""
    was = _offset(begin, zone)
    minutes = range((end - begin) // timedelta(minutes=1))
    gone = bisect_left(
        minutes, x=True, key=lambda gone: _offset(begin + timedelta(minutes=gone), zone) != was
    )
    return begin + timedelta(minutes=gone)


def _within(spans: Spans, clock: str) -> bool:
    return any(opens <= clock < closes for opens, closes in spans)


def _local(calendar: Calendar, now: datetime) -> datetime:
    if now.tzinfo is None:
        raise ValueError(f"{now} has no zone")
    return now.astimezone(ZoneInfo(calendar.zone))


# --- lint


def lint(calendar: Calendar, today: date) -> list[Finding]:
    """What is wrong with a calendar, or will be: errors first."""
    found = [
        *_lint_week(calendar),
        *(finding for day in calendar.days for finding in _lint_day(calendar, day)),
        *_lint_contradictions(calendar),
        *_lint_years(calendar, today),
    ]
    order = ("error", "warning", "hint")
    return sorted(found, key=lambda each: order.index(each.severity))


def span_faults(spans: Iterable[Span]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Spans that close before they open, and spans that overlap; touching is no overlap."""
    ordered = sorted(spans)
    for opens, closes in ordered:
        if opens >= closes:
            yield "calendar.span_backward", {"opens": opens, "closes": closes}
    for before, after in pairwise(ordered):
        if after[0] < before[1]:
            yield "calendar.span_overlap", {"first": "-".join(before), "second": "-".join(after)}


def _lint_week(calendar: Calendar) -> Iterator[Finding]:
    for weekday, spans in calendar.week.items():
        for code, data in span_faults(spans):
            place = f"{calendar.code}.week.{weekday}"
            yield Finding(code, "error", place, {"weekday": weekday, **data})
    empty = [day for day in WEEKDAYS if not calendar.week.get(day)]
    if len(empty) == len(WEEKDAYS):
        yield Finding("calendar.no_hours", "error", f"{calendar.code}.week")
    elif gaps := [day for day in empty if day not in ("sat", "sun")]:
        yield Finding("calendar.weekday_closed", "hint", f"{calendar.code}.week", {"days": gaps})


def _lint_day(calendar: Calendar, day: Day) -> Iterator[Finding]:
    place = f"{calendar.code}.days.{day.date}"
    for code, data in span_faults(day.spans):
        yield Finding(code, "error", place, {"date": str(day.date), **data})
    if day.run_as and not calendar.week.get(day.run_as):
        data = {"date": str(day.date), "weekday": day.run_as}
        yield Finding("calendar.make_up_closed", "warning", place, data)
    if day.kind == "make_up" and day.run_as is None and not day.spans:
        yield Finding("calendar.make_up_empty", "error", place, {"date": str(day.date)})


def _lint_contradictions(calendar: Calendar) -> Iterator[Finding]:
    by_date: dict[date, list[Day]] = {}
    for day in calendar.days:
        by_date.setdefault(day.date, []).append(day)
    for at, days in sorted(by_date.items()):
        kinds = [day.kind for day in days]
        place, data = f"{calendar.code}.days.{at}", {"date": str(at), "kinds": sorted(kinds)}
        if len(kinds) != len(set(kinds)):
            yield Finding("calendar.day_twice", "error", place, data)
        elif "special" in kinds and len(kinds) > 1:
            yield Finding("calendar.special_overrides", "hint", place, data)
        elif {"holiday", "make_up"} <= set(kinds):
            yield Finding("calendar.day_contradicts", "error", place, data)


def _lint_years(calendar: Calendar, today: date) -> Iterator[Finding]:
    if not calendar.keeps_holidays:
        return
    known = years_known(calendar)
    soon = (today.month, today.day) >= _NOTICE_DUE
    for year in (today.year, *([today.year + 1] if soon else [])):
        if year not in known:
            place = f"{calendar.code}.days.{year}"
            yield Finding("calendar.year_missing", "warning", place, {"year": year})


def years_known(calendar: Calendar) -> frozenset[int]:
    """The years of which the calendar has holidays. One in December is of the New Year after it."""
    found = (day.date for day in calendar.days if day.kind == "holiday")
    return frozenset(at.year for at in found if at.month < 12)
