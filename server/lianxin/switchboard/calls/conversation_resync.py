"""A caller and an agent after a time in which nobody listened to the exchange."""

from __future__ import annotations

from collections.abc import Iterable

from lianxin.rules import q850
from lianxin.switchboard.calls.call import Call
from lianxin.switchboard.calls.context import CallContext
from lianxin.switchboard.calls.conversation import DETACHED_SECONDS, Conversation
from lianxin.switchboard.calls.ports import CallPorts
from lianxin.switchboard.calls.recorder import ConversationRecorder
from lianxin.switchboard.exchange.reconcile import ExchangeSnapshot


class ConversationResync:
    """Brings what is remembered of the agent's legs and what the exchange holds together."""

    def __init__(
        self, context: CallContext, talk: Conversation, recorder: ConversationRecorder
    ) -> None:
        self._context = context
        self._call: Call = context.call
        self._ports: CallPorts = context.ports
        self._talk = talk
        self._recorder = recorder

    async def resync(self, snapshot: ExchangeSnapshot) -> None:
        """The caller is there. Is the agent, and do the two still hear each other?"""
        call, channels = self._call, snapshot.channels
        there = [leg for leg in call.legs_of("agent") if leg.id in channels]
        if not there and call.phase != "detached":
            await self._resync_lost()
            return
        lost = [leg for leg in call.legs_of("agent") if leg.id not in channels]
        self._context.drop_legs(leg for leg in lost if leg.state != "detached")
        up = [leg.id for leg in there if leg.state == "ringing" and channels[leg.id].state == "Up"]
        if call.state == "offered":
            for channel in up:
                await self._talk.leg_up(channel)
            if call.person is None and call.state == "offered":  # struck from the roster
                await self._talk.missed(q850.NO_ANSWER)
        else:
            await self._resync_talk(snapshot, up)
        self._talk.show()

    async def _resync_talk(self, snapshot: ExchangeSnapshot, up: Iterable[str]) -> None:
        """``up``: telephones that were answered in the gap. While a citizen whom we call has not
        answered there is nothing else to compare."""
        call = self._call
        for channel in up:
            await self._talk.attached(channel)
        if call.unreached:
            return
        match call.phase:
            case "connecting":
                await self._rebuild_bridge(snapshot)
                await self._talk.connect()
            case "talking":
                await self._rebuild_bridge(snapshot)
                await self._ports.exchange.stop_moh(call.channel, no_wait=True)
            case "held":
                await self._part_caller(snapshot)
            case "detached":
                await self._part_caller(snapshot)
                self._talk.be_patient(DETACHED_SECONDS)
        if call.phase in ("talking", "held") and not self._recorder.runs:
            await self._recorder.listen()

    async def _part_caller(self, snapshot: ExchangeSnapshot) -> None:
        """On hold the caller hears music, and not the agent."""
        call, exchange = self._call, self._ports.exchange
        bridge = snapshot.bridges.get(call.bridge)
        if bridge is not None and call.channel in bridge.channels:
            await exchange.remove_from_bridge(call.bridge, call.channel, no_wait=True)
        await exchange.start_moh(call.channel, no_wait=True)

    async def _resync_lost(self) -> None:
        """The leg ended unseen: a page that is only reloaded would have kept it."""
        if self._call.state == "offered":
            await self._lose_offer()
        else:
            await self._talk.part("agent")

    async def _lose_offer(self) -> None:
        """Who answers while nobody listens is cut off by the exchange, and of a ring that is
        over it does not say why: whatever it was, the agent has not missed it. The caller is
        back at their old place, the agent ready, and it rings again."""
        call, ports = self._call, self._ports
        person, leg, seen = call.person, call.newest_agent_leg, call.view()
        number = call.legs[leg].number
        rung = self._context.drop_legs(call.legs_of("agent"))
        call.move("offer_lost")
        self._context.log("offer_lost", person=person, number=number, leg=leg)
        if person is not None:
            ports.show_end(person, seen, "offer_lost", "system")
            ports.floor.move(person, "released")
        await self._context.hang_up(rung)  # of one that began to ring as it was looked
        if call.queue_entry is not None:
            ports.floor.enter(call.id, call.queue_entry)

    async def _rebuild_bridge(self, snapshot: ExchangeSnapshot) -> None:
        call, exchange = self._call, self._ports.exchange
        bridge = snapshot.bridges.get(call.bridge)
        if bridge is None:
            await exchange.create_bridge(call.bridge)
        there = bridge.channels if bridge else []
        if call.agent_leg_up:  # else only the telephone of a page that has come back rings
            call.join(call.agent_leg_up)
        for leg in tuple(call.legs.values()):
            if leg.bridge and leg.id not in there:
                channel = leg.id
                await exchange.add_to_bridge(call.bridge, channel, no_wait=True)
