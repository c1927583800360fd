"""What the API takes and gives of the knowledge."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field, StringConstraints

from lianxin.api.base import ReadSchema, WriteSchema
from lianxin.api.fields import FilterText, Version
from lianxin.api.shared.schemas import Agent, ReadingStatus
from lianxin.knowledge import importing
from lianxin.knowledge.models import EntryState
from lianxin.rules.values import Language

EntryCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,63}$")]


PromptReference = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]{0,63})?$")]


EntryTitle = Annotated[str, StringConstraints(max_length=importing.MOST_TITLE)]


EntryBody = Annotated[str, StringConstraints(max_length=importing.MOST_BODY)]


class KnowledgeCreate(WriteSchema):
    """``parent``: a code, null for the top. Titles and bodies by language; zh is needed."""

    code: EntryCode
    parent: EntryCode | None = None
    order: Annotated[int, Field(ge=0, le=999999)] = 0
    titles: dict[Language, EntryTitle]
    bodies: dict[Language, EntryBody] = {}
    title_prompt: PromptReference = ""
    body_prompt: PromptReference = ""
    state: EntryState = "draft"
    effective_from: date | None = None
    effective_to: date | None = None


class KnowledgeUpdate(KnowledgeCreate):
    """``version`` is that of the entry that was read. The code stays as it was."""

    version: Version


class KnowledgeImport(WriteSchema):
    """``text``: CSV with a head line, or a list in JSON: docs/howto/look-ups.md."""

    text: Annotated[str, StringConstraints(max_length=200_000)]


class KnowledgeRestore(WriteSchema):
    number: Annotated[int, Field(ge=1)]


class KnowledgeSearch(Schema):
    q: FilterText


class KnowledgeNode(ReadSchema):
    code: str
    parent: str | None
    order: int
    title: str
    state: EntryState
    languages: list[str]
    prompt: bool


class KnowledgeRead(ReadSchema):
    code: str
    parent: str | None
    order: int
    titles: dict[str, str]
    bodies: dict[str, str]
    title_prompt: str
    body_prompt: str
    state: EntryState
    effective_from: date | None
    effective_to: date | None
    version: int
    children: int
    updated_at: datetime
    updated_by: Agent | None
    reading: ReadingStatus


class KnowledgeMatch(ReadSchema):
    code: str
    parent: str | None
    title: str
    excerpt: str
    state: EntryState


class KnowledgeVersionRead(ReadSchema):
    number: int
    at: datetime
    by: Agent | None
    title: str
    body: str
    state: EntryState


class KnowledgeImportResult(ReadSchema):
    made: int
    changed: int
