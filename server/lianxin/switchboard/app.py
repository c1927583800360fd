"""The switchboard as a process: what it reaches in the world, and how it lives until a signal."""

from __future__ import annotations

import asyncio
import fcntl
import gc
import logging
import os
import signal
import time
from pathlib import Path
from typing import Any

from lianxin.connections.client import LookupClient
from lianxin.env import Env
from lianxin.lines.outbound import report_limit
from lianxin.live.server import LiveServer
from lianxin.rules.outbound import Refusal
from lianxin.switchboard import ari
from lianxin.switchboard.clock import utc_now
from lianxin.switchboard.compose import Deps, compose
from lianxin.switchboard.ledger import fallback
from lianxin.switchboard.ledger.records import Archive, DatabaseRecords
from lianxin.switchboard.lookups.sources import database_resolvers
from lianxin.switchboard.pools import Pools
from lianxin.switchboard.router import EVENTS
from lianxin.switchboard.snapshot.sounds import report_missing
from lianxin.switchboard.watched import Watched

log = logging.getLogger(__name__)

APPLICATION = "lianxin"
SPOOL_SECONDS = 2
#: The collector's thresholds: at Python's own it runs again and again in each call, over what is
#: still needed. A few hundred calls leave little behind.
COLLECT_AFTER = (50_000, 10, 10)


class AlreadyRunning(Exception):
    """Another switchboard holds the journal of this installation."""


class Process:
    """One switchboard process of one installation."""

    def __init__(self, env: Env) -> None:
        self.env = env
        self._lock = lock(env.journal)
        exchange = ari.Client(
            env.asterisk_url, env.ari_user, env.ari_password, APPLICATION, event_types=EVENTS
        )
        self._pools = Pools()
        self._alarms: set[asyncio.Task[None]] = set()  # keeps them from being collected
        self._lookup_client = LookupClient()
        self._archive = Archive(exchange, env.recordings, env.store)
        deps = Deps(
            exchange=exchange,
            clock=utc_now,
            records=lambda shipped: DatabaseRecords(env.journal, shipped),
            store=self._archive.keep,
            resolvers=database_resolvers(self._pools, self._lookup_client),
            check_plans=lambda plans: report_missing(env.sounds, plans.prompts),
            raise_alarm=self._raise_alarm,
        )
        self._switchboard = compose(env, deps)
        self._live = LiveServer(self._switchboard.gateway, env.ports.live, env.web_origins)
        self._watched = Watched()

    def _raise_alarm(self, centre: int, code: Refusal, number: str) -> None:
        """From the loop: written on a thread. An alarm that is lost stands in the log."""
        job = self._pools.run(f"centre:{centre}", report_limit, centre, code, number)
        task = asyncio.get_running_loop().create_task(job)
        self._alarms.add(task)
        task.add_done_callback(self._alarm_raised)

    def _alarm_raised(self, task: asyncio.Task[None]) -> None:
        self._alarms.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("an alarm could not be raised: %s", error)

    # --- living

    async def run(self) -> None:
        """Until SIGTERM or SIGINT. Calls go on without us; the journal holds the rest."""
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        self._switchboard.plans.start()
        self._switchboard.records.start()
        self._switchboard.fax_claims.start()
        self._switchboard.record_hints.start()
        self._switchboard.login_ends.start()
        await self._live.start()
        # What is there now stays until the end: the collector need not look at it again.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*COLLECT_AFTER)
        self._watched.start()
        tasks = [
            asyncio.create_task(self._switchboard.router.run(), name="router"),
            asyncio.create_task(self._collect_fallback(), name="fallback"),
            asyncio.create_task(stop.wait(), name="signal"),
            # The last: what the others restore in their first turn, of thousands of calls perhaps,
            # is done when it shows its first sign.
            asyncio.create_task(self._watched.run(), name="watched"),
        ]
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        self._watched.stop()
        await self._close()
        for task in done:
            task.result()

    async def _close(self) -> None:
        await self._live.stop()
        await self._switchboard.exchange.close()
        self._switchboard.plans.stop()
        self._switchboard.fax_claims.stop()
        self._switchboard.record_hints.stop()
        self._switchboard.login_ends.stop()
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, self._switchboard.records.stop)
        await self._lookup_client.close()
        self._pools.stop()
        self._archive.stop()
        self._switchboard.journal.close()

    async def _collect_fallback(self) -> None:
        """Bring in what the dialplan recorded while nobody was here."""
        self._finish_interrupted()
        while True:
            await asyncio.sleep(SPOOL_SECONDS)
            if not self._switchboard.router.healthy():
                continue
            if not fallback.any_message(self.env.fallback_messages):
                continue
            try:
                channels = {channel.id for channel in await self._switchboard.exchange.channels()}
            except ari.AriError:
                continue
            for message in fallback.complete(self.env.fallback_messages, time.time(), channels):
                try:
                    self._bring_in(message)
                except OSError:  # tried again: the switchboard has calls to serve
                    log.exception("%s cannot be brought in now", message.file.name)
                await asyncio.sleep(0)  # the calls go on, however many messages there are

    def _finish_interrupted(self) -> None:
        self._switchboard.journal.restore("fallback", self._finish)

    def _finish(self, _: str, kept: dict[str, Any]) -> None:
        message = fallback.read_name(Path(kept["file"]))
        if message is not None:
            self._bring_in(message)

    def _bring_in(self, message: fallback.Message) -> None:
        line = self._switchboard.plans.line(message.called)
        if line is None:
            log.error("%s was left for a number that nobody serves", message.file.name)
            return
        ended = message.file.stat().st_mtime if message.file.exists() else time.time()
        fallback.bring_in(message, line, self._switchboard.journal, self.env.store, ended)
        self._switchboard.records.nudge()


def lock(folder: Path) -> int:
    """Hold the installation's journal; the kernel lets it go when this process ends."""
    folder.mkdir(parents=True, exist_ok=True)
    file = os.open(folder / "lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise AlreadyRunning(str(folder)) from error
    return file
