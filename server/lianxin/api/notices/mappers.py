"""Between notices and their shapes in the API."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from lianxin.api.notices import schemas
from lianxin.api.shared.schemas import CodeName
from lianxin.notices import placeholders, queries
from lianxin.notices.models import Notice, NoticeRule
from lianxin.rules.masking import masked


def notice(row: Notice, closed: Collection[UUID] = ()) -> schemas.NoticeSummary:
    """``closed``: the notices that are withheld from the reader."""
    withheld = row.pk in closed
    return schemas.NoticeSummary(
        id=row.pk,
        way="sms",
        number="" if withheld else masked(row.number),
        template=row.template,
        text="" if withheld else row.text,
        withheld=withheld,
        state=row.state,
        tries=row.tries,
        last_error=row.last_error,
        call=None if withheld else row.call,
        case=None if withheld else row.case,
        event=row.event or None,
        created_at=row.created_at,
        next_at=row.next_at,
        sent_at=row.sent_at,
    )


def gateway(state: queries.GatewayState) -> schemas.GatewayRead:
    row = state.row
    return schemas.GatewayRead(
        connection=row.connection,
        path=row.path,
        number_field=row.number_field,
        text_field=row.text_field,
        key_field=row.key_field,
        version=row.version,
        ready=state.ready,
        choices=[CodeName(code=code, name=name) for code, name in state.choices],
        counts=state.counts,
    )


def template(row: queries.Template) -> schemas.TemplateRead:
    return schemas.TemplateRead(**{**vars(row), "placeholders": list(row.placeholders)})


def rule(row: NoticeRule) -> schemas.RuleRead:
    return schemas.RuleRead(
        event=row.event,
        way=row.way,
        on=row.on,
        template=row.template,
        given=list(placeholders.known_at(row.event)),
        version=row.version,
    )
