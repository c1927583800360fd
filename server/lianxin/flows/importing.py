"""Flows go out as files, and come in again: into this centre, or another's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lianxin.centres import audit
from lianxin.centres.access import Actor
from lianxin.centres.errors import NotFound
from lianxin.flows import drafting, embedding, file_format
from lianxin.flows.authoring.checks import Checks
from lianxin.flows.errors import BrokenFlow, FlowCodeTaken, as_details
from lianxin.flows.file_format import BadFile, FileFlow, FileScenario, FlowFile, fault
from lianxin.flows.models import Flow, FlowDraft, FlowScenario, FlowVersion
from lianxin.flows.queries import EDITORS, READERS, one
from lianxin.rules.flow.lint import Finding
from lianxin.rules.flow.references import references
from lianxin.rules.values import Language

#: Texts of prompts by id and language.
Texts = Mapping[str, Mapping[Language, str]]


@dataclass(frozen=True)
class Import:
    """``code`` and ``name`` go before those of the file. ``replace``: the version of the draft
    that the file takes the place of, where there is a flow of that code."""

    file: str
    code: str = ""
    name: str = ""
    replace: int | None = None


def export(who: Actor, code: str, number: int | None, texts: Texts) -> dict[str, Any]:
    """The file of a draft, or of version ``number``. Noted. Raises ``NotFound``.

    Subflows go with it as they are drawn now.
    """
    who.need(*READERS)
    with who.scope():
        flow = one(code)
        spec, layout = _drawn(flow, number)
        main = _file_flow(flow, spec, layout)
        subflows = [_of_draft(one_) for one_ in _all_subflows(spec, code)]
        prompts = _prompts([main, *subflows], texts)
        audit.note(who, "flow.exported", "flow", flow.pk, code=code, number=number)
    return file_format.write(FlowFile(main, tuple(subflows), prompts))


def import_file(who: Actor, given: Import, checks: Checks) -> tuple[Flow, list[str]]:
    """Make drafts of what is in a file. Gives the flow and the codes of subflows that were made.

    Subflows that the centre has stay as they are. Raises ``BrokenFlow`` with every fault,
    ``FlowCodeTaken`` unless the draft is to be replaced, ``DraftConflict``.
    """
    who.need(*EDITORS)
    try:
        file = file_format.read(given.file)
    except BadFile as error:
        raise BrokenFlow(faults=as_details(error.faults)) from error
    main = replace(file.flow, code=given.code or file.flow.code, name=given.name or file.flow.name)
    with who.scope():
        drafts = _uses()
        faults = _cycles(main, file, drafts)
        if faults:
            raise BrokenFlow(faults=as_details(faults))
        made = [each.code for each in file.subflows if each.code not in drafts]
        for each in file.subflows:
            if each.code in made:
                _add(who, each, checks)
        flow = _put(who, main, given.replace, checks)
        data = {"code": main.code, "made": made, "replaced": given.replace is not None}
        audit.note(who, "flow.imported", "flow", flow.pk, **data)
        return one(main.code), made


def _drawn(flow: Flow, number: int | None) -> tuple[dict[str, Any], Any]:
    if number is None:
        return _own(flow.draft.spec), flow.draft.layout
    version = FlowVersion.objects.filter(flow=flow, number=number).first()
    if version is None:
        raise NotFound
    return embedding.own(version.spec), version.layout


def _own(spec: Any) -> dict[str, Any]:
    return embedding.own(spec) if isinstance(spec, dict) else {}


def _all_subflows(spec: dict[str, Any], code: str) -> list[Flow]:
    """Every subflow that is named, at any depth, each once."""
    found: dict[str, Flow] = {}
    open_ = embedding.named(spec)
    while open_:
        rows = Flow.objects.filter(code__in=open_, kind="subflow", deleted_at=None)
        new = [row for row in rows.select_related("draft") if row.code not in {code, *found}]
        found |= {row.code: row for row in new}
        open_ = sorted({used for row in new for used in row.draft.uses} - found.keys())
    return [found[each] for each in sorted(found)]


def _of_draft(flow: Flow) -> FileFlow:
    return _file_flow(flow, _own(flow.draft.spec), flow.draft.layout)


def _file_flow(flow: Flow, spec: dict[str, Any], layout: Any) -> FileFlow:
    scenarios = FlowScenario.objects.filter(flow=flow).order_by("name")
    return FileFlow(
        code=flow.code,
        name=flow.name,
        kind=flow.kind,
        spec=spec,
        layout=layout,
        scenarios=tuple(FileScenario(s.name, s.setup, s.steps, s.expected) for s in scenarios),
    )


def _prompts(flows: list[FileFlow], texts: Texts) -> dict[str, dict[str, str]]:
    spoken = {id_ for flow in flows for id_ in references(flow.spec).spoken}
    return {
        id_: {str(k): v for k, v in texts[id_].items()} for id_ in sorted(spoken) if id_ in texts
    }


def _uses() -> dict[str, list[str]]:
    """What each draft of the centre names."""
    drafts = FlowDraft.objects.filter(flow__deleted_at=None)
    return dict(drafts.values_list("flow__code", "uses"))


def _cycles(main: FileFlow, file: FlowFile, drafts: Mapping[str, list[str]]) -> list[Finding]:
    """Faults for subflows that lead back to themselves, through the file and what is there."""
    named = {each.code: embedding.named(each.spec) for each in file.subflows}
    graph = {**named, **drafts, main.code: embedding.named(main.spec)}
    found = []
    for place, each in file_format.flows_of(file):
        code = main.code if place == "flow" else each.code
        way = _way(graph, code)
        if way:
            text = f"leads back to itself: {' → '.join(way)}"
            found.append(fault("flow.cyclic", f"{place}.spec", text, {"way": " → ".join(way)}))
    return found


def _way(graph: Mapping[str, list[str]], start: str) -> list[str]:
    """The shortest way from ``start`` back to it, empty when there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for used in graph.get(way[-1], ()):
            if used == start:
                return [*way, start]
            if used not in seen:
                seen.add(used)
                ways.append([*way, used])
    return []


