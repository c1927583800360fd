"""The tree itself: what is not reached, goes round, ends too early, or leads to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from lianxin.rules.flow.lint.drawing import AGENTS, Drawing, kind_of, reach, rings, turned
from lianxin.rules.flow.lint.findings import Finding, finding

#: Variables that tell the time: a branch on one of them looks at hours too.
_TIMES = frozenset({"now", "day_part"})


def unreachable(drawing: Drawing) -> Iterator[Finding]:
    if drawing.start in drawing.nodes:
        for name in drawing.nodes:
            if name not in drawing.reached:
                yield finding("lint.unreachable", f"nodes.{name}")


def endless(drawing: Drawing) -> Iterator[Finding]:
    """Rings that nothing stops, and rings that a silent caller never leaves."""
    waiting = drawing.waiting
    hurried: set[str] = set()
    for ring in rings(drawing.exits, lambda name: waiting[name] == "instant"):
        hurried.update(ring)
        yield finding("lint.endless", f"nodes.{ring[0]}", nodes=ring)
    for ring in rings(drawing.exits, lambda name: waiting[name] != "act"):
        inside = set(ring)
        ends = any(set(drawing.exits[name]) - inside for name in ring)
        if not ends and not inside & hurried:
            yield finding("lint.endless_prompts", f"nodes.{ring[0]}", nodes=ring)


def returns(drawing: Drawing) -> Iterator[Finding]:
    ends = [name for name in drawing.of_type("return") if name in drawing.reached]
    if drawing.environment.subflow and not ends and drawing.start in drawing.nodes:
        yield finding("lint.no_return", "start")
    if drawing.environment.subflow is False:
        for name in ends:
            if not getattr(drawing.nodes[name], "otherwise", None):
                yield finding("lint.return_outside", f"nodes.{name}")


def cycles_of_subflows(drawing: Drawing) -> Iterator[Finding]:
    own = drawing.environment.code
    for name in drawing.of_type("subflow") if own else ():
        way = _way_back(str(getattr(drawing.nodes[name], "flow", "")), own, drawing)
        if way:
            yield finding("lint.subflow_cycle", f"nodes.{name}.flow", way=[own, *way])


def _way_back(code: str, own: str, drawing: Drawing) -> list[str]:
    """The way from a flow through those it names to our own, [] when there is none."""
    ways = [[code]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        if way[-1] == own:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            ways += [[*way, each] for each in drawing.environment.subflows_of.get(way[-1], ())]
    return []


def agents(drawing: Drawing) -> Iterator[Finding]:
    """A subflow is left by ``return``, and its agents are those of the flow around it."""
    yield from _zero(drawing)
    if drawing.environment.subflow:
        return
    people = drawing.of_type(*AGENTS, "transfer")
    there = reach(people, turned(drawing.ways))
    before = reach([drawing.start], drawing.ways, avoid=people)
    for name in drawing.nodes:
        stands = drawing.waiting[name] == "act" and name in before
        public = kind_of(drawing.nodes[name]) != "studio"
        if stands and public and name not in there and name not in drawing.faulty:
            yield finding("lint.no_way_to_agent", f"nodes.{name}")
    if drawing.agent_node is None:
        for name in drawing.of_type("menu"):
            node = drawing.nodes[name]
            if not getattr(node, "otherwise", None):
                tries = getattr(node, "tries", 0)
                yield finding("lint.menu_ends", f"nodes.{name}.otherwise", tries=tries)


def _zero(drawing: Drawing) -> Iterator[Finding]:
    people = {*drawing.of_type(*AGENTS), drawing.agent_node}
    for name in drawing.of_type("menu"):
        target = getattr(drawing.nodes[name], "keys", {}).get("0")
        if target in drawing.nodes and target not in people and drawing.agent_node:
            yield finding("lint.zero_elsewhere", f"nodes.{name}.keys.0")


def before_agents(drawing: Drawing) -> Iterator[Finding]:
    """What must have happened on the way to a queue, and what must not happen before it."""
    clocks = {*drawing.of_type("hours"), *_branches_on_time(drawing)}
    early = reach([drawing.start], drawing.ways, avoid=clocks) - clocks
    for name in drawing.of_type("queue"):
        if name in early and not drawing.environment.subflow:
            yield finding("lint.queue_without_hours", f"nodes.{name}")
    people = set(drawing.of_type(*AGENTS))
    lonely = reach([drawing.start], drawing.ways, avoid=people) - people
    for name in drawing.of_type("survey"):
        if name in lonely and not drawing.environment.subflow:
            yield finding("lint.survey_before_agent", f"nodes.{name}")


def _branches_on_time(drawing: Drawing) -> Iterator[str]:
    for kind, place, text in drawing.named:
        if kind == "expression" and any(name in text for name in _TIMES):
            yield place.split(".", 2)[1]


def transfers(drawing: Drawing) -> Iterator[Finding]:
    for name in drawing.of_type("transfer"):
        node = drawing.nodes[name]
        target = drawing.nodes.get(str(getattr(node, "failed", "")))
        ends = target is not None and kind_of(target) == "hang_up"
        if ends and not getattr(target, "prompts", ()):
            yield finding("lint.transfer_fails_silently", f"nodes.{name}.failed")


CHECKS = (
    unreachable,
    endless,
    returns,
    cycles_of_subflows,
    agents,
    before_agents,
    transfers,
)
