"""The rows of a spreadsheet of people as they are understood: CSV with a head line. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lianxin.rules.powers import RIGHTS, ROLES
from lianxin.rules.spreadsheet import NotCsv, TableRow, read_table

#: What a column can be; "" is passed over.
Column = Literal["number", "name", "roles", "rights", "expires_on", ""]
COLUMNS: tuple[Column, ...] = get_args(Column)
#: Each new person gets a password of their own, which takes its time.
MOST_ROWS = 100
MOST_NAME = 64
#: What a decoder puts where the bytes of a letter were none: the letter is lost.
_LOST = "\ufffd"

#: How offices head their columns, in small letters without blanks.
_HEADINGS: Mapping[str, Column] = {
    "工号": "number", "编号": "number", "number": "number", "agentnumber": "number",
    "姓名": "name", "名字": "name", "name": "name",
    "角色": "roles", "岗位": "roles", "role": "roles", "roles": "roles",
    "权限": "rights", "right": "rights", "rights": "rights",
    "有效期": "expires_on", "有效期至": "expires_on", "到期日": "expires_on",
    "expires": "expires_on", "expires_on": "expires_on", "expiresafter": "expires_on",
}  # fmt: skip
#: How they call what people hold, beside the codes.
_WORDS: Mapping[str, str] = {
    "坐席": "agent", "座席": "agent", "话务员": "agent",
    "班长": "supervisor",
    "系统管理员": "administrator", "管理员": "administrator",
    "安全管理员": "security_administrator",
    "审计管理员": "audit_administrator",
    "流程编辑": "flow_editor",
    "知识编辑": "knowledge_editor",
    "平台运维": "operator",
    "市长信箱": "mailbox",
}  # fmt: skip
_NUMBER = re.compile(r"[0-9]{4,12}")
_BETWEEN = re.compile(r"[、,，;；/|\n]+")
_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufeff]")


@dataclass(frozen=True)
class Fault:
    """``row``: as a spreadsheet shows it, the head line being 1; 0 is the file itself."""

    row: int
    field: str
    fault: str  # missing, bad, twice, taken, unknown_role…
    value: str = ""


@dataclass(frozen=True)
class FileRow:
    """One person as the file says."""

    row: int
    number: str
    name: str
    roles: frozenset[str]
    rights: frozenset[str]
    expires_on: date | None


@dataclass(frozen=True)
class PeopleFile:
    """``columns``: what each heading, in its order, was taken for."""

    columns: tuple[tuple[str, Column], ...]
    rows: tuple[FileRow, ...]
    faults: tuple[Fault, ...]


def read(text: str, wanted: Mapping[str, Column] | None = None) -> PeopleFile:
    """Read a file's text. ``wanted``: what headings mean, where its reader knows better."""
    try:
        table = read_table(text)
    except NotCsv:
        return PeopleFile((), (), (Fault(0, "", "not_csv"),))
    if not table.head:
        return PeopleFile((), (), (Fault(0, "", "empty"),))
    headings = map(_plain, table.head)
    columns = tuple((heading, _column(heading, wanted or {})) for heading in headings)
    faults = _faults_of_head([column for _, column in columns])
    if not table.rows:
        faults.append(Fault(0, "", "empty"))
    if len(table.rows) > MOST_ROWS:
        faults.append(Fault(0, "", "too_many", str(len(table.rows))))
    if faults:
        return PeopleFile(columns, (), tuple(faults))
    named = [column for _, column in columns]
    rows = tuple(_Reader(row, named, faults).row() for row in table.rows)
    _check_twice(rows, faults)
    return PeopleFile(columns, rows, tuple(faults))


def _column(heading: str, wanted: Mapping[str, Column]) -> Column:
    return wanted.get(heading, _HEADINGS.get(re.sub(r"\s", "", heading.lower()), ""))


def _faults_of_head(columns: Sequence[Column]) -> list[Fault]:
    missing = [Fault(0, each, "no_column") for each in ("number", "name") if each not in columns]
    again = [
        Fault(0, each, "repeated_column") for each in COLUMNS if each and columns.count(each) > 1
    ]
    return [*missing, *again]


def _check_twice(rows: Sequence[FileRow], faults: list[Fault]) -> None:
    seen: set[str] = set()
    for row in rows:
        if row.number and row.number in seen:
            faults.append(Fault(row.row, "number", "twice", row.number))
        seen.add(row.number)


def _plain(text: str) -> str:
    return _CONTROLS.sub("", text).strip()


class _Reader:
    """Reads one row; what is wrong with it becomes ``faults``."""

    def __init__(self, row: TableRow, columns: Sequence[Column], faults: list[Fault]) -> None:
        self._row = row.number
        self._faults = faults
        self._cells = {each: _plain(cell) for each, cell in zip(columns, row.cells, strict=False)}
        if row.beyond:
            self._fault("", "too_many_fields", row.beyond)

    def row(self) -> FileRow:
        return FileRow(
            self._row,
            self._number(),
            self._name(),
            self._held("roles", ROLES, "unknown_role"),
            self._held("rights", RIGHTS, "unknown_right"),
            self._day(),
        )

    def _fault(self, field: str, what: str, value: str = "") -> None:
        self._faults.append(Fault(self._row, field, what, value[:80]))

    def _text(self, field: Column) -> str:
        text = self._cells.get(field, "")
        if _LOST in text:
            self._fault(field, "unreadable", text)
        return text

    def _number(self) -> str:
        number = self._text("number")
        if not _NUMBER.fullmatch(number):
            self._fault("number", "bad" if number else "missing", number)
        return number

    def _name(self) -> str:
        name = self._text("name")
        if not name:
            self._fault("name", "missing")
        if len(name) > MOST_NAME:
            self._fault("name", "too_long", name)
        return name

    def _held(self, field: Column, known: Sequence[str], what: str) -> frozenset[str]:
        words = [word.strip() for word in _BETWEEN.split(self._text(field)) if word.strip()]
        held = [_WORDS.get(word, word.lower().replace(" ", "_")) for word in words]
        for word, each in zip(words, held, strict=True):
            if each not in known:
                self._fault(field, what, word)
        return frozenset(held) & frozenset(known)

    def _day(self) -> date | None:
        text = self._text("expires_on")
        found = _DAY.fullmatch(text)
        try:
            if found:
                return date(*(int(part) for part in found.groups()))
        except ValueError:
            pass  # a day that no calendar has
        if text:
            self._fault("expires_on", "bad", text)
        return None
