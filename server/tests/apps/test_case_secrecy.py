"""Who makes a case confidential, who takes that away, and who reads it meanwhile."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from lianxin.calls.models import Call, Recording
from lianxin.cases import queries
from lianxin.cases.actions import Draft, change_case, issue_code, open_case
from lianxin.cases.errors import SecrecyKept
from lianxin.cases.lifecycle import transition
from lianxin.cases.models import Case
from lianxin.cases.replies import draft_reply
from lianxin.centres.access import Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.models import Person

pytestmark = pytest.mark.django_db
People = Callable[[str], Actor]

DRAFT = Draft(type="report", title="举报")

#: Every way to a case that one can name.
WAYS: dict[str, Callable[[Actor, Case], Any]] = {
    "read": lambda who, case: queries.case(who, case.pk),
    "change": lambda who, case: change_case(who, case.pk, case.version, {"title": "x"}),
    "move": lambda who, case: transition(who, case.pk, case.version, "closed"),
    "reply": lambda who, case: draft_reply(who, case.pk, case.version, "x", "zh"),
    "code": lambda who, case: issue_code(who, case.pk),
    "again": lambda who, _: open_case(who, DRAFT, "one-key"),
}


def lists(who: Actor) -> list[int]:
    """How many cases each list gives."""
    return [len(queries.cases(who).items), len(queries.find(who, "举报", 5))]


@pytest.mark.parametrize("way", WAYS)
def test_who_opened_a_case_does_not_read_what_the_mailbox_made_confidential(
    who: People, way: str
) -> None:
    agent, officer = who("8001"), who("9100")
    case, _ = open_case(agent, DRAFT, "one-key")
    case = change_case(officer, case.pk, 1, {"secrecy": "confidential"})
    with pytest.raises(NotFound):
        WAYS[way](agent, case)
    assert lists(agent) == [0, 0]
    assert lists(officer) == [1, 1]


@pytest.mark.parametrize("way", WAYS)
def test_who_made_their_own_case_confidential_goes_on_with_it(who: People, way: str) -> None:
    agent = who("8001")
    case, _ = open_case(agent, DRAFT, "one-key")
    case = change_case(agent, case.pk, 1, {"secrecy": "confidential"})
    WAYS[way](agent, case)
    for other in ("8002", "8100"):
        assert lists(who(other)) == [0, 0]
        if way != "again":  # another person's key is another key
            with pytest.raises(NotFound):
                WAYS[way](who(other), case)


def test_only_the_mailbox_takes_secrecy_away(who: People) -> None:
    agent, officer = who("8001"), who("9100")
    case, _ = open_case(agent, replace(DRAFT, secrecy="confidential"))
    for wanted in ("internal", "public"):
        with pytest.raises(SecrecyKept):
            change_case(agent, case.pk, 1, {"secrecy": wanted, "title": "x"})
    with agent.scope():
        kept = Case.objects.get()
    assert (kept.secrecy, kept.title, kept.version) == ("confidential", "举报", 1)
    assert change_case(officer, case.pk, 1, {"secrecy": "internal"}).secrecy == "internal"
    # Between the other two nobody is kept out.
    assert change_case(agent, case.pk, 2, {"secrecy": "public"}).secrecy == "public"


@pytest.mark.parametrize(
    ("readers", "read"),
    [
        ({"active": False}, False),
        ({"rights": []}, False),
        ({"expires_on": timezone.localdate() - timedelta(days=2)}, False),
        ({"expires_on": timezone.localdate() + timedelta(days=2)}, True),
        ({}, True),
    ],
)
def test_nothing_is_made_confidential_that_nobody_could_read(
    who: People, readers: dict[str, Any], read: bool, login: Callable[..., Client]
) -> None:
    agent = who("8001")
    case, _ = open_case(agent, DRAFT)
    with agent.scope():
        Person.objects.filter(rights__contains=["mailbox"]).update(**{"active": True, **readers})
    new = json.dumps({"type": "report", "title": "举报", "secrecy": "confidential"})
    change = json.dumps({"version": 1, "secrecy": "confidential"})
    page = login("8001")
    answers = [
        page.post("/api/cases", new, "application/json"),
        page.patch(f"/api/cases/{case.pk}", change, "application/json"),
    ]
    assert [each.status_code for each in answers] == ([201, 200] if read else [409, 409])
    for answer in () if read else answers:
        error = answer.json()["error"]
        assert error["code"] == "case.nobody_reads"
        assert error["details"]["fields"][0]["field"] == "secrecy"


def test_the_api_says_which_field_it_is(login: Callable[..., Client], who: People) -> None:
    case, _ = open_case(who("8001"), replace(DRAFT, secrecy="confidential"))
    change = json.dumps({"version": 1, "secrecy": "internal"})
    answer = login("8001").patch(f"/api/cases/{case.pk}", change, "application/json")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (403, "case.secrecy_kept")
    assert error["details"]["fields"][0]["field"] == "secrecy"


def test_the_migration_keeps_what_was_filed_in_calls_of_the_mailbox(
    who: People, recorded: Callable[..., Recording], monkeypatch: pytest.MonkeyPatch
) -> None:
    agent, other, officer = who("8001"), who("8002"), who("9100")
    letter, talk = recorded("mailbox").call_id, recorded().call_id

    def filed(opener: Actor, call: Any, **more: Any) -> Case:
        case, _ = open_case(opener, DRAFT)
        old = {"call_id": call, "secrecy_by_id": None, **more}
        with opener.scope():  # as it was written then
            Case.objects.filter(pk=case.pk).update(**old)
        return case

    with agent.scope():
        assert Call.objects.get(pk=letter).agent_id == agent.person
    taken, stranger = filed(agent, letter), filed(other, letter)
    typed = filed(agent, letter, secrecy="public", secrecy_by_id=agent.person)
    freed = filed(agent, letter, secrecy_by_id=officer.person)
    plain = [filed(agent, talk), filed(agent, None)]
    migration = import_module("lianxin.cases.migrations.0009_secrecy_of_old_cases")
    monkeypatch.setattr(migration, "PART", 2)  # several parts
    for _ in range(2):  # the second time finds nothing to do
        migration.mark(None, SimpleNamespace(connection=connection))
    with officer.scope():
        now = dict(Case.objects.values_list("pk", "secrecy"))
    secret = [taken, stranger, typed]
    assert [now[case.pk] for case in secret] == ["confidential"] * 3
    assert [now[case.pk] for case in (freed, *plain)] == ["internal"] * 3
    for case in (taken, typed):  # as who files one in such a call today
        assert queries.case(agent, case.pk).pk == case.pk
    for reader, case in ((other, stranger), (other, taken), (agent, stranger)):
        with pytest.raises(NotFound):
            queries.case(reader, case.pk)
