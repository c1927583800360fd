"""Days and times as people and systems write them, and the clock of the place that was rung.

``2026-02-12T16:30:00Z`` is the 13th, half past midnight, in the city: another system's clock is
not the caller's. What may be two days (``02/03/2026``) is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from lianxin.rules.written import MAX_TEXT, folded

#: Where nothing is said.
HOME = "Asia/Shanghai"

_DAY = (
    r"(?P<year>[0-9]{4})(?:(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})"
    r"|\s*年\s*(?P<month2>[0-9]{1,2})\s*月\s*(?P<day2>[0-9]{1,2})\s*[日号]?"
    r"|(?P<month3>[0-9]{2})(?P<day3>[0-9]{2}))"
)
_WEEKDAY = r"(?:\s*[(]?(?:星期|周)[一二三四五六日天][)]?)?"
_HALF = r"(?:(?P<half>上午|下午|晚上|凌晨|清晨|早上|中午)\s*)?"
_CLOCK = (
    r"(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r"|\s*[时点](?P<word>整|半|(?P<minute2>[0-9]{1,2})分?(?:[0-9]{1,2}秒)?)?)"
    r"(?:\s*(?P<english>[ap]\.?m\.?))?"
)
_OFFSET = r"(?:\s*(?P<offset>Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?))?"
_MOMENT = re.compile(rf"{_DAY}{_WEEKDAY}(?:(?:T|\s*){_HALF}{_CLOCK}{_OFFSET})?", re.IGNORECASE)
_TIME = re.compile(
    rf"{_HALF}(?:{_CLOCK}|(?P<hour4>[0-9]{{2}})(?P<minute4>[0-9]{{2}}))", re.IGNORECASE
)

_MORNING, _EVENING = ("上午", "凌晨", "清晨", "早上", "a"), ("下午", "晚上", "p")


@dataclass(frozen=True, slots=True)
class Moment:
    """What a text says. ``clock``: hour 0 to 24 and minute. ``offset``: from UTC, when told."""

    day: date | None
    clock: tuple[int, int] | None
    offset: timedelta | None = None


def read(text: str) -> Moment | None:
    """Read a day, a time or both; ``None`` when it is neither, or no such day or hour exists."""
    if len(text) > MAX_TEXT:
        return None
    plain = folded(text)
    found = _MOMENT.fullmatch(plain)
    try:
        if found is not None:
            clock = _clock(found) if found["hour"] else None
            return Moment(_day(found), clock, _offset(found["offset"]))
        found = _TIME.fullmatch(plain)
        return Moment(None, _clock(found)) if found is not None else None
    except ValueError:
        return None


def zone_in(variables: Mapping[str, object]) -> ZoneInfo:
    """Give the time zone of the line, from the variable ``zone``; what is none is passed over."""
    try:
        return ZoneInfo(str(variables.get("zone") or HOME))
    except (OSError, ValueError, LookupError):
        return ZoneInfo(HOME)


def local(text: str, zone: ZoneInfo) -> str:
    """A moment of another clock as that of ``zone``, ISO; any other text as it is."""
    found = read(text)
    if found is None or found.day is None or found.clock is None or found.offset is None:
        return text
    hour, minute = found.clock
    try:
        there = datetime.combine(found.day, time(), timezone(found.offset))
        there += timedelta(hours=hour, minutes=minute)
        here = there.astimezone(zone)
    except (ValueError, OverflowError):  # the last hours that a calendar has
        return text
    return text if here.utcoffset() == found.offset else here.isoformat(timespec="minutes")


def _day(found: re.Match[str]) -> date:
    months = (found["month"], found["month2"], found["month3"])
    days = (found["day"], found["day2"], found["day3"])
    return date(int(found["year"]), int(next(filter(None, months))), int(next(filter(None, days))))


def _clock(found: re.Match[str]) -> tuple[int, int]:
    """Hour and minute by the clock of 24 hours. ValueError: there is none such."""
    parts = found.groupdict()
    if parts.get("hour4"):
        hour, minute = int(parts["hour4"]), int(parts["minute4"])
    else:
        minute = 30 if parts["word"] == "半" else int(parts["minute"] or parts["minute2"] or 0)
        hour = int(parts["hour"])
    hour = _of_24(hour, parts["half"] or (parts.get("english") or "")[:1].lower())
    if (hour, minute) != (24, 0):
        time(hour, minute)
    return hour, minute


def _of_24(hour: int, half: str) -> int:
    """The hour of the day; ``half``: how a clock of twelve hours calls this part of it."""
    if half in _MORNING:
        return 0 if hour == 12 else hour
    if half in _EVENING and hour < 12:
        return hour + 12
    if half == "晚上" and hour == 12:
        return 24
    return 13 if (half, hour) == ("中午", 1) else hour


def _offset(text: str | None) -> timedelta | None:
    if text is None:
        return None
    figures = re.sub("[^0-9]", "", text)
    there = timedelta(hours=int(figures[:2] or 0), minutes=int(figures[2:] or 0))
    return -there if text[0] == "-" else there
