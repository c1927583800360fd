"""People taken on from a spreadsheet, and kept at a shell."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from lianxin.centres.access import Actor
from lianxin.centres.actions import Credentials, sign_in
from lianxin.centres.errors import NotAllowed
from lianxin.centres.models import AuditEntry, Person
from lianxin.centres.people.errors import (
    PeopleImportRefused,
)
from lianxin.centres.people.importing import import_people, preview
from lianxin.config import cli
from lianxin.tenancy.founding import change_centre
from tests.apps.people_acts import change, person_of, today

pytestmark = pytest.mark.django_db

People = Callable[[str], Actor]
Login = Callable[..., Client]
JSON = "application/json"


@pytest.fixture
def separate(who: People) -> None:
    """The centre demands three administrators."""
    change_centre(who("9900"), "shifan", 1, {"separate_administrators": True})


# --- from a spreadsheet

SHEET = "工号,姓名,角色,有效期\n8004,甲,坐席,2099-12-31\n8005,乙,班长,\n"


def test_people_come_from_a_sheet_each_with_a_password(who: People, login: Login) -> None:
    page = login("9000")
    seen = page.post("/api/people/import/preview", {"text": SHEET}, content_type=JSON).json()
    assert (seen["refused"], seen["faults"]) == (0, [])
    assert [row["roles"] for row in seen["rows"]] == [["agent"], ["supervisor"]]
    with who("9000").scope():
        assert not Person.objects.filter(number__in=["8004", "8005"]).exists(), "a dry run"
    made = page.post("/api/people/import", {"text": SHEET}, content_type=JSON).json()["people"]
    assert [(each["row"], each["number"]) for each in made] == [(2, "8004"), (3, "8005")]
    for each in made:
        assert (
            sign_in(Credentials("shifan", each["number"], each["password"]), "127.0.0.1").who.number
            == each["number"]
        )
        assert person_of(who("9000"), each["number"]).password_temporary
    with who("9000").scope():
        entry = AuditEntry.objects.get(action="person.imported")
    assert entry.data["people"]["8004"] == {"roles": ["agent"], "rights": []}


def test_a_sheet_makes_all_or_nobody(who: People) -> None:
    admin = who("9000")
    text = """工号,姓名,角色,权限,有效期
8004,甲,坐席,,
8001,乙,,,
8006,丙,平台运维,,
8007,丁,,市长信箱,
8008,戊,,,2020-01-01"""
    told = [(each.row, each.field, each.fault) for each in preview(admin, text).faults]
    assert told == [
        (3, "number", "taken"),
        (4, "roles", "beyond"),
        (5, "rights", "beyond"),
        (6, "expires_on", "past"),
    ]
    with pytest.raises(PeopleImportRefused) as refused:
        import_people(admin, text)
    assert refused.value.details["count"] == 4
    with admin.scope():
        assert not Person.objects.filter(number="8004").exists()
    for number in ("8100", "9001"):
        with pytest.raises(NotAllowed):
            preview(who(number), SHEET)


def test_a_sheet_keeps_to_the_quota(who: People) -> None:
    change_centre(who("9900"), "shifan", 1, {"quota_agents": 3})
    faults = preview(who("9000"), SHEET).faults
    assert [(each.row, each.fault, each.value) for each in faults] == [(0, "no_room", "3")]


@pytest.mark.usefixtures("separate")
def test_a_sheet_gives_no_role_where_another_gives_them(who: People) -> None:
    told = [(each.row, each.fault) for each in preview(who("9000"), SHEET).faults]
    assert told == [(2, "no_role"), (3, "no_role")]
    (made,) = import_people(who("9000"), "工号,姓名\n8004,甲")
    assert made.password == ""


# --- at a shell


def at_a_shell(*words: str) -> tuple[int, str]:
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        return cli.main(("person", *words)), said.getvalue()


def test_whoever_runs_the_machine_gives_a_right_that_nobody_holds(who: People) -> None:
    shifan = ("--centre", "shifan", "--number")
    assert at_a_shell("give", *shifan, "9000", "mailbox")[0] == 0
    admin = who("9000")
    assert admin.rights == {"mailbox"}
    assert change(admin, "8100", rights=frozenset({"mailbox"})).rights == ["mailbox"]
    with admin.scope():
        entry = AuditEntry.objects.get(action="person.changed", person=None)
    assert entry.data == {
        "by": "command line",
        "before": {"rights": []},
        "after": {"rights": ["mailbox"]},
    }
    for words in ((*shifan, "7777", "mailbox"), (*shifan, "9000", "king")):
        assert at_a_shell("give", *words) == (1, "record.not_found: Not found.\n")
    assert at_a_shell("give", "--centre", "x", "--number", "9000", "mailbox")[0] == 1


def test_whoever_runs_the_machine_lets_the_last_one_in_again(who: People) -> None:
    with who("9000").scope():
        off = {"active": False, "off_reason": "expired", "expires_on": today(-1)}
        long_ago = timezone.now() - timedelta(days=400)
        Person.objects.filter(number="9000").update(**off, on_since=long_ago, last_login=long_ago)
    status, said = at_a_shell("reset", "--centre", "shifan", "--number", "9000")
    assert (status, "shown once" in said) == (0, True)
    assert timezone.now() - person_of(who("9000"), "9000").on_since < timedelta(days=1)
    password = said.split(" with ")[1].split()[0]
    assert sign_in(Credentials("shifan", "9000", password), "127.0.0.1").who.number == "9000"
    assert person_of(who("9000"), "9000").password_temporary


@pytest.mark.usefixtures("separate")
def test_nobody_becomes_two_administrators_at_a_shell_either() -> None:
    words = ("--centre", "shifan", "--number", "9000", "audit_administrator")
    status, said = at_a_shell("give", *words)
    assert (status, said.split(":")[0]) == (1, "person.roles_exclusive")
