"""Between calendars and their shapes in the API."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from lianxin.api.calendars import schemas
from lianxin.api.shared.mappers import decided, span_lists
from lianxin.calendars import holidays
from lianxin.calendars.actions import CalendarDraft
from lianxin.calendars.models import Calendar, CalendarDay
from lianxin.calendars.queries import year_of
from lianxin.centres.access import Actor
from lianxin.rules import hours


def calendar(row: Calendar, rule: hours.Calendar, used: list[str]) -> dict[str, Any]:
    """The fields of ``schemas.CalendarSummary``."""
    now = timezone.now()
    return {
        "code": row.code,
        "name": row.name,
        "week": {day: span_lists(spans) for day, spans in rule.week.items()},
        "keeps_holidays": row.keeps_holidays,
        "version": row.version,
        "lines": used,
        "years": sorted(hours.years_known(rule)),
        "open": hours.is_open(rule, now)[0],
        "until": hours.next_change(rule, now),
    }


def calendar_detail(
    who: Actor, row: Calendar, rule: hours.Calendar, used: list[str], year: int | None
) -> schemas.CalendarRead:
    year = year or _today(who).year
    data = holidays.shipped(year)
    days = sorted((day for day in row.days.all() if day.date.year == year), key=_by_date)
    return schemas.CalendarRead(
        **calendar(row, rule, used),
        year=year,
        days=[day(each) for each in days],
        dates=[decided(why) for why in year_of(rule, year)],
        shipped=holidays.shipped_years(),
        source=data.source if data else "",
    )


def _today(who: Actor) -> datetime:
    return timezone.now().astimezone(ZoneInfo(who.zone))


def _by_date(row: CalendarDay) -> tuple[Any, str]:
    return row.date, row.kind


def day(row: CalendarDay) -> schemas.CalendarDayRead:
    return schemas.CalendarDayRead(
        id=row.pk,
        date=row.date,
        kind=row.kind,
        name=row.name,
        spans=row.spans,
        run_as=row.run_as or None,
    )


def calendar_draft(form: schemas.CalendarFields) -> CalendarDraft:
    week = {day: _spans(spans) for day, spans in form.week.items()}
    return CalendarDraft(form.name, week, form.keeps_holidays)


def day_rule(form: schemas.CalendarDayUpdate) -> hours.Day:
    return hours.Day(form.date, form.kind, form.name, _spans(form.spans), form.run_as)


def _spans(lists: Sequence[Sequence[str]]) -> hours.Spans:
    return tuple((opens, closes) for opens, closes in lists)
