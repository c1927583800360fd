"""Reads of lines, and the question that they exist for: who answers?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from lianxin.calendars.queries import READERS, calendars_of
from lianxin.centres.access import OPERATOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre
from lianxin.centres.queries import all_centres
from lianxin.flows.models import FlowVersion
from lianxin.flows.queries import published
from lianxin.flows.uses import references_of
from lianxin.lines.loading import plan_of
from lianxin.lines.models import Line
from lianxin.queues.queries import queues
from lianxin.rules import hours
from lianxin.rules.hours import Finding
from lianxin.rules.line_plan import AnsweringFlow, CentreFacts, LineFacts, Plan, answer, lint


@dataclass(frozen=True)
class LineNow:
    """A line, what answers a call to it at one moment, and until when that holds."""

    line: Line
    answer: AnsweringFlow
    version: FlowVersion | None  # None: the flow was never published
    queues: tuple[str, ...]  # the names of the queues that the flow leads to
    until: datetime | None
    at: datetime


@dataclass(frozen=True)
class Found:
    """The centre that serves a number, and what answers it there."""

    centre: Centre
    now: LineNow


def first_line(centre_id: int) -> Line | None:
    """The line that the web page of a centre calls."""
    with scope(centre_id):
        return Line.objects.order_by("pk").first()


def numbers_by_flow(who: Actor) -> dict[int, list[str]]:
    """The numbers that each flow answers, by day, by night or in an emergency."""
    numbers: dict[int, set[str]] = defaultdict(set)
    flows = ("flow_id", "night_flow_id", "emergency_flow_id")
    with who.scope():
        for number, *named in Line.objects.values_list("number", *flows):
            for flow in named:
                numbers[flow].add(number)
    return {flow: sorted(answered) for flow, answered in numbers.items()}


def lines(who: Actor, at: datetime | None = None) -> list[LineNow]:
    """The lines of the centre and what answers them at ``at``, by default now. A centre has
    as many as its quota allows. Needs a reader."""
    who.need(*READERS)
    return _lines(Centre.objects.get(pk=who.centre), at or timezone.now())


def _lines(centre: Centre, now: datetime, **wanted: str) -> list[LineNow]:
    with scope(centre.pk):
        calendars = calendars_of(centre)
        versions = published(now)
        names = {queue.code: queue.name for queue in queues()}
        rows = list(_rows().filter(**wanted))
        return [_now(row, plan_of(row, calendars), versions, names, now) for row in rows]


def line(who: Actor, number: str, at: datetime | None = None) -> LineNow:
    """One of them. Raises ``NotFound``."""
    found = next((each for each in lines(who, at) if each.line.number == number), None)
    if found is None:
        raise NotFound
    return found


def who_answers(who: Actor, number: str, at: datetime | None = None) -> Found | None:
    """Who answers ``number`` at a moment; None when nobody does, or it is another centre's.

    The platform's operator may ask about every number. Needs a reader or operator.
    """
    who.need(*READERS, OPERATOR)
    centres = all_centres()
    if not who.has(OPERATOR):
        centres = [centre for centre in centres if centre.pk == who.centre]
    for centre in centres:
        for found in _lines(centre, at or timezone.now(), number=number):
            return Found(centre, found)
    return None


def findings(who: Actor) -> list[Finding]:
    """What is wrong, or will be, with the centre's lines and calendars. Needs a reader."""
    who.need(*READERS)
    with who.scope():
        calendars = calendars_of(Centre.objects.get(pk=who.centre))
        versions = published()
        rows = list(_rows())
        plans = [LineFacts(row.number, plan_of(row, calendars, versions)) for row in rows]
        spoken = {
            code for version in versions.values() for code in references_of(version).calendars
        }
        facts = CentreFacts(
            published=frozenset(version.flow.code for version in versions.values()),
            calendars=tuple(calendars.values()),
            ranges=settings.ENV.trunk_numbers,
            zone=who.zone,
            used=frozenset(spoken),
        )
    return lint(plans, facts, timezone.now())


def numbers_by_calendar(who: Actor) -> dict[int, list[str]]:
    """The numbers of the lines that go by each calendar, by its id. Needs a reader."""
    who.need(*READERS)
    numbers: dict[int, list[str]] = defaultdict(list)
    with who.scope():
        rows = Line.objects.exclude(calendar=None).order_by("number")
        for calendar, number in rows.values_list("calendar_id", "number"):
            numbers[calendar].append(number)
    return numbers


def _rows() -> Any:
    known = Line.objects.select_related("flow", "night_flow", "emergency_flow", "calendar")
    return known.order_by("number")


def _now(
    row: Line,
    plan: Plan,
    versions: dict[int, FlowVersion],
    names: dict[str, str],
    now: datetime,
) -> LineNow:
    said = answer(plan, now)
    by_code = {version.flow.code: version for version in versions.values()}
    version = by_code.get(said.flow_code) or by_code.get(plan.day_flow)
    led = references_of(version).queues if version else ()
    until = None
    if plan.mode == "auto" and plan.calendar is not None:
        until = hours.next_change(plan.calendar, now)
    return LineNow(row, said, version, tuple(names.get(code, code) for code in led), until, now)
