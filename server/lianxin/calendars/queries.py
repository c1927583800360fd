"""Reads of calendars."""

from __future__ import annotations

from datetime import date, timedelta

from lianxin.calendars.models import Calendar
from lianxin.centres.access import ADMINISTRATOR, FLOW_EDITOR, SUPERVISOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.models import Centre
from lianxin.rules import hours

#: Who may see calendars, and the lines that go by them; an administrator changes them.
READERS = (ADMINISTRATOR, SUPERVISOR, FLOW_EDITOR)


def calendars(who: Actor) -> list[tuple[Calendar, hours.Calendar]]:
    """The centre's calendars as rows and as rules. Needs a reader."""
    who.need(*READERS)
    with who.scope():
        rows = Calendar.objects.prefetch_related("days").order_by("code")
        return [(row, as_rule(row, who.zone)) for row in rows]


def calendar(who: Actor, code: str) -> tuple[Calendar, hours.Calendar]:
    """One of them. Raises ``NotFound``."""
    found = next((each for each in calendars(who) if each[0].code == code), None)
    if found is None:
        raise NotFound
    return found


def year_of(rule: hours.Calendar, year: int) -> list[hours.Why]:
    """Every date of a year and what it follows, for the year's view."""
    first = date(year, 1, 1)
    count = (date(year + 1, 1, 1) - first).days
    return [hours.of_date(rule, first + timedelta(days=n)) for n in range(count)]


def calendars_of(centre: Centre) -> dict[int, hours.Calendar]:
    """The calendars of the centre whose scope is open, as the rules know them, by id."""
    rows = Calendar.objects.prefetch_related("days").order_by("code")
    return {row.pk: as_rule(row, centre.zone) for row in rows}


def as_rule(row: Calendar, zone: str) -> hours.Calendar:
    """``row.days`` should be loaded before."""
    days = tuple(
        hours.Day(day.date, day.kind, day.name, _spans(day.spans), day.run_as or None)
        for day in sorted(row.days.all(), key=lambda day: day.date)
    )
    week = {day: _spans(spans) for day, spans in row.week.items()}
    return hours.Calendar(row.code, row.name, zone, week, days, row.keeps_holidays)


def _spans(spans: list[list[str]]) -> hours.Spans:
    return tuple((opens, closes) for opens, closes in spans)
