"""What the flows of a centre name: the other way round, where a prompt is used."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from lianxin.centres.access import Actor
from lianxin.flows.models import Flow, FlowDraft, FlowVersion
from lianxin.flows.queries import published
from lianxin.rules.flow import Flow as ReadFlow

#: How many versions' prompts are remembered; a version never changes.
_REMEMBERED = 4096


@dataclass(frozen=True)
class Use:
    """A flow names it: what callers hear now, or what is being drawn."""

    code: str
    name: str
    state: Literal["published", "draft"]


def uses_of_prompts(who: Actor) -> dict[str, list[Use]]:
    """Prompt id → the flows that name it, those in force first. No role is asked for."""
    found: defaultdict[str, list[Use]] = defaultdict(list)
    with who.scope():
        flows = {flow.pk: flow for flow in Flow.objects.all()}
        for flow_id, version in published().items():
            flow = flows[flow_id]
            for prompt in _prompts_of(version.pk):
                found[prompt].append(Use(flow.code, flow.name, "published"))
        drafts = FlowDraft.objects.filter(flow__in=flows).order_by("flow__code")
        for flow_id, draft, version_of_draft in drafts.values_list("flow_id", "pk", "version"):
            flow = flows[flow_id]
            for prompt in _prompts_of_draft(draft, version_of_draft):
                if all(use.code != flow.code for use in found[prompt]):
                    found[prompt].append(Use(flow.code, flow.name, "draft"))
    return dict(found)


@lru_cache(maxsize=_REMEMBERED)
def _prompts_of(version: int) -> frozenset[str]:
    return prompts_named(FlowVersion.objects.get(pk=version).spec)


@lru_cache(maxsize=_REMEMBERED)
def _prompts_of_draft(draft: int, version: int) -> frozenset[str]:
    """``version`` is what makes the memory right: it grows with every change."""
    del version
    return prompts_named(FlowDraft.objects.get(pk=draft).spec)


def prompts_named(spec: object) -> frozenset[str]:
    """Ids of the prompts that a flow names, which may be broken."""
    flow, _ = ReadFlow.examine(spec)
    if flow is None:
        return frozenset()
    named = {text for kind, _, text in flow.refs if kind == "prompt" and not text.startswith("$")}
    return frozenset(named) | flow.prompts()
