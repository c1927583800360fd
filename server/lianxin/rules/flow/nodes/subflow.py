"""subflow: walk another flow of the centre, then go on here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from lianxin.rules.flow.fields import FlowCode, NodeId
from lianxin.rules.flow.node import Group, Leave, Node, Step, register
from lianxin.rules.flow.session import Session


@register(example={"type": "subflow", "flow": "identify", "next": "main"})
@dataclass(frozen=True, kw_only=True)
class Subflow(Node):
    """A flow within the flow. Its ``return`` leads to ``next``; variables are the same in both.

    A published version holds the subflows that it names. Where one is missing all the same
    (a draft that is tried out), the caller goes on to ``next``.
    """

    flow: FlowCode
    next: NodeId
    type: Literal["subflow"] = "subflow"

    group: ClassVar[Group] = "control"

    def takes_zero(self, session: Session) -> bool:
        """Keys are passed on."""
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        outer = session.node.rpartition("/")[0]
        code = f"{outer}/{self.flow}" if outer else self.flow
        start = session.flow.starts.get(code)
        if start is None:
            return Leave("next", self.next)
        return Leave("flow", start, call=self.next)
