"""Between the knowledge and its shapes in the API."""

from __future__ import annotations

from lianxin.api.knowledge import schemas
from lianxin.api.shared.mappers import agent, reading
from lianxin.centres.access import Actor
from lianxin.knowledge import queries
from lianxin.knowledge.importing import MOST_FAULTS, MOST_SHOWN, Imported, Plan, PlannedRow
from lianxin.knowledge.models import KnowledgeEntry, KnowledgeVersion
from lianxin.knowledge.reading import reading_status


def entry(who: Actor, row: KnowledgeEntry) -> schemas.KnowledgeRead:
    return schemas.KnowledgeRead(
        code=row.code,
        parent=row.parent.code if row.parent else None,
        order=row.order,
        titles=row.titles,
        bodies=row.bodies,
        title_prompt=row.title_prompt,
        body_prompt=row.body_prompt,
        state=row.state,
        effective_from=row.effective_from,
        effective_to=row.effective_to,
        version=row.version,
        children=getattr(row, "child_count", 0),
        updated_at=row.updated_at,
        updated_by=agent(row.updated_by),
        reading=reading(reading_status(who, row)),
    )


def found(row: KnowledgeEntry, words: str) -> schemas.KnowledgeMatch:
    """``excerpt``: what stands around the first of the words in a body."""
    body = next((text for text in row.bodies.values() if words.split()[0] in text), "")
    at = max(0, body.find(words.split()[0]) - 20)
    return schemas.KnowledgeMatch(
        code=row.code,
        parent=queries.title_of(row.parent) if row.parent else None,
        title=queries.title_of(row),
        excerpt=("…" if at else "") + body[at : at + 60],
        state=row.state,
    )


def version(row: KnowledgeVersion) -> schemas.KnowledgeVersionRead:
    return schemas.KnowledgeVersionRead(
        number=row.number,
        at=row.at,
        by=agent(row.by),
        title=row.data["titles"].get("zh", ""),
        body=row.data["bodies"].get("zh", ""),
        state=row.data["state"],
    )


def node(each: queries.KnowledgeNode) -> schemas.KnowledgeNode:
    return schemas.KnowledgeNode(**vars(each))


def imported(result: Imported) -> schemas.KnowledgeImportResult:
    return schemas.KnowledgeImportResult(**vars(result))


def preview(plan: Plan) -> schemas.KnowledgePreview:
    """``body``: how the Chinese one begins."""
    return schemas.KnowledgePreview(
        made=plan.count("new"),
        changed=plan.count("changed"),
        unchanged=plan.count("unchanged"),
        refused=plan.count("refused"),
        rows=[_row(each) for each in plan.rows[:MOST_SHOWN]],
        faults=[schemas.KnowledgeFault(**vars(each)) for each in plan.faults[:MOST_FAULTS]],
    )


def _row(row: PlannedRow) -> schemas.KnowledgeRow:
    return schemas.KnowledgeRow(
        row=row.number,
        effect=row.effect,
        code=row.draft.code,
        parent=row.draft.parent,
        title=row.draft.titles.get("zh", ""),
        body=row.draft.bodies.get("zh", "")[:60],
        state="published" if row.draft.state == "published" else "draft",
        fields=list(row.fields),
        faults=[schemas.KnowledgeFault(**vars(each)) for each in row.faults],
    )
