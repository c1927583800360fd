"""Lines, calendars, and who answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from lianxin.calendars.actions import (
    CalendarDraft,
    change_calendar,
    delete_calendar,
    make_calendar,
    remove_day,
    set_day,
    take_year,
)
from lianxin.calendars.errors import (
    BadDay,
    BadHours,
    CalendarFull,
    CalendarInUse,
    CodeTaken,
    DayTaken,
    UnknownYear,
)
from lianxin.calendars.models import Calendar, CalendarDay
from lianxin.calendars.queries import calendar
from lianxin.centres.access import Actor
from lianxin.centres.errors import NotAllowed, NotFound, Problem, QuotaFull
from lianxin.centres.isolation import scope
from lianxin.centres.models import AuditEntry, Centre
from lianxin.flows.actions import publish
from lianxin.flows.default import template
from lianxin.flows.models import Flow
from lianxin.lines.actions import LineChange, change_line, close_line, open_line, set_emergency
from lianxin.lines.errors import LineInEmergency, UnknownCalendar, UnknownFlow
from lianxin.lines.loading import load_plans
from lianxin.lines.models import Line
from lianxin.lines.plan import LinePlan
from lianxin.lines.queries import findings, line, lines, numbers_by_calendar
from lianxin.rules.hours import WEEKDAYS, Day, Spans, Weekday

pytestmark = pytest.mark.django_db

ZONE = ZoneInfo("Asia/Shanghai")
#: A flow is called by its name, whatever its template says.
DEFAULT_FLOW = "热线默认流程"
NINE_TO_FIVE: Spans = (("09:00", "17:00"),)
WEEK: dict[Weekday, Spans] = dict.fromkeys(WEEKDAYS[:5], NINE_TO_FIVE)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def _fields(error: Problem) -> list[str]:
    """The fields that it names: a form marks them."""
    return [each["field"] for each in error.details["fields"]]


FILE = 'year = 2099\n[[holiday]]\nname = "元旦"\nfrom = 2099-01-01\nto = 2099-01-03\n'


@pytest.fixture
def admin(who: Callable[[str], Actor]) -> Actor:
    """The administrator of a centre that has a day, a night and an emergency flow."""
    admin = who("9000")
    for code in ("night", "storm"):
        publish(admin, code, code, {**template(), "title": code})
    make_calendar(admin, "hours", CalendarDraft("工作时间", WEEK))
    return admin


CHANGE = LineChange(
    "示范市",
    "article",
    "night",
    "storm",
    "hours",
    night_bell=("13900000001", "13900000002"),
    night_bell_seconds=30,
)


def planned(number: str = "12345") -> LinePlan:
    return next(each for each in load_plans().lines if each.number == number)


@pytest.mark.parametrize(
    ("moment", "part", "title"),
    [
        ("2026-03-02T08:59:59", "night", "night"),
        ("2026-03-02T09:00:00", "day", DEFAULT_FLOW),
        ("2026-02-17T03:00:00", "night", "night"),  # Spring Festival
        ("2026-02-28T10:00:00", "day", DEFAULT_FLOW),  # a Saturday that is worked
        ("2026-10-01T10:00:00", "night", "night"),
    ],
)
def test_the_plan_chooses_at_the_start_of_a_call(
    admin: Actor, moment: str, part: str, title: str
) -> None:
    change_line(admin, "12345", 1, CHANGE)
    line = planned()
    chosen = line.at(at(moment))
    assert (chosen.part, chosen.flow["title"]) == (part, title)
    assert line.versions()[chosen.flow_version] == chosen.flow
    assert chosen.variables() == {
        "city": "示范市",
        "centre_name": "示范市 12345 热线",
        "line_name": "示范市",
        "day_part": part,
        "night_bell": "13900000001,13900000002",
        "night_bell_seconds": 30,
        "zone": "Asia/Shanghai",
    }


def test_the_emergency_switch_is_one_act_and_undoes_itself(admin: Actor) -> None:
    change_line(admin, "12345", 1, CHANGE)
    moment = at("2026-03-02T10:00:00")
    set_emergency(admin, "12345", on=True)
    assert planned().at(moment).flow["title"] == "storm"
    set_emergency(admin, "12345", on=True)
    with pytest.raises(LineInEmergency):
        close_line(admin, "12345")
    set_emergency(admin, "12345", on=False)
    assert planned().at(moment).part == "day"
    with admin.scope():
        noted = AuditEntry.objects.filter(action__startswith="line.emergency").order_by("pk")
        assert [entry.action for entry in noted] == ["line.emergency_began", "line.emergency_ended"]


def test_a_flow_that_was_never_published_leaves_the_days(admin: Actor) -> None:
    with admin.scope():
        Flow.objects.create(centre_id=admin.centre, code="draft", name="草稿")
    change_line(admin, "12345", 1, LineChange("x", "article", "draft", "", "hours"))
    assert planned().at(at("2026-03-02T03:00:00")).flow["title"] == DEFAULT_FLOW
    assert "line.flow_unpublished" in {each.code for each in findings(admin)}


def test_a_change_is_checked_and_noted(admin: Actor, who: Callable[[str], Actor]) -> None:
    for wrong, problem, field in (
        (LineChange("x", "nothing"), UnknownFlow, "flow"),
        (LineChange("x", "article", "nothing"), UnknownFlow, "night_flow"),
        (LineChange("x", "article", calendar="nothing"), UnknownCalendar, "calendar"),
    ):
        with pytest.raises(problem) as unknown:
            change_line(admin, "12345", 1, wrong)
        assert _fields(unknown.value) == [field]
    with pytest.raises(NotFound):
        change_line(admin, "12346", 1, CHANGE)  # the county's
    with pytest.raises(NotAllowed):
        change_line(who("8100"), "12345", 1, CHANGE)
    with pytest.raises(NotAllowed):
        lines(who("8001"))
    change_line(admin, "12345", 1, CHANGE)
    change_line(admin, "12345", 2, CHANGE)
    with admin.scope():
        (noted,) = AuditEntry.objects.filter(action="line.changed")
    assert noted.data["after"]["night_flow"] == "night"
    assert noted.data["before"]["calendar"] is None


@pytest.mark.parametrize("gone", [{"deleted_at": timezone.now()}, {"kind": "subflow"}])
def test_a_line_is_pointed_at_nothing_that_answers_no_calls(
    admin: Actor, gone: dict[str, Any]
) -> None:
    """At a flow that was put away, or at a subflow, callers would be lost."""
    with admin.scope():
        Flow.objects.create(centre_id=admin.centre, code="gone", name="旧流程", **gone)
    for change, field in (
        (LineChange("x", "gone"), "flow"),
        (LineChange("x", "article", night_flow="gone"), "night_flow"),
        (LineChange("x", "article", emergency_flow="gone"), "emergency_flow"),
    ):
        with pytest.raises(UnknownFlow) as refused:
            change_line(admin, "12345", 1, change)
        named = {"field": field, "type": "line.unknown_flow", "limits": {}}
        assert refused.value.details == {"flow": "gone", "fields": [named]}
    with pytest.raises(UnknownFlow):
        open_line(admin, "12399", "夜班", "gone")


def test_who_answers(admin: Actor) -> None:
    change_line(admin, "12345", 1, CHANGE)
    take_year(admin, "hours", 2099, FILE)
    said = line(admin, "12345", at("2099-01-01T03:00:00"))
    assert said.answer.why is not None
    assert (said.answer.part, said.answer.why.rule, said.answer.why.name) == (
        "night",
        "holiday",
        "元旦",
    )
    assert said.version is not None
    assert said.version.flow.code == "night"
    assert said.queues == ("人工服务",)
    assert said.until == at("2099-01-05T09:00:00")
    with pytest.raises(NotFound):
        line(admin, "12346")


def test_a_line_is_closed(admin: Actor) -> None:
    open_line(admin, "12399", "夜班", "night")
    assert [each.line.number for each in lines(admin)] == ["12345", "12399"]
    close_line(admin, "12399")
    assert [each.line.number for each in lines(admin)] == ["12345"]


def test_a_full_quota_opens_no_line(admin: Actor) -> None:
    Centre.objects.filter(pk=admin.centre).update(quota_lines=1)
    with pytest.raises(QuotaFull) as full:
        open_line(admin, "12399", "夜班", "night")
    assert full.value.details == {"quota": "lines", "most": 1}


def test_a_calendar_begins_with_the_years_that_are_known(admin: Actor) -> None:
    row, rule = calendar(admin, "hours")
    assert {day.date.year for day in rule.days} == {2025, 2026}
    assert (row.name, numbers_by_calendar(admin)) == ("工作时间", {})
    codes = {(each.code, each.data.get("year")) for each in findings(admin)}
    assert ("calendar.year_missing", 2027) in codes or date.today().month < 11  # noqa: DTZ011 - the month is enough


def test_a_year_is_taken_from_a_file_or_from_what_is_shipped(admin: Actor) -> None:
    set_day(admin, "hours", Day(date(2027, 3, 1), "special", "设备检修"))
    file = FILE.replace("2099", "2027")
    assert take_year(admin, "hours", 2027, file) == 3
    assert take_year(admin, "hours", 2027, file) == 3
    _, rule = calendar(admin, "hours")
    assert [(day.name, day.kind) for day in rule.days if day.date.year == 2027] == [
        *[("元旦", "holiday")] * 3,
        ("设备检修", "special"),
    ]
    with pytest.raises(UnknownYear):
        take_year(admin, "hours", 2031)


TURN = """
year = 2099
[[holiday]]
name = "元旦"
from = 2098-12-30
to = 2099-01-01
[[make_up]]
name = "元旦"
date = 2098-12-29
run_as = "mon"
"""


def test_a_new_year_that_begins_in_december_is_its_years(admin: Actor) -> None:
    """As the notice of 2019 said; taking either year again leaves the other's days alone."""

    def days() -> list[str]:
        _, rule = calendar(admin, "hours")
        return sorted(f"{day.date} {day.kind}" for day in rule.days if day.date.year > 2090)

    turn = [
        *("2098-12-29 make_up", "2098-12-30 holiday"),
        *("2098-12-31 holiday", "2099-01-01 holiday"),
    ]
    before = ["2098-01-01 holiday", "2098-01-02 holiday", "2098-01-03 holiday"]
    assert take_year(admin, "hours", 2099, TURN) == 4
    assert days() == turn
    take_year(admin, "hours", 2098, FILE.replace("2099", "2098"))
    assert days() == before + turn
    take_year(admin, "hours", 2099, TURN)
    assert days() == before + turn
    take_year(admin, "hours", 2099, FILE)  # the notice was another after all
    assert days() == [*before, *(f"2099-01-0{n} holiday" for n in (1, 2, 3))]


