"""Passwords: the first one, which is told once, and those that people choose themselves."""

from __future__ import annotations

import secrets

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from lianxin.centres.errors import (
    PasswordTooCommon,
    PasswordTooShort,
    PasswordTooSimilar,
    PasswordUsedBefore,
    Problem,
)
from lianxin.centres.models import PasswordBefore, Person

#: What a first password is made of: nothing that is taken for something else when read out.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 3, 4
#: What of a person's row a change of the password writes.
COLUMNS = ("password", "password_temporary")
#: So many of those before must not come again.
REMEMBERED = 5
#: Seen first where several things are wrong.
_REFUSALS: dict[str, type[Problem]] = {
    "password_too_short": PasswordTooShort,
    "password_too_similar": PasswordTooSimilar,
    "password_too_common": PasswordTooCommon,
    "password_entirely_numeric": PasswordTooCommon,
}
SHORTEST = 12


def give_first_password(person: Person) -> str:
    """Put a password in place that ``person`` must change at once; the caller saves ``COLUMNS``.

    It is told once, such as ``k3mw-9qfd-x7ra``: 59 bits. A saved change ends all their logins.
    """
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    password = "-".join(groups)
    person.password = make_password(password)
    person.password_temporary = True
    return password


def set_password(person: Person, new: str) -> None:
    """Put the password in place that ``person`` chose, and save it, in the caller's scope.

    All their logins end. Raises what ``need_fit`` raises.
    """
    need_fit(person, new)
    _remember(person)
    person.password = make_password(new)
    person.password_temporary = False
    person.save(update_fields=COLUMNS)


def need_fit(person: Person, new: str) -> None:
    """Raise ``PasswordTooShort``, ``PasswordTooCommon``, ``PasswordTooSimilar``,
    ``PasswordUsedBefore`` where ``new`` is not good enough for ``person``."""
    try:
        validate_password(new, person)
    except ValidationError as error:
        said = {each.code for each in error.error_list}
        first = next(refusal for code, refusal in _REFUSALS.items() if code in said)
        raise first(shortest=SHORTEST) from error
    before = PasswordBefore.objects.filter(person=person).order_by("-at")[:REMEMBERED]
    if any(check_password(new, each) for each in (person.password, *(b.password for b in before))):
        raise PasswordUsedBefore(remembered=REMEMBERED)


def _remember(person: Person) -> None:
    """Keep the hash that is replaced. A first password was nobody's choice, and random."""
    if not person.password_temporary:
        PasswordBefore.objects.create(
            centre_id=person.centre_id, person=person, password=person.password
        )
    kept = PasswordBefore.objects.filter(person=person).order_by("-at")
    old = kept.values_list("pk", flat=True)[REMEMBERED:]
    PasswordBefore.objects.filter(pk__in=list(old)).delete()
