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
    """Of which recordings ``who`` may know: of confidential ones those that ``may_hear`` names."""
    if who.confidential:
        return Q()
    closed = Q(call__secrecy=CONFIDENTIAL) | Recording.in_confidential_case()
    talked = Q(kind="conversation", call__agent_id=who.person)
    return ~Q(secrecy=CONFIDENTIAL) & ~Q(kind="mailbox") & (~closed | talked)


def may_hear(who: Actor, recording: Recording) -> bool:
    """Letters to the mayor: the right ``mailbox``. What else is of a confidential call or case:
    that right, and the call's own agent where they talked in it. Else supervisors, and the call's
    own agent; a message, which no agent has heard yet, whoever may make a case of it.

    ``recording.call`` must be loaded.
    """
    if recording.kind == "mailbox" or recording.secrecy == CONFIDENTIAL:
        return who.confidential
    own, talked = recording.call.agent_id == who.person, recording.kind == "conversation"
    if recording.call.secrecy == CONFIDENTIAL or recording.of_confidential_case:
        return who.confidential or (own and talked)
    return who.has(SUPERVISOR) or own or (not talked and who.has(AGENT))


def check_may_hear(who: Actor, recording: Recording) -> None:
    """Raise ``NotAllowed`` unless ``may_hear``."""
    if not may_hear(who, recording):
        raise NotAllowed
