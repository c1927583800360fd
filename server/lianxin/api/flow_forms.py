"""What the API takes about flows. What is drawn is kept as it was sent, letter by letter."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AwareDatetime, Field, StringConstraints

from lianxin.api.base import Taken, Untouched
from lianxin.flows.choices import FlowKind, ReviewAct

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]
FlowName = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Note = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Words = Annotated[str, StringConstraints(max_length=500)]
#: ``draft``, or the number of a version.
Which = Annotated[str, StringConstraints(pattern=r"^(draft|[1-9][0-9]{0,8})$")]


class NewFlow(Taken):
    """``template``: a shipped flow, or "empty"; ``copy_of``: a flow of the centre."""

    code: Code
    name: FlowName
    kind: FlowKind = "flow"
    template: Annotated[str, StringConstraints(max_length=32)] = ""
    copy_of: Annotated[str, StringConstraints(max_length=32)] = ""


class Renamed(Taken):
    name: FlowName


class Drawn(Taken):
    """``version``: of the draft that was changed."""

    version: Annotated[int, Field(ge=1)]
    spec: Any
    layout: Any = None


class Present(Taken):
    leaving: bool = False


class Linted(Taken):
    spec: Any


class Review(Taken):
    act: ReviewAct
    note: Words = ""


class Publish(Taken):
    """``reason``: needed when scenarios fail. ``at``: later, with an offset."""

    version: Annotated[int, Field(ge=1)]
    note: Note
    reason: Words = ""
    at: AwareDatetime | None = None


class RollBack(Taken):
    note: Note


class Simulation(Taken):
    """``setup`` and ``steps`` as ``rules/flow/simulator/scenario.py`` describes them."""

    spec: Any
    setup: dict[str, Any] = Field(default_factory=dict)
    steps: Annotated[list[dict[str, Any]], Field(max_length=500)] = Field(default_factory=list)


class NewScenario(Taken):
    name: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    setup: dict[str, Any] = Field(default_factory=dict)
    steps: Annotated[list[dict[str, Any]], Field(max_length=500)] = Field(default_factory=list)
    expected: Annotated[list[dict[str, Any]], Field(max_length=5000)] = Field(default_factory=list)


class ScenarioRun(Taken):
    """``spec``: what is drawn and not saved yet; without it the draft is run."""

    spec: Any = None


class ImportedFile(Untouched):
    """``file``: the text of the file, letter by letter, so that faults have their line; or what
    it holds. ``replace``: the version of the draft that it takes the place of."""

    file: str | dict[str, Any]
    code: Code | Literal[""] = ""
    name: FlowName | Literal[""] = ""
    replace: Annotated[int, Field(ge=1)] | None = None


class Compared(Schema):
    """Each ``draft``, or the number of a version."""

    before: Which
    after: Which = "draft"


class Exported(Schema):
    version: Which = "draft"
