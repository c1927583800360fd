"""What a caller hears of the knowledge: the entries below one, at most nine a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre
from lianxin.knowledge.models import KnowledgeEntry
from lianxin.speech.files import VOICES

#: Keys 1 to 9 choose.
PAGE = 9


@dataclass(frozen=True)
class BrowsedChild:
    """An entry that a key chooses. ``leaf``: nothing stands below it."""

    code: str
    prompt: str
    text: str
    leaf: bool


@dataclass(frozen=True)
class BrowsedEntry:
    """An entry, and a page of those below it. ``text`` is the body in the caller's language."""

    code: str
    title: str
    title_prompt: str
    text: str
    body_prompt: str
    items: tuple[BrowsedChild, ...]
    page: int
    pages: int
    parent: str

    def values(self) -> Mapping[str, Any]:
        """As a flow is told it. ``prompt`` and ``text``: the body; ``title_prompt`` and ``title``
        its name."""
        items = [
            {"code": item.code, "prompt": item.prompt, "text": item.text, "leaf": item.leaf}
            for item in self.items
        ]
        return {
            "items": items,
            "page": self.page,
            "pages": self.pages,
            "parent": self.parent,
            "title": self.title,
            "title_prompt": self.title_prompt,
            "prompt": self.body_prompt,
            "text": self.text,
        }


def browse(
    centre: int, code: str, language: str, page: int, now: datetime | None = None
) -> BrowsedEntry | None:
    """The published entry ``code`` ("" for the top) as ``language`` has it, else in Chinese, and
    always so where nobody reads ``language`` aloud.

    ``page`` counts from 0; one that is not there is the last. None: there is no such entry.
    """
    language = language if language in VOICES else "zh"
    with scope(centre):
        row = (
            _heard(centre, now).filter(code=code).select_related("parent").first() if code else None
        )
        if code and row is None:
            return None
        below = _heard(centre, now).filter(parent=row).order_by("order", "pk")
        count = below.count()
        pages = max(1, -(-count // PAGE))
        shown = min(max(0, page), pages - 1)
        children = _heard(centre, now).filter(parent=OuterRef("pk"))
        part = below.annotate(inner=Exists(children))[shown * PAGE : (shown + 1) * PAGE]
        items = tuple(
            BrowsedChild(each.code, each.title_prompt, said(each.titles, language), not each.inner)
            for each in part
        )
    if row is None:
        return BrowsedEntry("", "", "", "", "", items, shown, pages, "")
    return BrowsedEntry(
        row.code,
        said(row.titles, language),
        row.title_prompt,
        said(row.bodies, language),
        row.body_prompt,
        items,
        shown,
        pages,
        row.parent.code if row.parent else "",
    )


def text_to_send(centre: int, code: str, language: str) -> tuple[str, str] | None:
    """Title and body of a published entry; None when there is nothing to send."""
    with scope(centre):
        row = _heard(centre, None).filter(code=code).first()
    if row is None or not row.bodies:
        return None
    return said(row.titles, language), said(row.bodies, language)


def said(texts: dict[str, str], language: str) -> str:
    """In ``language``, else in Chinese, else in any; "" when there is none."""
    return texts.get(language) or texts.get("zh") or next(iter(texts.values()), "")


def _heard(centre: int, now: datetime | None) -> QuerySet[KnowledgeEntry]:
    day = _today(centre, now)
    begun = Q(effective_from=None) | Q(effective_from__lte=day)
    lasting = Q(effective_to=None) | Q(effective_to__gte=day)
    return KnowledgeEntry.objects.filter(begun, lasting, state="published")


def _today(centre: int, now: datetime | None) -> date:
    zone = Centre.objects.values_list("zone", flat=True).get(pk=centre)
    return (now or timezone.now()).astimezone(ZoneInfo(zone)).date()
