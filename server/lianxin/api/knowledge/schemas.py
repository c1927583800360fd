"""What the API takes and gives of the knowledge."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from lianxin.api.base import QuerySchema, ReadSchema, TableSchema, WriteSchema, clean
from lianxin.api.fields import Day, FilterText, Version, Whole
from lianxin.api.shared.schemas import Agent, ReadingStatus
from lianxin.knowledge.file_rows import MOST_BODY, MOST_TITLE
from lianxin.knowledge.importing import Effect
from lianxin.knowledge.models import EntryState
from lianxin.rules.values import Language

EntryCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,63}$")]


PromptReference = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]{0,63})?$")]


EntryTitle = Annotated[str, BeforeValidator(clean), StringConstraints(max_length=MOST_TITLE)]


EntryBody = Annotated[str, BeforeValidator(clean), StringConstraints(max_length=MOST_BODY)]


class KnowledgeCreate(WriteSchema):
    """``parent``: a code, null for the top. Titles and bodies by language; zh is needed."""

    code: EntryCode
    parent: EntryCode | None = None
    order: Annotated[Whole, Field(ge=0, le=999999)] = 0
    titles: dict[Language, EntryTitle]
    bodies: dict[Language, EntryBody] = {}
    title_prompt: PromptReference = ""
    body_prompt: PromptReference = ""
    state: EntryState = "draft"
    effective_from: Day | None = None
    effective_to: Day | None = None


class KnowledgeUpdate(KnowledgeCreate):
    """``version`` is that of the entry that was read. The code stays as it was."""

    version: Version


class KnowledgeImport(TableSchema):
    """``text``: CSV with a head line, or a list in JSON: docs/howto/look-ups.md."""

    text: Annotated[str, StringConstraints(max_length=200_000)]


class KnowledgeRestore(WriteSchema):
    """``number``: which version it shall be again. ``version`` is that of the entry that was read;
    without one, what another has written meanwhile is written over."""

    number: Version
    version: Version | None = None


class KnowledgeSearch(QuerySchema):
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


class KnowledgeFault(ReadSchema):
    """``row``: as a spreadsheet shows it, the head line being 1, in JSON its place in the list; 0
    is the file itself."""

    row: int
    field: str
    fault: str
    value: str


class KnowledgeRow(ReadSchema):
    """A row as it was understood. ``fields``: the columns that it would change."""

    row: int
    effect: Effect
    code: str
    parent: str | None
    title: str
    body: str
    state: EntryState
    fields: list[str]
    faults: list[KnowledgeFault]


class KnowledgePreview(ReadSchema):
    """What a file would do. Counts and faults are of all rows, ``rows`` the first ones."""

    made: int
    changed: int
    unchanged: int
    refused: int
    rows: list[KnowledgeRow]
    faults: list[KnowledgeFault]
