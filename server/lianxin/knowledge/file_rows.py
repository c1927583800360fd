"""The rows of a knowledge file as they are understood: CSV with a head line, or JSON. Pure.

Columns: code, parent, order, title_zh, title_en, title_yue, body_zh, body_en, body_yue,
title_prompt, body_prompt, state, effective_from, effective_to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lianxin.rules.spreadsheet import NotCsv, read_table

LANGUAGES = ("zh", "en", "yue")
TITLES = {language: f"title_{language}" for language in LANGUAGES}
BODIES = {language: f"body_{language}" for language in LANGUAGES}
PLAIN = ("parent", "order", "title_prompt", "body_prompt", "state")
DAYS = ("effective_from", "effective_to")
COLUMNS = ("code", "parent", "order", *TITLES.values(), *BODIES.values(), *PLAIN[2:], *DAYS)
MOST_ROWS = 2000
MOST_TITLE, MOST_BODY = 120, 8000
#: What a decoder puts where the bytes of a letter were none: the letter is lost.
LOST = "\ufffd"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CODE = re.compile(r"[a-z][a-z0-9_-]{0,63}")
_PROMPT = re.compile(r"(?:[a-z][a-z0-9_]{0,63})?")


@dataclass(frozen=True)
class Fault:
    """``row``: as a spreadsheet shows it, the head line being 1, in JSON its place in the
    list; 0 is the file itself."""

    row: int
    field: str
    fault: str  # missing, bad, twice, too_long, unknown_parent, loop, too_deep…
    value: str = ""


@dataclass(frozen=True)
class FileRow:
    """One row. ``values``: what stands in the columns that it has, and no others."""

    number: int
    code: str
    values: Mapping[str, Any]


#: Each with its number.
_Rows = list[tuple[int, Mapping[Any, Any]]]


def read(text: str) -> tuple[list[FileRow], list[Fault]]:
    """Read a file's text; what is wrong with it stands in the faults."""
    stripped = text.lstrip("\ufeff \r\n\t")
    found, faults = _json_rows(stripped) if stripped[:1] in ("[", "{") else _csv_rows(text)
    if not found and not faults:
        faults = [Fault(0, "", "empty")]
    if len(found) > MOST_ROWS:
        return [], [Fault(0, "", "too_many", str(len(found)))]
    rows = [_Reader(number, row, faults).row() for number, row in found]
    _check_twice(rows, faults)
    return rows, faults


def _json_rows(text: str) -> tuple[_Rows, list[Fault]]:
    try:
        # Numbers are taken as they are written; one with a power stays a number, and is refused.
        found = json.loads(text, parse_int=str, parse_float=_decimal)
    except (ValueError, RecursionError):
        return [], [Fault(0, "", "not_json")]
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        return [], [Fault(0, "", "not_a_list")]
    return list(enumerate(found, 1)), _unknown(sorted({str(key) for row in found for key in row}))


def _decimal(text: str) -> str | float:
    return text if re.fullmatch(r"-?[0-9]+\.[0-9]+", text) else float(text)


def _csv_rows(text: str) -> tuple[_Rows, list[Fault]]:
    try:
        table = read_table(text)
    except NotCsv:
        return [], [Fault(0, "", "not_csv")]
    names = table.head
    again = dict.fromkeys(name for name in names if names.count(name) > 1)
    faults = _unknown(names) + [Fault(0, name, "repeated_column") for name in again]
    faults += [
        Fault(row.number, "", "too_many_fields", row.beyond[:80])
        for row in table.rows
        if row.beyond
    ]
    # Which of the two is meant nobody knows: what the rows would do cannot be told, or counted.
    rows = () if again else table.rows
    return [(row.number, dict(zip(names, row.cells, strict=False))) for row in rows], faults


def _unknown(names: Iterable[str]) -> list[Fault]:
    return [Fault(0, name, "unknown_column") for name in names if name not in COLUMNS]


def _check_twice(rows: list[FileRow], faults: list[Fault]) -> None:
    seen: set[str] = set()
    for row in rows:
        if row.code in seen:
            faults.append(Fault(row.number, "code", "twice", row.code))
        seen.add(row.code)


class _Reader:
    """Reads one row of the file; what is wrong with it becomes ``faults``."""

    def __init__(self, number: int, row: Mapping[Any, Any], faults: list[Fault]) -> None:
        self._number = number
        self._row = row
        self._faults = faults

    def row(self) -> FileRow:
        self._leave_out_what_is_no_text()
        readers: dict[str, Callable[[str], Any]] = {
            "parent": lambda name: self._text(name, 64) or None,
            "order": self._order,
            "title_prompt": self._prompt,
            "body_prompt": self._prompt,
            "state": self._state,
            **dict.fromkeys(TITLES.values(), lambda name: self._text(name, MOST_TITLE)),
            **dict.fromkeys(BODIES.values(), lambda name: self._text(name, MOST_BODY)),
            **dict.fromkeys(DAYS, self._day),
        }
        values = {name: read(name) for name, read in readers.items() if self._has(name)}
        if values.get(TITLES["zh"]) == "":
            self._fault(TITLES["zh"], "missing")
        return FileRow(self._number, self._code(), values)

    def _has(self, name: str) -> bool:
        """A row that is shorter than the head line says nothing of the columns behind it.

        Neither does an empty cell of what cannot be empty: an entry has an order and a state.
        """
        if name in ("order", "state"):
            return self._row.get(name) is not None and self._text(name, 16) != ""
        return self._row.get(name) is not None

    def _leave_out_what_is_no_text(self) -> None:
        """What JSON has beside texts and numbers: a yes or no, lists, objects, a power of ten."""
        odd = {n: v for n, v in self._row.items() if n in COLUMNS and not isinstance(v, str | None)}
        for name, value in odd.items():
            shown = json.dumps(value, ensure_ascii=False)[:80]
            self._faults.append(Fault(self._number, name, "not_text", shown))
        self._row = {name: value for name, value in self._row.items() if name not in odd}

    def _fault(self, name: str, what: str) -> None:
        value = str(self._row.get(name) or "")[:80]
        self._faults.append(Fault(self._number, name, what, value))

    def _text(self, name: str, most: int) -> str:
        value = self._row.get(name)
        found = "" if value is None else _CONTROLS.sub("", str(value).replace("\r\n", "\n")).strip()
        if len(found) > most:
            self._fault(name, "too_long")
        if LOST in found:
            self._fault(name, "unreadable")
        return found

    def _code(self) -> str:
        code = self._text("code", 64)
        if not _CODE.fullmatch(code):
            self._fault("code", "bad" if code else "missing")
        return code

    def _prompt(self, name: str) -> str:
        prompt = self._text(name, 64)
        if not _PROMPT.fullmatch(prompt):
            self._fault(name, "bad")
        return prompt

    def _order(self, name: str) -> int:
        order = self._text(name, 6)
        if order.isascii() and order.isdigit() and len(order) < 7:
            return int(order)
        self._fault(name, "bad")
        return 0

    def _state(self, name: str) -> str:
        state = self._text(name, 16)
        if state not in ("draft", "published"):
            self._fault(name, "bad")
        return state

    def _day(self, name: str) -> date | None:
        text = self._text(name, 10)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self._fault(name, "bad")
            return None
