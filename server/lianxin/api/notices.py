"""Notices to citizens: the outbox, its templates and the gateway."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Query, Router
from pydantic import Field, StringConstraints

from lianxin.api.base import Asked, ErrorAnswer, Given, Page, Taken, page
from lianxin.api.forms import Period, Phone
from lianxin.notices import actions, queries
from lianxin.notices.models import Notice, NoticeState, NoticeWay
from lianxin.rules.masking import masked
from lianxin.rules.values import Language

router = Router(tags=["notices"])

_REFUSALS = {
    401: ErrorAnswer,
    403: ErrorAnswer,
    404: ErrorAnswer,
    409: ErrorAnswer,
    422: ErrorAnswer,
}

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]
FieldName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_-]{0,31}$")]


class NoticeFilter(Period):
    state: NoticeState | None = None
    number: Phone | None = None


class GatewaySheet(Taken):
    """``connection``: the code of an HTTP connection, "" to send nothing."""

    connection: Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_-]{0,31})?$")]
    path: Annotated[str, StringConstraints(pattern=r"^/", max_length=200)] = "/messages"
    number_field: FieldName = "to"
    text_field: FieldName = "text"
    key_field: FieldName = "key"


class TemplateSheet(Taken):
    """``version`` 0: a new one, or a shipped one that is changed for the first time."""

    version: Annotated[int, Field(ge=0)]
    name: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    texts: dict[Language, Annotated[str, StringConstraints(max_length=1000)]]


class NoticeItem(Given):
    """``number`` is masked. ``text`` is "" until it was first sent."""

    id: UUID
    way: NoticeWay
    number: str
    template: str
    text: str
    state: NoticeState
    tries: int
    last_error: str
    call: UUID | None
    created_at: datetime
    next_at: datetime
    sent_at: datetime | None


class GatewayChoice(Given):
    code: str
    name: str


class GatewayShown(Given):
    """``ready``: what waits is sent. ``counts``: how many notices are in which state."""

    connection: str
    path: str
    number_field: str
    text_field: str
    key_field: str
    ready: bool
    choices: list[GatewayChoice]
    counts: dict[str, int]


class TemplateShown(Given):
    code: str
    name: str
    texts: dict[str, str]
    version: int


@router.get("/notices", response={200: Page[NoticeItem], **_REFUSALS}, operation_id="list_notices")
def list_notices(request: Asked, wanted: Query[NoticeFilter]) -> Page[NoticeItem]:
    """Notices, newest first. For supervisors and administrators."""
    part = queries.notices(request.auth, **wanted.dict())
    return page(part, [_item(row) for row in part.items])


@router.post(
    "/notices/{uuid:notice_id}/again",
    response={200: NoticeItem, **_REFUSALS},
    operation_id="send_notice_again",
)
def send_notice_again(request: Asked, notice_id: UUID) -> NoticeItem:
    """Send a failed notice again, under the key that it has."""
    return _item(actions.send_again(request.auth, notice_id))


@router.get(
    "/notices/gateway", response={200: GatewayShown, **_REFUSALS}, operation_id="read_gateway"
)
def read_gateway(request: Asked) -> GatewayShown:
    """How the centre sends."""
    return _gateway(queries.gateway(request.auth))


@router.put(
    "/notices/gateway", response={200: GatewayShown, **_REFUSALS}, operation_id="set_gateway"
)
def set_gateway(request: Asked, wanted: GatewaySheet) -> GatewayShown:
    """Say how the centre sends. For administrators."""
    return _gateway(actions.set_gateway(request.auth, actions.Gateway(**wanted.dict())))


@router.get(
    "/notices/templates",
    response={200: list[TemplateShown], **_REFUSALS},
    operation_id="list_templates",
)
def list_templates(request: Asked) -> list[TemplateShown]:
    """The centre's templates, and the shipped ones that it has not changed."""
    return [TemplateShown(**vars(each)) for each in queries.templates(request.auth)]


@router.put(
    "/notices/templates/{code}",
    response={200: list[TemplateShown], **_REFUSALS},
    operation_id="write_template",
)
def write_template(request: Asked, code: Code, sheet: TemplateSheet) -> list[TemplateShown]:
    """Write a template."""
    texts = {str(language): text for language, text in sheet.texts.items()}
    rows = actions.write_template(request.auth, code, sheet.version, sheet.name, texts)
    return [TemplateShown(**vars(each)) for each in rows]


def _item(row: Notice) -> NoticeItem:
    return NoticeItem(
        id=row.pk,
        way="sms",
        number=masked(row.number),
        template=row.template,
        text=row.text,
        state=row.state,  # type: ignore[arg-type]  # the column is held to these words
        tries=row.tries,
        last_error=row.last_error,
        call=row.call,
        created_at=row.created_at,
        next_at=row.next_at,
        sent_at=row.sent_at,
    )


def _gateway(state: queries.GatewayState) -> GatewayShown:
    row = state.row
    return GatewayShown(
        connection=row.connection,
        path=row.path,
        number_field=row.number_field,
        text_field=row.text_field,
        key_field=row.key_field,
        ready=state.ready,
        choices=[GatewayChoice(code=code, name=name) for code, name in state.choices],
        counts=state.counts,
    )
