"""Writes of a centre's people: their accounts, and what they may do.

Who may, says ``rules/powers.py``. All of a centre's are done one after the other: two
administrators who take each other's role away at once must not both succeed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import AGENT, Actor
from lianxin.centres.errors import NotAllowed, NotFound, PersonNumberTaken, Problem
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.centres.logins import end_all
from lianxin.centres.models import Person
from lianxin.centres.passwords import COLUMNS, give_first_password
from lianxin.centres.people.errors import (
    AccountExpired,
    LastGranter,
    LastReader,
    PersonBeyond,
    PersonConflict,
    PersonYourself,
    RolesExclusive,
)
from lianxin.centres.quotas import need_room
from lianxin.centres.versions import check_version
from lianxin.rules import powers
from lianxin.rules.powers import Account, Act, Held, Refusal

_REFUSED: dict[Refusal, type[Problem]] = {
    "no_role": NotAllowed,
    "yourself": PersonYourself,
    "beyond": PersonBeyond,
    "exclusive": RolesExclusive,
    "last": LastGranter,
}
_AUDITED = ("number", "name", "roles", "rights", "expires_on")
_KEPT = ("number", "name", "expires_on")
_CHANGED = ("version", "updated_by", "updated_at")


@dataclass(frozen=True)
class PersonDraft:
    """Somebody as they shall be. ``expires_on``: the last day on which they may come in."""

    number: str
    name: str
    roles: frozenset[str] = frozenset()
    rights: frozenset[str] = frozenset()
    expires_on: date | None = None

    @property
    def held(self) -> Held:
        return Held(self.roles, self.rights)


def take_on(who: Actor, draft: PersonDraft) -> tuple[Person, str]:
    """Take somebody on, with a first password that is told this once.

    It is "" for who may not give passwords: nobody can sign in before somebody else has given one.
    Needs ``add``, and ``grant`` for roles and rights. Raises ``PersonNumberTaken``, ``QuotaFull``,
    ``PersonBeyond``, ``RolesExclusive``, ``AccountExpired``.
    """
    who.need_act("add")
    person, password = with_password(who, draft)
    with who.scope():
        advisory_lock(Turn.PEOPLE, str(who.centre))
        enter(who, draft, person)
        details = {"number": person.number, "roles": person.roles, "rights": person.rights}
        audit.note(who, "person.taken_on", "person", person.pk, **details)
        return person, password


def with_password(who: Actor, draft: PersonDraft) -> tuple[Person, str]:
    """Somebody who is not written yet, with their first password. Without the database: a hash
    takes a while, in which nobody else should have to wait."""
    person = Person(centre_id=who.centre)
    _put(person, draft)
    if "reset" in who.acts:
        return person, give_first_password(person)
    person.password = make_password(None)
    return person, ""


def enter(who: Actor, draft: PersonDraft, person: Person) -> None:
    """Write ``person`` as ``draft`` says; in the caller's scope, in the turn of people."""
    who.need_act("add")
    if draft.held != Held():
        who.need_act("grant")
        _refuse(powers.refusal_to_give(who.held, Held(), draft.held, who.separate))
    _need_days(who, draft.expires_on)
    if AGENT in draft.roles:
        _need_room(who)
    person.updated_by = _oneself(who)
    _save(person)


def change_person(who: Actor, key: int, version: int, draft: PersonDraft) -> Person:
    """Change an account that was read at ``version``. Needs ``change`` for number, name and expiry
    date, ``grant`` for roles and rights. Where these are others, all logins of the person end.

    Raises ``NotFound``, ``PersonConflict``, ``PersonNumberTaken``, ``QuotaFull``,
    ``PersonYourself``, ``PersonBeyond``, ``RolesExclusive``, ``LastGranter``, ``LastReader``,
    ``AccountExpired``.
    """
    if not who.acts & {"change", "grant"}:
        raise NotAllowed
    with who.scope():
        person = _locked(who, key)
        check_version(person, version, PersonConflict)
        before, was = _words(person), held_by(person)
        account = _account(person)
        _check_change(who, person, draft)
        _put(person, draft)
        changes = audit.changes(before, _words(person))
        if not changes["after"]:
            return person
        _need_others(who, person, account)
        if person.active and AGENT in draft.roles - was.roles:
            _need_room(who)
        _touch(who, person)
        _save(person, "number", "name", "roles", "rights", "expires_on")
        audit.note(who, "person.changed", "person", person.pk, **changes)
        return person


def switch_person(who: Actor, key: int, version: int, *, on: bool) -> Person:
    """Let somebody in, or not any more: their logins end. Needs ``switch``.

    Raises ``NotFound``, ``PersonConflict``, ``QuotaFull``, ``PersonYourself``, ``PersonBeyond``,
    ``LastGranter``, ``LastReader``, ``AccountExpired``.
    """
    with who.scope():
        person = account_for(who, "switch", key, version)
        if person.active == on:
            return person
        account = _account(person)
        reason, person.active, person.off_reason = person.off_reason, on, ""
        if on:
            _need_days(who, person.expires_on)
            person.on_since = timezone.now()
            if AGENT in person.roles:
                _need_room(who)
        else:
            _need_others(who, person, account)
        _touch(who, person)
        _save(person, "active", "off_reason", "on_since")
        action = "person.switched_on" if on else "person.switched_off"
        audit.note(who, action, "person", person.pk, **({"off_reason": reason} if reason else {}))
        return person


