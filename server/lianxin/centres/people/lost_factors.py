"""The loss of a second factor: two people who may reset passwords take it away together.

One of them alone could let themselves in as anybody, with a new password. Where a centre has one
such person only, whoever runs the machine does it: ``lianxin person reset``.
"""

from __future__ import annotations

from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.logins import end_all
from lianxin.centres.models import Person, SecondFactor
from lianxin.centres.people.actions import account_for
from lianxin.centres.second_factor.errors import FactorOff, FactorSecondPerson
from lianxin.centres.second_factor.queries import is_asked


def reset_factor(who: Actor, key: int, version: int) -> Person:
    """Ask that somebody's second factor is taken away, or confirm what another has asked for: then
    it is gone, and their logins end. Needs ``reset``.

    Raises ``NotFound``, ``PersonConflict``, ``PersonYourself``, ``PersonBeyond``, ``FactorOff``,
    ``FactorSecondPerson``.
    """
    with who.scope():
        person = account_for(who, "reset", key, version)
        factor = SecondFactor.objects.select_for_update().filter(person=person).first()
        if factor is None or not factor.key:
            raise FactorOff
        if not is_asked(factor):
            factor.reset_asked_by_id, factor.reset_asked_at = who.person, timezone.now()
            factor.save(update_fields=["reset_asked_by", "reset_asked_at"])
            audit.note(who, "person.factor_reset_asked", "person", person.pk)
            return person
        if factor.reset_asked_by_id == who.person:
            raise FactorSecondPerson
        factor.delete()
        end_all(person, "account")
        audit.note(who, "person.factor_reset", "person", person.pk)
        return person


def keep_factor(who: Actor, key: int, version: int) -> Person:
    """Take back what was asked for, by whomever. Needs ``reset``. Raises ``NotFound``, and what
    ``reset_factor`` raises of accounts."""
    with who.scope():
        person = account_for(who, "reset", key, version)
        asked = SecondFactor.objects.filter(person=person).exclude(reset_asked_at=None)
        if not asked.update(reset_asked_by=None, reset_asked_at=None):
            raise NotFound
        audit.note(who, "person.factor_kept", "person", person.pk)
        return person
