"""The roster, the audit trail and the alarms."""

from __future__ import annotations

from ninja import Query, Router

from lianxin.api import shaping
from lianxin.api.base import Asked, ErrorAnswer, Page, page
from lianxin.api.forms import AlarmFilter, AuditFilter
from lianxin.api.shapes import AlarmItem, AuditItem, PersonItem
from lianxin.centres import alarms, queries

router = Router(tags=["centres"])


@router.get(
    "/people",
    response={200: list[PersonItem], 401: ErrorAnswer, 403: ErrorAnswer},
    operation_id="list_people",
)
def list_people(request: Asked) -> list[PersonItem]:
    """The roster of the centre. For supervisors and administrators."""
    return [shaping.person(row) for row in queries.people(request.auth)]


@router.get(
    "/audit",
    response={200: Page[AuditItem], 400: ErrorAnswer, 401: ErrorAnswer, 403: ErrorAnswer},
    operation_id="list_audit",
)
def list_audit(request: Asked, wanted: Query[AuditFilter]) -> Page[AuditItem]:
    """Who did what, newest first. For administrators."""
    part = queries.audit(request.auth, **wanted.dict())
    return page(part, [shaping.audit(row) for row in part.items])


@router.get(
    "/alarms",
    response={200: Page[AlarmItem], 400: ErrorAnswer, 401: ErrorAnswer, 403: ErrorAnswer},
    operation_id="list_alarms",
)
def list_alarms(request: Asked, wanted: Query[AlarmFilter]) -> Page[AlarmItem]:
    """What a person must look at, newest first. For administrators."""
    part = alarms.alarms(request.auth, **wanted.dict())
    return page(part, [shaping.alarm(row) for row in part.items])


@router.post(
    "/alarms/{int:alarm_id}/clear",
    response={200: AlarmItem, 401: ErrorAnswer, 403: ErrorAnswer, 404: ErrorAnswer},
    operation_id="clear_alarm",
)
def clear_alarm(request: Asked, alarm_id: int) -> AlarmItem:
    """Say that an alarm was looked at; noted. What is still wrong raises a new one."""
    return shaping.alarm(alarms.clear(request.auth, alarm_id))
