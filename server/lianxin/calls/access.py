"""Who may read which call, and hear what. Pure."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Closed:
    """What of a call that somebody may read is closed to them for a case's sake: ``filed``, one was
    filed in it that they may not read; ``asked``, its caller has asked for one."""

    filed: bool = False
    asked: bool = False


def may_follow(who: Actor, call: Call, *, asked: bool) -> bool:
    """Whether ``who`` may know what the caller of a call that they may read did in the flow.
    ``asked``: as in ``Closed``."""
    return who.confidential or not (asked or call.secrecy == CONFIDENTIAL)


def readable_recordings(who: Actor) -> Q:
    """Of which recordings ``who`` may know: of confidential ones those that ``may_hear`` names."""
    if who.confidential:
        return Q()
    closed = Q(call__secrecy=CONFIDENTIAL) | Recording.in_case_closed_to(who.person)
    talked = Q(kind="conversation", call__agent_id=who.person)
    return ~Q(secrecy=CONFIDENTIAL) & ~Q(kind="mailbox") & (~closed | talked)


def may_hear(who: Actor, recording: Recording) -> bool:
    """Letters to the mayor: the right ``mailbox``. What else is of a confidential call, or of a
    case that is closed to ``who``: that right, and the call's own agent where they talked in it.
    Else supervisors, and the call's own agent; a message, which no agent has heard yet, whoever
    may make a case of it.

    ``recording`` is one of ``annotated``.
    """
    if recording.kind == "mailbox" or recording.secrecy == CONFIDENTIAL:
        return who.confidential
    own, talked = recording.call.agent_id == who.person, recording.kind == "conversation"
    if recording.call.secrecy == CONFIDENTIAL or recording.of_closed_case:
        return who.confidential or (own and talked)
    return who.has(SUPERVISOR) or own or (not talked and who.has(AGENT))


def check_may_hear(who: Actor, recording: Recording) -> None:
    """Raise ``NotAllowed`` unless ``may_hear``."""
    if not may_hear(who, recording):
        raise NotAllowed
