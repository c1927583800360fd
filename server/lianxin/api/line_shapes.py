"""What the API takes and gives of lines, calendars and centres."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AwareDatetime, Field, StringConstraints

from lianxin.api.base import Given, Taken
from lianxin.api.forms import Words
from lianxin.centres.functions import Function
from lianxin.lines.models import HeldMode
from lianxin.rules.hours import DayKind, Rule, Weekday
from lianxin.rules.line_plan import Mode, Part, Reason

Clock = Annotated[str, StringConstraints(pattern=r"^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")]
#: Opens and closes. A list, as the browser's client has no tuples.
HourSpan = Annotated[list[Clock], Field(min_length=2, max_length=2)]
HourSpans = Annotated[list[HourSpan], Field(max_length=12)]
Week = dict[Weekday, HourSpans]

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]
CodeOrNone = Annotated[str, StringConstraints(pattern=r"^(?:[a-z][a-z0-9_-]{0,31})?$")]
Shown = Annotated[str, StringConstraints(min_length=1, max_length=64)]
LineNumber = Annotated[str, StringConstraints(pattern=r"^[0-9+*#]{2,20}$")]
BellNumber = Annotated[str, StringConstraints(pattern=r"^\+?[0-9*#]{2,19}$")]
Year = Annotated[int, Field(ge=2000, le=2100)]
Most = Annotated[int, Field(ge=0, le=1_000_000)]


# --- taken


class NewLine(Taken):
    number: LineNumber
    name: Shown
    flow: Code


class LinePlanForm(Taken):
    """Flows and calendar by code, "" for none: without a night's flow the day's answers."""

    name: Shown
    flow: Code
    night_flow: CodeOrNone = ""
    emergency_flow: CodeOrNone = ""
    calendar: CodeOrNone = ""
    mode: HeldMode = "auto"
    night_bell: Annotated[list[BellNumber], Field(max_length=8)] = []
    night_bell_seconds: Annotated[int, Field(ge=5, le=120)] = 20


class Switch(Taken):
    on: bool


class CalendarForm(Taken):
    name: Shown
    week: Week = {}
    keeps_holidays: bool = True


class NewCalendar(CalendarForm):
    code: Code


class DayForm(Taken):
    """Neither ``spans`` nor ``run_as``: closed all day."""

    date: date
    kind: DayKind
    name: Shown
    spans: HourSpans = []
    run_as: Weekday | None = None


class YearForm(Taken):
    """``file``: the text of a file of holidays; without it, what is shipped."""

    year: Year
    file: Annotated[str, StringConstraints(max_length=65_536)] | None = None


class Quotas(Taken):
    """null: as many as they like. ``faxes``: of a day."""

    lines: Most | None = None
    agents: Most | None = None
    storage_mb: Most | None = None
    faxes: Most | None = None


class NewCentreForm(Taken):
    code: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{1,31}$")]
    name: Shown
    city: Annotated[str, StringConstraints(max_length=32)] = ""
    city_code: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
    zone: Annotated[str, StringConstraints(max_length=64)] = "Asia/Shanghai"
    numbers: Annotated[list[LineNumber], Field(max_length=50)] = []
    template: Code = "article"
    administrator: Annotated[str, StringConstraints(pattern=r"^[0-9]{4,12}$")] = "9000"
    administrator_name: Shown = "系统管理员"
    quotas: Quotas = Quotas()
    functions_off: Annotated[list[Function], Field(max_length=20)] = []


class CentreChange(Taken):
    """Only what is named is changed."""

    name: Shown | None = None
    city: Annotated[str, StringConstraints(max_length=32)] | None = None
    quotas: Quotas | None = None
    functions_off: Annotated[list[Function], Field(max_length=20)] | None = None


class Moment(Schema):
    """``at``: now, unless another moment is asked about."""

    at: AwareDatetime | None = None


class Question(Moment):
    number: Words


# --- given


class CodeName(Given):
    code: str
    name: str


class Decided(Given):
    """Why: the rule of the calendar, the date that it looked at, and its hours."""

    rule: Rule
    date: date
    weekday: Weekday
    name: str
    spans: list[list[str]]


class Answering(Given):
    """What answers a call that starts at ``at``. ``version``: null when never published."""

    at: datetime
    part: Part
    reason: Reason
    flow: CodeName | None
    version: int | None
    queues: list[str]
    why: Decided | None
    until: datetime | None


class LineItem(Given):
    number: str
    name: str
    flow: CodeName
    night_flow: CodeName | None
    emergency_flow: CodeName | None
    calendar: CodeName | None
    mode: HeldMode
    emergency: bool
    night_bell: list[str]
    night_bell_seconds: int
    answers: Answering


class WhoAnswers(Given):
    """``centre`` is null when nobody serves the number."""

    number: str
    centre: CodeName | None
    line: str
    mode: Mode | None
    answers: Answering | None


class FindingItem(Given):
    code: str
    severity: Literal["error", "warning", "hint"]
    place: str
    data: dict[str, Any]


class DayItem(Given):
    id: int
    date: date
    kind: DayKind
    name: str
    spans: list[list[str]]
    run_as: Weekday | None


class CalendarItem(Given):
    """``open``: now. ``until``: when that changes. ``years``: those with holidays."""

    code: str
    name: str
    week: dict[Weekday, list[list[str]]]
    keeps_holidays: bool
    lines: list[str]
    years: list[int]
    open: bool
    until: datetime | None


class CalendarDetail(CalendarItem):
    """``shipped``: the years whose holidays come with the program."""

    year: int
    days: list[DayItem]
    dates: list[Decided]
    shipped: list[int]
    source: str


class QuotaItem(Given):
    lines: int | None
    agents: int | None
    storage_mb: int | None
    faxes: int | None


class CentreOverview(Given):
    code: str
    name: str
    city: str
    city_code: str
    zone: str
    lines: list[str]
    agents: int
    quotas: QuotaItem
    functions_off: list[str]


class CentreOverviews(Given):
    items: list[CentreOverview]
    templates: list[str]
    functions: list[str]


class CentreFounded(Given):
    """``password`` is the administrator's, told this once."""

    centre: CentreOverview
    administrator: str
    password: str
