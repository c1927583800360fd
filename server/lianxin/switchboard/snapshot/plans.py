"""The plans in memory: loaded at start, again when PostgreSQL says that they changed.

The last good ones lie on disk beside the journal, so that calls are answered also when
the switchboard starts while PostgreSQL is away.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from lianxin.flows.codec import read
from lianxin.lines.loading import load_plans
from lianxin.lines.plan import CHANNEL, LinePlan, Plans
from lianxin.rules.flow import Flow, FlowFaults
from lianxin.rules.hours import Calendar, is_open
from lianxin.rules.outbound import USUAL, OutboundRule
from lianxin.switchboard.snapshot.listener import Listener

log = logging.getLogger(__name__)

#: Read again also when nothing was announced: a notification may be lost with a connection.
REFRESH_SECONDS = 60
_STOP_SECONDS = 0.5  # how soon the thread notices that it shall stop


class PlanBook:
    """Lines by number, flows by version. ``changed`` is called on the loop, ``check``
    on the thread that reads the database."""

    def __init__(
        self,
        file: Path,
        database_url: str,
        changed: Callable[[Plans], None],
        check: Callable[[Plans], None] | None = None,
    ) -> None:
        self._file = file
        self._database_url = database_url
        self._changed = changed
        self._check = check
        self._flows: dict[int, Flow] = {}
        self.plans = Plans((), (), ())
        self._lines: dict[str, LinePlan] = {}
        self._calendars: dict[tuple[int, str], Calendar] = {}
        self._outbound: dict[int, OutboundRule] = {}
        self._stopping = threading.Event()

    def line(self, number: str) -> LinePlan | None:
        """The line of a number: it has a plan, and one flow or more."""
        return self._lines.get(number)

    def answering(self, line: LinePlan, now: datetime) -> LinePlan:
        """The line as it answers a call that starts at ``now``; the call keeps that flow."""
        return line.at(now)

    def flow(self, line: LinePlan) -> Flow:
        """The flow of a call's line; parsed once a version."""
        return self._parsed(line.flow_version, line.flow)

    def calendar_state(self, centre: int, code: str, now: datetime) -> str | None:
        """``open`` or ``closed``, as a calendar of the centre is at ``now``; None: unknown."""
        calendar = self._calendars.get((centre, code))
        if calendar is None:
            return None
        return "open" if is_open(calendar, now)[0] else "closed"

    def outbound_rule(self, centre: int) -> OutboundRule:
        """Which telephones outside a centre rings; the usual ones while it is not known."""
        return self._outbound.get(centre, USUAL)

    def _parsed(self, version: int, spec: dict[str, Any]) -> Flow:
        flow = self._flows.get(version)
        if flow is None:
            flow = self._flows[version] = read(spec)
        return flow

    def start(self) -> None:
        """Read what is on disk now, and keep reading the database on a thread of its own."""
        self._take_kept()
        loop = asyncio.get_running_loop()
        poll = partial(self._load, loop)
        Listener(
            "plans", self._database_url, CHANNEL, REFRESH_SECONDS, poll, self._stopping
        ).start()

    def _take_kept(self) -> None:
        """The plans that are on disk. Of another version they may be unreadable: then the
        database's are waited for."""
        if not self._file.exists():
            return
        try:
            kept = msgspec.json.decode(self._file.read_bytes(), type=Plans)
        except msgspec.DecodeError as error:
            log.error("%s cannot be read: %s", self._file, error)
        else:
            self._take(self._readable(kept))

    def stop(self) -> None:
        self._stopping.set()

    def _load(self, loop: asyncio.AbstractEventLoop, _: frozenset[str] = frozenset()) -> None:
        plans = load_plans()
        # Parsed on this thread, so that a hundred new flows do not hold up the loop.
        if not self._hand_over(self._readable(plans), loop):
            return
        temporary = self._file.with_suffix(".new")
        temporary.write_bytes(msgspec.json.encode(plans))
        temporary.replace(self._file)
        if self._check is not None:
            self._check(plans)

    def _hand_over(self, readable: Plans, loop: asyncio.AbstractEventLoop) -> bool:
        """Let the loop take the plans; False when that did not happen before the end.

        What is on disk is then never ahead of what answers calls.
        """
        taken = threading.Event()

        def take() -> None:
            self._take(readable)
            taken.set()

        loop.call_soon_threadsafe(take)
        while not taken.wait(_STOP_SECONDS):
            if self._stopping.is_set():
                return False
        return True

    def _readable(self, plans: Plans) -> Plans:
        """The plans without the lines and the versions that cannot be read."""
        return replace(plans, lines=tuple(filter(None, map(self._usable, plans.lines))))

    def _take(self, plans: Plans) -> None:
        self.plans = plans
        self._lines = {line.number: line for line in plans.lines}
        self._calendars = {
            (each.centre, each.calendar.code): each.calendar for each in plans.calendars
        }
        self._outbound = {each.centre: each.rule for each in plans.outbound}
        self._changed(self.plans)

    def _usable(self, line: LinePlan) -> LinePlan | None:
        """The line without the versions that cannot be read; None without its day's flow."""
        if not self._parses(line, line.flow_version, line.flow):
            return None
        others = (each for each in line.others if self._parses(line, each.version, each.spec))
        return replace(line, others=tuple(others))

    def _parses(self, line: LinePlan, version: int, spec: dict[str, Any]) -> bool:
        try:
            self._parsed(version, spec)
        except FlowFaults as faults:
            log.error("line %s has a broken flow and does not serve it: %s", line.number, faults)
            return False
        return True

    def remembered_flow(self, version: int) -> dict[str, Any] | None:
        """The JSON of a version that a line still runs, at whatever time of day."""
        for line in self.plans.lines:
            spec = line.versions().get(version)
            if spec is not None:
                return spec
        return None
