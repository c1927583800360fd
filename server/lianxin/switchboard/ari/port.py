"""What the switchboard asks of an exchange: ``Client`` and ``Twin`` both are one.

Every command is one request. It returns when the exchange has carried it out or raises
``Gone``, ``Timeout``, ``NotConnected`` or ``AriError``. With ``no_wait=True`` it returns as
soon as the request is on its way: a refusal is logged, not raised, and only a lost
socket raises nothing either. A command with ``refused`` is sent so too, and whatever keeps it from
being carried out is told to that, on the loop. Commands arrive in the order in which they were
given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Protocol

from lianxin.switchboard.ari.errors import AriError
from lianxin.switchboard.ari.model import (
    Bridge,
    Channel,
    Endpoint,
    Event,
    LiveRecording,
    StoredRecording,
)

Spy = Literal["none", "in", "out", "both"]
Overwrite = Literal["fail", "overwrite", "append"]
EndKey = Literal["none", "any", "*", "#"]
#: Is told what happens; it does not wait for anything.
OnEvent = Callable[[Event], None]
#: Hears of a command that was sent and cannot be carried out.
Refused = Callable[[AriError], None]


class Exchange(Protocol):
    """Ids of channels, bridges, playbacks and recordings are chosen by the caller."""

    application: str

    @property
    def connected(self) -> bool: ...

    async def connect(self) -> None:
        """Open the socket; again after it was lost. Raises ``NotConnected``."""

    async def close(self) -> None: ...

    async def listen(self, on_event: OnEvent) -> None:
        """Call ``on_event`` with each event as it comes, on the loop, once after each ``connect``.
        It returns after the last one, ``Disconnected``. What ``on_event`` raises ends it too."""

    async def ping(self) -> None: ...

    # --- channels

    async def channels(self) -> list[Channel]: ...

    async def channel(self, channel: str) -> Channel: ...

    async def packets_received(self, channel: str) -> int:
        """How many packets of audio have come from the far end so far. ``Gone`` also of a leg
        that carries no audio yet."""

    async def answer(self, channel: str, *, no_wait: bool = False) -> None: ...

    async def ring(self, channel: str, *, no_wait: bool = False) -> None:
        """Tell the caller that it rings (180)."""

    async def hangup(
        self, channel: str, reason_code: int | None = None, *, no_wait: bool = False
    ) -> None:
        """``reason_code`` is Q.850; none means 16, normal clearing."""

    async def originate(
        self,
        endpoint: str,
        channel_id: str,
        *,
        originator: str | None = None,
        caller_id: str = "",
        timeout: int = 30,  # noqa: ASYNC109 - how long the far end rings
        variables: Mapping[str, str] | None = None,
        app_args: Sequence[str] = (),
    ) -> Channel:
        """Dial ``PJSIP/agent-1-8001``; on answer it enters the application with ``app_args``.

        ``timeout`` in seconds. ``originator`` lets both legs share one codec.
        """

    async def snoop(
        self,
        channel: str,
        snoop_id: str,
        *,
        spy: Spy = "both",
        whisper: Spy = "none",
        app_args: Sequence[str] = (),
    ) -> Channel: ...

    async def start_moh(
        self, channel: str, music: str | None = None, *, no_wait: bool = False
    ) -> None: ...

    async def stop_moh(self, channel: str, *, no_wait: bool = False) -> None: ...

    async def send_dtmf(
        self,
        channel: str,
        digits: str,
        *,
        gap_ms: int = 100,
        duration_ms: int = 100,
        no_wait: bool = False,
    ) -> None: ...

    async def continue_in_dialplan(
        self,
        channel: str,
        context: str | None = None,
        extension: str | None = None,
        priority: int | None = None,
        *,
        no_wait: bool = False,
    ) -> None: ...

    async def set_channel_variable(
        self, channel: str, name: str, value: str, *, no_wait: bool = False
    ) -> None: ...

    async def get_channel_variable(self, channel: str, name: str) -> str:
        """Empty when it is not set; functions such as ``CALLERID(num)`` work."""

    # --- playing and recording

    async def play(
        self,
        channel: str,
        media: Sequence[str],
        playback_id: str,
        *,
        no_wait: bool = False,
        refused: Refused | None = None,
    ) -> None:
        """Play ``sound:PATH`` … one after another; ``PlaybackFinished`` comes once, at the end."""

    async def play_on_bridge(
        self, bridge: str, media: Sequence[str], playback_id: str, *, no_wait: bool = False
    ) -> None: ...

    async def stop_playback(self, playback_id: str, *, no_wait: bool = False) -> None: ...

    async def record_channel(
        self,
        channel: str,
        name: str,
        *,
        fmt: str = "wav",
        max_seconds: int = 0,
        silence_seconds: int = 0,
        beep: bool = False,
        if_exists: Overwrite = "overwrite",
        terminate_on: EndKey = "none",
        no_wait: bool = False,
    ) -> None:
        """Record what the channel says into ``Env.recordings/NAME.FMT``; 0 seconds: no limit."""

    async def stop_recording(self, name: str, *, no_wait: bool = False) -> None:
        """End and keep it: ``RecordingFinished`` follows."""

    async def discard_recording(self, name: str, *, no_wait: bool = False) -> None:
        """End a live recording and throw it away."""

    async def live_recording(self, name: str) -> LiveRecording: ...

    async def stored_recordings(self) -> list[StoredRecording]: ...

    async def delete_stored_recording(self, name: str, *, no_wait: bool = False) -> None: ...

    async def download_recording(self, name: str) -> bytes: ...

    # --- bridges

    async def bridges(self) -> list[Bridge]: ...

    async def bridge(self, bridge: str) -> Bridge: ...

    async def create_bridge(
        self, bridge_id: str, name: str = "", type: str = "mixing"
    ) -> Bridge: ...

    async def destroy_bridge(self, bridge: str, *, no_wait: bool = False) -> None: ...

    async def add_to_bridge(self, bridge: str, *channels: str, no_wait: bool = False) -> None: ...

    async def remove_from_bridge(
        self, bridge: str, *channels: str, no_wait: bool = False
    ) -> None: ...

    # --- the rest

    async def set_global(self, name: str, value: str, *, no_wait: bool = False) -> None: ...

    async def get_global(self, name: str) -> str: ...

    async def endpoint(self, tech: str, resource: str) -> Endpoint: ...

    async def push_config(
        self, type: str, id: str, fields: Mapping[str, str], *, module: str = "res_pjsip"
    ) -> None:
        """Create or replace a sorcery object (``endpoint``, ``auth``, ``aor``)."""

    async def delete_config(self, type: str, id: str, *, module: str = "res_pjsip") -> None: ...
