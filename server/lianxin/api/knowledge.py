"""The knowledge: a tree that callers walk and agents search."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field, StringConstraints

from lianxin.api.base import Asked, ErrorAnswer, Given, Taken
from lianxin.api.forms import Words
from lianxin.api.shapes import Agent, ReadingStand
from lianxin.api.shaping import agent, reading
from lianxin.centres.access import Actor
from lianxin.knowledge import actions, importing, queries
from lianxin.knowledge.models import EntryState, KnowledgeEntry, KnowledgeVersion
from lianxin.knowledge.reading import read_standing
from lianxin.rules.values import Language

router = Router(tags=["knowledge"])

_REFUSALS = {
    400: ErrorAnswer,
    401: ErrorAnswer,
    403: ErrorAnswer,
    404: ErrorAnswer,
    409: ErrorAnswer,
    422: ErrorAnswer,
}

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,63}$")]
PromptCode = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]{0,63})?$")]
Title = Annotated[str, StringConstraints(max_length=importing.MOST_TITLE)]
Body = Annotated[str, StringConstraints(max_length=importing.MOST_BODY)]


class KnowledgeSheet(Taken):
    """``parent``: a code, null for the top. Titles and bodies by language; zh is needed."""

    code: Code
    parent: Code | None = None
    order: Annotated[int, Field(ge=0, le=999999)] = 0
    titles: dict[Language, Title]
    bodies: dict[Language, Body] = {}
    title_prompt: PromptCode = ""
    body_prompt: PromptCode = ""
    state: EntryState = "draft"
    effective_from: date | None = None
    effective_to: date | None = None


class KnowledgeChange(KnowledgeSheet):
    """``version`` is that of the entry that was read. The code stays as it was."""

    version: Annotated[int, Field(ge=1)]


class KnowledgeFile(Taken):
    """``text``: CSV with a head line, or a list in JSON: docs/howto/look-ups.md."""

    text: Annotated[str, StringConstraints(max_length=200_000)]


class KnowledgeRestored(Taken):
    number: Annotated[int, Field(ge=1)]


class KnowledgeSearch(Schema):
    q: Words


class KnowledgeTwig(Given):
    code: str
    parent: str | None
    order: int
    title: str
    state: EntryState
    languages: list[str]
    prompt: bool


class KnowledgeShown(Given):
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
    reading: ReadingStand


class KnowledgeFound(Given):
    code: str
    parent: str | None
    title: str
    excerpt: str
    state: EntryState


class KnowledgeVersionShown(Given):
    number: int
    at: datetime
    by: Agent | None
    title: str
    body: str
    state: EntryState


class KnowledgeImported(Given):
    made: int
    changed: int


@router.get(
    "/knowledge", response={200: list[KnowledgeTwig], **_REFUSALS}, operation_id="knowledge_tree"
)
def knowledge_tree(request: Asked) -> list[KnowledgeTwig]:
    """The whole tree without its bodies, in the order of its branches."""
    return [KnowledgeTwig(**vars(twig)) for twig in queries.tree(request.auth)]


@router.post(
    "/knowledge", response={201: KnowledgeShown, **_REFUSALS}, operation_id="make_knowledge"
)
def make_knowledge(request: Asked, new: KnowledgeSheet) -> Status[KnowledgeShown]:
    """Make an entry."""
    return Status(
        201, _shown(request.auth, actions.make(request.auth, actions.Sheet(**new.dict())))
    )


@router.get(
    "/knowledge/search",
    response={200: list[KnowledgeFound], **_REFUSALS},
    operation_id="search_knowledge",
)
def search_knowledge(request: Asked, wanted: Query[KnowledgeSearch]) -> list[KnowledgeFound]:
    """At most 50 entries that have all of the words; at least two characters."""
    return [_found(row, wanted.q) for row in queries.search(request.auth, wanted.q)]


@router.post(
    "/knowledge/import",
    response={200: KnowledgeImported, **_REFUSALS},
    operation_id="import_knowledge",
)
def import_knowledge(request: Asked, file: KnowledgeFile) -> KnowledgeImported:
    """A tree from a file, whole or not at all. 422: ``details.faults`` names each mistake."""
    return KnowledgeImported(**vars(importing.import_tree(request.auth, file.text)))


@router.get(
    "/knowledge/{code}", response={200: KnowledgeShown, **_REFUSALS}, operation_id="read_knowledge"
)
def read_knowledge(request: Asked, code: str) -> KnowledgeShown:
    """One entry."""
    return _shown(request.auth, queries.entry(request.auth, code))


@router.put(
    "/knowledge/{code}",
    response={200: KnowledgeShown, **_REFUSALS},
    operation_id="change_knowledge",
)
def change_knowledge(request: Asked, code: str, change: KnowledgeChange) -> KnowledgeShown:
    """Change an entry; published ones are heard changed by the next caller."""
    sheet = actions.Sheet(**change.dict(exclude={"version"}))
    return _shown(request.auth, actions.change(request.auth, code, change.version, sheet))


@router.delete(
    "/knowledge/{code}", response={204: None, **_REFUSALS}, operation_id="remove_knowledge"
)
def remove_knowledge(request: Asked, code: str) -> Status[None]:
    """Remove an entry that has none below it."""
    actions.remove(request.auth, code)
    return Status(204, None)


@router.get(
    "/knowledge/{code}/versions",
    response={200: list[KnowledgeVersionShown], **_REFUSALS},
    operation_id="knowledge_versions",
)
def knowledge_versions(request: Asked, code: str) -> list[KnowledgeVersionShown]:
    """How the entry was saved, the newest first; the newest 100."""
    return [_version(row) for row in queries.versions(request.auth, code)]


@router.post(
    "/knowledge/{code}/restore",
    response={200: KnowledgeShown, **_REFUSALS},
    operation_id="restore_knowledge",
)
def restore_knowledge(request: Asked, code: str, wanted: KnowledgeRestored) -> KnowledgeShown:
    """Make the entry what it was, as a new version."""
    return _shown(request.auth, actions.restore(request.auth, code, wanted.number))


def _state(text: str) -> Literal["draft", "published"]:
    return "published" if text == "published" else "draft"


def _shown(who: Actor, row: KnowledgeEntry) -> KnowledgeShown:
    return KnowledgeShown(
        code=row.code,
        parent=row.parent.code if row.parent else None,
        order=row.order,
        titles=row.titles,
        bodies=row.bodies,
        title_prompt=row.title_prompt,
        body_prompt=row.body_prompt,
        state=_state(row.state),
        effective_from=row.effective_from,
        effective_to=row.effective_to,
        version=row.version,
        children=getattr(row, "child_count", 0),
        updated_at=row.updated_at,
        updated_by=agent(row.updated_by),
        reading=reading(read_standing(who, row)),
    )


def _found(row: KnowledgeEntry, words: str) -> KnowledgeFound:
    """``excerpt``: what stands around the first of the words in a body."""
    body = next((text for text in row.bodies.values() if words.split()[0] in text), "")
    at = max(0, body.find(words.split()[0]) - 20)
    return KnowledgeFound(
        code=row.code,
        parent=queries.title_of(row.parent) if row.parent else None,
        title=queries.title_of(row),
        excerpt=("…" if at else "") + body[at : at + 60],
        state=_state(row.state),
    )


def _version(row: KnowledgeVersion) -> KnowledgeVersionShown:
    return KnowledgeVersionShown(
        number=row.number,
        at=row.at,
        by=agent(row.by),
        title=row.data["titles"].get("zh", ""),
        body=row.data["bodies"].get("zh", ""),
        state=_state(row.data["state"]),
    )
