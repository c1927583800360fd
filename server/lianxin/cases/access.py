"""Actor may read which case. Pure."""

from __future__ import annotations

from django.db.models import Q

from lianxin.centres.access import ADMINISTRATOR, AGENT, CONFIDENTIAL, SUPERVISOR, Actor
from lianxin.centres.errors import NotAllowed


def check_reads(who: Actor) -> None:
    """Cases are for those who take calls, those who lead them, and the mailbox's reader."""
    if not (who.confidential or who.has(AGENT, SUPERVISOR)):
        raise NotAllowed


def check_writes(who: Actor) -> None:
    """Whoever works on cases may also write them."""
    check_reads(who)


def check_approves(who: Actor) -> None:
    """Actor stands for what a citizen is told, of those who may read the case at all."""
    check_reads(who)
    if not may_approve(who):
        raise NotAllowed


def may_approve(who: Actor) -> bool:
    return who.has(SUPERVISOR, ADMINISTRATOR)


def readable(who: Actor) -> Q:
    """Confidential cases are there for the right ``mailbox``, and for who opened them."""
    if who.confidential:
        return Q()
    return ~Q(secrecy=CONFIDENTIAL) | Q(created_by_id=who.person)
