"""Calls from the web page: anonymous, so limited by address."""

from __future__ import annotations

import re
from typing import Any

from lianxin.centres import audit, throttle
from lianxin.centres.errors import FunctionOff
from lianxin.centres.functions import functions_of
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre
from lianxin.live.tickets import TICKET_SECONDS, Identity, issue_ticket
from lianxin.portal.errors import BadPhone, NoLine, TooManyCalls

#: Calls from one address in so many seconds.
CALLS = 5
SECONDS = 600
#: Digits of a mobile number, or of a fixed one with or without its area code.
_PHONE = re.compile(r"1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7}")


def need_web_calls(centre: Centre) -> None:
    """Raise ``FunctionOff`` where the centre takes no calls from the web."""
    if "web_calls" not in functions_of(centre):
        raise FunctionOff(function="web_calls")


def clean_phone(text: str) -> str:
    """The digits of the number that a visitor gave, "" for none. Raises ``BadPhone``."""
    digits = re.sub(r"[\s()（）-]", "", text[:40])
    digits = re.sub(r"^(\+|00)86", "", digits)
    if digits and not _PHONE.fullmatch(digits):
        raise BadPhone
    return digits


def call_ticket(
    centre: Centre, line: str, address: str, url: str, phone: str = ""
) -> dict[str, Any]:
    """A ticket for one call to ``line``. ``phone`` is what the visitor says is their number.

    Raises ``FunctionOff``, ``BadPhone``, ``TooManyCalls``, ``NoLine``.
    """
    need_web_calls(centre)
    if not line:
        raise NoLine
    caller = clean_phone(phone)
    left = throttle.take("web_call", address, CALLS, SECONDS)
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
