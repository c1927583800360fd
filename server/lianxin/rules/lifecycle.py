"""What an agent, a call and a case can be, and which event leads from which state to which.

The tables are the whole truth: what is not in them is an ``IllegalMove``.
The names are those of the live messages and of the ledger of a call.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

AgentState = Literal["offline", "not_ready", "ready", "ringing", "talking", "held", "wrap_up"]

AgentEvent = Literal[
    "sign_in",
    "sign_out",
    "ready",  # 示闲
    "not_ready",  # 示忙
    "offered",  # a caller rings at the agent's telephone
    "missed",  # it was not taken: ringing on would strand one caller after another
    "answered",
    "held",
    "resumed",
    "released",  # the conversation, or the ringing, is over
    "wrap_up_over",  # the time of 话后处理 is over
]

CallState = Literal[
    "in_flow",
    "queued",
    "ringing",
    "connecting",
    "talking",
    "held",
    "detached",
    "dialling",  # outside telephones ring for the caller
    "outside",  # the caller talks with one of them
    "ended",
]

CallEvent = Literal[
    "queued",
    "left_queue",  # nobody, timeout, closed, or the caller's own key
    "offered",
    "missed",
    "answered",
    "connected",  # both hear each other
    "held",
    "resumed",
    "detached",  # the agent's page has gone, the caller hears music
    "attached",
    "agent_left",
    "dialled",
    "dial_answered",
    "dial_ended",  # nobody answered, or they have talked
    "ended",
]

CaseState = Literal["accepted", "dispatched", "in_progress", "replied", "closed", "rejected"]

CaseEvent = Literal[
    "dispatched",  # 派单, also 改派
    "returned",  # 退单
    "received",  # 签收
    "replied",
    "reworked",  # 重办
    "closed",  # 办结
    "rejected",  # 不予受理
    "reopened",
]

#: What the history of a case is made of: how it began, what moved it since, and ``migrated`` for
#: whatever moved it before histories were kept.
CaseHistoryEvent = Literal["opened", "migrated", CaseEvent]

AGENT: Mapping[AgentState, Mapping[AgentEvent, AgentState]] = {
    "offline": {"sign_in": "not_ready"},
    "not_ready": {"ready": "ready", "not_ready": "not_ready", "sign_out": "offline"},
    "ready": {
        "ready": "ready",
        "not_ready": "not_ready",
        "offered": "ringing",
        "sign_out": "offline",
    },
    "ringing": {"answered": "talking", "missed": "not_ready", "released": "ready"},
    "talking": {"held": "held", "released": "wrap_up"},
    "held": {"resumed": "talking", "released": "wrap_up"},
    "wrap_up": {
        "ready": "ready",
        "not_ready": "not_ready",
        "wrap_up_over": "ready",
        "sign_out": "offline",
    },
}

CALL: Mapping[CallState, Mapping[CallEvent, CallState]] = {
    "in_flow": {"queued": "queued", "dialled": "dialling", "ended": "ended"},
    "queued": {"offered": "ringing", "left_queue": "in_flow", "ended": "ended"},
    "ringing": {
        "answered": "connecting",
        "missed": "queued",
        "left_queue": "in_flow",
        "ended": "ended",
    },
    "connecting": {
        "connected": "talking",
        "missed": "queued",
        "detached": "detached",
        "agent_left": "in_flow",
        "ended": "ended",
    },
    "talking": {
        "held": "held",
        "detached": "detached",
        "agent_left": "in_flow",
        "ended": "ended",
    },
    "held": {
        "resumed": "talking",
        "detached": "detached",
        "agent_left": "in_flow",
        "ended": "ended",
    },
    "detached": {"attached": "talking", "agent_left": "in_flow", "ended": "ended"},
    "dialling": {"dial_answered": "outside", "dial_ended": "in_flow", "ended": "ended"},
    "outside": {"dial_ended": "in_flow", "ended": "ended"},
    "ended": {},
}

CASE: Mapping[CaseState, Mapping[CaseEvent, CaseState]] = {
    "accepted": {
        "dispatched": "dispatched",
        "replied": "replied",
        "closed": "closed",
        "rejected": "rejected",
    },
    "dispatched": {
        "dispatched": "dispatched",
        "received": "in_progress",
        "returned": "accepted",
    },
    "in_progress": {
        "dispatched": "dispatched",
        "returned": "accepted",
        "replied": "replied",
    },
    "replied": {"reworked": "in_progress", "closed": "closed"},
    "closed": {"reopened": "accepted"},
    "rejected": {"reopened": "accepted"},
}

#: Where a case is when it has been opened.
CASE_OPENED: CaseState = "accepted"

#: Events that are told to a citizen as a no, or that undo an end: somebody must say why.
REASON_NEEDED: frozenset[CaseEvent] = frozenset({"rejected", "reopened"})

#: Nobody works on a case in these any more: all that is left is to open it again.
OVER: frozenset[CaseState] = frozenset(
    state for state, moves in CASE.items() if moves.keys() == {"reopened"}
)

#: The department's reply holds: in the others it is not there yet, or was not good enough.
ANSWERED: frozenset[CaseState] = frozenset({"replied", "closed", "rejected"})


class IllegalMove(ValueError):
    """An event that cannot happen in this state. The state stays as it was."""

    def __init__(self, thing: str, state: str, event: str) -> None:
        self.thing, self.state, self.event = thing, state, event
        super().__init__(f"{thing} in state {state!r} cannot take {event!r}")


def agent_next(state: AgentState, event: AgentEvent) -> AgentState:
    """Give the agent's next state. IllegalMove when there is none."""
    try:
        return AGENT[state][event]
    except KeyError:
        raise IllegalMove("agent", state, event) from None


def call_next(state: CallState, event: CallEvent) -> CallState:
    """Give the call's next state. IllegalMove when there is none."""
    try:
        return CALL[state][event]
    except KeyError:
        raise IllegalMove("call", state, event) from None


def case_next(state: CaseState, event: CaseEvent) -> CaseState:
    """Give the case's next state. IllegalMove when there is none."""
    try:
        return CASE[state][event]
    except KeyError:
        raise IllegalMove("case", state, event) from None


def case_reach(state: CaseState) -> frozenset[CaseState]:
    """Give the states that one event can lead to from ``state``, itself left out."""
    return frozenset(CASE[state].values()) - {state}
