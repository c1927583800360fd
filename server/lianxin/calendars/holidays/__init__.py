"""The holidays of a year, as the State Council's notice gives them: one file for each year."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

from lianxin.calendars.errors import BadHolidayFile, FileFault
from lianxin.rules.hours import Day, Weekday
from lianxin.rules.visible import is_visible

FOLDER = Path(__file__).parent

#: The most days that one holiday, and one file, may have.
_HOLIDAY_DAYS = 31
_FILE_DAYS = 120
_FILE_BYTES = 65_536
_MOST_NAME, _MOST_SOURCE = 64, 200

#: The keys of the file, and of each of its tables.
_KEYS = ("year", "source", "holiday", "make_up")
_TABLES = {"holiday": ("name", "from", "to"), "make_up": ("name", "date", "run_as")}


@dataclass(frozen=True)
class Year:
    year: int
    source: str
    days: tuple[Day, ...]


@dataclass(frozen=True)
class _Table:
    """One ``[[holiday]]`` or ``[[make_up]]``. ``line``: where it begins, None when not known."""

    place: str
    line: int | None
    values: dict[str, Any]

    def bad(self, key: str, reason: FileFault, value: object = "") -> BadHolidayFile:
        return _bad(f"{self.place}.{key}", reason, value, self.line)


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
        raise _bad("> 64 kB", "too_large")
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(r"at line ([0-9]+)", str(error))
        line = int(at[1]) if at else len(text.splitlines()) or None  # "at end of document"
        raise _bad(str(error)[:200], "syntax", line=line) from error
    for key in data:
        if key not in _KEYS:
            raise _bad(key, "unknown_key", key)
    year = data.get("year")
    if type(year) is not int or not 2000 <= year <= 2100:
        raise _bad("year", "year", _shown(year))
    source = data.get("source", "")
    if not isinstance(source, str) or len(source) > _MOST_SOURCE:
        raise _bad("source", "text", _MOST_SOURCE)
    found = [*_holidays(_tables(text, data, "holiday")), *_make_ups(_tables(text, data, "make_up"))]
    _check(found, year)
    return Year(year, source, tuple(day for _, day in found))


def _bad(
    place: str, reason: FileFault, value: object = "", line: int | None = None
) -> BadHolidayFile:
    return BadHolidayFile(fault=place, reason=reason, value=str(value), line=line)


def _shown(value: object) -> str:
    """A value of the file as its fault tells it."""
    return "" if value is None else str(value)[:40]


def _check(found: list[tuple[_Table, Day]], year: int) -> None:
    """The days are the year's own, or of the December before where New Year's holiday begins there
    (2018-12-30 to 2019-01-01): then its make-up days may be there too."""
    days = [day for _, day in found]
    december = {day.date for day in days if (day.date.year, day.date.month) == (year - 1, 12)}
    eve, new_year = date(year - 1, 12, 31), date(year, 1, 1)
    holidays = {day.date for day in days if day.kind == "holiday"}
    early = december if {eve, new_year} <= holidays else set()
    if not days or len(days) > _FILE_DAYS:
        raise _bad(f"holiday: {len(days)}", "count", len(days))
    seen: set[date] = set()
    for table, day in found:
        if day.date.year != year and day.date not in early:
            raise _bad(f"{table.place} {day.date}", "other_year", day.date, table.line)
        if day.date in seen:
            raise _bad(f"{table.place} {day.date}", "twice", day.date, table.line)
        seen.add(day.date)


def _holidays(tables: list[_Table]) -> list[tuple[_Table, Day]]:
    found: list[tuple[_Table, Day]] = []
    for table in tables:
        first, last = _date(table, "from"), _date(table, "to")
        if not 0 <= (last - first).days < _HOLIDAY_DAYS:
            raise table.bad("to", "span", f"{first} … {last}")
        name = _name(table)
        dates = (first + timedelta(days=n) for n in range((last - first).days + 1))
        found += [(table, Day(at, "holiday", name)) for at in dates]
    return found


def _make_ups(tables: list[_Table]) -> list[tuple[_Table, Day]]:
    found: list[tuple[_Table, Day]] = []
    for table in tables:
        run_as = table.values.get("run_as")
        if run_as not in get_args(Weekday):
            raise table.bad("run_as", "weekday", _shown(run_as))
        at = _date(table, "date")
        found.append((table, Day(at, "make_up", _name(table), run_as=run_as)))
    return found


def _tables(text: str, data: dict[str, Any], name: str) -> list[_Table]:
    given = data.get(name, [])
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise _bad(name, "tables", name)
    heads = re.compile(rf"\s*\[\[\s*{name}\s*\]\]")
    lines = [n for n, line in enumerate(text.splitlines(), 1) if heads.match(line)]
    # Written otherwise ([{…}, {…}]) nothing says in which line one stands.
    known: list[int | None] = [*lines] if len(lines) == len(given) else [None] * len(given)
    tables = [
        _Table(f"{name}[{number}]", line, each)
        for number, (line, each) in enumerate(zip(known, given, strict=True))
    ]
    for table in tables:
        for key in table.values:
            if key not in _TABLES[name]:
                raise table.bad(key, "unknown_key", key)
    return tables


def _date(table: _Table, key: str) -> date:
    value = table.values.get(key)
    if value is None:
        raise table.bad(key, "missing", key)
    if type(value) is not date:  # a datetime is a date as well, and is refused
        raise table.bad(key, "date", _shown(value))
    return value


def _name(table: _Table) -> str:
    name = table.values.get("name")
    if name is None:
        raise table.bad("name", "missing", "name")
    if not isinstance(name, str) or not is_visible(name) or len(name.strip()) > _MOST_NAME:
        raise table.bad("name", "text", _MOST_NAME)
    return name.strip()
