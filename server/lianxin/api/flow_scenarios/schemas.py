"""What the API takes and gives of the simulator and scenarios."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from lianxin.api.base import ReadSchema, WriteSchema
from lianxin.api.shared.schemas import Agent
from lianxin.rules.values import Language


class Simulation(WriteSchema):
    """``setup`` and ``steps`` as ``rules/flow/simulator/scenario.py`` describes them."""

    spec: Any
    setup: dict[str, Any] = Field(default_factory=dict)
    steps: Annotated[list[dict[str, Any]], Field(max_length=500)] = Field(default_factory=list)


class ScenarioCreate(WriteSchema):
    name: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    setup: dict[str, Any] = Field(default_factory=dict)
    steps: Annotated[list[dict[str, Any]], Field(max_length=500)] = Field(default_factory=list)
    expected: Annotated[list[dict[str, Any]], Field(max_length=5000)] = Field(default_factory=list)


class ScenarioRun(WriteSchema):
    """``spec``: what is drawn and not saved yet; without it the draft is run."""

    spec: Any = None


class ScenarioRead(ReadSchema):
    id: int
    name: str
    setup: dict[str, Any]
    steps: list[dict[str, Any]]
    expected: list[dict[str, Any]]
    updated_at: datetime
    updated_by: Agent | None


class PlaybackPart(ReadSchema):
    """A piece of a spoken number or date. ``url`` "": there is no sound of it."""

    prompt: str
    url: str


class Playback(ReadSchema):
    """One sound of what plays now. ``parts``: of a number, a date; played one after another.
    ``missing``: nothing is heard."""

    prompt: str
    text: str
    seconds: float
    language: Language
    parts: list[PlaybackPart]
    missing: bool
    url: str


class TranscriptLine(ReadSchema):
    """``at``: seconds from the start; ``step``: after which step, 0 before the first."""

    at: float
    node: str
    kind: str
    text: str
    data: dict[str, Any]
    step: int


class MetFault(ReadSchema):
    """What is wrong with the flow where a simulated caller could go no further. ``place`` is a
    path in its JSON, ``node`` "" for the flow itself."""

    code: str
    place: str
    node: str
    message: str


class SimulationResult(ReadSchema):
    """``waiting``: what can be done next (words of ``do``). ``edges``: (node, exit, node).
    ``fault``: why it goes no further, null where the flow is not at fault."""

    transcript: list[TranscriptLine]
    node: str
    phase: str
    language: Language
    seconds: float
    playing: list[Playback]
    waiting: list[str]
    variables: dict[str, str | int | float | bool | None]
    finished: bool
    path: list[str]
    edges: list[list[str]]
    fault: MetFault | None


class ScenarioResult(ReadSchema):
    """``difference``: lines, ``-`` what was expected and ``+`` what came."""

    id: int
    name: str
    passed: bool
    difference: list[str]
