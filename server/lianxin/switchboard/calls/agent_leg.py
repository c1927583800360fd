"""A caller and an agent: ringing, announcing, talking, holding, coming back, parting.

It runs on the call's mailbox. Each act changes the call's state first and gives the
command to the exchange after.
"""

from __future__ import annotations

import asyncio
import logging

from lianxin.calls.events import By
from lianxin.rules.flow import effects, events
from lianxin.switchboard.ari import AriError, Gone
from lianxin.switchboard.calls.call import Call
from lianxin.switchboard.calls.callback import Callback
from lianxin.switchboard.calls.context import CallContext
from lianxin.switchboard.calls.flow_runner import FlowRunner
from lianxin.switchboard.calls.ports import CallPorts
from lianxin.switchboard.calls.recorder import ConversationRecorder
from lianxin.switchboard.exchange.reconcile import ExchangeSnapshot

log = logging.getLogger(__name__)

#: How long a telephone rings for a queue that is no longer in the plans.
RING_SECONDS = 20
#: How long a caller hears music when the agent's page and telephone have both gone.
DETACHED_SECONDS = 30
#: Q.850: the telephone of the agent's page is not registered.
UNREACHABLE = 20


class AgentLeg:
    """The agent's side of one call."""

    def __init__(
        self, context: CallContext, flow: FlowRunner, recorder: ConversationRecorder
    ) -> None:
        self._context = context
        self._recorder = recorder
        self._flow = flow
        self._call: Call = context.call
        self._ports: CallPorts = context.ports
        self.back: Callback | None = None  # of a call that we make to a citizen
        self._patience: asyncio.TimerHandle | None = None

    # --- ringing

    async def offer(self, person: int) -> None:
        """The floor has matched ``person``: let their telephone ring."""
        call = self._call
        if call.state != "queued":  # the caller has gone meanwhile
            self._ports.floor.move(person, "released")
            return
        call.move("offered")
        call.person = person
        self._context.log("offered", person=person, number=self._ports.number_of(person))
        self._show()
        await self._ring(person)

    async def _ring(self, person: int) -> None:
        plan = self._ports.floor.queue(self._call.line.centre, self._call.queue)
        await self._dial(person, plan.ring_seconds if plan else RING_SECONDS)

    async def _ring_again(self, person: int) -> None:
        """A page that was loaded anew while it rang never hears of the leg before."""
        old = self._call.leg
        await self._ring(person)
        await self._ports.exchange.hangup(old, no_wait=True)

    async def _dial(self, person: int, seconds: int) -> None:
        call = self._call
        call.legs += 1
        call.leg = f"leg.{call.id}.{call.legs}"
        try:
            await self._ports.exchange.originate(
                self._ports.endpoint_of(person),
                call.leg,
                originator=call.channel or None,
                caller_id=call.caller,
                timeout=seconds,
                app_args=("leg", call.id),
            )
        except AriError as error:
            log.warning("%s: agent %s cannot be rung: %s", call.id, person, error)
            self._context.post(self.leg_gone, call.leg, UNREACHABLE)

    async def leg_up(self, leg: str) -> None:
        """The agent, or the agent's page that came back, has answered."""
        call = self._call
        if leg != call.leg or call.state == "ended":
            await self._ports.exchange.hangup(leg, no_wait=True)
        elif call.state == "ringing":
            await self._answered()
        elif call.state in ("talking", "held", "detached", "connecting"):
            await self._attached()

    async def _answered(self) -> None:
        call, ports = self._call, self._ports
        person = call.agent
        call.move("answered")
        self._context.ended_by = None  # an agent before may have ended their talk, not this one
        call.answered = ports.clock()
        ports.floor.move(person, "answered", call=call.id)
        if call.queue_entry is not None:
            ports.floor.served(call.queue_entry)
        self._context.log("answered", person=person, number=ports.number_of(person))
        self._show()
        await self._flow.agent_came(ports.number_of(person))
        if self.back is not None and call.unreached:
            await self.back.dial()
        else:
            await self.begin()

    async def begin(self) -> None:
        """Both are on the line: the caller hears who serves them, then they talk."""
        call, ports = self._call, self._ports
        await ports.exchange.create_bridge(call.bridge)
        await ports.exchange.add_to_bridge(call.bridge, call.leg, no_wait=True)
        plan = ports.floor.queue(call.line.centre, call.queue)
        if plan is not None and plan.announce_agent_number:
            await self._announce(ports.number_of(call.agent))
        else:
            await self.connect()

    async def _announce(self, number: str) -> None:
        """自动报工号: the caller hears who serves them before the two hear each other."""
        sounds = (
            effects.Prompt("number_intro"),
            effects.Digits(number),
            effects.Prompt("number_outro"),
        )
        media = self._context.sounds.media(self._call.line.centre_code, sounds, self._call.language)
        try:
            await self._ports.exchange.play(self._call.channel, media, f"{self._call.id}.number")
        except Gone:
            raise
        except AriError as error:
            log.warning("%s: the agent's number was not announced: %s", self._call.id, error)
            await self.connect()

    async def connect(self) -> None:
        """Both hear each other from here on."""
        call = self._call
        if call.state != "connecting" or self._context.leaving:
            return
        call.move("connected")
        call.talked = True
        self._context.log("talking")
        await self._ports.exchange.add_to_bridge(call.bridge, call.channel, no_wait=True)
        await self._recorder.listen()
        self._show()

    # --- holding

    async def hold(self, person: int) -> None:
        call, ports = self._call, self._ports
        if call.state != "talking" or call.person != person:
            return
        call.move("held")
        call.held = ports.clock()
        ports.floor.move(person, "held", call=call.id)
        self._context.log("held", person=person)
        self._show()
        await ports.exchange.remove_from_bridge(call.bridge, call.channel, no_wait=True)
        await ports.exchange.start_moh(call.channel, no_wait=True)

    async def resume(self, person: int) -> None:
        call, ports = self._call, self._ports
        if call.state != "held" or call.person != person:
            return
        call.move("resumed")
        call.held = None
        ports.floor.move(person, "resumed", call=call.id)
        self._context.log("resumed", person=person)
        self._show()
        await ports.exchange.stop_moh(call.channel, no_wait=True)
        await ports.exchange.add_to_bridge(call.bridge, call.channel, no_wait=True)

    # --- a page that went and came back

    async def attach(self, person: int) -> None:
        """Dial the agent's new page; the old leg goes when the new one is up."""
        call = self._call
        if call.person == person and call.state == "ringing":
            await self._ring_again(person)
            return
        if call.person != person or call.state not in ("talking", "held", "detached", "connecting"):
            return
        if not call.replaced:
            call.replaced = call.leg
        await self._dial(person, 15)

    async def _attached(self) -> None:
        call, ports = self._call, self._ports
        self._be_patient(None)
        if not call.unreached:
            await ports.exchange.add_to_bridge(call.bridge, call.leg, no_wait=True)
        if call.replaced:
            await ports.exchange.hangup(call.replaced, no_wait=True)
            call.replaced = ""
        if call.state == "detached":
            call.move("attached")
            await ports.exchange.stop_moh(call.channel, no_wait=True)
            await ports.exchange.add_to_bridge(call.bridge, call.channel, no_wait=True)
        self._context.log("attached", person=call.person)
        self._show()

    async def _detach(self) -> None:
        call, ports = self._call, self._ports
        if call.state == "held":
            ports.floor.move(call.agent, "resumed", call=call.id)
        call.move("detached")
        self._context.log("detached", person=call.person)
        await ports.exchange.remove_from_bridge(call.bridge, call.channel, no_wait=True)
        await ports.exchange.start_moh(call.channel, no_wait=True)
        self._be_patient(DETACHED_SECONDS)

    def _be_patient(self, seconds: float | None) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        if seconds is not None:
            loop = asyncio.get_running_loop()
            self._patience = loop.call_later(seconds, self._context.post, self.part, "system")

    # --- parting

    async def leg_gone(self, leg: str, cause: int) -> None:
        """An agent leg has ended: nobody answered, they hung up, or their page is lost."""
        call = self._call
        if leg != call.leg:  # a leg that another one has replaced
            return
        if call.state == "ringing":
            await self._missed(cause)
        elif self.back is not None and call.unreached and not call.replaced:
            await self.back.unreached("agent")
        elif call.replaced and call.replaced != leg:
            # The new page did not take its leg; the old one still carries the talk.
            call.leg, call.replaced = call.replaced, ""
        elif call.state in ("connecting", "talking", "held"):
            if call.person is not None and not self._ports.present(call.person):
                await self._detach()
            else:
                await self.part("agent")

    async def _missed(self, cause: int) -> None:
        """Back to their old place in the queue; the agent is asked to say ready again."""
        call, ports = self._call, self._ports
        person = call.agent
        call.person, call.leg = None, ""
        call.move("missed")
        self._context.log("missed", person=person, cause=cause)
        ports.show_end(person, call.view(), "missed", "system")
        reason = "unreachable" if cause == UNREACHABLE else "no_answer"
        ports.floor.move(person, "missed", reason=reason)
        if call.queue_entry is not None:
            ports.floor.enter(call.id, call.queue_entry)

    async def withdraw(self) -> None:
        """The caller no longer waits for the agent who is being rung."""
        call = self._call
        person, leg = call.person, call.leg
        call.person, call.leg = None, ""
        if person is not None:
            self._ports.floor.move(person, "released")
            self._ports.show_end(person, call.view(), "abandoned", "caller")
            await self._ports.exchange.hangup(leg, no_wait=True)

    async def hang_up(self, person: int) -> None:
        """The agent's own hang-up."""
        if self._call.person == person and self._call.with_agent:
            await self.part("agent")

    async def send_to(self, person: int, node: str, back: bool) -> None:
        """人工转自动: the agent is free, the caller walks the flow from ``node`` on."""
        call = self._call
        if call.person != person or call.state not in ("talking", "held"):
            return
        await self._take_out_caller()
        await self.release("agent")
        call.move("agent_left")
        self._context.log("sent_to", person=person, node=node, back=back)
        await self._flow.happened(events.SentTo(node, back))

    async def part(self, by: By) -> None:
        """The agent leaves, the caller stays: the flow says what comes next."""
        call = self._call
        if not call.with_agent or call.state == "ringing":
            return
        if self.back is not None and call.unreached:
            await self.back.unreached("agent")
            return
        token = call.queue_token
        await self._take_out_caller()
        await self.release(by)
        call.move("agent_left")
        self._context.ended_by = by
        await self._flow.happened(events.AgentLeft(token))

    async def _take_out_caller(self) -> None:
        """Wait until the caller has left the bridge: what is played to a channel in a bridge
        that is being destroyed may never end, and holds the channel for ever."""
        try:
            await self._ports.exchange.remove_from_bridge(self._call.bridge, self._call.channel)
        except AriError as error:  # on hold they are out of it already
            log.debug("%s: the caller was in no bridge: %s", self._call.id, error)

    async def release(self, by: By) -> None:
        """Free the agent, the legs and the bridge. The caller's leg is not touched."""
        call, ports = self._call, self._ports
        self._be_patient(None)
        person, leg, replaced = call.person, call.leg, call.replaced
        held = call.state in ("held", "detached")
        call.person, call.leg, call.replaced, call.held = None, "", "", None
        if person is not None:
            ports.floor.move(person, "released")
            self._context.log("agent_left", person=person, by=by)
            ports.show_end(person, call.view(), call.outcome(), by)
        for each in (leg, replaced):
            if each:
                await ports.exchange.hangup(each, no_wait=True)
        await self._recorder.stop()
        if held:
            await ports.exchange.stop_moh(call.channel, no_wait=True)
        await ports.exchange.destroy_bridge(call.bridge, no_wait=True)

    def _show(self) -> None:
        if self._call.person is not None:
            self._ports.show(self._call.person, self._call.view())

    # --- after a gap

    async def resync(self, snapshot: ExchangeSnapshot) -> None:
        """The caller is there. Is the agent, and do the two still hear each other?"""
        call = self._call
        leg = snapshot.channels.get(call.leg)
        if leg is None and call.replaced in snapshot.channels:
            call.leg, call.replaced = call.replaced, ""
            leg = snapshot.channels[call.leg]
        if leg is None:
            await self._resync_lost_leg()
        elif call.state == "ringing" and leg.state == "Up":
            await self._answered()
        elif call.state == "connecting":
            await self._rebuild_bridge(snapshot)
            await self.connect()
        elif call.state == "talking":
            await self._rebuild_bridge(snapshot)
            await self._ports.exchange.stop_moh(call.channel, no_wait=True)
        elif call.state in ("held", "detached"):
            await self._part_caller(snapshot)
        if call.state in ("talking", "held") and not call.view().recording:
            await self._recorder.listen()
        self._show()

    async def _part_caller(self, snapshot: ExchangeSnapshot) -> None:
        """On hold the caller hears music, and not the agent."""
        call, exchange = self._call, self._ports.exchange
        bridge = snapshot.bridges.get(call.bridge)
        if bridge is not None and call.channel in bridge.channels:
            await exchange.remove_from_bridge(call.bridge, call.channel, no_wait=True)
        await exchange.start_moh(call.channel, no_wait=True)

    async def _resync_lost_leg(self) -> None:
        """The leg ended unseen: a page that is only reloaded would have kept it."""
        if self._call.state == "ringing":
            await self._missed(19)
        elif self._call.state != "detached":
            await self.part("agent")
        else:
            self._be_patient(DETACHED_SECONDS)

    async def _rebuild_bridge(self, snapshot: ExchangeSnapshot) -> None:
        call, exchange = self._call, self._ports.exchange
        bridge = snapshot.bridges.get(call.bridge)
        if bridge is None:
            await exchange.create_bridge(call.bridge)
        there = bridge.channels if bridge else []
        wanted = [call.leg] if call.state == "connecting" else [call.leg, call.channel]
        for channel in wanted:
            if channel not in there:
                await exchange.add_to_bridge(call.bridge, channel, no_wait=True)
