"""Writes of lines. Each is in force for every call that starts after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction

from lianxin.calendars.models import Calendar
from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.quotas import need_room
from lianxin.centres.versions import check_version
from lianxin.flows.models import Flow
from lianxin.lines.errors import (
    LineConflict,
    LineInEmergency,
    NumberTaken,
    UnknownCalendar,
    UnknownFlow,
)
from lianxin.lines.models import HeldMode, Line


@dataclass(frozen=True)
class LineChange:
    """A line's name and plan as they shall be. Flows and calendar by code, "" for none."""

    name: str
    flow: str
    night_flow: str = ""
    emergency_flow: str = ""
    calendar: str = ""
    mode: HeldMode = "auto"
    night_bell: tuple[str, ...] = field(default=())
    night_bell_seconds: int = 20


def open_line(who: Actor, number: str, name: str, flow_code: str) -> Line:
    """Let ``number`` be answered by a flow. Raises ``NumberTaken``, ``UnknownFlow``,
    ``QuotaFull``."""
    who.need(ADMINISTRATOR)
    with who.scope():
        need_room(who.centre, "lines", Line.objects.count)
        flow = _flows(flow=flow_code)[flow_code]
        try:
            with transaction.atomic():
                line = Line.objects.create(
                    centre_id=who.centre, number=number, name=name, flow=flow
                )
        except IntegrityError as error:
            raise NumberTaken(number=number) from error
        audit.note(who, "line.opened", "line", line.pk, number=number)
        return line


def change_line(who: Actor, number: str, version: int, change: LineChange) -> Line:
    """Change the plan of a line that was read at ``version``.

    Raises ``LineConflict``, ``NotFound``, ``UnknownFlow``, ``UnknownCalendar``.
    """
    who.need(ADMINISTRATOR)
    with who.scope():
        line = _locked(number)
        check_version(line, version, LineConflict)
        flows = _flows(
            flow=change.flow,
            night_flow=change.night_flow,
            emergency_flow=change.emergency_flow,
        )
        wanted: dict[str, Any] = {
            "name": change.name,
            "flow": flows[change.flow],
            "night_flow": flows.get(change.night_flow),
            "emergency_flow": flows.get(change.emergency_flow),
            "calendar": _calendar(change.calendar) if change.calendar else None,
            "mode": change.mode,
            "night_bell": list(dict.fromkeys(change.night_bell)),
            "night_bell_seconds": change.night_bell_seconds,
        }
        before = {name: getattr(line, name) for name in wanted}
        changed = [name for name, value in wanted.items() if before[name] != value]
        if changed:
            for name in changed:
                setattr(line, name, wanted[name])
            line.version, line.updated_by_id = line.version + 1, who.person
            line.save(update_fields=[*changed, "version", "updated_by", "updated_at"])
            details = {"before": _audited(before, changed), "after": _audited(wanted, changed)}
            audit.note(who, "line.changed", "line", line.pk, number=number, **details)
        return line


def set_emergency(who: Actor, number: str, *, on: bool) -> Line:
    """The emergency switch: on and off are the same act, and each undoes the other.

    Twice the same is once. Raises ``NotFound``.
    """
    who.need(ADMINISTRATOR)
    with who.scope():
        line = _locked(number)
        if line.emergency != on:
            line.emergency = on
            line.save(update_fields=["emergency"])
            action = "line.emergency_began" if on else "line.emergency_ended"
            audit.note(who, action, "line", line.pk, number=number)
        return line


def close_line(who: Actor, number: str) -> None:
    """Let a number be answered no more. Raises ``NotFound``, ``LineInEmergency``."""
    who.need(ADMINISTRATOR)
    with who.scope():
        line = _locked(number)
        if line.emergency:
            raise LineInEmergency
        audit.note(who, "line.closed", "line", line.pk, number=number, name=line.name)
        line.delete()


def _locked(number: str) -> Line:
    line = Line.objects.select_for_update().filter(number=number).first()
    if line is None:
        raise NotFound
    return line


def _flows(*, flow: str, **others: str) -> dict[str, Flow]:
    """The flows that may answer calls, by code; of ``others``, "" is none. Raises
    ``UnknownFlow`` about its field: also for a subflow, and for one that was put away.

    Locked, in order: nobody puts one away while a line is pointed at it.
    """
    wanted = {"flow": flow, **{field: code for field, code in others.items() if code}}
    rows = Flow.objects.select_for_update(no_key=True).filter(deleted_at=None, kind="flow")
    flows = {each.code: each for each in rows.filter(code__in=wanted.values()).order_by("pk")}
    for name, code in wanted.items():
        if code not in flows:
            raise UnknownFlow(flow=code).about(name)
    return flows


def _calendar(code: str) -> Calendar:
    calendar = Calendar.objects.filter(code=code).first()
    if calendar is None:
        raise UnknownCalendar(calendar=code)
    return calendar


def _audited(values: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    """What the audit trail keeps of a plan: codes, not rows."""
    return {
        name: values[name].code if isinstance(values[name], Flow | Calendar) else values[name]
        for name in names
    }
