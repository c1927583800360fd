"""Reads of a centre's people."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from lianxin.centres.access import RIGHTS, ROLES, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.models import Person
from lianxin.centres.paging import Slice, cut_in_order, narrowed
from lianxin.centres.people.actions import held_by
from lianxin.rules import powers
from lianxin.rules.powers import Act

#: What is done to one account.
_ON_ONE: tuple[Act, ...] = ("change", "switch", "grant", "reset", "end_logins")


@dataclass(frozen=True)
class Powers:
    """What somebody may do to the accounts of their centre, and which roles and rights they may
    give. ``separate``: nobody may be two of the administrators."""

    acts: tuple[Act, ...]
    roles: tuple[str, ...]
    rights: tuple[str, ...]
    separate: bool


def people(
    who: Actor,
    *,
    q: str | None = None,
    role: str | None = None,
    active: bool | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Slice[Person]:
    """The roster of the centre by 工号. ``q``: how a number begins, or a part of a name. Needs
    ``list``. Raises ``BadCursor``."""
    who.need_act("list")
    with who.scope():
        rows = narrowed(Person.objects.all(), active=active)
        if role:
            rows = rows.filter(roles__contains=[role])
        if q:
            rows = rows.filter(Q(number__startswith=q) | Q(name__icontains=q))
        return cut_in_order(rows, "number", cursor, limit)


def read_person(who: Actor, key: int) -> Person:
    """One of them. Needs ``list``. Raises ``NotFound``."""
    who.need_act("list")
    with who.scope():
        person = Person.objects.select_related("updated_by").filter(pk=key).first()
    if person is None:
        raise NotFound
    return person


def powers_of(who: Actor) -> Powers:
    """What ``who`` may do to people. Needs ``list``."""
    who.need_act("list")
    reach = powers.reach_of(who.held, who.separate)
    gives = "grant" in who.acts
    return Powers(
        acts=tuple(act for act in powers.ACTS if act in who.acts),
        roles=tuple(role for role in ROLES if gives and role in reach.roles),
        rights=tuple(right for right in RIGHTS if gives and right in reach.rights),
        separate=who.separate,
    )


def acts_on(who: Actor, person: Person) -> list[Act]:
    """What ``who`` may do to the account of ``person``."""
    own = person.pk == who.person
    held = held_by(person)
    return [
        act for act in _ON_ONE if not powers.refusal(act, who.held, held, who.separate, own=own)
    ]
