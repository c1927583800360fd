"""From rows to what a search gives of them."""

from __future__ import annotations

from lianxin.api.search import schemas
from lianxin.calls.models import Call
from lianxin.cases.models import Case
from lianxin.centres.models import Person
from lianxin.knowledge.models import KnowledgeEntry


def case(row: Case) -> schemas.CaseMatch:
    return schemas.CaseMatch(
        id=row.pk, number=row.number, title=row.title, type=row.type, state=row.state
    )


def call(row: Call) -> schemas.CallMatch:
    return schemas.CallMatch(
        id=row.pk, caller=row.caller, line=row.line_number, started_at=row.started_at
    )


def person(row: Person) -> schemas.PersonMatch:
    return schemas.PersonMatch(number=row.number, name=row.name)


def knowledge(row: KnowledgeEntry) -> schemas.KnowledgeTitle:
    return schemas.KnowledgeTitle(code=row.code, title=row.titles.get("zh", ""))
