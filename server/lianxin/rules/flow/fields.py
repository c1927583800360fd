"""The kinds of value that a flow is written in, each a type that the reader checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal


@dataclass(frozen=True, slots=True)
class Range:
    """Bounds of a number, both included."""

    least: float
    most: float

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """Put the bounds into the JSON Schema (called by pydantic when it makes one)."""
        return {**handler(core), "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a text must look like, from its first to its last character."""

    regex: str
    meaning: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """Put the pattern into the JSON Schema (called by pydantic when it makes one)."""
        return {**handler(core), "pattern": f"^(?:{self.regex})$"}


#: What a reference names. A ``node`` is one of the same flow; the others are the centre's.
RefKind = Literal[
    "node",
    "prompt",
    "variable",
    "expression",
    "queue",
    "calendar",
    "connection",
    "poll",
    "knowledge",
    "flow",
]


@dataclass(frozen=True, slots=True)
class Ref:
    """A text that names something. The editor offers what there is; lint looks for what is not."""

    kind: RefKind

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """Put the kind into the JSON Schema (called by pydantic when it makes one)."""
        return {**handler(core), "x-ref": self.kind}


#: The id of a node of the same flow: an exit leads there.
NodeId = Annotated[str, Ref("node")]

#: A prompt of the library, or ``$name``: a variable, read digit by digit, or as what stands
#: behind a colon: ``$amount:money``.
Spoken = Annotated[
    str,
    Ref("prompt"),
    Pattern(
        r"[a-z][a-z0-9_]*|\$[a-z][a-z0-9_]*(?::(?:number|digits|money|date|time|minutes))?",
        'a prompt id, or "$" and a variable, or these with ":" and a kind such as money',
    ),
]

#: A name under which a session keeps what the caller typed, or what was looked up.
Variable = Annotated[
    str, Ref("variable"), Pattern(r"[a-z][a-z0-9_]*", "a variable: small letters, digits, _")
]

#: A condition or a value in the small language of ``rules.expression``.
Expr = Annotated[str, Ref("expression")]


@dataclass(frozen=True, slots=True)
class Template:
    """A text in which ``{name}`` stands for a variable (``rules.flow.filling``)."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """Say so in the JSON Schema (called by pydantic when it makes one)."""
        return {**handler(core), "x-template": True}


#: A text with variables in it: ``Case {number} of {caller}``.
Filled = Annotated[str, Template()]

_CODE = r"[a-z][a-z0-9_-]*"

#: Codes of what the centre has.
QueueCode = Annotated[str, Ref("queue"), Pattern(_CODE, "the code of a queue")]
CalendarCode = Annotated[str, Ref("calendar"), Pattern(_CODE, "the code of a calendar")]
ConnectionCode = Annotated[str, Ref("connection"), Pattern(_CODE, "the code of a connection")]
PollCode = Annotated[str, Ref("poll"), Pattern(_CODE, "the code of a poll")]
KnowledgeCode = Annotated[str, Ref("knowledge"), Pattern(_CODE, "the code of a knowledge entry")]
FlowCode = Annotated[str, Ref("flow"), Pattern(_CODE, "the code of a flow")]

#: The number of an agent, 工号.
AgentNumber = Annotated[str, Pattern(r"[0-9]{2,8}", "the number of an agent (工号)")]

#: A telephone number outside the centre, or ``$name``: the numbers that a variable holds.
OutsideNumber = Annotated[
    str, Pattern(r"\+?[0-9*#]{2,20}|\$[a-z][a-z0-9_]*", 'a telephone number, or "$" and a variable')
]

#: A key of a telephone.
Key = Literal["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"]

#: A key that is a number.
Digit = Literal["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]

#: Time of day on a 24-hour clock; ``24:00`` is the end of the day.
Clock = Annotated[str, Pattern(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00", "a time such as 08:30")]

#: How long a caller may take, in seconds.
Patience = Annotated[float, Range(1, 60)]

#: How often a caller may fail before the flow goes on without an answer.
Tries = Annotated[int, Range(1, 9)]
