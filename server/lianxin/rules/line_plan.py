"""A line's plan: which flow answers at which moment, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatchcase
from typing import Literal
from zoneinfo import ZoneInfo

from lianxin.rules import hours
from lianxin.rules.hours import Calendar, Finding

#: ``auto`` follows the calendar; the others hold until somebody changes them.
Mode = Literal["auto", "day", "night", "emergency"]
DayPart = Literal["day", "night", "emergency"]
Reason = Literal["emergency", "mode", "calendar", "always"]


@dataclass(frozen=True)
class Plan:
    """``night_flow`` and ``emergency_flow`` may be "": then the day's flow answers."""

    day_flow: str
    night_flow: str = ""
    emergency_flow: str = ""
    mode: Mode = "auto"
    calendar: Calendar | None = None
    #: 夜铃: the telephones that ring at night before the flow goes on, and for how long.
    night_bell: tuple[str, ...] = ()
    night_bell_seconds: int = 20
    #: The night's flow rings them; without numbers that node would ring nobody.
    night_service: bool = False


@dataclass(frozen=True)
class AnsweringFlow:
    """Who answers: the flow, the part of the day, and what decided it."""

    flow_code: str
    part: DayPart
    reason: Reason
    why: hours.Why | None = None  # what the calendar says, when it was asked


def answer(plan: Plan, now: datetime) -> AnsweringFlow:
    """What answers a call that starts at ``now``, an aware time."""
    part, reason, why = _part(plan, now)
    flows: Mapping[DayPart, str] = {
        "day": plan.day_flow,
        "night": plan.night_flow,
        "emergency": plan.emergency_flow,
    }
    return AnsweringFlow(flows[part] or plan.day_flow, part, reason, why)


def _part(plan: Plan, now: datetime) -> tuple[DayPart, Reason, hours.Why | None]:
    if plan.mode == "emergency":
        return "emergency", "emergency", None
    if plan.mode != "auto":
        return plan.mode, "mode", None
    if plan.calendar is None:
        return "day", "always", None
    opened, why = hours.is_open(plan.calendar, now)
    return ("day" if opened else "night"), "calendar", why


@dataclass(frozen=True)
class LineFacts:
    number: str
    plan: Plan


@dataclass(frozen=True)
class CentreFacts:
    """What the lint of a centre's lines needs to know.

    ``ranges``: the numbers that the trunk brings, each may end in ``*``; empty: not known.
    """

    published: frozenset[str]
    calendars: Sequence[Calendar] = ()
    ranges: tuple[str, ...] = ()
    zone: str = "Asia/Shanghai"
    used: frozenset[str] = field(default_factory=frozenset)  # calendars that flows ask


def lint(lines: Sequence[LineFacts], facts: CentreFacts, now: datetime) -> list[Finding]:
    """What is wrong, or will be, with the lines and calendars of a centre: errors first."""
    found = [finding for line in lines for finding in _lint_line(line, facts)]
    today = now.astimezone(ZoneInfo(facts.zone)).date()
    for calendar in facts.calendars:
        found += hours.lint(calendar, today)
    asked = {line.plan.calendar.code for line in lines if line.plan.calendar} | facts.used
    for calendar in facts.calendars:
        if calendar.code not in asked:
            found.append(Finding("calendar.unused", "hint", calendar.code))
    if not lines:
        found.append(Finding("line.none", "warning", ""))
    order = ("error", "warning", "hint")
    return sorted(found, key=lambda each: order.index(each.severity))


def _lint_line(line: LineFacts, facts: CentreFacts) -> Iterator[Finding]:
    yield from _lint_flows(line, facts)
    yield from _lint_night(line)
    plan, place = line.plan, line.number
    if facts.ranges and not any(fnmatchcase(line.number, each) for each in facts.ranges):
        yield Finding("line.not_in_range", "warning", place, {"number": line.number})
    if plan.mode == "emergency":
        code = "line.emergency_on" if plan.emergency_flow else "line.emergency_as_day"
        yield Finding(code, "warning", place, {"number": line.number})
    elif plan.mode != "auto":
        data = {"number": line.number, "mode": plan.mode}
        yield Finding("line.mode_held", "warning", place, data)


def _lint_flows(line: LineFacts, facts: CentreFacts) -> Iterator[Finding]:
    plan = line.plan
    named = {"day": plan.day_flow, "night": plan.night_flow, "emergency": plan.emergency_flow}
    for part, flow in named.items():
        if flow and flow not in facts.published:
            data = {"number": line.number, "flow": flow, "part": part}
            severity: Literal["error", "warning"] = "error" if part == "day" else "warning"
            yield Finding("line.flow_unpublished", severity, line.number, data)


def _lint_night(line: LineFacts) -> Iterator[Finding]:
    plan, place, data = line.plan, line.number, {"number": line.number}
    has_night = plan.calendar is not None and not _never_closes(plan.calendar)
    if plan.night_service and not plan.night_bell:
        yield Finding("line.bell_without_numbers", "error", place, data)
    if has_night and not plan.night_flow:
        yield Finding("line.night_as_day", "warning", place, data)
    if plan.calendar is None and plan.night_flow and plan.mode == "auto":
        yield Finding("line.night_never", "warning", place, data)
    if plan.night_bell and not plan.night_service:
        yield Finding("line.bell_silent", "hint", place, data)


def _never_closes(calendar: Calendar) -> bool:
    whole = all(calendar.week.get(day) == hours.WHOLE_DAY for day in hours.WEEKDAYS)
    return whole and not calendar.days
