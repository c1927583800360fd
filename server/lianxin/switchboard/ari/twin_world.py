"""The twin's inside: legs, bridges, sounds and recordings on a clock that the test moves.

It lives on while no controller is connected, as Asterisk does. Whatever happens is given
to ``emit``; who listens, if anybody, is not its business.
"""

from __future__ import annotations

import heapq
import io
import itertools
import wave
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from lianxin.switchboard.ari import model
from lianxin.switchboard.ari.errors import AriError, Gone
from lianxin.switchboard.ari.model import Bridge, Channel, FromExchange, LiveRecording, Playback

NORMAL = 16
NO_ANSWER = 19
_RATE = 8000
_LEFT = 0.2  # seconds of the silence at a recording's end that are kept


@dataclass(frozen=True)
class FarEnd:
    """How whoever is dialled behaves. ``None``: it does not, until the test makes it.

    Seconds count from the moment of dialling. ``refuses`` is a Q.850 cause.
    """

    rings: float | None = 0.0
    answers: float | None = None
    refuses: int | None = None
    hangs_up: float | None = None  # seconds after the answer


@dataclass
class Leg:
    channel: Channel
    app: bool = False  # under the application's control
    app_args: tuple[str, ...] = ()
    playing: list[str] = field(default_factory=list)  # the first is heard, the others wait
    recording: str | None = None
    bridge: str | None = None
    music: bool = False
    spied_on: str | None = None  # a snoop's target
    dialled: str = ""
    released: float = 0.0  # its last key
    variables: dict[str, str] = field(default_factory=dict)


@dataclass
class Live:
    recording: LiveRecording
    leg: str
    began: float
    silence: int
    silent_since: float | None = None


