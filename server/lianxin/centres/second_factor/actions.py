"""Writes of one's own second factor: setting it up, replacing it, taking it away, showing it.

A person has one row. ``key`` is the one in force, ``pending`` one that a telephone has not
confirmed yet; both are encrypted.
"""

from __future__ import annotations

import time
import unicodedata
from dataclasses import dataclass
from typing import Literal

from django.contrib.auth.hashers import check_password
from django.utils import timezone

from lianxin.centres import audit, encryption
from lianxin.centres.access import Actor
from lianxin.centres.guessing import OldPassword, account_of
from lianxin.centres.models import Person, SecondFactor
from lianxin.centres.second_factor import codes
from lianxin.centres.second_factor.errors import (
    FactorDemanded,
    FactorNotBegun,
    FactorOff,
    WrongCode,
    WrongPassword,
)
from lianxin.centres.second_factor.queries import own_factor

_PURPOSE = b"lianxin.second_factor.1"


@dataclass(frozen=True)
class Begun:
    """What a telephone takes: ``uri`` as a picture, ``key`` typed."""

    uri: str
    key: str


def begin(who: Actor, password: str, code: str) -> Begun:
    """Make a key for the telephone of ``who``, which ``confirm`` puts in force. ``code``: of the
    one in force, where there is one.

    Raises ``WrongPassword``, ``WrongCode``, ``TooManyLogins``.
    """
    _prove(who, password, code)
    key = codes.new_key()
    with who.scope():
        factor = _locked(who.person) or SecondFactor(centre_id=who.centre, person_id=who.person)
        factor.pending = encryption.seal(_PURPOSE, key)
        factor.save()
    return Begun(codes.uri_of(key, f"{who.centre_code} {who.number}"), codes.key_in_letters(key))


def confirm(who: Actor, code: str) -> list[str]:
    """Put the key in force of which a telephone shows ``code``. Returns the codes for its loss,
    which are shown this once. Raises ``FactorNotBegun``, ``WrongCode``."""
    fresh = codes.new_recovery_codes()
    with who.scope():
        factor = _locked(who.person)
        if factor is None or not factor.pending:
            raise FactorNotBegun
        key = encryption.unseal(_PURPOSE, factor.pending)
        step = codes.step_of(key, _figures(code), time.time(), 0)
        if step is None:
            raise WrongCode
        factor.key, factor.pending, factor.last_step = factor.pending, "", step
        factor.on_since = timezone.now()
        factor.recovery_codes = [codes.hash_of(each) for each in fresh]
        factor.reset_asked_by = factor.reset_asked_at = None  # whoever has a telephone needs none
        factor.save()
        audit.note(who, "person.factor_set", "person", who.person)
    return fresh


def renew_recovery_codes(who: Actor, password: str, code: str) -> list[str]:
    """Make new codes for the loss of the telephone; those of before are good for nothing.

    Raises ``FactorOff``, ``WrongPassword``, ``WrongCode``, ``TooManyLogins``.
    """
    _prove(who, password, code, needed=True)
    fresh = codes.new_recovery_codes()
    with who.scope():
        factor = _in_force(who)
        factor.recovery_codes = [codes.hash_of(each) for each in fresh]
        factor.save(update_fields=["recovery_codes"])
        audit.note(who, "person.recovery_codes_renewed", "person", who.person)
    return fresh


def remove(who: Actor, password: str, code: str) -> None:
    """Take one's own second factor away.

    Raises ``FactorDemanded``, ``FactorOff``, ``WrongPassword``, ``WrongCode``,
    ``TooManyLogins``.
    """
    if own_factor(who).demanded:
        raise FactorDemanded
    _prove(who, password, code, needed=True)
    with who.scope():
        _in_force(who).delete()
        audit.note(who, "person.factor_removed", "person", who.person)


#: ``due``: there is one, and nothing was shown.
Shown = Literal["right", "due", "wrong"]


def show(person: Person, code: str) -> Shown:
    """What comes of ``code`` at the sign-in of ``person``; in the caller's scope. One that is right
    is good for nothing afterwards. Without a second factor everything is right."""
    factor = _locked(person.pk)
    if factor is None or not factor.key:
        return "right"
    if not code.strip():
        return "due"
    return "right" if _spend(factor, code) else "wrong"


def _prove(who: Actor, password: str, code: str, *, needed: bool = False) -> None:
    """Make sure that it is ``who`` that sits there. ``needed``: there must be a second factor."""
    guess = OldPassword(account_of(who.centre_code, who.number))
    guess.take()
    with who.scope():
        person = Person.objects.get(pk=who.person)
        factor = _locked(who.person)
        there = factor is not None and bool(factor.key)
        known = check_password(password, person.password)
        proven = known and (factor is None or not there or _spend(factor, code))
        if not known:
            audit.note(who, "person.password_refused", "person", who.person)
        elif not proven:
            audit.note(who, "session.code_refused", "person", who.person)
    if not known:
        raise WrongPassword
    if not proven:
        raise WrongCode
    guess.succeeded()
    if needed and not there:
        raise FactorOff


def _spend(factor: SecondFactor, code: str) -> bool:
    """Whether ``code`` is right; then it is used up."""
    figures = _figures(code)
    if codes.is_of_telephone(figures):
        key = encryption.unseal(_PURPOSE, factor.key)
        step = codes.step_of(key, figures, time.time(), factor.last_step)
        if step is None:
            return False
        factor.last_step = step
        factor.save(update_fields=["last_step"])
        return True
    place = codes.place_of(code, factor.recovery_codes)
    if place is None:
        return False
    del factor.recovery_codes[place]
    factor.save(update_fields=["recovery_codes"])
    left = len(factor.recovery_codes)
    audit.note_system(
        factor.centre_id, "person.recovery_code_used", "person", factor.person_id, left=left
    )
    return True


def _figures(code: str) -> str:
    """``code`` as telephones show it: 123 456, also in full-width figures."""
    return "".join(unicodedata.normalize("NFKC", code).split())


def _locked(person: int) -> SecondFactor | None:
    return SecondFactor.objects.select_for_update().filter(person_id=person).first()


def _in_force(who: Actor) -> SecondFactor:
    """The row of ``who``. Raises ``FactorOff``: it was taken away meanwhile."""
    factor = _locked(who.person)
    if factor is None or not factor.key:
        raise FactorOff
    return factor
