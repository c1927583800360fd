"""The knowledge: a tree that callers walk and agents search."""

from __future__ import annotations

from ninja import Query, Router, Status

from lianxin.api.base import SignedInRequest, refusals
from lianxin.api.knowledge import mappers, schemas
from lianxin.knowledge import actions, importing, queries

router = Router(tags=["knowledge"])


_REFUSALS = refusals(400, 401, 403, 404, 409, 422)


@router.get(
    "/knowledge",
    response={200: list[schemas.KnowledgeNode], **_REFUSALS},
    operation_id="knowledge_tree",
)
def knowledge_tree(request: SignedInRequest) -> list[schemas.KnowledgeNode]:
    """The whole tree without its bodies, in the order of its branches."""
    return [mappers.node(each) for each in queries.tree(request.auth)]


@router.post(
    "/knowledge", response={201: schemas.KnowledgeRead, **_REFUSALS}, operation_id="make_knowledge"
)
def make_knowledge(
    request: SignedInRequest, new: schemas.KnowledgeCreate
) -> Status[schemas.KnowledgeRead]:
    """Make an entry."""
    return Status(
        201,
        mappers.entry(request.auth, actions.make(request.auth, actions.EntryDraft(**new.dict()))),
    )


@router.get(
    "/knowledge/search",
    response={200: list[schemas.KnowledgeMatch], **_REFUSALS},
    operation_id="search_knowledge",
)
def search_knowledge(
    request: SignedInRequest, wanted: Query[schemas.KnowledgeSearch]
) -> list[schemas.KnowledgeMatch]:
    """At most 50 entries that have all of the words; at least two characters."""
    return [mappers.found(row, wanted.q) for row in queries.search(request.auth, wanted.q)]


@router.post(
    "/knowledge/import",
    response={200: schemas.KnowledgeImportResult, **_REFUSALS},
    operation_id="import_knowledge",
)
def import_knowledge(
    request: SignedInRequest, file: schemas.KnowledgeImport
) -> schemas.KnowledgeImportResult:
    """A tree from a file, whole or not at all. 422: ``details.faults`` names each mistake."""
    return mappers.imported(importing.import_tree(request.auth, file.text))


@router.post(
    "/knowledge/import/preview",
    response={200: schemas.KnowledgePreview, **_REFUSALS},
    operation_id="preview_knowledge_import",
)
def preview_knowledge_import(
    request: SignedInRequest, file: schemas.KnowledgeImport
) -> schemas.KnowledgePreview:
    """What the import of a file would do, row by row. Nothing is written."""
    return mappers.preview(importing.preview(request.auth, file.text))


@router.get(
    "/knowledge/{code}",
    response={200: schemas.KnowledgeRead, **_REFUSALS},
    operation_id="read_knowledge",
)
def read_knowledge(request: SignedInRequest, code: str) -> schemas.KnowledgeRead:
    """One entry."""
    return mappers.entry(request.auth, queries.entry(request.auth, code))


@router.put(
    "/knowledge/{code}",
    response={200: schemas.KnowledgeRead, **_REFUSALS},
    operation_id="change_knowledge",
)
def change_knowledge(
    request: SignedInRequest, code: str, change: schemas.KnowledgeUpdate
) -> schemas.KnowledgeRead:
    """Change an entry; published ones are heard changed by the next caller."""
    draft = actions.EntryDraft(**change.dict(exclude={"version"}))
    return mappers.entry(request.auth, actions.change(request.auth, code, change.version, draft))


@router.delete(
    "/knowledge/{code}", response={204: None, **_REFUSALS}, operation_id="remove_knowledge"
)
def remove_knowledge(request: SignedInRequest, code: str) -> Status[None]:
    """Remove an entry that has none below it."""
    actions.remove(request.auth, code)
    return Status(204, None)


@router.get(
    "/knowledge/{code}/versions",
    response={200: list[schemas.KnowledgeVersionRead], **_REFUSALS},
    operation_id="knowledge_versions",
)
def knowledge_versions(request: SignedInRequest, code: str) -> list[schemas.KnowledgeVersionRead]:
    """How the entry was saved, the newest first; the newest 100."""
    return [mappers.version(row) for row in queries.versions(request.auth, code)]


@router.post(
    "/knowledge/{code}/restore",
    response={200: schemas.KnowledgeRead, **_REFUSALS},
    operation_id="restore_knowledge",
)
def restore_knowledge(
    request: SignedInRequest, code: str, wanted: schemas.KnowledgeRestore
) -> schemas.KnowledgeRead:
    """Give the entry the text that it had, as a new version. It stays where it is, and published or
    not as it is now. 409 ``knowledge.version_conflict`` when somebody was faster, as for a change.
    """
    row = actions.restore(request.auth, code, wanted.number, wanted.version)
    return mappers.entry(request.auth, row)
