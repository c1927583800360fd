"""Lines: their plans, the emergency switch, and who answers."""

from __future__ import annotations

from ninja import Query, Router, Status

from lianxin.api import line_shapes as shapes
from lianxin.api import line_shaping as shaping
from lianxin.api.base import Asked, ErrorAnswer
from lianxin.lines import actions, queries

router = Router(tags=["lines"])
_ERRORS = {401: ErrorAnswer, 403: ErrorAnswer, 404: ErrorAnswer, 409: ErrorAnswer, 422: ErrorAnswer}


@router.get("/lines", response={200: list[shapes.LineItem], **_ERRORS}, operation_id="list_lines")
def list_lines(request: Asked, wanted: Query[shapes.Moment]) -> list[shapes.LineItem]:
    """The numbers of the centre, their plans, and what answers each. For administrators,
    supervisors and flow editors."""
    return [shaping.line(each) for each in queries.lines(request.auth, wanted.at)]


@router.post("/lines", response={201: shapes.LineItem, **_ERRORS}, operation_id="open_line")
def open_line(request: Asked, new: shapes.NewLine) -> Status[shapes.LineItem]:
    """Let a number be answered by a flow, at all times until it is given a plan."""
    actions.open_line(request.auth, new.number, new.name, new.flow)
    return Status(201, shaping.line(queries.line(request.auth, new.number)))


@router.get(
    "/lines/lint", response={200: list[shapes.FindingItem], **_ERRORS}, operation_id="lint_lines"
)
def lint_lines(request: Asked) -> list[shapes.FindingItem]:
    """What is wrong, or will be, with the lines and calendars of the centre."""
    return [shaping.finding(each) for each in queries.findings(request.auth)]


@router.get(
    "/lines/answer", response={200: shapes.WhoAnswers, **_ERRORS}, operation_id="who_answers"
)
def who_answers(request: Asked, asked: Query[shapes.Question]) -> shapes.WhoAnswers:
    """Who answers a number at a moment: centre, flow version, queues, and why. Numbers of
    other centres are not told, except to the platform's operator."""
    return shaping.who_answers(
        asked.number, queries.who_answers(request.auth, asked.number, asked.at)
    )


@router.put("/lines/{line}", response={200: shapes.LineItem, **_ERRORS}, operation_id="change_line")
def change_line(request: Asked, line: str, plan: shapes.LinePlanForm) -> shapes.LineItem:
    """Give a line its plan; in force for every call that starts from now on."""
    actions.change_line(request.auth, line, shaping.line_change(plan))
    return shaping.line(queries.line(request.auth, line))


@router.put(
    "/lines/{line}/emergency",
    response={200: shapes.LineItem, **_ERRORS},
    operation_id="switch_emergency",
)
def switch_emergency(request: Asked, line: str, switch: shapes.Switch) -> shapes.LineItem:
    """The emergency switch: on and off are the same act."""
    actions.set_emergency(request.auth, line, on=switch.on)
    return shaping.line(queries.line(request.auth, line))


@router.delete("/lines/{line}", response={204: None, **_ERRORS}, operation_id="close_line")
def close_line(request: Asked, line: str) -> Status[None]:
    """Let a number be answered no more."""
    actions.close_line(request.auth, line)
    return Status(204, None)
