"""Subflows: a published version holds the published versions of all that it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lianxin.flows.models import FlowVersion
from lianxin.rules.flow.lint import Finding, node_of
from lianxin.rules.flow.references import references, subflow_places
from lianxin.rules.flow.spec_versions import current

Spec = dict[str, Any]


@dataclass(frozen=True)
class Embedded:
    """``spec`` with its subflows. ``codes``: all of them, at any depth. ``faults``: why not."""

    spec: Spec
    codes: tuple[str, ...] = ()
    layouts: dict[str, Any] = field(default_factory=dict)
    faults: tuple[Finding, ...] = ()


def named(spec: object) -> list[str]:
    """The codes of the subflows that a flow names itself, each once, by code."""
    return sorted(references(spec).subflows)


def own(spec: Spec) -> Spec:
    """A flow without what it embeds: as a draft holds it."""
    return {key: value for key, value in current(spec).items() if key != "subflows"}


def embed(code: str, spec: Spec, there: Mapping[str, FlowVersion]) -> Embedded:
    """Put the published subflows into ``spec``, the flow ``code``.

    ``there``: what is published of the centre's subflows, by code; each embeds its own.
    """
    inner: Spec = {}
    layouts: dict[str, Any] = {}
    faults: list[Finding] = []
    codes: set[str] = set()
    for place, used in subflow_places(spec):
        found = there.get(used)
        if used == code or (found is not None and code in found.embeds):
            faults.append(_cyclic(place, _way(code, used, found)))
        elif found is None:
            text = f'names the subflow "{used}", of which nothing is published'
            faults.append(_fault("flow.subflow_missing", place, text, {"code": used}))
        elif used not in inner:
            inner[used] = current(found.spec)
            layouts |= {used: found.layout}
            layouts |= {f"{used}/{way}": layout for way, layout in found.inner_layouts.items()}
            codes |= {used, *found.embeds}
    whole = {**own(spec), **({"subflows": inner} if inner else {})}
    return Embedded(whole, tuple(sorted(codes)), layouts, tuple(faults))


def in_order(versions: Iterable[FlowVersion]) -> list[FlowVersion]:
    """So that each comes after all that it embeds. ``flow`` must be loaded."""
    return sorted(versions, key=lambda version: (len(version.embeds), version.flow.code))


def _way(code: str, used: str, found: FlowVersion | None) -> list[str]:
    """The way from ``code`` over ``used`` back to ``code``, through what is published."""
    if found is None or used == code:
        return [code, code]
    return [code, used, *_down(current(found.spec), code)]


def _down(spec: Spec, target: str) -> list[str]:
    for code, inner in spec.get("subflows", {}).items():
        if code == target:
            return [code]
        rest = _down(inner, target)
        if rest:
            return [code, *rest]
    return []


def _cyclic(place: str, way: list[str]) -> Finding:
    cycle = " → ".join(way)
    return _fault("flow.cyclic", place, f"leads back to itself: {cycle}", {"way": cycle})


def _fault(code: str, place: str, text: str, data: Mapping[str, Any]) -> Finding:
    return Finding(code, "error", place, node_of(place), data, text)
