"""Flows: the list, drafts, versions, files, and what can be named in them."""

from __future__ import annotations

import json

from django.http import HttpResponse
from ninja import Query, Router, Status

from lianxin.api.base import Listing, Page, SignedInRequest, page
from lianxin.api.flows import mappers, schemas
from lianxin.api.shared.responses import FLOW_REFUSALS
from lianxin.centres.access import Actor
from lianxin.flows import actions, drafting, importing, queries
from lianxin.flows.authoring.centre import checks_for
from lianxin.flows.authoring.vocabulary import texts_of_prompts, vocabulary
from lianxin.flows.models import Flow, FlowVersion
from lianxin.lines.queries import numbers_by_flow
from lianxin.rules.flow.references import references

router = Router(tags=["flows"])


def _number(which: str) -> int | None:
    return None if which == "draft" else int(which)


@router.get(
    "/flows/{code}/diff",
    response={200: schemas.Difference, **FLOW_REFUSALS},
    operation_id="compare_versions",
)
def compare_versions(
    request: SignedInRequest, code: str, wanted: Query[schemas.CompareQuery]
) -> schemas.Difference:
    """What is different between two versions, or a version and the draft."""
    sides = (_number(wanted.before), _number(wanted.after))
    return mappers.difference(queries.compared(request.auth, code, *sides))


@router.get(
    "/flows/{code}/export", response={200: None, **FLOW_REFUSALS}, operation_id="export_flow"
)
def export_flow(
    request: SignedInRequest, code: str, wanted: Query[schemas.ExportQuery]
) -> HttpResponse:
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
    "/flows/import",
    response={201: schemas.FlowImportResult, **FLOW_REFUSALS},
    operation_id="import_flow",
)
def import_flow(
    request: SignedInRequest, given: schemas.FlowImport
) -> Status[schemas.FlowImportResult]:
    """Make a draft of a file. 422 ``flow.broken`` with every fault and its place in
    ``details.faults``; 409 ``flow.code_taken`` unless ``replace`` names the draft's version."""
    who = request.auth
    text = given.file if isinstance(given.file, str) else json.dumps(given.file)
    what = importing.Import(text, given.code, given.name, given.replace)
    flow, made = importing.import_file(who, what, checks_for(who))
    missing = references(flow.draft.spec).spoken - texts_of_prompts(who).keys()
    return Status(201, mappers.imported(flow, _draft(who, flow), made, sorted(missing)))


def _detail(who: Actor, flow: Flow) -> schemas.FlowRead:
    """A flow with all that its page shows."""
    (row,) = queries.flow_statuses(who, [flow])
    lines = numbers_by_flow(who).get(flow.pk, [])
    return mappers.detail(row, queries.editors(who, flow), lines)


def _draft(who: Actor, flow: Flow) -> schemas.DraftRead:
    """The draft of a flow with who else has it open."""
    return mappers.draft(flow, queries.editors(who, flow))


@router.get(
    "/flows", response={200: Page[schemas.FlowSummary], **FLOW_REFUSALS}, operation_id="list_flows"
)
def list_flows(
    request: SignedInRequest, wanted: Query[schemas.FlowFilter]
) -> Page[schemas.FlowSummary]:
    """The flows of the centre, or those that were put away, the last changed first. For who
    reads flows: flow editors, administrators, supervisors."""
    who = request.auth
    part = queries.flows(who, **wanted.dict())
    lines = numbers_by_flow(who)
    rows = queries.flow_statuses(who, part.items)
    return page(part, [mappers.item(row, lines.get(row.flow.pk, [])) for row in rows])


@router.post(
    "/flows", response={201: schemas.FlowRead, **FLOW_REFUSALS}, operation_id="create_flow"
)
def create_flow(request: SignedInRequest, new: schemas.FlowCreate) -> Status[schemas.FlowRead]:
    """Make a flow from a template, from another flow, or empty."""
    who = request.auth
    flow = drafting.create(who, drafting.NewFlow(**new.dict()), checks_for(who))
    return Status(201, _detail(who, flow))


@router.get(
    "/flows/vocabulary",
    response={200: schemas.Vocabulary, **FLOW_REFUSALS},
    operation_id="read_vocabulary",
)
def read_vocabulary(request: SignedInRequest) -> schemas.Vocabulary:
    """All that a flow of the centre can name."""
    return mappers.vocabulary(vocabulary(request.auth))


@router.get(
    "/flows/{code}", response={200: schemas.FlowRead, **FLOW_REFUSALS}, operation_id="read_flow"
)
def read_flow(request: SignedInRequest, code: str) -> schemas.FlowRead:
    """A flow with its draft. An editor says with ``presence`` that they have it open. 404 with
    ``details.put_away`` true: it was put away, and can be had back."""
    return _detail(request.auth, queries.flow(request.auth, code))


@router.patch(
    "/flows/{code}", response={200: schemas.FlowRead, **FLOW_REFUSALS}, operation_id="rename_flow"
)
def rename_flow(
    request: SignedInRequest, code: str, change: schemas.FlowRename
) -> schemas.FlowRead:
    """Give a flow another name; its code stays. The draft's title is the name: 409
    ``flow.draft_conflict`` when somebody changed the draft since ``version``."""
    return _detail(request.auth, drafting.rename(request.auth, code, **change.dict()))


@router.delete("/flows/{code}", response={204: None, **FLOW_REFUSALS}, operation_id="delete_flow")
def delete_flow(request: SignedInRequest, code: str) -> Status[None]:
    """Put a flow away that nothing uses. One that was published: needs administrator.
    409 ``flow.in_use`` with ``details.by`` [{kind, code}]. ``restore`` has it back."""
    drafting.delete(request.auth, code)
    return Status(204, None)


