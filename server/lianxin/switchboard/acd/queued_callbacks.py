"""Keeps places in the queue for those who hang up: the source ``callback`` of a look-up."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace

from uuid_utils import uuid7

from lianxin.rules.masking import masked
from lianxin.switchboard.calls.actor import CallActor
from lianxin.switchboard.calls.call import Call, QueuedCallback
from lianxin.switchboard.calls.outbound import NUMBER
from lianxin.switchboard.clock import Clock
from lianxin.switchboard.lookups.dispatch import Answer, Arguments
from lianxin.switchboard.router import Switchboard

log = logging.getLogger(__name__)

#: Places that one centre keeps at most.
MOST = 500
#: A number that can be called from the public network has so many digits at least.
SHORTEST = 7


class Callbacks:
    """``find`` gives a live call, ``begin`` lets a new one live, ``every`` is all that live."""

    def __init__(
        self,
        clock: Clock,
        find: Callable[[str], CallActor | None],
        every: Callable[[], Iterable[CallActor]],
        begin: Callable[[Call], CallActor],
    ) -> None:
        self._clock = clock
        self._find = find
        self._every = every
        self._begin = begin

    async def answer(self, call: Call, arguments: Arguments) -> Answer:
        """``ok``: they may hang up. The same number in the same queue has one place."""
        number = str(arguments.get("number") or call.caller)
        actor = self._find(call.id)
        if actor is None or call.place is None or call.state not in ("queued", "ringing"):
            return "refused", {}
        if not NUMBER.fullmatch(number) or len(number) < SHORTEST:
            return "refused", {}
        kept = [each for each in self._every() if self._is_of(each.call, call.line.centre)]
        if any((each.call.caller, each.call.queue) == (number, call.queue) for each in kept):
            call.place_kept = True
            return "ok", {}
        if len(kept) >= MOST:
            log.error("centre %s keeps %d places: no more", call.line.centre, len(kept))
            return "refused", {}
        self._keep(actor, number)
        return "ok", {}

    @staticmethod
    def _is_of(call: Call, centre: int) -> bool:
        return call.callback is not None and call.state != "ended" and call.line.centre == centre

    def _keep(self, actor: CallActor, number: str) -> None:
        call = actor.call
        place = replace(call.place, limit_seconds=0, callback=True) if call.place else None
        back = Call(
            id=str(uuid7()),
            line=call.line,
            channel="",
            caller=number,
            source="callback",
            started=self._clock(),
            state="queued",
            session=actor.flow.as_left_in_queue(),
            queue=call.queue,
            queue_token=call.queue_token,
            place=place,
            queued=call.queued,
            callback=QueuedCallback(call.id),
        )
        log.info("%s: keeps a place for %s: %s", call.id, masked(number), back.id)
        made = self._begin(back)
        call.place_kept = True
        actor.log("callback_kept", number=number, callback=back.id)
        made.post(made.wait_for_turn)

    def over(self, origin: str) -> None:
        """The citizen has hung up: those that wait for that may be made."""
        for actor in self._every():
            if actor.call.callback is not None and actor.call.callback.of == origin:
                actor.post(actor.origin_over)


def callbacks_of(switchboard: Switchboard, clock: Clock) -> Callbacks:
    """The callbacks of a switchboard, which is told to say when a call is finished."""
    made = Callbacks(
        clock, switchboard.call, lambda: tuple(switchboard.calls.values()), switchboard.register
    )
    switchboard.over = made.over
    return made
