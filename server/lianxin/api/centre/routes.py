"""The audit trail and the alarms."""

from __future__ import annotations

from ninja import Query, Router

from lianxin.api.base import Page, SignedInRequest, page, refusals
from lianxin.api.centre import mappers, schemas
from lianxin.api.centre.names import names_of
from lianxin.api.centre.withheld import found_by, withheld
from lianxin.centres import alarms, queries

router = Router(tags=["centres"])


@router.get(
    "/audit",
    response={
        200: Page[schemas.AuditEntrySummary],
        **refusals(400, 401, 403),
    },
    operation_id="list_audit",
)
def list_audit(
    request: SignedInRequest, wanted: Query[schemas.AuditFilter]
) -> Page[schemas.AuditEntrySummary]:
    """Who did what, newest first. What hangs on a confidential case or call is
    ``withheld`` from those who may not read it, and is not found by its id; so is the number
    that was looked up for the mayor's mailbox."""
    who = request.auth
    part = queries.audit(who, found_by(who, wanted.object_id), **wanted.dict())
    names, closed = names_of(who, part.items), withheld(who, part.items)
    return page(part, [mappers.audit(row, names, closed) for row in part.items])


@router.get(
    "/alarms",
    response={
        200: Page[schemas.AlarmSummary],
        **refusals(400, 401, 403),
    },
    operation_id="list_alarms",
)
def list_alarms(
    request: SignedInRequest, wanted: Query[schemas.AlarmFilter]
) -> Page[schemas.AlarmSummary]:
    """What a person must look at, newest first. For administrators."""
    part = alarms.alarms(request.auth, **wanted.dict())
    names, closed = names_of(request.auth, part.items), withheld(request.auth, part.items)
    return page(part, [mappers.alarm(row, names, closed) for row in part.items])


@router.post(
    "/alarms/{int:alarm_id}/clear",
    response={200: schemas.AlarmSummary, **refusals(401, 403, 404)},
    operation_id="clear_alarm",
)
def clear_alarm(request: SignedInRequest, alarm_id: int) -> schemas.AlarmSummary:
    """Say that an alarm was looked at; noted. What is still wrong raises a new one."""
    alarm = alarms.clear(request.auth, alarm_id)
    closed = withheld(request.auth, [alarm])
    return mappers.alarm(alarm, names_of(request.auth, [alarm]), closed)
