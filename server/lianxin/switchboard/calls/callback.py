"""A citizen who hung up is called when it is their turn.

The call is one of its own, linked to the one in which it was asked for. It waits in the
floor like any other; an agent is rung first, with the citizen's number, and hears ringing
while the citizen is dialled. Then it is a conversation like any other, and the flow goes on
from the queue in which the citizen stood. Who is not reached is tried again, and in the end
the call is closed with an entry.

It runs on the call's mailbox.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from uuid_utils import uuid7

from lianxin.rules import q850
from lianxin.switchboard.ari import AriError
from lianxin.switchboard.calls.call import Call, QueuedCallback
from lianxin.switchboard.calls.context import CallContext
from lianxin.switchboard.calls.outbound import UNSEEN, reason_of
from lianxin.switchboard.calls.ports import CallPorts
from lianxin.switchboard.exchange import channel_names
from lianxin.switchboard.exchange.outbound_legs import Refused
from lianxin.switchboard.exchange.reconcile import ExchangeSnapshot

log = logging.getLogger(__name__)

#: How often a citizen is dialled, and how long it is until the next time.
TRIES, AGAIN_SECONDS = 3, 300
#: How long the citizen's telephone rings.
RING_SECONDS = 30
#: What the agent hears meanwhile.
RINGING = "tone:ring;tonezone=cn"


class Callback:
    """``begin`` lets the talk begin, both are on the line; ``close`` ends the call."""

    def __init__(
        self,
        context: CallContext,
        begin: Callable[[], Awaitable[None]],
        close: Callable[[], Awaitable[None]],
    ) -> None:
        self._context = context
        self._call: Call = context.call
        self._ports: CallPorts = context.ports
        self._begin = begin
        self._close = close

    @property
    def _queued(self) -> QueuedCallback:
        queued = self._call.callback
        if queued is None:
            raise LookupError(f"call {self._call.id} is no callback")
        return queued

    # --- waiting

    def line_up(self) -> None:
        """Stand in the floor, at rest while it is not yet time."""
        call, queued = self._call, self._queued
        if call.queue_entry is None:
            return
        now = self._ports.clock().timestamp()
        rests = queued.waits or queued.due > now
        self._ports.floor.enter(call.id, call.queue_entry, rests=rests)
        if queued.due > now:
            loop = asyncio.get_running_loop()
            loop.call_later(queued.due - now, self._ports.floor.wake, call.id)

    async def hung_up(self) -> None:
        """The citizen has left the call in which they asked: from now on it may be their turn."""
        self._queued.waits = False
        if self._call.state == "queued":
            self.line_up()

    # --- dialling

    async def dial(self) -> None:
        """The agent is there: ring the citizen."""
        call, queued, exchange = self._call, self._queued, self._ports.exchange
        queued.tries += 1
        leg = channel_names.make("caller", call.id, uuid7())
        self._context.add_leg(
            "caller", leg, why="callback", by="system", number=call.caller, person=None
        )
        self._context.log(
            "calling_back", number=call.caller, person=call.person, tries=queued.tries, leg=leg
        )
        self._context.keep()
        try:
            await exchange.play(call.agent_leg_up, [RINGING], _ringing(leg), no_wait=True)
            await self._ports.outbound.ring(
                call.line.centre,
                call.caller,
                leg,
                by="caller",
                originator=call.agent_leg_up,
                caller_id=call.line.number,
                seconds=RING_SECONDS,
                app_args=channel_names.app_args("caller", call.id),
            )
        except Refused as refused:
            log.warning("%s: the citizen is not rung: %s", call.id, refused.code)
            queued.tries = TRIES  # an agent is not rung for it again
            self._context.post(self.leg_gone, leg, q850.REJECTED)
        except AriError as error:
            log.warning("%s: the citizen cannot be rung: %s", call.id, error)
            self._context.post(self.leg_gone, leg, q850.NO_ROUTE)

    async def leg_up(self, channel: str) -> None:
        """The citizen has answered."""
        call = self._call
        leg = call.legs.get(channel)
        if leg is None or leg.state != "ringing" or call.phase != "connecting":
            await self._context.hang_up([channel])
            return
        await self._ports.exchange.stop_playback(_ringing(channel), no_wait=True)
        self._context.move_leg(channel, "answered")
        await self._begin()

    async def leg_gone(self, channel: str, cause: int) -> None:
        """The citizen's telephone was not answered."""
        leg = self._call.legs.get(channel)
        if leg is not None and leg.state == "ringing":
            await self.unreached(reason_of((cause,)))

    async def unreached(self, reason: str) -> None:
        """Not this time: the agent is free, the place is kept for the next try."""
        call, queued, ports = self._call, self._queued, self._ports
        seen = call.view()
        person, citizen = call.person, [leg.id for leg in call.legs_of("caller")]
        legs = self._context.drop_legs(tuple(call.legs.values()))
        queued.due = ports.clock().timestamp() + AGAIN_SECONDS
        call.move("missed")
        self._context.log(
            "callback_missed",
            number=call.caller,
            tries=queued.tries,
            reason=reason,
            leg=citizen[0] if citizen else "",
        )
        if person is not None:
            ports.floor.move(person, "released")
            ports.show_end(person, seen, "unreached", "system")
        await self._context.hang_up(legs)
        if queued.tries >= TRIES:
            await self._close()
        else:
            self.line_up()

    # --- after a gap

    async def resync(self, snapshot: ExchangeSnapshot) -> None:
        """Nobody listened while an agent waited for the citizen to answer."""
        call = self._call
        if call.state == "queued":
            self.line_up()
        elif call.phase == "connecting" and not call.channel:
            await self._resync_dialled(snapshot)

    async def _resync_dialled(self, snapshot: ExchangeSnapshot) -> None:
        legs = self._call.legs_of
        citizen = next((leg.id for leg in legs("caller")), "")
        channel = snapshot.channels.get(citizen)
        if not any(leg.id in snapshot.channels for leg in legs("agent")):
            await self.unreached("agent")
        elif channel is None:
            await self.unreached(reason_of((UNSEEN,)))
        elif channel.state == "Up":
            await self.leg_up(citizen)


def _ringing(leg: str) -> str:
    return channel_names.playback(leg, "ringing")
