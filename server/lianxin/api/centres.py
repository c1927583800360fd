"""The roster and the audit trail."""

from __future__ import annotations

from ninja import Query, Router

from lianxin.api import shaping
from lianxin.api.base import Asked, ErrorAnswer, Page
from lianxin.api.forms import AuditFilter
from lianxin.api.shapes import AuditItem, PersonItem
from lianxin.centres import queries

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
    return Page(items=[shaping.audit(row) for row in part.items], next=part.next, total=part.total)
