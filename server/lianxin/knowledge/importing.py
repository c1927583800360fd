"""A tree from a file, whole or not at all, and what it would do before it is done.

Entries that are there already are changed in the columns that the file has; what it does not
have, and entries that it does not name, stay as they are. A parent may stand anywhere in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from lianxin.centres import audit
from lianxin.centres.access import Actor
from lianxin.centres.errors import Problem
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.knowledge import actions, file_rows, queries
from lianxin.knowledge.access import check_writes
from lianxin.knowledge.actions import EntryDraft
from lianxin.knowledge.errors import ImportRefused
from lianxin.knowledge.file_rows import BODIES, COLUMNS, DAYS, PLAIN, TITLES, Fault, FileRow
from lianxin.knowledge.models import KnowledgeEntry

MOST_FAULTS = 100
#: Rows that a preview shows; its counts are of all.
MOST_SHOWN = 50

Effect = Literal["new", "changed", "unchanged", "refused"]


@dataclass(frozen=True)
class Imported:
    made: int
    changed: int


@dataclass(frozen=True)
class PlannedRow:
    """A row as it was understood, and what it would do. ``fields``: the columns it changes."""

    number: int
    draft: EntryDraft
    effect: Effect
    fields: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What a file would do. ``faults``: all of them, those of its rows as well."""

    rows: tuple[PlannedRow, ...]
    faults: tuple[Fault, ...]

    def count(self, effect: Effect) -> int:
        return sum(row.effect == effect for row in self.rows)


def preview(who: Actor, text: str) -> Plan:
    """Read ``text`` and say what it would do. Writes nothing."""
    check_writes(who)
    with who.scope():
        return _plan(text, _known())


def import_tree(who: Actor, text: str) -> Imported:
    """Read ``text`` and write all of it. Raises ``ImportRefused`` with every fault found."""
    check_writes(who)
    with who.scope():
        advisory_lock(Turn.KNOWLEDGE, str(who.centre))
        known = _known()
        plan = _plan(text, known)
        _refuse(plan.faults)
        _refuse(_write(who, plan, known))  # rolls back what was written
        result = Imported(plan.count("new"), plan.count("changed"))
        audit.note(who, "knowledge.imported", "centre", who.centre, **_told(plan, known))
        return result


def _known() -> dict[str, KnowledgeEntry]:
    return {row.code: row for row in KnowledgeEntry.objects.select_related("parent")}


def _told(plan: Plan, known: Mapping[str, KnowledgeEntry]) -> dict[str, Any]:
    """What the audit trail keeps: how many, and which entries came to what."""
    changed = [row.draft for row in plan.rows if row.effect == "changed"]
    turned = [draft for draft in changed if draft.state != known[draft.code].state]
    return {
        "made": plan.count("new"),
        "changed": len(changed),
        "made_entries": [row.draft.code for row in plan.rows if row.effect == "new"],
        "changed_entries": {
            row.draft.code: list(row.fields) for row in plan.rows if row.effect == "changed"
        },
        "published": [draft.code for draft in turned if draft.state == "published"],
        "withdrawn": [draft.code for draft in turned if draft.state == "draft"],
    }


def _plan(text: str, known: Mapping[str, KnowledgeEntry]) -> Plan:
    rows, faults = file_rows.read(text)
    drafts = [_draft(row, known.get(row.code)) for row in rows]
    faults += [
        Fault(row.number, TITLES["zh"], "missing")
        for row in rows
        if row.code not in known and TITLES["zh"] not in row.values
    ]
    if not faults:
        numbered = [(row.number, draft) for row, draft in zip(rows, drafts, strict=True)]
        _check_days(numbered, faults)
        _check_places(numbered, known, faults)
        if len({*known, *(draft.code for draft in drafts)}) > queries.MOST_ENTRIES:
            faults.append(Fault(0, "", "full"))
    planned = [
        _planned(row, draft, known.get(row.code), faults)
        for row, draft in zip(rows, drafts, strict=True)
    ]
    return Plan(tuple(planned), tuple(faults))


