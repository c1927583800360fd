"""What the flows of a centre name; and the other way round, who uses a prompt or a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from lianxin.centres.access import Actor
from lianxin.flows.models import Flow, FlowDraft, FlowVersion
from lianxin.flows.queries import published
from lianxin.rules.flow.references import References, references

#: How many versions are remembered with what they name.
_REMEMBERED = 4096

_read: dict[int, References] = {}  # by the id of the version


@dataclass(frozen=True)
class Use:
    """A flow names it: what callers hear now, or what is being drawn."""

    code: str
    name: str
    state: Literal["published", "draft"]


def uses_of_prompts(who: Actor) -> dict[str, list[Use]]:
    """Prompt id → the flows that name it, those in force first. No role is asked for."""
    return _uses(who, lambda named: named.prompts)


def uses_of_connections(who: Actor) -> dict[str, list[Use]]:
    """Code of a connection → the flows that ask it, as ``uses_of_prompts``."""
    return _uses(who, lambda named: named.connections)


def _uses(who: Actor, codes: Callable[[References], Iterable[str]]) -> dict[str, list[Use]]:
    found: defaultdict[str, list[Use]] = defaultdict(list)
    with who.scope():
        flows = {flow.pk: flow for flow in Flow.objects.all()}
        for flow_id, version in published().items():
            flow = flows[flow_id]
            for code in codes(references_of(version)):
                found[code].append(Use(flow.code, flow.name, "published"))
        drafts = FlowDraft.objects.filter(flow__in=flows).order_by("flow__code")
        for flow_id, draft, version_of_draft in drafts.values_list("flow_id", "pk", "version"):
            flow = flows[flow_id]
            for code in codes(_references_of_draft(draft, version_of_draft)):
                if all(use.code != flow.code for use in found[code]):
                    found[code].append(Use(flow.code, flow.name, "draft"))
    return dict(found)


def references_of(version: FlowVersion) -> References:
    """What a published version names; read once, for a version never changes."""
    found = _read.get(version.pk)
    if found is None:
        if len(_read) >= _REMEMBERED:
            _read.clear()
        found = _read[version.pk] = references(version.spec)
    return found


@lru_cache(maxsize=_REMEMBERED)
def _references_of_draft(draft: int, version: int) -> References:
    """``version`` is what makes the memory right: it grows with every change."""
    del version
    return references(FlowDraft.objects.get(pk=draft).spec)
