"""The telephones of a call: what each is in it, whose it is, and what becomes of its sound."""

from __future__ import annotations

from typing import Literal

import msgspec

from lianxin.live.messages import ParticipantView
from lianxin.rules.lifecycle import LegEvent, LegRole, LegState, leg_next

#: Why a telephone was added to a call.
LegReason = Literal[
    "inbound",  # they have called us
    "offer",  # an agent was found for the caller
    "reattach",  # the agent's page has come back
    "callback",  # the citizen is called back
    "dial",  # the flow dials for the caller
]
#: By whom; an agent is named by ``person``.
LegBy = Literal["caller", "system", "flow", "agent"]


class Leg(msgspec.Struct, frozen=True):
    """Replaced, never changed: the journal holds it as it was."""

    id: str  # the channel
    role: LegRole
    state: LegState
    why: LegReason
    by: LegBy
    number: str  # the telephone's, or the agent's 工号
    since: float  # of this state, in seconds since the epoch
    person: int | None = None  # the agent's
    bridge: str = ""  # in which it hears others; "" where it hears none

    def after(self, event: LegEvent, at: float) -> Leg:
        """Raise ``IllegalMove`` when the table does not allow it. In none of the states but "up"
        does a leg stay in a bridge."""
        state = leg_next(self.state, event)
        return msgspec.structs.replace(self, state=state, since=at, bridge="")

    def joined(self, bridge: str) -> Leg:
        """In ``bridge``; "" takes it out of the one in which it was."""
        return self if self.bridge == bridge else msgspec.structs.replace(self, bridge=bridge)

    def view(self) -> ParticipantView:
        return ParticipantView(
            leg=self.id,
            role=self.role,
            party=self.number,
            state=self.state,
            since=int(self.since * 1000),
        )


def inbound(channel: str, number: str, at: float) -> Leg:
    """The leg of a caller who has just come."""
    return Leg(channel, "caller", "up", "inbound", "caller", number, at)
