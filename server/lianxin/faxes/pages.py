"""A document on the pages of a fax: text is broken into lines, lines into pages. Pure.

A fax is drawn on a grid of cells: a Chinese character fills two, a Latin letter one, so that
nothing here needs a font. Lines are broken as Chinese is set (GB/T 15834): none begins with a
closing mark, none ends with an opening one, words and numbers stay whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

#: Cells of a line of text, and of a title, which is drawn in letters of twice the size.
COLUMNS, TITLE_COLUMNS = 96, 48
#: Lines of text on a page; a line of the title takes the room of two.
LINES = 40
#: A fax of more pages is refused: it would hold a telephone line for ten minutes.
MOST_PAGES = 8
MOST_TITLE_LINES = 3

_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕〗”’％‰…—～·,.;:?!)]}%°℃")
_NOT_LAST = frozenset("（《〈「『【〔〖“‘([{￥$№#")
_WORD = re.compile(r"[0-9A-Za-z_@/+\-.,:'&=%?#~]*[0-9A-Za-z_/]|\s+|.", re.DOTALL)
_WIDE = ("W", "F", "A")
#: What a font may lack although it has the parts.
_IN_PARTS = {"℃": "°C", "℉": "°F"}
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me")


class TooLong(ValueError):
    """The document takes more pages than ``MOST_PAGES``."""


@dataclass(frozen=True)
class Document:
    """What is to be laid out. ``day`` is written as people read it."""

    centre: str
    title: str
    body: str
    day: str
    hotline: str
    language: str = "zh"


@dataclass(frozen=True)
class Page:
    """One page. ``title`` is empty but on the first."""

    left: str  # of the heading
    right: str
    title: tuple[str, ...]
    body: tuple[str, ...]
    footer: str


def laid_out(document: Document) -> tuple[Page, ...]:
    """The pages of a document. Raises ``TooLong``."""
    title = tuple(broken(_clean(document.title).strip(), TITLE_COLUMNS))[:MOST_TITLE_LINES]
    first = LINES - 2 * len(title) - 1
    lines: list[str] = []
    for line in _lines(document.body, document.language):
        lines.append(line)
        if len(lines) > first + (MOST_PAGES - 1) * LINES:
            raise TooLong
    parts = [lines[:first], *(lines[at : at + LINES] for at in range(first, len(lines), LINES))]
    return tuple(
        Page(
            left=_cut(document.centre, COLUMNS // 2),
            right=_right(document, number, len(parts)),
            title=title if number == 1 else (),
            body=tuple(part),
            footer=_footer(document),
        )
        for number, part in enumerate(parts, 1)
    )


def cells(text: str) -> int:
    """How many cells ``text`` takes."""
    return sum(_cells(character) for character in text)


def broken(text: str, columns: int) -> Iterator[str]:
    """The lines of one paragraph, none wider than ``columns``."""
    line, used = "", 0
    for unit in _units(text):
        width = cells(unit)
        if used and used + width > columns:
            yield line.rstrip()
            line, used = "", 0
        if unit.isspace() and not used and line == "":
            continue
        while width > columns:  # longer than a line: there is no good place
            head = _cut(unit, columns)
            yield head
            unit = unit[len(head) :]
            width = cells(unit)
        line, used = line + unit, used + width
    if line.strip():
        yield line.rstrip()


def _lines(body: str, language: str) -> Iterator[str]:
    """The lines of all paragraphs; a Chinese one begins two characters in."""
    for paragraph in body.splitlines():
        text = _clean(paragraph).strip()
        if not text:
            continue
        if language == "en":
            yield from broken(text, COLUMNS)
            continue
        # The indent is set as two characters that no line is broken at, and taken out again.
        for line in broken("口口" + text, COLUMNS):
            yield "\u3000\u3000" + line[2:] if line.startswith("口口") else line


def _units(text: str) -> Iterator[str]:
    """What may stand alone on a line: a word or a character with the marks that hold to it."""
    unit = ""
    for found in _WORD.finditer(text):
        part = found[0]
        space = part.isspace()
        if unit and (space or unit.isspace() or _may_break(unit[-1], part[0])):
            yield unit
            unit = ""
        unit += " " if space and part != "\u3000" * len(part) else part
    if unit:
        yield unit


def _may_break(before: str, after: str) -> bool:
    return after not in _NOT_FIRST and before not in _NOT_LAST


def _clean(text: str) -> str:
    """Without what has no shape on paper."""
    return "".join(
        " " if character == "\t" else _IN_PARTS.get(character, character)
        for character in unicodedata.normalize("NFC", text)
        if character == "\t" or unicodedata.category(character) not in _UNSEEN
    )


def _cells(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def _cut(text: str, columns: int) -> str:
    """As much of the beginning as goes into ``columns``."""
    used = 0
    for at, character in enumerate(text):
        used += _cells(character)
        if used > columns:
            return text[:at]
    return text


def _right(document: Document, number: int, pages: int) -> str:
    if document.language == "en":
        return f"{document.day}  page {number}/{pages}"
    return f"{document.day}　第 {number}/{pages} 页"


def _footer(document: Document) -> str:
    if document.language == "en":
        return _cut(f"Sent at a caller's wish. Questions: dial {document.hotline}.", COLUMNS)
    return _cut(f"本传真应来电人要求发送。如有疑问，请拨打热线 {document.hotline}。", COLUMNS)
