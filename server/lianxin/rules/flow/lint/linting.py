"""All checks, one after another, on whatever JSON there is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lianxin.rules.flow.faults import Fault
from lianxin.rules.flow.flow import Flow
from lianxin.rules.flow.lint import hearing, naming, shape
from lianxin.rules.flow.lint.drawing import Drawing, sound
from lianxin.rules.flow.lint.environment import Environment
from lianxin.rules.flow.lint.findings import MAX_FINDINGS, ORDER, Finding, finding, node_of

_CHECKS = (*shape.CHECKS, *hearing.CHECKS, *naming.CHECKS)


def lint(data: object, environment: Environment) -> list[Finding]:
    """Say all there is to say of a flow, the worst first, and of that in the order of the flow.

    Never raises, whatever ``data`` is: of what cannot be read, it says that it cannot.
    """
    flow, faults = Flow.examine(data)
    found = [_of(fault) for fault in faults]
    if flow is not None and isinstance(data, Mapping):
        faulty = frozenset(each.node for each in found)
        drawing = Drawing(sound(flow), data, environment, faulty)
        for check in _CHECKS:
            found += check(drawing)
    return _bounded(sorted(found, key=_rank(data)))


def _of(fault: Fault) -> Finding:
    place = fault.place
    return Finding(fault.code, "error", place, node_of(place), {"text": fault.text}, fault.text)


def _rank(data: object) -> Any:
    """Order by severity, then as the nodes are drawn; the flow itself comes first."""
    nodes = data.get("nodes") if isinstance(data, Mapping) else None
    names = nodes if isinstance(nodes, Mapping) else {}
    order = {str(name): number for number, name in enumerate(names)}

    def rank(each: Finding) -> tuple[int, int]:
        there = order.get(each.node, len(order)) if each.node else -1
        return ORDER.index(each.severity), there

    return rank


def _bounded(found: list[Finding]) -> list[Finding]:
    more = len(found) - MAX_FINDINGS
    return [*found[:MAX_FINDINGS], finding("lint.too_many", "", more=more)] if more > 0 else found
