"""A spreadsheet as text, CSV or what Excel calls "Unicode text": a head line, and rows. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lianxin.rules.visible import is_visible


class NotCsv(ValueError):
    """A quote is never closed, or stands where none can."""


@dataclass(frozen=True)
class TableRow:
    """``number``: as a spreadsheet shows it, the head line being 1. ``cells`` stand below the
    headings; where the row ended early there are fewer. ``beyond``: what stands below none."""

    number: int
    cells: tuple[str, ...]
    beyond: str


@dataclass(frozen=True)
class Table:
    """``head``: the headings, without blanks around them. A row in which nothing is to be seen is
    none."""

    head: tuple[str, ...]
    rows: tuple[TableRow, ...]


def read_table(text: str) -> Table:
    """Read a file's text. Columns without heading and content are none: Excel writes those that
    were once touched. Raises ``NotCsv``."""
    lines = text.removeprefix("\ufeff").splitlines()
    head = next(filter(is_visible, lines), "")
    # Excel writes tabs in its "Unicode text", and semicolons where the comma is a decimal one.
    between = next((each for each in "\t;" if each in head and "," not in head), ",")
    reader = csv.reader(
        io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True, delimiter=between
    )
    try:
        rows = [(number, row) for number, row in enumerate(reader, 1) if any(map(is_visible, row))]
    except csv.Error as error:
        raise NotCsv(str(error)) from error
    if not rows:
        return Table((), ())
    (_, headings), *below = rows
    named = {at: heading.strip() for at, heading in enumerate(headings) if is_visible(heading)}
    return Table(tuple(named.values()), tuple(_row(number, row, named) for number, row in below))


def _row(number: int, row: Sequence[str], named: Mapping[int, str]) -> TableRow:
    beyond = [cell for at, cell in enumerate(row) if at not in named and is_visible(cell)]
    return TableRow(number, tuple(row[at] for at in named if at < len(row)), ",".join(beyond))
