"""Puts the switchboard's parts together and keeps them running until a signal comes."""

from __future__ import annotations

import asyncio
import fcntl
import gc
import logging
import os
import signal
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from lianxin.calls.events import Entry
from lianxin.connections.client import LookupClient
from lianxin.env import Env
from lianxin.lines.plan import Plans
from lianxin.live.server import LiveServer
from lianxin.switchboard import ari
from lianxin.switchboard.acd.floor import Agent, Floor
from lianxin.switchboard.acd.queued_callbacks import callbacks_of
from lianxin.switchboard.agent_gateway import AgentGateway
from lianxin.switchboard.calls.traffic import Traffic
from lianxin.switchboard.clock import utc_now
from lianxin.switchboard.exchange.accounts import Accounts, agent_name
from lianxin.switchboard.fax.claims import FaxClaims
from lianxin.switchboard.fax.sending import Faxing
from lianxin.switchboard.ledger import fallback
from lianxin.switchboard.ledger.journal import Journal
from lianxin.switchboard.ledger.records import Archive, DatabaseRecords
from lianxin.switchboard.lookups.dispatch import LookUps, Pools
from lianxin.switchboard.lookups.sources import in_memory, outside_answerers
from lianxin.switchboard.ports import CallPorts
from lianxin.switchboard.router import EVENTS, Switchboard
from lianxin.switchboard.snapshot.plans import PlanBook
from lianxin.switchboard.snapshot.sounds import SoundBook, tell_missing

log = logging.getLogger(__name__)

APPLICATION = "lianxin"
SPOOL_SECONDS = 2
#: The collector's thresholds: at Python's own it runs again and again in each call, over what is
#: still needed. A few hundred calls leave little behind.
COLLECT_AFTER = (50_000, 10, 10)
#: What a page wants to hear of the ledger: these change what lists show.
SHOWN = frozenset({"started", "ended", "stored", "case"})


class AlreadyRunning(Exception):
    """Another switchboard holds the journal of this installation."""


