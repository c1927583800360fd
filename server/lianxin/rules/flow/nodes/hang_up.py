"""hang_up: say goodbye and end the call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from lianxin.rules.flow.effects import HangUpCause, Play
from lianxin.rules.flow.events import Event, Played
from lianxin.rules.flow.fields import Spoken
from lianxin.rules.flow.node import Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session


@register(example={"type": "hang_up", "prompts": ["goodbye"]})
@dataclass(frozen=True, kw_only=True)
class EndCall(Node):
    """The end. Keys do not cut the goodbye short: nothing comes after it. ``cause`` is what
    the caller's telephone is told."""

    prompts: tuple[Spoken, ...] = ()
    cause: HangUpCause = "normal"
    type: Literal["hang_up"] = "hang_up"

    def entered(self, session: Session, now: datetime) -> Step:
        if not self.prompts:
            return self._end()
        return Stay("speaking", (Play(0, sounds(self.prompts, session.variables)),), keys="")

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        return self._end() if isinstance(event, Played) else None

    def _end(self) -> Step:
        return Leave("end", "", cause=self.cause)
