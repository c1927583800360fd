"""Calls from the web page: anonymous, so limited by address."""

from __future__ import annotations

from typing import Any

from lianxin.centres import audit, throttle
from lianxin.centres.isolation import scope
from lianxin.centres.problems import Problem
from lianxin.live.tickets import TICKET_SECONDS, Identity, issue_ticket

#: Calls from one address in so many seconds.
CALLS = 5
SECONDS = 600


class TooManyCalls(Problem):
    code, status = "portal.too_many_calls", 429
    zh = "此网络的网页通话次数过多，请在 {minutes} 分钟后再试，或直接拨打 12345。"
    en = "Too many calls from this network. Try again in {minutes} minutes, or dial 12345."


class NoLine(Problem):
    code, status = "portal.no_line", 503
    zh = "网页通话尚未开通，请直接拨打 12345。"
    en = "Calling from the page is not set up. Please dial 12345."


def call_ticket(centre: int, line: str, address: str, url: str) -> dict[str, Any]:
    """A ticket for one call to ``line``. Raises ``TooManyCalls``, ``NoLine``."""
    if not line:
        raise NoLine
    left = throttle.take("web_call", address, CALLS, SECONDS)
    if left:
        raise TooManyCalls(retry_after=left, minutes=-(-left // 60))
    with scope(centre):
        audit.note_system(centre, "web_call.granted", "line", line, address=address)
    citizen = Identity(kind="citizen", centre=centre, address=address, line=line)
    return {
        "ticket": issue_ticket(citizen),
        "url": url,
        "expires_in": TICKET_SECONDS,
        "number": line,
    }
