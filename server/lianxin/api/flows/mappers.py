"""Between flows, their drafts, versions and files and their shapes in the API."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lianxin.api.flows import schemas
from lianxin.api.shared.mappers import agent, audio_url
from lianxin.api.shared.schemas import CodeName
from lianxin.flows.authoring.vocabulary import Named, Vocabulary, texts_of
from lianxin.flows.models import Flow, FlowDraft, FlowPresence, FlowVersion
from lianxin.flows.queries import Compared, FlowStatus, state_of
from lianxin.flows.sentences import sentence
from lianxin.prompts.choices import LANGUAGES
from lianxin.prompts.library import LibraryPrompt
from lianxin.rules.flow.diff import ABSENT, FieldChange
from lianxin.rules.flow.lint import Finding


def _draft_head(flow: Flow) -> schemas.DraftHead:
    draft = flow.draft
    return schemas.DraftHead(
        version=draft.version,
        updated_at=draft.updated_at,
        updated_by=agent(draft.updated_by),
        state=draft.state,
    )


def _published(row: FlowVersion | None) -> schemas.PublishedHead | None:
    if row is None:
        return None
    return schemas.PublishedHead(number=row.number, at=row.published_at, by=agent(row.published_by))


def scheduled(row: FlowVersion | None) -> schemas.ScheduledHead | None:
    if row is None:
        return None
    return schemas.ScheduledHead(number=row.number, at=row.effective_at, by=agent(row.published_by))


def _changed(draft: FlowDraft, published: FlowVersion | None) -> bool:
    """Whether the draft was drawn on since what is in force was made of it."""
    if published is None or draft.based_on != published.number:
        return True
    return draft.updated_at > published.published_at


def item(row: FlowStatus, lines: list[str]) -> schemas.FlowSummary:
    flow = row.flow
    return schemas.FlowSummary(
        code=flow.code,
        name=flow.name,
        kind=flow.kind,
        draft=_draft_head(flow),
        changed=_changed(flow.draft, row.published),
        published=_published(row.published),
        scheduled=scheduled(row.scheduled),
        lines=lines,
        used_by=row.used_by,
        errors=flow.draft.errors,
        warnings=flow.draft.warnings,
    )


def editors(rows: list[FlowPresence]) -> list[schemas.Editor]:
    return [schemas.Editor(person=agent(row.person), at=row.at) for row in rows]


def presence(flow: Flow, present: list[FlowPresence]) -> schemas.Presence:
    head = _draft_head(flow)
    return schemas.Presence(version=head.version, state=head.state, editors=editors(present))


def draft(flow: Flow, present: list[FlowPresence]) -> schemas.DraftRead:
    row = flow.draft
    return schemas.DraftRead(
        **_draft_head(flow).dict(),
        spec=row.spec,
        layout=row.layout,
        note=row.note,
        based_on=row.based_on,
        errors=row.errors,
        warnings=row.warnings,
        editors=editors(present),
    )


def detail(row: FlowStatus, present: list[FlowPresence], lines: list[str]) -> schemas.FlowRead:
    flow = row.flow
    force = row.published
    return schemas.FlowRead(
        code=flow.code,
        name=flow.name,
        kind=flow.kind,
        draft=draft(flow, present),
        changed=_changed(flow.draft, force),
        published=version_item(force, force) if force else None,
        scheduled=scheduled(row.scheduled),
        lines=lines,
        used_by=row.used_by,
    )


def _version(row: FlowVersion, force: FlowVersion | None) -> dict[str, Any]:
    results = row.scenarios
    return {
        "number": row.number,
        "state": state_of(row, force),
        "note": row.note,
        "reason": row.reason,
        "at": row.published_at,
        "by": agent(row.published_by),
        "effective_at": row.effective_at,
        "from_version": row.from_version,
        "scenarios": {name: results.get(name, 0) for name in ("passed", "failed")},
    }


def version_item(row: FlowVersion, force: FlowVersion | None) -> schemas.VersionSummary:
    return schemas.VersionSummary(**_version(row, force))


def version(row: FlowVersion, force: FlowVersion | None) -> schemas.VersionRead:
    return schemas.VersionRead(
        **_version(row, force),
        spec=row.spec,
        layout=row.layout,
        inner_layouts=row.inner_layouts,
    )


#: What people call a node, among the changes of its fields.
_NOTE = "/note"


def difference(found: Compared) -> schemas.Difference:
    nodes = {
        name: schemas.NodeChange(change=change.change, fields=_fields(change.fields))
        for name, change in found.changes.nodes.items()
    }
    for name, (before, after) in found.renamed.items():
        note = schemas.FieldChange(field=_NOTE, before=before or None, after=after or None)
        node = nodes.setdefault(name, schemas.NodeChange(change="changed", fields=[]))
        node.fields.append(note)
    return schemas.Difference(
        nodes=nodes, head=_fields(found.changes.head), subflows=found.subflows
    )


def _fields(changes: tuple[FieldChange, ...]) -> list[schemas.FieldChange]:
    return [
        schemas.FieldChange(field=c.field, before=_value(c.before), after=_value(c.after))
        for c in changes
    ]


def _value(side: Any) -> Any:
    return None if side is ABSENT else side


def findings(found: Iterable[Finding]) -> list[schemas.Finding]:
    """Findings with a sentence in the reader's language."""
    return [
        schemas.Finding(
            code=each.code,
            severity=each.severity,
            place=each.place,
            node=each.node,
            data=dict(each.data),
            message=sentence(each.code, each.text, each.data),
        )
        for each in found
    ]


def vocabulary(known: Vocabulary) -> schemas.Vocabulary:
    return schemas.Vocabulary(
        queues=_named(known.queues),
        prompts=[_prompt(entry) for entry in known.prompts],
        calendars=_named(known.calendars),
        connections=[
            schemas.KnownConnection(
                code=each.code,
                name=each.name,
                kind=each.kind,
                queries={query: list(names) for query, names in each.queries.items()},
            )
            for each in known.connections
        ],
        polls=_named(known.polls),
        knowledge=_named(known.knowledge),
        flows=[
            schemas.KnownFlow(
                code=flow.code,
                name=flow.name,
                kind=flow.kind,
                published=published,
            )
            for flow, published in known.flows
        ],
        templates=known.templates,
        languages=_named(known.languages),
        functions=known.functions,
        variables=[schemas.KnownVariable(name=n, example=e) for n, e in known.variables],
    )


def _named(pairs: Iterable[Named]) -> list[CodeName]:
    return [CodeName(code=code, name=name) for code, name in pairs]


def _prompt(entry: LibraryPrompt) -> schemas.KnownPrompt:
    addresses = {language: audio_url(entry, language) for language in LANGUAGES}
    return schemas.KnownPrompt(
        id=entry.code,
        name=entry.name,
        texts=texts_of(entry),
        audio={language: url for language, url in addresses.items() if url},
    )


def imported(
    flow: Flow, draft: schemas.DraftRead, made: list[str], missing: list[str]
) -> schemas.FlowImportResult:
    """``made``: codes of subflows; ``missing``: codes of prompts that the centre has not."""
    return schemas.FlowImportResult(
        code=flow.code, name=flow.name, draft=draft, made=made, missing_prompts=missing
    )
