"""A flow for tests of what the switchboard carries out: its nodes ask for what the test says.

    probe(world, ask=Probe(asks=(Ask(0, "queue"),), exits={"ok": "end"}), end=Silent())

A probe asks for its effects when it is entered. The word of what answers them (the outcome of a
``LookupResult``, the reason of an end, else the event's own name) leads to the node under that
word in ``exits``; where there is none the caller stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from lianxin.rules.flow import Flow
from lianxin.rules.flow.effects import Effect
from lianxin.rules.flow.events import AgentCame, DialAnswered, Event
from lianxin.rules.flow.node import Leave, Node, Stay, Step
from lianxin.rules.flow.session import WITH_AGENT, WITH_OUTSIDE, Session
from lianxin.switchboard.calls.actor import CallActor
from tests.switchboard.world import VERSION, World


@dataclass(frozen=True, kw_only=True)
class Probe(Node):
    asks: tuple[Effect, ...] = ()
    exits: Mapping[str, str] = field(default_factory=dict)
    store: str = ""  # the variable that is given what was told
    type: str = "probe"

    def entered(self, session: Session, now: datetime) -> Step:
        del session, now
        return Stay("here", self.asks, keys="")

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        del now
        if isinstance(event, AgentCame):
            return Stay(WITH_AGENT, keys="")
        if isinstance(event, DialAnswered):
            return Stay(WITH_OUTSIDE, keys="", keep=True)
        to = self.exits.get(word_of(event))
        if to is None:
            return Stay(session.phase, keys="", keep=True)
        values: dict[str, Any] = dict(getattr(event, "values", {})) if self.store else {}
        return Leave(word_of(event), to, keys="", store={self.store: str(values)} if values else {})


def word_of(event: Event) -> str:
    for name in ("outcome", "reason", "key"):
        if (word := getattr(event, name, None)) is not None:
            return str(word)
    return type(event).__name__


def use(world: World, **nodes: Node) -> None:
    """Let the first line run a flow of these nodes; the first one is its start."""
    run(world, Flow(id="probe", title="probe", start=next(iter(nodes)), nodes=nodes))


def run(world: World, flow: Flow) -> None:
    """Let the first line run this flow."""
    world.flow = flow
    first, *others = world.plans.lines
    lines = (replace(first, flow_version=VERSION), *others)
    world.plans = replace(world.plans, lines=lines)
    world.switchboard.plans._flows[VERSION] = flow
    world.switchboard.plans._take(world.plans)


async def into(world: World, caller: str = "13800000001", /, **nodes: Node) -> CallActor:
    """A caller in a flow of these nodes."""
    use(world, **nodes)
    return await world.call_in(caller=caller)
