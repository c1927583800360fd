"""Texts with variables in them: ``/cases/{number}``. A brace itself is written twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lianxin.rules.values import Scalar, Variables

_PART = re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]*)\}|[{}]")

#: What stays as it is in an address (RFC 3986, 2.3).
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

#: How much may come of a text: more is no title and no address.
MAX_FILLED = 4000


def fault_of(template: str) -> str:
    """Say what is wrong with a text; "" when nothing is."""
    for found in _PART.finditer(template):
        if found[0] in "{}":
            return f"has a {found[0]} at character {found.start() + 1} that belongs to no variable"
    return ""


def names_of(template: str) -> Iterator[str]:
    """Yield the variables of a text."""
    return (found[1] for found in _PART.finditer(template) if found[1])


def fill(template: str, variables: Variables, spell: Callable[[str], str] = str) -> str:
    """Put the variables in, each of them through ``spell``. What is not there is nothing."""

    def put(found: re.Match[str]) -> str:
        return spell(as_text(variables.get(found[1]))) if found[1] else found[0][:1]

    return _PART.sub(put, template)[:MAX_FILLED]


def value(template: str, variables: Variables) -> Scalar:
    """As ``fill``; but of a text that is one variable alone, its value: a number stays one."""
    found = _PART.fullmatch(template)
    return variables.get(found[1]) if found and found[1] else fill(template, variables)


def in_address(text: str) -> str:
    """Spell a text so that it is one part of an address and can add none of its own."""
    if text in (".", ".."):  # they would lead upwards
        return "%2E" * len(text)
    return "".join(
        chr(byte) if chr(byte) in _PLAIN else f"%{byte:02X}" for byte in text.encode("utf-8")
    )


def as_text(value: Scalar) -> str:
    """Give a variable as it is typed or spoken; nothing for what is not there."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return f"{value:.15g}" if isinstance(value, float) else str(value)
