"""Queues callbacks for those who hang up: the source ``callback`` of a look-up."""

from __future__ import annotations

import logging
from dataclasses import replace

from uuid_utils import uuid7

from lianxin.rules.masking import masked
from lianxin.rules.telephones import dialled, may_be_rung
from lianxin.switchboard.acd.queue_entry import QueueEntry
from lianxin.switchboard.calls.actor import CallActor
from lianxin.switchboard.calls.call import Call, QueuedCallback
from lianxin.switchboard.calls.live_calls import LiveCalls
from lianxin.switchboard.clock import Clock
from lianxin.switchboard.exchange.outbound_legs import OutboundLegs
from lianxin.switchboard.lookups.call_facts import CallFacts
from lianxin.switchboard.lookups.dispatch import Arguments, Resolved

log = logging.getLogger(__name__)

#: Callbacks that one centre queues at most.
MOST = 500


class QueuedCallbacks:
    """Each is a call of its own, begun by the one in which it was asked for."""

    def __init__(self, calls: LiveCalls, clock: Clock, outbound: OutboundLegs) -> None:
        self._calls = calls
        self._clock = clock
        self._outbound = outbound

    async def answer(self, asked: CallFacts, arguments: Arguments) -> Resolved:
        """``ok``: they may hang up. The same number in the same queue has one place."""
        actor = self._calls.get(asked.id)
        if actor is None or actor.call.state not in ("queued", "offered"):
            return "refused", {}
        call = actor.call
        given = str(arguments.get("number") or asked.caller)
        number = dialled(given, call.line.area_code)
        # Said at the keypad: who types a satellite telephone is not promised a call.
        why = self._outbound.refusal(asked.centre, number or given, "caller")
        if why is not None:
            log.warning("%s: no callback to %s: %s", call.id, masked(number or given), why)
            return "refused", {"reason": why}
        if call.queue_entry is None or not may_be_rung(number):
            return "refused", {}
        queued = [each for each in self._calls if self._is_of(each.call, asked.centre)]
        if any((each.call.caller, each.call.queue) == (number, call.queue) for each in queued):
            call.callback_queued = True
            return "ok", {}
        if len(queued) >= MOST:
            log.error("centre %s has %d queued callbacks: no more", asked.centre, len(queued))
            return "refused", {}
        self._begin(actor, call.queue_entry, number)
        return "ok", {}

    @staticmethod
    def _is_of(call: Call, centre: int) -> bool:
        return call.callback is not None and call.state != "ended" and call.line.centre == centre

    def _begin(self, actor: CallActor, entry: QueueEntry, number: str) -> None:
        call = actor.call
        back = Call(
            id=str(uuid7()),
            line=call.line,
            caller=number,
            source="callback",
            started=self._clock(),
            state="queued",
            session=actor.flow.as_left_in_queue(),
            queue=call.queue,
            queue_token=call.queue_token,
            queue_entry=replace(entry, limit_seconds=0, callback=True),
            queued=call.queued,
            callback=QueuedCallback(call.id),
            claimed=call.source == "web",
        )
        log.info("%s: queues a callback to %s: %s", call.id, masked(number), back.id)
        made = actor.beside(back)
        self._calls.add(made)
        call.callback_queued = True
        actor.log("callback_kept", number=number, callback=back.id)
        made.post(made.wait_for_turn)
