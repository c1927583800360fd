"""Lines, calendars and centres: from rows to what the API gives, and from forms to actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from lianxin.api import line_shapes as shapes
from lianxin.calendars import holidays
from lianxin.calendars.actions import CalendarDraft
from lianxin.calendars.models import Calendar, CalendarDay
from lianxin.calendars.queries import year_of
from lianxin.centres.access import Actor
from lianxin.centres.functions import FUNCTIONS
from lianxin.flows.models import Flow
from lianxin.lines.actions import LineChange
from lianxin.lines.queries import Found, LineNow
from lianxin.rules import hours
from lianxin.tenancy.founding import Founded, Limits, NewCentre, Overview, templates


def line(now: LineNow) -> shapes.LineItem:
    row = now.line
    fields: dict[str, Any] = {
        name: getattr(row, name)
        for name in ("number", "name", "mode", "emergency", "night_bell", "night_bell_seconds")
    }
    named = row.calendar
    return shapes.LineItem(
        **fields,
        flow=shapes.CodeName(code=row.flow.code, name=row.flow.name),
        night_flow=_flow(row.night_flow),
        emergency_flow=_flow(row.emergency_flow),
        calendar=shapes.CodeName(code=named.code, name=named.name) if named else None,
        answers=_answering(now),
    )


def _flow(flow: Flow | None) -> shapes.CodeName | None:
    return shapes.CodeName(code=flow.code, name=flow.name) if flow else None


def _answering(now: LineNow) -> shapes.Answering:
    return shapes.Answering(
        at=now.at,
        part=now.answer.part,
        reason=now.answer.reason,
        flow=_flow(now.version.flow) if now.version else None,
        version=now.version.number if now.version else None,
        queues=list(now.queues),
        why=_decided(now.answer.why) if now.answer.why else None,
        until=now.until,
    )


def _decided(why: hours.Why) -> shapes.Decided:
    return shapes.Decided(
        rule=why.rule,
        date=why.date,
        weekday=why.weekday,
        name=why.name,
        spans=_lists(why.spans),
    )


def who_answers(number: str, found: Found | None) -> shapes.WhoAnswers:
    if found is None:
        return shapes.WhoAnswers(number=number, centre=None, line="", mode=None, answers=None)
    row = found.now.line
    fields: dict[str, Any] = {
        "number": number,
        "centre": shapes.CodeName(code=found.centre.code, name=found.centre.name),
        "line": row.name,
        "mode": "emergency" if row.emergency else row.mode,
        "answers": _answering(found.now),
    }
    return shapes.WhoAnswers(**fields)


def finding(each: hours.Finding) -> shapes.FindingItem:
    return shapes.FindingItem(
        code=each.code, severity=each.severity, place=each.place, data=dict(each.data)
    )


def line_change(plan: shapes.LinePlanForm) -> LineChange:
    return LineChange(**{**plan.dict(), "night_bell": tuple(plan.night_bell)})


# --- calendars


def calendar(row: Calendar, rule: hours.Calendar, used: list[str]) -> dict[str, Any]:
    """The fields of ``shapes.CalendarItem``."""
    now = timezone.now()
    return {
        "code": row.code,
        "name": row.name,
        "week": {day: _lists(spans) for day, spans in rule.week.items()},
        "keeps_holidays": row.keeps_holidays,
        "lines": used,
        "years": sorted(hours.years_known(rule)),
        "open": hours.is_open(rule, now)[0],
        "until": hours.next_change(rule, now),
    }


def calendar_detail(
    who: Actor, row: Calendar, rule: hours.Calendar, used: list[str], year: int | None
) -> shapes.CalendarDetail:
    year = year or _today(who).year
    data = holidays.shipped(year)
    days = sorted((day for day in row.days.all() if day.date.year == year), key=_by_date)
    return shapes.CalendarDetail(
        **calendar(row, rule, used),
        year=year,
        days=[day(each) for each in days],
        dates=[_decided(why) for why in year_of(rule, year)],
        shipped=holidays.shipped_years(),
        source=data.source if data else "",
    )


def _today(who: Actor) -> datetime:
    return timezone.now().astimezone(ZoneInfo(who.zone))


def _by_date(row: CalendarDay) -> tuple[Any, str]:
    return row.date, row.kind


def day(row: CalendarDay) -> shapes.DayItem:
    fields: dict[str, Any] = {
        "id": row.pk,
        "date": row.date,
        "kind": row.kind,
        "name": row.name,
        "spans": row.spans,
        "run_as": row.run_as or None,
    }
    return shapes.DayItem(**fields)


def calendar_draft(form: shapes.CalendarForm) -> CalendarDraft:
    week = {day: _spans(spans) for day, spans in form.week.items()}
    return CalendarDraft(form.name, week, form.keeps_holidays)


def day_rule(form: shapes.DayForm) -> hours.Day:
    return hours.Day(form.date, form.kind, form.name, _spans(form.spans), form.run_as)


def _lists(spans: hours.Spans) -> list[list[str]]:
    return [list(span) for span in spans]


def _spans(lists: Sequence[Sequence[str]]) -> hours.Spans:
    return tuple((opens, closes) for opens, closes in lists)


# --- centres


def overviews(found: Sequence[Overview]) -> shapes.CentreOverviews:
    return shapes.CentreOverviews(
        items=[overview(each) for each in found],
        templates=templates(),
        functions=list(FUNCTIONS),
    )


def overview(found: Overview) -> shapes.CentreOverview:
    centre = found.centre
    return shapes.CentreOverview(
        code=centre.code,
        name=centre.name,
        city=centre.city,
        city_code=centre.city_code,
        zone=centre.zone,
        lines=list(found.lines),
        agents=found.agents,
        quotas=shapes.QuotaItem(
            lines=centre.quota_lines,
            agents=centre.quota_agents,
            storage_mb=centre.quota_storage_mb,
            faxes=centre.quota_faxes,
        ),
        functions_off=list(centre.functions_off),
    )


def founded(made: Founded, numbers: Sequence[str]) -> shapes.CentreFounded:
    return shapes.CentreFounded(
        centre=overview(Overview(made.centre, tuple(numbers), 0)),
        administrator=made.administrator,
        password=made.password,
    )


def new_centre(form: shapes.NewCentreForm) -> NewCentre:
    fields = form.dict(exclude={"quotas", "numbers", "functions_off"})
    return NewCentre(
        **fields,
        numbers=tuple(dict.fromkeys(form.numbers)),
        functions_off=tuple(form.functions_off),
        limits=Limits(**form.quotas.dict()),
    )


def centre_changes(change: shapes.CentreChange) -> dict[str, Any]:
    """The columns that a change names."""
    named = change.dict(exclude_unset=True, exclude={"quotas"})
    changes = {name: value for name, value in named.items() if value is not None}
    if change.quotas is not None:
        quotas = change.quotas.dict(exclude_unset=True)
        changes |= {f"quota_{name}": most for name, most in quotas.items()}
    return changes
