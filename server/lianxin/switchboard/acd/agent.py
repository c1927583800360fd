"""An agent who is signed in, as the switchboard sees them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lianxin.lines.plan import AgentPlan
from lianxin.live.messages import AgentView
from lianxin.rules.lifecycle import AgentState
from lianxin.switchboard.clock import milliseconds

ON_THE_TELEPHONE: frozenset[AgentState] = frozenset({"ringing", "talking", "held"})
BUSY: frozenset[AgentState] = ON_THE_TELEPHONE | {"wrap_up"}


@dataclass
class Agent:
    """One signed-in agent. ``present``: a page of theirs is connected. ``last_call``: the call
    that they wrap up, or wrapped up last."""

    plan: AgentPlan
    since: datetime
    state: AgentState = "offline"
    reason: str = ""
    call: str | None = None
    last_call: str = ""
    present: bool = False
    timer: asyncio.TimerHandle | None = field(default=None, repr=False)

    def view(self) -> AgentView:
        return AgentView(
            person=self.plan.person,
            number=self.plan.number,
            name=self.plan.name,
            state=self.state,
            reason=self.reason,
            since=milliseconds(self.since),
            last_call=self.last_call,
        )

    def checkpoint(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "reason": self.reason,
            "since": self.since.timestamp(),
            "call": self.call,
            "last_call": self.last_call,
        }
