"""A tree from a file, whole or not at all: CSV with a head line, or a list in JSON.

Columns: code, parent, order, title_zh, title_en, title_yue, body_zh, body_en, body_yue,
title_prompt, body_prompt, state, effective_from, effective_to. Entries that are there
already are changed; others stay as they are. A parent may stand anywhere in the file.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lianxin.centres import audit
from lianxin.centres.access import Actor
from lianxin.centres.errors import Problem
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.knowledge import actions, queries
from lianxin.knowledge.access import check_writes
from lianxin.knowledge.actions import EntryDraft
from lianxin.knowledge.errors import ImportRefused
from lianxin.knowledge.models import EntryState, KnowledgeEntry

LANGUAGES = ("zh", "en", "yue")
COLUMNS = (
    "code",
    "parent",
    "order",
    *(f"title_{language}" for language in LANGUAGES),
    *(f"body_{language}" for language in LANGUAGES),
    "title_prompt",
    "body_prompt",
    "state",
    "effective_from",
    "effective_to",
)
MOST_ROWS = 2000
MOST_FAULTS = 100
MOST_TITLE, MOST_BODY = 120, 8000
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CODE = re.compile(r"[a-z][a-z0-9_-]{0,63}")
_PROMPT = re.compile(r"(?:[a-z][a-z0-9_]{0,63})?")


@dataclass(frozen=True)
class Fault:
    """``row`` counts from 1, without the head line; 0 is the file itself."""

    row: int
    field: str
    fault: str  # missing, bad, twice, too_long, unknown_parent, loop, too_deep…
    value: str = ""


@dataclass(frozen=True)
class Imported:
    made: int
    changed: int


def import_tree(who: Actor, text: str) -> Imported:
    """Read ``text`` and write all of it. Raises ``ImportRefused`` with every fault found."""
    check_writes(who)
    rows, faults = _rows(text)
    drafts = [_Row(number, row, faults).draft() for number, row in enumerate(rows, 1)]
    _check_twice(drafts, faults)
    _refuse(faults)
    with who.scope():
        advisory_lock(Turn.KNOWLEDGE, str(who.centre))
        known = {row.code: row for row in KnowledgeEntry.objects.all()}
        _check_places(drafts, known, faults)
        _refuse(faults)
        result = _write(who, drafts, known, faults)
        _refuse(faults)  # rolls back what was written
        counts = {"made": result.made, "changed": result.changed}
        audit.note(who, "knowledge.imported", "centre", who.centre, **counts)
        return result


def _rows(text: str) -> tuple[list[Mapping[str, Any]], list[Fault]]:
    stripped = text.lstrip("\ufeff \r\n\t")
    read = _json_rows if stripped.startswith(("[", "{")) else _csv_rows
    rows, faults = read(stripped)
    if not rows and not faults:
        faults = [Fault(0, "", "empty")]
    if len(rows) > MOST_ROWS:
        return [], [Fault(0, "", "too_many", str(len(rows)))]
    return rows, faults


def _json_rows(text: str) -> tuple[list[Mapping[str, Any]], list[Fault]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return [], [Fault(0, "", "not_json")]
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        return [], [Fault(0, "", "not_a_list")]
    return found, _unknown(sorted({str(key) for row in found for key in row}))


def _csv_rows(text: str) -> tuple[list[Mapping[str, Any]], list[Fault]]:
    try:
        reader = csv.DictReader(io.StringIO(text), strict=True)
        faults = _unknown(reader.fieldnames or ())
        rows: list[Mapping[str, Any]] = [row for row in reader if any(row.values())]
    except csv.Error:
        return [], [Fault(0, "", "not_csv")]
    return rows, faults


def _unknown(names: Iterable[str]) -> list[Fault]:
    return [Fault(0, name, "unknown_column") for name in names if name not in COLUMNS]


class _Row:
    """Reads one row of the file; what is wrong with it becomes ``faults``."""

    def __init__(self, number: int, row: Mapping[str, Any], faults: list[Fault]) -> None:
        self._number = number
        self._row = row
        self._faults = faults

    def draft(self) -> EntryDraft:
        titles = {each: self._text(f"title_{each}", MOST_TITLE) for each in LANGUAGES}
        if not titles["zh"]:
            self._fault("title_zh", "missing")
        return EntryDraft(
            code=self._code(),
            parent=self._text("parent", 64) or None,
            order=self._order(),
            titles=titles,
            bodies={each: self._text(f"body_{each}", MOST_BODY) for each in LANGUAGES},
            state=self._state(),
            title_prompt=self._prompt("title_prompt"),
            body_prompt=self._prompt("body_prompt"),
            effective_from=self._day("effective_from"),
            effective_to=self._day("effective_to"),
        )

    def _fault(self, name: str, what: str) -> None:
        value = str(self._row.get(name) or "")[:80]
        self._faults.append(Fault(self._number, name, what, value))

    def _text(self, name: str, most: int) -> str:
        value = self._row.get(name)
        found = "" if value is None else _CONTROLS.sub("", str(value).replace("\r\n", "\n")).strip()
        if len(found) > most:
            self._fault(name, "too_long")
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

    def _order(self) -> int:
        order = self._text("order", 6) or "0"
        if order.isascii() and order.isdigit() and len(order) < 7:
            return int(order)
        self._fault("order", "bad")
        return 0

    def _state(self) -> EntryState:
        state = self._text("state", 16) or "draft"
        if state not in ("draft", "published"):
            self._fault("state", "bad")
        return "published" if state == "published" else "draft"

    def _day(self, name: str) -> date | None:
        text = self._text(name, 10)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self._fault(name, "bad")
            return None


def _check_twice(drafts: list[EntryDraft], faults: list[Fault]) -> None:
    seen: set[str] = set()
    for number, draft in enumerate(drafts, 1):
        if draft.code in seen:
            faults.append(Fault(number, "code", "twice", draft.code))
        seen.add(draft.code)


def _check_places(
    drafts: list[EntryDraft], known: Mapping[str, KnowledgeEntry], faults: list[Fault]
) -> None:
    """Parents must be there, and no entry may stand below itself, before anything is written."""
    codes = {row.pk: row.code for row in known.values()}
    parents = {code: codes.get(row.parent_id or 0) for code, row in known.items()}
    parents |= {draft.code: draft.parent for draft in drafts}
    for number, draft in enumerate(drafts, 1):
        if draft.parent is not None and draft.parent not in parents:
            faults.append(Fault(number, "parent", "unknown_parent", draft.parent))
            continue
        depth, above = 1, draft.parent
        while above is not None and depth <= len(parents):
            depth, above = depth + 1, parents.get(above)
        if above is not None:
            faults.append(Fault(number, "parent", "loop", draft.parent or ""))
        elif depth > queries.MOST_LEVELS:
            faults.append(Fault(number, "parent", "too_deep", draft.parent or ""))


def _write(
    who: Actor, drafts: list[EntryDraft], known: Mapping[str, KnowledgeEntry], faults: list[Fault]
) -> Imported:
    """Parents first; what only a write can find becomes a fault of its row."""
    numbers = {draft.code: number for number, draft in enumerate(drafts, 1)}
    for draft in _parents_first(drafts):
        row = known.get(draft.code) or KnowledgeEntry(centre_id=who.centre, version=0)
        try:
            actions.put(who, row, draft)
        except Problem as problem:
            word = problem.code.removeprefix("knowledge.")
            faults.append(Fault(numbers[draft.code], "", word))
    if KnowledgeEntry.objects.count() > queries.MOST_ENTRIES:
        faults.append(Fault(0, "", "full"))
    changed = sum(draft.code in known for draft in drafts)
    return Imported(len(drafts) - changed, changed)


def _parents_first(drafts: list[EntryDraft]) -> list[EntryDraft]:
    left, done, ordered = {s.code: s for s in drafts}, set[str](), list[EntryDraft]()
    while left:
        ready = [s for s in left.values() if s.parent is None or s.parent not in left]
        ordered += ready
        done |= {s.code for s in ready}
        left = {code: s for code, s in left.items() if code not in done}
    return ordered


def _refuse(faults: list[Fault]) -> None:
    if faults:
        first = [vars(fault) for fault in faults[:MOST_FAULTS]]
        raise ImportRefused(count=len(faults), faults=first)
