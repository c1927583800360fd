"""Who a request comes from, by its session cookie."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest

from lianxin.centres import logins
from lianxin.centres.access import Actor
from lianxin.centres.addresses import address_of
from lianxin.centres.errors import NotSignedIn

#: Seconds since a person last did something at the page that asks; without it they did it now.
#: What a page asks for by itself keeps nobody signed in.
IDLE_HEADER = "X-Lianxin-Idle"


def whose(request: HttpRequest) -> Actor | None:
    """Who the session belongs to, whatever they may ask for; ``None``: they may not come in any
    more. Raises ``NotSignedIn`` where there is no session."""
    session = request.session
    centre, person = session.get("centre"), session.get("person")
    if centre is None or person is None:
        raise NotSignedIn
    return logins.whose(
        centre,
        person,
        session.get("stamp", ""),
        session.get("login", ""),
        address_of(request),
        _idle(request),
    )


def _idle(request: HttpRequest) -> timedelta:
    said = request.headers.get(IDLE_HEADER, "")
    return timedelta(seconds=min(int(said[:8]), 10**6) if said.isdecimal() else 0)
