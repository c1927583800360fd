"""From flows to what the API gives. No query is made here: all is loaded before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lianxin.api import flow_shapes as shapes
from lianxin.api.prompt_shaping import audio_url
from lianxin.api.shaping import agent
from lianxin.calls import paths
from lianxin.flows.authoring.checks import Result
from lianxin.flows.authoring.vocabulary import Named, Vocabulary, texts_of
from lianxin.flows.models import Flow, FlowDraft, FlowPresence, FlowScenario, FlowVersion
from lianxin.flows.queries import Standing, state_of
from lianxin.flows.sentences import sentence
from lianxin.prompts.choices import LANGUAGES
from lianxin.prompts.library import Entry
from lianxin.rules.flow.diff import ABSENT, Diff, FieldChange
from lianxin.rules.flow.lint import Finding
from lianxin.rules.flow.simulator import Simulation


def _draft_head(flow: Flow) -> shapes.DraftHead:
    draft = flow.draft
    return shapes.DraftHead(
        version=draft.version,
        updated_at=draft.updated_at,
        updated_by=agent(draft.updated_by),
        state=draft.state,  # type: ignore[arg-type]  # the column is held to these words
    )


def _published(row: FlowVersion | None) -> shapes.PublishedHead | None:
    if row is None:
        return None
    return shapes.PublishedHead(number=row.number, at=row.published_at, by=agent(row.published_by))


def scheduled(row: FlowVersion | None) -> shapes.ScheduledHead | None:
    if row is None:
        return None
    return shapes.ScheduledHead(number=row.number, at=row.effective_at, by=agent(row.published_by))


def _changed(draft: FlowDraft, published: FlowVersion | None) -> bool:
    """Whether the draft was drawn on since what is in force was made of it."""
    if published is None or draft.based_on != published.number:
        return True
    return draft.updated_at > published.published_at


def item(row: Standing, lines: list[str]) -> shapes.FlowItem:
    flow = row.flow
    return shapes.FlowItem(
        code=flow.code,
        name=flow.name,
        kind=flow.kind,  # type: ignore[arg-type]  # the column is held to these words
        draft=_draft_head(flow),
        changed=_changed(flow.draft, row.published),
        published=_published(row.published),
        scheduled=scheduled(row.scheduled),
        lines=lines,
        used_by=row.used_by,
        errors=flow.draft.errors,
        warnings=flow.draft.warnings,
    )


def editors(rows: list[FlowPresence]) -> list[shapes.Editor]:
    people = ((agent(row.person), row.at) for row in rows)
    return [shapes.Editor(person=person, at=at) for person, at in people if person]


def presence(flow: Flow, present: list[FlowPresence]) -> shapes.Presence:
    head = _draft_head(flow)
    return shapes.Presence(version=head.version, state=head.state, editors=editors(present))


def draft(flow: Flow, present: list[FlowPresence]) -> shapes.Draft:
    row = flow.draft
    return shapes.Draft(
        **_draft_head(flow).dict(),
        spec=row.spec,
        layout=row.layout,
        note=row.note,
        based_on=row.based_on,
        errors=row.errors,
        warnings=row.warnings,
        editors=editors(present),
    )


def detail(row: Standing, present: list[FlowPresence], lines: list[str]) -> shapes.FlowDetail:
    flow = row.flow
    force = row.published
    return shapes.FlowDetail(
        code=flow.code,
        name=flow.name,
        kind=flow.kind,  # type: ignore[arg-type]  # the column is held to these words
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


def version_item(row: FlowVersion, force: FlowVersion | None) -> shapes.VersionItem:
    return shapes.VersionItem(**_version(row, force))


def version(row: FlowVersion, force: FlowVersion | None) -> shapes.Version:
    return shapes.Version(
        **_version(row, force),
        spec=row.spec,
        layout=row.layout,
        inner_layouts=row.inner_layouts,
    )


def scenario(row: FlowScenario) -> shapes.Scenario:
    return shapes.Scenario(
        id=row.pk,
        name=row.name,
        setup=row.setup,
        steps=row.steps,
        expected=row.expected,
        updated_at=row.updated_at,
        updated_by=agent(row.updated_by),
    )


def result(row: Result) -> shapes.ScenarioResult:
    return shapes.ScenarioResult(
        id=row.id, name=row.name, passed=row.passed, difference=row.difference.splitlines()
    )


def difference(changes: Diff, subflows: list[str]) -> shapes.Difference:
    return shapes.Difference(
        nodes={
            name: shapes.NodeChange(change=change.change, fields=_fields(change.fields))
            for name, change in changes.nodes.items()
        },
        head=_fields(changes.head),
        subflows=subflows,
    )


def _fields(changes: tuple[FieldChange, ...]) -> list[shapes.FieldChange]:
    return [
        shapes.FieldChange(field=c.field, before=_value(c.before), after=_value(c.after))
        for c in changes
    ]


def _value(side: Any) -> Any:
    return None if side is ABSENT else side


def simulated(played: Simulation, urls: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    """``urls``: where a page hears a prompt, by id and language."""
    said = played.to_json()
    for heard in said["playing"]:
        where = [(part, heard["language"]) for part in heard["parts"]]
        heard["parts"] = [{"prompt": part[0], "url": urls.get(part, "")} for part in where]
        heard["url"] = urls.get((heard["prompt"], heard["language"]), "")
    return said


def traffic(found: paths.Traffic, now: dict[str, int] | None) -> shapes.Traffic:
    return shapes.Traffic(
        version=found.version,
        live=now is not None,
        now=now or {},
        today={node: shapes.NodeTraffic(**vars(each)) for node, each in found.today.items()},
        calls=found.calls,
        contained=found.contained,
        containment=round(found.contained / found.calls, 4) if found.calls else None,
    )


def trace(found: paths.Trace) -> shapes.Trace:
    version = found.version
    flow = version.flow if version else None
    return shapes.Trace(
        call=found.call.pk,
        flow=shapes.TracedFlow(code=flow.code, name=flow.name, number=version.number)
        if flow and version
        else None,
        spec=version.spec if version else None,
        layout=version.layout if version else None,
        inner_layouts=version.inner_layouts if version else {},
        steps=[shapes.TraceStep(**vars(step)) for step in found.steps],
        withheld=found.withheld,
    )


def findings(found: Iterable[Finding]) -> list[shapes.Finding]:
    """Findings with a sentence in the reader's language."""
    return [
        shapes.Finding(
            code=each.code,
            severity=each.severity,
            place=each.place,
            node=each.node,
            data=dict(each.data),
            message=sentence(each.code, each.text, each.data),
        )
        for each in found
    ]


