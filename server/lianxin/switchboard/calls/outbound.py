"""Outside telephones for a caller: all ring at once, the first that answers talks with them.

It runs on the call's mailbox. The caller hears music until somebody answers; what the two
then say is recorded like any conversation. Either may hang up: a caller who stays goes on
in the flow.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Collection

from uuid_utils import uuid7

from lianxin.rules import q850
from lianxin.rules.flow import effects, events
from lianxin.rules.flow.references import references
from lianxin.rules.outbound import NamedBy
from lianxin.switchboard.ari import AriError, Gone
from lianxin.switchboard.calls.call import Call, Dialling
from lianxin.switchboard.calls.context import CallContext
from lianxin.switchboard.calls.ports import CallPorts
from lianxin.switchboard.calls.recorder import ConversationRecorder
from lianxin.switchboard.exchange import channel_names
from lianxin.switchboard.exchange.outbound_legs import Refused
from lianxin.switchboard.exchange.reconcile import ExchangeSnapshot

log = logging.getLogger(__name__)

#: How many telephones may ring at once; more are passed over.
AT_ONCE = 10
#: What is told of a leg that ended while nobody listened.
UNSEEN = q850.NO_ANSWER

#: What a citizen's call may be sent to, and nothing else that a dial string understands.
NUMBER = re.compile(r"\+?[0-9*#]{2,24}")

#: What a telephone's end says, by Q.850 cause; other causes are ``failed``.
REASONS: dict[int, events.DialEnd] = {
    q850.NORMAL: "no_answer",  # the far end ended the ringing in good order
    q850.BUSY: "busy",
    q850.NO_RESPONSE: "no_answer",
    q850.NO_ANSWER: "no_answer",
    q850.REJECTED: "refused",
}
#: Of several telephones that nobody answered the first of these is told.
ORDER: tuple[events.DialEnd, ...] = ("no_answer", "busy", "refused", "failed")


class Outbound:
    """The outside legs of one call; ``tell`` gives the flow its events."""

    def __init__(
        self,
        context: CallContext,
        recorder: ConversationRecorder,
        deliver: Callable[[events.Event], Awaitable[None]],
    ) -> None:
        self._context = context
        self._call: Call = context.call
        self._ports: CallPorts = context.ports
        self._recorder = recorder
        self._deliver = deliver

    # --- ringing

    async def dial(self, effect: effects.Dial) -> None:
        call = self._call
        numbers = [each for each in effect.numbers if NUMBER.fullmatch(each)][:AT_ONCE]
        legs = {
            channel_names.make("outside", call.id, uuid7()): number
            for number in dict.fromkeys(numbers)
        }
        call.dial = Dialling(effect.token)
        call.move("dialled")
        for leg, number in legs.items():
            self._context.add_leg("outside", leg, why="dial", by="flow", number=number, person=None)
        self._context.log("dialled", numbers=[*legs.values()], legs=[*legs])
        if not legs:
            self._context.post(self._nobody, effect.token)
        named = self._named_by_centre() if legs else ()
        for leg, number in legs.items():
            by: NamedBy = "centre" if number in named else "caller"
            await self._ring(leg, number, by, effect.seconds)

    async def _ring(self, leg: str, number: str, by: NamedBy, seconds: int) -> None:
        call = self._call
        try:
            await self._ports.outbound.ring(
                call.line.centre,
                number,
                leg,
                by=by,
                originator=call.channel,
                caller_id=call.presented,
                seconds=seconds,
                app_args=channel_names.app_args("outside", call.id),
            )
        except Refused as refused:
            log.warning("%s: %s is not rung: %s", call.id, leg, refused.code)
            self._context.post(self.leg_gone, leg, q850.REJECTED)
        except AriError as error:
            log.warning("%s: %s cannot be rung: %s", call.id, leg, error)
            self._context.post(self.leg_gone, leg, q850.NO_ROUTE)

    def _named_by_centre(self) -> frozenset[str]:
        """The telephones that the line and its flow name; any other was typed, or looked up."""
        line = self._call.line
        return references(line.flow).telephones.union(line.night_bell)

    async def stop(self, effect: effects.StopDialling) -> None:
        """The flow goes on without waiting any longer."""
        dial = self._call.dial
        if dial is not None and dial.token == effect.token:
            await self._end("stopped")

    # --- answered

    async def leg_up(self, channel: str) -> None:
        """The first telephone that answers has the caller; the others ring no more."""
        call = self._call
        dial, leg = call.dial, call.legs.get(channel)
        if dial is None or leg is None or call.state != "dialling":
            await self._context.hang_up([channel])
            return
        others = self._context.drop_legs(
            each for each in call.legs_of("outside") if each.id != channel
        )
        self._context.move_leg(channel, "answered")
        call.move("dial_answered")
        call.transferred = True
        self._context.log("dial_answered", number=leg.number, leg=channel)
        await self._context.hang_up(others)
        await self._deliver(events.DialAnswered(dial.token, leg.number))
        await self._bring_together(())
        await self._recorder.listen()

    async def _bring_together(self, there: Collection[str]) -> None:
        """Caller and telephone into one bridge; ``there``: who is in it already."""
        call, exchange = self._call, self._ports.exchange
        if call.dial is None:
            return
        if not there:
            await exchange.create_bridge(call.bridge)
        for channel in (self._answered, call.channel):
            call.join(channel)
            if channel not in there:
                await exchange.add_to_bridge(call.bridge, channel, no_wait=True)

    @property
    def _answered(self) -> str:
        """The telephone that talks; "" when none does."""
        return next((leg.id for leg in self._call.legs_of("outside") if leg.state == "up"), "")

    # --- ending

    async def leg_gone(self, channel: str, cause: int) -> None:
        """A telephone has ended: it was not answered, or they have hung up."""
        call, dial = self._call, self._call.dial
        leg = call.legs.get(channel)
        if dial is None or leg is None:
            return
        dial.causes.append(cause)
        if leg.state == "up":
            await self._over("answered", gone=channel)
            return
        self._context.drop_legs([leg])
        if not call.legs_of("outside"):
            await self._over(reason_of(dial.causes))

    async def _nobody(self, token: int) -> None:
        dial = self._call.dial
        if dial is not None and dial.token == token:
            await self._over("failed")

    async def _over(self, reason: events.DialEnd, gone: str = "") -> None:
        """The caller is still there: the flow says what comes next."""
        dial = self._call.dial
        if dial is not None:
            await self._end(reason, gone)
            await self._deliver(events.DialEnded(dial.token, reason))

    async def caller_gone(self) -> None:
        await self._end("caller")

    async def _end(self, reason: str, gone: str = "") -> None:
        """No leg, no bridge and no music is left; the caller's leg is not touched."""
        call, exchange = self._call, self._ports.exchange
        talked = self._answered
        if call.dial is None:
            return
        call.dial = None
        if call.state in ("dialling", "outside"):
            call.move("dial_ended")
        legs = self._context.drop_legs(call.legs_of("outside"))
        call.free_caller(self._ports.clock().timestamp())
        self._context.log("dial_ended", reason=reason, leg=talked)
        if talked:
            await self._context.take_out_caller()
        await self._context.hang_up(leg for leg in legs if leg != gone)
        if talked:
            await self._recorder.stop()
            await exchange.destroy_bridge(call.bridge, no_wait=True)

    # --- after a gap

    async def resync(self, snapshot: ExchangeSnapshot) -> None:
        """Nobody listened for a while: who still rings, who has answered, who has gone?"""
        dial = self._call.dial
        if dial is None:
            return
        for leg in self._call.legs_of("outside"):
            channel = snapshot.channels.get(leg.id)
            if channel is None:
                await self.leg_gone(leg.id, UNSEEN)
            elif leg.state == "ringing" and channel.state == "Up":
                await self.leg_up(leg.id)
        if self._call.state == "outside" and self._call.dial is dial:
            await self._resync_talk(snapshot)

    async def _resync_talk(self, snapshot: ExchangeSnapshot) -> None:
        bridge = snapshot.bridges.get(self._call.bridge)
        try:
            await self._bring_together(bridge.channels if bridge else ())
        except Gone:
            raise
        except AriError as error:  # it is there already: made by the predecessor, or just now
            log.debug("%s: %s", self._call.id, error)
        if not self._recorder.runs:
            await self._recorder.listen()


def reason_of(causes: Collection[int]) -> events.DialEnd:
    """Why nobody took it, of the Q.850 causes of one telephone or several."""
    reasons = {REASONS.get(cause, "failed") for cause in causes}
    return next(reason for reason in ORDER if reason in reasons)
