"""hours: open or closed, by a weekly plan of its own or by a calendar of the centre."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from lianxin.rules.flow.events import Event
from lianxin.rules.flow.fields import CalendarCode, Clock, NodeId
from lianxin.rules.flow.looking_up import lookup, result_of
from lianxin.rules.flow.node import Leave, Node, Stay, Step, register
from lianxin.rules.flow.session import Session

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@register(
    example={
        "type": "hours",
        "zone": "Asia/Shanghai",
        "week": {"mon": [["08:30", "12:00"], ["14:00", "18:00"]], "sat": [["09:00", "12:00"]]},
        "open": "welcome",
        "closed": "night",
    }
)
@dataclass(frozen=True, kw_only=True)
class Hours(Node):
    """A weekly plan, or with ``calendar`` that of the centre, holidays and special days included.

    A span holds its first minute and not its last: 08:30 is open, 12:00 is closed. A day that
    is not named is closed; a night shift is two spans. A calendar that cannot be looked at
    leads to ``unavailable``, or where nothing is said, as if closed.
    """

    open: NodeId
    closed: NodeId
    week: dict[Weekday, tuple[tuple[Clock, Clock], ...]] = field(default_factory=dict)
    calendar: CalendarCode | None = None
    unavailable: NodeId | None = None
    zone: str = "Asia/Shanghai"
    type: Literal["hours"] = "hours"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        try:
            ZoneInfo(self.zone)
        except (OSError, ValueError, LookupError):
            yield "hours.zone", "zone", f"is {self.zone!r}, which is no time zone"
        if self.week and self.calendar:
            yield "hours.both", "calendar", "stands beside a week of its own: one of them decides"
        for day, spans in self.week.items():
            for number, (opens, closes) in enumerate(spans):
                if opens >= closes:
                    text = f"must open before it closes, not {opens} to {closes}"
                    yield "hours.span", f"week.{day}.{number}", text

    def takes_zero(self, session: Session) -> bool:
        """Keys are passed on."""
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        if self.calendar:
            return Stay("asking", lookup("calendar", {"calendar": self.calendar}))
        there = now.astimezone(ZoneInfo(self.zone))
        clock = f"{there:%H:%M}"
        spans = self.week.get(WEEKDAYS[there.weekday()], ())
        if any(opens <= clock < closes for opens, closes in spans):
            return Leave("open", self.open)
        return Leave("closed", self.closed)

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        result = result_of(event)
        if result is None:
            return None
        if result.outcome == "open":
            return Leave("open", self.open)
        if result.outcome == "closed":
            return Leave("closed", self.closed)
        return Leave("unavailable", self.unavailable or self.closed)
