"""Who may read which call, and hear what. Pure."""

from __future__ import annotations

from django.db.models import Q

from lianxin.calls.models import Call, Recording
from lianxin.centres.access import ADMINISTRATOR, AGENT, CONFIDENTIAL, SUPERVISOR, Actor
from lianxin.centres.errors import NotAllowed


def check_reads(who: Actor) -> None:
    """Calls are for those who take them, lead, administer, or read the mayor's mailbox."""
    if not (who.confidential or who.has(AGENT, SUPERVISOR, ADMINISTRATOR)):
        raise NotAllowed


def readable(who: Actor) -> Q:
    """Calls of the mayor's mailbox are there for the right ``mailbox``, and for the agent who took
    them: as confidential cases are for who opened them."""
    if who.confidential:
        return Q()
    return ~Q(secrecy=CONFIDENTIAL) | Q(agent_id=who.person)


def may_follow(who: Actor, call: Call) -> bool:
    """Whether ``who`` may know what the caller of a call that they may read did in the flow."""
    return who.confidential or call.secrecy != CONFIDENTIAL


def readable_recordings(who: Actor) -> Q:
    """Of which recordings ``who`` may know: as of the call, but for the words in the mailbox."""
    if who.confidential:
        return Q()
    open_call = ~Q(call__secrecy=CONFIDENTIAL) | Q(call__agent_id=who.person)
    return ~Q(secrecy=CONFIDENTIAL) & ~Q(kind="mailbox") & open_call


def may_hear(who: Actor, recording: Recording) -> bool:
    """Confidential ones: the right ``mailbox``; what was talked in a confidential call: that, and
    the call's own agent. Else supervisors, and the call's own agent; a message, which no agent
    has heard yet, whoever may make a case of it, unless its case is confidential.

    ``recording.call`` must be loaded.
    """
    if recording.kind == "mailbox" or recording.secrecy == CONFIDENTIAL:
        return who.confidential
    own, talked = recording.call.agent_id == who.person, recording.kind == "conversation"
    if recording.call.secrecy == CONFIDENTIAL:  # who pressed 0 in the mailbox, and talked
        return who.confidential or (own and talked)
    if who.has(SUPERVISOR) or own:
        return True
    return not talked and who.has(AGENT) and not recording.of_confidential_case


def check_may_hear(who: Actor, recording: Recording) -> None:
    """Raise ``NotAllowed`` unless ``may_hear``."""
    if not may_hear(who, recording):
        raise NotAllowed
