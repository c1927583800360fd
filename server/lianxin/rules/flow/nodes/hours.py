"""hours: open or closed, by the clock of the centre's own time zone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from lianxin.rules.flow.fields import Clock, NodeId
from lianxin.rules.flow.node import Leave, Node, Step, register
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
    """A weekly plan. A span holds its first minute and not its last: 08:30 is open, 12:00
    is closed. A day that is not named is closed; a night shift is two spans."""

    week: dict[Weekday, tuple[tuple[Clock, Clock], ...]]
    open: NodeId
    closed: NodeId
    zone: str = "Asia/Shanghai"
    type: Literal["hours"] = "hours"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        try:
            ZoneInfo(self.zone)
        except (OSError, ValueError, LookupError):
            yield "hours.zone", "zone", f"is {self.zone!r}, which is no time zone"
        for day, spans in self.week.items():
            for number, (opens, closes) in enumerate(spans):
                if opens >= closes:
                    text = f"must open before it closes, not {opens} to {closes}"
                    yield "hours.span", f"week.{day}.{number}", text

    def entered(self, session: Session, now: datetime) -> Step:
        there = now.astimezone(ZoneInfo(self.zone))
        clock = f"{there:%H:%M}"
        spans = self.week.get(WEEKDAYS[there.weekday()], ())
        if any(opens <= clock < closes for opens, closes in spans):
            return Leave("open", self.open)
        return Leave("closed", self.closed)
