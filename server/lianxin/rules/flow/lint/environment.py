"""What a centre has that its flows may name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: Codes; None where it is not known: then nothing is said of them.
Codes = frozenset[str] | None


@dataclass(frozen=True, kw_only=True)
class Environment:
    """``prompts``: by id the seconds in each language that is recorded. ``functions``: those
    that are on. ``code`` is that of the flow itself, ``subflow`` whether it stands in others,
    ``subflows_of`` which flows every flow names. ``speech``: whether texts are read aloud.
    ``variables``: what a line gives beyond the usual.
    """

    prompts: Mapping[str, Mapping[str, float]] | None = None
    queues: Codes = None
    calendars: Codes = None
    connections: Codes = None
    polls: Codes = None
    knowledge: Codes = None
    flows: Codes = None
    functions: Codes = None
    code: str = ""
    subflow: bool | None = None
    speech: bool | None = None
    subflows_of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    variables: frozenset[str] = frozenset()
