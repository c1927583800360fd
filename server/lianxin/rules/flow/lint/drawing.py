"""A flow as lint looks at it: its own nodes, the ways between them, and how each one waits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Literal, cast, get_args

from lianxin.rules.flow import effects, events
from lianxin.rules.flow.flow import Flow
from lianxin.rules.flow.lint.environment import Environment
from lianxin.rules.flow.node import Leave, Node, Stay, Step
from lianxin.rules.flow.session import Session
from lianxin.rules.values import Language

#: How a node waits: not at all, for an answer, until a prompt has ended, for a time, or for
#: what somebody does.
Waiting = Literal["instant", "answer", "prompt", "time", "act"]

#: Where an agent talks with the caller.
AGENTS = ("queue", "ring")

#: A moment at which nodes are tried; which one makes no difference.
_NOW = datetime(2026, 1, 1, tzinfo=UTC)

#: Events until a node must have said how it waits.
_EVENTS = 4

Edges = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Drawing:
    """``data`` is the JSON; ``faulty`` are nodes of which something is wrong already."""

    flow: Flow
    data: Mapping[str, Any]
    environment: Environment
    faulty: frozenset[str]

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """The flow's own nodes that could be read; those of subflows are checked as theirs."""
        return {name: node for name, node in self.flow.nodes.items() if "/" not in name}

    @cached_property
    def named(self) -> tuple[tuple[str, str, str], ...]:
        """What the flow's own nodes name: (kind, place, text)."""
        return tuple(ref for ref in self.flow.refs if ref[1].startswith("nodes."))

    @cached_property
    def exits(self) -> Edges:
        """The nodes that each node names."""
        ways: dict[str, dict[str, None]] = {name: {} for name in self.nodes}
        for kind, place, target in self.named:
            source = place.split(".", 2)[1]
            if kind == "node" and source in ways and target in self.nodes:
                ways[source][target] = None
        return {name: tuple(targets) for name, targets in ways.items()}

    @cached_property
    def ways(self) -> Edges:
        """The same, and with ``0`` to the agents from everywhere."""
        agents = self.agent_node
        if agents is None:
            return self.exits
        return {name: (*targets, agents) for name, targets in self.exits.items()}

    @property
    def start(self) -> str:
        return self.flow.start

    @property
    def agent_node(self) -> str | None:
        return self.flow.agent_node if self.flow.agent_node in self.nodes else None

    @cached_property
    def reached(self) -> frozenset[str]:
        return reach([self.start], self.ways)

    def of_type(self, *types: str) -> list[str]:
        return [name for name, node in self.nodes.items() if kind_of(node) in types]

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """What is spoken in this flow: from the beginning, or when the caller chooses it."""
        chosen = [
            language
            for name in self.of_type("language")
            for language in getattr(self.nodes[name], "keys", {}).values()
        ]
        return tuple(dict.fromkeys((*self.flow.languages, *chosen)))

    @cached_property
    def waiting(self) -> Mapping[str, Waiting]:
        session = Session(self.flow, language=self.flow.languages[0])
        return {name: self._waiting(name, node, session) for name, node in self.nodes.items()}

    def _waiting(self, name: str, node: Node, session: Session) -> Waiting:
        if name in self.faulty or kind_of(node) == "subflow":
            return "act"
        return _tried(node, replace(session, node=name))


def kind_of(node: Node) -> str:
    return str(getattr(node, "type", ""))


def _tried(node: Node, session: Session) -> Waiting:
    """Let a caller who does nothing come to a node, and see what it waits for."""
    step: Step | None = node.entered(session, _NOW)
    waited: Waiting = "instant"
    for _ in range(_EVENTS):
        if isinstance(step, Leave):
            return waited
        awaited = _awaited(step)
        if awaited is None or (awaited == "time" and waited != "instant"):
            return "act"
        waited = awaited
        session = _stayed(session, step)
        step = node.on_event(session, _ANSWERS[awaited], _NOW)
    return "act"


_ANSWERS: dict[Waiting, events.Event] = {
    "prompt": events.Played(1),
    "answer": events.LookupResult(1, "unavailable"),
    "time": events.Expired(1),
}


def _awaited(step: Step | None) -> Waiting | None:
    """What a node waits for, when that comes by itself."""
    wanted = {type(each) for each in step.effects} if isinstance(step, Stay) else set()
    if wanted == {effects.Wait}:
        return "time"
    if effects.Lookup in wanted:
        return "answer" if wanted <= {effects.Lookup, effects.Play, effects.Wait} else None
    return "prompt" if wanted == {effects.Play} else None


def _stayed(session: Session, step: Step | None) -> Session:
    if not isinstance(step, Stay):
        return session
    memo = session.memo if step.memo is None else step.memo
    return replace(session, phase=step.phase, memo=memo, typed=step.typed or "", keys="")


def sound(flow: Flow) -> Flow:
    """Give a flow whose head can be relied on, whatever was written in it."""
    head: Any = flow  # what was at fault was left as it was written
    known = get_args(Language)
    languages = head.languages if isinstance(head.languages, tuple | list) else ()
    spoken = tuple(each for each in languages if isinstance(each, str) and each in known)
    return replace(
        flow,
        start=head.start if isinstance(head.start, str) else "",
        agent_node=head.agent_node if isinstance(head.agent_node, str) else None,
        languages=cast("tuple[Language, ...]", spoken) or ("zh",),
        variables=head.variables if isinstance(head.variables, dict) else {},
    )


# --- ways


def reach(roots: Iterable[str], ways: Edges, avoid: Collection[str] = ()) -> frozenset[str]:
    """Give every node that is reached from ``roots`` without passing through ``avoid``.

    Those of ``avoid`` that are come to are among them; what lies behind them is not.
    """
    found: set[str] = set()
    waiting = [name for name in roots if name in ways]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            if name not in avoid:
                waiting += ways.get(name, ())
    return frozenset(found)


def turned(ways: Edges) -> Edges:
    """Give the ways in the other direction."""
    back: dict[str, list[str]] = {name: [] for name in ways}
    for name, targets in ways.items():
        for target in targets:
            back.setdefault(target, []).append(name)
    return {name: tuple(sources) for name, sources in back.items()}


def rings(ways: Edges, among: Callable[[str], bool]) -> Iterator[list[str]]:
    """Yield every group of nodes that lead to one another, of those ``among``: Kosaraju."""
    inner = {name: tuple(filter(among, targets)) for name, targets in ways.items() if among(name)}
    back = turned(inner)
    seen: set[str] = set()
    for name in reversed(_finished(inner)):
        group = _unseen(name, back, seen)
        if len(group) > 1 or (group and name in inner[name]):
            yield [each for each in inner if each in group]


def _unseen(root: str, ways: Edges, seen: set[str]) -> set[str]:
    """What is reached from ``root`` and was not seen; it is from now on."""
    group: set[str] = set()
    waiting = [root]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            group.add(name)
            waiting += ways[name]
    return group


def _finished(ways: Edges) -> list[str]:
    """The nodes in the order in which a walk in depth is done with them."""
    done: list[str] = []
    seen: set[str] = set()
    for root in ways:
        stack = [(root, iter(ways[root]))] if root not in seen else []
        seen.add(root)
        while stack:
            name, targets = stack[-1]
            target = next((each for each in targets if each not in seen), None)
            if target is None:
                done.append(name)
                stack.pop()
            else:
                seen.add(target)
                stack.append((target, iter(ways[target])))
    return done
