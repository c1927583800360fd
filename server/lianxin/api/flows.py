"""Flows: the list, the drafts, and what can be named in them."""

from __future__ import annotations

from ninja import Query, Router, Status

from lianxin.api import flow_shapes as shapes
from lianxin.api import flow_shaping as shaping
from lianxin.api.base import Asked, ErrorAnswer, Page, page
from lianxin.api.flow_forms import Drawn, Linted, NewFlow, Present, Renamed, Review
from lianxin.api.forms import Listing
from lianxin.centres.access import Actor
from lianxin.flows import drafting, queries
from lianxin.flows.authoring.centre import checks_for
from lianxin.flows.authoring.vocabulary import vocabulary
from lianxin.flows.models import Flow
from lianxin.lines.queries import numbers_by_flow

router = Router(tags=["flows"])

REFUSALS = {
    400: ErrorAnswer,
    401: ErrorAnswer,
    403: ErrorAnswer,
    404: ErrorAnswer,
    409: ErrorAnswer,
    413: ErrorAnswer,
    422: ErrorAnswer,
}


def detail(who: Actor, flow: Flow) -> shapes.FlowDetail:
    """A flow with all that its page shows."""
    (row,) = queries.standing(who, [flow])
    lines = numbers_by_flow(who).get(flow.pk, [])
    return shaping.detail(row, queries.editors(who, flow), lines)


def draft(who: Actor, flow: Flow) -> shapes.Draft:
    """The draft of a flow with who else has it open."""
    return shaping.draft(flow, queries.editors(who, flow))


@router.get("/flows", response={200: Page[shapes.FlowItem], **REFUSALS}, operation_id="list_flows")
def list_flows(request: Asked, wanted: Query[Listing]) -> Page[shapes.FlowItem]:
    """The flows of the centre, the last changed first. For who reads flows: flow editors,
    administrators, supervisors."""
    who = request.auth
    part = queries.flows(who, **wanted.dict())
    lines = numbers_by_flow(who)
    rows = queries.standing(who, part.items)
    return page(part, [shaping.item(row, lines.get(row.flow.pk, [])) for row in rows])


@router.post("/flows", response={201: shapes.FlowDetail, **REFUSALS}, operation_id="create_flow")
def create_flow(request: Asked, new: NewFlow) -> Status[shapes.FlowDetail]:
    """Make a flow from a template, from another flow, or empty."""
    who = request.auth
    flow = drafting.create(who, drafting.NewFlow(**new.dict()), checks_for(who))
    return Status(201, detail(who, flow))


@router.get(
    "/flows/vocabulary",
    response={200: shapes.Vocabulary, **REFUSALS},
    operation_id="read_vocabulary",
)
def read_vocabulary(request: Asked) -> shapes.Vocabulary:
    """All that a flow of the centre can name."""
    return shaping.vocabulary(vocabulary(request.auth))


@router.get(
    "/flows/{code}", response={200: shapes.FlowDetail, **REFUSALS}, operation_id="read_flow"
)
def read_flow(request: Asked, code: str) -> shapes.FlowDetail:
    """A flow with its draft. An editor says with ``presence`` that they have it open."""
    return detail(request.auth, queries.flow(request.auth, code))


@router.patch(
    "/flows/{code}", response={200: shapes.FlowDetail, **REFUSALS}, operation_id="rename_flow"
)
def rename_flow(request: Asked, code: str, change: Renamed) -> shapes.FlowDetail:
    """Give a flow another name; its code stays."""
    return detail(request.auth, drafting.rename(request.auth, code, change.name))


@router.delete("/flows/{code}", response={204: None, **REFUSALS}, operation_id="delete_flow")
def delete_flow(request: Asked, code: str) -> Status[None]:
    """Put a flow away that nothing uses. One that was published: needs administrator.
    409 ``flow.in_use`` with ``details.by`` [{kind, code}]. ``restore`` has it back."""
    drafting.delete(request.auth, code)
    return Status(204, None)


@router.post(
    "/flows/{code}/restore",
    response={200: shapes.FlowDetail, **REFUSALS},
    operation_id="restore_flow",
)
def restore_flow(request: Asked, code: str) -> shapes.FlowDetail:
    """Have a flow back that was put away."""
    return detail(request.auth, drafting.restore(request.auth, code))


@router.put(
    "/flows/{code}/draft", response={200: shapes.Draft, **REFUSALS}, operation_id="save_draft"
)
def save_draft(request: Asked, code: str, drawn: Drawn) -> shapes.Draft:
    """Keep what was drawn, broken or not. 409 ``flow.draft_conflict`` when somebody was faster:
    ``details`` then holds their ``version``, ``by``, ``at``, ``spec`` and ``layout``."""
    who = request.auth
    flow = drafting.save_draft(who, code, drawn.version, drawn.spec, drawn.layout, checks_for(who))
    return draft(who, flow)


@router.post(
    "/flows/{code}/presence", response={200: shapes.Presence, **REFUSALS}, operation_id="be_present"
)
def be_present(request: Asked, code: str, said: Present) -> shapes.Presence:
    """Say every 20 s that the draft is open here, and once that it no longer is."""
    who = request.auth
    flow = drafting.be_present(who, code, leaving=said.leaving)
    present = queries.editors(who, flow)
    return shaping.presence(flow, present)


@router.post(
    "/flows/{code}/review", response={200: shapes.Draft, **REFUSALS}, operation_id="review_draft"
)
def review_draft(request: Asked, code: str, review: Review) -> shapes.Draft:
    """Ask for a review; approve or return (administrators). A change of the draft ends both."""
    return draft(request.auth, drafting.review(request.auth, code, review.act, review.note))


@router.post(
    "/flows/{code}/lint", response={200: shapes.Findings, **REFUSALS}, operation_id="lint_flow"
)
def lint_flow(request: Asked, code: str, linted: Linted) -> shapes.Findings:
    """What is to be said of a drawing, errors first. Nothing is kept."""
    who = request.auth
    flow = queries.flow(who, code)
    found = checks_for(who).findings(linted.spec, code, flow.kind)
    return shapes.Findings(findings=shaping.findings(found))
