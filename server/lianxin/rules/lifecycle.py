"""What an agent, a call, its legs and a case can be, and which event leads from which to which.

The tables are the whole truth: what is not in them is an ``IllegalMove``. Where a call is, what
each of its telephones hears and what an agent does are three things: ``CALL``, ``LEG``, ``AGENT``.
The names are those of the live messages and of the ledger of a call.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
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

#: Where a call is: who or what has it now.
CallState = Literal[
    "in_flow",
    "queued",
    "offered",  # an agent's telephone rings for it
    "with_agent",
    "dialling",  # outside telephones ring for the caller
    "outside",  # the caller talks with one of them
    "ended",
]

CallEvent = Literal[
    "queued",
    "left_queue",  # nobody, timeout, closed, or the caller's own key
    "offered",
    "missed",  # by the agent, or by the citizen who was called back
    "offer_lost",  # it ended while nobody listened to the exchange
    "answered",
    "agent_left",
    "dialled",
    "dial_answered",
    "dial_ended",  # nobody answered, or they have talked
    "ended",
]

#: What a telephone is in a call.
LegRole = Literal["caller", "agent", "consulted", "transferred_to", "outside", "monitor"]

#: What becomes of the sound of one telephone.
LegState = Literal[
    "ringing",
    "up",
    "held",  # hears music, and nobody hears it
    "detached",  # its page has gone, and may come back with another leg
    "gone",
]

LegEvent = Literal["answered", "held", "resumed", "detached", "hung_up"]

#: A call and its legs in one word, as pages and people speak of it.
CallPhase = Literal[
    "in_flow",
    "queued",
    "ringing",
    "connecting",  # the agent is there, the two do not hear each other yet
    "talking",
    "held",
    "detached",
    "dialling",
    "outside",
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
    "queued": {"offered": "offered", "left_queue": "in_flow", "ended": "ended"},
    "offered": {
        "answered": "with_agent",
        "missed": "queued",
        "offer_lost": "queued",
        "left_queue": "in_flow",
        "ended": "ended",
    },
    "with_agent": {"missed": "queued", "agent_left": "in_flow", "ended": "ended"},
    "dialling": {"dial_answered": "outside", "dial_ended": "in_flow", "ended": "ended"},
    "outside": {"dial_ended": "in_flow", "ended": "ended"},
    "ended": {},
}

LEG: Mapping[LegState, Mapping[LegEvent, LegState]] = {
    # Also a page that comes back, and goes again before it takes its call, is waited for.
    "ringing": {"answered": "up", "detached": "detached", "hung_up": "gone"},
    "up": {"held": "held", "detached": "detached", "hung_up": "gone"},
    "held": {"resumed": "up", "hung_up": "gone"},
    "detached": {"hung_up": "gone"},
    "gone": {},
}

#: What the agent of a call in this phase is.
PRESENCE: Mapping[CallPhase, AgentState] = {
    "ringing": "ringing",
    "connecting": "talking",
    "talking": "talking",
    "held": "held",
    "detached": "talking",
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

#: Events that tell the citizen "there is your answer": only an approved reply may do so.
REPLY_NEEDED: frozenset[CaseEvent] = frozenset({"replied"})

#: Nobody works on a case in these any more: all that is left is to open it again.
OVER: frozenset[CaseState] = frozenset(
    state for state, moves in CASE.items() if moves.keys() == {"reopened"}
)

#: The department's reply holds: in the others it is not there yet, or was not good enough.
ANSWERED: frozenset[CaseState] = frozenset({"replied", "closed", "rejected"})

#: What was replied before these does not hold after them: it was not good enough.
UNDOING: frozenset[CaseEvent] = frozenset({"reworked", "reopened"})


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


def leg_next(state: LegState, event: LegEvent) -> LegState:
    """Give the leg's next state. IllegalMove when there is none."""
    try:
        return LEG[state][event]
    except KeyError:
        raise IllegalMove("leg", state, event) from None


def call_phase(
    state: CallState, caller: LegState | None, agents: Collection[LegState], together: bool
) -> CallPhase:
    """Give the one word for a call. ``caller``: their leg, None while a citizen who is called
    back has not been dialled; ``agents``: the legs of its agent; ``together``: the caller is in
    the bridge with them."""
    if state == "offered":
        return "ringing"
    if state != "with_agent":
        return state
    if "detached" in agents:
        return "detached"
    if caller == "held":
        return "held"
    return "talking" if together else "connecting"


def case_next(state: CaseState, event: CaseEvent) -> CaseState:
    """Give the case's next state. IllegalMove when there is none."""
    try:
        return CASE[state][event]
    except KeyError:
        raise IllegalMove("case", state, event) from None


def case_reach(state: CaseState) -> frozenset[CaseState]:
    """Give the states that one event can lead to from ``state``, itself left out."""
    return frozenset(CASE[state].values()) - {state}
