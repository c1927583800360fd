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
from lianxin.rules.visible import is_visible

#: Everything that no citizen types: C0 and C1 controls but tab and newline, and the
#: marks that turn the direction of text around.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
#: What is not seen and means nothing between letters of ours: soft hyphens, blanks of no width,
#: marks of direction. What joins (U+200C, U+200D) stays: emoji and some scripts need it.
_INVISIBLE = re.compile(
    "[\xad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufff9-\ufffb]"
)
#: Letters that each office gives a shape of its own: here they are boxes, or nothing.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
#: Python reads ``"\\ud800"`` in JSON as half of a letter.
_HALVES = re.compile("[\ud800-\udfff]")

T = TypeVar("T")


def has_controls(text: str) -> bool:
    """Whether something that no citizen types stands in ``text``."""
    return _CONTROLS.search(text) is not None


def clean(value: Any) -> Any:
    """Take control characters out of text, and the space around it; what nobody sees is empty.

    A text of nothing but private letters stays, for ``_whole`` to refuse: somebody wrote it."""
    if isinstance(value, str):
        text = _uncontrolled(value).strip()
        return text if is_visible(text) or _PRIVATE.search(text) else ""
    return value


def _uncontrolled(text: str) -> str:
    return _INVISIBLE.sub("", _CONTROLS.sub("", text.replace("\r\n", "\n")))


def _plain_keys(value: dict[Any, Any]) -> dict[Any, Any]:
    """A name is no other by what nobody sees in it; where two would be one, they stay as sent."""
    plain = {_uncontrolled(k) if isinstance(k, str) else k: each for k, each in value.items()}
    return plain if len(plain) == len(value) else value


def _deep(value: Any) -> Any:
    """What stands within a field, without control characters; blanks may mean something there."""
    match value:
        case str():
            return _uncontrolled(value)
        case dict():
            return {key: _deep(inner) for key, inner in _plain_keys(value).items()}
        case list():
            return [_deep(inner) for inner in value]
    return value


def _whole(value: Any) -> Any:
    """Refuse halves of letters, however deep they stand: no file and no table keeps them. Also
    a text of nothing but private letters, which only who sent it can read."""
    if isinstance(value, str) and _PRIVATE.search(value) and not is_visible(value):
        raise PydanticCustomError("string_private", "letters that only one office has")
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
    """Base of request bodies whose control characters are stripped, also from what stands within
    a field."""

    @model_validator(mode="before")
    @classmethod
    def _clean(cls, values: Any) -> Any:
        data = getattr(values, "_obj", values)
        if not isinstance(data, dict):
            return values
        try:
            return {k: cls._cleaned(v) for k, v in data.items()}
        except RecursionError as error:
            raise ValueError("nested too deeply") from error

    @classmethod
    def _cleaned(cls, value: Any) -> Any:
        return clean(value) if isinstance(value, str) else _deep(value)


class TableSchema(WriteSchema):
    """Base of request bodies that bring a spreadsheet: the blanks at its ends are cells of it."""

    @classmethod
    def _cleaned(cls, value: Any) -> Any:
        return _deep(value)


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


class QuerySchema(Schema):
    """Base of what stands behind the question mark: cleaned as a body is, which keeps what
    PostgreSQL refuses from its statements. Unknown names are passed over."""

    model_config = ConfigDict(extra="ignore")

    @field_validator("*", mode="before")
    @classmethod
    def _clean(cls, value: Any) -> Any:
        return clean(value)


class Listing(QuerySchema):
    """Paging: ``limit`` rows from ``cursor`` on."""

    cursor: Annotated[str, StringConstraints(max_length=200)] | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 50


class Period(Listing):
    """A list between two times, the second of which is left out."""

    since: Instant | None = Field(None, alias="from")
    until: Instant | None = Field(None, alias="to")


def refusals(*statuses: int) -> dict[int, type[ErrorAnswer]]:
    """For ``response``: with which statuses an operation may be refused."""
    return dict.fromkeys(statuses, ErrorAnswer)


#: What most operations may be refused with.
REFUSALS = refusals(401, 403, 404, 409, 422)
