"""Reads of notices, templates and the gateway."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from lianxin.centres.access import ADMINISTRATOR, FLOW_EDITOR, SUPERVISOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.paging import Slice, cut, narrowed
from lianxin.connections.models import Connection
from lianxin.notices import placeholders
from lianxin.notices.by_rules import rule_of
from lianxin.notices.choices import EVENTS, NAMES, SHIPPED, WAYS, CaseNoticeEvent
from lianxin.notices.models import Notice, NoticeGateway, NoticeRule, NoticeTemplate

MOST_TEMPLATES = 200


@dataclass(frozen=True)
class Template:
    """``version`` 0: shipped, and not changed by the centre yet. ``placeholders``: the names that
    may stand in braces."""

    code: str
    name: str
    texts: dict[str, str]
    version: int
    placeholders: tuple[str, ...] = ()


@dataclass(frozen=True)
class GatewayState:
    """``ready``: the connection is there. ``choices``: code and name of HTTP connections."""

    row: NoticeGateway
    ready: bool
    choices: list[tuple[str, str]]
    counts: dict[str, int]


def notices(
    who: Actor,
    withheld: Q,
    *,
    state: str | None = None,
    number: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Slice[Notice]:
    """Notices, newest first. For supervisors and administrators. ``withheld``: those of which
    ``who`` may know no more than that they are; none of them is found by its number."""
    who.need(SUPERVISOR, ADMINISTRATOR)
    with who.scope():
        rows = narrowed(
            Notice.objects.all(),
            state=state,
            created_at__gte=since,
            created_at__lt=until,
        )
        if number is not None:
            rows = rows.exclude(withheld).filter(number=who.dialled(number))
        return cut(rows, "created_at", cursor, limit)


def templates(who: Actor) -> list[Template]:
    """The centre's own and the shipped ones that it has not replaced, by code."""
    who.need(SUPERVISOR, ADMINISTRATOR, FLOW_EDITOR)
    with who.scope():
        own = list(NoticeTemplate.objects.all()[:MOST_TEMPLATES])
        sent_of = _events_by_template()
    known = {row.code: Template(row.code, row.name, row.texts, row.version) for row in own}
    shipped = {code: Template(code, NAMES[code], texts, 0) for code, texts in SHIPPED.items()}
    return [
        replace(each, placeholders=placeholders.known(code, sent_of.get(code, ())))
        for code, each in sorted({**shipped, **known}.items())
    ]


def texts_of(code: str) -> dict[str, str] | None:
    """The words of a template, in the caller's scope; None when there is no such template."""
    own = NoticeTemplate.objects.filter(code=code).first()
    return own.texts if own else SHIPPED.get(code)


def events_of(code: str) -> tuple[CaseNoticeEvent, ...]:
    """The events of which template ``code`` is sent, switched on or not, in the caller's scope."""
    return tuple(_events_by_template().get(code, ()))


def _events_by_template() -> dict[str, list[CaseNoticeEvent]]:
    found: dict[str, list[CaseNoticeEvent]] = {}
    for rule in _rules():
        found.setdefault(rule.template, []).append(rule.event)
    return found


def rules(who: Actor) -> list[NoticeRule]:
    """What is sent of each event of a case over each way; of version 0 where it is as shipped."""
    who.need(SUPERVISOR, ADMINISTRATOR)
    with who.scope():
        return _rules()


def _rules() -> list[NoticeRule]:
    return [rule_of(event, way) for event in EVENTS for way in WAYS]


def of_case(who: Actor, case: UUID) -> list[Notice]:
    """What was sent of a case that ``who`` has read, or why it was not: the oldest first."""
    with who.scope():
        rows = Notice.objects.filter(case=case).select_related("by")
        return list(rows.order_by("created_at", "pk"))


def template(code: str) -> NoticeTemplate | None:
    """The centre's own template, locked, in the caller's scope."""
    return NoticeTemplate.objects.select_for_update(of=("self",)).filter(code=code).first()


def gateway(who: Actor) -> GatewayState:
    """How the centre sends, and how many notices are in which state."""
    who.need(SUPERVISOR, ADMINISTRATOR)
    with who.scope():
        row = NoticeGateway.objects.filter(centre_id=who.centre).first()
        row = row or NoticeGateway(centre_id=who.centre)
        http = Connection.objects.filter(kind="http").values_list("code", "name")
        choices = list(http[:100])
        ready = row.connection in dict(choices)
        counts = dict(Notice.objects.values_list("state").annotate(Count("id")))
        return GatewayState(row, ready, choices, counts)


def gateway_connection(who: Actor) -> str:
    """The code of the connection that the centre's notices go over, "" where it has none."""
    with who.scope():
        rows = NoticeGateway.objects.filter(centre_id=who.centre)
        return rows.values_list("connection", flat=True).first() or ""


def locked(notice_id: UUID) -> Notice:
    """One notice, locked, in the caller's scope. Raises ``NotFound``."""
    row = Notice.objects.select_for_update().filter(pk=notice_id).first()
    if row is None:
        raise NotFound
    return row