def vocabulary(known: Vocabulary) -> shapes.Vocabulary:
    return shapes.Vocabulary(
        queues=_named(known.queues),
        prompts=[_prompt(entry) for entry in known.prompts],
        calendars=_named(known.calendars),
        connections=[
            shapes.KnownConnection(
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
            shapes.KnownFlow(
                code=flow.code,
                name=flow.name,
                kind=flow.kind,  # type: ignore[arg-type]  # the column is held to these words
                published=published,
            )
            for flow, published in known.flows
        ],
        templates=known.templates,
        languages=_named(known.languages),
        functions=known.functions,
        variables=[shapes.KnownVariable(name=n, example=e) for n, e in known.variables],
    )


def _named(pairs: Iterable[Named]) -> list[shapes.Named]:
    return [shapes.Named(code=code, name=name) for code, name in pairs]


def _prompt(entry: Entry) -> shapes.KnownPrompt:
    addresses = {language: audio_url(entry, language) for language in LANGUAGES}
    return shapes.KnownPrompt(
        id=entry.code,
        name=entry.name,
        texts=texts_of(entry),
        audio={language: url for language, url in addresses.items() if url},
    )


def urls(entries: Iterable[Entry]) -> dict[tuple[str, str], str]:
    """Where a page hears each prompt, by id and language."""
    addresses = {
        (entry.code, language): audio_url(entry, language)
        for entry in entries
        for language in LANGUAGES
    }
    return {key: url for key, url in addresses.items() if url}
