"""Notices to citizens: the outbox, its templates and the gateway."""

from __future__ import annotations

from uuid import UUID

from ninja import Query, Router

from lianxin.api.base import REFUSALS, Page, SignedInRequest, page
from lianxin.api.fields import Code
from lianxin.api.notices import mappers, schemas
from lianxin.cases.withheld import notices_withheld_from, withheld_notices
from lianxin.notices import actions, queries
from lianxin.notices.choices import CaseNoticeEvent, NoticeWay

router = Router(tags=["notices"])


@router.get(
    "/notices", response={200: Page[schemas.NoticeSummary], **REFUSALS}, operation_id="list_notices"
)
def list_notices(
    request: SignedInRequest, wanted: Query[schemas.NoticeFilter]
) -> Page[schemas.NoticeSummary]:
    """Notices, newest first. For supervisors and administrators."""
    who = request.auth
    part = queries.notices(who, withheld_notices(who), **wanted.dict())
    withheld = notices_withheld_from(who, part.items)
    return page(part, [mappers.notice(row, withheld) for row in part.items])


@router.post(
    "/notices/{uuid:notice_id}/again",
    response={200: schemas.NoticeSummary, **REFUSALS},
    operation_id="send_notice_again",
)
def send_notice_again(request: SignedInRequest, notice_id: UUID) -> schemas.NoticeSummary:
    """Send a failed notice again, under the key that it has."""
    row = actions.send_again(request.auth, notice_id)
    return mappers.notice(row, notices_withheld_from(request.auth, [row]))


@router.get(
    "/notices/gateway",
    response={200: schemas.GatewayRead, **REFUSALS},
    operation_id="read_gateway",
)
def read_gateway(request: SignedInRequest) -> schemas.GatewayRead:
    """How the centre sends."""
    return mappers.gateway(queries.gateway(request.auth))


@router.put(
    "/notices/gateway", response={200: schemas.GatewayRead, **REFUSALS}, operation_id="set_gateway"
)
def set_gateway(request: SignedInRequest, wanted: schemas.GatewayUpdate) -> schemas.GatewayRead:
    """Say how the centre sends. For administrators."""
    gateway = actions.Gateway(**wanted.dict(exclude={"version"}))
    return mappers.gateway(actions.set_gateway(request.auth, wanted.version, gateway))


@router.get(
    "/notices/rules",
    response={200: list[schemas.RuleRead], **REFUSALS},
    operation_id="list_notice_rules",
)
def list_notice_rules(request: SignedInRequest) -> list[schemas.RuleRead]:
    """What is sent of which event of a case. For supervisors and administrators."""
    return [mappers.rule(each) for each in queries.rules(request.auth)]


@router.put(
    "/notices/rules/{event}/{way}",
    response={200: list[schemas.RuleRead], **REFUSALS},
    operation_id="set_notice_rule",
)
def set_notice_rule(
    request: SignedInRequest, event: CaseNoticeEvent, way: NoticeWay, wanted: schemas.RuleUpdate
) -> list[schemas.RuleRead]:
    """Say what is sent of an event. For administrators. 422 ``notice.template_unfit`` when the
    template names what is not known at the event."""
    version, on, template = wanted.version, wanted.on, wanted.template
    rows = actions.set_rule(request.auth, event, way, version, on, template)
    return [mappers.rule(each) for each in rows]


@router.get(
    "/notices/templates",
    response={200: list[schemas.TemplateRead], **REFUSALS},
    operation_id="list_templates",
)
def list_templates(request: SignedInRequest) -> list[schemas.TemplateRead]:
    """The centre's templates, and the shipped ones that it has not changed."""
    return [mappers.template(each) for each in queries.templates(request.auth)]


@router.put(
    "/notices/templates/{code}",
    response={200: list[schemas.TemplateRead], **REFUSALS},
    operation_id="write_template",
)
def write_template(
    request: SignedInRequest, code: Code, change: schemas.TemplateUpdate
) -> list[schemas.TemplateRead]:
    """Write a template."""
    texts = {str(language): text for language, text in change.texts.items()}
    rows = actions.write_template(request.auth, code, change.version, change.name, texts)
    return [mappers.template(each) for each in rows]
