"""What is wrong with a flow, said so that its author can put it right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. ``code`` is stable; ``place`` is a path: ``nodes.main.keys.2``."""

    code: str
    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


class FlowFaults(ValueError):
    """A flow cannot be used. ``faults`` lists every reason, not the first alone."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(map(str, self.faults)))
