"""Writes of notices: templates, the rules of cases, the gateway, sending a failed one again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, FLOW_EDITOR, SUPERVISOR, Actor
from lianxin.centres.announce import announce
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.centres.versions import check_version
from lianxin.connections.models import Connection
from lianxin.notices import placeholders, queries
from lianxin.notices.by_rules import rule_of
from lianxin.notices.choices import NAMES, SHIPPED, CaseNoticeEvent, NoticeWay
from lianxin.notices.errors import (
    BadPlaceholder,
    GatewayConflict,
    NotFailed,
    RuleConflict,
    TemplateConflict,
    UnfitTemplate,
    UnknownGateway,
    UnknownTemplate,
)
from lianxin.notices.models import Notice, NoticeGateway, NoticeRule, NoticeTemplate
from lianxin.notices.tasks import send_soon

#: Who may send a notice again that has failed.
MAY_SEND_AGAIN = (SUPERVISOR, ADMINISTRATOR)


@dataclass(frozen=True)
class Gateway:
    """``connection``: the code of an HTTP connection, "" to send nothing."""

    connection: str
    path: str
    number_field: str
    text_field: str
    key_field: str


def set_gateway(who: Actor, version: int, wanted: Gateway) -> queries.GatewayState:
    """Say how the centre sends, who read it at ``version`` (0: never set); what waits is sent.

    Raises ``GatewayConflict``, ``UnknownGateway``.
    """
    who.need(ADMINISTRATOR)
    with who.scope():
        advisory_lock(Turn.NOTICES, str(who.centre))
        row = NoticeGateway.objects.filter(centre_id=who.centre).first()
        row = row or NoticeGateway(centre_id=who.centre)
        check_version(row, version, GatewayConflict)
        http = Connection.objects.filter(kind="http", code=wanted.connection)
        if wanted.connection and not http.exists():
            raise UnknownGateway(connection=wanted.connection)
        changes = audit.changes({name: getattr(row, name) for name in vars(wanted)}, vars(wanted))
        for name, value in vars(wanted).items():
            setattr(row, name, value)
        row.version, row.updated_by_id = row.version + 1, who.person
        row.save()
        about = {"connection": wanted.connection, **changes}
        audit.note(who, "notice.gateway_set", "centre", who.centre, **about)
        transaction.on_commit(lambda: send_soon(who.centre))
    return queries.gateway(who)


def write_template(
    who: Actor, code: str, version: int, name: str, texts: Mapping[str, str]
) -> list[queries.Template]:
    """Write a template that was read at ``version`` (0: shipped or new).

    Raises ``TemplateConflict``, ``BadPlaceholder``.
    """
    who.need(ADMINISTRATOR, FLOW_EDITOR)
    kept = {language: text for language, text in texts.items() if text}
    with who.scope():
        advisory_lock(Turn.NOTICES, str(who.centre))  # there may be no row to lock yet
        _check_placeholders(code, kept)
        row = queries.template(code) or NoticeTemplate(centre_id=who.centre, code=code, version=0)
        check_version(row, version, TemplateConflict)
        before = {"name": row.name, "texts": row.texts}
        if row.version == 0:  # what is shipped is heard until now
            before = {"name": NAMES.get(code, ""), "texts": SHIPPED.get(code, {})}
        changes = audit.changes(before, {"name": name, "texts": kept})
        row.name, row.texts, row.updated_by_id = name, kept, who.person
        row.version += 1
        row.save()
        audit.note(who, "notice.template_written", "notice_template", code, **changes)
    return queries.templates(who)


def _check_placeholders(code: str, texts: Mapping[str, str]) -> None:
    names = placeholders.known(code, queries.events_of(code))
    found = {language: placeholders.faulty(text, names) for language, text in texts.items()}
    wrong = {language: parts for language, parts in found.items() if parts}
    if wrong:
        parts = list(dict.fromkeys(part for each in wrong.values() for part in each))
        raise BadPlaceholder(
            placeholders=parts,
            known=list(names),
            written=" ".join(parts),
            choices=" ".join(f"{{{name}}}" for name in names),
        ).about(*(f"texts.{language}" for language in wrong))


def set_rule(
    who: Actor, event: CaseNoticeEvent, way: NoticeWay, version: int, on: bool, template: str
) -> list[NoticeRule]:
    """Say what is sent of an event of cases over ``way``, who read it at ``version``.

    Raises ``RuleConflict``, ``UnknownTemplate``, ``UnfitTemplate``.
    """
    who.need(ADMINISTRATOR)
    with who.scope():
        advisory_lock(Turn.NOTICES, str(who.centre))
        row = rule_of(event, way)
        check_version(row, version, RuleConflict)
        _check_fits(event, template)
        changes = audit.changes(
            {"on": row.on, "template": row.template}, {"on": on, "template": template}
        )
        row.centre_id, row.on, row.template = who.centre, on, template
        row.version, row.updated_by_id = row.version + 1, who.person
        row.save()
        audit.note(who, "notice.rule_set", "notice_rule", event, way=way, **changes)
    return queries.rules(who)


def _check_fits(event: CaseNoticeEvent, template: str) -> None:
    texts = queries.texts_of(template)
    if texts is None:
        raise UnknownTemplate(template=template)
    names = placeholders.known_at(event)
    wrong = list(
        dict.fromkeys(part for text in texts.values() for part in placeholders.faulty(text, names))
    )
    if wrong:
        raise UnfitTemplate(
            placeholders=wrong,
            known=list(names),
            written=" ".join(wrong),
            choices=" ".join(f"{{{name}}}" for name in names),
        )


def send_again(who: Actor, notice_id: UUID) -> Notice:
    """Put a failed notice back, with its old key and words. Raises ``NotFailed``."""
    who.need(*MAY_SEND_AGAIN)
    with who.scope():
        row = queries.locked(notice_id)
        if row.state != "failed":
            raise NotFailed
        row.state, row.tries, row.next_at = "waiting", 0, timezone.now()
        row.save(update_fields=["state", "tries", "next_at"])
        audit.note(who, "notice.sent_again", "notice", row.pk)
        if row.case is not None:
            announce(who.centre, "notice.settled", "case")
        transaction.on_commit(lambda: send_soon(who.centre))
        return row
