"""A draft with faults, made so that a caller can walk it up to the first that they meet.

An exit that leads nowhere is met by who takes it, a node that cannot be read by who comes to it;
a fault that nobody meets stops nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from lianxin.rules.flow.events import Event
from lianxin.rules.flow.faults import Fault, FlowFaults
from lianxin.rules.flow.flow import Flow
from lianxin.rules.flow.lint.drawing import sound
from lianxin.rules.flow.lint.findings import Finding, node_of
from lianxin.rules.flow.node import Node, Stay, Step
from lianxin.rules.flow.session import Session

#: Without one of these nobody can walk even to the first node.
_WHOLE = frozenset({"flow.not_an_object", "flow.too_large", "flow.too_deep"})

#: Where the flow itself says how it begins.
_BEGINNING = frozenset({"flow", "spec", "start", "nodes"})

#: A name that no node can have.
_NOWHERE = "$nowhere-{number}"


@dataclass(frozen=True, kw_only=True)
class Unwalkable(Node):
    """Stands where a node is that cannot be read, or behind an exit that leads nowhere."""

    type: str = ""

    def takes_zero(self, session: Session) -> bool:
        """Here the simulation stops, whatever was typed ahead."""
        del session
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        del session, now
        return Stay("unwalkable")

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        del session, event, now
        return None


@dataclass(frozen=True)
class Tried:
    """A flow to be walked. ``faults``: by the node at which a caller meets them; the fault of an
    exit is met at a node that only stands for what is not there."""

    flow: Flow
    faults: Mapping[str, Finding] = field(default_factory=dict)


def tried(data: object, known: Iterable[Finding] = ()) -> Tried:
    """Make what is drawn walkable. ``known``: faults that are found elsewhere (subflows).

    ``FlowFaults`` names what keeps a caller from the first node.
    """
    _, faults = Flow.examine(data)
    loose = {
        fault.place: _NOWHERE.format(number=number)
        for number, fault in enumerate(faults)
        if fault.place != "start" and _names_nothing(data, fault)
    }
    led = data
    for place, name in loose.items():
        led = _put(led, place.split("."), name)
    flow, later = Flow.examine(led)
    fatal = [each for each in faults if each.code in _WHOLE]
    if flow is None or fatal:
        raise FlowFaults(fatal or faults)
    seen = {each.place for each in faults}
    # An exit that was missing can have hidden what else is wrong with its node.
    hidden = [each for each in later if each.place not in seen]
    whole = sound(flow)
    met = _met(whole, [*faults, *hidden], loose) | {each.node: each for each in known}
    nodes = {**whole.nodes, **{name: Unwalkable() for name in met}}
    if whole.start not in nodes:
        raise FlowFaults([each for each in faults if each.place in _BEGINNING] or faults)
    return Tried(replace(whole, nodes=nodes), met)


def _met(flow: Flow, faults: Iterable[Fault], loose: Mapping[str, str]) -> dict[str, Finding]:
    """Where each fault is met: the first of each node. What is wrong with the flow as a whole
    (a field that is none) is met by nobody."""
    exits = {
        place: target
        for kind, place, target in flow.refs
        if kind == "node" and place in loose and target.endswith(loose[place])
    }
    met: dict[str, Finding] = {}
    for fault in faults:
        where = exits.get(fault.place) or node_of(fault.place)
        if where:
            met.setdefault(where, _told(fault, exit=fault.place in exits))
    return met


def _told(fault: Fault, *, exit: bool) -> Finding:
    code, text = fault.code, fault.text
    if exit and code != "flow.node_missing":
        code, text = "flow.exit_nowhere", "This exit leads to no node."
    return Finding(code, "error", fault.place, node_of(fault.place), {"text": text}, text)


def _names_nothing(data: object, fault: Fault) -> bool:
    """Whether something might be put at the place of a fault: it may be an exit."""
    if fault.code in ("flow.node_missing", "flow.field_missing"):
        return True
    return bool(_at(data, fault.place.split(".")) == "")


def _put(data: Any, way: list[str], name: str) -> Any:
    """``data`` with a name at a place; as it is where there is no such place."""
    if not way:
        return name
    word, *rest = way
    if isinstance(data, dict) and (word in data or not rest):
        return {**data, word: _put(data.get(word), rest, name)}
    if isinstance(data, list) and word.isdecimal() and int(word) < len(data):
        number = int(word)
        return [*data[:number], _put(data[number], rest, name), *data[number + 1 :]]
    return data


def _at(data: Any, way: list[str]) -> Any:
    """What stands at a place, None for nothing."""
    for word in way:
        if isinstance(data, dict):
            data = data.get(word)
        elif isinstance(data, list) and word.isdecimal() and int(word) < len(data):
            data = data[int(word)]
        else:
            return None
    return data
