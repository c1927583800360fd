"""Where one dials to speak a prompt into the telephone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lianxin.centres.access import Actor
from lianxin.flows.queries import published
from lianxin.lines.queries import numbers_by_flow


def studio_numbers(who: Actor) -> list[str]:
    """The centre's numbers whose flow in force has a ``studio`` node. No role is asked for."""
    numbers = numbers_by_flow(who)
    with who.scope():
        flows = [flow for flow, version in published().items() if _has_studio(version.spec)]
    return sorted({number for flow in flows for number in numbers.get(flow, [])})


def _has_studio(spec: Mapping[str, Any]) -> bool:
    nodes = spec.get("nodes", {}).values()
    if any(node.get("type") == "studio" for node in nodes):
        return True
    return any(_has_studio(inner) for inner in spec.get("subflows", {}).values())
