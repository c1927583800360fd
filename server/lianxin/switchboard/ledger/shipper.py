"""Brings the journal to PostgreSQL: one thread, in order, in batches, for as long as it takes.

The event loop never waits for this thread. What may be asked of it (open a case now)
is answered through futures, and done later all the same when PostgreSQL is away.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from django.db import Error, InterfaceError, OperationalError, close_old_connections

from lianxin.agents import actions as agents
from lianxin.agents.changes import AgentChange
from lianxin.calls.actions import Handlers, record
from lianxin.calls.events import Entry
from lianxin.cases.tasks import open_now_or_later
from lianxin.switchboard.ledger.journal import Position, Reader

log = logging.getLogger(__name__)

BATCH = 500
#: Entries of so long share one transaction, which costs most of it: after a pause, and after
#: the last one, so that a busy hour is written in fewer and larger ones.
GATHER_SECONDS, APART_SECONDS = 1.0, 2.0
RETRY_SECONDS = 1.0


@dataclass(frozen=True)
class Opened:
    """A case that was made of a recording; ``code`` is empty when it was made before."""

    key: str  # the id of the recording, or of the case where there is none
    number: str
    code: str


class Shipper:
    """``shipped`` and ``opened`` are called on the shipper's thread."""

    def __init__(
        self,
        folder: Path,
        shipped: Callable[[Sequence[Entry]], None],
        opened: Callable[[Opened], None],
        handlers: Handlers,
    ) -> None:
        self._reader = Reader(folder)
        self._refused = folder / "refused.jsonl"
        self._shipped = shipped
        self._opened = opened
        self._handlers = handlers
        self._wake = threading.Event()
        self._hurry = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="shipper")

    @property
    def done(self) -> Position:
        """All of the journal before this is in PostgreSQL."""
        return self._reader.done

    def start(self) -> None:
        self._wake.set()
        self._thread.start()

    def nudge(self, *, now: bool = False) -> None:
        """There is something to ship. ``now``: somebody on the telephone waits for it."""
        if now:
            self._hurry.set()
        if not self._wake.is_set():  # cleared before the journal is read: nothing is missed
            self._wake.set()

    def stop(self) -> None:
        """Ship what can be shipped at once, then end."""
        self._stopping = True
        self.nudge(now=True)
        self._thread.join(timeout=5)

    def _run(self) -> None:
        shipped = 0.0
        while True:
            self._wake.wait()
            if not self._stopping:
                self._hurry.wait(max(GATHER_SECONDS, shipped + APART_SECONDS - time.monotonic()))
            self._wake.clear()
            self._hurry.clear()
            try:
                self._ship_all()
                shipped = time.monotonic()
            except (OperationalError, InterfaceError) as error:
                log.warning("PostgreSQL is away, the journal waits: %s", error)
                close_old_connections()
                self._wake.set()
                if not self._stopping:
                    time.sleep(RETRY_SECONDS)
            except Exception:
                # A fault of ours must not end the only way to the database.
                log.exception("shipping the journal failed; it is tried again")
                self._wake.set()
                time.sleep(RETRY_SECONDS)
            if self._stopping:
                return

    def _ship_all(self) -> None:
        while True:
            entries, position = self._reader.read(BATCH)
            if self._reader.changes:
                self._ship_agents(self._reader.changes)
            if entries:
                self._ship(entries)
            if position != self._reader.done:
                self._reader.mark(position)
            if len(entries) < BATCH:
                return

    def _ship_agents(self, changes: list[AgentChange]) -> None:
        """What agents did is for reports: what the database refuses of it holds up no call."""
        try:
            agents.record(changes)
        except (OperationalError, InterfaceError):
            raise
        except Error:
            log.exception("what agents did cannot be written: %s", changes)

    def _ship(self, entries: list[Entry]) -> None:
        try:
            record(entries, self._handlers)
        except (OperationalError, InterfaceError):
            raise
        except Error:
            self._ship_singly(entries)
        for entry in entries:
            if entry.kind == "case":
                self._open_or_put_aside(entry)
        self._shipped(entries)

    def _ship_singly(self, entries: list[Entry]) -> None:
        """One of them is refused by the database: find it, put it aside, keep the others."""
        for entry in entries:
            try:
                record([entry], self._handlers)
            except (OperationalError, InterfaceError):
                raise
            except Error as error:
                self._put_aside(entry, error)

    def _put_aside(self, entry: Entry, error: Exception) -> None:
        log.error("entry %s/%s refused, kept aside: %s", entry.call, entry.seq, error)
        with self._refused.open("ab") as file:
            file.write(msgspec.json.encode(entry) + b"\n")

    def _open_or_put_aside(self, entry: Entry) -> None:
        """One case that cannot be opened must not stop the ledger of all centres."""
        try:
            self._open_case(entry)
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:
            self._put_aside(entry, error)

    def _open_case(self, entry: Entry) -> None:
        done = open_now_or_later(entry)
        if done is not None:
            key, opened = done
            self._opened(Opened(key, opened.number, opened.code or ""))
