"""A thread that polls PostgreSQL when a channel says so, and now and then anyway.

A notification may be lost with a connection, and PostgreSQL may be away for as long as it likes.
"""

from __future__ import annotations

import logging
import select
import threading
from collections.abc import Callable
from dataclasses import dataclass

import psycopg
from django.db import Error as DatabaseError
from django.db import close_old_connections

log = logging.getLogger(__name__)

RETRY_SECONDS = 2


@dataclass(frozen=True)
class Listener:
    """``poll`` is called on a thread of its own, at the start, ``every`` so many seconds, and
    with the payloads of what was announced, until ``stopping`` is set. It may use Django's
    connection."""

    name: str
    database_url: str
    channel: str
    every: float
    poll: Callable[[frozenset[str]], None]
    stopping: threading.Event

    def start(self) -> None:
        threading.Thread(target=self._run, name=self.name, daemon=True).start()

    def _run(self) -> None:
        while not self.stopping.is_set():
            try:
                self._listen()
            except (psycopg.Error, DatabaseError) as error:
                log.warning("%s: PostgreSQL cannot be asked now: %s", self.name, error)
                self.stopping.wait(RETRY_SECONDS)

    def _listen(self) -> None:
        with psycopg.connect(self.database_url, autocommit=True) as connection:
            connection.execute(f"LISTEN {self.channel}")
            announced: frozenset[str] = frozenset()
            while not self.stopping.is_set():
                close_old_connections()
                self.poll(announced)
                announced = _announced(connection) or _announced(connection, self.every)


def _announced(connection: psycopg.Connection, seconds: float = 0.0) -> frozenset[str]:
    """The payloads that have come, or come within ``seconds``.

    Asleep on the socket: psycopg's own wait wakes ten times a second, day and night.
    """
    if seconds:
        select.select([connection], [], [], seconds)
    return frozenset(each.payload for each in connection.notifies(timeout=0))
