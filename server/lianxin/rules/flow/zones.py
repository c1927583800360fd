"""The clock of the place that a caller has rung."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from lianxin.rules.flow.session import Session
from lianxin.rules.moments import zone_in


def zone_of(session: Session) -> ZoneInfo:
    """Give the time zone of the line, from the variable ``zone``; what is none is passed over."""
    return zone_in(session.variables)
