"""Fields that several features take."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

Phone = Annotated[str, StringConstraints(pattern=r"^[0-9+*#-]{0,32}$")]


FilterText = Annotated[str, StringConstraints(max_length=64)]


Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]


DisplayName = Annotated[str, StringConstraints(min_length=1, max_length=64)]


LineNumber = Annotated[str, StringConstraints(pattern=r"^[0-9+*#]{2,20}$")]


#: That of the row that somebody read before they changed it.
Version = Annotated[int, Field(ge=1)]
