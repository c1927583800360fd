"""Two people with one row: who saves later is told, and what the first one wrote stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from lianxin.calendars.actions import CalendarDraft, make_calendar
from lianxin.centres.access import Actor
from lianxin.lines.actions import set_emergency

pytestmark = pytest.mark.django_db

JSON = "application/json"


@dataclass(frozen=True)
class Kind:
    """Something that two change: who may, where it is read and written, and with which answer."""

    number: str
    read: str
    write: str
    method: str
    first: dict[str, Any]
    second: dict[str, Any]
    code: str
    by: str


RINGS = {
    "ring_seconds": 20,
    "wrap_up_seconds": 0,
    "announce_agent_number": True,
    "may_cut_announcement": False,
}

KINDS = {
    "line": Kind(
        "9000", "/api/lines", "/api/lines/12345", "PUT",
        {"name": "甲", "flow": "article", "night_bell": ["13900000001"]},
        {"name": "乙", "flow": "article"},
        "line.version_conflict", "9000 管理员甲",
    ),
    "calendar": Kind(
        "9000", "/api/calendars/hours", "/api/calendars/hours", "PUT",
        {"name": "甲", "week": {"mon": [["09:00", "12:00"]]}}, {"name": "乙"},
        "calendar.version_conflict", "9000 管理员甲",
    ),
    "queue": Kind(
        "9000", "/api/queues", "/api/queues/general", "PUT",
        {"name": "甲", **RINGS}, {"name": "乙", **RINGS},
        "queue.version_conflict", "9000 管理员甲",
    ),
    "members": Kind(
        "8100", "/api/queues", "/api/queues/general/members", "PUT",
        {"agents": ["8001"]}, {"agents": ["8002"]},
        "queue.version_conflict", "8100 班长甲",
    ),
    "gateway": Kind(
        "9000", "/api/notices/gateway", "/api/notices/gateway", "PUT",
        {"connection": "", "path": "/a"}, {"connection": "", "path": "/b"},
        "notice.gateway_conflict", "9000 管理员甲",
    ),
    "notice rule": Kind(
        "9000", "/api/notices/rules", "/api/notices/rules/opened/sms", "PUT",
        {"on": False, "template": "case_opened"}, {"on": True, "template": "case_opened"},
        "notice.rule_conflict", "9000 管理员甲",
    ),
    "centre": Kind(
        "9900", "/api/platform/centres", "/api/platform/centres/shifan", "PATCH",
        {"name": "甲", "quotas": {"lines": 7}}, {"name": "乙"},
        "centre.version_conflict", "",
    ),
}  # fmt: skip


def _read(page: Client, kind: Kind) -> dict[str, Any]:
    """What is read of it, out of a list of several too."""
    found: Any = page.get(kind.read).json()
    if isinstance(found, dict) and "items" in found:
        (found,) = (each for each in found["items"] if each["code"] == "shifan")
    read: dict[str, Any] = found[0] if isinstance(found, list) else found
    return read


@pytest.fixture
def admin(who: Callable[[str], Actor]) -> Actor:
    make_calendar(who("9000"), "hours", CalendarDraft("工作时间"))
    return who("9000")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_later_save_is_refused(admin: Actor, login: Callable[..., Client], kind: Kind) -> None:
    page = login(kind.number)
    version = _read(page, kind)["version"]

    def save(change: dict[str, Any], over: int) -> Any:
        body = {"version": over, **change}
        return page.generic(kind.method, kind.write, json.dumps(body), content_type=JSON)

    assert save(kind.first, version).status_code == 200
    refused = save(kind.second, version)
    error = refused.json()["error"]
    assert (refused.status_code, error["code"]) == (409, kind.code)
    assert (error["details"]["version"], error["details"]["by"]) == (version + 1, kind.by)
    now = _read(page, kind)
    written = {name: value for name, value in kind.first.items() if name not in ("flow", "quotas")}
    assert {name: now[name] for name in written} == written
    assert save(kind.second, now["version"]).status_code == 200, "who read theirs may save"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_change_names_the_version_that_was_read(
    admin: Actor, login: Callable[..., Client], kind: Kind
) -> None:
    page = login(kind.number)
    answer = page.generic(kind.method, kind.write, json.dumps(kind.first), content_type=JSON)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "request.invalid")


def test_an_emergency_is_not_ended_by_a_plan_that_was_read_before_it(
    admin: Actor, login: Callable[..., Client]
) -> None:
    page, kind = login("9000"), KINDS["line"]
    version = _read(page, kind)["version"]
    set_emergency(admin, "12345", on=True)
    body = json.dumps({"version": version, **kind.first})
    saved = page.generic("PUT", kind.write, body, content_type=JSON).json()
    assert (saved["emergency"], saved["name"]) == (True, "甲")
