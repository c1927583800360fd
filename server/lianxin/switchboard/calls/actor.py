"""One task and one mailbox per call: the only one that changes that call.

Whatever happens to a call (an event of the exchange, a command of a page, a timer, an
answer from the database) is posted here and done in the order in which it came.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

from lianxin.calls.events import By
from lianxin.rules import q850
from lianxin.rules.flow import Flow, events
from lianxin.rules.flow.effects import HangUpCause, Lookup
from lianxin.rules.keypress import Presses
from lianxin.rules.lifecycle import CallState, IllegalMove, LegRole
from lianxin.rules.masking import masked
from lianxin.rules.values import Language
from lianxin.switchboard.ari import AriError, Gone, RecordingFinished
from lianxin.switchboard.calls.call import Call
from lianxin.switchboard.calls.callback import Callback
from lianxin.switchboard.calls.context import CallContext
from lianxin.switchboard.calls.conversation import Conversation
from lianxin.switchboard.calls.conversation_resync import ConversationResync
from lianxin.switchboard.calls.flow_runner import FlowRunner
from lianxin.switchboard.calls.playing import token_of
from lianxin.switchboard.calls.ports import CallPorts
from lianxin.switchboard.calls.recorder import ConversationRecorder
from lianxin.switchboard.exchange.reconcile import ExchangeSnapshot

log = logging.getLogger(__name__)

#: How long after a call's end its recordings may take to be finished by the exchange.
RECORDING_SECONDS = 15
#: Until a recording is put away that could not be: the disk may have room by then.
AGAIN_SECONDS = 5

#: How a flow ends a call, in the words of the network.
CAUSES: Mapping[HangUpCause, int | None] = {
    "normal": None,
    "busy": q850.BUSY,
    "congestion": q850.NO_CIRCUIT,
}

#: How long the first prompt may wait for the language of the caller's last choice.
REMEMBER_SECONDS = 0.1
#: The exchange died; no audio came any more. Neither is the caller's hanging up.
EXCHANGE_DIED, NO_AUDIO = q850.TEMPORARY_FAILURE, q850.NO_CHANNEL
NOBODY_HUNG_UP = frozenset({EXCHANGE_DIED, NO_AUDIO})


#: The caller walks the flow, also where they wait.
IN_FLOW: frozenset[CallState] = frozenset({"in_flow", "queued", "offered", "dialling"})


#: Roles that no call gives to a telephone so far.
NOT_YET: tuple[LegRole, ...] = ("consulted", "transferred_to", "monitor")


class LegHandler(Protocol):
    """What becomes of the legs of one role."""

    async def leg_up(self, channel: str) -> None: ...

    async def leg_gone(self, channel: str, cause: int) -> None: ...


class CallActor(CallContext):
    """``call`` may be read anywhere on the loop; it is changed from the mailbox only."""

    def __init__(self, call: Call, flow: Flow, ports: CallPorts) -> None:
        super().__init__(call, ports)
        self.cause: int = q850.NORMAL  # Q.850, as the caller's channel gave it
        self.presses = Presses()
        self.recorder = ConversationRecorder(self)
        self.flow = FlowRunner(self, flow, self.recorder, self.leave_queue, self.end_by_system)
        self.outside = self.flow.outside
        self.callback = Callback(self, self.both_came, self.close) if call.callback else None
        self.talk = Conversation(self, self.flow, self.recorder, self.callback)
        self._resync_talk = ConversationResync(self, self.talk, self.recorder)
        self._legs: Mapping[LegRole, LegHandler] = {
            "caller": CallerLeg(self),
            "agent": self.talk,
            "outside": self.outside,
            **dict.fromkeys(NOT_YET, LegOfNobody(self)),
        }
        self._task = asyncio.create_task(self._run(), name=f"call {call.id}")

    def beside(self, call: Call) -> CallActor:
        """Let another call of the same line begin."""
        return CallActor(call, self.flow.flow, self.ports)

    # --- the mailbox

    def cancel(self) -> None:
        """Stop without ending the call: the process goes, the call stays."""
        self._task.cancel()

    async def _run(self) -> None:
        over = self._finished()
        while not over:
            act, args = await self.mailbox.get()
            await self._do(act, *args)
            over = self._finished()
            self._keep_or_forget(over)
        self.ports.finished(self.call.id)
        if self.call.web_account:
            await self.ports.drop_account(self.call.web_account)

    async def _do(self, act: Callable[..., Awaitable[None]], *args: Any) -> None:
        """Whatever fails in one act, the next is done."""
        try:
            await act(*args)
        except Gone as error:
            # Its end is on the way as an event, or the next reconciliation finds it.
            log.info("%s: %s: %s", self.call.id, act.__name__, error)
        except AriError as error:
            log.warning("%s: %s: %s", self.call.id, act.__name__, error)
        except IllegalMove as error:
            log.error("%s: %s refused: %s", self.call.id, act.__name__, error)
        except Exception:
            log.exception("%s: %s failed", self.call.id, act.__name__)

    def _keep_or_forget(self, over: bool) -> None:
        """A journal whose disk is full must not end the call: the next act tries again."""
        try:
            if over:
                self.ports.journal.keep(f"call:{self.call.id}", None)
            else:
                self.keep()
        except Exception:
            log.exception("%s: its checkpoint was not written", self.call.id)

    def _finished(self) -> bool:
        return self.call.state == "ended" and not self.call.recordings and not self.mailbox

    # --- beginning

    async def begin(self) -> None:
        call = self.call
        given = {"given": call.caller_given} if call.caller_given else {}
        try:
            self.log(
                "started", line=call.line.number, caller=call.caller, source=call.source,
                flow_version=call.line.flow_version, channel=call.channel, **given,
            )  # fmt: skip
        except OSError:  # a call that cannot be written down is refused, not left waiting
            await self.ports.exchange.hangup(call.channel, q850.CONGESTION, no_wait=True)
            raise
        log.info("%s: %s calls %s", call.id, masked(call.caller), call.line.number)
        await self.ports.exchange.answer(call.channel, no_wait=True)
        line, language = call.line, await self._remembered_language()
        await self.flow.happened(
            events.Started(line.number, call.caller, line.variables(), language)
        )

    async def _remembered_language(self) -> Language | None:
        """What the caller chose in an earlier call, where the flow speaks it.

        It is asked for a moment only: the first prompt matters more than its language.
        """
        languages = self.flow.languages
        if len(languages) == 1 or not self.call.caller:
            return None
        result = await self.ports.look_ups.answer(
            self.call.facts(), Lookup(0, "caller", (), REMEMBER_SECONDS)
        )
        chosen = result.values.get("language")
        return next((each for each in languages if each == chosen), None)

    async def wait_for_turn(self) -> None:
        """We call the citizen when it is their turn: the beginning of a callback."""
        call = self.call
        if self.callback is None or call.callback is None:
            return
        self.log(
            "started",
            line=call.line.number,
            caller=call.caller,
            source=call.source,
            flow_version=call.line.flow_version,
            callback_of=call.callback.of,
        )
        self.log("queued", queue=call.queue)
        self.callback.line_up()

    async def origin_over(self) -> None:
        """Who asked to be called back has hung up."""
        if self.callback is not None:
            await self.callback.hung_up()

    async def both_came(self) -> None:
        """The agent is there, and the citizen whom we have called has answered."""
        await self.talk.begin()

    async def close(self) -> None:
        """Nobody is on the line and nobody will be: a callback that reached no one."""
        self.ports.floor.leave(self.call.id)
        self.ended_by = "system"
        self._end(None)
        await self.flow.hung_up()

    # --- what becomes of its legs

    async def leg_up(self, role: LegRole, channel: str) -> None:
        """A telephone that was dialled for this call was answered."""
        await self._legs[role].leg_up(channel)

    async def leg_gone(self, role: LegRole, channel: str, cause: int) -> None:
        """One of its telephones has ended; told twice of one that was up. ``cause``: Q.850."""
        await self._legs[role].leg_gone(channel, cause)

    # --- what the caller does

    async def key(self, digit: str) -> None:
        """During a conversation keys are the agent's and the caller's own affair."""
        if self.call.state in IN_FLOW:
            await self.flow.key(digit)

    def waits_for(self, playback: str) -> bool:
        """Whether its end changes anything: of one that a key has cut short it does not."""
        return playback == "number" or self.flow.hears(playback)

    async def playback_finished(self, name: str, ok: bool) -> None:
        if self.leaving:  # cut off by the hang-up, not heard to its end
            return
        token = token_of(name)
        if name == "number":
            await self.talk.connect()
        elif token is not None and self.flow.hears(name):  # else stopped, and begun again since
            await self.flow.played(token, ok)

    async def caller_gone(self, at: float | None = None) -> None:
        """The caller's channel has ended. ``at``: when, if it was not just now."""
        call = self.call
        if call.state == "ended":
            return
        self.ports.floor.leave(call.id)
        if call.state == "offered":
            await self.talk.withdraw()
        elif call.state == "with_agent":
            await self.talk.release(self._left_by)
        else:
            await self.outside.caller_gone()
        call.failed = call.failed or self.cause in q850.BROKEN
        self._end(at)
        await self.flow.hung_up()

    @property
    def _left_by(self) -> By:
        """Who ended the call, once the caller's channel has gone."""
        return self.ended_by or ("system" if self.cause in NOBODY_HUNG_UP else "caller")

    def _end(self, at: float | None) -> None:
        call = self.call
        call.move("ended")
        if call.channel:
            self.move_leg(call.channel, "hung_up")
        moment = self.ports.clock() if at is None else datetime.fromtimestamp(at, UTC)
        by = self._left_by
        end = call.end(by, moment)
        self.write(call.entry("ended", moment, by=by, cause=self.cause, **end))
        seconds, number = (moment - call.started).total_seconds(), call.line.number
        text = "%s: %s called %s for %.0f s: %s, ended by %s"
        log.info(text, call.id, masked(call.caller), number, seconds, end["outcome"], by)
        loop = asyncio.get_running_loop()
        loop.call_later(RECORDING_SECONDS, self.post, self._collect_recordings)

    async def _collect_recordings(self) -> None:
        """The end of a recording was told by no event: take what is in its file."""
        for name in tuple(self.call.recordings):
            await self.recording_finished(name, None)

    async def leave_queue(self, reason: str) -> None:
        """The caller no longer waits for an agent; one who is being rung is let go."""
        call = self.call
        if call.state == "offered":
            await self.talk.withdraw()
        self.ports.floor.leave(call.id)
        if call.state in ("queued", "offered"):
            call.move("left_queue")
            self.log("left_queue", reason=reason)

    async def end_by_system(self, cause: HangUpCause) -> None:
        """The flow is over: the caller's leg is hung up; the rest follows from its end."""
        self.ended_by = self.ended_by or "system"
        await self.ports.exchange.hangup(self.call.channel, CAUSES[cause], no_wait=True)

    # --- recordings

    async def recording_finished(self, name: str, event: RecordingFinished | None) -> None:
        """Asterisk has closed the file of one of this call's recordings."""
        recording = self.call.recordings.get(name)
        if recording is None:
            return
        try:
            if recording.token:
                await self.flow.recorded(recording, event)
            else:
                await self.recorder.recorded(recording)
        except OSError as error:  # no room, here or in the journal; the file stays where it is
            log.error("%s: %s cannot be put away now: %s", self.call.id, name, error)
            loop = asyncio.get_running_loop()
            loop.call_later(AGAIN_SECONDS, self.post, self.recording_finished, name, event)

    async def recording_failed(self, name: str) -> None:
        recording = self.call.recordings.get(name)
        if recording is not None:
            await self.recording_finished(name, None)

    # --- after a gap

    async def resync(self, snapshot: ExchangeSnapshot) -> None:
        """Nobody listened for a while: compare this call with what the exchange holds."""
        call = self.call
        await self.drop_strays(snapshot)
        if call.state == "ended":
            await self._collect_recordings()
        elif self.callback is not None and not call.channel:
            await self._resync_callback(self.callback, snapshot)
        elif call.channel not in snapshot.channels:
            at = snapshot.ended.get(call.channel)
            if at is None and call.callback is None:  # the dialplan notes whoever hangs up
                self.cause = EXCHANGE_DIED
            await self.caller_gone(at)
            await self._collect_recordings()
        else:
            await self._resync_recordings(snapshot)
            if call.has_agent:
                await self._resync_talk.resync(snapshot)
            await self.outside.resync(snapshot)
            if call.state in IN_FLOW:
                await self.flow.resync()

    async def _resync_callback(self, callback: Callback, snapshot: ExchangeSnapshot) -> None:
        if self.call.has_agent:
            await self._resync_talk.resync(snapshot)
        await callback.resync(snapshot)

    async def _resync_recordings(self, snapshot: ExchangeSnapshot) -> None:
        """Take those that ended in the gap; begin the one whose snoop was up too early."""
        for recording in tuple(self.call.recordings.values()):
            if recording.token and not self.flow.awaits(recording):
                recording.token = 0  # the step that began it is taken again
                await self.ports.exchange.stop_recording(recording.id, no_wait=True)
            try:
                live = await self.ports.exchange.live_recording(recording.id)
            except Gone:
                if recording.channel in snapshot.channels and recording.kind == "conversation":
                    await self.recorder.snoop_up(recording.channel)
                else:
                    await self.recording_finished(recording.id, None)
            else:
                log.info("%s: %s is still %s", self.call.id, live.name, live.state)


class LegOfNobody:
    """A telephone in a role that this version gives to none: a call of a newer one had it."""

    def __init__(self, actor: CallActor) -> None:
        self._actor = actor

    async def leg_up(self, channel: str) -> None:
        await self._actor.hang_up([channel])

    async def leg_gone(self, channel: str, cause: int) -> None:
        del cause
        self._actor.drop_legs(leg for leg in [self._actor.call.legs.get(channel)] if leg)


class CallerLeg:
    """The caller's own leg, which we have dialled where a citizen is called back."""

    def __init__(self, actor: CallActor) -> None:
        self._actor = actor

    async def leg_up(self, channel: str) -> None:
        callback = self._actor.callback
        if callback is None:
            await self._actor.hang_up([channel])
        else:
            await callback.leg_up(channel)

    async def leg_gone(self, channel: str, cause: int) -> None:
        if channel == self._actor.call.channel:
            await self._actor.caller_gone()
        elif self._actor.callback is not None:
            await self._actor.callback.leg_gone(channel, cause)
