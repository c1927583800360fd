"""The bases of what the API takes and gives, and how a request knows who asks."""

from __future__ import annotations

import re
from typing import Annotated, Any, Generic, TypeVar

from django.http import HttpRequest
from ninja import Schema
from pydantic import (
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from lianxin.api.fields import Instant
from lianxin.centres.access import Actor
from lianxin.centres.paging import Slice

#: Everything that no citizen types: C0 and C1 controls but tab and newline, and the
#: marks that turn the direction of text around.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
#: Python reads ``"\\ud800"`` in JSON as half of a letter.
_HALVES = re.compile("[\ud800-\udfff]")

T = TypeVar("T")


def clean(value: Any) -> Any:
    """Take control characters out of text, and the space around it."""
    if isinstance(value, str):
        return _CONTROLS.sub("", value.replace("\r\n", "\n")).strip()
    return value


def _whole(value: Any) -> Any:
    """Refuse halves of letters, however deep they stand: no file and no table keeps them."""
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, str):
            if not each.isascii() and _HALVES.search(each):
                raise PydanticCustomError("string_unicode", "half of a letter")
        elif isinstance(each, dict):
            left += (*each.keys(), *each.values())
        elif isinstance(each, list):
            left += each
    return value


class BodySchema(Schema):
    """Base of request bodies: unknown fields are refused, and halves of letters."""

    model_config = ConfigDict(extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _check_whole(cls, value: Any) -> Any:
        return _whole(value)


class WriteSchema(BodySchema):
    """Base of request bodies whose control characters are stripped."""

    @model_validator(mode="before")
    @classmethod
    def _clean(cls, values: Any) -> Any:
        data = getattr(values, "_obj", values)
        return {k: clean(v) for k, v in data.items()} if isinstance(data, dict) else values


class VerbatimSchema(BodySchema):
    """Base of request bodies whose texts are taken letter by letter, such as a file's."""


class ReadSchema(Schema):
    """Base of answers."""


class Page(ReadSchema, Generic[T]):
    """A part of a list, newest first. ``next`` is the cursor of the next part, or null."""

    items: list[T]
    next: str | None
    total: int


def page(part: Slice[Any], items: list[T]) -> Page[T]:
    """``items`` are what is shown of ``part``."""
    return Page(items=items, next=part.next, total=part.total)


class Error(ReadSchema):
    code: str
    message: str
    details: dict[str, Any]


class ErrorAnswer(ReadSchema):
    """Every answer that is not a success."""

    error: Error


class SignedInRequest(HttpRequest):
    """A request that has passed ``session.signed_in``."""

    auth: Actor


class Listing(Schema):
    """Paging: ``limit`` rows from ``cursor`` on."""

    model_config = ConfigDict(extra="ignore")

    cursor: Annotated[str, StringConstraints(max_length=200)] | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 50

    @field_validator("*", mode="before")
    @classmethod
    def _clean(cls, value: Any) -> Any:
        return clean(value)


class Period(Listing):
    """A list between two times, the second of which is left out."""

    since: Instant | None = Field(None, alias="from")
    until: Instant | None = Field(None, alias="to")


def refusals(*statuses: int) -> dict[int, type[ErrorAnswer]]:
    """For ``response``: with which statuses an operation may be refused."""
    return dict.fromkeys(statuses, ErrorAnswer)


#: What most operations may be refused with.
REFUSALS = refusals(401, 403, 404, 409, 422)
