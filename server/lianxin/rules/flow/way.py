"""The way of a caller through a flow: the nodes that they chose, or were sent to by an agent.

Told as the steps of the path tell it (``effects.Trace``), by the nodes of the version that the call
runs, however the flow was changed since.
"""

from __future__ import annotations

from collections.abc import Iterable

#: Nodes of a way that are told: of one who goes in circles the last.
MOST = 12


def chooses(exit_: str) -> bool:
    """Whether a node was left by a choice: a key of a menu, ``0`` for an agent, or by an agent
    who sent the caller on."""
    return exit_.startswith("keys.") or exit_ in ("agent", "sent")


def grown(way: list[str], node: str) -> list[str]:
    """``way`` after ``node`` was chosen; the same node again is no step."""
    return way if way[-1:] == [node] else [*way, node][-MOST:]


def way_of(steps: Iterable[tuple[str, str, str]]) -> list[str]:
    """Give the way of these steps, each (node, what, detail), in their order."""
    way: list[str] = []
    chosen = False
    for node, what, detail in steps:
        if what == "exit":
            chosen = chooses(detail)
        elif what == "entered" and chosen:
            way, chosen = grown(way, node), False
    return way
