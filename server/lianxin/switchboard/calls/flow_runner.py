"""Carries out what a flow asks for, and tells the flow what came of it.

One runner belongs to one call and runs on that call's mailbox. It decides nothing: the
interpreter does.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Iterable
from typing import Any
from uuid import UUID

from uuid_utils import uuid7

from lianxin.calls.events import NO_WORDS, Entry
from lianxin.rules.flow import Flow, Session, advance, effects, events
from lianxin.rules.flow.way import chooses, grown
from lianxin.rules.flow.words import without_words
from lianxin.rules.lifecycle import CallState
from lianxin.rules.values import Language
from lianxin.switchboard.ari import AriError, RecordingFinished
from lianxin.switchboard.calls import case_requests
from lianxin.switchboard.calls.call import Call, Recording
from lianxin.switchboard.calls.context import CallContext
from lianxin.switchboard.calls.flow_session import as_left_in_queue, is_mailbox, restored
from lianxin.switchboard.calls.outbound import Outbound
from lianxin.switchboard.calls.playing import Playing
from lianxin.switchboard.calls.ports import CallPorts
from lianxin.switchboard.calls.queueing import Queueing
from lianxin.switchboard.calls.recorder import ConversationRecorder
from lianxin.switchboard.ledger.store import NothingRecorded

log = logging.getLogger(__name__)

#: How many of the caller's answers the agent's page shows.
SHOWN_KEYS = 12

#: The caller waits for somebody.
MUSIC: frozenset[CallState] = frozenset({"queued", "offered", "dialling"})

#: A caller's time to press a key when the switchboard comes back, where the checkpoint is so old
#: that it does not say.
RESUMED_WAIT_SECONDS = 5.0

#: How long a caller waits for a case number before the flow goes on without it.
CASE_SECONDS = 4


class FlowRunner:
    """Walks the flow for one call; ``leave_line`` and ``end_call`` are the actor's."""

    def __init__(
        self,
        context: CallContext,
        flow: Flow,
        recorder: ConversationRecorder,
        leave_line: Callable[[str], Awaitable[None]],
        end_call: Callable[[effects.HangUpCause], Awaitable[None]],
    ) -> None:
        self._context = context
        self._call: Call = context.call
        self._ports: CallPorts = context.ports
        self.outside = Outbound(context, recorder, self.happened)
        self._queueing = Queueing(context, self.happened, leave_line)
        self._end_call = end_call
        self.flow = flow
        self._session: Session = restored(self._call, flow)
        self._playing = Playing(context, self.played)
        self._asked: effects.Lookup | None = None  # the look-up under way
        self._resuming = False
        self._looking_up: set[int] = set()  # look-ups that will be answered
        self._node = ""  # where the effects have led so far
        self._chosen = False  # the last node was left by a choice
        self._stand(self._session.node)
        self._timers: dict[int, asyncio.TimerHandle] = {}
        self._music = False

    def as_left_in_queue(self) -> dict[str, Any]:
        """The session of who hangs up now and is called back: still waiting for an agent."""
        return as_left_in_queue(self._session, self._call.queue_token)

    @property
    def nodes(self) -> Collection[str]:
        """Where a caller can be sent to."""
        return self.flow.nodes.keys()

    @property
    def languages(self) -> tuple[Language, ...]:
        """Those of the flow, the first one spoken until the caller chooses."""
        return self.flow.languages

    # --- events

    async def happened(self, event: events.Event) -> None:
        """Give ``event`` to the flow and do what it then wants."""
        token = getattr(event, "token", None)
        self._playing.over(token or 0)
        self._session, wanted = advance(self._session, event, self._ports.clock())
        await self._carry_out(wanted)
        self._call.session = self._session.to_json()
        await self._set_music()

    async def _carry_out(self, wanted: Iterable[effects.Effect]) -> None:
        """One after another; steps of the path that follow each other are one write."""
        path: list[Entry] = []
        for effect in wanted:
            if isinstance(effect, effects.Trace):
                path.append(self._trace(effect))
                continue
            self._context.write(*path)
            path.clear()
            await self._ways[type(effect)](self, effect)
        self._context.write(*path)

    async def key(self, digit: str) -> None:
        await self.happened(events.KeyPressed(digit))

    def hears(self, playback: str) -> bool:
        """Whether the caller hears it, as far as this process knows."""
        return self._playing.hears(playback)

    async def played(self, token: int, ok: bool) -> None:
        await self.happened(events.Played(token, ok))

    async def agent_came(self, number: str) -> None:
        """An agent has taken the caller: the flow falls silent until the agent leaves."""
        await self.happened(events.AgentCame(self._call.queue_token, number))
        self._stop_timers()

    def _stop_timers(self) -> None:
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        self._queueing.forget_limit()

    async def hung_up(self) -> None:
        """The caller has gone; what they said is still filed."""
        self._stop_timers()
        await self.happened(events.HungUp())
        self._stop_timers()
        self._stand("")

    async def resync(self) -> None:
        """Nobody listened for a while: answer what the flow waits for, or ask again."""
        if not self._session.node and not self._session.finished:
            line = self._call.line
            await self.happened(events.Started(line.number, self._call.caller, line.variables()))
            return
        if self._session.open.get("lookup", 0) not in (0, *self._looking_up):
            self._resuming = True  # a node that is entered anew costs nobody their place
            await self.happened(events.Resumed())
            self._resuming = False
            return
        for name, token in tuple(self._session.open.items()):
            await self._resume(name, token)
        await self._set_music()

    async def _resume(self, name: str, token: int) -> None:
        match name:
            case "play" if self._call.playing:
                await self._playing.again(token)
            case "play":
                await self.happened(events.Played(token))
            case "wait":
                await self._resume_wait(token)
            case "record" if not self._records(token):
                await self.happened(events.Recorded(token, "", 0.0, "failed"))
            case "case":
                await self.happened(events.CaseDeferred(token))
            case "queue":
                self._queueing.resume()

    async def _resume_wait(self, token: int) -> None:
        if self._session.typed and "lookup" not in self._session.open:
            await self.happened(events.Resumed())  # some of its keys were pressed to nobody
        if self._session.open.get("wait") == token:
            await self._wait(effects.Wait(token, self._call.patience or RESUMED_WAIT_SECONDS))

    def awaits(self, recording: Recording) -> bool:
        """Is it the one whose end the flow waits for?"""
        return self._session.open.get("record") == recording.token

    def _records(self, token: int) -> bool:
        return any(each.token == token for each in self._call.recordings.values())

    # --- effects

    async def _play(self, effect: effects.Play) -> None:
        media = self._context.sounds.media(
            self._call.line.centre_code, effect.sounds, effect.language
        )
        self._note_texts(effect)
        if self._music:
            self._music = False
            await self._ports.exchange.stop_moh(self._call.channel, no_wait=True)
        if not media:  # a text that nobody has read aloud
            self._call.playing = []
            self._context.post(self.played, effect.token, True)
            return
        await self._playing.begin(effect.token, media)

    def _note_texts(self, effect: effects.Play) -> None:
        """Say in the path whether the caller hears the texts of ``effect``, or how many not."""
        texts = [sound for sound in effect.sounds if isinstance(sound, effects.Text)]
        if texts:
            centre, reads = self._call.line.centre_code, self._context.sounds.reads
            unread = sum(not reads(centre, text, effect.language) for text in texts)
            self._step("unread" if unread else "read", str(unread or len(texts)))

    async def _stop_playing(self, effect: effects.StopPlaying) -> None:
        await self._playing.stop(effect.token)

    async def _wait(self, effect: effects.Wait) -> None:
        loop = asyncio.get_running_loop()
        self._call.patience = effect.seconds
        self._timers[effect.token] = loop.call_later(
            effect.seconds, self._context.post, self._expired, effect.token
        )

    async def _expired(self, token: int) -> None:
        if self._timers.pop(token, None) is not None:
            await self.happened(events.Expired(token))

    async def _cancel_wait(self, effect: effects.CancelWait) -> None:
        timer = self._timers.pop(effect.token, None)
        if timer is not None:
            timer.cancel()

    async def _record(self, effect: effects.Record) -> None:
        recording = Recording(
            str(uuid7()), effect.kind, self._call.channel, effect.token,
            min_seconds=effect.min_seconds, silence_seconds=effect.silence_seconds,
        )  # fmt: skip
        self._call.confidential |= effect.kind == "mailbox"
        self._call.asked_for_words |= effect.min_seconds is not None
        self._context.begin_recording(recording)
        try:
            await self._ports.exchange.record_channel(
                self._call.channel,
                recording.id,
                max_seconds=effect.max_seconds,
                silence_seconds=effect.silence_seconds,
                beep=True,
            )
        except AriError as error:
            log.warning("%s: cannot record: %s", self._call.id, error)
            self._context.lose_recording(recording, "refused")
            self._context.post(self.happened, events.Recorded(effect.token, "", 0.0, "failed"))

    async def _stop_recording(self, effect: effects.StopRecording) -> None:
        for recording in self._call.recordings.values():
            if recording.token == effect.token:
                recording.stopped = True
                await self._ports.exchange.stop_recording(recording.id, no_wait=True)

    async def recorded(self, recording: Recording, event: RecordingFinished | None) -> None:
        """Asterisk has finished the file: put it away, then tell the flow.

        ``event`` is None when the end was seen by nobody but the file is there.
        """
        try:
            stored = await self._ports.store(UUID(recording.id))
        except NothingRecorded as nothing:
            end = self._call.over or self._ports.clock().timestamp()
            at_the_beep, gone = recording.holds_nothing(end), self._call.over > 0
            beep = at_the_beep and (gone or self._context.leaving)
            reason = NO_WORDS if beep else nothing.reason
            self._context.lose_recording(recording, reason, words=not at_the_beep)
            await self.happened(events.Recorded(recording.token, "", 0.0, "failed"))
            return
        seconds = stored.milliseconds / 1000
        over = event is None or self._context.leaving or self._call.state == "ended"
        silent = event is not None and bool(event.recording.silence_duration)
        ended_by = recording.ended_by(over=over, silent=silent)
        talking = float(event.recording.talking_duration) if event else None
        ending = events.Recorded(recording.token, recording.id, seconds, ended_by, talking)
        least, quiet = recording.min_seconds, recording.silence_seconds
        no_words = least is not None and without_words(ending, least, quiet)
        self._context.recording_stored(recording, stored, no_words=no_words)
        await self.happened(ending)

    async def _open_case(self, effect: effects.OpenCase) -> None:
        self._call.filed = True
        self._call.confidential |= effect.kind == "mailbox"
        key = effect.recording or str(uuid7())
        about = {"recording" if effect.recording else "case": key}
        words = {name: getattr(effect, name) for name in ("title", "content", "phone")}
        said = {name: text for name, text in words.items() if text}
        self._context.log("case", case_kind=effect.kind, caller=self._call.caller, **about, **said)
        loop = asyncio.get_running_loop()
        timer = loop.call_later(CASE_SECONDS, self._context.post, self._case_late, effect.token)
        self._timers[effect.token] = timer

        def opened(number: str, code: str) -> None:
            self._context.post(self._case_opened, effect.token, number, code)

        self._ports.records.when_opened(key, opened)
        self._ports.records.nudge(now=True)

    async def _case_opened(self, token: int, number: str, code: str) -> None:
        timer = self._timers.pop(token, None)
        if timer is not None:
            timer.cancel()
            await self.happened(events.CaseOpened(token, number, code))

    async def _case_late(self, token: int) -> None:
        if self._timers.pop(token, None) is not None:
            await self.happened(events.CaseDeferred(token))

    async def _look_up(self, effect: effects.Lookup) -> None:
        self._asked = effect
        case_requests.asked(self._call, effect)
        self._looking_up.add(effect.token)
        self._step("asked", effect.source)

        async def look_up() -> None:
            result = await self._ports.look_ups.answer(self._call.facts(), effect)
            self._context.post(self._looked_up, result)

        self._context.spawn(look_up())

    async def _looked_up(self, result: events.LookupResult) -> None:
        self._looking_up.discard(result.token)
        if self._asked is not None and self._session.open.get("lookup") == result.token:
            self._step("told", f"{self._asked.source}:{result.outcome}")
            case_requests.answered(self._call, self._asked, result)
        await self.happened(result)

    async def _emit(self, effect: effects.Emit) -> None:
        self._context.log(effect.what, **{**dict(effect.data), "node": self._node})

    async def _enqueue(self, effect: effects.Enqueue) -> None:
        await self._queueing.enter(effect, keep=self._resuming)

    async def _leave_queue(self, effect: effects.LeaveQueue) -> None:
        await self._queueing.leave(effect)

    async def _dial(self, effect: effects.Dial) -> None:
        self._call.wanted_agent |= self._node == self.flow.agent_node
        await self.outside.dial(effect)

    async def _stop_dialling(self, effect: effects.StopDialling) -> None:
        await self.outside.stop(effect)

    async def _hang_up(self, effect: effects.HangUp) -> None:
        await self._end_call(effect.cause)

    def _trace(self, effect: effects.Trace) -> Entry:
        if effect.what == "exit":
            self._chosen = chooses(effect.detail)
        if effect.what == "entered":
            if self._chosen:
                self._call.way = grown(self._call.way, effect.node)
            self._chosen = False
            self._stand(effect.node)
        if effect.what == "key":  # what the flow shows: a query code is hidden by it
            self._call.keys = [*self._call.keys, effect.detail][-SHOWN_KEYS:]
            case_requests.typed(self._call, effect.detail)
        return self._context.entry("node", node=effect.node, what=effect.what, detail=effect.detail)

    def _stand(self, node: str) -> None:
        """The caller stands on ``node`` now; "" when they have left the flow."""
        if node != self._node and self._call.callback is None:  # who is called back walks no more
            self._ports.traffic.move(self._call.line.flow_version, self._node, node)
        self._node = node
        self._call.confidential |= is_mailbox(self.flow, node)

    def _step(self, what: str, detail: str) -> None:
        """A line of the call's path: what was asked and told, without what it was about."""
        self._context.log("node", node=self._node, what=what, detail=detail)

    async def _set_music(self) -> None:
        """Music whenever the caller waits for somebody and nothing else is played."""
        wanted = self._call.state in MUSIC and not self._playing and bool(self._call.channel)
        if wanted == self._music:
            return
        self._music = wanted
        exchange = self._ports.exchange
        change = exchange.start_moh if wanted else exchange.stop_moh
        await change(self._call.channel, no_wait=True)

    _ways: dict[type, Callable[[Any, Any], Awaitable[None]]] = {
        effects.Play: _play,
        effects.StopPlaying: _stop_playing,
        effects.Wait: _wait,
        effects.CancelWait: _cancel_wait,
        effects.Record: _record,
        effects.StopRecording: _stop_recording,
        effects.OpenCase: _open_case,
        effects.Lookup: _look_up,
        effects.Emit: _emit,
        effects.Enqueue: _enqueue,
        effects.LeaveQueue: _leave_queue,
        effects.Dial: _dial,
        effects.StopDialling: _stop_dialling,
        effects.HangUp: _hang_up,
    }