class World:
    """``now`` is in seconds since the epoch; only ``advance`` moves it."""

    def __init__(self, emit: Callable[[FromExchange], None], recordings: Path | None) -> None:
        self.now = 1_800_000_000.0
        self.emit = emit
        self.recordings = recordings
        self.legs: dict[str, Leg] = {}
        self.bridges: dict[str, Bridge] = {}
        self.playbacks: dict[str, tuple[Playback, str, tuple[str, ...]]] = {}
        self.live: dict[str, Live] = {}
        self.stored: dict[str, float] = {}  # seconds
        self.seconds_of: dict[str, float] = {}  # of a medium; one second where not given
        self.missing: set[str] = set()  # media that cannot be played
        self._timers: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()

    # --- the clock

    @property
    def stamp(self) -> str:
        return self.stamp_of(self.now)

    @staticmethod
    def stamp_of(moment: float) -> str:
        return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")

    def later(self, seconds: float, act: Callable[[], None]) -> None:
        heapq.heappush(self._timers, (self.now + seconds, next(self._order), act))

    def advance(self, seconds: float) -> None:
        """Let time pass; whatever is due happens in its order, at its time."""
        until = self.now + seconds
        while self._timers and self._timers[0][0] <= until:
            self.now, _, act = heapq.heappop(self._timers)
            act()
        self.now = until

    # --- legs

    def leg(self, channel: str) -> Leg:
        if channel not in self.legs:
            raise Gone(404, "Channel not found")
        return self.legs[channel]

    def controlled(self, channel: str) -> Leg:
        leg = self.leg(channel)
        if not leg.app:
            raise AriError(409, "Channel not in Stasis application")
        return leg

    def add(self, channel: Channel, *, app_args: tuple[str, ...] = ()) -> Leg:
        if channel.id in self.legs:
            raise AriError(409, "Channel with given unique ID already exists")
        leg = Leg(replace(channel, creationtime=self.stamp), app_args=app_args)
        self.legs[channel.id] = leg
        return leg

    def enter(self, leg: Leg, args: tuple[str, ...]) -> None:
        leg.app = True
        if leg.dialled:
            self._executes(leg, "Stasis")
        start = model.StasisStart(channel=leg.channel, args=list(args), timestamp=self.stamp)
        self.emit(start)

    def leave(self, leg: Leg) -> None:
        """The leg goes back to the dialplan, or ends."""
        self._silence(leg)
        self.take_out(leg)
        if leg.app:
            leg.app = False
            self._executes(leg, "")
            self.emit(model.StasisEnd(channel=leg.channel, timestamp=self.stamp))

    def _executes(self, leg: Leg, application: str) -> None:
        """What a look at the leg says that the dialplan does for it."""
        dialplan = replace(leg.channel.dialplan, app_name=application)
        leg.channel = replace(leg.channel, dialplan=dialplan)

    def set_state(self, leg: Leg, state: str) -> None:
        if leg.channel.state != state:
            leg.channel = replace(leg.channel, state=state)
            self.emit(model.ChannelStateChange(channel=leg.channel, timestamp=self.stamp))

    def end(
        self, channel: str, cause: int = NORMAL, *, asked: bool = False, reported: bool = True
    ) -> None:
        """The leg is over: sounds fail, recordings are kept, then it is destroyed.

        ``reported``: who was dialled said so, which a ``Dial`` event passes on.
        """
        leg = self.legs.get(channel)
        if leg is None:
            return
        if leg.app or asked:
            self.emit(
                model.ChannelHangupRequest(
                    channel=leg.channel, cause=cause, soft=asked, timestamp=self.stamp
                )
            )
        if leg.dialled and leg.channel.state != "Up" and reported:
            self.dial(leg, "NOANSWER" if asked else _STATUS.get(cause, "CHANUNAVAIL"))
        self.leave(leg)
        del self.legs[channel]
        for other in [other for other in self.legs.values() if other.spied_on == channel]:
            self.end(other.channel.id)
        if leg.dialled:  # of others the application hears no more after StasisEnd
            gone = model.ChannelDestroyed(channel=leg.channel, cause=cause, timestamp=self.stamp)
            self.emit(gone)

    def dial(self, leg: Leg, status: str) -> None:
        self.emit(
            model.Dial(
                peer=leg.channel, dialstatus=status, dialstring=leg.dialled, timestamp=self.stamp
            )
        )

    def ring(self, channel: str) -> None:
        if (leg := self.legs.get(channel)) is not None and leg.channel.state == "Down":
            self.set_state(leg, "Ringing")
            self.dial(leg, "RINGING")

    def pick_up(self, channel: str) -> None:
        leg = self.legs.get(channel)
        if leg is None or leg.channel.state == "Up":
            return
        self.dial(leg, "ANSWER")
        self.set_state(leg, "Up")
        self.enter(leg, leg.app_args)

    def follow(self, leg: Leg, far_end: FarEnd, ring_seconds: float) -> None:
        """Let the far end of a dialled leg do what it does."""
        channel = leg.channel.id
        self.dial(leg, "")
        if far_end.rings is not None:
            self.later(far_end.rings, lambda: self.ring(channel))
        if far_end.refuses is not None:
            cause = far_end.refuses
            self.later(far_end.answers or 0.0, lambda: self.end(channel, cause))
        elif far_end.answers is not None:
            self.later(far_end.answers, lambda: self.pick_up(channel))
            if far_end.hangs_up is not None:
                self.later(far_end.answers + far_end.hangs_up, lambda: self.end(channel))
        self.later(ring_seconds, lambda: self._give_up(channel))

    def _give_up(self, channel: str) -> None:
        leg = self.legs.get(channel)
        if leg is not None and leg.channel.state != "Up":
            self.end(channel, NO_ANSWER, reported=False)

    # --- sounds

    def play(self, target: str, media: tuple[str, ...], playback: str, queue: list[str]) -> None:
        if playback in self.playbacks:
            raise AriError(409, "Playback with given unique ID already exists")
        thing = Playback(id=playback, state="queued", media_uri=media[0], target_uri=target)
        self.playbacks[playback] = (thing, target, media)
        queue.append(playback)
        if len(queue) == 1:
            self._sound(playback, queue)

    def _sound(self, playback: str, queue: list[str]) -> None:
        """Begin to be heard; the next in the queue follows."""
        thing, target, media = self.playbacks[playback]
        playing = replace(thing, state="playing")
        self.playbacks[playback] = (playing, target, media)
        self.emit(model.PlaybackStarted(playback=playing, timestamp=self.stamp))
        if all(medium in self.missing for medium in media):
            self.finish_playing(playback, queue, "failed")
            return
        seconds = sum(self.seconds_of.get(medium, 1.0) for medium in media)
        self.later(seconds, lambda: self.finish_playing(playback, queue, "done"))

    def finish_playing(self, playback: str, queue: list[str], state: str) -> None:
        if playback not in self.playbacks:
            return
        thing, _, _ = self.playbacks.pop(playback)
        first = bool(queue) and queue[0] == playback
        queue.remove(playback)
        done = replace(thing, state=state)
        self.emit(model.PlaybackFinished(playback=done, timestamp=self.stamp))
        if first and queue and state != "failed":
            self._sound(queue[0], queue)

    def _silence(self, leg: Leg) -> None:
        """Nothing is played to or recorded from the leg any more."""
        for playback in list(leg.playing):
            self.finish_playing(playback, leg.playing, "failed")
        if leg.recording is not None:
            self.finish_recording(leg.recording)

    # --- recordings

    def record(self, leg: Leg, recording: LiveRecording, most: int, silence: int) -> None:
        live = Live(replace(recording, state="recording"), leg.channel.id, self.now, silence)
        self.live[recording.name] = live
        leg.recording = recording.name
        self.emit(model.RecordingStarted(recording=live.recording, timestamp=self.stamp))
        if most:
            self.later(most, lambda: self._finish_this(live))

    def fall_silent(self, channel: str) -> None:
        """The caller says no more: a recording ends after its seconds of silence."""
        live = self.live.get(self.leg(channel).recording or "")
        if live is not None and live.silence:
            live.silent_since = self.now
            self.later(live.silence, lambda: self._finish_this(live))

    def _finish_this(self, live: Live) -> None:
        if self.live.get(live.recording.name) is live:
            self.finish_recording(live.recording.name)

    def finish_recording(self, name: str, *, keep: bool = True) -> None:
        if name not in self.live:
            raise Gone(404, "Recording not found")
        live = self.live.pop(name)
        if (leg := self.legs.get(live.leg)) is not None:
            leg.recording = None
        cut = live.silent_since is not None and self.now - live.silent_since >= live.silence
        spoken = (self.now if live.silent_since is None else live.silent_since) - live.began
        # the silence that ended it is cut off, and never less than a second is told
        seconds = spoken + _LEFT if cut else self.now - live.began
        if keep:
            self.stored[name] = seconds
            if self.recordings is not None:
                path = self.recordings / f"{name}.wav"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(self.content(name))
        done = replace(
            live.recording,
            state="done" if keep else "canceled",
            duration=max(1, int(seconds)),
            talking_duration=(max(1, int(spoken)) if cut else int(spoken)) if live.silence else 0,
            silence_duration=0 if cut else int(seconds - spoken),
        )
        self.emit(model.RecordingFinished(recording=done, timestamp=self.stamp))

    def content(self, name: str) -> bytes:
        """A stored recording as a wav: silence of the length that was recorded."""
        if name not in self.stored:
            raise Gone(404, "Recording not found")
        content = io.BytesIO()
        with wave.open(content, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(_RATE)
            file.writeframes(b"\0\0" * int(self.stored[name] * _RATE))
        return content.getvalue()

    def delete_stored(self, name: str) -> None:
        self.content(name)
        del self.stored[name]
        if self.recordings is not None:
            (self.recordings / f"{name}.wav").unlink(missing_ok=True)

    # --- bridges

    def bridge(self, bridge: str) -> Bridge:
        if bridge not in self.bridges:
            raise Gone(404, "Bridge not found")
        return self.bridges[bridge]

    def put_in(self, bridge: str, leg: Leg) -> None:
        self.take_out(leg)
        there = self.bridge(bridge)
        self.bridges[bridge] = replace(there, channels=[*there.channels, leg.channel.id])
        leg.bridge = bridge
        self.emit(
            model.ChannelEnteredBridge(
                bridge=self.bridges[bridge], channel=leg.channel, timestamp=self.stamp
            )
        )

    def take_out(self, leg: Leg) -> None:
        if leg.bridge is None:
            return
        there = self.bridges[leg.bridge]
        left = [channel for channel in there.channels if channel != leg.channel.id]
        self.bridges[leg.bridge] = replace(there, channels=left)
        leg.bridge = None
        self.emit(
            model.ChannelLeftBridge(
                bridge=self.bridges[there.id], channel=leg.channel, timestamp=self.stamp
            )
        )

    def destroy_bridge(self, bridge: str) -> None:
        for channel in self.bridge(bridge).channels:
            self.take_out(self.legs[channel])
        gone = self.bridges.pop(bridge)
        self.emit(model.BridgeDestroyed(bridge=gone, timestamp=self.stamp))


_STATUS = {17: "BUSY", NO_ANSWER: "NOANSWER", 18: "NOANSWER", 21: "NOANSWER"}
