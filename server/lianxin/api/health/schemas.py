"""What the API takes and gives of health."""

from __future__ import annotations

from typing import Literal

from lianxin.api.base import ReadSchema

SystemPartState = Literal["ok", "degraded", "away"]


class SystemPart(ReadSchema):
    """``state``: ok, degraded, away."""

    name: str
    state: SystemPartState
    detail: str


class Health(ReadSchema):
    state: SystemPartState
    version: str
    parts: list[SystemPart]
