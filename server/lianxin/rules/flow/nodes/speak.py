"""speak: read one variable out, as its kind asks, with sentences before and behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from lianxin.rules.flow.effects import Digits, Play, Value, ValueKind
from lianxin.rules.flow.events import Event, KeyPressed, Played
from lianxin.rules.flow.fields import NodeId, Spoken, Variable
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session
from lianxin.rules.speaking import spell


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
    is passed over, together with the sentences around it.

    Exits: ``next``, and ``unread`` when the variable holds what does not fit ``kind``: of it
    nothing is said, so an agent may. It leads as ``next`` does where nothing is said.
    """

    value: Variable
    next: NodeId
    unread: NodeId | None = None
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
        value = sounds((f"${self.value}:{self.kind}",), session.variables)
        if not any(isinstance(each, Digits | Value) and spell(each, "zh") for each in value):
            return Leave("unread", self.unread or self.next)
        before, after = (
            sounds(prompts, session.variables)
            for prompts in (self.before_prompts, self.after_prompts)
        )
        return Stay("speaking", (Play(0, (*before, *value, *after)),))

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match event:
            case Played() | KeyPressed():
                return Leave("next", self.next)
        return None
