"""The platform's operator: centres from a template, quotas, functions that are off."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout

import pytest
from django.test import Client

from lianxin.api.functions import PATHS
from lianxin.api.root import api
from lianxin.centres.access import Actor, need_function
from lianxin.centres.actions import Credentials, sign_in
from lianxin.centres.errors import FunctionOff, NotAllowed, PersonNumberTaken, QuotaFull
from lianxin.centres.functions import FUNCTIONS
from lianxin.centres.isolation import scope
from lianxin.centres.models import AuditEntry, Centre, Person
from lianxin.centres.people.actions import PersonDraft, take_on
from lianxin.config import cli
from lianxin.lines.errors import NumberTaken
from lianxin.lines.loading import load_plans
from lianxin.tenancy.errors import BadCentre, CentreTaken
from lianxin.tenancy.founding import Limits, NewCentre, change_centre, found_centre, overviews
from tests.apps.conftest import who_is

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]

NEW = NewCentre("xinshi", "新市 12345 热线", "9903", ("12347",), "新市", limits=Limits(2, 3, 100))


def test_a_new_centre_answers_at_once(who: Callable[[str], Actor]) -> None:
    founded = found_centre(who("9900"), NEW)
    line = next(line for line in load_plans().lines if line.number == "12347")
    assert (line.centre_code, line.city, line.centre_name) == (
        "xinshi",
        "新市",
        "新市 12345 热线",
    )
    admin = sign_in(Credentials("xinshi", "9000", founded.password), "192.0.2.1").who
    assert admin.roles == {"administrator"}
    with admin.scope():
        actions = list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))
    assert actions[-2:] == ["centre.made", "session.opened"]
    assert founded.password not in str(list(AuditEntry.objects.values()))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"code": "shifan"}, CentreTaken),
        ({"city_code": "9901"}, CentreTaken),
        ({"numbers": ("12345",)}, NumberTaken),
        ({"numbers": ("12347", "12348", "12349")}, QuotaFull),
        ({"zone": "Mars/Base"}, BadCentre),
        ({"template": "../secret"}, BadCentre),
        ({"city_code": "99"}, BadCentre),
        ({"functions_off": ("everything",)}, BadCentre),
    ],
)
def test_all_of_a_centre_or_nothing(
    who: Callable[[str], Actor], change: dict[str, object], problem: type[Exception]
) -> None:
    before = Centre.objects.count()
    with pytest.raises(problem):
        found_centre(who("9900"), NewCentre(**{**vars(NEW), **change}))
    assert Centre.objects.count() == before


@pytest.mark.parametrize("number", ["8001", "8100", "9000", "9200"])
def test_only_an_operator_makes_centres(who: Callable[[str], Actor], number: str) -> None:
    with pytest.raises(NotAllowed):
        found_centre(who(number), NEW)
    with pytest.raises(NotAllowed):
        overviews(who(number))
    with pytest.raises(NotAllowed):
        change_centre(who(number), "shixian", 1, {"quota_lines": 1})


def test_the_operator_sees_how_much_there_is(who: Callable[[str], Actor]) -> None:
    seen = {each.centre.code: (each.lines, each.agents) for each in overviews(who("9900"))}
    assert seen == {"shifan": (("12345",), 3), "shixian": (("12346",), 2)}


def trail(code: str) -> list[AuditEntry]:
    with scope(Centre.objects.get(code=code).pk):
        return list(AuditEntry.objects.select_related("person").order_by("pk"))


def version_of(code: str) -> int:
    return Centre.objects.get(code=code).version


def test_what_the_platform_does_to_a_centre_is_told_there_and_there_only(
    who: Callable[[str], Actor], login: Callable[..., Client]
) -> None:
    operator = who("9900")
    at_home, there = len(trail("shifan")), len(trail("shixian"))
    found_centre(operator, NEW)
    for _ in range(2):  # the second time changes nothing
        change_centre(operator, "shixian", version_of("shixian"), {"quota_lines": 3})
    assert len(trail("shifan")) == at_home
    made = next(each for each in trail(NEW.code) if each.action == "centre.made")
    (changed,) = trail("shixian")[there:]
    assert (changed.action, changed.data["after"]) == ("centre.changed", {"quota_lines": 3})
    for entry in (made, changed):
        assert (entry.person, entry.data["by"]) == (None, "shifan 9900")
        assert entry.address == "192.0.2.1"
    told = login("9000", "shixian").get("/api/audit").json()["items"]
    assert told[0]["data"]["by"] == "shifan 9900"
    change_centre(operator, "shifan", version_of("shifan"), {"quota_lines": 3})
    last = trail("shifan")[-1]
    assert (last.action, last.person_id) == ("centre.changed", operator.person)


def draft(number: str, role: str) -> PersonDraft:
    return PersonDraft(number, "新话务员", frozenset({role}))


def test_a_quota_holds_back_agents(who: Callable[[str], Actor], centre: Centre) -> None:
    change_centre(who("9900"), "shifan", 1, {"quota_agents": 4})
    person, password = take_on(who("9000"), draft("8004", "agent"))
    assert sign_in(Credentials("shifan", "8004", password), "127.0.0.1").who.person == person.pk
    with pytest.raises(QuotaFull):
        take_on(who("9000"), draft("8005", "agent"))
    with pytest.raises(PersonNumberTaken):
        take_on(who("9000"), draft("8004", "supervisor"))
    with pytest.raises(NotAllowed):
        take_on(who("9000"), draft("9901", "operator"))
    with scope(centre.pk):
        assert Person.objects.filter(number__in=["8005", "9901"]).count() == 0


# --- functions

ROUTES = [
    (method.upper(), path)
    for path, methods in api.get_openapi_schema(path_prefix="/api/")["paths"].items()
    for method in methods
]


def routes_of(function: str) -> list[tuple[str, str]]:
    """Every operation of a function, by how its address begins."""
    begins = tuple(begin for begin, of in PATHS.items() if of == function)
    return [(method, path) for method, path in ROUTES if begins and path.startswith(begins)]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_what_is_off_is_gone(login: Login, centre: Centre, function: str) -> None:
    change_centre(who_is("shifan", "9900"), "shifan", 1, {"functions_off": [function]})
    client = login("9000")
    assert function not in client.get("/api/session").json()["functions"]
    assert function in login("9000", "shixian").get("/api/session").json()["functions"]
    with pytest.raises(FunctionOff):
        need_function(who_is("shifan", "9000"), function)  # type: ignore[arg-type] # one of them
    for method, path in routes_of(function):
        answer = client.generic(method, re.sub(r"\{\w+\}", "x1", path), "{", "application/json")
        said = answer.json()["error"]
        assert (path, answer.status_code, said["code"]) == (path, 404, "function.off")


@pytest.mark.parametrize("function", sorted(set(PATHS.values())))
def test_a_function_with_pages_has_operations(function: str) -> None:
    assert routes_of(function)


def test_web_calls_that_are_off_are_gone_from_the_portal(centre: Centre) -> None:
    assert Client().get("/call").status_code == 200
    change_centre(who_is("shifan", "9900"), "shifan", 1, {"functions_off": ["web_calls"]})
    assert 'href="/call"' not in Client().get("/").content.decode()
    assert Client().get("/call").status_code == 404
    assert Client().post("/portal/call-ticket").json()["error"]["code"] == "function.off"


# --- at a shell


def run(*words: str) -> tuple[int, str]:
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        return cli.main(words), said.getvalue()


def test_a_centre_is_made_at_a_shell() -> None:
    words = ("--code", "xinshi", "--name", "新市 12345 热线", "--city-code", "9903")
    status, said = run("centre", "create", *words, "--number", "12347", "--without", "polls")
    assert (status, "shown once" in said) == (0, True)
    centre = Centre.objects.get(code="xinshi")
    assert centre.functions_off == ["polls"]
    status, said = run("centre", "create", *words)
    assert (status, said[:13]) == (1, "centre.taken:")
    assert "xinshi\t9903\t新市 12345 热线" in run("centre", "list")[1]


def test_the_page_makes_a_centre(login: Login) -> None:
    body = {"code": "xinshi", "name": "新市 12345 热线", "city_code": "9903", "numbers": ["12347"]}
    client = login("9900")
    made = client.post("/api/platform/centres", json.dumps(body), content_type="application/json")
    assert made.status_code == 201
    assert (made.json()["centre"]["lines"], made.json()["administrator"]) == (["12347"], "9000")
    change = {"version": 1, "quotas": {"lines": 1}, "functions_off": ["polls"]}
    path = "/api/platform/centres/xinshi"
    changed = client.patch(path, json.dumps(change), content_type="application/json").json()
    assert (changed["quotas"]["lines"], changed["functions_off"]) == (1, ["polls"])
    assert len(client.get("/api/platform/centres").json()["items"]) == 3