def _put(who: Actor, main: FileFlow, version: int | None, checks: Checks) -> Flow:
    """Add the flow, or put it in place of the draft that is there."""
    there = Flow.objects.filter(code=main.code, deleted_at=None).first()
    if there is None or version is None:
        if there is not None:
            raise FlowCodeTaken(code=main.code)
        return _add(who, main, checks)
    flow, draft = drafting.locked(main.code)
    drafting.check_draft(draft, version)
    if flow.kind != main.kind:
        text = f"is a {main.kind}, not a {flow.kind} like the one that is there"
        raise BrokenFlow(
            faults=as_details([fault("file.kind", "flow.kind", text, {"is": main.kind})])
        )
    spec = {**main.spec, "id": main.code, "title": main.name}
    drafting.replace_draft(who, flow, spec, main.layout, checks)
    _put_scenarios(who, flow, main.scenarios)
    return flow


def _add(who: Actor, new: FileFlow, checks: Checks) -> Flow:
    spec = {**new.spec, "id": new.code, "title": new.name}
    flow = drafting.add(who, new.code, new.name, new.kind, spec, new.layout, checks)
    _put_scenarios(who, flow, new.scenarios)
    return flow


def _put_scenarios(who: Actor, flow: Flow, scenarios: tuple[FileScenario, ...]) -> None:
    """Those of the same name are replaced, the others stay."""
    for each in scenarios:
        values = {"setup": each.setup, "steps": each.steps, "expected": each.expected}
        FlowScenario.objects.update_or_create(
            centre_id=who.centre,
            flow=flow,
            name=each.name,
            defaults={**values, "updated_by_id": who.person},
        )
