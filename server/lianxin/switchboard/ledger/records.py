"""The switchboard's way to PostgreSQL, seen from the event loop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

from lianxin.calls.events import Entry
from lianxin.switchboard.ari import Exchange, Gone
from lianxin.switchboard.ledger.fact_handlers import HANDLERS
from lianxin.switchboard.ledger.shipper import Opened, Shipper
from lianxin.switchboard.ledger.store import Stored, keep, place

log = logging.getLogger(__name__)


class DatabaseRecords:
    """``shipped`` is called on the loop for every batch that has reached the database."""

    def __init__(self, journal: Path, shipped: Callable[[Sequence[Entry]], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._shipped = shipped
        self._waiting: dict[str, Callable[[str, str], None]] = {}
        self._shipper = Shipper(journal, self._notify_shipped, self._notify_opened, HANDLERS)

    def start(self) -> None:
        self._shipper.start()

    def stop(self) -> None:
        self._shipper.stop()

    def nudge(self, *, now: bool = False) -> None:
        self._shipper.nudge(now=now)

    def when_opened(self, key: str, then: Callable[[str, str], None]) -> None:
        self._waiting[key] = then

    def _notify_shipped(self, entries: Sequence[Entry]) -> None:
        self._on_loop(self._shipped, entries)

    def _notify_opened(self, opened: Opened) -> None:
        self._on_loop(self._opened, opened)

    def _on_loop(self, act: Callable[..., None], *args: object) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(act, *args)

    def _opened(self, opened: Opened) -> None:
        then = self._waiting.pop(opened.key, None)
        if then is not None:
            then(opened.number, opened.code)


class Archive:
    """Moves finished recordings into the store, off the loop, one after another.

    An Asterisk on another machine has its recordings there: they are fetched through ARI.
    """

    def __init__(self, exchange: Exchange, recordings: Path, store: Path) -> None:
        self._exchange = exchange
        self._recordings = recordings
        self._store = store
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="archive")

    async def keep(self, recording: UUID) -> Stored:
        """Raise ``NothingRecorded`` when there is no audio."""
        source = self._recordings / f"{recording}.wav"
        if not source.exists() and not (self._store / place(recording)).exists():
            await self._fetch(str(recording), source)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, keep, recording, source, self._store)

    async def _fetch(self, name: str, target: Path) -> None:
        try:
            audio = await self._exchange.download_recording(name)
        except Gone:
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        partly = target.with_suffix(".part")  # half a file is not taken for the whole
        await asyncio.to_thread(partly.write_bytes, audio)
        partly.replace(target)
        await self._exchange.delete_stored_recording(name, no_wait=True)

    def stop(self) -> None:
        self._pool.shutdown(wait=True)
