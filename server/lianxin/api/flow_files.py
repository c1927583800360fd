"""Flows compared, taken out as files and brought in."""

from __future__ import annotations

import json

from django.http import HttpResponse
from ninja import Query, Router, Status

from lianxin.api import flow_shapes as shapes
from lianxin.api import flow_shaping as shaping
from lianxin.api.base import Asked
from lianxin.api.flow_forms import Compared, Exported, ImportedFile
from lianxin.api.flows import REFUSALS, draft
from lianxin.flows import importing, queries
from lianxin.flows.authoring.centre import checks_for
from lianxin.flows.authoring.vocabulary import texts_of_prompts
from lianxin.rules.flow.references import references

router = Router(tags=["flows"])


def _number(which: str) -> int | None:
    return None if which == "draft" else int(which)


@router.get(
    "/flows/{code}/diff",
    response={200: shapes.Difference, **REFUSALS},
    operation_id="compare_versions",
)
def compare_versions(request: Asked, code: str, wanted: Query[Compared]) -> shapes.Difference:
    """What is different between two versions, or a version and the draft."""
    sides = (_number(wanted.before), _number(wanted.after))
    return shaping.difference(*queries.compared(request.auth, code, *sides))


@router.get("/flows/{code}/export", response={200: None, **REFUSALS}, operation_id="export_flow")
def export_flow(request: Asked, code: str, wanted: Query[Exported]) -> HttpResponse:
    """The flow as a file, application/json: with its layout, scenarios, subflows and the texts
    of its prompts. Noted."""
    who = request.auth
    number = _number(wanted.version)
    file = importing.export(who, code, number, texts_of_prompts(who))
    response = HttpResponse(
        json.dumps(file, ensure_ascii=False, indent=2) + "\n", content_type="application/json"
    )
    name = f"{code}-{wanted.version}.lianxin-flow.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@router.post(
    "/flows/import", response={201: shapes.Imported, **REFUSALS}, operation_id="import_flow"
)
def import_flow(request: Asked, given: ImportedFile) -> Status[shapes.Imported]:
    """Make a draft of a file. 422 ``flow.broken`` with every fault and its place in
    ``details.faults``; 409 ``flow.code_taken`` unless ``replace`` names the draft's version."""
    who = request.auth
    text = given.file if isinstance(given.file, str) else json.dumps(given.file)
    what = importing.Import(text, given.code, given.name, given.replace)
    flow, made = importing.import_file(who, what, checks_for(who))
    missing = references(flow.draft.spec).spoken - texts_of_prompts(who).keys()
    imported = shapes.Imported(
        code=flow.code,
        name=flow.name,
        draft=draft(who, flow),
        made=made,
        missing_prompts=sorted(missing),
    )
    return Status(201, imported)
