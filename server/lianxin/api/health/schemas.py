"""What the API takes and gives of health."""

from __future__ import annotations

from typing import Literal

from lianxin.api.base import ReadSchema

PartState = Literal["ok", "degraded", "away"]


class Part(ReadSchema):
    """``state``: ok, degraded, away."""

    name: str
    state: PartState
    detail: str


class Health(ReadSchema):
    state: PartState
    version: str
    parts: list[Part]
