"""The kinds of value that a flow is written in, each a type that the reader checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, NewType


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
        return {**handler(core), "pattern": f"^{self.regex}$"}


#: The id of a node of the same flow: an exit leads there.
NodeId = NewType("NodeId", str)

#: A sentence of the prompt catalogue, or ``$name``: the digits of a variable, one by one.
Spoken = Annotated[str, Pattern(r"\$?[a-z][a-z0-9_]*", 'a prompt id, or "$" and a variable')]

#: A name under which a session keeps what the caller typed.
Variable = Annotated[str, Pattern(r"[a-z][a-z0-9_]*", "a variable: small letters, digits, _")]

#: The code of a queue of the centre.
QueueCode = Annotated[str, Pattern(r"[a-z][a-z0-9_-]*", "the code of a queue")]

#: A key of a telephone.
Key = Literal["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"]

#: Time of day on a 24-hour clock; ``24:00`` is the end of the day.
Clock = Annotated[str, Pattern(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00", "a time such as 08:30")]

#: How long a caller may take, in seconds.
Patience = Annotated[float, Range(1, 60)]

#: How often a caller may fail before the flow goes on without an answer.
Tries = Annotated[int, Range(1, 9)]
