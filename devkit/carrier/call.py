"""One telephone call as the carrier sees it: what was sent, what was heard, when."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from lianxin.switchboard.ari import (
    AriError,
    Channel,
    ChannelDestroyed,
    ChannelHangupRequest,
    ChannelStateChange,
    ChannelTalkingFinished,
    ChannelTalkingStarted,
    Client,
    Dial,
    Event,
    Gone,
    PlaybackFinished,
    RecordingFailed,
    RecordingFinished,
    StasisEnd,
    StasisStart,
)

_HEARD_SECONDS = 5.0  # what a recording may take to be written after the end

_GOING_SECONDS = 2.0  # what the end of a leg that refuses everything may take to be told
_FAX_LOOK_SECONDS = 0.5
_EAR_SECONDS = 5.0  # what a snoop may take to come up

_TALK = "300,256"  # be told of silence after 300 ms, of sound from this energy on

What = Literal[
    "dialled", "ringing", "progress", "answered", "key", "saying", "said", "ended", "came"
]


@dataclass(frozen=True)
class Moment:
    """``at``: seconds since the call was dialled."""

    at: float
    what: What
    detail: str = ""


@dataclass(frozen=True)
class End:
    """Who hung up, with the Q.850 ``cause`` that came with it."""

    by: Literal["us", "them"]
    cause: int
    text: str
    at: float


@dataclass
class _Waiters:
    rang: asyncio.Event = field(default_factory=asyncio.Event)
    ear: asyncio.Event = field(default_factory=asyncio.Event)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    talk: asyncio.Event = field(default_factory=asyncio.Event)
    playing: dict[str, asyncio.Event] = field(default_factory=dict)


class NotAnswered(Exception):
    """The call ended before it was answered. ``end`` says how."""

    def __init__(self, end: End) -> None:
        super().__init__(f"not answered: {end.cause} {end.text}")
        self.end = end


class Call:
    """A leg between the carrier and Lianxin.

    Everything that Lianxin sends is recorded from the first packet on, ringing tone and
    announcements before the answer included: ``heard_path``, complete after ``heard()``.
    """

    def __init__(
        self,
        client: Client,
        channel: str,
        number: str,
        caller: str,
        recordings: Path,
        *,
        incoming: bool = False,
    ) -> None:
        self.id = channel
        self.incoming = incoming
        self.number = number
        self.caller = caller
        self.timeline: list[Moment] = []
        self.end: End | None = None
        self.heard_from = 0.0  # when on the timeline the recording begins
        self.on_moment: Callable[[Moment], None] | None = None
        self._client = client
        self._recording = f"heard-{channel}"
        self._wanted = False  # a recording was begun
        self._recordings = recordings
        self._began = time.monotonic()
        self._waiters = _Waiters()
        self._hung_up_by_us = False
        self._leaves = False  # the leg goes on in the dialplan, where nothing is told of it
        self._mouth = asyncio.Lock()
        self._speaking = ""  # the bridge that we speak through
        self._said = 0
        self._cause = 16  # Q.850, normal clearing
        self._talking = False

    @property
    def heard_path(self) -> Path:
        return self._recordings / f"{self._recording}.wav"

    def note(self, what: What, detail: str = "") -> Moment:
        moment = Moment(time.monotonic() - self._began, what, detail)
        self.timeline.append(moment)
        if self.on_moment is not None:
            self.on_moment(moment)
        return moment

    def at(self, what: What) -> float:
        """When ``what`` happened first, in seconds; raises ``LookupError`` if it did not."""
        for moment in self.timeline:
            if moment.what == what:
                return moment.at
        raise LookupError(f"{what} did not happen: {self.timeline}")

    # --- what a caller does

    async def listen(self) -> None:
        """Begin to record what is heard. The carrier does it as soon as there is a leg."""
        snoop = f"ear-{self.id}"
        await self._client.snoop(self.id, snoop, spy="in", app_args=("ear",))
        await self._until(self._waiters.ear, _EAR_SECONDS, "the ear")
        self._wanted = True
        self.heard_from = time.monotonic() - self._began
        # On the ear, not on the leg: where nothing is sent, only the ear has silence to show.
        await self._client.set_channel_variable(snoop, "TALK_DETECT(set)", _TALK)
        await self._client.record_channel(snoop, self._recording)

    async def rings(self, seconds: float = 10.0) -> None:
        await self._until(self._waiters.rang, seconds, "ringing")

    async def answered(self, seconds: float = 30.0) -> None:
        """Wait for the answer. Raises ``NotAnswered``, ``TimeoutError``."""
        await self._until(self._waiters.answered, seconds, "the answer")
        if not self._waiters.answered.is_set() and self.end is not None:
            raise NotAnswered(self.end)

    async def keys(self, digits: str, gap: float = 1.0, length: float = 0.1) -> None:
        """Press keys, ``gap`` seconds after one another; commas and blanks are passed over."""
        pressed = [digit for digit in digits if digit not in ", "]
        for index, digit in enumerate(pressed):
            if index:
                await asyncio.sleep(gap)
            await self._client.send_dtmf(self.id, digit, duration_ms=int(length * 1000))
            self.note("key", digit)

    async def play(self, audio: Path | str, *, wait: bool = True) -> str:
        """Speak: a wav file (8 kHz mono), or a media URI such as ``tone:1004``.

        Returns the playback's id, for ``stop_playing``. With ``wait`` after its end.
        """
        media = _sound_of(audio) if isinstance(audio, Path) else audio
        self._said += 1
        playback = f"say-{self.id}-{self._said}"
        finished = self._waiters.playing[playback] = asyncio.Event()
        self.note("saying", str(audio))
        await self._client.play_on_bridge(await self._open_mouth(), [media], playback)
        if wait:
            await self._until(finished, None, "the end of what is said")
            self.note("said", str(audio))
        return playback

    async def _open_mouth(self) -> str:
        """Speak through a bridge: keys would wait for the end of what the channel plays."""
        async with self._mouth:
            mouth = f"mouth-{self.id}-{self._said}"
            if not self._speaking:
                self._speaking = mouth
                await self._client.stop_silence(self.id, no_wait=True)
                await self._client.create_bridge(mouth)
                await self._client.add_to_bridge(mouth, self.id)
        return self._speaking

    async def shut_mouth(self) -> None:
        """Take the bridge away and send silence again, as a telephone does."""
        async with self._mouth:
            if self._waiters.playing and self.end is None:
                return
            if self._speaking:
                await self._client.destroy_bridge(self._speaking, no_wait=True)
                self._speaking = ""
            if self.end is None:
                await self._client.start_silence(self.id, no_wait=True)

    async def stop_playing(self, playback: str) -> None:
        """Fall silent; nothing happens where it is over already."""
        try:
            await self._client.stop_playback(playback)
        except Gone:
            return

    async def quiet(self, seconds: float = 1.0, limit: float = 60.0) -> None:
        """Wait until nothing was heard for ``seconds``, as a polite caller does.

        Returns at the end of the call too; ``TimeoutError`` after ``limit`` seconds.
        """
        async with asyncio.timeout(limit):
            while self.end is None:
                self._waiters.talk.clear()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(None if self._talking else seconds):
                        await self._waiters.talk.wait()
                        continue
                return

    async def answer(self) -> None:
        """Answer an incoming call."""
        await self._client.answer(self.id)
        self.note("answered")
        self._waiters.answered.set()
        await self.shut_mouth()

    async def receive_fax(self) -> Path:
        """Be a fax machine: answer, and receive until the call is over. Returns the TIFF."""
        name = f"fax-{self.id}.tif"
        self._leaves = True
        await self.answer()
        await self._client.stop_silence(self.id)
        await self._client.set_channel_variable(self.id, "FAX_FILE", name)
        await self._client.continue_in_dialplan(self.id, "fax-machine", "receive", 1)
        with contextlib.suppress(Gone):
            while True:  # nothing is told of a leg in the dialplan
                await self._client.channel(self.id)
                await asyncio.sleep(_FAX_LOOK_SECONDS)
        self._end(self._cause, "")
        return self._recordings / name

    async def ring(self) -> None:
        await self._client.ring(self.id)
        self.note("ringing")

    async def hangup(self, cause: int | None = None) -> None:
        """Hang up and wait until the leg is gone. It may be gone already."""
        self._hung_up_by_us = self.end is None
        try:
            await self._client.hangup(self.id, cause)
        except Gone:
            self._hung_up_by_us = False
        await self.ended()

    async def ended(self, seconds: float | None = 30.0) -> End:
        """Wait until the call is over, whoever ends it."""
        async with asyncio.timeout(seconds):
            await self._waiters.ended.wait()
        if self.end is None:
            raise LookupError("the call has no end")
        return self.end

    async def heard(self, save: Path | None = None) -> Path:
        """The finished recording, copied to ``save`` when that is given."""
        await self.ended(None)
        if self._wanted:
            async with asyncio.timeout(_HEARD_SECONDS):
                await self._waiters.heard.wait()
        if save is not None:
            await asyncio.to_thread(shutil.copyfile, self.heard_path, save)
        return save or self.heard_path

    async def statistics(self) -> dict[str, str]:
        """RTP as Asterisk counts it: packets received and lost, jitter in seconds."""
        names = ("rxcount", "rxploss", "rxjitter", "local_maxjitter", "txcount", "txploss")
        return {
            name: await self._client.get_channel_variable(self.id, f"CHANNEL(rtcp,{name})")
            for name in names
        }

    async def _until(self, event: asyncio.Event, seconds: float | None, what: str) -> None:
        """Wait for ``event`` or the end of the call."""
        tasks = [
            asyncio.create_task(event.wait()),
            asyncio.create_task(self._waiters.ended.wait()),
        ]
        try:
            done, _ = await asyncio.wait(
                tasks, timeout=seconds, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            for task in tasks:
                task.cancel()
        if not done:
            raise TimeoutError(f"{what} did not come within {seconds} s: {self.timeline}")

    # --- what the exchange reports

    def ear_up(self) -> None:
        """The snoop of ``listen`` can be commanded."""
        self._waiters.ear.set()

    def take(self, event: Event) -> None:
        match event:
            case ChannelStateChange(channel=Channel(state="Up")):
                self._note_answer()
            case StasisStart(channel=Channel(state="Up")):
                self._note_answer()
                self._waiters.answered.set()  # not before: only now can the leg be commanded
            case PlaybackFinished(playback=playback):
                self._waiters.playing.pop(playback.id).set()
            case RecordingFinished() | RecordingFailed():
                self._waiters.heard.set()
            case ChannelTalkingStarted() | ChannelTalkingFinished():
                self._talking = isinstance(event, ChannelTalkingStarted)
                self._waiters.talk.set()
            case _:
                self._take_dial(event)
                self._take_end(event)

    def _note_answer(self) -> None:
        if all(moment.what != "answered" for moment in self.timeline):
            self.note("answered")

    def _take_dial(self, event: Event) -> None:
        match event:
            case Dial(dialstatus="RINGING"):
                self._reach(self._waiters.rang, "ringing")
            case Dial(dialstatus="PROGRESS"):
                self.note("progress")
            case _:
                pass

    def _reach(self, event: asyncio.Event, what: What) -> None:
        if not event.is_set():
            self.note(what)
            event.set()

    def _take_end(self, event: Event) -> None:
        match event:
            case ChannelHangupRequest():
                self._cause = event.cause or self._cause
            case ChannelDestroyed():
                self._end(event.cause, event.cause_txt)
            case StasisEnd() if self.incoming and not self._leaves:  # nothing more is told of it
                self._end(self._cause, "")
            case _:
                pass

    def _end(self, cause: int, text: str) -> None:
        by: Literal["us", "them"] = "us" if self._hung_up_by_us else "them"
        moment = self.note("ended", f"by {by}, {cause} {text}".rstrip())
        self.end = End(by, cause, text, moment.at)
        self._waiters.ended.set()
        self._waiters.talk.set()

    def lose(self, reason: str) -> None:
        """The carrier itself has gone."""
        if self.end is None:
            moment = self.note("ended", f"the carrier has gone: {reason}")
            self.end = End("them", 0, reason, moment.at)
            self._waiters.ended.set()
            self._waiters.talk.set()
        self._waiters.heard.set()


def _sound_of(path: Path) -> str:
    return f"sound:{path.resolve().with_suffix('')}"


async def try_listen(call: Call) -> None:
    """Listen, unless the leg has gone in between: then its end is told a moment later."""
    try:
        await call.listen()
    except AriError:
        with contextlib.suppress(TimeoutError):
            await call.ended(_GOING_SECONDS)
        if call.end is None:
            raise
