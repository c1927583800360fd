"""Who asks, and what their roles let them do. Pure: no query is made here."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal

from lianxin.centres.errors import FunctionOff, NotAllowed
from lianxin.centres.functions import FUNCTIONS, Function
from lianxin.centres.isolation import scope
from lianxin.rules import powers
from lianxin.rules.telephones import dialled

AGENT = powers.AGENT
SUPERVISOR = powers.SUPERVISOR
ADMINISTRATOR = powers.ADMINISTRATOR
SECURITY_ADMINISTRATOR = powers.SECURITY_ADMINISTRATOR
AUDIT_ADMINISTRATOR = powers.AUDIT_ADMINISTRATOR
FLOW_EDITOR = powers.FLOW_EDITOR
OPERATOR = powers.OPERATOR
KNOWLEDGE_EDITOR = powers.KNOWLEDGE_EDITOR
ROLES = powers.ROLES

Secrecy = Literal["public", "internal", "confidential"]
CONFIDENTIAL: Secrecy = "confidential"

MAILBOX = powers.MAILBOX
RIGHTS = powers.RIGHTS


@dataclass(frozen=True)
class Actor:
    """A signed-in person, as seen by one request."""

    centre: int
    centre_code: str
    centre_name: str
    person: int
    number: str
    name: str
    roles: frozenset[str]
    rights: frozenset[str]
    zone: str = "UTC"
    area_code: str = ""  # of the centre's city, before its numbers
    address: str = ""
    #: Nothing but to change it, see ``Person.password_temporary``.
    password_due: bool = False
    #: Nothing but to set a second factor up, see ``second_factor``.
    factor_due: bool = False
    #: What the centre may use, see ``centres/functions.py``.
    functions: frozenset[str] = frozenset(FUNCTIONS)
    #: Whether nobody of the centre may be two of its administrators, see ``rules/powers.py``.
    separate: bool = False

    def scope(self) -> AbstractContextManager[None]:
        """Open the rows of this person's centre."""
        return scope(self.centre, self.person)

    def dialled(self, text: str) -> str:
        """A telephone number as it is dialled here, see ``rules.telephones``; else ``text``."""
        return dialled(text, self.area_code) or text

    @property
    def confidential(self) -> bool:
        """Whether confidential rows may be read."""
        return MAILBOX in self.rights

    def has(self, *roles: str) -> bool:
        return not self.roles.isdisjoint(roles)

    def need(self, *roles: str) -> None:
        """Raise ``NotAllowed`` unless the person has one of ``roles``."""
        if not self.has(*roles):
            raise NotAllowed

    @property
    def held(self) -> powers.Held:
        return powers.Held(self.roles, self.rights)

    @property
    def acts(self) -> frozenset[powers.Act]:
        """What they may do to the accounts of their centre."""
        return powers.acts_of(self.roles, self.separate)

    def need_act(self, act: powers.Act) -> None:
        """Raise ``NotAllowed`` unless the person may do ``act``."""
        if act not in self.acts:
            raise NotAllowed


def need_function(who: Actor, function: Function) -> None:
    """Raise ``FunctionOff`` unless ``function`` is on at the centre of ``who``.

    Every action and every query of a function begins with it.
    """
    if function not in who.functions:
        raise FunctionOff(function=function)
