"""Tickets to the live socket: signed here, read by the switchboard, good for a minute."""

from __future__ import annotations

from typing import Any

from django.core import signing

from lianxin.centres.access import AGENT, Who

SALT = "lianxin.live.ticket"
SECONDS = 60


def for_person(who: Who) -> str:
    """A ticket for somebody who works here: with a telephone if an agent, else a watcher."""
    kind = "agent" if who.has(AGENT) else "watcher"
    return _sign(kind, who.centre, who.person, who.number, who.name, sorted(who.roles), who.address)


def for_citizen(centre: int, line: str, address: str) -> str:
    """A ticket for one call from the web page to ``line``."""
    return _sign("citizen", centre, None, "", "", [], address, line)


def read(ticket: str) -> dict[str, Any]:
    """The payload of ``ticket``. Raises ``django.core.signing.BadSignature``, also when late."""
    payload: dict[str, Any] = signing.loads(ticket, salt=SALT, max_age=SECONDS)
    return payload


def _sign(
    kind: str,
    centre: int,
    person: int | None,
    number: str,
    name: str,
    roles: list[str],
    address: str,
    line: str = "",
) -> str:
    payload = {
        "kind": kind,
        "centre": centre,
        "person": person,
        "number": number,
        "name": name,
        "roles": roles,
        "address": address,
        "line": line,
    }
    return signing.dumps(payload, salt=SALT)
