"""Fields that several features take."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from lianxin.rules.written import folded


def _plain(given: object) -> object:
    return folded(given) if isinstance(given, str) else given


#: A telephone number as people write it: with blanks, brackets, hyphens, an extension; full-width
#: figures and what cannot be seen are made plain before it is looked at.
Phone = Annotated[
    str,
    BeforeValidator(_plain),
    StringConstraints(
        pattern=r"^[0-9+*#()./ -]{0,32}((转|分机|ext\.?|x) ?[0-9]{1,6})?$", max_length=32
    ),
]


FilterText = Annotated[str, StringConstraints(max_length=64)]


Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]


DisplayName = Annotated[str, StringConstraints(min_length=1, max_length=64)]


LineNumber = Annotated[str, StringConstraints(pattern=r"^[0-9+*#]{2,20}$")]


#: That of the row that somebody read before they changed it.
Version = Annotated[int, Field(ge=1)]
