"""The holidays of a year, as the State Council's notice gives them: one file for each year."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

from lianxin.calendars.errors import BadHolidayFile
from lianxin.rules.hours import Day, Weekday

FOLDER = Path(__file__).parent

#: The most days that one holiday, and one file, may have.
_HOLIDAY_DAYS = 31
_FILE_DAYS = 120
_FILE_BYTES = 65_536


@dataclass(frozen=True)
class Year:
    year: int
    source: str
    days: tuple[Day, ...]


def shipped_years() -> list[int]:
    """The years that are shipped, in order."""
    return sorted(int(path.stem) for path in FOLDER.glob("[0-9][0-9][0-9][0-9].toml"))


def shipped(year: int) -> Year | None:
    """The holidays of ``year``, None when they were not known when this was released."""
    file = FOLDER / f"{year}.toml"
    return read(file.read_text("utf-8")) if file.is_file() else None


def read(text: str) -> Year:
    """Read a file of holidays. Raises ``BadHolidayFile`` with the place of the first fault."""
    if len(text.encode()) > _FILE_BYTES:
        raise BadHolidayFile(fault="> 64 kB")
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadHolidayFile(fault=str(error)[:200]) from error
    year = data.get("year")
    if type(year) is not int or not 2000 <= year <= 2100:
        raise BadHolidayFile(fault="year")
    days = tuple(_holidays(data)) + tuple(_make_ups(data))
    _check(days, year)
    return Year(year, str(data.get("source", ""))[:200], days)


def _check(days: tuple[Day, ...], year: int) -> None:
    """The days are the year's own, or of the December before where New Year's holiday begins there
    (2018-12-30 to 2019-01-01): then its make-up days may be there too."""
    december = {day.date for day in days if (day.date.year, day.date.month) == (year - 1, 12)}
    eve, new_year = date(year - 1, 12, 31), date(year, 1, 1)
    holidays = {day.date for day in days if day.kind == "holiday"}
    early = december if {eve, new_year} <= holidays else set()
    if not days or len(days) > _FILE_DAYS:
        raise BadHolidayFile(fault=f"holiday: {len(days)}")
    seen: set[date] = set()
    for day in days:
        if (day.date.year != year and day.date not in early) or day.date in seen:
            raise BadHolidayFile(fault=str(day.date))
        seen.add(day.date)


def _holidays(data: dict[str, Any]) -> list[Day]:
    days: list[Day] = []
    for number, each in enumerate(_tables(data, "holiday")):
        place = f"holiday[{number}]"
        first, last = _date(each, "from", place), _date(each, "to", place)
        if not 0 <= (last - first).days < _HOLIDAY_DAYS:
            raise BadHolidayFile(fault=f"{place}.to")
        name = _name(each, place)
        dates = (first + timedelta(days=n) for n in range((last - first).days + 1))
        days += [Day(at, "holiday", name) for at in dates]
    return days


def _make_ups(data: dict[str, Any]) -> list[Day]:
    days: list[Day] = []
    for number, each in enumerate(_tables(data, "make_up")):
        place = f"make_up[{number}]"
        run_as = each.get("run_as")
        if run_as not in get_args(Weekday):
            raise BadHolidayFile(fault=f"{place}.run_as")
        at = _date(each, "date", place)
        days.append(Day(at, "make_up", _name(each, place), run_as=run_as))
    return days


def _tables(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    tables = data.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise BadHolidayFile(fault=name)
    return tables


def _date(table: dict[str, Any], key: str, place: str) -> date:
    value = table.get(key)
    if type(value) is not date:  # a datetime is a date as well, and is refused
        raise BadHolidayFile(fault=f"{place}.{key}")
    return value


def _name(table: dict[str, Any], place: str) -> str:
    name = table.get("name")
    if not isinstance(name, str) or not 1 <= len(name.strip()) <= 64:
        raise BadHolidayFile(fault=f"{place}.name")
    return name.strip()
