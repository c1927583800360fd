"""A word that one part says is a word that every part knows."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, get_args

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from lianxin.api.root import api
from lianxin.calls.events import Outcome, RecordingKind
from lianxin.cases.actions import Draft, open_case
from lianxin.cases.choices import CaseSource, CaseType, Urgency
from lianxin.cases.errors import IllegalState
from lianxin.cases.lifecycle import transition
from lianxin.cases.models import Case
from lianxin.cases.replies import approve_reply, draft_reply
from lianxin.centres.access import ROLES, Actor, Secrecy
from lianxin.demo.city import CENTRES
from lianxin.env import REPOSITORY
from lianxin.portal.texts import EN, ZH
from lianxin.prompts import catalogue
from lianxin.rules.lifecycle import (
    CASE,
    REPLY_NEEDED,
    CaseEvent,
    CaseHistoryEvent,
    CaseState,
)

STATES = get_args(CaseState)
TYPES = get_args(CaseType)


def test_every_state_can_be_told_on_the_telephone() -> None:
    prompts = {prompt.id for prompt in catalogue.load() if prompt.folder == "zh"}
    assert {f"state_{state}" for state in STATES} == {p for p in prompts if p[:6] == "state_"}


@pytest.mark.parametrize("texts", [ZH, EN])
@pytest.mark.parametrize(("family", "words"), [("state", STATES), ("type", TYPES)])
def test_the_portal_says_every_word_and_no_other(
    texts: dict[str, str], family: str, words: tuple[str, ...]
) -> None:
    said = {key for key in texts if key.startswith(f"{family}.")}
    assert said == {f"{family}.{word}" for word in words}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "words",
    [STATES, TYPES, get_args(Urgency), get_args(Outcome), get_args(CaseHistoryEvent)],
)
def test_the_console_says_every_word(language: str, words: tuple[str, ...]) -> None:
    folder = REPOSITORY / "web/apps/console/src"
    said = "\n".join(path.read_text("utf-8") for path in folder.rglob(f"locales/{language}.ts"))
    assert [word for word in words if not re.search(rf"\b{word}: *[\"']", said)] == []


def audited() -> set[str]:
    """The acts that the sources note in the audit trail by name."""
    noted = re.compile(r'note(?:_system)?\([^()]*?"([a-z_]+\.[a-z_]+)"')
    sources = (REPOSITORY / "server/lianxin").rglob("*.py")
    return {act for path in sources for act in noted.findall(path.read_text("utf-8"))}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_console_says_every_act_of_the_audit_trail(language: str) -> None:
    acts = audited()
    assert {"flow.draft_saved", "case.opened", "recording.listened"} <= acts
    words = REPOSITORY / f"web/apps/console/src/features/audit/locales/{language}.ts"
    said = words.read_text("utf-8")
    assert sorted(act for act in acts if f'"{act}": ' not in said) == []


@pytest.mark.parametrize(
    ("shape", "field", "words"),
    [
        ("CaseSummary", "state", STATES),
        ("CaseEventRead", "event", get_args(CaseHistoryEvent)),
        ("CaseEventCreate", "event", get_args(CaseEvent)),
        ("CaseSummary", "type", TYPES),
        ("CaseSummary", "source", get_args(CaseSource)),
        ("CaseSummary", "urgency", get_args(Urgency)),
        ("CaseSummary", "secrecy", get_args(Secrecy)),
        ("CallSummary", "outcome", ("", *get_args(Outcome))),
        ("RecordingRead", "kind", get_args(RecordingKind)),
    ],
)
def test_the_api_speaks_of_the_same(shape: str, field: str, words: tuple[str, ...]) -> None:
    schemas: dict[str, Any] = api.get_openapi_schema(path_prefix="/api/")["components"]["schemas"]
    assert tuple(schemas[shape]["properties"][field]["enum"]) == words


def test_the_demo_gives_no_unknown_role() -> None:
    roles = {role for centre in CENTRES for person in centre.people for role in person.roles}
    assert roles == set(ROLES)


@pytest.mark.django_db
@pytest.mark.parametrize("column", ["state", "type", "source", "urgency", "secrecy"])
def test_postgresql_refuses_any_other_word(who: Callable[[str], Actor], column: str) -> None:
    agent = who("8001")
    open_case(agent, Draft(type="help", title="x"))
    with agent.scope(), pytest.raises(IntegrityError, match=f"case_{column}"), transaction.atomic():
        Case.objects.update(**{column: "processing"})


@pytest.mark.django_db
@pytest.mark.parametrize("event", get_args(CaseEvent))
@pytest.mark.parametrize("state", STATES)
def test_a_case_goes_only_where_the_rules_lead(
    who: Callable[[str], Actor], state: CaseState, event: CaseEvent
) -> None:
    leader = who("8100")
    case, _ = open_case(leader, Draft(type="help", title="x"))
    with leader.scope():
        Case.objects.update(state=state)
    if event not in CASE[state]:
        with pytest.raises(IllegalState):
            transition(leader, case.pk, 1, event, "理由")
    elif event in REPLY_NEEDED:
        draft_reply(leader, case.pk, 1, "已修好", "zh")
        assert approve_reply(leader, case.pk, 2).state == CASE[state][event]
    else:
        assert transition(leader, case.pk, 1, event, "理由").state == CASE[state][event]


@pytest.mark.django_db
def test_an_impossible_event_is_a_conflict_with_a_code(login: Callable[..., Client]) -> None:
    client = login("8001")
    body = '{"type": "help", "title": "x"}'
    case = client.post("/api/cases", body, content_type="application/json").json()["case"]
    step = '{"version": 1, "event": "received"}'
    path = f"/api/cases/{case['id']}/events"
    answer = client.post(path, step, content_type="application/json")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "case.illegal_state")
    possible = answer.json()["error"]["details"]["possible"]
    assert possible == ["closed", "dispatched", "rejected", "replied"]
