"""Passwords: the first one, which is told once, and those that people choose themselves."""

from __future__ import annotations

import secrets

from django.contrib.auth.hashers import make_password

from lianxin.centres.models import Person

#: What a first password is made of: nothing that is taken for something else when read out.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 3, 4
#: What of a person's row a change of the password writes.
COLUMNS = ("password", "password_temporary")


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
    """Put the password in place that ``person`` chose; the caller saves ``COLUMNS``."""
    person.password = make_password(new)
    person.password_temporary = False
