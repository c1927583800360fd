"""What the API takes and gives of flows, their drafts, versions and files."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import StringConstraints, field_validator
from pydantic_core import PydanticCustomError

from lianxin.api.base import Listing, QuerySchema, ReadSchema, VerbatimSchema, WriteSchema
from lianxin.api.fields import Code, DisplayName, Instant, Version, YesNo
from lianxin.api.shared.schemas import Agent, CodeName
from lianxin.flows.choices import DraftState, FlowKind, ReviewAct, VersionState
from lianxin.rules.flow.lint import Severity
from lianxin.rules.values import Language

Note = Annotated[str, StringConstraints(min_length=1, max_length=500)]


OptionalNote = Annotated[str, StringConstraints(max_length=500)]


#: ``draft``, or the number of a version.
Which = Annotated[str, StringConstraints(pattern=r"^(draft|[1-9][0-9]{0,8})$")]


class FlowCreate(WriteSchema):
    """``template``: a shipped flow, or "empty"; ``copy_of``: a flow of the centre."""

    code: Code
    name: DisplayName
    kind: FlowKind = "flow"
    template: Annotated[str, StringConstraints(max_length=32)] = ""
    copy_of: Annotated[str, StringConstraints(max_length=32)] = ""


class FlowRename(WriteSchema):
    """``version``: of the draft, whose title is the name."""

    version: Version
    name: DisplayName


class DraftUpdate(WriteSchema):
    """``version``: of the draft that was changed."""

    version: Version
    spec: Any
    layout: Any = None

    @field_validator("*", mode="before")
    @classmethod
    def _check_whole(cls, value: Any) -> Any:
        """A draft may be broken, and no keystroke is lost by it: halves of letters are left out."""
        return value

    @field_validator("spec")
    @classmethod
    def _check_drawn(cls, value: Any) -> Any:
        if value is None:
            raise PydanticCustomError("missing", "nothing is drawn")
        return value


class PresenceUpdate(WriteSchema):
    leaving: YesNo = False


class LintRequest(WriteSchema):
    spec: Any


class Review(WriteSchema):
    act: ReviewAct
    note: OptionalNote = ""


class Publish(WriteSchema):
    """``reason``: needed when scenarios fail. ``at``: later, with an offset."""

    version: Version
    note: Note
    reason: OptionalNote = ""
    at: Instant | None = None


class RollBack(WriteSchema):
    note: Note


class FlowImport(VerbatimSchema):
    """``file``: the text of the file, letter by letter, so that faults have their line; or what
    it holds. ``replace``: the version of the draft that it takes the place of."""

    file: str | dict[str, Any]
    code: Code | Literal[""] = ""
    name: DisplayName | Literal[""] = ""
    replace: Version | None = None


class FlowFilter(Listing):
    """``put_away``: only the flows that were put away; else only the others."""

    put_away: bool = False


class CompareQuery(QuerySchema):
    """Each ``draft``, or the number of a version."""

    before: Which
    after: Which = "draft"


class ExportQuery(QuerySchema):
    version: Which = "draft"


class DraftHead(ReadSchema):
    version: int
    updated_at: datetime
    updated_by: Agent | None
    state: DraftState


class PublishedHead(ReadSchema):
    number: int
    at: datetime
    by: Agent | None


class ScheduledHead(ReadSchema):
    """``at``: when it comes into force."""

    number: int
    at: datetime
    by: Agent | None


class FlowSummary(ReadSchema):
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


class Editor(ReadSchema):
    """Somebody who has the draft open, and when their page last said so."""

    person: Agent
    at: datetime


class DraftRead(ReadSchema):
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


class ScenarioCounts(ReadSchema):
    passed: int
    failed: int


class VersionSummary(ReadSchema):
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


class VersionRead(VersionSummary):
    """``spec`` embeds its subflows; ``inner_layouts`` are theirs, by where they stand."""

    spec: dict[str, Any]
    layout: Any
    inner_layouts: dict[str, Any]


class FlowRead(ReadSchema):
    code: str
    name: str
    kind: FlowKind
    draft: DraftRead
    changed: bool
    published: VersionSummary | None
    scheduled: ScheduledHead | None
    lines: list[str]
    used_by: list[str]


class Presence(ReadSchema):
    """``version``: of the draft, so that a page learns that somebody else has changed it."""

    version: int
    state: DraftState
    editors: list[Editor]


class Finding(ReadSchema):
    """``node``: "" when it is about the flow itself. ``message``: in the reader's language."""

    code: str
    severity: Severity
    place: str
    node: str
    data: dict[str, Any]
    message: str


class Findings(ReadSchema):
    findings: list[Finding]


class FieldChange(ReadSchema):
    """``before`` and ``after`` are null where the field was, or is, not there."""

    field: str
    before: Any
    after: Any


class NodeChange(ReadSchema):
    """What people call a node is told like a field of it, ``/note``: no field has a stroke."""

    change: Literal["added", "removed", "changed"]
    fields: list[FieldChange]


class Difference(ReadSchema):
    """``head``: fields of the flow itself. A draft is compared without subflows; of two
    versions, ``subflows`` names those that differ."""

    nodes: dict[str, NodeChange]
    head: list[FieldChange]
    subflows: list[str]


class FlowImportResult(ReadSchema):
    """``missing_prompts``: what the flow speaks and the centre has no prompt for."""

    code: str
    name: str
    draft: DraftRead
    made: list[str]
    missing_prompts: list[str]


class KnownConnection(CodeName):
    """``queries``: the names of their parameters, by the query's code."""

    kind: str
    queries: dict[str, list[str]]


class KnownFlow(CodeName):
    kind: FlowKind
    published: bool


class KnownPrompt(ReadSchema):
    """``texts`` and ``audio`` by language; ``audio`` is a URL for the listener's page."""

    id: str
    name: str
    texts: dict[Language, str]
    audio: dict[Language, str]


class KnownVariable(ReadSchema):
    """A variable that every call has from its first node on."""

    name: str
    example: str


class Vocabulary(ReadSchema):
    """All that a flow of the centre can name."""

    queues: list[CodeName]
    prompts: list[KnownPrompt]
    calendars: list[CodeName]
    connections: list[KnownConnection]
    polls: list[CodeName]
    knowledge: list[CodeName]
    flows: list[KnownFlow]
    templates: list[str]
    languages: list[CodeName]
    functions: list[str]
    variables: list[KnownVariable]
