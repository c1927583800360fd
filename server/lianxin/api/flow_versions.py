"""What was published of a flow, and publishing."""

from __future__ import annotations

from ninja import Query, Router, Status

from lianxin.api import flow_shapes as shapes
from lianxin.api import flow_shaping as shaping
from lianxin.api.base import Asked, Page, page
from lianxin.api.flow_forms import Publish, RollBack
from lianxin.api.flows import REFUSALS
from lianxin.api.forms import Listing
from lianxin.centres.access import Actor
from lianxin.flows import actions, queries
from lianxin.flows.authoring.centre import checks_for
from lianxin.flows.models import FlowVersion

router = Router(tags=["flows"])


def _published(who: Actor, code: str, made: FlowVersion) -> shapes.VersionItem:
    row = queries.version(who, code, made.number)
    return shaping.version_item(row, queries.in_force(who, row.flow))


@router.post(
    "/flows/{code}/publish",
    response={201: shapes.VersionItem, **REFUSALS},
    operation_id="publish_flow",
)
def publish_flow(request: Asked, code: str, how: Publish) -> Status[shapes.VersionItem]:
    """Publish the draft, now or ``at`` a time. Needs administrator. 422 ``flow.broken`` with
    ``details.faults``; 409 ``flow.scenarios_failing`` without a ``reason``. Flows that embed
    a subflow are published anew with it."""
    who = request.auth
    made = actions.publish_draft(who, code, actions.Publishing(**how.dict()), checks_for(who))
    return Status(201, _published(who, code, made))


@router.delete(
    "/flows/{code}/scheduled", response={204: None, **REFUSALS}, operation_id="cancel_scheduled"
)
def cancel_scheduled(request: Asked, code: str) -> Status[None]:
    """Call off what is to come into force later. Needs administrator."""
    actions.cancel_scheduled(request.auth, code)
    return Status(204, None)


@router.get(
    "/flows/{code}/versions",
    response={200: Page[shapes.VersionItem], **REFUSALS},
    operation_id="list_versions",
)
def list_versions(request: Asked, code: str, wanted: Query[Listing]) -> Page[shapes.VersionItem]:
    """What was published of a flow, newest first."""
    who = request.auth
    flow = queries.flow(who, code)
    part = queries.versions(who, flow, **wanted.dict())
    force = queries.in_force(who, flow)
    return page(part, [shaping.version_item(row, force) for row in part.items])


@router.get(
    "/flows/{code}/versions/{int:number}",
    response={200: shapes.Version, **REFUSALS},
    operation_id="read_version",
)
def read_version(request: Asked, code: str, number: int) -> shapes.Version:
    """One version with all that it embeds."""
    row = queries.version(request.auth, code, number)
    return shaping.version(row, queries.in_force(request.auth, row.flow))


@router.post(
    "/flows/{code}/versions/{int:number}/roll-back",
    response={201: shapes.VersionItem, **REFUSALS},
    operation_id="roll_back_flow",
)
def roll_back_flow(
    request: Asked, code: str, number: int, back: RollBack
) -> Status[shapes.VersionItem]:
    """Publish the content of an earlier version again, at once. Needs administrator."""
    who = request.auth
    made = actions.roll_back(who, code, number, back.note, checks_for(who))
    return Status(201, _published(who, code, made))
