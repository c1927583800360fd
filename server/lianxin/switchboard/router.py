"""The one process that moves calls: routes what the exchange says to the calls it concerns."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from uuid_utils import uuid7

from lianxin.calls.events import CallSource, Entry
from lianxin.live.tickets import CITIZEN
from lianxin.rules import q850
from lianxin.rules.lifecycle import PRESENCE
from lianxin.rules.masking import masked
from lianxin.rules.telephones import dialled
from lianxin.switchboard import ari
from lianxin.switchboard.acd.agent import ON_THE_TELEPHONE
from lianxin.switchboard.acd.floor import Floor
from lianxin.switchboard.calls import checkpoint
from lianxin.switchboard.calls.actor import EXCHANGE_DIED, NO_AUDIO, CallActor
from lianxin.switchboard.calls.call import Call
from lianxin.switchboard.calls.legs import inbound
from lianxin.switchboard.calls.live_calls import LiveCalls
from lianxin.switchboard.calls.page_watch import PageWatch
from lianxin.switchboard.calls.ports import CallPorts
from lianxin.switchboard.clock import Clock
from lianxin.switchboard.exchange import channel_names
from lianxin.switchboard.exchange.accounts import Account, Accounts
from lianxin.switchboard.exchange.channel_names import ChannelName
from lianxin.switchboard.exchange.reconcile import ExchangeSnapshot, hangup_times, orphans
from lianxin.switchboard.fax.sending import Faxing
from lianxin.switchboard.ledger.journal import Journal
from lianxin.switchboard.snapshot.plans import PlanBook

log = logging.getLogger(__name__)

BEAT_SECONDS = 2
BEAT_VARIABLE = "LIANXIN_BEAT"
RECONNECT_SECONDS = 0.3
#: Why the exchange itself ends a channel, as Q.850: its driver missed the audio; it stops.
SOFT_CAUSES = {1: NO_AUDIO, 4: EXCHANGE_DIED}


class Replaced(Exception):
    """Another switchboard has taken over: this one must leave."""


class CallRouter:
    """Brings every event of the exchange to its call. ``run`` returns only when it is cancelled
    or replaced; ``reconnected`` is awaited whenever the exchange has come back. Pages of citizens
    have ``web_calls`` at once, at most."""

    def __init__(
        self,
        calls: LiveCalls,
        ports: CallPorts,
        plans: PlanBook,
        accounts: Accounts,
        faxing: Faxing,
        reconnected: Callable[[], Awaitable[None]],
        web_calls: int,
    ) -> None:
        self._calls = calls
        self._ports = ports
        self._exchange: ari.Exchange = ports.exchange
        self._journal: Journal = ports.journal
        self._floor: Floor = ports.floor
        self._clock: Clock = ports.clock
        self._plans = plans
        self._accounts = accounts
        self._faxing = faxing
        self._reconnected = reconnected
        self._web_calls = web_calls
        self._page_watch = PageWatch(calls, ports)
        self._reconciled = False
        self._sending: set[asyncio.Task[Any]] = set()  # keeps them from being collected

    def healthy(self) -> bool:
        """Connected to the exchange, and at one with what it holds."""
        return self._exchange.connected and self._reconciled

    # --- living

    async def run(self) -> None:
        """Connect, adopt what is there, listen; again whenever the socket is lost."""
        self._restore()
        while True:
            try:
                await self._exchange.connect()
                await self._serve()
            except ari.AriError as error:
                log.warning("the exchange is away: %s", error)
            self._reconciled = False
            await asyncio.sleep(RECONNECT_SECONDS)

    async def _serve(self) -> None:
        """Listen until the socket is lost; beside it the heartbeat, the adoption and a watch."""
        works = (self._beat(), self._adopt(), self._page_watch.run())
        beside = [asyncio.create_task(work) for work in works]
        for task in beside:
            task.add_done_callback(_report)
        try:
            await self._exchange.listen(self._on_event)
        finally:
            for task in beside:
                task.cancel()

    async def _beat(self) -> None:
        """The dialplan sends callers to us only while this is fresh."""
        while True:
            try:
                await self._exchange.set_global(BEAT_VARIABLE, str(int(time.time())))
            except ari.NotConnected:
                raise
            except ari.AriError as error:
                log.error("no heartbeat: %s", error)
            await self._accounts.drop_expired()
            await asyncio.sleep(BEAT_SECONDS)

    def _on_event(self, event: ari.Event) -> None:
        """What fails for one event must not keep the next from being heard."""
        handler = self._handlers.get(type(event))
        if handler is None:
            return
        try:
            handler(self, event)
        except Replaced:
            raise
        except Exception:
            log.exception("%s failed", type(event).__name__)

    # --- what the exchange says

    def _owner(self, channel: str) -> CallActor | None:
        """The call of any of our channels: a caller's, or one that we have made."""
        actor = self._calls.by_caller_channel(channel)
        if actor is None and (name := channel_names.parse(channel)) is not None:
            return self._calls.get(name.call)
        return actor

    def _stasis_start(self, event: ari.StasisStart) -> None:
        channel = event.channel
        if event.args[:1] == ["inbound"] and len(event.args) > 1:
            self._arrived(channel, event.args[1])
            return
        name = channel_names.parse(channel.id)
        if name is None:
            log.error("channel %s came with %s", channel.id, event.args)
        elif name.kind == "fax":
            self._faxing.up(channel.id)
        elif (actor := self._calls.get(name.call)) is None:
            self._send(self._exchange.hangup(channel.id, no_wait=True))
        elif name.kind == "snoop":
            actor.post(actor.recorder.snoop_up, channel.id)
        else:
            actor.post(actor.leg_up, name.kind, channel.id)

    def _arrived(self, channel: ari.Channel, number: str) -> None:
        """A new caller. One whose number nobody serves is told so by the network."""
        if self._calls.by_caller_channel(channel.id) is not None:
            return
        line = self._plans.line(number)
        endpoint = endpoint_of(channel.name)
        account = self._accounts[endpoint]
        allowed = may_dial(endpoint, account, number) and self._has_room(account)
        if line is None or not allowed:
            cause = q850.UNALLOCATED if line is None else q850.REJECTED
            log.warning("%s dialled %s: refused (%d)", masked(channel.caller.number), number, cause)
            self._send(self._exchange.hangup(channel.id, cause, no_wait=True))
            return
        source: CallSource = "web" if account is not None else "carrier"
        given = account.caller if account is not None else channel.caller.number
        number, started = dialled(given, line.area_code), self._clock()
        line = self._plans.answering(line, started)
        call = Call(
            id=str(uuid7()),
            line=line,
            caller=number,
            caller_given=given if given != number else "",
            source=source,
            started=started,
            legs={channel.id: inbound(channel.id, number, started.timestamp())},
            web_account=account.name if account is not None else "",
            claimed=account is not None and number != "",
            address=account.address if account is not None else "",
        )
        actor = self._register(call)
        actor.post(actor.begin)

    def _has_room(self, account: Account | None) -> bool:
        """A citizen's page makes one call, and all pages leave channels to the carrier's."""
        if account is None:
            return True
        of_pages = [actor.call.web_account for actor in self._calls if actor.call.web_account]
        return account.name not in of_pages and len(of_pages) < self._web_calls

    def _register(self, call: Call) -> CallActor:
        """From now on what happens is routed to this call."""
        actor = CallActor(call, self._plans.flow(call.line), self._ports)
        self._calls.add(actor)
        return actor

    def _dtmf(self, event: ari.ChannelDtmfReceived) -> None:
        actor = self._owner(event.channel.id)
        if actor is None or event.channel.id != actor.call.channel:
            return
        press = event.digit, event.at, event.duration_ms / 1000
        again, actor.presses = actor.presses.again(*press), actor.presses.after(*press)
        if not again:
            actor.post(actor.key, event.digit)

    def _playback_finished(self, event: ari.PlaybackFinished) -> None:
        call, name = channel_names.parse_playback(event.playback.id)
        actor = self._calls.get(call)
        if actor is not None and actor.waits_for(name):
            actor.post(actor.playback_finished, name, event.playback.state != "failed")

    def _hangup_asked(self, event: ari.ChannelHangupRequest) -> None:
        """Who leaves says why; that they have left is told by ``StasisEnd``."""
        actor = self._owner(event.channel.id)
        if actor is None or event.channel.id != actor.call.channel:
            return
        actor.leaving = True
        if event.soft:  # its cause is a flag of the exchange's own, no Q.850
            actor.cause = SOFT_CAUSES.get(event.cause, actor.cause)
        elif event.cause:
            actor.cause = event.cause

    def _left(self, event: ari.StasisEnd) -> None:
        """A channel that was up has gone: we send none back into the dialplan, but for faxes."""
        name = channel_names.parse(event.channel.id)
        if name is None or name.kind != "fax":
            self._gone(event.channel.id, name, q850.NORMAL)

    def _destroyed(self, event: ari.ChannelDestroyed) -> None:
        """Told of legs that were never up; of the others ``StasisEnd`` came before."""
        name = channel_names.parse(event.channel.id)
        if name is not None and name.kind == "fax":
            self._faxing.gone(event.channel.id, event.cause)
        else:
            self._gone(event.channel.id, name, event.cause)

    def _gone(self, channel: str, name: ChannelName | None, cause: int) -> None:
        actor = self._owner(channel)
        if actor is None:
            return
        kind = name.kind if name is not None else "caller"  # who called us has a name of their own
        if kind not in ("snoop", "fax"):
            actor.post(actor.leg_gone, kind, channel, cause)

    def _recording_finished(self, event: ari.RecordingFinished) -> None:
        for actor in self._recorders(event.recording.name):
            actor.post(actor.recording_finished, event.recording.name, event)

    def _recording_failed(self, event: ari.RecordingFailed) -> None:
        log.warning("recording %s: %s", event.recording.name, event.recording.cause)
        for actor in self._recorders(event.recording.name):
            actor.post(actor.recording_failed, event.recording.name)

    def _recorders(self, name: str) -> list[CallActor]:
        return [actor for actor in self._calls if name in actor.call.recordings]

    def _replaced(self, event: ari.ApplicationReplaced) -> None:
        raise Replaced(event.application)

    def _send(self, command: Any) -> None:
        task = asyncio.get_running_loop().create_task(command)
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    _handlers: dict[type, Callable[[Any, Any], None]] = {
        ari.StasisStart: _stasis_start,
        ari.ChannelDtmfReceived: _dtmf,
        ari.PlaybackFinished: _playback_finished,
        ari.ChannelHangupRequest: _hangup_asked,
        ari.StasisEnd: _left,
        ari.ChannelDestroyed: _destroyed,
        ari.RecordingFinished: _recording_finished,
        ari.RecordingFailed: _recording_failed,
        ari.ApplicationReplaced: _replaced,
    }

    # --- going on where a predecessor stopped

    def _restore(self) -> None:
        """Make the calls and agents of the journal's checkpoints live again, before connecting."""
        for id in self._journal.restore("call", self._restore_call):
            self._give_up(id)
        self._journal.restore("agent", self._restore_agent)
        self._rejoin()
        self._faxing.restore()

    def _rejoin(self) -> None:
        """Agents are with whom the calls say."""
        calls = {actor.call.person: actor.call for actor in self._calls}
        for person, agent in tuple(self._floor.agents.items()):
            call = calls.pop(person, None)
            if call is not None and call.has_agent:
                self._floor.rejoin(person, PRESENCE[call.phase], call.id)
            elif agent.state in ON_THE_TELEPHONE:
                self._floor.move(person, "released")
        for call in calls.values():
            call.forget_person()  # struck from the roster in between

    def _restore_agent(self, id: str, kept: dict[str, Any]) -> None:
        self._floor.restore(int(id), kept, self._clock())

    def _restore_call(self, id: str, kept: dict[str, Any]) -> None:
        """Raise whatever says that nothing can go on from this checkpoint."""
        version = kept["line"]["flow_version"]
        spec = self._plans.remembered_flow(version) or self._journal.checkpoints.get(
            f"flow:{version}"
        )
        if spec is None:
            raise LookupError(f"the flow {version} of call {id} is not known any more")
        call = checkpoint.decode(kept, spec)
        call.seq = max(call.seq, self._journal.seqs.get(id, 0))
        self._register(call)

    def _give_up(self, id: str) -> None:
        """A call from whose checkpoint nothing can go on: its record gets its end. Whoever is
        still on the line is met anew, and its other channels belong to no call."""
        key = f"call:{id}"
        kept = self._journal.checkpoints[key]
        line, last = kept.get("line"), kept.get("seq")
        centre = line.get("centre") if isinstance(line, dict) else None
        if isinstance(centre, int) and isinstance(last, int):
            seq = max(last, self._journal.seqs.get(id, 0)) + 1
            data = {"outcome": "failed", "by": "system", "cause": EXCHANGE_DIED}
            at = self._clock().timestamp()
            self._journal.write(Entry(id, seq, centre, at, "ended", data))
        self._journal.keep(key, None)

    async def _adopt(self) -> None:
        """Until it has been done: who came while nobody listened is found in no other way."""
        while not self._reconciled:
            try:
                await self._take_up()
            except ari.NotConnected:
                raise
            except ari.AriError as error:
                log.error("what the exchange holds is not known yet: %s", error)
                await asyncio.sleep(RECONNECT_SECONDS)

    async def _take_up(self) -> None:
        """Compare what is remembered with what the exchange holds, and bring both together."""
        actors = tuple(self._calls)  # who comes later is not in the lists
        faxes = self._faxing.calls
        channels = {channel.id: channel for channel in await self._exchange.channels()}
        bridges = {bridge.id: bridge for bridge in await self._exchange.bridges()}
        snapshot = ExchangeSnapshot(channels, bridges, hangup_times(self._ports.hangup_log))
        for actor in actors:
            actor.post(actor.resync, snapshot)
            if actor.call.callback and actor.call.callback.of not in self._calls:
                actor.post(actor.origin_over)
        self._faxing.resync(faxes, snapshot)
        live = self._calls.ids | self._faxing.calls
        found = orphans(snapshot, live, self._calls.channels)
        for leg in found.legs:
            await self._exchange.hangup(leg, no_wait=True)
        for bridge in found.bridges:
            await self._exchange.destroy_bridge(bridge, no_wait=True)
        for channel, number in found.callers:
            log.info("caller %s was waiting for us", channel.id)
            self._arrived(channel, number)
        await self._accounts.push_all()
        await self._reconnected()
        self._reconciled = True


def _report(task: asyncio.Task[None]) -> None:
    """What ends beside the listening ends it not; but it is never silent."""
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("%s: %s", task.get_name(), error, exc_info=error)


#: The exchange is asked for these alone: each event costs both sides.
EVENTS = frozenset(event.__name__ for event in CallRouter._handlers)


def endpoint_of(channel_name: str) -> str:
    """``PJSIP/web-1a2b-00000003`` → ``web-1a2b``."""
    return channel_name.partition("/")[2].rpartition("-")[0]


def may_dial(endpoint: str, account: Account | None, number: str) -> bool:
    """A citizen's telephone calls its one line, and only while we know of it."""
    if account is None:
        return not endpoint.startswith(CITIZEN)
    return not account.spent and account.line in ("", number)
