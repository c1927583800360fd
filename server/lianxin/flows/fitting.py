"""A shipped flow for a centre at which functions are off: without what needs them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from lianxin.rules.flow.flow import Flow

#: By the type of a node whose function is off: the exit by which callers leave it when it has
#: nothing for them. They are led there at once.
_NOTHING: Mapping[str, str] = {
    "poll": "unknown",
    "knowledge": "unknown",
    "survey": "none",
    "transfer": "failed",
    "http": "error",
    "sql": "error",
}

#: What else needs a function: fields of a node that are taken away or replaced without it. Who
#: presses for the mayor's mailbox leaves a message; who waits is offered a message only.
_PLAIN: Mapping[str, Mapping[str, Any]] = {
    "mailbox": {"kind": "message", "prompts": ["message_intro"]},
    "callbacks": {"callback_key": None, "callback": None},
    "fax": {"send": "none"},
}

#: Prompts that offer what may be off, and what is said instead.
_OFFERS: Mapping[str, Mapping[str, str]] = {"callbacks": {"all_busy_choices": "all_busy"}}


def fitted(spec: Mapping[str, Any], functions: Collection[str]) -> dict[str, Any]:
    """The flow ``spec`` as a centre with these ``functions`` can have it: every node that needs
    another is plain, or passed over; nodes that nothing leads to any more are gone.

    ``spec`` is one that is shipped: it has no subflows, and reads without a fault.
    """
    fit = deepcopy(dict(spec))
    flow = _read(fit)
    for name, node in flow.nodes.items():
        off = node.needs()
        if off in _PLAIN and off not in functions:
            fit["nodes"][name] = _plain(fit["nodes"][name], off)
    passed = {
        name: getattr(node, _NOTHING[str(getattr(node, "type", ""))])
        for name, node in flow.nodes.items()
        if node.function and node.function not in functions
    }
    for place, target in _targets(_read(fit)):
        if target in passed:
            _set(fit, place, _beyond(target, passed))
    _drop_unreached(fit)
    return fit


def still_holding(
    scenarios: Iterable[dict[str, Any]], shipped: Mapping[str, Any], fit: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Those of the ``scenarios`` of ``shipped`` in which a caller meets no node that was changed
    or taken away in ``fit``."""
    same = {name for name, node in shipped["nodes"].items() if fit["nodes"].get(name) == node}
    return [
        scenario
        for scenario in scenarios
        if {line["node"] for line in scenario["expected"]} <= {"", *same}
    ]


def _read(spec: Mapping[str, Any]) -> Flow:
    flow, faults = Flow.examine(dict(spec))
    if flow is None or faults:
        raise ValueError(f"a shipped flow is broken: {faults}")
    return flow


def _plain(node: Mapping[str, Any], off: str) -> dict[str, Any]:
    fields = {**node, **_PLAIN[off]}
    said = _OFFERS.get(off, {})
    for name in ("prompts", "waiting_prompts"):
        if name in fields:
            fields[name] = [said.get(prompt, prompt) for prompt in fields[name]]
    return {name: value for name, value in fields.items() if value is not None}


def _targets(flow: Flow) -> Iterator[tuple[str, str]]:
    """Where a flow names nodes, and which: (``nodes.automatic.keys.5``, ``poll``)."""
    return ((place, target) for kind, place, target in flow.refs if kind == "node")


def _beyond(target: str, passed: Mapping[str, str]) -> str:
    while target in passed:
        target = passed[target]
    return target


def _set(spec: dict[str, Any], place: str, target: str) -> None:
    *path, last = place.split(".")
    inner: Any = spec
    for step in path:
        inner = inner[int(step)] if isinstance(inner, list) else inner[step]
    inner[int(last) if isinstance(inner, list) else last] = target


def _drop_unreached(spec: dict[str, Any]) -> None:
    """Nodes stay that the start, the agents' node or another that stays leads to."""
    leads: dict[str, set[str]] = {}
    for place, target in _targets(_read(spec)):
        source = place.split(".")[1] if place.startswith("nodes.") else ""
        leads.setdefault(source, set()).add(target)
    reached, waiting = set[str](), [*leads.get("", ())]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += leads.get(name, ())
    spec["nodes"] = {name: node for name, node in spec["nodes"].items() if name in reached}