def _draft(row: FileRow, entry: KnowledgeEntry | None) -> EntryDraft:
    """The entry as it would be: what the row says over what is there."""
    values = row.values
    base = EntryDraft(row.code) if entry is None else _draft_of(entry)
    titles, bodies = (
        {**texts, **{each: values[name] for each, name in names.items() if name in values}}
        for texts, names in ((base.titles, TITLES), (base.bodies, BODIES))
    )
    plain = {name: values[name] for name in (*PLAIN, *DAYS) if name in values}
    return replace(base, titles=titles, bodies=bodies, **plain)


def _draft_of(entry: KnowledgeEntry) -> EntryDraft:
    parent = entry.parent.code if entry.parent else None
    plain = {name: getattr(entry, name) for name in (*PLAIN, *DAYS) if name != "parent"}
    texts = {"titles": entry.titles, "bodies": entry.bodies}
    return EntryDraft(code=entry.code, parent=parent, **texts, **plain)


def _planned(
    row: FileRow, draft: EntryDraft, entry: KnowledgeEntry | None, faults: list[Fault]
) -> PlannedRow:
    own = tuple(fault for fault in faults if fault.row == row.number)
    before = _columns(EntryDraft(row.code) if entry is None else _draft_of(entry))
    after = _columns(draft)
    fields = tuple(name for name in COLUMNS if before[name] != after[name])
    if own:
        return PlannedRow(row.number, draft, "refused", (), own)
    if entry is None:
        return PlannedRow(row.number, draft, "new", fields)
    return PlannedRow(row.number, draft, "changed" if fields else "unchanged", fields)


def _columns(draft: EntryDraft) -> dict[str, Any]:
    return {
        "code": draft.code,
        **{name: draft.titles.get(each, "") for each, name in TITLES.items()},
        **{name: draft.bodies.get(each, "") for each, name in BODIES.items()},
        **{name: getattr(draft, name) for name in (*PLAIN, *DAYS)},
    }


#: What a row would make, by the row's number.
_Numbered = tuple[int, EntryDraft]


def _check_days(drafts: list[_Numbered], faults: list[Fault]) -> None:
    for number, draft in drafts:
        first, last = draft.effective_from, draft.effective_to
        if first and last and last < first:
            faults.append(Fault(number, "effective_to", "days", last.isoformat()))


def _check_places(
    drafts: list[_Numbered], known: Mapping[str, KnowledgeEntry], faults: list[Fault]
) -> None:
    """Parents must be there, and no entry may stand below itself, before anything is written."""
    parents = {code: row.parent.code if row.parent else None for code, row in known.items()}
    parents |= {draft.code: draft.parent for _, draft in drafts}
    for number, draft in drafts:
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


def _write(who: Actor, plan: Plan, known: Mapping[str, KnowledgeEntry]) -> tuple[Fault, ...]:
    """Parents first; what only a write can find becomes a fault of its row."""
    numbers = {row.draft.code: row.number for row in plan.rows}
    faults: list[Fault] = []
    todo = [row.draft for row in plan.rows if row.effect in ("new", "changed")]
    for draft in _parents_first(todo):
        row = known.get(draft.code) or KnowledgeEntry(centre_id=who.centre, version=0)
        try:
            actions.put(who, row, draft)
        except Problem as problem:
            word = problem.code.removeprefix("knowledge.")
            faults.append(Fault(numbers[draft.code], "", word))
    return tuple(faults)


def _parents_first(drafts: list[EntryDraft]) -> list[EntryDraft]:
    left, ordered = {each.code: each for each in drafts}, list[EntryDraft]()
    while left:
        ready = [each for each in left.values() if each.parent not in left]
        ordered += ready
        left = {code: each for code, each in left.items() if each not in ready}
    return ordered


def _refuse(faults: tuple[Fault, ...]) -> None:
    if faults:
        first = [vars(fault) for fault in faults[:MOST_FAULTS]]
        raise ImportRefused(count=len(faults), faults=first)
