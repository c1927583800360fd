"""Where a request comes from, in truth."""

from __future__ import annotations

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
