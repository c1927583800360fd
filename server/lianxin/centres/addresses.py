"""Where a request comes from, in truth."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The visitor's address. X-Forwarded-For counts only when a configured proxy says it.

    Read from the right: the last address that is not a proxy of ours.
    """
    peer: str = request.META.get("REMOTE_ADDR", "")
    forwarded = request.headers.get("X-Forwarded-For", "")
    if peer not in settings.TRUSTED_PROXIES or not forwarded:
        return peer
    hops = [hop.strip() for hop in forwarded.split(",")]
    strangers = [hop for hop in hops if hop and hop not in settings.TRUSTED_PROXIES]
    return strangers[-1][:64] if strangers else peer


def network_of(address: str) -> str:
    """What an address shares with its neighbours: its /24, of IPv6 its /64; "" for no address.

    >>> network_of("203.0.113.7"), network_of("2001:db8::1"), network_of("13900007704")
    ('203.0.113.0/24', '2001:db8::/64', '')
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    return str(ipaddress.ip_network((parsed, 24 if parsed.version == 4 else 64), strict=False))


def one_asker(text: str) -> str:
    """Who asks, for a budget: a household has a whole /64 of IPv6, so that is one; anything else
    is as it is."""
    return network_of(text) if ":" in text and network_of(text) else text
