"""The places of a flow to which an agent may send a caller (人工转自动).

Those that a caller could choose: where the flow begins, its menus, and what their keys lead to.
Not what ends the talk or leads to another agent: that is no service.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from lianxin.rules.flow.flow import Flow
from lianxin.rules.flow.nodes.menu import Menu

#: Types of nodes that are no service of their own.
_NO_SERVICE = frozenset({"queue", "ring", "transfer", "hang_up", "return", "goto", "set", "branch"})


@dataclass(frozen=True)
class Place:
    """``node`` of a flow and its ``type``; ``keys`` that lead there from where the flow begins,
    none when something else than keys leads there."""

    node: str
    type: str
    keys: tuple[str, ...]


def places(flow: Flow) -> tuple[Place, ...]:
    """Give the places of ``flow``, nearest to its beginning first."""
    found = dict(_walked(flow))
    for name, node in flow.nodes.items():
        if isinstance(node, Menu):
            found.setdefault(name, ())
    return tuple(
        Place(name, _type(flow, name), keys)
        for name, keys in found.items()
        if name == flow.start or (name != flow.agent_node and _type(flow, name) not in _NO_SERVICE)
    )


def _walked(flow: Flow) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where the flow begins, and all that keys choose from there on, each once."""
    waiting: deque[tuple[str, tuple[str, ...]]] = deque([(flow.start, ())])
    seen = {flow.start}
    while waiting:
        name, keys = waiting.popleft()
        yield name, keys
        node = flow.nodes[name]
        chosen = node.keys if isinstance(node, Menu) else {}
        for key, target in chosen.items():
            if target in flow.nodes and target not in seen:
                seen.add(target)
                waiting.append((target, (*keys, key)))


def _type(flow: Flow, name: str) -> str:
    return str(getattr(flow.nodes[name], "type", ""))