class Process:
    """One switchboard process of one installation."""

    def __init__(self, env: Env) -> None:
        self.env = env
        self._lock = lock(env.journal)
        self.journal = Journal(env.journal)
        self.exchange = ari.Client(
            env.asterisk_url, env.ari_user, env.ari_password, APPLICATION, event_types=EVENTS
        )
        self.accounts = Accounts(self.exchange, self.journal, env.secret, env.sip_ws_url, utc_now)
        self.floor = Floor(utc_now, self._offer, self._floor_changed)
        self.sounds = SoundBook(env.sounds, env.store)
        self.plans = PlanBook(
            env.spool / "plans.json", env.database_url, self._plans_changed, self._check_plans
        )
        self.pools = Pools()
        self.asking = LookupClient()
        known = in_memory(self.floor, self.plans.calendar_state, utc_now)
        self.look_ups = LookUps({**outside_answerers(self.pools, self.asking), **known})
        self.records = DatabaseRecords(env.journal, self._shipped)
        self.archive = Archive(self.exchange, env.recordings, env.store)
        self.traffic = Traffic()
        self.switchboard = Switchboard(
            self.exchange, self.journal, self.plans, self.accounts, self.floor, utc_now
        )
        self.callbacks = callbacks_of(self.switchboard, utc_now)
        self.look_ups.add({"callback": self.callbacks.answer})
        self.desk = AgentGateway(
            self.floor,
            self.accounts,
            self.switchboard.call,
            lambda: self.switchboard.healthy,
            utc_now,
            self.traffic,
        )
        self.switchboard.ports = self._call_ports()
        self.switchboard.faxing = Faxing(self.switchboard.ports, env.fax_log)
        self.fax_claims = FaxClaims(
            env.database_url,
            self.switchboard.faxing,
            lambda: self.switchboard.healthy,
            env.fax_lines,
            utc_now,
        )
        self.switchboard.reconnected = self.desk.renew_telephones
        self.live = LiveServer(self.desk, env.ports.live, env.web_origins)

    def _call_ports(self) -> CallPorts:
        return CallPorts(
            exchange=self.exchange,
            journal=self.journal,
            records=self.records,
            floor=self.floor,
            look_ups=self.look_ups,
            sounds=self.sounds,
            clock=utc_now,
            store=self.archive.keep,
            show=self.desk.show,
            show_end=self.desk.show_end,
            number_of=lambda person: self.floor.agents[person].plan.number,
            endpoint_of=self._endpoint_of,
            outside=lambda number: self.env.outside.format(number=number),
            present=self.desk.present,
            traffic=self.traffic,
            finished=self.switchboard.finished,
            hangup_log=self.env.hangup_log,
        )

    def _endpoint_of(self, person: int) -> str:
        plan = self.floor.agents[person].plan
        return plan.telephone or f"PJSIP/{agent_name(plan.centre, plan.number)}"

    # --- what one part tells another

    def _offer(self, call: str, person: int) -> None:
        self.switchboard.offer(call, person)

    def _floor_changed(self, agent: Agent | None, centre: int) -> None:
        if agent is not None:
            card = None if agent.state == "offline" else agent.card()
            self.journal.keep(f"agent:{agent.plan.person}", card)
        self.desk.agent_changed(agent, centre)

    def _plans_changed(self, plans: Plans) -> None:
        self.sounds.use(plans.prompts)
        self.floor.plan(plans.agents, plans.queues)
        versions = {key: spec for line in plans.lines for key, spec in line.versions().items()}
        wanted = {f"flow:{version}": spec for version, spec in versions.items()}
        live = {f"flow:{actor.call.line.flow_version}" for actor in self.switchboard.calls.values()}
        for key in [key for key in self.journal.cards if key.startswith("flow:")]:
            if key not in wanted and key not in live:
                self.journal.keep(key, None)
        for key, flow in wanted.items():
            if self.journal.cards.get(key) != flow:
                self.journal.keep(key, flow)

    def _check_plans(self, plans: Plans) -> None:
        tell_missing(self.env.sounds, plans.prompts)

    def _shipped(self, entries: Sequence[Entry]) -> None:
        changed: defaultdict[int, set[str]] = defaultdict(set)
        for entry in entries:
            if entry.kind in SHOWN:
                changed[entry.centre].add(entry.call)
        for centre, calls in changed.items():
            self.desk.records_changed(centre, "call", sorted(calls))

    # --- living

    async def run(self) -> None:
        """Until SIGTERM or SIGINT. Calls go on without us; the journal holds the rest."""
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        self.plans.start()
        self.records.start()
        self.fax_claims.start()
        await self.live.start()
        # What is there now stays until the end: the collector need not look at it again.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*COLLECT_AFTER)
        tasks = [
            asyncio.create_task(self.switchboard.run(), name="switchboard"),
            asyncio.create_task(self._collect_fallback(), name="fallback"),
            asyncio.create_task(stop.wait(), name="signal"),
        ]
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        await self._close()
        for task in done:
            task.result()

    async def _close(self) -> None:
        await self.live.stop()
        await self.exchange.close()
        self.plans.stop()
        self.fax_claims.stop()
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, self.records.stop)
        await self.asking.close()
        self.pools.stop()
        self.archive.stop()
        self.journal.close()

    async def _collect_fallback(self) -> None:
        """Bring in what the dialplan recorded while nobody was here."""
        self._finish_interrupted()
        while True:
            await asyncio.sleep(SPOOL_SECONDS)
            if not self.switchboard.healthy or not fallback.any_message(self.env.fallback_messages):
                continue
            try:
                channels = {channel.id for channel in await self.exchange.channels()}
            except ari.AriError:
                continue
            for message in fallback.complete(self.env.fallback_messages, time.time(), channels):
                try:
                    self._bring_in(message)
                except OSError:  # tried again: the switchboard has calls to serve
                    log.exception("%s cannot be brought in now", message.file.name)

    def _finish_interrupted(self) -> None:
        for key, card in tuple(self.journal.cards.items()):
            if key.startswith("fallback:"):
                message = fallback.read_name(Path(card["file"]))
                if message is not None:
                    self._bring_in(message)

    def _bring_in(self, message: fallback.Message) -> None:
        line = self.plans.line(message.called)
        if line is None:
            log.error("%s was left for a number that nobody serves", message.file.name)
            return
        ended = message.file.stat().st_mtime if message.file.exists() else time.time()
        fallback.bring_in(message, line, self.journal, self.env.store, ended)
        self.records.nudge()


def lock(folder: Path) -> int:
    """Hold the installation's journal; the kernel lets it go when this process ends."""
    folder.mkdir(parents=True, exist_ok=True)
    file = os.open(folder / "lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise AlreadyRunning(str(folder)) from error
    return file
