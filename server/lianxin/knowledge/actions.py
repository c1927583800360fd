"""Writes of the knowledge. Each is one transaction: checks, row, version, audit row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from lianxin.centres import audit
from lianxin.centres.access import Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.centres.versions import check_version
from lianxin.knowledge import queries, reading
from lianxin.knowledge.access import check_writes
from lianxin.knowledge.errors import (
    BadDays,
    HasChildren,
    KnowledgeCodeTaken,
    KnowledgeConflict,
    KnowledgeFull,
    KnowledgeLoop,
    KnowledgeTooDeep,
    NoTitle,
    UnknownParent,
)
from lianxin.knowledge.models import EntryState, KnowledgeEntry, KnowledgeVersion


@dataclass(frozen=True)
class EntryDraft:
    """What is filled in. ``parent``: a code, None for the top. Texts are by language."""

    code: str
    parent: str | None = None
    order: int = 0
    titles: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    title_prompt: str = ""
    body_prompt: str = ""
    state: EntryState = "draft"
    effective_from: date | None = None
    effective_to: date | None = None


def make(who: Actor, draft: EntryDraft) -> KnowledgeEntry:
    """Make an entry. Raises ``KnowledgeCodeTaken`` and what ``put`` raises."""
    check_writes(who)
    with who.scope():
        advisory_lock(Turn.KNOWLEDGE, str(who.centre))
        if KnowledgeEntry.objects.filter(code=draft.code).exists():
            raise KnowledgeCodeTaken(code=draft.code)
        if KnowledgeEntry.objects.count() >= queries.MOST_ENTRIES:
            raise KnowledgeFull(most=queries.MOST_ENTRIES)
        put(who, KnowledgeEntry(centre_id=who.centre, version=0), draft)
        audit.note(who, "knowledge.made", "knowledge", draft.code)
        return queries.found(draft.code)


def change(who: Actor, code: str, version: int, draft: EntryDraft) -> KnowledgeEntry:
    """Change an entry that was read at ``version``; its code stays.

    Raises ``KnowledgeConflict``, ``NotFound`` and what ``put`` raises.
    """
    check_writes(who)
    with who.scope():
        advisory_lock(Turn.KNOWLEDGE, str(who.centre))
        row = queries.found(code)
        check_version(row, version, KnowledgeConflict)
        before = row.state
        put(who, row, replace(draft, code=code))
        act = "knowledge.changed" if before == row.state else f"knowledge.{_ACTS[row.state]}"
        audit.note(who, act, "knowledge", code, version=row.version)
        return queries.found(code)


_ACTS = {"published": "published", "draft": "withdrawn"}


def restore(who: Actor, code: str, number: int, version: int | None) -> KnowledgeEntry:
    """Give an entry that was read at ``version`` the text of version ``number``, as a new version.
    Its place stays, and whether it is published: an entry that was withdrawn is not put before
    callers by the way. ``version`` None: whatever it is now.

    Raises ``KnowledgeConflict``, ``NotFound`` and what ``put`` raises.
    """
    check_writes(who)
    with who.scope():
        advisory_lock(Turn.KNOWLEDGE, str(who.centre))
        row = queries.found(code)
        if version is not None:
            check_version(row, version, KnowledgeConflict)
        old = KnowledgeVersion.objects.filter(entry=row, number=number).first()
        if old is None:
            raise NotFound
        parent = row.parent.code if row.parent else None
        text = draft_of(old.data)
        draft = replace(text, code=code, parent=parent, order=row.order, state=row.state)
        put(who, row, draft)
        audit.note(who, "knowledge.restored", "knowledge", code, from_version=number)
        return queries.found(code)


def remove(who: Actor, code: str) -> None:
    """Remove an entry that has none below it. Raises ``HasChildren``."""
    check_writes(who)
    with who.scope():
        advisory_lock(Turn.KNOWLEDGE, str(who.centre))
        row = queries.found(code)
        if KnowledgeEntry.objects.filter(parent=row).exists():
            raise HasChildren
        audit.note(who, "knowledge.removed", "knowledge", code, title=queries.title_of(row))
        row.delete()
        reading.forget(row)


def put(who: Actor, row: KnowledgeEntry, draft: EntryDraft) -> None:
    """Fill and save ``row`` and its version, in the scope and the turn of the caller.

    Raises ``NoTitle``, ``BadDays``, ``UnknownParent``, ``KnowledgeLoop``, ``KnowledgeTooDeep``.
    """
    if not draft.titles.get("zh"):
        raise NoTitle
    if draft.effective_from and draft.effective_to and draft.effective_to < draft.effective_from:
        raise BadDays
    row.parent = _parent(row, draft)
    row.code, row.order, row.state = draft.code, draft.order, draft.state
    row.titles = {language: text for language, text in draft.titles.items() if text}
    row.bodies = {language: text for language, text in draft.bodies.items() if text}
    row.title_prompt, row.body_prompt = draft.title_prompt, draft.body_prompt
    row.effective_from, row.effective_to = draft.effective_from, draft.effective_to
    row.version += 1
    row.updated_by_id = who.person
    row.save()
    reading.read_aloud(row)
    KnowledgeVersion.objects.create(
        centre_id=who.centre, entry=row, number=row.version, data=data_of(draft), by_id=who.person
    )


def data_of(draft: EntryDraft) -> dict[str, Any]:
    """A draft as JSON keeps it."""
    data = asdict(draft)
    for day in ("effective_from", "effective_to"):
        data[day] = data[day].isoformat() if data[day] else None
    return data


def draft_of(data: Mapping[str, Any]) -> EntryDraft:
    """The opposite of ``data_of``."""
    days = {
        day: date.fromisoformat(data[day]) if data.get(day) else None
        for day in ("effective_from", "effective_to")
    }
    return EntryDraft(**{**data, **days})


def _parent(row: KnowledgeEntry, draft: EntryDraft) -> KnowledgeEntry | None:
    if draft.parent is None:
        _check_levels(row, 1)
        return None
    parent = KnowledgeEntry.objects.filter(code=draft.parent).select_related("parent").first()
    if parent is None:
        raise UnknownParent(parent=draft.parent)
    level, above = 1, parent
    while True:
        level += 1
        if above.pk == row.pk:  # a new row has no key yet
            raise KnowledgeLoop
        if above.parent is None:
            break
        above = above.parent
    _check_levels(row, level)
    return parent


def _check_levels(row: KnowledgeEntry, level: int) -> None:
    """``level``: where ``row`` is to stand; what is below it comes along."""
    below = [row.pk] if row.version else []  # nothing is below a new one
    while below:
        if level > queries.MOST_LEVELS:
            raise KnowledgeTooDeep(most=queries.MOST_LEVELS)
        below = list(KnowledgeEntry.objects.filter(parent__in=below).values_list("pk", flat=True))
        level += 1
    if level > queries.MOST_LEVELS + 1:
        raise KnowledgeTooDeep(most=queries.MOST_LEVELS)
