"""return: the end of a subflow, or of what an agent sent the caller to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from lianxin.rules.flow.fields import NodeId
from lianxin.rules.flow.node import Group, Leave, Node, Step, register
from lianxin.rules.flow.session import Session


@register(example={"type": "return", "otherwise": "goodbye"})
@dataclass(frozen=True, kw_only=True)
class Return(Node):
    """Back to where the caller came from: behind the ``subflow`` node, or to the agent who sent
    them here. With nobody to go back to, the caller goes ``otherwise``, or the call ends."""

    otherwise: NodeId | None = None
    type: Literal["return"] = "return"

    group: ClassVar[Group] = "control"

    def takes_zero(self, session: Session) -> bool:
        """Keys are passed on."""
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        if session.stack:
            return Leave("back", "", back=True)
        return Leave("otherwise", self.otherwise or "")
