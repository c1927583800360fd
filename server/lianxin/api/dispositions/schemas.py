"""What the API takes and gives of dispositions."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from lianxin.api.base import ReadSchema, WriteSchema
from lianxin.api.fields import Code, DisplayName, Version, Whole, YesNo

Position = Annotated[Whole, Field(ge=1, le=100)]


class DispositionFields(WriteSchema):
    """``position``: from 1; null: where it stands, or behind the others."""

    name_zh: DisplayName
    name_en: Annotated[str, StringConstraints(max_length=64)] = ""
    position: Position | None = None
    archived: YesNo = False


class DispositionCreate(DispositionFields):
    code: Code


class DispositionUpdate(DispositionFields):
    """``version`` is that of the disposition that was read."""

    version: Version


class DispositionRead(ReadSchema):
    code: str
    name_zh: str
    name_en: str
    position: int
    archived: bool
    version: int