def test_days_are_set_and_removed(admin: Actor) -> None:
    row = set_day(admin, "hours", Day(date(2026, 3, 2), "special", "停电", (("10:00", "11:00"),)))
    with pytest.raises(DayTaken) as taken:
        set_day(admin, "hours", Day(date(2026, 3, 2), "special", "恢复"))
    assert taken.value.details["name"] == "停电"
    again = set_day(admin, "hours", Day(date(2026, 3, 2), "special", "恢复"), replace=True)
    assert (row.pk, again.spans) == (again.pk, [])
    remove_day(admin, "hours", row.pk)
    with pytest.raises(NotFound):
        remove_day(admin, "hours", row.pk)
    with pytest.raises(BadDay) as day:
        set_day(admin, "hours", Day(date(2026, 3, 7), "make_up", "调休"))
    with pytest.raises(BadHours) as hours:
        set_day(admin, "hours", Day(date(2026, 3, 7), "special", "x", (("10:00", "09:00"),)))
    assert [_fields(each.value) for each in (day, hours)] == [["run_as"], ["spans"]]


def test_a_calendar_has_room_for_so_many_days(
    admin: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lianxin.calendars.actions.MOST_DAYS", 0)
    with pytest.raises(CalendarFull):
        set_day(admin, "hours", Day(date(2026, 3, 7), "special", "x"))


def test_a_calendar_is_changed_and_deleted(admin: Actor) -> None:
    change_line(admin, "12345", 1, CHANGE)
    change_calendar(admin, "hours", 1, CalendarDraft("全天", {"mon": (("00:00", "24:00"),)}))
    assert planned().at(at("2026-03-02T03:00:00")).part == "day"
    change_calendar(admin, "hours", 2, CalendarDraft("全天", WEEK, keeps_holidays=False))
    with admin.scope():
        noted = AuditEntry.objects.filter(action="calendar.changed").latest("pk").data
    both = [noted[side]["keeps_holidays"] for side in ("before", "after")]
    assert both == [True, False]
    same = change_calendar(admin, "hours", 3, CalendarDraft("全天", WEEK, keeps_holidays=False))
    with admin.scope():
        assert AuditEntry.objects.filter(action="calendar.changed").count() == 2
    assert same.version == 3
    with pytest.raises(CalendarInUse):
        delete_calendar(admin, "hours")
    change_line(admin, "12345", 2, LineChange("x", "article"))
    delete_calendar(admin, "hours")
    with pytest.raises(NotFound):
        calendar(admin, "hours")


def test_bad_hours_are_refused(admin: Actor) -> None:
    overlap: Spans = (("09:00", "12:00"), ("11:00", "13:00"))
    with pytest.raises(BadHours) as hours:
        make_calendar(admin, "bad", CalendarDraft("x", {"mon": overlap}))
    assert _fields(hours.value) == ["week.mon"]
    with pytest.raises(CodeTaken):
        make_calendar(admin, "hours", CalendarDraft("x"))


def test_another_centres_calendars_are_not_there(admin: Actor, other: Centre) -> None:
    with scope(other.pk):
        assert not Calendar.objects.exists()
        assert not CalendarDay.objects.exists()
        assert [row.number for row in Line.objects.all()] == ["12346"]


def test_the_calendars_are_in_the_plans(admin: Actor) -> None:
    plans = load_plans()
    assert [(each.centre, each.calendar.code) for each in plans.calendars] == [
        (admin.centre, "hours")
    ]
    assert plans.calendars[0].calendar.week["mon"] == NINE_TO_FIVE


def test_reading_lines_takes_the_same_queries_for_many(
    admin: Actor, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for number in range(12400, 12420):
        open_line(admin, str(number), "x", "night")
    with django_assert_max_num_queries(16):  # type: ignore[attr-defined] # pytest-django has no type of it
        assert len(lines(admin)) == 21
