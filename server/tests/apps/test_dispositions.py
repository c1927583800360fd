"""结束方式: the list of each centre, and which call has which."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from lianxin.calls.disposing import dispose
from lianxin.calls.errors import UnknownDisposition
from lianxin.calls.models import Call, CallDisposition, CallSegment, Recording
from lianxin.calls.queries import calls
from lianxin.centres.access import Actor
from lianxin.centres.errors import NotAllowed, NotFound
from lianxin.centres.models import AuditEntry
from lianxin.dispositions import actions
from lianxin.dispositions.actions import (
    DispositionDraft,
    change_disposition,
    make_disposition,
    ship_dispositions,
)
from lianxin.dispositions.errors import CodeTaken, DispositionConflict, ListFull
from lianxin.dispositions.models import Disposition
from lianxin.dispositions.queries import dispositions
from lianxin.dispositions.shipped import SHIPPED

pytestmark = pytest.mark.django_db

Who = Callable[[str], Actor]


def codes(who: Actor) -> list[str]:
    return [each.code for each in dispositions(who)]


def put(page: Client, call: object, code: str | None) -> Any:
    body = json.dumps({"disposition": code})
    return page.put(f"/api/calls/{call}/disposition", body, content_type="application/json")


# --- the list


def test_every_centre_begins_with_the_shipped_ones(who: Who) -> None:
    shipped = [each.code for each in SHIPPED]
    assert codes(who("8001")) == shipped
    ship_dispositions(who("9000"))  # again, and nothing is there twice
    assert codes(who("8001")) == shipped


def test_older_centres_are_given_them_once(who: Who) -> None:
    migration = import_module("lianxin.dispositions.migrations.0002_for_older_centres")
    admin = who("9000")
    with admin.scope():
        Disposition.objects.exclude(code="silent").delete()
        Disposition.objects.update(name_zh="没有声音")
    with connection.schema_editor(atomic=False) as editor:
        migration.ship(None, editor)
        migration.ship(None, editor)
    assert sorted(codes(admin)) == sorted(each.code for each in SHIPPED)
    kept = next(each for each in dispositions(admin) if each.code == "silent")
    assert kept.name_zh == "没有声音"


def test_one_is_made_where_it_shall_stand(who: Who) -> None:
    admin = who("9000")
    make_disposition(admin, "joke", DispositionDraft("玩笑", position=2))
    assert codes(admin)[:3] == ["answered", "joke", "case_status"]
    assert [each.position for each in dispositions(admin)] == list(range(1, len(SHIPPED) + 2))
    with pytest.raises(CodeTaken):
        make_disposition(admin, "joke", DispositionDraft("又一个"))


def test_one_is_renamed_moved_and_archived(who: Who) -> None:
    admin = who("9000")
    draft = DispositionDraft("静默", "Silence", position=1, archived=True)
    change_disposition(admin, "silent", 1, draft)
    first = dispositions(admin)[0]
    assert (first.code, first.name_zh, first.archived, first.version) == ("silent", "静默", True, 2)
    with pytest.raises(DispositionConflict):
        change_disposition(admin, "silent", 1, draft)
    with pytest.raises(NotFound):
        change_disposition(admin, "nothing", 1, draft)
    with admin.scope():
        [entry] = AuditEntry.objects.filter(action="disposition.changed")
    assert entry.data["after"]["name_zh"] == "静默"
    assert entry.data["before"]["position"] == 5
    assert entry.names == {"disposition:silent": "静默 (silent)"}


def test_a_list_ends_somewhere(who: Who, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST", len(SHIPPED))
    with pytest.raises(ListFull):
        make_disposition(who("9000"), "joke", DispositionDraft("玩笑"))


def test_an_administrator_writes_the_list(who: Who) -> None:
    for number in ("8001", "8100", "9200"):
        with pytest.raises(NotAllowed):
            make_disposition(who(number), "joke", DispositionDraft("玩笑"))
        with pytest.raises(NotAllowed):
            change_disposition(who(number), "silent", 1, DispositionDraft("静默"))


# --- a call


def test_a_call_has_one_and_another_takes_its_place(
    who: Who, login: Callable[..., Client], recorded: Callable[..., Recording]
) -> None:
    call = recorded().call_id
    page = login("8001")
    given = put(page, call, "wrong_number").json()["disposition"]
    assert given == {"code": "wrong_number", "name_zh": "误拨", "name_en": "Wrong number"}
    assert put(page, call, "silent").json()["disposition"]["code"] == "silent"
    assert put(page, call, "silent").status_code == 200
    assert page.get(f"/api/calls/{call}").json()["disposition"]["code"] == "silent"
    assert put(page, call, None).json()["disposition"] is None
    assert put(page, call, None).status_code == 200
    with who("9000").scope():
        trail = AuditEntry.objects.filter(object_type="call").order_by("pk")
        told = [(each.action, each.data["disposition"]) for each in trail]
    assert told == [
        ("call.disposition_given", "wrong_number"),
        ("call.disposition_given", "silent"),
        ("call.disposition_taken", "silent"),
    ]


def test_calls_are_found_by_it(
    who: Who, login: Callable[..., Client], recorded: Callable[..., Recording]
) -> None:
    call, _other = recorded().call_id, recorded().call_id
    dispose(who("8001"), call, "silent")
    found = login("8100").get("/api/calls?disposition=silent").json()
    assert [each["id"] for each in found["items"]] == [str(call)]
    assert found["items"][0]["disposition"]["name_zh"] == "无声"
    assert calls(who("8100"), disposition="nuisance").items == []


def test_what_is_no_disposition_or_is_offered_no_more_is_refused(
    who: Who, login: Callable[..., Client], recorded: Callable[..., Recording]
) -> None:
    call = recorded().call_id
    dispose(who("8001"), call, "silent")
    change_disposition(who("9000"), "silent", 1, DispositionDraft("无声", archived=True))
    change_disposition(who("9000"), "nuisance", 1, DispositionDraft("骚扰", archived=True))
    page = login("8001")
    assert page.get(f"/api/calls/{call}").json()["disposition"]["code"] == "silent"
    for code in ("nuisance", "nothing"):
        error = put(page, call, code).json()["error"]
        assert error["code"] == "call.unknown_disposition"
        assert [each["field"] for each in error["details"]["fields"]] == ["disposition"]
    with pytest.raises(UnknownDisposition):
        dispose(who("8001"), call, "nuisance")


def test_those_say_it_who_took_the_call_or_lead(
    who: Who, recorded: Callable[..., Recording]
) -> None:
    call = recorded(agent="8001").call_id
    for number in ("8002", "9000"):
        with pytest.raises(NotAllowed):
            dispose(who(number), call, "silent")
    dispose(who("8100"), call, "silent")
    second = who("8002")
    with second.scope():
        CallSegment.objects.create(
            centre_id=second.centre,
            call_id=call,
            ordinal=1,
            kind="talk",
            agent_id=second.person,
            began_at=timezone.now(),
        )
    dispose(second, call, "nuisance")
    with second.scope():
        assert CallDisposition.objects.get().by_id == second.person


def test_a_call_of_the_mailbox_or_of_another_centre_is_not_there(
    who: Who, login: Callable[..., Client], recorded: Callable[..., Recording]
) -> None:
    secret = recorded("mailbox", agent="8001").call_id
    with pytest.raises(NotFound):
        dispose(who("8100"), secret, "silent")
    dispose(who("8001"), secret, "silent")
    elsewhere = recorded(code="shixian", agent="8001").call_id
    assert put(login("8001"), elsewhere, "silent").status_code == 404
    with who("8001").scope():
        assert Call.objects.filter(pk=elsewhere).count() == 0
