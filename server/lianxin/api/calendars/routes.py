"""Calendars: the week, the days of a year, special days."""

from __future__ import annotations

from ninja import Query, Router, Status

from lianxin.api.base import REFUSALS, SignedInRequest
from lianxin.api.calendars import mappers, schemas
from lianxin.calendars import actions, queries
from lianxin.lines.queries import numbers_by_calendar

router = Router(tags=["lines"])


@router.get(
    "/calendars",
    response={200: list[schemas.CalendarSummary], **REFUSALS},
    operation_id="list_calendars",
)
def list_calendars(request: SignedInRequest) -> list[schemas.CalendarSummary]:
    """The calendars of the centre, and whether each is open now."""
    used = numbers_by_calendar(request.auth)
    return [
        schemas.CalendarSummary(**mappers.calendar(row, rule, used.get(row.pk, [])))
        for row, rule in queries.calendars(request.auth)
    ]


@router.post(
    "/calendars", response={201: schemas.CalendarRead, **REFUSALS}, operation_id="make_calendar"
)
def make_calendar(
    request: SignedInRequest, new: schemas.CalendarCreate
) -> Status[schemas.CalendarRead]:
    """Make a calendar; it begins with the holidays of every year that is shipped."""
    actions.make_calendar(request.auth, new.code, mappers.calendar_draft(new))
    return Status(201, _detail(request, new.code))


@router.get(
    "/calendars/{calendar}",
    response={200: schemas.CalendarRead, **REFUSALS},
    operation_id="read_calendar",
)
def read_calendar(
    request: SignedInRequest, calendar: str, wanted: Query[schemas.YearQuery]
) -> schemas.CalendarRead:
    """One calendar with every date of a year, by default this one."""
    return _detail(request, calendar, wanted.year)


@router.put(
    "/calendars/{calendar}",
    response={200: schemas.CalendarRead, **REFUSALS},
    operation_id="change_calendar",
)
def change_calendar(
    request: SignedInRequest, calendar: str, form: schemas.CalendarUpdate
) -> schemas.CalendarRead:
    """Change a calendar's name and week."""
    draft = mappers.calendar_draft(form)
    actions.change_calendar(request.auth, calendar, form.version, draft)
    return _detail(request, calendar)


@router.delete(
    "/calendars/{calendar}", response={204: None, **REFUSALS}, operation_id="delete_calendar"
)
def delete_calendar(request: SignedInRequest, calendar: str) -> Status[None]:
    """Delete a calendar that no line goes by."""
    actions.delete_calendar(request.auth, calendar)
    return Status(204, None)


@router.put(
    "/calendars/{calendar}/days",
    response={200: schemas.CalendarDayRead, **REFUSALS},
    operation_id="set_calendar_day",
)
def set_calendar_day(
    request: SignedInRequest, calendar: str, form: schemas.CalendarDayUpdate
) -> schemas.CalendarDayRead:
    """Put a day into a calendar. 409 ``calendar.day_taken`` when that date has one of its kind,
    unless ``replace`` says that it goes."""
    rule = mappers.day_rule(form)
    return mappers.day(actions.set_day(request.auth, calendar, rule, replace=form.replace))


@router.delete(
    "/calendars/{calendar}/days/{int:day_id}",
    response={204: None, **REFUSALS},
    operation_id="remove_calendar_day",
)
def remove_calendar_day(request: SignedInRequest, calendar: str, day_id: int) -> Status[None]:
    """Let a date follow its weekday again."""
    actions.remove_day(request.auth, calendar, day_id)
    return Status(204, None)


@router.post(
    "/calendars/{calendar}/years",
    response={200: schemas.CalendarRead, **REFUSALS},
    operation_id="take_calendar_year",
)
def take_calendar_year(
    request: SignedInRequest, calendar: str, form: schemas.CalendarYearUpdate
) -> schemas.CalendarRead:
    """Put a year's holidays and make-up days in place of those that are there."""
    actions.take_year(request.auth, calendar, form.year, form.file)
    return _detail(request, calendar, form.year)


def _detail(request: SignedInRequest, code: str, year: int | None = None) -> schemas.CalendarRead:
    row, rule = queries.calendar(request.auth, code)
    used = numbers_by_calendar(request.auth).get(row.pk, [])
    return mappers.calendar_detail(request.auth, row, rule, used, year)
