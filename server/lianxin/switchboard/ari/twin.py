"""The exchange in memory: for tests of whoever drives one, faster than life.

What it does is held to what Asterisk does by ``tests/switchboard/test_ari_contract.py``.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Sequence
from pathlib import Path

from lianxin.switchboard.ari import model
from lianxin.switchboard.ari.errors import NotConnected
from lianxin.switchboard.ari.model import (
    CallerId,
    Channel,
    Dialplan,
    Disconnected,
    Event,
    FromExchange,
)
from lianxin.switchboard.ari.port import OnEvent
from lianxin.switchboard.ari.twin_commands import Commands
from lianxin.switchboard.ari.twin_world import NORMAL, FarEnd, World
from lianxin.switchboard.mailbox import Mailbox

__all__ = ["FarEnd", "Twin"]


class _Line:
    """One controller's connection."""

    def __init__(self) -> None:
        self.events: Mailbox[Event] = Mailbox()
        self.lost = False


class Twin(Commands):
    """An ``Exchange``, and what the world does to it: ``call_in``, ``press``, ``hang_up`` …

    Time stands still until ``advance(seconds)``. While nobody is connected the world goes
    on and its events are lost. ``far_ends`` says how an endpoint behaves when it is dialled
    (an endpoint that is not listed is not registered). ``failures`` names commands that
    shall fail: ``twin.failures["play"] = AriError(500, "…")``. ``commands`` lists what
    was carried out: ``("answer", "call-1")``.
    """

    def __init__(self, application: str = "lianxin", recordings: Path | None = None) -> None:
        super().__init__(World(self._emit, recordings))
        self.application = application
        self.reachable = True  # whether connect() succeeds
        self._line: _Line | None = None  # the newest: only it is told anything
        self._lines: list[_Line] = []  # with those that were replaced, which stay open
        self._numbers = itertools.count(1)

    # --- what the world does

    def advance(self, seconds: float) -> None:
        self.world.advance(seconds)

    def call_in(
        self,
        number: str = "12345",
        caller: str = "13800000001",
        channel: str | None = None,
        args: Sequence[str] | None = None,
        endpoint: str = "carrier",
    ) -> str:
        """A call comes in over the trunk and enters the application; returns its channel.

        ``endpoint``: the account of the caller's browser, if it is one. With nobody connected
        the call goes elsewhere, as the dialplan says: the leg exists, but not in the application.
        """
        name = channel or f"in-{next(self._numbers)}"
        words = ("inbound", number) if args is None else tuple(args)
        runs = ("Stasis", ",".join((self.application, *words))) if self.connected else ("", "")
        leg = self.world.add(
            Channel(
                id=name,
                name=f"PJSIP/{endpoint}-{name.replace('-', '')}",
                state="Ring",
                caller=CallerId(number=caller),
                dialplan=Dialplan("from-carrier", number, 1, *runs),
            )
        )
        if self.connected:
            self.world.enter(leg, words)
        return name

    def press(self, channel: str, digits: str) -> None:
        """One key after the other, as a hand does; all of them at this moment of the world."""
        leg = self.world.leg(channel)
        for digit in digits:
            if leg.app:
                leg.released = max(self.world.now, leg.released + 0.2)
                self._emit(
                    model.ChannelDtmfReceived(
                        channel=leg.channel,
                        digit=digit,
                        duration_ms=100,
                        timestamp=self.world.stamp_of(leg.released),
                    )
                )

    def hang_up(self, channel: str, cause: int = NORMAL) -> None:
        """The far end hangs up, refuses or gives up."""
        self.world.end(channel, cause)

    def pick_up(self, channel: str) -> None:
        """The far end answers what it was dialled for."""
        self.world.pick_up(channel)

    def fall_silent(self, channel: str) -> None:
        self.world.fall_silent(channel)

    def lose(self, reason: str = "lost") -> None:
        """The controller's socket breaks, or the controller dies."""
        for line in self._lines:
            line.lost = True
            line.events.put(Disconnected(reason))
        self._lines.clear()

    def restart(self) -> None:
        """The exchange itself dies: every leg and bridge is gone, nothing is told."""
        self.lose("exchange died")
        self.globals.clear()
        self.config.clear()
        for things in (self.world.legs, self.world.bridges, self.world.playbacks, self.world.live):
            things.clear()

    # --- the connection

    @property
    def connected(self) -> bool:
        return self._line is not None and not self._line.lost

    async def connect(self) -> None:
        await asyncio.sleep(0)
        if not self.reachable:
            raise NotConnected(0, "twin: unreachable")
        if self._line is not None and not self._line.lost:
            self._line.events.put(model.ApplicationReplaced(application=self.application))
        self._line = _Line()
        self._lines.append(self._line)

    async def close(self) -> None:
        await asyncio.sleep(0)
        self.lose("closed")

    async def listen(self, on_event: OnEvent) -> None:
        line = self._line
        if line is None:
            raise NotConnected(0, "not connected")
        while True:
            on_event(event := await line.events.get())
            if isinstance(event, Disconnected):
                return

    def _emit(self, event: FromExchange) -> None:
        if self._line is not None and not self._line.lost:
            self._line.events.put(event)
