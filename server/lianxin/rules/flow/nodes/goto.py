"""goto: jump to another node."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from lianxin.rules.flow.fields import NodeId
from lianxin.rules.flow.node import Leave, Node, Step, register
from lianxin.rules.flow.session import Session


@register(example={"type": "goto", "to": "main"})
@dataclass(frozen=True, kw_only=True)
class Goto(Node):
    """A jump, so that a drawing needs no long lines."""

    to: NodeId
    type: Literal["goto"] = "goto"

    def takes_zero(self, session: Session) -> bool:
        """Keys are passed on."""
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        return Leave("to", self.to)
