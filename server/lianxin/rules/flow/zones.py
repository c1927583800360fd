"""The clock of the place that a caller has rung."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from lianxin.rules.flow.session import Session

#: Where nothing is said.
HOME = "Asia/Shanghai"


def zone_of(session: Session) -> ZoneInfo:
    """Give the time zone of the line, from the variable ``zone``; what is none is passed over."""
    try:
        return ZoneInfo(str(session.variables.get("zone") or HOME))
    except (OSError, ValueError, LookupError):
        return ZoneInfo(HOME)
