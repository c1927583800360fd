"""What the API takes and gives of what callers do in flows."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from lianxin.api.base import ReadSchema


class NodeTraffic(ReadSchema):
    """``dropped``: callers who hung up on this node."""

    entered: int
    dropped: int


class Traffic(ReadSchema):
    """``now`` and ``today`` by node. ``live``: whether anything is known of now. Of today's
    ``calls`` that are over, ``contained`` needed nobody; ``containment`` is their share."""

    version: int | None
    live: bool
    now: dict[str, int]
    today: dict[str, NodeTraffic]
    calls: int
    contained: int
    containment: float | None


class TracedFlow(ReadSchema):
    code: str
    name: str
    number: int


class TraceStep(ReadSchema):
    """``what``: entered, key, exit, asked, told (then ``detail``), or a kind of the ledger."""

    at: datetime
    seconds: float
    node: str
    what: str
    detail: str
    data: dict[str, Any]


class Trace(ReadSchema):
    """``spec``, ``layout`` and ``inner_layouts`` are those of the version that the call ran;
    ``node_names``: what the centre calls its nodes, of those with a name of its own."""

    call: UUID
    flow: TracedFlow | None
    spec: dict[str, Any] | None
    layout: Any
    inner_layouts: dict[str, Any]
    node_names: dict[str, str]
    steps: list[TraceStep]
    withheld: bool
