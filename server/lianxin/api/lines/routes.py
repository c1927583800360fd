"""Lines: their plans, the emergency switch, and who answers."""

from __future__ import annotations

from ninja import Query, Router, Status

from lianxin.api.base import REFUSALS, SignedInRequest
from lianxin.api.lines import mappers, schemas
from lianxin.lines import actions, outbound, queries

router = Router(tags=["lines"])


@router.get("/lines", response={200: list[schemas.LineRead], **REFUSALS}, operation_id="list_lines")
def list_lines(request: SignedInRequest, wanted: Query[schemas.Moment]) -> list[schemas.LineRead]:
    """The numbers of the centre, their plans, and what answers each. For administrators,
    supervisors and flow editors."""
    return [mappers.line(each) for each in queries.lines(request.auth, wanted.at)]


@router.post("/lines", response={201: schemas.LineRead, **REFUSALS}, operation_id="open_line")
def open_line(request: SignedInRequest, new: schemas.LineCreate) -> Status[schemas.LineRead]:
    """Let a number be answered by a flow, at all times until it is given a plan."""
    actions.open_line(request.auth, new.number, new.name, new.flow)
    return Status(201, mappers.line(queries.line(request.auth, new.number)))


@router.get(
    "/outbound", response={200: schemas.OutboundRead, **REFUSALS}, operation_id="get_outbound"
)
def get_outbound(request: SignedInRequest) -> schemas.OutboundRead:
    """Which telephones outside the centre rings: callbacks, transfers, faxes, agents' own."""
    return mappers.outbound(*outbound.setting(request.auth))


@router.put(
    "/outbound", response={200: schemas.OutboundRead, **REFUSALS}, operation_id="change_outbound"
)
def change_outbound(
    request: SignedInRequest, change: schemas.OutboundUpdate
) -> schemas.OutboundRead:
    """Change which telephones outside the centre rings; holds from the next leg on."""
    outbound.change_setting(request.auth, change.version, mappers.outbound_rule(change))
    return mappers.outbound(*outbound.setting(request.auth))


@router.get(
    "/lines/lint", response={200: list[schemas.LineFinding], **REFUSALS}, operation_id="lint_lines"
)
def lint_lines(request: SignedInRequest) -> list[schemas.LineFinding]:
    """What is wrong, or will be, with the lines and calendars of the centre."""
    return [mappers.finding(each) for each in queries.findings(request.auth)]


@router.get(
    "/lines/answer", response={200: schemas.WhoAnswers, **REFUSALS}, operation_id="who_answers"
)
def who_answers(request: SignedInRequest, asked: Query[schemas.Question]) -> schemas.WhoAnswers:
    """Who answers a number at a moment: centre, flow version, queues, and why. Numbers of
    other centres are not told, except to the platform's operator."""
    return mappers.who_answers(
        asked.number, queries.who_answers(request.auth, asked.number, asked.at)
    )


@router.put(
    "/lines/{line}", response={200: schemas.LineRead, **REFUSALS}, operation_id="change_line"
)
def change_line(request: SignedInRequest, line: str, plan: schemas.LineUpdate) -> schemas.LineRead:
    """Give a line its plan; in force for every call that starts from now on."""
    actions.change_line(request.auth, line, plan.version, mappers.line_change(plan))
    return mappers.line(queries.line(request.auth, line))


@router.put(
    "/lines/{line}/emergency",
    response={200: schemas.LineRead, **REFUSALS},
    operation_id="switch_emergency",
)
def switch_emergency(
    request: SignedInRequest, line: str, switch: schemas.Switch
) -> schemas.LineRead:
    """The emergency switch: on and off are the same act."""
    actions.set_emergency(request.auth, line, on=switch.on)
    return mappers.line(queries.line(request.auth, line))


@router.delete("/lines/{line}", response={204: None, **REFUSALS}, operation_id="close_line")
def close_line(request: SignedInRequest, line: str) -> Status[None]:
    """Let a number be answered no more."""
    actions.close_line(request.auth, line)
    return Status(204, None)
