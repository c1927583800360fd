"""Which logins are over, as PostgreSQL tells it; kept, so that a start without it knows as well."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from lianxin.centres.login_triggers import CHANNEL
from lianxin.centres.logins import KEPT, EndedLogin, ended_logins
from lianxin.live.tickets import Identity
from lianxin.switchboard.clock import Clock
from lianxin.switchboard.ledger.journal import Journal
from lianxin.switchboard.snapshot.listener import Listener

#: Asked again also when nothing was announced: a notification may be lost with a connection.
POLL_SECONDS = 30


class Logins:
    """Of the loop's thread: the logins that are over."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._ends: dict[str, float] = {}  # by login, or by person for all of theirs
        journal.restore("login", self._restore)

    def _restore(self, key: str, kept: dict[str, Any]) -> None:
        self._ends[key] = float(kept["at"])

    def over(self, identity: Identity) -> bool:
        """Whether what ``identity`` was given for is over. A citizen has no login."""
        if identity.person is None:
            return False
        if identity.until and identity.until <= self._clock().timestamp():
            return True
        if identity.login and identity.login in self._ends:
            return True
        return identity.issued <= self._ends.get(_of_person(identity.person), -1.0)

    def take(self, ends: Iterable[EndedLogin]) -> list[EndedLogin]:
        """Learn what is over; gives what was not known before."""
        new = [each for each in ends if self._ends.get(_key(each), -1.0) < each.at]
        for each in new:
            self._ends[_key(each)] = max(each.at, self._ends.get(_key(each), each.at))
            self._journal.keep(f"login:{_key(each)}", {"at": self._ends[_key(each)]})
        self._forget()
        return new

    def _forget(self) -> None:
        old = self._clock().timestamp() - KEPT.total_seconds()
        for key in [key for key, at in self._ends.items() if at < old]:
            del self._ends[key]
            self._journal.keep(f"login:{key}", None)


class LoginEnds:
    """``ended(ends)`` is called on the loop that starts it, with all that are known."""

    def __init__(self, database_url: str, ended: Callable[[Iterable[EndedLogin]], None]) -> None:
        self._database_url = database_url
        self._ended = ended
        self._stopping = threading.Event()

    def start(self) -> None:
        poll = partial(self._poll, asyncio.get_running_loop())
        Listener("logins", self._database_url, CHANNEL, POLL_SECONDS, poll, self._stopping).start()

    def stop(self) -> None:
        self._stopping.set()

    def _poll(self, loop: asyncio.AbstractEventLoop, _: frozenset[str]) -> None:
        loop.call_soon_threadsafe(self._ended, ended_logins())


def _key(end: EndedLogin) -> str:
    return end.login or _of_person(end.person)


def _of_person(person: int) -> str:
    return f"person-{person}"
