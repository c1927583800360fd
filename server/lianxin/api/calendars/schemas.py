"""What the API takes and gives of calendars."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from lianxin.api.base import QuerySchema, ReadSchema, WriteSchema
from lianxin.api.fields import Code, Day, DisplayName, Version, Whole, YesNo
from lianxin.api.shared.schemas import Decided
from lianxin.rules.hours import DayKind, Weekday

Clock = Annotated[str, StringConstraints(pattern=r"^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")]


#: Opens and closes. A list, as the browser's client has no tuples.
HourSpan = Annotated[list[Clock], Field(min_length=2, max_length=2)]


HourSpans = Annotated[list[HourSpan], Field(max_length=12)]


Week = dict[Weekday, HourSpans]


_YEARS = Field(ge=2000, le=2100)
Year = Annotated[Whole, _YEARS]


class CalendarFields(WriteSchema):
    name: DisplayName
    week: Week = {}
    keeps_holidays: YesNo = True


class CalendarUpdate(CalendarFields):
    """``version`` is that of the calendar that was read."""

    version: Version


class CalendarCreate(CalendarFields):
    code: Code


class CalendarDayUpdate(WriteSchema):
    """Neither ``spans`` nor ``run_as``: closed all day. ``replace``: the day of this kind that is
    there on that date."""

    date: Day
    kind: DayKind
    name: DisplayName
    spans: HourSpans = []
    run_as: Weekday | None = None
    replace: YesNo = False


class CalendarYearUpdate(WriteSchema):
    """``file``: the text of a file of holidays; without it, what is shipped."""

    year: Year
    file: Annotated[str, StringConstraints(max_length=65_536)] | None = None


class CalendarDayRead(ReadSchema):
    id: int
    date: date
    kind: DayKind
    name: str
    spans: list[list[str]]
    run_as: Weekday | None


class CalendarSummary(ReadSchema):
    """``open``: now. ``until``: when that changes. ``years``: those with holidays."""

    code: str
    name: str
    week: dict[Weekday, list[list[str]]]
    keeps_holidays: bool
    version: int
    lines: list[str]
    years: list[int]
    open: bool
    until: datetime | None


class CalendarRead(CalendarSummary):
    """``shipped``: the years whose holidays come with the program."""

    year: int
    days: list[CalendarDayRead]
    dates: list[Decided]
    shipped: list[int]
    source: str


class YearQuery(QuerySchema):
    year: Annotated[int, _YEARS] | None = None
