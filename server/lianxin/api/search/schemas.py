"""What the API takes and gives of the search over everything."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from lianxin.api.base import QuerySchema, ReadSchema
from lianxin.cases.choices import CaseType
from lianxin.rules.lifecycle import CaseState


class SearchFilter(QuerySchema):
    """``q``: what was typed; words stand apart, and all of them must be found."""

    q: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=64)]


class CaseMatch(ReadSchema):
    id: UUID
    number: str
    title: str
    type: CaseType
    state: CaseState


class CallMatch(ReadSchema):
    id: UUID
    caller: str
    line: str
    started_at: datetime


class PersonMatch(ReadSchema):
    number: str
    name: str


class KnowledgeTitle(ReadSchema):
    code: str
    title: str


class SearchRead(ReadSchema):
    """The best few of each kind; a kind that the reader may not list is empty."""

    cases: list[CaseMatch]
    calls: list[CallMatch]
    people: list[PersonMatch]
    knowledge: list[KnowledgeTitle]
