"""Which machines a look-up may reach. Pure: names are resolved elsewhere.

The operator of the platform lists names (``api.city.example``, ``*.city.example``), addresses
and networks (``10.20.0.0/16``), each perhaps with a port (``db.city.example:5432``). What is
not listed is refused; an address that is not of the public internet is refused unless an
address or a network of the list holds it, whatever name leads there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list. ``name`` is "" for a network; ``port`` None allows any."""

    name: str
    network: Network | None
    port: int | None


def listed(entries: Iterable[str]) -> tuple[Listed, ...]:
    """Read the operator's list. Raises ``ValueError`` with the entry that is wrong."""
    return tuple(_entry(entry) for entry in entries)


def name_allowed(known: Iterable[Listed], host: str, port: int) -> bool:
    """Whether ``host`` (a name or an address) is listed for ``port``."""
    address = read_address(host)
    if address is not None:
        return _holds(known, address, port)
    name = host.lower().rstrip(".")
    if not all(c.isalnum() or c in "-._" for c in name):
        return False  # no name has these: who resolves it may read something else in it
    return any(_fits(each, name) for each in known if each.port in (None, port))


def address_allowed(known: Iterable[Listed], address: str, port: int) -> bool:
    """Whether what a listed name resolves to may be connected to.

    >>> address_allowed((), "169.254.169.254", 80)
    False
    """
    found = read_address(address)
    if found is None:
        return False
    return _holds(known, found, port) or (found.is_global and not found.is_multicast)


def read_address(text: str) -> Address | None:
    """An IPv4 address that is written as IPv6 is that IPv4 address; None: it is a name."""
    bare, zone, _ = text.strip("[]").partition("%")
    if zone and ":" not in bare:
        return None  # 10.1.2.3%x.evil.example is a name, whatever it begins like
    try:
        address = ip_address(bare)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _holds(known: Iterable[Listed], address: Address, port: int) -> bool:
    return any(
        each.network is not None and address in each.network and each.port in (None, port)
        for each in known
    )


def _fits(each: Listed, name: str) -> bool:
    if each.name.startswith("*."):
        return name.endswith(each.name[1:]) and len(name) > len(each.name) - 1
    return each.name == name


def _entry(entry: str) -> Listed:
    text, port = entry.strip().lower(), None
    if (text.startswith("[") and "]:" in text) or text.count(":") == 1:
        text, _, digits = text.rpartition(":")
        if not digits.isdigit() or not 0 < int(digits) < 65536:
            raise ValueError(entry)
        port = int(digits)
    text = text.strip("[]")
    try:
        return Listed("", ip_network(text, strict=False), port)
    except ValueError:
        if not text or not all(c.isalnum() or c in "-._*" for c in text) or "*" in text[1:]:
            raise ValueError(entry) from None
        return Listed(text.rstrip("."), None, port)
