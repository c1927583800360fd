"""Settings as they are written: what cannot be understood is refused by name, at the start.

Standard library only, as ``env`` is. A value may hold a password: a refusal repeats none, but the
one entry of a list that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from typing import TypeVar
from urllib.parse import urlsplit

Read = TypeVar("Read")

_QUOTES = "\"'"
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_HOST = re.compile(r"[A-Za-z0-9._-]+")


class BadSetting(ValueError):
    """A setting that cannot be understood; says which, and what is expected of it."""

    def __init__(self, name: str, expected: str, entry: str = "") -> None:
        what = f"{name}: {entry!r}" if entry else f"{name}: its value"
        super().__init__(f"{what} is not {expected}. See docs/howto/operate.md.")


@dataclass(frozen=True)
class Values:
    """Settings by name. One that is empty is as good as none."""

    given: Mapping[str, str]

    def text(self, name: str, default: str = "") -> str:
        return self.given.get(name, "").strip() or default

    def whole(self, name: str, default: int, least: int = 0, most: int = 2**31 - 1) -> int:
        """A whole number from ``least`` to ``most``."""
        text = self.text(name, str(default))
        if not (text.isascii() and text.isdecimal() and least <= int(text) <= most):
            raise BadSetting(name, f"a whole number from {least} to {most}", text)
        return int(text)

    def switch(self, name: str, default: bool) -> bool:
        """1 for yes, 0 for no."""
        text = self.text(name, str(int(default)))
        if text not in {"0", "1"}:
            raise BadSetting(name, "0 or 1", text)
        return text == "1"

    def level(self, name: str, default: str) -> str:
        """How much a log tells."""
        text = self.text(name, default).upper()
        if text not in _LEVELS:
            raise BadSetting(name, f"one of {', '.join(_LEVELS)}", text)
        return text

    def url(self, name: str, default: str, *schemes: str) -> str:
        """An address that begins with one of ``schemes``."""
        text = self.text(name, default)
        if not _is_url(text, schemes):
            raise BadSetting(name, " or ".join(f"{each}://host…" for each in schemes))
        return text

    def origins(self, name: str, default: str) -> tuple[str, ...]:
        """Pages by scheme, host and port alone: a path would never be the origin of any."""
        return self.entries(name, _is_origin, "https://host or http://host:port", default)

    def entries(
        self, name: str, fits: Callable[[str], bool], expected: str, default: str = ""
    ) -> tuple[str, ...]:
        """A list with commas between its entries, each of which ``fits``."""
        found = tuple(listed(self.text(name, default)))
        for entry in found:
            if not fits(entry):
                raise BadSetting(name, expected, entry)
        return found

    def fitting(self, name: str, fits: Callable[[str], bool], expected: str, default: str) -> str:
        """One value, which ``fits``; none at all where there is no ``default`` either."""
        text = self.text(name, default)
        if text and not fits(text):
            raise BadSetting(name, expected, text)
        return text


def refused_as(name: str, expected: str, read: Callable[[], Read]) -> Read:
    """What ``read`` makes of a setting; its ``ValueError``, whose text is the entry that is wrong,
    is the refusal of ``name``."""
    try:
        return read()
    except ValueError as error:
        raise BadSetting(name, expected, str(error)) from error


def unquoted(text: str) -> str:
    """A value without the pair of quotes that it may stand in, as shells and systemd read it.

    >>> unquoted('"10.0.0.0/8"'), unquoted("'a b' "), unquoted("it's"), unquoted('"')
    ('10.0.0.0/8', 'a b', "it's", '"')
    """
    text = text.strip()
    paired = len(text) > 1 and text[0] == text[-1] and text[0] in _QUOTES
    return text[1:-1] if paired else text


def listed(text: str) -> list[str]:
    return [part.strip().rstrip("/") for part in text.split(",") if part.strip()]


def is_address(text: str) -> bool:
    """Whether ``text`` is an IPv4 or IPv6 address."""
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def is_network(text: str) -> bool:
    """Whether ``text`` is a network, or one address."""
    try:
        ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def is_host(text: str) -> bool:
    """Whether ``text`` is an address, or can be the name of a machine."""
    return is_address(text) or _HOST.fullmatch(text) is not None


def _is_url(text: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:  # of a port, or of brackets
        return False


def _is_origin(text: str) -> bool:
    if not _is_url(text, ("http", "https")):
        return False
    parts = urlsplit(text)
    return not (parts.path or parts.query or parts.fragment or parts.username)
