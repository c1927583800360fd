"""How long somebody stays signed in, by their roles. Pure.

Written as settings are: ``"60,agent=240,operator=15"``, the number alone is for all other roles.
What is said of ``administrator`` holds for the two who share that work with them as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from lianxin.rules.powers import ADMINISTRATOR, ADMINISTRATORS, ROLES

#: For roles that are not named.
OTHERS = ""
#: Tokens of the live socket are remembered as ended for a day: no session may live longer.
LONGEST = timedelta(hours=23)


@dataclass(frozen=True)
class SessionRules:
    """``idle`` in minutes and ``life`` in hours, by role; ``most``: logins of a person at once."""

    idle: Mapping[str, int]
    life: Mapping[str, int]
    most: int

    def idle_of(self, roles: Iterable[str]) -> timedelta:
        """After how long without a sign of the person their login ends: the shortest of theirs."""
        return timedelta(minutes=_least(self.idle, roles))

    def life_of(self, roles: Iterable[str]) -> timedelta:
        """How long a login lives at most, whatever is done with it."""
        return min(LONGEST, timedelta(hours=_least(self.life, roles)))

    @property
    def longest(self) -> timedelta:
        """The longest life of any login."""
        return min(LONGEST, timedelta(hours=max(self.life.values())))


def read_by_role(text: str) -> dict[str, int]:
    """``"60,agent=240"`` by role. Raises ``ValueError`` with what is wrong in it."""
    found: dict[str, int] = {}
    for part in filter(None, (each.strip() for each in text.split(","))):
        role, _, number = part.rpartition("=")
        known = role.strip() in {OTHERS, *ROLES}
        if not (known and number.strip().isdecimal() and int(number) > 0):
            raise ValueError(part)
        found[role.strip()] = int(number)
    if OTHERS not in found:
        raise ValueError(text)  # it says nothing of the roles that it does not name
    return found


def _least(by_role: Mapping[str, int], roles: Iterable[str]) -> int:
    return min((_of(by_role, role) for role in roles), default=by_role[OTHERS])


def _of(by_role: Mapping[str, int], role: str) -> int:
    alike = ADMINISTRATOR if role in ADMINISTRATORS else OTHERS
    return by_role.get(role, by_role.get(alike, by_role[OTHERS]))
