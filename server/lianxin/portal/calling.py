"""Calls from the web page: anonymous, so limited by address."""

from __future__ import annotations

from typing import Any

from lianxin.centres import audit, throttle
from lianxin.centres.addresses import network_of, one_asker
from lianxin.centres.errors import FunctionOff
from lianxin.centres.functions import functions_of
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre
from lianxin.live.tickets import TICKET_SECONDS, Identity, issue_ticket
from lianxin.portal.errors import BadPhone, NoLine, TooManyCalls
from lianxin.rules.telephones import dialled, may_be_rung

#: Calls from one address in so many seconds.
CALLS = 5
SECONDS = 600
#: And from all who share a network (/24; a /64 of IPv6 is one address).
CALLS_OF_NETWORK = 60


def need_web_calls(centre: Centre) -> None:
    """Raise ``FunctionOff`` where the centre takes no calls from the web."""
    if "web_calls" not in functions_of(centre):
        raise FunctionOff(function="web_calls")


def clean_phone(text: str, area: str) -> str:
    """The number that a visitor gave, as it is dialled here; "" for none. Raises ``BadPhone``.

    ``area``: the code of the centre's city, for numbers without one.
    """
    number = dialled(text, area)
    if not may_be_rung(number) and text.strip():
        raise BadPhone
    return number


def call_ticket(
    centre: Centre, line: str, address: str, url: str, phone: str = ""
) -> dict[str, Any]:
    """A ticket for one call to ``line``. ``phone`` is what the visitor says is their number.

    Raises ``FunctionOff``, ``BadPhone``, ``TooManyCalls``, ``NoLine``.
    """
    need_web_calls(centre)
    if not line:
        raise NoLine
    caller = clean_phone(phone, centre.area_code)
    asker, network = one_asker(address), network_of(address)
    left = throttle.take("web_call", asker, CALLS, SECONDS)
    if not left and network not in ("", asker):
        left = throttle.take("web_call", network, CALLS_OF_NETWORK, SECONDS)
    if left:
        raise TooManyCalls(retry_after=left, minutes=-(-left // 60))
    with scope(centre.pk):
        audit.note_system(centre.pk, "web_call.granted", "line", line, address=address)
    citizen = Identity(kind="citizen", centre=centre.pk, address=address, line=line, caller=caller)
    return {
        "ticket": issue_ticket(citizen),
        "url": url,
        "expires_in": TICKET_SECONDS,
        "number": line,
    }
