"""The clock of a simulation, and the way of events into the interpreter and of effects out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from lianxin.rules.flow import events
from lianxin.rules.flow.flow import Flow
from lianxin.rules.flow.interpreter import advance, start
from lianxin.rules.flow.lint.findings import Finding
from lianxin.rules.flow.simulator.environment import Environment
from lianxin.rules.flow.simulator.playback import Playback, Player
from lianxin.rules.flow.simulator.scenario import MAX_SECONDS, Setup
from lianxin.rules.flow.simulator.transcript import MAX_LINES, Kind, Line


@dataclass
class Recording:
    """What the caller is saying; times in seconds from the start."""

    token: int
    name: str
    began: float
    max_seconds: float
    silence_seconds: float
    spoken: float = 0.0


#: What happens by itself at a moment: when, in which order, what.
_Due = tuple[float, int, Callable[[], None]]

#: Carries out one type of effect.
Way = Callable[["Machine", Any], None]


class Machine:
    """One simulation under way."""

    def __init__(
        self,
        flow: Flow,
        setup: Setup,
        environment: Environment,
        player: Player,
        ways: Mapping[type, Way],
        faults: Mapping[str, Finding],
    ) -> None:
        self.session = start(flow)
        self.faults = faults  # by the node at which a caller meets them
        self.fault: Finding | None = None  # the one that was met
        self.setup = setup
        self.environment = environment
        self.player = player
        self.clock = 0.0
        self.lines: list[Line] = []
        self.events: list[tuple[events.Event, datetime]] = []
        self.number = 0  # of the step
        self.node = ""
        self.playback: tuple[Playback, ...] = ()
        self.recording: Recording | None = None
        self.recordings: dict[str, float] = {}
        self.speaking_since: float | None = None
        self.queued_since: float | None = None
        self.stopped = False
        self.due: dict[int, _Due] = {}  # by token
        self._ways = ways
        self._order = 0
        self._at_once: deque[Callable[[], None]] = deque()

    @property
    def now(self) -> datetime:
        return self.setup.at + timedelta(seconds=self.clock)

    def happened(self, event: events.Event) -> None:
        """Give an event to the interpreter, and carry out what it asks for."""
        self.events.append((event, self.now))
        self.session, effects = advance(self.session, event, self.now)
        for effect in effects:
            if self.stopped:
                break
            self._ways[type(effect)](self, effect)

    def awaits(self, name: str, token: int) -> bool:
        return self.session.open.get(name) == token

    def write(
        self,
        kind: Kind,
        text: str = "",
        data: Mapping[str, Any] | None = None,
        *,
        node: str = "",
    ) -> None:
        """Write a line of the transcript, of the node where the caller stands unless told."""
        if len(self.lines) < MAX_LINES:
            there = node or self.node
            self.lines.append(Line(self.clock, there, kind, text, data or {}, self.number))
        else:
            self.stop("too_many_lines")

    def stop(self, why: str, data: Mapping[str, Any] | None = None) -> None:
        """Go no further: the simulation is too long, or the flow is at fault here."""
        if not self.stopped:
            self.stopped = True
            line = Line(self.clock, self.node, "stopped", why, data or {}, self.number)
            self.lines.append(line)

    def meet(self, fault: Finding) -> None:
        """Go no further: what comes here is what a caller could not walk."""
        self.fault = fault
        self.stop("fault", {"code": fault.code, "place": fault.place})

    # --- time

    def soon(self, happen: Callable[[], None]) -> None:
        """Let something happen without time, after what is being done."""
        self._at_once.append(happen)

    def later(self, token: int, seconds: float, happen: Callable[[], None]) -> None:
        """Let something happen in ``seconds``; ``due`` of the token is what can be cancelled."""
        if seconds <= 0:
            self.soon(happen)
            return
        self._order += 1
        self.due[token] = (self.clock + seconds, self._order, happen)

    def settle(self) -> None:
        """Let happen what takes no time."""
        while self._at_once and not self.stopped:
            self._at_once.popleft()()

    def next_due(self) -> float | None:
        return min(each[0] for each in self.due.values()) if self.due else None

    def pass_time(self, until: float) -> None:
        """Let everything happen that is due, up to a moment."""
        until = min(until, MAX_SECONDS)
        while self.due and not self.stopped:
            token, (at, _, happen) = min(self.due.items(), key=lambda item: item[1][:2])
            if at > until:
                break
            del self.due[token]
            self.clock = max(self.clock, at)
            happen()
            self.settle()
        self.clock = max(self.clock, until)
        if until == MAX_SECONDS:
            self.stop("too_long")
