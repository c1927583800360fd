"""speak: read one variable out, as its kind asks, with sentences before and behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from lianxin.rules.flow.effects import Play, ValueKind
from lianxin.rules.flow.events import Event, KeyPressed, Played
from lianxin.rules.flow.fields import NodeId, Spoken, Variable
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session


@register(
    example={
        "type": "speak",
        "value": "amount",
        "kind": "money",
        "before_prompts": ["you_entered"],
        "next": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class Speak(Node):
    """A variable is told: 12.50 as money, 2026-02-13 as a date. A variable that holds nothing
    is passed over, together with the sentences around it."""

    value: Variable
    next: NodeId
    kind: ValueKind = "number"
    before_prompts: tuple[Spoken, ...] = ()
    after_prompts: tuple[Spoken, ...] = ()
    type: Literal["speak"] = "speak"

    group: ClassVar[Group] = "play"

    def takes_zero(self, session: Session) -> bool:
        """Keys are passed on."""
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        if session.keys or session.variables.get(self.value) in (None, ""):
            return Leave("next", self.next)
        value = f"${self.value}:{self.kind}"
        spoken = (*self.before_prompts, value, *self.after_prompts)
        return Stay("speaking", (Play(0, sounds(spoken, session.variables)),))

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match event:
            case Played() | KeyPressed():
                return Leave("next", self.next)
        return None
