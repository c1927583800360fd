"""The transcript of a simulation, and the path in it that a real call's ledger has as well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

#: Lines of one transcript; what would be more ends the simulation.
MAX_LINES = 5_000

Kind = Literal[
    "pressed",  # text: the key, whether or not the flow looks at it
    "entered",  # the three of a call's path
    "key",
    "exit",
    "play",  # text: the words; data: said, language, seconds
    "expired",  # a time is over
    "ask",  # text: the source of a look-up; data: its arguments, none that is secret
    "told",  # text: the outcome; data: the values
    "tell",  # text: the fact that is emitted; data
    "record",  # text: its kind
    "recorded",  # text: what ended it; data: recording, seconds
    "case",  # text: opened | deferred | after_call; data: kind, number, code
    "queue",  # text: its code
    "queue_left",  # text: why
    "agent_came",
    "agent_left",
    "sent_to",  # text: the node
    "dial",  # text: the numbers
    "dial_answered",
    "dial_ended",  # text: why
    "hang_up",  # text: caller | flow
    "ignored",  # text: a step that could not be done
    "stopped",  # text: why the simulation went no further
]

#: What a call's path is made of: in a transcript, and in the ledger of a call.
PATH = ("entered", "key", "exit")

#: (node, what, detail)
PathStep = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened. ``at``: seconds from the start; ``step``: after which step."""

    at: float
    node: str
    kind: Kind
    text: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    step: int = 0

    def to_json(self) -> dict[str, Any]:
        return {
            "at": round(self.at, 2),
            "node": self.node,
            "kind": self.kind,
            "text": self.text,
            "data": dict(self.data),
            "step": self.step,
        }


def path_of(transcript: Iterable[Line | Mapping[str, Any]]) -> list[PathStep]:
    """Give the nodes, keys and exits of a transcript (of lines, or of their JSON)."""
    plain = (line.to_json() if isinstance(line, Line) else line for line in transcript)
    return [(line["node"], line["kind"], line["text"]) for line in plain if line["kind"] in PATH]


def path_of_ledger(entries: Iterable[tuple[str, Mapping[str, Any]]]) -> list[PathStep]:
    """Give the same of a call: its ledger's entries as (kind, data), in their order."""
    steps = (data for kind, data in entries if kind == "node" and data.get("what") in PATH)
    return [(str(each["node"]), str(each["what"]), str(each.get("detail", ""))) for each in steps]
