"""What the API takes and gives of health."""

from __future__ import annotations

from typing import Literal

from lianxin.api.base import Given

PartState = Literal["ok", "degraded", "away"]


class Part(Given):
    """``state``: ok, degraded, away."""

    name: str
    state: PartState
    detail: str


class Health(Given):
    state: PartState
    version: str
    parts: list[Part]
