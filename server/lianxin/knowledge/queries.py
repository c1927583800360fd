"""Reads of the knowledge: the whole tree without bodies, one entry, a search, the history."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from lianxin.centres.access import Actor
from lianxin.centres.errors import NotFound
from lianxin.knowledge.access import check_reads
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
    """All entries of the centre in the order of the tree's branches. One query."""
    check_reads(who)
    with who.scope():
        return [_node(row) for row in _tree_rows()]


def entry(who: Actor, code: str) -> KnowledgeEntry:
    """One entry with ``child_count``. Raises ``NotFound``."""
    check_reads(who)
    with who.scope():
        return found(code)


def found(code: str) -> KnowledgeEntry:
    """One entry, in the caller's scope. Raises ``NotFound``."""
    rows = KnowledgeEntry.objects.select_related("parent", "updated_by")
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
        rows = KnowledgeEntry.objects.select_related("parent")
        for part in parts[:8]:
            rows = rows.filter(_holds("titles", part) | _holds("bodies", part) | Q(code=part))
        hits = list(rows.order_by("order", "pk")[: MOST_FOUND * 4])
    hits.sort(key=lambda row: not all(p in "\n".join(row.titles.values()) for p in parts))
    return hits[:MOST_FOUND]


def titled(who: Actor, words: str, limit: int) -> list[KnowledgeEntry]:
    """The first entries whose title, in any language, has all of ``words``."""
    check_reads(who)
    with who.scope():
        rows = KnowledgeEntry.objects.all()
        for part in words.split():
            rows = rows.filter(_holds("titles", part) | Q(code=part))
        return list(rows.order_by("order", "pk")[:limit])


def versions(who: Actor, code: str) -> list[KnowledgeVersion]:
    """How an entry was saved, the newest first. Raises ``NotFound``."""
    check_reads(who)
    with who.scope():
        rows = KnowledgeVersion.objects.filter(entry=found(code)).select_related("by")
        return list(rows.order_by("-number")[:MOST_VERSIONS])


def named(who: Actor) -> list[tuple[str, str]]:
    """Codes and titles for whoever draws flows; nothing when the function is off."""
    if "knowledge" not in who.functions:
        return []
    with who.scope():
        return [(node.code, node.title) for node in map(_node, _tree_rows())]


def title_of(row: KnowledgeEntry) -> str:
    """The Chinese title, else any."""
    titles: dict[str, str] = row.titles
    return titles.get("zh") or next(iter(titles.values()), row.code)


def _tree_rows() -> list[KnowledgeEntry]:
    rows = KnowledgeEntry.objects.select_related("parent").defer("bodies")
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
