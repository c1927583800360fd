"""say: play sentences, then go on. A key ends them and is kept for whoever asks next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from lianxin.rules.flow.effects import Play
from lianxin.rules.flow.events import Event, KeyPressed, Played
from lianxin.rules.flow.fields import NodeId, Spoken
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session


@register(example={"type": "say", "prompts": ["closed_hours"], "next": "main"})
@dataclass(frozen=True, kw_only=True)
class Say(Node):
    """Something is told."""

    prompts: tuple[Spoken, ...]
    next: NodeId
    type: Literal["say"] = "say"

    group: ClassVar[Group] = "play"

    def takes_zero(self, session: Session) -> bool:
        """Keys are passed on."""
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        if session.keys or not self.prompts:
            return Leave("next", self.next)
        return Stay("speaking", (Play(0, sounds(self.prompts, session.variables)),))

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match event:
            case Played() | KeyPressed():
                return Leave("next", self.next)
        return None
