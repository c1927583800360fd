"""ring: one or some named agents, for so many seconds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.effects import Enqueue, Play
from lianxin.rules.flow.events import AgentCame, AgentLeft, Event, KeyPressed, QueueLeft
from lianxin.rules.flow.fields import AgentNumber, NodeId, QueueCode, Range, Spoken
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import WITH_AGENT, Session


@register(
    example={
        "type": "ring",
        "agents": ["8001", "8002"],
        "queue": "general",
        "seconds": 20,
        "prompts": ["to_agent"],
        "nobody": "message",
        "timeout": "message",
        "after": "goodbye",
    }
)
@dataclass(frozen=True, kw_only=True)
class Ring(Node):
    """Certain agents, whoever else is free. ``queue`` is the one in whose name they are called:
    it gives the ring time and the wrap-up. Exits: ``nobody`` of them is on duty, ``timeout``,
    ``after`` an agent has gone."""

    agents: tuple[AgentNumber, ...]
    queue: QueueCode
    nobody: NodeId
    timeout: NodeId
    after: NodeId
    seconds: Annotated[int, Range(5, 600)] = 20
    prompts: tuple[Spoken, ...] = ()
    type: Literal["ring"] = "ring"

    group: ClassVar[Group] = "agent"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if not self.agents:
            yield "ring.nobody", "agents", "must name at least one agent"

    def entered(self, session: Session, now: datetime) -> Step:
        spoken = (Play(0, sounds(self.prompts, session.variables)),) if self.prompts else ()
        return Stay("ringing", (self._call(session), *spoken), keys="")

    def _call(self, session: Session, *, again: bool = False) -> Enqueue:
        prefer = session.prefer if session.prefer in self.agents else ""
        return Enqueue(
            0,
            self.queue,
            limit_seconds=self.seconds,
            agents=self.agents,
            prefer=prefer,
            again=again,
        )

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match event:
            case AgentCame():
                return Stay(WITH_AGENT, keys="")
            case AgentLeft() if not event.talked:  # nobody has served them yet
                return Stay("ringing", (self._call(session, again=True),), keys="")
            case AgentLeft():
                return Leave("after", self.after, keys="")
            case QueueLeft():
                late = event.reason == "timeout"
                target = self.timeout if late else self.nobody
                return Leave("timeout" if late else "nobody", target, keys="")
            case KeyPressed():
                return Stay(session.phase, keys="", keep=True)
        return None
