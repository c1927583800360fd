"""A caller's place in a queue, as the flow asks for it: entered, limited in time, left, kept."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from lianxin.rules.flow import effects, events
from lianxin.switchboard.acd.queue_entry import QueueEntry
from lianxin.switchboard.calls.call import Call
from lianxin.switchboard.calls.context import CallContext
from lianxin.switchboard.calls.ports import CallPorts

#: A caller whose time in the queue is over is asked again so soon while a telephone rings.
RING_PAUSE = 1.0


class Queueing:
    """``tell`` gives the flow its events; ``leave_line`` takes the caller out of the floor."""

    def __init__(
        self,
        context: CallContext,
        deliver: Callable[[events.Event], Awaitable[None]],
        leave_line: Callable[[str], Awaitable[None]],
    ) -> None:
        self._context = context
        self._call: Call = context.call
        self._ports: CallPorts = context.ports
        self._deliver = deliver
        self._leave_line = leave_line
        self._limit: asyncio.TimerHandle | None = None

    async def enter(self, effect: effects.Enqueue, *, keep: bool) -> None:
        """``keep``: the node was entered anew, which costs nobody their place.

        Whoever was sent away by an agent who wants them back has not lost it either, nor has
        whose agent went before the two heard each other.
        """
        call, floor, now = self._call, self._ports.floor, self._ports.clock()
        kept = call.queued if effect.prefer or effect.again or keep else None
        entry = QueueEntry(
            centre=call.line.centre,
            queue=effect.queue,
            since=kept or now,
            priority=effect.priority,
            limit_seconds=effect.limit_seconds,
            agents=effect.agents,
            prefer=effect.prefer,
            entered=now,
        )
        call.wanted_agent = True
        if not floor.on_duty(entry):
            self._context.post(self._deliver, events.QueueLeft(effect.token, "nobody"))
            return
        call.queue, call.queue_token, call.queue_entry = effect.queue, effect.token, entry
        call.queued = call.queued or now
        if call.state == "in_flow":  # else they have stood here all the time
            call.move("queued")
            self._context.log("queued", queue=effect.queue)
        if call.state == "queued":
            floor.enter(call.id, entry)
        self._limit_wait()

    async def leave(self, effect: effects.LeaveQueue) -> None:
        """By the caller's own choice. One that is left already is left as it is."""
        if effect.token == self._call.queue_token:
            self.forget_limit()
            await self._leave_line("chosen")

    def resume(self) -> None:
        """Nobody listened for a while: the old place is kept."""
        call = self._call
        if call.state == "queued" and call.queue_entry is not None and call.callback is None:
            self._ports.floor.enter(call.id, call.queue_entry)
        if self._limit is None:
            self._limit_wait()

    # --- the limit

    def forget_limit(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    def _limit_wait(self) -> None:
        entry = self._call.queue_entry
        if entry is not None and entry.limit_seconds:
            waited = (self._ports.clock() - entry.entered).total_seconds()
            self._check_after(max(0.0, entry.limit_seconds - waited))

    def _check_after(self, seconds: float) -> None:
        self.forget_limit()
        loop = asyncio.get_running_loop()
        token = self._call.queue_token
        self._limit = loop.call_later(seconds, self._context.post, self._waited_long, token)

    async def _waited_long(self, token: int) -> None:
        call = self._call
        if self._limit is None or token != call.queue_token:
            return
        named = call.queue_entry is not None and bool(call.queue_entry.agents)
        if call.state == "offered" and not named:  # they may still take it
            self._check_after(RING_PAUSE)
        elif call.state in ("queued", "offered"):
            self.forget_limit()
            await self._leave_line("timeout")
            await self._deliver(events.QueueLeft(token, "timeout"))
