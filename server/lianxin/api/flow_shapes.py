"""What the API gives of flows."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from lianxin.api.base import Given
from lianxin.api.shapes import Agent
from lianxin.flows.choices import DraftState, FlowKind, VersionState
from lianxin.rules.flow.lint import Severity
from lianxin.rules.values import Language


class DraftHead(Given):
    version: int
    updated_at: datetime
    updated_by: Agent | None
    state: DraftState


class PublishedHead(Given):
    number: int
    at: datetime
    by: Agent | None


class ScheduledHead(Given):
    """``at``: when it comes into force."""

    number: int
    at: datetime
    by: Agent | None


class FlowItem(Given):
    """``errors`` and ``warnings`` are those of the draft when it was last saved, null where
    nobody has saved it yet. ``changed``: the draft is not what is published."""

    code: str
    name: str
    kind: FlowKind
    draft: DraftHead
    changed: bool
    published: PublishedHead | None
    scheduled: ScheduledHead | None
    lines: list[str]
    used_by: list[str]
    errors: int | None
    warnings: int | None


class Editor(Given):
    """Somebody who has the draft open, and when their page last said so."""

    person: Agent
    at: datetime


class Draft(Given):
    """``spec`` may be broken; ``layout`` is the editor's own, null: not laid out yet."""

    version: int
    spec: Any
    layout: Any
    state: DraftState
    note: str
    updated_at: datetime
    updated_by: Agent | None
    based_on: int | None
    errors: int | None
    warnings: int | None
    editors: list[Editor]


class ScenarioCounts(Given):
    passed: int
    failed: int


class VersionItem(Given):
    """``at``: when it was published; ``effective_at``: from when on callers hear it."""

    number: int
    state: VersionState
    note: str
    reason: str
    at: datetime
    by: Agent | None
    effective_at: datetime
    from_version: int | None
    scenarios: ScenarioCounts


class Version(VersionItem):
    """``spec`` embeds its subflows; ``inner_layouts`` are theirs, by where they stand."""

    spec: dict[str, Any]
    layout: Any
    inner_layouts: dict[str, Any]


class FlowDetail(Given):
    code: str
    name: str
    kind: FlowKind
    draft: Draft
    changed: bool
    published: VersionItem | None
    scheduled: ScheduledHead | None
    lines: list[str]
    used_by: list[str]


class Presence(Given):
    """``version``: of the draft, so that a page learns that somebody else has changed it."""

    version: int
    state: DraftState
    editors: list[Editor]


class Finding(Given):
    """``node``: "" when it is about the flow itself. ``message``: in the reader's language."""

    code: str
    severity: Severity
    place: str
    node: str
    data: dict[str, Any]
    message: str


class Findings(Given):
    findings: list[Finding]


class Scenario(Given):
    id: int
    name: str
    setup: dict[str, Any]
    steps: list[dict[str, Any]]
    expected: list[dict[str, Any]]
    updated_at: datetime
    updated_by: Agent | None


class HeardPart(Given):
    """A piece of a spoken number or date. ``url`` "": there is no sound of it."""

    prompt: str
    url: str


class Heard(Given):
    """One sound of what plays now. ``parts``: of a number, a date; played one after another.
    ``missing``: nothing is heard."""

    prompt: str
    text: str
    seconds: float
    language: Language
    parts: list[HeardPart]
    missing: bool
    url: str


class TranscriptLine(Given):
    """``at``: seconds from the start; ``step``: after which step, 0 before the first."""

    at: float
    node: str
    kind: str
    text: str
    data: dict[str, Any]
    step: int


class Simulated(Given):
    """``waiting``: what can be done next (words of ``do``). ``edges``: (node, exit, node)."""

    transcript: list[TranscriptLine]
    node: str
    phase: str
    language: Language
    seconds: float
    playing: list[Heard]
    waiting: list[str]
    variables: dict[str, str | int | float | bool | None]
    finished: bool
    path: list[str]
    edges: list[list[str]]


class ScenarioResult(Given):
    """``difference``: lines, ``-`` what was expected and ``+`` what came."""

    id: int
    name: str
    passed: bool
    difference: list[str]


class NodeTraffic(Given):
    """``dropped``: callers who hung up on this node."""

    entered: int
    dropped: int


class Traffic(Given):
    """``now`` and ``today`` by node. ``live``: whether anything is known of now. Of today's
    ``calls`` that are over, ``contained`` needed nobody; ``containment`` is their share."""

    version: int | None
    live: bool
    now: dict[str, int]
    today: dict[str, NodeTraffic]
    calls: int
    contained: int
    containment: float | None


class TracedFlow(Given):
    code: str
    name: str
    number: int


class TraceStep(Given):
    """``what``: entered, key, exit, asked, told (then ``detail``), or a kind of the ledger."""

    at: datetime
    seconds: float
    node: str
    what: str
    detail: str
    data: dict[str, Any]


class Trace(Given):
    """``spec``, ``layout`` and ``inner_layouts`` are those of the version that the call ran."""

    call: UUID
    flow: TracedFlow | None
    spec: dict[str, Any] | None
    layout: Any
    inner_layouts: dict[str, Any]
    steps: list[TraceStep]
    withheld: bool


class FieldChange(Given):
    """``before`` and ``after`` are null where the field was, or is, not there."""

    field: str
    before: Any
    after: Any


class NodeChange(Given):
    change: Literal["added", "removed", "changed"]
    fields: list[FieldChange]


class Difference(Given):
    """``head``: fields of the flow itself. A draft is compared without subflows; of two
    versions, ``subflows`` names those that differ."""

    nodes: dict[str, NodeChange]
    head: list[FieldChange]
    subflows: list[str]


class Imported(Given):
    """``missing_prompts``: what the flow speaks and the centre has no prompt for."""

    code: str
    name: str
    draft: Draft
    made: list[str]
    missing_prompts: list[str]


class Named(Given):
    code: str
    name: str


class KnownConnection(Named):
    """``queries``: the names of their parameters, by the query's code."""

    kind: str
    queries: dict[str, list[str]]


class KnownFlow(Named):
    kind: FlowKind
    published: bool


class KnownPrompt(Given):
    """``texts`` and ``audio`` by language; ``audio`` is a URL for the listener's page."""

    id: str
    name: str
    texts: dict[Language, str]
    audio: dict[Language, str]


class KnownVariable(Given):
    """A variable that every call has from its first node on."""

    name: str
    example: str


class Vocabulary(Given):
    """All that a flow of the centre can name."""

    queues: list[Named]
    prompts: list[KnownPrompt]
    calendars: list[Named]
    connections: list[KnownConnection]
    polls: list[Named]
    knowledge: list[Named]
    flows: list[KnownFlow]
    templates: list[str]
    languages: list[Named]
    functions: list[str]
    variables: list[KnownVariable]
