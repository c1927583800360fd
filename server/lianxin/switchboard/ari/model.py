"""The exchange's things and events, as far as the switchboard reads them.

Unknown fields are passed over. Times are ISO 8601 strings as they come; ``at`` of an
event turns its own into seconds since the epoch.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

# --- things -------------------------------------------------------------------------


class _Thing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    pass


class CallerId(_Thing, frozen=True):
    name: str = ""
    number: str = ""


class Dialplan(_Thing, frozen=True):
    context: str = ""
    exten: str = ""
    priority: int = 0
    app_name: str = ""
    app_data: str = ""


class Channel(_Thing, frozen=True):
    """One leg. ``state``: Down, Rsrved, OffHook, Dialing, Ring, Ringing, Up, Busy."""

    id: str
    name: str = ""
    state: str = ""
    caller: CallerId = CallerId()
    connected: CallerId = CallerId()
    dialplan: Dialplan = Dialplan()
    creationtime: str = ""
    language: str = ""
    protocol_id: str = ""  # the SIP Call-ID
    channelvars: dict[str, str] = {}


class Bridge(_Thing, frozen=True):
    id: str
    name: str = ""
    bridge_type: str = ""
    technology: str = ""
    creator: str = ""
    creationtime: str = ""
    channels: list[str] = []


class Playback(_Thing, frozen=True):
    """``state``: queued, playing, continuing, done, failed."""

    id: str
    state: str = ""
    media_uri: str = ""
    target_uri: str = ""  # "channel:ID" or "bridge:ID"


class LiveRecording(_Thing, frozen=True):
    """``duration`` in seconds, known when it has finished. ``cause`` only after a failure."""

    name: str
    format: str = ""
    state: str = ""  # queued, recording, paused, done, failed, canceled
    target_uri: str = ""
    duration: int = 0
    talking_duration: int = 0
    silence_duration: int = 0
    cause: str = ""


class StoredRecording(_Thing, frozen=True):
    name: str
    format: str


class Endpoint(_Thing, frozen=True):
    """``state``: unknown, offline, online."""

    technology: str
    resource: str
    state: str = "unknown"
    channel_ids: list[str] = []


class RtpStatistics(_Thing, frozen=True):
    """Of one leg. ``rxcount``: packets that came from its far end."""

    rxcount: int


class Variable(_Thing, frozen=True):
    value: str = ""


# --- events -------------------------------------------------------------------------


class _Event(_Thing, frozen=True, kw_only=True, tag_field="type", tag=True, gc=False):
    timestamp: str = ""

    @property
    def at(self) -> float:
        """When the exchange says that it happened: seconds since the epoch."""
        return datetime.fromisoformat(self.timestamp).timestamp() if self.timestamp else 0.0


class StasisStart(_Event, frozen=True):
    """A channel was handed to the application, with the dialplan's or originate's ``args``."""

    channel: Channel
    args: list[str] = []


class StasisEnd(_Event, frozen=True):
    """A channel left the application: it hung up, or went on in the dialplan."""

    channel: Channel


class ChannelDtmfReceived(_Event, frozen=True):
    channel: Channel
    digit: str
    duration_ms: int = 0


class ChannelStateChange(_Event, frozen=True):
    channel: Channel


class ChannelHangupRequest(_Event, frozen=True):
    """The far end asked to hang up. ``cause`` is Q.850; ``soft`` is set when we asked."""

    channel: Channel
    cause: int = 0
    soft: bool = False


class ChannelDestroyed(_Event, frozen=True):
    """A leg that the application dialled is gone. ``cause`` is Q.850: 16 normal, 17 busy, …

    For a leg that came in, ``StasisEnd`` is the last word: none of these follows.
    """

    channel: Channel
    cause: int = 0
    cause_txt: str = ""


class PlaybackStarted(_Event, frozen=True):
    playback: Playback


class PlaybackFinished(_Event, frozen=True):
    """Heard to its end, stopped, or failed: see ``playback.state``."""

    playback: Playback


class RecordingStarted(_Event, frozen=True):
    recording: LiveRecording


class RecordingFinished(_Event, frozen=True):
    recording: LiveRecording


class RecordingFailed(_Event, frozen=True):
    recording: LiveRecording


class ChannelEnteredBridge(_Event, frozen=True):
    bridge: Bridge
    channel: Channel


class ChannelLeftBridge(_Event, frozen=True):
    bridge: Bridge
    channel: Channel


class BridgeDestroyed(_Event, frozen=True):
    bridge: Bridge


class Dial(_Event, frozen=True):
    """An originated leg moved on. ``dialstatus``: "" begun, RINGING, PROGRESS, ANSWER,
    BUSY, NOANSWER, CANCEL, CHANUNAVAIL, CONGESTION."""

    peer: Channel
    dialstatus: str = ""
    dialstring: str = ""
    caller: Channel | None = None


class ChannelTalkingStarted(_Event, frozen=True):
    """Only where TALK_DETECT(set) was set on the channel."""

    channel: Channel


class ChannelTalkingFinished(_Event, frozen=True):
    """``duration`` of the talking in milliseconds, without the silence that ended it."""

    channel: Channel
    duration: int = 0


class ApplicationReplaced(_Event, frozen=True):
    """Another controller has taken the application over: leave. Commands may get no answer."""

    application: str = ""


class Disconnected(msgspec.Struct, frozen=True):
    """Always the last thing that ``listen`` tells: the socket is lost or was closed."""

    reason: str = ""


FromExchange = (
    StasisStart
    | StasisEnd
    | ChannelDtmfReceived
    | ChannelStateChange
    | ChannelHangupRequest
    | ChannelDestroyed
    | PlaybackStarted
    | PlaybackFinished
    | RecordingStarted
    | RecordingFinished
    | RecordingFailed
    | ChannelEnteredBridge
    | ChannelLeftBridge
    | BridgeDestroyed
    | Dial
    | ChannelTalkingStarted
    | ChannelTalkingFinished
    | ApplicationReplaced
)

Event = FromExchange | Disconnected

#: The types that are read. Whatever else arrives is dropped before it is decoded.
EVENT_TYPES: frozenset[str] = frozenset(event.__name__ for event in FromExchange.__args__)
