"""Reads of the knowledge: the whole tree without bodies, one entry, a search, the history."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from lianxin.centres.access import Actor
from lianxin.centres.errors import NotFound
from lianxin.knowledge.access import check_reads, may_read_drafts
from lianxin.knowledge.errors import KnowledgeSearchTooShort
from lianxin.knowledge.models import KnowledgeEntry, KnowledgeVersion

#: Entries of a centre, and levels of its tree.
MOST_ENTRIES = 5000
MOST_LEVELS = 8
MOST_FOUND = 50
MOST_VERSIONS = 100


@dataclass(frozen=True)
class KnowledgeNode:
    """An entry as the tree shows it."""

    code: str
    parent: str | None
    order: int
    title: str
    state: str
    languages: tuple[str, ...]
    prompt: bool  # whether both title and body have audio of their own


def tree(who: Actor) -> list[KnowledgeNode]:
    """The entries that ``who`` may read, in the order of the tree's branches."""
    check_reads(who)
    with who.scope():
        return [_node(row) for row in _tree_rows(_readable(who))]


def entry(who: Actor, code: str) -> KnowledgeEntry:
    """One entry with ``child_count``. Raises ``NotFound``."""
    check_reads(who)
    with who.scope():
        return _found(_readable(who), code)


def found(code: str) -> KnowledgeEntry:
    """One entry, in the scope of a caller who writes. Raises ``NotFound``."""
    return _found(KnowledgeEntry.objects.all(), code)


def _found(rows: QuerySet[KnowledgeEntry], code: str) -> KnowledgeEntry:
    rows = rows.select_related("parent", "updated_by")
    row = rows.annotate(child_count=Count("children")).filter(code=code).first()
    if row is None:
        raise NotFound
    return row


def search(who: Actor, words: str) -> list[KnowledgeEntry]:
    """Entries whose title or body has all of ``words``; titles first.

    Raises ``KnowledgeSearchTooShort`` for less than two characters.
    """
    check_reads(who)
    parts = words.split()
    if len("".join(parts)) < 2:
        raise KnowledgeSearchTooShort
    with who.scope():
        rows = _readable(who).select_related("parent")
        for part in parts[:8]:
            rows = rows.filter(_holds("titles", part) | _holds("bodies", part) | Q(code=part))
        hits = list(rows.order_by("order", "pk")[: MOST_FOUND * 4])
    hits.sort(key=lambda row: not all(p in "\n".join(row.titles.values()) for p in parts))
    return hits[:MOST_FOUND]


def titled(who: Actor, words: str, limit: int) -> list[KnowledgeEntry]:
    """The first entries whose title, in any language, has all of ``words``."""
    check_reads(who)
    with who.scope():
        rows = _readable(who)
        for part in words.split():
            rows = rows.filter(_holds("titles", part) | Q(code=part))
        return list(rows.order_by("order", "pk")[:limit])


def versions(who: Actor, code: str) -> list[KnowledgeVersion]:
    """How an entry was saved, the newest first; drafts for who writes the knowledge. Raises
    ``NotFound``."""
    check_reads(who)
    with who.scope():
        entry = _found(_readable(who), code)
        rows = KnowledgeVersion.objects.filter(entry=entry).select_related("by")
        if not may_read_drafts(who):
            rows = rows.exclude(data__state="draft")
        return list(rows.order_by("-number")[:MOST_VERSIONS])


def named(who: Actor) -> list[tuple[str, str]]:
    """Codes and titles for whoever draws flows; nothing when the function is off."""
    if "knowledge" not in who.functions:
        return []
    with who.scope():
        rows = _tree_rows(KnowledgeEntry.objects.all())
        return [(node.code, node.title) for node in map(_node, rows)]


def title_of(row: KnowledgeEntry) -> str:
    """The Chinese title, else any."""
    titles: dict[str, str] = row.titles
    return titles.get("zh") or next(iter(titles.values()), row.code)


def _readable(who: Actor) -> QuerySet[KnowledgeEntry]:
    """What ``who`` may read, in the scope of the caller: every list and search begins here."""
    rows = KnowledgeEntry.objects.all()
    return rows if may_read_drafts(who) else rows.exclude(pk__in=_unpublished())


def _unpublished() -> set[int]:
    """The keys of all drafts, and of what stands below one."""
    below: dict[int, list[int]] = {}
    waiting: list[int] = []
    for key, parent, state in KnowledgeEntry.objects.values_list("pk", "parent_id", "state"):
        if parent is not None:
            below.setdefault(parent, []).append(key)
        if state == "draft":
            waiting.append(key)
    hidden: set[int] = set()
    while waiting:
        key = waiting.pop()
        if key not in hidden:
            hidden.add(key)
            waiting += below.get(key, ())
    return hidden


def _tree_rows(entries: QuerySet[KnowledgeEntry]) -> list[KnowledgeEntry]:
    rows = entries.select_related("parent").defer("bodies")
    return list(rows.order_by("order", "pk")[:MOST_ENTRIES])


def _node(row: KnowledgeEntry) -> KnowledgeNode:
    return KnowledgeNode(
        row.code,
        row.parent.code if row.parent else None,
        row.order,
        title_of(row),
        row.state,
        tuple(sorted(row.titles)),
        bool(row.title_prompt and row.body_prompt),
    )


def _holds(column: str, part: str) -> Q:
    # By language, so that nothing of the JSON around the texts is found.
    return (
        Q(**{f"{column}__zh__icontains": part})
        | Q(**{f"{column}__en__icontains": part})
        | Q(**{f"{column}__yue__icontains": part})
    )
