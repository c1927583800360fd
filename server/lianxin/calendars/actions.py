"""Writes of calendars: the week, the days of a year, special days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, Q, QuerySet

from lianxin.calendars import holidays
from lianxin.calendars.errors import (
    BadDay,
    BadHolidayFile,
    BadHours,
    CalendarConflict,
    CalendarFull,
    CalendarInUse,
    CodeTaken,
    DayTaken,
    UnknownYear,
)
from lianxin.calendars.models import Calendar, CalendarDay
from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.versions import check_version
from lianxin.rules.hours import Day, Spans, Weekday, span_faults

#: The most days that a calendar holds: ten years of them, and special days.
MOST_DAYS = 1000

Week = Mapping[Weekday, Spans]


@dataclass(frozen=True)
class CalendarDraft:
    name: str
    week: Week = field(default_factory=dict)
    keeps_holidays: bool = True


def make_calendar(who: Actor, code: str, draft: CalendarDraft) -> Calendar:
    """Make a calendar, with the holidays of every year that is shipped.

    Raises ``CodeTaken``, ``BadHours``.
    """
    who.need(ADMINISTRATOR)
    _check_week(draft.week)
    with who.scope():
        try:
            with transaction.atomic():
                calendar = Calendar.objects.create(
                    centre_id=who.centre,
                    code=code,
                    name=draft.name,
                    week=_week(draft.week),
                    keeps_holidays=draft.keeps_holidays,
                )
        except IntegrityError as error:
            raise CodeTaken(calendar=code) from error
        if draft.keeps_holidays:
            for year in holidays.shipped_years():
                _put_year(calendar, _shipped(year))
        audit.note(who, "calendar.made", "calendar", calendar.pk, code=code)
        return calendar


def change_calendar(who: Actor, code: str, version: int, draft: CalendarDraft) -> Calendar:
    """Change name, week and whether it keeps holidays of a calendar that was read at ``version``.

    Raises ``CalendarConflict``, ``NotFound``, ``BadHours``.
    """
    who.need(ADMINISTRATOR)
    _check_week(draft.week)
    with who.scope():
        calendar = _locked(code)
        check_version(calendar, version, CalendarConflict)
        before = _audited(calendar)
        calendar.name, calendar.week = draft.name, _week(draft.week)
        calendar.keeps_holidays = draft.keeps_holidays
        if _audited(calendar) == before:
            return calendar
        calendar.version, calendar.updated_by_id = calendar.version + 1, who.person
        calendar.save()
        changes = audit.changes(before, _audited(calendar))
        audit.note(who, "calendar.changed", "calendar", calendar.pk, code=code, **changes)
        return calendar


def delete_calendar(who: Actor, code: str) -> None:
    """Delete a calendar that no line goes by. Raises ``NotFound``, ``CalendarInUse``."""
    who.need(ADMINISTRATOR)
    with who.scope():
        calendar = _locked(code)
        audit.note(who, "calendar.deleted", "calendar", calendar.pk, code=code)
        try:
            calendar.delete()
        except ProtectedError as error:
            lines = ", ".join(sorted(map(str, error.protected_objects)))
            raise CalendarInUse(lines=lines) from error


def set_day(who: Actor, code: str, day: Day, *, replace: bool = False) -> CalendarDay:
    """Put a day into a calendar; ``replace``: in place of one of its kind on that date.

    Raises ``NotFound``, ``BadDay``, ``BadHours``, ``DayTaken``, ``CalendarFull``.
    """
    who.need(ADMINISTRATOR)
    _check_spans(day.spans, "spans", date=str(day.date))
    if day.kind == "make_up" and day.run_as is None and not day.spans:
        raise BadDay
    with who.scope():
        calendar = _locked(code)
        taken = calendar.days.filter(date=day.date, kind=day.kind).first()
        if taken is not None and not replace:
            raise DayTaken(date=str(taken.date), kind=taken.kind, name=taken.name)
        if taken is None and calendar.days.count() >= MOST_DAYS:
            raise CalendarFull(most=MOST_DAYS)
        row, _ = CalendarDay.objects.update_or_create(
            calendar=calendar,
            date=day.date,
            kind=day.kind,
            defaults={
                "centre_id": who.centre,
                "name": day.name,
                "spans": [list(span) for span in day.spans],
                "run_as": day.run_as or "",
            },
        )
        details = {"date": str(day.date), "kind": day.kind, "name": day.name, "spans": row.spans}
        if row.run_as:
            details["run_as"] = row.run_as
        audit.note(who, "calendar.day_set", "calendar", calendar.pk, code=code, **details)
        return row


def remove_day(who: Actor, code: str, day_id: int) -> None:
    """Let a date follow its weekday again. Raises ``NotFound``."""
    who.need(ADMINISTRATOR)
    with who.scope():
        calendar = _locked(code)
        row = CalendarDay.objects.filter(calendar=calendar, pk=day_id).first()
        if row is None:
            raise NotFound
        details = {"date": str(row.date), "kind": row.kind, "name": row.name}
        audit.note(who, "calendar.day_removed", "calendar", calendar.pk, code=code, **details)
        row.delete()


def take_year(who: Actor, code: str, year: int, file: str | None = None) -> int:
    """Put a year's holidays and make-up days in place of those that are there: from the text
    of a file, else the shipped ones. Special days stay. Returns how many days it has.

    Raises ``NotFound``, ``UnknownYear``, ``BadHolidayFile``.
    """
    who.need(ADMINISTRATOR)
    data = holidays.read(file) if file is not None else _shipped(year)
    if data.year != year:
        raise BadHolidayFile(
            fault="year", reason="asked_year", value=f"{data.year} ≠ {year}", line=None
        )
    with who.scope():
        calendar = _locked(code)
        _put_year(calendar, data)
        details = {"year": year, "source": data.source, "days": len(data.days)}
        audit.note(who, "calendar.year_taken", "calendar", calendar.pk, code=code, **details)
        return len(data.days)


def _shipped(year: int) -> holidays.Year:
    data = holidays.shipped(year)
    if data is None:
        raise UnknownYear(year=year, shipped=holidays.shipped_years())
    return data


def _put_year(calendar: Calendar, data: holidays.Year) -> None:
    """Also the days in the December before that belong to its New Year; those in its own December
    that belong to the next one's stay, unless the file names them."""
    days = CalendarDay.objects.filter(calendar=calendar).exclude(kind="special")
    of_next = {row.pk for row in _early_days(days, data.year + 1)}
    of_this = {row.pk for row in _early_days(days, data.year)}
    days.filter(date__year=data.year).exclude(pk__in=of_next).delete()
    days.filter(Q(pk__in=of_this) | Q(date__in=[day.date for day in data.days])).delete()
    CalendarDay.objects.bulk_create(
        CalendarDay(
            centre_id=calendar.centre_id,
            calendar=calendar,
            date=day.date,
            kind=day.kind,
            name=day.name,
            run_as=day.run_as or "",
        )
        for day in data.days
    )


def _early_days(days: QuerySet[CalendarDay], year: int) -> list[CalendarDay]:
    """What is in the December before ``year`` and bears the name of its New Year's holiday."""
    names = days.filter(date=date(year, 1, 1), kind="holiday").values("name")
    return list(days.filter(date__year=year - 1, date__month=12, name__in=names))


def _audited(calendar: Calendar) -> dict[str, Any]:
    """What the audit trail keeps of a calendar."""
    names = ("name", "week", "keeps_holidays")
    return {name: getattr(calendar, name) for name in names}


def _locked(code: str) -> Calendar:
    calendar = Calendar.objects.select_for_update().filter(code=code).first()
    if calendar is None:
        raise NotFound
    return calendar


def _check_week(week: Week) -> None:
    for weekday, spans in week.items():
        _check_spans(spans, f"week.{weekday}", weekday=weekday)


def _check_spans(spans: Spans, field: str, **where: str) -> None:
    for fault, data in span_faults(spans):
        raise BadHours(fault=fault, **data, **where).about(field)


def _week(week: Week) -> dict[str, list[list[str]]]:
    """The week as JSON: its spans in order, days without any left out."""
    return {day: [list(span) for span in sorted(spans)] for day, spans in week.items() if spans}
