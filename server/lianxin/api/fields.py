"""Fields that several features take."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    Strict,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from lianxin.rules.telephones import dialled
from lianxin.rules.written import folded

#: As far as any clock on Earth is from UTC.
_FURTHEST = timedelta(hours=14)


#: A day, or a moment that begins with one: a number would be seconds since 1970.
_DATED = re.compile(r"\s*[0-9]{4}-")


def _dated(given: object) -> object:
    if isinstance(given, int | float) or (isinstance(given, str) and not _DATED.match(given)):
        raise PydanticCustomError("datetime_parsing", "no day begins it")
    return given


def _on_every_clock(at: datetime) -> datetime:
    """In UTC: PostgreSQL knows no offset of a whole day, and the first and the last hours of the
    calendar are none elsewhere."""
    try:
        there = at.astimezone(UTC)
        for hours in (-_FURTHEST, _FURTHEST):
            there + hours
    except OverflowError:
        raise PydanticCustomError("datetime_range", "beyond the calendar") from None
    return there


#: A moment with its offset, which every clock can show.
Instant = Annotated[AwareDatetime, BeforeValidator(_dated), AfterValidator(_on_every_clock)]


Day = Annotated[date, BeforeValidator(_dated)]


def _plain(given: object) -> object:
    return folded(given) if isinstance(given, str) else given


def _telephone(text: str) -> str:
    """What is no number is told as ``telephone``; nothing at all is none."""
    if text and not dialled(text):
        raise PydanticCustomError("telephone", "no telephone number")
    return text


#: A telephone number as people write it: with blanks, brackets, hyphens, an extension, see
#: ``rules.telephones``; full-width figures and what cannot be seen are made plain.
Phone = Annotated[
    str, BeforeValidator(_plain), StringConstraints(max_length=64), AfterValidator(_telephone)
]

#: One that must be there.
PhoneGiven = Annotated[
    str,
    StringConstraints(min_length=1, max_length=64),  # first: then what is wrong is a text's
    BeforeValidator(_plain),
    AfterValidator(_telephone),
]


#: The number of a line that something is looked for by.
LineFilter = Annotated[str, BeforeValidator(_plain), StringConstraints(pattern=r"^[0-9+*#]{0,20}$")]


FilterText = Annotated[str, StringConstraints(max_length=64)]


Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]


DisplayName = Annotated[str, StringConstraints(min_length=1, max_length=64)]


LineNumber = Annotated[str, StringConstraints(pattern=r"^[0-9+*#]{2,20}$")]


#: What bodies bring is of the kind that the document names: ``true`` is no 1, ``"3"`` no 3 and
#: ``"yes"`` no true. Behind the question mark all is text, and is read as what it says.
Whole = Annotated[int, Strict()]
Number = Annotated[float, Strict()]
YesNo = Annotated[bool, Strict()]


#: That of the row that somebody read before they changed it.
Version = Annotated[Whole, Field(ge=1)]
#: 0: nobody has written it yet.
VersionOrNone = Annotated[Whole, Field(ge=0)]

#: Six digits of a telephone, or a code for its loss; "" where there is no second factor.
FactorCode = Annotated[str, StringConstraints(max_length=32)]