@router.post(
    "/flows/{code}/restore",
    response={200: schemas.FlowRead, **FLOW_REFUSALS},
    operation_id="restore_flow",
)
def restore_flow(request: SignedInRequest, code: str) -> schemas.FlowRead:
    """Have a flow back that was put away."""
    return _detail(request.auth, drafting.restore(request.auth, code))


@router.put(
    "/flows/{code}/draft",
    response={200: schemas.DraftRead, **FLOW_REFUSALS},
    operation_id="save_draft",
)
def save_draft(
    request: SignedInRequest, code: str, drawn: schemas.DraftUpdate
) -> schemas.DraftRead:
    """Keep what was drawn, broken or not; its title is the flow's name. 409
    ``flow.draft_conflict`` when somebody was faster: ``details`` then holds their
    ``version``, ``by``, ``at``, ``spec`` and ``layout``."""
    who = request.auth
    flow = drafting.save_draft(who, code, drawn.version, drawn.spec, drawn.layout, checks_for(who))
    return _draft(who, flow)


@router.post(
    "/flows/{code}/presence",
    response={200: schemas.Presence, **FLOW_REFUSALS},
    operation_id="be_present",
)
def be_present(
    request: SignedInRequest, code: str, said: schemas.PresenceUpdate
) -> schemas.Presence:
    """Say every 20 s that the draft is open here, and once that it no longer is."""
    who = request.auth
    flow = drafting.be_present(who, code, leaving=said.leaving)
    present = queries.editors(who, flow)
    return mappers.presence(flow, present)


@router.post(
    "/flows/{code}/review",
    response={200: schemas.DraftRead, **FLOW_REFUSALS},
    operation_id="review_draft",
)
def review_draft(request: SignedInRequest, code: str, review: schemas.Review) -> schemas.DraftRead:
    """Ask for a review; approve or return (administrators). A change of the draft ends both."""
    return _draft(request.auth, drafting.review(request.auth, code, review.act, review.note))


@router.post(
    "/flows/{code}/lint",
    response={200: schemas.Findings, **FLOW_REFUSALS},
    operation_id="lint_flow",
)
def lint_flow(request: SignedInRequest, code: str, linted: schemas.LintRequest) -> schemas.Findings:
    """What is to be said of a drawing, errors first. Nothing is kept."""
    who = request.auth
    flow = queries.flow(who, code)
    found = checks_for(who).findings(linted.spec, code, flow.kind)
    return schemas.Findings(findings=mappers.findings(found))


def _published(who: Actor, code: str, made: FlowVersion) -> schemas.VersionSummary:
    row = queries.version(who, code, made.number)
    return mappers.version_item(row, queries.in_force(who, row.flow))


@router.post(
    "/flows/{code}/publish",
    response={201: schemas.VersionSummary, **FLOW_REFUSALS},
    operation_id="publish_flow",
)
def publish_flow(
    request: SignedInRequest, code: str, how: schemas.Publish
) -> Status[schemas.VersionSummary]:
    """Publish the draft, now or ``at`` a time. Needs administrator. The same request again gives
    the same version; 409 ``flow.already_published`` when another published this draft.
    422 ``flow.broken`` with ``details.faults``; 409 ``flow.scenarios_failing`` without a
    ``reason``. Flows that embed a subflow are published anew with it."""
    who = request.auth
    made = actions.publish_draft(who, code, actions.Publishing(**how.dict()), checks_for(who))
    return Status(201, _published(who, code, made))


@router.delete(
    "/flows/{code}/scheduled",
    response={204: None, **FLOW_REFUSALS},
    operation_id="cancel_scheduled",
)
def cancel_scheduled(request: SignedInRequest, code: str) -> Status[None]:
    """Call off what is to come into force later. Needs administrator."""
    actions.cancel_scheduled(request.auth, code)
    return Status(204, None)


@router.get(
    "/flows/{code}/versions",
    response={200: Page[schemas.VersionSummary], **FLOW_REFUSALS},
    operation_id="list_versions",
)
def list_versions(
    request: SignedInRequest, code: str, wanted: Query[Listing]
) -> Page[schemas.VersionSummary]:
    """What was published of a flow, newest first."""
    who = request.auth
    flow = queries.flow(who, code)
    part = queries.versions(who, flow, **wanted.dict())
    force = queries.in_force(who, flow)
    return page(part, [mappers.version_item(row, force) for row in part.items])


@router.get(
    "/flows/{code}/versions/{int:number}",
    response={200: schemas.VersionRead, **FLOW_REFUSALS},
    operation_id="read_version",
)
def read_version(request: SignedInRequest, code: str, number: int) -> schemas.VersionRead:
    """One version with all that it embeds."""
    row = queries.version(request.auth, code, number)
    return mappers.version(row, queries.in_force(request.auth, row.flow))


@router.post(
    "/flows/{code}/versions/{int:number}/roll-back",
    response={201: schemas.VersionSummary, **FLOW_REFUSALS},
    operation_id="roll_back_flow",
)
def roll_back_flow(
    request: SignedInRequest, code: str, number: int, back: schemas.RollBack
) -> Status[schemas.VersionSummary]:
    """Publish the content of an earlier version again, at once. Needs administrator. The same
    request again gives the same version; 409 ``flow.already_published`` as when publishing."""
    who = request.auth
    made = actions.roll_back(who, code, number, back.note, checks_for(who))
    return Status(201, _published(who, code, made))
