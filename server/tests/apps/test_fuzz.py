"""What the document of the API says may be sent is sent, and what comes back is as it says.

Seeded: the same is sent each time. More of it: raise how often, see docs/decisions/0066.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
import requests
import schemathesis
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from lianxin.calls.models import Recording
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre, Person
from lianxin.rules.powers import RIGHTS, ROLES
from tests.apps.test_api import opened
from tests.apps.test_hostile_values import DOCUMENT

pytestmark = pytest.mark.django_db
Login = Callable[..., Client]
Case = schemathesis.Case[Any]

SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
OPERATIONS = {
    str(operation.definition.raw["operationId"]): operation
    for operation in (each.ok() for each in SCHEMA.get_all_operations() if isinstance(each, Ok))
}
#: What is no list, or has nobody who telephoned yet.
MADE_OF_CALLS = ("/api/calls", "/api/recordings")
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
USUAL = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[*HealthCheck],
)
#: How often each is asked as the document has it, and about something that is there.
AS_WRITTEN = {"everybody": 4, "agent": 1, "nobody": 1}
ABOUT_WHAT_IS_THERE = {"everybody": 5, "agent": 1}


@pytest.fixture
def pages(login: Login, centre: Centre) -> dict[str, Client]:
    """Somebody who may do everything, somebody at the telephone, and a stranger."""
    with scope(centre.pk):
        Person.objects.filter(number="9000").update(roles=[*ROLES], rights=[*RIGHTS])
    pages = {"everybody": login("9000"), "agent": login("8001"), "nobody": Client()}
    for page in pages.values():
        page.raise_request_exception = False
    return pages


@pytest.mark.parametrize("name", OPERATIONS)
def test_answers_are_as_the_document_says(
    name: str, pages: dict[str, Client], recorded: Callable[[], Recording]
) -> None:
    operation = OPERATIONS[name]
    for who, often in AS_WRITTEN.items():
        _send(operation, pages[who], often)
    if "{" in operation.path:
        there = _what_is_there(operation.path, pages["everybody"], recorded)
        for who, often in ABOUT_WHAT_IS_THERE.items():
            _send(operation, pages[who], often, there)


def _send(operation: Any, page: Client, often: int, there: dict[str, Any] | None = None) -> None:
    """Each is undone, so that none finds what another has left, and nothing need be left out."""

    @settings(USUAL, max_examples=often)
    @given(case=operation.as_strategy())
    def sent(case: Case) -> None:
        if there is not None:
            _turn_to(case, there)
        with transaction.atomic():
            answer = _answer(page, case)
            transaction.set_rollback(True)
        case.validate_response(answer, checks=CHECKS)

    sent()


def _what_is_there(path: str, page: Client, recorded: Callable[[], Recording]) -> dict[str, Any]:
    """Something of the list that stands above what an address is about."""
    above = path.partition("/{")[0]
    if above in MADE_OF_CALLS:
        recording = recorded()
        return {"id": str(recording.pk if "recordings" in above else recording.call_id)}
    if above == "/api/cases":
        opened(page)
    found = page.get(above).json()
    rows = found if isinstance(found, list) else found.get("items", [])
    return dict(rows[0]) if rows else {}


def _turn_to(case: Case, there: dict[str, Any]) -> None:
    first, *rest = case.path_parameters
    named = next((there[each] for each in (first, "code", "id", "number") if each in there), None)
    if named is not None:
        case.path_parameters[first] = named
    for each in rest:
        if isinstance(case.path_parameters[each], int):
            case.path_parameters[each] = 1
    if isinstance(case.body, dict) and "version" in case.body:
        case.body["version"] = there.get("version", 1)


def _answer(page: Client, case: Case) -> Response:
    request = requests.Request(**case.as_transport_kwargs(base_url="http://testserver")).prepare()
    sent: Any = dict(request.headers)
    kind, body = sent.pop("Content-Type", ""), cast("Any", request.body)
    found: Any = page.generic(
        str(request.method), request.path_url, body or b"", kind, headers=sent
    )
    content = b"".join(found.streaming_content) if found.streaming else found.content
    headers = {key: [value] for key, value in found.items()}
    return Response(found.status_code, headers, content, request, 0.0, verify=False)
