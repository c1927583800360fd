"""Operations of connections, polls, knowledge, notices, faxes, for tests of all operations."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from lianxin.centres.access import Actor
from lianxin.connections.models import Connection
from lianxin.faxes.models import Fax, FaxState
from lianxin.knowledge import actions as knowledge
from lianxin.notices.models import Notice
from lianxin.polls.models import Poll

NOTICE = UUID("01900000-0000-7000-8000-00000000000a")
FAILED_FAX = UUID("01900000-0000-7000-8000-00000000000b")
WAITING_FAX = UUID("01900000-0000-7000-8000-00000000000c")

#: What each writes into the trail; None: it changes and betrays nothing.
OPERATIONS: dict[str, str | None] = {
    "list_connections": None,
    "make_connection": "connection.made",
    "read_connection": None,
    "change_connection": "connection.changed",
    "remove_connection": "connection.removed",
    "try_connection": "connection.tried",
    "list_polls": None,
    "make_poll": "poll.made",
    "read_poll": None,
    "change_poll": "poll.changed",
    "remove_poll": "poll.removed",
    "poll_results": "poll.results_viewed",
    "list_surveys": None,
    "survey_means": None,
    "knowledge_tree": None,
    "make_knowledge": "knowledge.made",
    "search_knowledge": None,
    "import_knowledge": "knowledge.imported",
    "preview_knowledge_import": None,
    "read_knowledge": None,
    "change_knowledge": "knowledge.changed",
    "remove_knowledge": "knowledge.removed",
    "knowledge_versions": None,
    "restore_knowledge": "knowledge.restored",
    "list_notices": None,
    "send_notice_again": "notice.sent_again",
    "read_gateway": None,
    "set_gateway": "notice.gateway_set",
    "list_notice_rules": None,
    "set_notice_rule": "notice.rule_set",
    "list_templates": None,
    "write_template": "notice.template_written",
    "list_faxes": None,
    "send_fax_again": "fax.sent_again",
    "cancel_fax": "fax.cancelled",
}


def prepare(who: Actor, code: str = "park", name: str = "公园") -> None:
    """One of each, with ``code`` and ``name``; the poll ``code``-over has ended."""
    now = timezone.now()
    question = {"code": "q1", "text": name, "multiple": False, "choices": []}
    with who.scope():
        Connection.objects.create(
            centre_id=who.centre,
            code=code,
            name=name,
            kind="http",
            settings={"base_url": "http://198.51.100.1"},
        )
        for poll, ends in ((code, 1), (f"{code}-over", -1)):
            Poll.objects.create(
                centre_id=who.centre,
                code=poll,
                title=name,
                opens_at=now - timedelta(days=2),
                closes_at=now + timedelta(days=ends),
                questions=[question],
            )
        Notice.objects.create(
            id=NOTICE,
            centre_id=who.centre,
            key=code,
            number="13900000009",
            template="message",
            text=name,
            state="failed",
            next_at=now,
        )
        faxes: tuple[tuple[UUID, FaxState], ...] = (
            (FAILED_FAX, "failed"),
            (WAITING_FAX, "waiting"),
        )
        for fax, state in faxes:
            Fax.objects.create(
                id=fax,
                centre_id=who.centre,
                key=f"{code}-{state}",
                number="01088881234",
                line="12345",
                title=name,
                body=name,
                pages=1,
                state=state,
                next_at=now,
                created_at=now,
            )
    knowledge.make(who, knowledge.EntryDraft(code=code, titles={"zh": name}, bodies={"zh": name}))


def _poll(**changes: Any) -> dict[str, Any]:
    choices = [{"key": "1", "text": "好"}, {"key": "2", "text": "不好"}]
    return {
        "code": "new",
        "title": "新",
        "opens_at": "2026-01-01T00:00:00Z",
        "closes_at": "2099-01-01T00:00:00Z",
        "questions": [{"code": "q1", "text": "好吗", "choices": choices}],
        **changes,
    }


def _connection(**changes: Any) -> dict[str, Any]:
    base = {"code": "new", "name": "新", "kind": "http", "base_url": "http://198.51.100.1"}
    return {**base, **changes}


def _entry(**changes: Any) -> dict[str, Any]:
    return {"code": "new", "titles": {"zh": "新"}, **changes}


#: Number of who asks, method, path and body.
REQUESTS: dict[str, tuple[str, str, str, Any]] = {
    "list_connections": ("9000", "GET", "/api/connections", None),
    "make_connection": ("9000", "POST", "/api/connections", _connection()),
    "read_connection": ("9000", "GET", "/api/connections/park", None),
    "change_connection": ("9000", "PUT", "/api/connections/park", _connection(version=1)),
    "remove_connection": ("9000", "DELETE", "/api/connections/park", None),
    "try_connection": ("9000", "POST", "/api/connections/park/try", {"path": "/x"}),
    "list_polls": ("8100", "GET", "/api/polls", None),
    "make_poll": ("8100", "POST", "/api/polls", _poll()),
    "read_poll": ("8100", "GET", "/api/polls/park", None),
    "change_poll": ("8100", "PUT", "/api/polls/park", _poll(code="park", version=1)),
    "remove_poll": ("8100", "DELETE", "/api/polls/park", None),
    "poll_results": ("8100", "GET", "/api/polls/park-over/results", None),
    "list_surveys": ("8100", "GET", "/api/surveys", None),
    "survey_means": (
        "8100",
        "GET",
        "/api/surveys/means?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z",
        None,
    ),
    "knowledge_tree": ("8001", "GET", "/api/knowledge", None),
    "make_knowledge": ("9000", "POST", "/api/knowledge", _entry()),
    "search_knowledge": ("8001", "GET", "/api/knowledge/search?q=%E5%85%AC%E5%9B%AD", None),
    "import_knowledge": (
        "9000",
        "POST",
        "/api/knowledge/import",
        {"text": "code,title_zh\nnew,新"},
    ),
    "preview_knowledge_import": (
        "9000",
        "POST",
        "/api/knowledge/import/preview",
        {"text": "code,title_zh\nnew,新"},
    ),
    "read_knowledge": ("8001", "GET", "/api/knowledge/park", None),
    "change_knowledge": ("9000", "PUT", "/api/knowledge/park", _entry(code="park", version=1)),
    "remove_knowledge": ("9000", "DELETE", "/api/knowledge/park", None),
    "knowledge_versions": ("8001", "GET", "/api/knowledge/park/versions", None),
    "restore_knowledge": ("9000", "POST", "/api/knowledge/park/restore", {"number": 1}),
    "list_notices": ("8100", "GET", "/api/notices", None),
    "send_notice_again": ("8100", "POST", f"/api/notices/{NOTICE}/again", None),
    "read_gateway": ("8100", "GET", "/api/notices/gateway", None),
    "set_gateway": ("9000", "PUT", "/api/notices/gateway", {"version": 0, "connection": "park"}),
    "list_notice_rules": ("9000", "GET", "/api/notices/rules", None),
    "set_notice_rule": (
        "9000",
        "PUT",
        "/api/notices/rules/closed/sms",
        {"version": 0, "on": False, "template": "case_closed"},
    ),
    "list_faxes": ("8100", "GET", "/api/faxes", None),
    "send_fax_again": ("8100", "POST", f"/api/faxes/{FAILED_FAX}/again", None),
    "cancel_fax": ("8100", "POST", f"/api/faxes/{WAITING_FAX}/cancel", None),
    "list_templates": ("8100", "GET", "/api/notices/templates", None),
    "write_template": (
        "9000",
        "PUT",
        "/api/notices/templates/message",
        {"version": 0, "name": "文本", "texts": {"zh": "{text}"}},
    ),
}
