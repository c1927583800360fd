"""The search over everything, for the console's Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ninja import Query, Router

from lianxin.api.base import SignedInRequest, refusals
from lianxin.api.search import mappers, schemas
from lianxin.calls import queries as calls
from lianxin.cases import queries as cases
from lianxin.centres import queries as centres
from lianxin.centres.errors import FunctionOff, NotAllowed
from lianxin.knowledge import queries as knowledge

router = Router(tags=["search"])

#: Rows of each kind: what is not among them is narrowed down by typing on.
MOST = 5

T = TypeVar("T")


@router.get(
    "/search",
    response={200: schemas.SearchRead, **refusals(401, 422)},
    operation_id="search",
)
def search(request: SignedInRequest, wanted: Query[schemas.SearchFilter]) -> schemas.SearchRead:
    """Cases by number, title or telephone, calls by telephone, people by 工号 or name, knowledge
    by its title; at most five of each, as far as the lists of these would show them. Calls of more
    than 90 days ago and cases of more than a year ago are found by a whole number only."""
    who, q = request.auth, wanted.q
    return schemas.SearchRead(
        cases=[mappers.case(row) for row in _allowed(lambda: cases.find(who, q, MOST))],
        calls=[mappers.call(row) for row in _allowed(lambda: calls.find(who, q, MOST))],
        people=[mappers.person(row) for row in _allowed(lambda: centres.find(who, q, MOST))],
        knowledge=[
            mappers.knowledge(row) for row in _allowed(lambda: knowledge.titled(who, q, MOST))
        ],
    )


def _allowed(read: Callable[[], list[T]]) -> list[T]:
    """What ``read`` finds; nothing where its list is not for who asks."""
    try:
        return read()
    except (NotAllowed, FunctionOff):
        return []
