"""wait: some seconds of silence, which a key may end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow import effects
from lianxin.rules.flow.events import Event, Expired, KeyPressed
from lianxin.rules.flow.fields import Key, NodeId, Range
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register
from lianxin.rules.flow.session import Session


@register(example={"type": "wait", "seconds": 3, "key": "#", "next": "main"})
@dataclass(frozen=True, kw_only=True)
class Wait(Node):
    """A pause. ``key`` ends it early and is used up; other keys are kept for whoever asks next."""

    seconds: Annotated[float, Range(0.1, 600)]
    next: NodeId
    key: Key | None = None
    type: Literal["wait"] = "wait"

    group: ClassVar[Group] = "play"

    def takes_zero(self, session: Session) -> bool:
        return self.key == "0"

    def entered(self, session: Session, now: datetime) -> Step:
        if self.key and session.keys.startswith(self.key):
            return self._ended(session)
        return Stay("waiting", (effects.Wait(0, self.seconds),))

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match event:
            case Expired():
                return Leave("next", self.next)
            case KeyPressed() if event.key == self.key:
                return self._ended(session)
        return None

    def _ended(self, session: Session) -> Step:
        """What was typed before the key was meant for nobody."""
        rest = session.keys.partition(str(self.key))[2]
        return Leave("next", self.next, keys=rest, pressed=str(self.key))