def reset_password(who: Actor, key: int, version: int) -> tuple[Person, str]:
    """Give somebody a first password, which is told this once and ends their logins. Needs
    ``reset``. One's own is changed, not reset.

    Raises ``NotFound``, ``PersonConflict``, ``PersonYourself``, ``PersonBeyond``.
    """
    with who.scope():
        person = account_for(who, "reset", key, version)
        password = give_first_password(person)
        _touch(who, person)
        _save(person, *COLUMNS)
        audit.note(who, "person.password_reset", "person", person.pk)
        return person, password


def end_logins(who: Actor, key: int) -> None:
    """End all logins of somebody else; they may sign in again. Needs ``end_logins``.

    Raises ``NotFound``, ``PersonYourself``, ``PersonBeyond``.
    """
    who.need_act("end_logins")
    with who.scope():
        person = _locked(who, key)
        own = person.pk == who.person
        _refuse(powers.refusal("end_logins", who.held, held_by(person), who.separate, own=own))
        end_all(person, "by_hand")
        audit.note(who, "person.logins_ended", "person", person.pk)


def held_by(person: Person) -> Held:
    """The roles and rights of ``person``."""
    return Held(frozenset(person.roles), frozenset(person.rights))


def _check_change(who: Actor, person: Person, draft: PersonDraft) -> None:
    own = person.pk == who.person
    if any(getattr(person, name) != getattr(draft, name) for name in _KEPT):
        _refuse(powers.refusal("change", who.held, held_by(person), who.separate, own=own))
    if person.expires_on != draft.expires_on:
        if own:
            raise PersonYourself
        _need_days(who, draft.expires_on)
    if held_by(person) != draft.held:
        _refuse(powers.refusal("grant", who.held, held_by(person), who.separate, own=own))
        given = powers.refusal_to_give(who.held, held_by(person), draft.held, who.separate)
        _refuse(given)


def _refuse(why: Refusal | None) -> None:
    if why is not None:
        raise _REFUSED[why]


def account_for(who: Actor, act: Act, key: int, version: int) -> Person:
    """The person to whose account ``who`` may do ``act``, as it was read at ``version``; in the
    caller's scope, in the turn of people.

    Raises ``NotAllowed``, ``NotFound``, ``PersonConflict``, ``PersonYourself``, ``PersonBeyond``.
    """
    who.need_act(act)
    person = _locked(who, key)
    own = person.pk == who.person
    _refuse(powers.refusal(act, who.held, held_by(person), who.separate, own=own))
    check_version(person, version, PersonConflict)
    return person


def _locked(who: Actor, key: int) -> Person:
    advisory_lock(Turn.PEOPLE, str(who.centre))
    person = Person.objects.select_related("updated_by").filter(pk=key).first()
    if person is None:
        raise NotFound
    return person


def _account(person: Person) -> Account:
    held = held_by(person)
    return Account(held.roles, person.active, person.expires_on, held.rights)


def _need_others(who: Actor, person: Person, before: Account) -> None:
    """Raise ``LastGranter`` where nobody would be left who may give rights, for good, and
    ``LastReader`` where nobody would who reads the mayor's mailbox."""
    others = [_account(each) for each in Person.objects.filter(active=True).exclude(pk=person.pk)]
    were, are = [*others, before], [*others, _account(person)]
    if powers.locks_out(were, are, who.separate):
        raise LastGranter
    if powers.leaves_mailbox(were, are):
        raise LastReader


def _need_days(who: Actor, expires_on: date | None) -> None:
    if powers.is_over(expires_on, timezone.now().astimezone(ZoneInfo(who.zone)).date()):
        raise AccountExpired


def _need_room(who: Actor) -> None:
    agents = Person.objects.filter(active=True, roles__contains=[AGENT])
    need_room(who.centre, "agents", agents.count)


def _put(person: Person, draft: PersonDraft) -> None:
    person.number, person.name, person.expires_on = draft.number, draft.name, draft.expires_on
    person.roles, person.rights = sorted(draft.roles), sorted(draft.rights)


def _words(person: Person) -> dict[str, Any]:
    """What the trail keeps of an account."""
    words = {name: getattr(person, name) for name in _AUDITED}
    expires_on = person.expires_on.isoformat() if person.expires_on else None
    return {**words, "expires_on": expires_on}


def _touch(who: Actor, person: Person) -> None:
    person.version += 1
    person.updated_by = _oneself(who)


def _oneself(who: Actor) -> Person:
    return Person.objects.get(pk=who.person)


def _save(person: Person, *fields: str) -> None:
    try:
        with transaction.atomic():
            person.save(update_fields=[*fields, *_CHANGED] if fields else None)
    except IntegrityError as error:
        raise PersonNumberTaken(number=person.number) from error
