"""A caller and an agent: ringing, announcing, talking, holding, coming back, parting.

It runs on the call's mailbox. Each act changes the call's state first, then commands the exchange.
"""

from __future__ import annotations

import asyncio
import logging

from lianxin.calls.events import By
from lianxin.lines.plan import QueuePlan
from lianxin.rules import q850
from lianxin.rules.flow import events
from lianxin.switchboard.ari import AriError, Gone
from lianxin.switchboard.calls import announcing
from lianxin.switchboard.calls.call import Call
from lianxin.switchboard.calls.callback import Callback
from lianxin.switchboard.calls.context import CallContext
from lianxin.switchboard.calls.flow_runner import FlowRunner
from lianxin.switchboard.calls.legs import LegBy, LegReason
from lianxin.switchboard.calls.ports import CallPorts
from lianxin.switchboard.calls.recorder import ConversationRecorder
from lianxin.switchboard.exchange import channel_names

log = logging.getLogger(__name__)

#: How long a telephone rings for a queue that is no longer in the plans.
RING_SECONDS = 20
#: How long a caller hears music when the agent's page and telephone have both gone.
DETACHED_SECONDS = 30
#: How long a page that has come back has to take its call.
REATTACH_SECONDS = 15


class Conversation:
    """A call and its agent, from the offer until they part. ``callback``: of a call that we make
    to a citizen."""

    def __init__(
        self,
        context: CallContext,
        flow: FlowRunner,
        recorder: ConversationRecorder,
        callback: Callback | None,
    ) -> None:
        self._context = context
        self._recorder = recorder
        self._flow = flow
        self._call: Call = context.call
        self._ports: CallPorts = context.ports
        self._callback = callback
        self._patience: asyncio.TimerHandle | None = None
        self._announcing = False  # the caller hears who serves them

    # --- ringing

    async def offer(self, person: int) -> None:
        """The floor has matched ``person``: let their telephone ring."""
        call = self._call
        if call.state != "queued":  # the caller has gone meanwhile
            self._ports.floor.move(person, "released")
            return
        call.move("offered")
        leg = self._add(person, "offer")
        self._context.log("offered", person=person, number=self._ports.number_of(person), leg=leg)
        self.show()
        await self._dial(leg, person, self._ring_seconds())

    def _ring_seconds(self) -> int:
        plan = self._ports.floor.queue(self._call.line.centre, self._call.queue)
        return plan.ring_seconds if plan else RING_SECONDS

    def _add(self, person: int, why: LegReason) -> str:
        """Another leg of the agent; gives its name."""
        call = self._call
        call.agent_legs += 1
        leg = channel_names.make("agent", call.id, call.agent_legs)
        by: LegBy = "system" if why == "offer" else "agent"
        number = self._ports.number_of(person)
        self._context.add_leg("agent", leg, why=why, by=by, number=number, person=person)
        return leg

    async def _dial(self, leg: str, person: int, seconds: int) -> None:
        call = self._call
        try:
            await self._ports.outbound.ring_agent(
                call.line.centre,
                self._ports.endpoint_of(person),
                leg,
                originator=call.channel or None,
                caller_id=call.caller,
                seconds=seconds,
                app_args=channel_names.app_args("agent", call.id),
            )
        except AriError as error:
            log.warning("%s: agent %s cannot be rung: %s", call.id, person, error)
            self._context.post(self.leg_gone, leg, q850.ABSENT)

    async def leg_up(self, channel: str) -> None:
        """The agent, or the agent's page that came back, has answered."""
        call = self._call
        leg = call.legs.get(channel)
        if leg is None or leg.state != "ringing" or not call.has_agent:
            await self._context.hang_up([channel])
        elif call.state != "offered":
            await self.attached(channel)
        elif leg.person is None:  # struck from the roster meanwhile
            await self.missed(q850.NO_ANSWER)
        else:
            await self.answered(leg.person)

    async def answered(self, person: int) -> None:
        call, ports = self._call, self._ports
        leg, number = call.newest_agent_leg, ports.number_of(person)
        call.move("answered")
        self._context.move_leg(leg, "answered")
        self._context.ended_by = None  # an agent before may have ended their talk, not this one
        call.answered = ports.clock()
        ports.floor.move(person, "answered", call=call.id)
        if call.queue_entry is not None:
            ports.floor.served(call.queue_entry)
        self._context.log("answered", person=person, number=number, leg=leg)
        self.show()
        await self._flow.agent_came(number)
        if self._callback is not None and call.unreached:
            await self._callback.dial()
        else:
            await self.begin()

    async def begin(self) -> None:
        """Both are on the line: the caller hears who serves them, then they talk."""
        call, ports = self._call, self._ports
        await ports.exchange.create_bridge(call.bridge)
        if call.agent_leg_up:  # else only the telephone of a page that has come back rings
            await self._bring_in(call.agent_leg_up)
        plan = ports.floor.queue(call.line.centre, call.queue)
        if plan is not None and plan.announce_agent_number:
            await self._announce(plan)
        else:
            await self.connect()

    @property
    def _number(self) -> str:
        """The agent's 工号; of one who is struck from the roster as their telephone has it."""
        call = self._call
        if call.person is not None:
            return self._ports.number_of(call.person)
        return call.legs[call.newest_agent_leg].number

    async def _bring_in(self, channel: str) -> None:
        self._call.join(channel)
        await self._ports.exchange.add_to_bridge(self._call.bridge, channel, no_wait=True)

    async def _announce(self, plan: QueuePlan) -> None:
        self._announcing = True
        try:
            await announcing.announce(self._context, self._number, plan)
        except Gone:
            raise
        except AriError as error:
            log.warning("%s: the agent's number was not announced: %s", self._call.id, error)
            await self.connect()

    @property
    def _playback(self) -> str:
        return announcing.playback(self._call.id)

    async def cut_announcement(self, person: int) -> None:
        """The agent speaks at once: what is left of the announcement nobody hears."""
        if self._announcing and self._call.may_cut and self._call.person == person:
            await self._ports.exchange.stop_playback(self._playback, no_wait=True)
            await self.connect()

    async def connect(self) -> None:
        """Nothing is announced any more: both hear each other from here on, if both are there.
        A page that has come back and not yet taken its leg is waited for by ``attached``."""
        call = self._call
        self._announcing = False
        if call.phase != "connecting" or call.unreached or self._context.leaving:
            return
        if not call.agent_leg_up:
            return
        call.join(call.channel)
        call.talked = call.connected = True
        self._context.log("talking", leg=call.talking_leg)
        await self._ports.exchange.add_to_bridge(call.bridge, call.channel, no_wait=True)
        await self._recorder.listen()
        self.show()

    # --- holding

    async def hold(self, person: int) -> None:
        call, ports = self._call, self._ports
        if call.phase != "talking" or call.person != person:
            return
        self._context.move_leg(call.channel, "held")
        call.held = ports.clock()
        self._context.log("held", person=person, leg=call.talking_leg)
        self.show()  # before the agent's state: who sees that may press the key at once
        ports.floor.move(person, "held", call=call.id)
        await ports.exchange.remove_from_bridge(call.bridge, call.channel, no_wait=True)
        await ports.exchange.start_moh(call.channel, no_wait=True)

    async def resume(self, person: int) -> None:
        call, ports = self._call, self._ports
        if call.phase != "held" or call.person != person:
            return
        self._context.move_leg(call.channel, "resumed")
        call.join(call.channel)
        call.held = None
        self._context.log("resumed", person=person, leg=call.talking_leg)
        self.show()
        ports.floor.move(person, "resumed", call=call.id)
        await ports.exchange.stop_moh(call.channel, no_wait=True)
        await ports.exchange.add_to_bridge(call.bridge, call.channel, no_wait=True)

    # --- a page that went and came back

    async def attach(self, person: int) -> None:
        """Dial the agent's new page; the old leg goes when the new one is up."""
        call = self._call
        if call.person != person or not call.has_agent:
            return
        # One that still rings is at a page that is loaded anew and never hears of it.
        stale = self._context.drop_legs(
            leg for leg in call.legs_of("agent") if leg.state == "ringing"
        )
        seconds = self._ring_seconds() if call.state == "offered" else REATTACH_SECONDS
        leg = self._add(person, "offer" if call.state == "offered" else "reattach")
        self._context.keep()
        await self._dial(leg, person, seconds)
        await self._context.hang_up(stale)

    async def attached(self, channel: str) -> None:
        """The agent's new leg is up: it takes the place of the one before."""
        call, exchange = self._call, self._ports.exchange
        self.be_patient(None)
        was_detached = call.phase == "detached"
        old = self._context.drop_legs(leg for leg in call.legs_of("agent") if leg.id != channel)
        self._context.move_leg(channel, "answered")
        if was_detached:
            call.free_caller(self._ports.clock().timestamp())
            await exchange.stop_moh(call.channel, no_wait=True)
        if not call.unreached:
            await self._bring_in(channel)
        await self._context.hang_up(old)
        if was_detached and call.connected:
            await self._bring_in(call.channel)
        self._context.log("attached", person=call.person, leg=channel)
        if not self._announcing:  # they went before the two heard each other
            await self.connect()
        self.show()

    async def _detach(self, channel: str) -> None:
        """The agent's page has gone with its leg: the caller hears music for a while."""
        call, ports = self._call, self._ports
        if call.phase != "held":
            self._context.move_leg(call.channel, "held")
        elif call.person is not None:
            ports.floor.move(call.person, "resumed", call=call.id)
        self._context.move_leg(channel, "detached")
        call.held = None
        self._context.log("detached", person=call.person, leg=channel)
        await ports.exchange.remove_from_bridge(call.bridge, call.channel, no_wait=True)
        await self._stop_announcing()
        await ports.exchange.start_moh(call.channel, no_wait=True)
        self.be_patient(DETACHED_SECONDS)

    async def _stop_announcing(self) -> None:
        if self._announcing:
            self._announcing = False
            await self._ports.exchange.stop_playback(self._playback, no_wait=True)

    def be_patient(self, seconds: float | None) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        if seconds is not None:
            loop = asyncio.get_running_loop()
            self._patience = loop.call_later(seconds, self._context.post, self._given_up)

    async def _given_up(self) -> None:
        """Nobody has come back in time; who came as it ran out has."""
        if self._call.phase == "detached":
            await self.part("system")

    # --- parting

    async def leg_gone(self, channel: str, cause: int) -> None:
        """An agent leg has ended: nobody answered, they hung up, or their page is lost."""
        call = self._call
        leg = call.legs.get(channel)
        if leg is None or leg.state == "detached":  # told before
            return
        if len(call.legs_of("agent")) > 1:  # another one carries the talk, or will
            self._context.drop_legs([leg])
        elif call.state == "offered":
            await self.missed(cause)
        elif self._callback is not None and call.unreached:
            await self._callback.unreached("agent")
        elif call.person is not None and not self._ports.present(call.person):
            await self._detach(channel)
        else:
            await self.part("agent")

    async def page_lost(self, channel: str) -> None:
        """No page, and no audio from its telephone: who was there has gone without a word."""
        call = self._call
        leg = call.legs.get(channel)
        if leg is None or leg.state != "up" or call.person is None:
            return
        if not self._ports.present(call.person):  # else it has come back and attaches itself
            await self.leg_gone(channel, q850.NO_CHANNEL)
            await self._context.hang_up([channel])

    async def missed(self, cause: int) -> None:
        """Back to their old place in the queue; the agent is asked to say ready again."""
        call, ports = self._call, self._ports
        person, leg, seen = call.person, call.newest_agent_leg, call.view()
        number = call.legs[leg].number if leg in call.legs else ""
        rung = self._context.drop_legs(call.legs_of("agent"))
        call.move("missed")
        self._context.log("missed", person=person, number=number, cause=cause, leg=leg)
        if person is None:  # struck from the roster while it rang
            await self._context.hang_up(rung)
        else:
            ports.show_end(person, seen, "missed", "system")
            reason = "unreachable" if cause == q850.ABSENT else "no_answer"
            ports.floor.move(person, "missed", reason=reason)
        if call.queue_entry is not None:
            ports.floor.enter(call.id, call.queue_entry)

    async def withdraw(self) -> None:
        """The caller no longer waits for the agent who is being rung."""
        call = self._call
        person, seen = call.person, call.view()
        rung = self._context.drop_legs(call.legs_of("agent"))
        if person is not None:
            self._ports.floor.move(person, "released")
            self._ports.show_end(person, seen, "abandoned", "caller")
        await self._context.hang_up(rung)

    async def hang_up(self, person: int) -> None:
        """The agent's own hang-up."""
        if self._call.person == person and self._call.state == "with_agent":
            await self.part("agent")

    async def send_to(self, person: int, node: str, back: bool) -> None:
        """人工转自动: the agent is free, the caller walks the flow from ``node`` on."""
        call = self._call
        if call.person != person or call.phase not in ("talking", "held"):
            return
        leg = call.talking_leg
        await self._context.take_out_caller()
        await self.release("agent")
        call.move("agent_left")
        self._context.log("sent_to", person=person, node=node, back=back, leg=leg)
        await self._flow.happened(events.SentTo(node, back))

    async def part(self, by: By) -> None:
        """The agent leaves: the flow says what comes next; before the two talked, the queue."""
        call = self._call
        if call.state != "with_agent":
            return
        if self._callback is not None and call.unreached:
            await self._callback.unreached("agent")
            return
        token, talked = call.queue_token, call.connected
        await self._context.take_out_caller()
        await self.release(by)
        call.move("agent_left")
        self._context.ended_by = by if talked else None
        call.answered = call.answered if talked else None
        await self._flow.happened(events.AgentLeft(token, talked))

    async def release(self, by: By) -> None:
        """Free the agent, the legs and the bridge. The caller's leg is not touched."""
        call, ports = self._call, self._ports
        self.be_patient(None)
        person, leg, seen = call.person, call.talking_leg, call.view()
        caller = call.caller_leg
        held = caller is not None and caller.state == "held"
        legs = self._context.drop_legs(call.legs_of("agent"))
        call.free_caller(ports.clock().timestamp())
        call.held, call.connected = None, False
        self._context.log("agent_left", person=person, by=by, leg=leg)
        if person is not None:
            ports.floor.move(person, "released")
            ports.show_end(person, seen, call.outcome(), by)
        await self._context.hang_up(legs)
        await self._recorder.stop()
        if held:
            await ports.exchange.stop_moh(call.channel, no_wait=True)
        await self._stop_announcing()
        await ports.exchange.destroy_bridge(call.bridge, no_wait=True)

    def show(self) -> None:
        if self._call.person is not None:
            self._ports.show(self._call.person, self._call.view())
