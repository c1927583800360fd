"""queue: wait for an agent. The waiting prompts come again and again, music between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.effects import Effect, Enqueue, Play, Wait
from lianxin.rules.flow.events import (
    AgentCame,
    AgentLeft,
    Event,
    Expired,
    KeyPressed,
    Played,
    QueueLeft,
)
from lianxin.rules.flow.fields import Key, NodeId, QueueCode, Range, Spoken
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import WITH_AGENT, Session


@register(
    example={
        "type": "queue",
        "queue": "general",
        "prompts": ["to_agent"],
        "waiting_prompts": ["all_busy"],
        "keys": {"2": "message"},
        "nobody": "nobody",
        "timeout": "message",
        "after": "goodbye",
    }
)
@dataclass(frozen=True, kw_only=True)
class Queue(Node):
    """A place in a line. Exits: ``nobody`` on duty, ``timeout``, ``closed`` (else as
    ``nobody``), ``after`` an agent has gone, and one for each key of ``keys``."""

    queue: QueueCode
    nobody: NodeId
    timeout: NodeId
    after: NodeId
    closed: NodeId | None = None
    prompts: tuple[Spoken, ...] = ()
    waiting_prompts: tuple[Spoken, ...] = ()
    repeat_seconds: Annotated[float, Range(5, 600)] = 20
    keys: dict[Key, NodeId] = field(default_factory=dict)
    priority: Annotated[int, Range(0, 9)] = 0
    limit_seconds: Annotated[int, Range(0, 86_400)] = 0  # 0: as long as it takes
    type: Literal["queue"] = "queue"

    group: ClassVar[Group] = "agent"

    def takes_zero(self, session: Session) -> bool:
        """Whoever waits for an agent is with the agents already."""
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        """Line up before anything is said: a free agent rings at once."""
        enqueue = Enqueue(0, self.queue, self.priority, self.limit_seconds)
        first = self._speak(session, self.prompts) if self.prompts else self._pause()
        return Stay("waiting", (enqueue, *first), keys="")

    def heard(self, session: Session, event: Event, now: datetime) -> Step | None:
        match event:
            case AgentLeft():
                return Leave("after", self.after, keys="")
            case QueueLeft():
                return self._left(event)
            case AgentCame():
                return Stay(WITH_AGENT, keys="")
            case KeyPressed():
                return self._pressed(session, event.key)
            case Played():
                return Stay("waiting", self._pause())
            case Expired():
                return Stay("waiting", self._speak(session, self.waiting_prompts))
        return None

    def _pause(self) -> tuple[Effect, ...]:
        return (Wait(0, self.repeat_seconds),) if self.waiting_prompts else ()

    def _speak(self, session: Session, spoken: tuple[str, ...]) -> tuple[Effect, ...]:
        return (Play(0, sounds(spoken, session.variables)),)

    def _pressed(self, session: Session, key: str) -> Step:
        """A key is the queue's own, or is dropped: it must not act after the conversation."""
        chosen = [node for known, node in self.keys.items() if known == key]
        if not chosen or session.with_agent:
            return Stay(session.phase, keys="", keep=True)
        return Leave(f"keys.{key}", chosen[0], keys="", pressed=key)

    def _left(self, event: QueueLeft) -> Step:
        exits = {
            "nobody": self.nobody,
            "timeout": self.timeout,
            "closed": self.closed or self.nobody,
        }
        return Leave(event.reason, exits[event.reason], keys="")
