"""What roles and rights let people do to accounts, and which of them somebody may give. Pure.

Three administrators (三员分立): who keeps accounts, who gives rights, and who reads what both did.
A centre that demands it (*separate*) lets nobody be two of them; a small centre lets its
administrator be all three. Decision 0063.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, get_args

Role = Literal[
    "agent",
    "supervisor",
    "administrator",
    "security_administrator",
    "audit_administrator",
    "flow_editor",
    "knowledge_editor",
    "operator",
]
AGENT: Role = "agent"
SUPERVISOR: Role = "supervisor"
#: Of the system: lines, flows, settings, and the accounts of people.
ADMINISTRATOR: Role = "administrator"
#: Gives roles and rights, and first passwords.
SECURITY_ADMINISTRATOR: Role = "security_administrator"
#: Reads the audit trail.
AUDIT_ADMINISTRATOR: Role = "audit_administrator"
#: Draws, tests and speaks flows; an administrator publishes them.
FLOW_EDITOR: Role = "flow_editor"
#: Writes the knowledge that callers and agents are given.
KNOWLEDGE_EDITOR: Role = "knowledge_editor"
#: Of the platform, not of a centre: makes centres. Holds no right to any centre's rows.
OPERATOR: Role = "operator"
ROLES: tuple[Role, ...] = get_args(Role)

Right = Literal["mailbox"]
#: Reads and hears the confidential mayor's mailbox.
MAILBOX: Right = "mailbox"
RIGHTS: tuple[Right, ...] = get_args(Right)

#: Where a centre demands it, a person is one of them at most.
ADMINISTRATORS: frozenset[str] = frozenset(
    {ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR}
)
#: The work of the hotline: who may give roles at all gives these without holding them.
ORDINARY: frozenset[str] = frozenset({AGENT, SUPERVISOR, FLOW_EDITOR, KNOWLEDGE_EDITOR})

#: ``list`` the roster, ``add`` people, ``change`` number, name and expiry date, ``switch`` accounts
#: off and on, ``grant`` roles and rights, ``reset`` passwords, ``end_logins``, ``read_trail`` of
#: the centre.
Act = Literal["list", "add", "change", "switch", "grant", "reset", "end_logins", "read_trail"]
ACTS: tuple[Act, ...] = get_args(Act)

_TOGETHER: Mapping[str, frozenset[Act]] = {
    SUPERVISOR: frozenset({"list"}),
    ADMINISTRATOR: frozenset(ACTS),
    SECURITY_ADMINISTRATOR: frozenset({"list", "switch", "grant", "reset", "end_logins"}),
    AUDIT_ADMINISTRATOR: frozenset({"list", "read_trail"}),
}
_SEPARATE: Mapping[str, frozenset[Act]] = {
    **_TOGETHER,
    ADMINISTRATOR: frozenset({"list", "add", "change", "switch"}),
}

#: Why an act is refused: no role for it, one's own account, somebody who holds what the actor may
#: not give, two administrators in one person, or nobody left who may give rights.
Refusal = Literal["no_role", "yourself", "beyond", "exclusive", "last"]


@dataclass(frozen=True)
class Held:
    """The roles and rights of one person."""

    roles: frozenset[str] = frozenset()
    rights: frozenset[str] = frozenset()

    def __or__(self, other: Held) -> Held:
        return Held(self.roles | other.roles, self.rights | other.rights)

    def __le__(self, other: Held) -> bool:
        return self.roles <= other.roles and self.rights <= other.rights

    def differs(self, other: Held) -> Held:
        """What one of both has and the other has not: what is given or taken away."""
        return Held(self.roles ^ other.roles, self.rights ^ other.rights)


def acts_of(roles: Iterable[str], separate: bool) -> frozenset[Act]:
    """What somebody with ``roles`` may do to accounts of their centre."""
    table = _SEPARATE if separate else _TOGETHER
    return frozenset().union(*(table.get(role, frozenset()) for role in roles))


def reach_of(me: Held, separate: bool) -> Held:
    """What ``me`` may give and take away, and what somebody may hold at most whose account they
    may touch: what they hold themselves, and the ordinary roles.

    Where the three are separate, who gives rights also gives the administrators' roles, of which
    they can hold one only: nobody else could.
    """
    roles = set(me.roles)
    if acts_of(me.roles, separate) & {"switch", "grant", "reset"}:
        roles |= ORDINARY
    if separate and "grant" in acts_of(me.roles, separate):
        roles |= ADMINISTRATORS
    return Held(frozenset(roles), me.rights)


def refusal(act: Act, me: Held, other: Held, separate: bool, *, own: bool) -> Refusal | None:
    """Why ``me`` may not do ``act`` to the account of ``other``. ``own``: it is their own."""
    if act not in acts_of(me.roles, separate):
        return "no_role"
    if own and act in ("switch", "grant", "reset", "end_logins"):
        return "yourself"
    if act in ("change", "switch", "reset", "end_logins") and not other <= reach_of(me, separate):
        return "beyond"
    return None


def refusal_to_give(me: Held, before: Held, after: Held, separate: bool) -> Refusal | None:
    """Why ``me``, who may give, may not make ``after`` of ``before``."""
    if not before.differs(after) <= reach_of(me, separate):
        return "beyond"
    if not are_separate(after.roles, separate):
        return "exclusive"
    return None


def are_separate(roles: Iterable[str], separate: bool) -> bool:
    """Whether one person may have ``roles``."""
    return not separate or len(ADMINISTRATORS.intersection(roles)) < 2


@dataclass(frozen=True)
class Account:
    """What decides whether somebody can come in, and goes on to."""

    roles: frozenset[str]
    active: bool
    expires_on: date | None
    rights: frozenset[str] = frozenset()

    @property
    def stays(self) -> bool:
        """Whether they come in, today and for good."""
        return self.active and self.expires_on is None

    def may_give(self, separate: bool) -> bool:
        """Whether they can give rights, today and for good."""
        return self.stays and "grant" in acts_of(self.roles, separate)

    def may_read_mailbox(self) -> bool:
        """Whether they read the mayor's mailbox, today and for good."""
        return self.stays and MAILBOX in self.rights


def locks_out(before: Iterable[Account], after: Iterable[Account], separate: bool) -> bool:
    """Whether a change leaves nobody who may give rights, where there was somebody."""
    return any(each.may_give(separate) for each in before) and not any(
        each.may_give(separate) for each in after
    )


def leaves_mailbox(before: Iterable[Account], after: Iterable[Account]) -> bool:
    """Whether a change leaves nobody who reads the mayor's mailbox, where there was somebody."""
    return any(each.may_read_mailbox() for each in before) and not any(
        each.may_read_mailbox() for each in after
    )


def is_over(expires_on: date | None, today: date) -> bool:
    """Whether an account has ended: ``expires_on`` is its last day, in the centre's zone."""
    return expires_on is not None and today > expires_on


def is_dormant(last: datetime, now: datetime, days: int) -> bool:
    """Whether nobody has signed in since ``last`` for ``days``; 0: never is."""
    return days > 0 and now - last > timedelta(days=days)
