"""What callers hear of an entry that nobody has recorded: its texts, read aloud when published."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q

from lianxin.centres.access import Actor
from lianxin.knowledge.models import KnowledgeEntry
from lianxin.prompts.choices import LANGUAGES
from lianxin.rules.aloud import MAX_TEXT
from lianxin.speech import readings
from lianxin.speech.models import Reading
from lianxin.speech.readings import ReadingStatus, Text


def read_aloud(row: KnowledgeEntry) -> None:
    """Let callers hear the texts of ``row`` as it is now. In the scope of its centre."""
    heard = texts_of(row) if row.state == "published" else ()
    readings.want(row.centre_id, "knowledge", row.code, heard)


def forget(row: KnowledgeEntry) -> None:
    """The entry is gone."""
    readings.want(row.centre_id, "knowledge", row.code, ())


def read_published(centre: int) -> None:
    """Read what was published before texts were read aloud. In the centre's scope."""
    read = Reading.objects.filter(about="knowledge", about_id=OuterRef("code"))
    unread = KnowledgeEntry.objects.filter(~Exists(read), state="published", centre_id=centre)
    for row in unread.exclude(~Q(title_prompt=""), ~Q(body_prompt="")):
        read_aloud(row)


def reading_status(who: Actor, row: KnowledgeEntry) -> ReadingStatus | None:
    """How far the texts of ``row`` are; None where there is nothing to read."""
    with who.scope():
        return readings.reading_status("knowledge", row.code)


def texts_of(row: KnowledgeEntry) -> Iterator[Text]:
    """Titles and bodies as the flow plays them, letter by letter."""
    for prompt, texts in ((row.title_prompt, row.titles), (row.body_prompt, row.bodies)):
        if not prompt:
            yield from ((texts[each][:MAX_TEXT], each) for each in LANGUAGES if texts.get(each))
