"""Who may read which case, and do what to it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db.models import Q

from lianxin.calls.models import Call, kept_by
from lianxin.cases.choices import Ground
from lianxin.cases.errors import CallOfOthers, SecrecyKept
from lianxin.centres.access import (
    ADMINISTRATOR,
    AGENT,
    CONFIDENTIAL,
    MAILBOX,
    SUPERVISOR,
    Actor,
    Secrecy,
)
from lianxin.centres.errors import NotAllowed
from lianxin.rules.lifecycle import ANSWERED, CASE, REPLY_NEEDED, CaseEvent, CaseState

#: The role or right of a person that each ground names; the least is asked for first.
_HELD: Mapping[Ground, str] = {
    "role:agent": AGENT,
    "role:supervisor": SUPERVISOR,
    "role:administrator": ADMINISTRATOR,
    "right:mailbox": MAILBOX,
}

#: Cases are for those who take calls, those who lead them, and the mailbox's reader.
CASEWORK: tuple[Ground, ...] = ("role:agent", "role:supervisor", "right:mailbox")
#: Who stands for what a citizen is told.
APPROVAL: tuple[Ground, ...] = ("role:supervisor", "role:administrator")

#: Who may do which event, of those who may read the case at all.
MAY_DO: Mapping[CaseEvent, tuple[Ground, ...]] = {
    "dispatched": CASEWORK,
    "returned": CASEWORK,
    "received": CASEWORK,
    "replied": APPROVAL,
    "reworked": CASEWORK,
    "closed": CASEWORK,
    "rejected": CASEWORK,
    "reopened": CASEWORK,
}


def check_reads(who: Actor) -> None:
    """Raise ``NotAllowed`` for those whose work is not with cases."""
    _check(who, CASEWORK)


def check_writes(who: Actor) -> Ground:
    """Whoever works on cases may also write them; gives why."""
    return _check(who, CASEWORK)


def check_does(who: Actor, event: CaseEvent) -> Ground:
    """Give why ``who`` may do ``event``. Raises ``NotAllowed``."""
    check_reads(who)
    return _check(who, MAY_DO[event])


def check_approves(who: Actor) -> Ground:
    """Who stands for what a citizen is told, of those who may read the case at all."""
    check_reads(who)
    return _check(who, APPROVAL)


def may_approve(who: Actor, state: CaseState) -> bool:
    """Whether ``who`` may now approve the draft of a case in ``state`` that they may read."""
    in_time = state in ANSWERED or "replied" in CASE[state]
    return in_time and _ground(who, APPROVAL) is not None


def events_possible(who: Actor, state: CaseState, answered: bool) -> tuple[CaseEvent, ...]:
    """What ``who`` may do now to a case in ``state``, in the table's order.

    ``answered``: whether an approved reply holds; what it is needed for is not there without it.
    """
    if _ground(who, CASEWORK) is None:
        return ()
    return tuple(
        event
        for event in CASE[state]
        if _ground(who, MAY_DO[event]) is not None and (answered or event not in REPLY_NEEDED)
    )


def readable(who: Actor) -> Q:
    """Confidential cases are there for the right ``mailbox``, and for who opened one and made it
    so themselves: what another made confidential is closed to its opener, too."""
    if who.confidential:
        return Q()
    return ~Q(secrecy=CONFIDENTIAL) | kept_by(who.person)


def check_files_in(who: Actor, call: Call, agents: Collection[int], *, waits: bool) -> None:
    """Raise ``CallOfOthers`` unless ``who``, who may read ``call``, may file a case in it: what is
    filed there as confidential closes what was said in the call.

    For the ``agents`` who took it, supervisors, and the mailbox's readers in its calls. Where
    nobody took it, or a message in it ``waits`` for a case, for whoever may write one.
    """
    leads = who.has(SUPERVISOR) or (who.confidential and call.secrecy == CONFIDENTIAL)
    if agents and not (waits or leads or who.person in agents):
        raise CallOfOthers


def check_secrecy(who: Actor, before: Secrecy, after: Secrecy) -> None:
    """Whoever may write a case may make it confidential: to protect a citizen must wait for
    nobody. Only the right ``mailbox`` takes that away again. Raises ``SecrecyKept``."""
    if before == CONFIDENTIAL != after and not who.confidential:
        raise SecrecyKept


def _check(who: Actor, grounds: tuple[Ground, ...]) -> Ground:
    ground = _ground(who, grounds)
    if ground is None:
        raise NotAllowed
    return ground


def _ground(who: Actor, grounds: tuple[Ground, ...]) -> Ground | None:
    held = who.roles | who.rights
    return next((ground for ground in grounds if _HELD[ground] in held), None)
