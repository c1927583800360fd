"""People and their accounts: who is taken on, changed, switched off and given which right."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from lianxin.centres.access import Actor
from lianxin.centres.actions import Credentials, sign_in
from lianxin.centres.errors import NotAllowed, NotFound, PersonNumberTaken, QuotaFull, WrongLogin
from lianxin.centres.isolation import scope
from lianxin.centres.logins import ended_logins, whose
from lianxin.centres.models import AuditEntry, Centre, Person
from lianxin.centres.people.actions import (
    PersonDraft,
    change_person,
    end_logins,
    reset_password,
    switch_person,
    take_on,
)
from lianxin.centres.people.errors import (
    AccountExpired,
    PersonBeyond,
    PersonConflict,
    PersonYourself,
    RolesExclusive,
)
from lianxin.centres.people.queries import acts_on, people, powers_of, read_person
from lianxin.tenancy.errors import NotSeparate
from lianxin.tenancy.founding import change_centre
from lianxin.upkeep.tasks import accounts
from tests.apps.people_acts import change, draft_of, person_of, reset, switch, today

pytestmark = pytest.mark.django_db

People = Callable[[str], Actor]
Login = Callable[..., Client]
JSON = "application/json"
#: What an administrator may do to the account of an agent.
ON_ANOTHER = ["change", "switch", "grant", "reset", "end_logins"]


@pytest.fixture
def separate(who: People) -> None:
    """The centre demands three administrators."""
    change_centre(who("9900"), "shifan", 1, {"separate_administrators": True})


# --- an account


def test_somebody_is_taken_on_and_comes_in_with_a_password_that_was_told_once(who: People) -> None:
    draft = PersonDraft("8004", "新话务员", frozenset({"agent"}), expires_on=today(30))
    person, password = take_on(who("9000"), draft)
    assert sign_in(Credentials("shifan", "8004", password), "127.0.0.1").who.person == person.pk
    kept = person_of(who("9000"), "8004")
    assert (kept.password_temporary, kept.roles, kept.expires_on) == (True, ["agent"], today(30))
    assert kept.last_login is not None
    with pytest.raises(PersonNumberTaken):
        take_on(who("9000"), draft)
    with pytest.raises(NotAllowed):
        take_on(who("8100"), PersonDraft("8005", "x"))


def test_an_account_is_changed_and_the_trail_says_how(who: People) -> None:
    admin = who("9000")
    changed = change(admin, "8001", name="李新", roles=frozenset({"agent", "supervisor"}))
    assert (changed.name, changed.roles, changed.version) == ("李新", ["agent", "supervisor"], 2)
    assert change(admin, "8001").version == 2, "what is the same is not written"
    with admin.scope():
        entry = AuditEntry.objects.get(action="person.changed")
    assert entry.data["before"] == {"name": "李示范", "roles": ["agent"]}
    assert entry.data["after"] == {"name": "李新", "roles": ["agent", "supervisor"]}
    with pytest.raises(PersonNumberTaken):
        change(admin, "8001", number="8002")


def test_who_comes_second_is_told(who: People) -> None:
    admin = who("9000")
    key, version, draft = draft_of(admin, "8001", name="甲")
    change_person(admin, key, version, draft)
    acts: tuple[Callable[[], Any], ...] = (
        lambda: change_person(admin, key, version, replace(draft, name="乙")),
        lambda: switch_person(admin, key, version, on=False),
        lambda: reset_password(admin, key, version),
    )
    for act in acts:
        with pytest.raises(PersonConflict) as refused:
            act()
        assert refused.value.details["by"] == "9000 管理员甲"
    with pytest.raises(NotFound):
        switch_person(admin, 10**9, 1, on=False)


def test_the_quota_holds_for_every_way_to_one_more_agent(who: People) -> None:
    admin = who("9000")
    switch(admin, "8003", on=False)
    change_centre(who("9900"), "shifan", 1, {"quota_agents": 2})
    with pytest.raises(QuotaFull):
        take_on(admin, PersonDraft("8004", "x", frozenset({"agent"})))
    with pytest.raises(QuotaFull):
        switch(admin, "8003", on=True)
    with pytest.raises(QuotaFull):
        change(admin, "8100", roles=frozenset({"agent", "supervisor"}))
    assert change(admin, "8003", name="x").name == "x", "who is switched off takes no room"
    assert switch(admin, "8002", on=False).active is False
    assert switch(admin, "8003", on=True).active is True


def test_a_reset_password_is_told_once_and_the_one_before_is_none(who: People) -> None:
    password = reset(who("9001"), "8001")
    assert sign_in(Credentials("shifan", "8001", password), "127.0.0.1").who.number == "8001"
    assert person_of(who("9000"), "8001").password_temporary
    with pytest.raises(WrongLogin):
        sign_in(Credentials("shifan", "8001", "lianxin-demo"), "127.0.0.1")
    with who("9000").scope():
        assert AuditEntry.objects.get(action="person.password_reset").data == {}


@pytest.mark.parametrize(
    "act",
    [
        lambda admin: switch(admin, "8001", on=False),
        lambda admin: change(admin, "8001", roles=frozenset({"supervisor"})),
        lambda admin: change(admin, "8001", roles=frozenset()),
        lambda admin: reset(admin, "8001"),
    ],
    ids=["switched off", "another role", "no role", "a new password"],
)
def test_what_is_taken_away_ends_all_logins(who: People, act: Callable[[Actor], Any]) -> None:
    """Socket and telephone go with them: tests/switchboard says how soon."""
    admin = who("9000")
    assert ended_logins() == []
    act(admin)
    assert [(each.person, each.login) for each in ended_logins()] == [(who("8001").person, "")]


def test_a_right_that_is_taken_away_ends_them_too(who: People) -> None:
    admin = replace(who("9000"), rights=frozenset({"mailbox"}))
    change(admin, "9100", rights=frozenset())
    assert [each.person for each in ended_logins()] == [who("9100").person]


def test_somebodys_logins_are_ended_without_anything_else(who: People) -> None:
    security = who("9001")
    mine = sign_in(Credentials("shifan", "8001", "lianxin-demo"), "127.0.0.1")
    page = (mine.who.centre, mine.who.person, mine.stamp, mine.login.key, "127.0.0.1")
    assert whose(*page, timedelta()) is not None
    end_logins(security, mine.who.person)
    assert whose(*page, timedelta()) is None
    assert (mine.who.person, "") in [(each.person, each.login) for each in ended_logins()]
    assert sign_in(Credentials("shifan", "8001", "lianxin-demo"), "127.0.0.1").who.number == "8001"
    for number in ("9001", "9000"):
        with pytest.raises(NotAllowed):
            end_logins(security, who(number).person)


def test_another_name_or_number_ends_none(who: People) -> None:
    change(who("9000"), "8001", name="李新", number="8011", expires_on=today(3))
    assert ended_logins() == []


# --- who may


def test_nobody_gives_or_takes_what_they_do_not_hold(who: People) -> None:
    admin, mailbox = who("9000"), frozenset({"mailbox"})
    with pytest.raises(PersonBeyond):
        change(admin, "8001", rights=mailbox)
    with pytest.raises(PersonBeyond):
        change(admin, "9100", rights=frozenset())
    with pytest.raises(PersonBeyond):
        take_on(admin, PersonDraft("8004", "x", rights=mailbox))
    with pytest.raises(PersonBeyond):
        change(admin, "8001", roles=frozenset({"operator"}))
    for number in ("9100", "9900", "9001"):
        with pytest.raises(PersonBeyond):
            reset(admin, number)
        with pytest.raises(PersonBeyond):
            switch(admin, number, on=False)
        with pytest.raises(PersonBeyond):
            change(admin, number, name="x")
    assert change(admin, "8101", roles=frozenset({"supervisor", "agent"})).rights == ["mailbox"]


def test_nobody_changes_what_they_are(who: People) -> None:
    both = frozenset({"administrator", "agent"})
    acts: tuple[tuple[str, Callable[[Actor], Any]], ...] = (
        ("9000", lambda me: change(me, "9000", roles=both)),
        ("9000", lambda me: change(me, "9000", roles=frozenset())),
        ("9000", lambda me: change(me, "9000", expires_on=today(9))),
        ("9000", lambda me: switch(me, "9000", on=False)),
        ("9001", lambda me: reset(me, "9001")),
    )
    for number, act in acts:
        with pytest.raises(PersonYourself):
            act(who(number))
    assert change(who("9000"), "9000", name="管理员").name == "管理员"


@pytest.mark.usefixtures("separate")
def test_where_three_are_demanded_no_one_of_them_does_all(who: People, login: Login) -> None:
    system, security, auditor = (who(number) for number in ("9000", "9001", "9002"))
    agent = frozenset({"agent"})
    with pytest.raises(NotAllowed):
        take_on(system, PersonDraft("8004", "x", agent))
    person, password = take_on(system, PersonDraft("8004", "x"))
    assert (password, person.has_usable_password()) == ("", False)
    with pytest.raises(NotAllowed):
        change(system, "8004", roles=agent)
    with pytest.raises(NotAllowed):
        reset(system, "8004")
    assert change(security, "8004", roles=agent).roles == ["agent"]
    assert (
        sign_in(Credentials("shifan", "8004", reset(security, "8004")), "127.0.0.1").who.roles
        == agent
    )
    with pytest.raises(NotAllowed):
        take_on(security, PersonDraft("8005", "x"))
    with pytest.raises(RolesExclusive):
        change(security, "9000", roles=frozenset({"administrator", "audit_administrator"}))
    with pytest.raises(NotAllowed):
        change(auditor, "8004", name="y")
    read = {number: login(number).get("/api/audit").status_code for number in ("9000", "9001")}
    assert read == {"9000": 403, "9001": 403}
    assert login("9002").get("/api/audit").status_code == 200
    assert login("9002").get("/api/people").status_code == 200


def test_three_are_demanded_where_there_are_three(who: People, centre: Centre) -> None:
    operator = who("9900")
    both = ["administrator", "security_administrator"]
    with scope(centre.pk):
        Person.objects.filter(number="9000").update(roles=both)
    wrong: tuple[list[str], ...] = (both, [])
    for roles in wrong:
        with scope(centre.pk):
            Person.objects.filter(number="9000").update(roles=roles)
        with pytest.raises(NotSeparate):
            change_centre(operator, "shifan", 1, {"separate_administrators": True})
    with scope(centre.pk):
        Person.objects.filter(number="9000").update(roles=["administrator"])
    change_centre(operator, "shifan", 1, {"separate_administrators": True})
    assert who("9000").separate


def test_a_page_knows_what_it_may_show(who: People) -> None:
    mine = powers_of(who("9000"))
    assert mine.roles == ("agent", "supervisor", "administrator", "flow_editor", "knowledge_editor")
    assert (mine.rights, mine.separate, "add" in mine.acts) == ((), False, True)
    assert powers_of(who("8100")).acts == ("list",)
    with pytest.raises(NotAllowed):
        powers_of(who("8001"))
    admin = who("9000")
    assert acts_on(admin, person_of(admin, "8001")) == ON_ANOTHER
    assert acts_on(admin, person_of(admin, "9000")) == ["change"]
    assert acts_on(admin, person_of(admin, "9100")) == ["grant"]
    assert acts_on(who("8100"), person_of(admin, "8001")) == []


# --- how long


def test_an_account_lasts_to_the_end_of_its_last_day(who: People, login: Login) -> None:
    admin = who("9000")
    change(admin, "8001", expires_on=today())
    page = login("8001")
    assert page.get("/api/calls").status_code == 200
    with pytest.raises(AccountExpired):
        change(admin, "8002", expires_on=today(-1))
    with admin.scope():
        Person.objects.filter(number="8001").update(expires_on=today(-1))
    assert page.get("/api/calls").status_code == 401
    with pytest.raises(WrongLogin):
        sign_in(Credentials("shifan", "8001", "lianxin-demo"), "127.0.0.1")


def test_an_account_that_expired_is_switched_off_and_its_logins_end(who: People) -> None:
    admin = who("9000")
    with admin.scope():
        Person.objects.filter(number="8001").update(expires_on=today(-1))
        Person.objects.filter(number="8002").update(expires_on=today())
    accounts(timestamp=0)
    accounts(timestamp=0)  # twice does no harm
    row = person_of(admin, "8001")
    assert (row.active, row.off_reason, person_of(admin, "8002").active) == (False, "expired", True)
    assert [each.person for each in ended_logins()] == [row.pk]
    with admin.scope():
        entry = AuditEntry.objects.get(action="person.expired")
    assert (entry.person_id, entry.object_id) == (None, str(row.pk))
    with pytest.raises(AccountExpired):
        switch(admin, "8001", on=True)
    change(admin, "8001", expires_on=None)
    assert switch(admin, "8001", on=True).off_reason == ""


def test_an_account_that_nobody_uses_is_switched_off_where_the_centre_wants_it(
    who: People,
) -> None:
    admin, long_ago = who("9000"), timezone.now() - timedelta(days=91)
    with admin.scope():
        Person.objects.update(on_since=long_ago, last_login=long_ago)
        Person.objects.filter(number="8002").update(last_login=timezone.now())
    accounts(timestamp=0)
    assert person_of(admin, "8001").active, "0 days: never"
    change_centre(who("9900"), "shifan", 1, {"dormant_days": 90})
    accounts(timestamp=0)
    with admin.scope():
        left = Person.objects.filter(active=True).values_list("number", flat=True)
        administrators = ["9000", "9001", "9002"]  # the last of each kind
        assert {"8002", *administrators} <= set(left)
        [other] = set(left) - {"8002", *administrators}
        assert other in {"8101", "9100"}, "one who reads the mailbox stays"
        told = AuditEntry.objects.filter(action="person.dormant").first()
    assert told is not None
    assert told.data == {"days": 90}
    security = who("9001")
    assert person_of(security, "8001").off_reason == "dormant"
    assert switch(security, "8001", on=True).active
    accounts(timestamp=0)
    assert person_of(security, "8001").active, "from now on it may be unused as long again"
    with admin.scope():
        entry = AuditEntry.objects.get(action="person.switched_on")
    assert entry.data == {"off_reason": "dormant"}


# --- the list


def test_the_roster_is_read_in_parts_and_searched(who: People, login: Login) -> None:
    page = login("8100")
    numbers, cursor = [], None
    while True:
        part = page.get("/api/people", {"limit": 3, **({"cursor": cursor} if cursor else {})})
        found = part.json()
        assert len(found["items"]) <= 3
        numbers += [each["number"] for each in found["items"]]
        cursor = found["next"]
        if cursor is None:
            break
    with who("9000").scope():
        assert numbers == sorted(Person.objects.values_list("number", flat=True))
    assert found["total"] == len(numbers)
    assert [each.number for each in people(who("8100"), q="81").items] == ["8100", "8101"]
    assert [each.number for each in people(who("8100"), q="李").items] == ["8001"]
    assert [each.number for each in people(who("8100"), role="agent").items] == [
        "8001", "8002", "8003",
    ]  # fmt: skip
    switch(who("9000"), "8001", on=False)
    assert [each.number for each in people(who("8100"), active=False).items] == ["8001"]
    with pytest.raises(NotFound):
        read_person(who("8100"), 10**9)


def test_the_page_does_what_the_rules_allow(login: Login) -> None:
    page = login("9000")
    body = {"number": "8004", "name": "新话务员", "roles": ["agent"], "expires_on": None}
    made = page.post("/api/people", json.dumps(body), content_type=JSON)
    assert made.status_code == 201, made.content
    person, password = made.json()["person"], made.json()["password"]
    assert (person["acts"], len(password)) == (ON_ANOTHER, 14)
    path = f"/api/people/{person['id']}"
    assert "password" not in page.get(path).json()
    off = page.put(f"{path}/active", {"version": 1, "on": False}, content_type=JSON).json()
    assert (off["active"], off["version"]) == (False, 2)
    wrong = page.put(path, json.dumps({**body, "version": 2, "rights": ["mailbox"]}), JSON)
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (403, "person.beyond")
    unknown = page.post("/api/people", json.dumps({**body, "roles": ["king"]}), JSON)
    assert unknown.status_code == 422
