"""Who may speak over the live socket: tickets that web signs, tokens that live signs itself.

A ticket is good for a minute, one use and one login. The resume token that a welcome carries lets
the same page come back for half a day, also while web and PostgreSQL are away. Both end with the
login that they were given for: whoever reads one asks ``switchboard.snapshot.logins``. A token that
follows from another lives no longer than the login, or than a citizen's telephone: no chain of
them does.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

import msgspec
from django.core import signing

from lianxin.live.messages import Role

TICKET_SALT = "lianxin.live.ticket"
RESUME_SALT = "lianxin.live.resume"
TICKET_SECONDS = 60
RESUME_SECONDS = 12 * 3600
#: What the names of citizens' telephones begin with, and how long one can call.
CITIZEN, CITIZEN_SECONDS = "web-", 1800


class Identity(msgspec.Struct, frozen=True):
    """The person behind a page. ``person`` is None for a citizen."""

    kind: Role
    centre: int
    person: int | None = None
    number: str = ""  # 工号
    name: str = ""
    roles: tuple[str, ...] = ()
    address: str = ""
    line: str = ""  # the one number that a citizen may call
    caller: str = ""  # the number that a citizen gave, unproven
    sip_user: str = ""  # set in resume tokens: the telephone that this login owns
    sip_expires: int = 0  # seconds since the epoch
    #: Of whoever has signed in: their login, when they were given a ticket, and when it ends.
    login: str = ""
    issued: float = 0.0  # seconds since the epoch
    until: float = 0.0  # seconds since the epoch; 0 where nothing is known


class BadTicket(Exception):
    """Forged, damaged or too old; ``code`` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def issue_ticket(identity: Identity) -> str:
    """A ticket for a first ``Hello``. Web issues it to somebody it has authorised.

    A citizen's names their telephone: however often it is shown, there is one.
    """
    if identity.kind == "citizen" and not identity.sip_user:
        user = f"{CITIZEN}{secrets.token_hex(8)}"
        expires = int(time.time()) + CITIZEN_SECONDS
        identity = msgspec.structs.replace(identity, sip_user=user, sip_expires=expires)
    once = {"once": secrets.token_hex(8)}  # two of the same second are two
    return signing.dumps({**msgspec.to_builtins(identity), **once}, salt=TICKET_SALT)


def issue_resume(identity: Identity) -> str:
    return signing.dumps(msgspec.to_builtins(identity), salt=RESUME_SALT)


def read_ticket(ticket: str) -> Identity:
    return _read(ticket, TICKET_SALT, TICKET_SECONDS)


def read_resume(token: str) -> Identity:
    return _read(token, RESUME_SALT, RESUME_SECONDS)


class Tickets:
    """Takes each ticket once. What was taken is known for as long as the ticket would be good, and
    to this process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._taken: dict[str, float] = {}

    def take(self, ticket: str) -> Identity:
        """Who it was given to. Raises ``BadTicket``."""
        identity = read_ticket(ticket)
        now = self._clock()
        self._taken = {one: at for one, at in self._taken.items() if now - at <= TICKET_SECONDS + 1}
        if ticket in self._taken:
            raise BadTicket("live.ticket_used")
        self._taken[ticket] = now
        return identity


def _read(text: str, salt: str, seconds: int) -> Identity:
    try:
        payload = signing.loads(text, salt=salt, max_age=seconds)
        return msgspec.convert(payload, Identity, strict=False)
    except signing.SignatureExpired as error:
        raise BadTicket("live.ticket_expired") from error
    except (signing.BadSignature, msgspec.ValidationError) as error:
        raise BadTicket("live.ticket_invalid") from error
