"""The exchange, over ARI. See ``port.Exchange`` for what each command does."""

from __future__ import annotations

import asyncio
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from typing import Self
from urllib.parse import quote, urlencode

import msgspec

from lianxin.switchboard.ari.errors import Gone, NotConnected
from lianxin.switchboard.ari.model import (
    EVENT_TYPES,
    Bridge,
    Channel,
    Endpoint,
    LiveRecording,
    RtpStatistics,
    StoredRecording,
    Variable,
)
from lianxin.switchboard.ari.port import EndKey, OnEvent, Overwrite, Refused, Spy
from lianxin.switchboard.ari.wire import Wire, authorization, encode_body, refusal

#: What a controller asks for unless it says otherwise: nobody reads the rest.
USUAL = EVENT_TYPES - {"PlaybackStarted", "ChannelTalkingStarted", "ChannelTalkingFinished"}
#: Seconds that a command may take.
PATIENCE = 5.0

_channel = msgspec.json.Decoder(Channel).decode
_channels = msgspec.json.Decoder(list[Channel]).decode
_bridge = msgspec.json.Decoder(Bridge).decode
_bridges = msgspec.json.Decoder(list[Bridge]).decode
_recording = msgspec.json.Decoder(LiveRecording).decode
_recordings = msgspec.json.Decoder(list[StoredRecording]).decode
_endpoint = msgspec.json.Decoder(Endpoint).decode
_rtp = msgspec.json.Decoder(RtpStatistics).decode
_variable = msgspec.json.Decoder(Variable).decode


def _id(text: str) -> str:
    return quote(text, safe="")


class Client:
    """One controller of one application.

    >>> async with Client("http://127.0.0.1:12347", "lianxin", "…", "lianxin") as exchange:
    ...     await exchange.listen(on_event)   # until the socket is lost: connect(), list, reconcile

    Reconnecting is the caller's business. ``patience``: seconds that a command may take.
    """

    def __init__(
        self,
        url: str,
        user: str,
        password: str,
        application: str,
        *,
        patience: float = PATIENCE,
        event_types: frozenset[str] = USUAL,
    ) -> None:
        self.url = url.rstrip("/")
        self.application = application
        self._user = user
        self._password = password
        self._patience = patience
        self._event_types = event_types
        self._wire: Wire | None = None

    async def __aenter__(self) -> Self:
        await self.connect()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    # --- the connection

    @property
    def connected(self) -> bool:
        return self._wire is not None and not self._wire.lost

    async def connect(self) -> None:
        await self.close()
        self._wire = await Wire.open(self.url, self._user, self._password, self.application)
        try:
            await self._choose_events()
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        wire, self._wire = self._wire, None
        if wire is not None:
            await wire.close()

    async def listen(self, on_event: OnEvent) -> None:
        await self._open_wire().listen(on_event)

    async def _choose_events(self) -> None:
        """Ask for what is read: the exchange then spends nothing on building the rest.

        The filter holds for answers too: without RESTResponse none would come any more.
        """
        wanted = [{"type": kind} for kind in sorted(self._event_types | {"RESTResponse"})]
        uri = f"applications/{_id(self.application)}/eventFilter"
        await self._request("PUT", uri, {"allowed": wanted})

    def _open_wire(self) -> Wire:
        if self._wire is None:
            raise NotConnected(0, "not connected")
        return self._wire

    async def _request(
        self, method: str, uri: str, fields: Mapping[str, object] | None = None
    ) -> str:
        body = encode_body(fields) if fields else ""
        return await self._open_wire().request(method, uri, body, self._patience)

    async def _do(
        self,
        method: str,
        uri: str,
        fields: Mapping[str, object] | None = None,
        *,
        no_wait: bool,
        refused: Refused | None = None,
    ) -> None:
        body = encode_body(fields) if fields else ""
        if refused is not None and not self.connected:
            refused(NotConnected(0, f"not connected ({method} {uri})"))
        elif no_wait or refused is not None:
            await self._open_wire().send(method, uri, body, self._patience, refused)
        else:
            await self._open_wire().request(method, uri, body, self._patience)

    async def ping(self) -> None:
        await self._request("GET", "asterisk/ping")

    # --- channels

    async def channels(self) -> list[Channel]:
        return _channels(await self._request("GET", "channels"))

    async def channel(self, channel: str) -> Channel:
        return _channel(await self._request("GET", f"channels/{_id(channel)}"))

    async def packets_received(self, channel: str) -> int:
        uri = f"channels/{_id(channel)}/rtp_statistics"
        return _rtp(await self._request("GET", uri)).rxcount

    async def answer(self, channel: str, *, no_wait: bool = False) -> None:
        await self._do("POST", f"channels/{_id(channel)}/answer", no_wait=no_wait)

    async def ring(self, channel: str, *, no_wait: bool = False) -> None:
        await self._do("POST", f"channels/{_id(channel)}/ring", no_wait=no_wait)

    async def hangup(
        self, channel: str, reason_code: int | None = None, *, no_wait: bool = False
    ) -> None:
        query = "" if reason_code is None else f"?reason_code={reason_code}"
        await self._do("DELETE", f"channels/{_id(channel)}{query}", no_wait=no_wait)

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
        fields: dict[str, object] = {
            "endpoint": endpoint,
            "app": self.application,
            "appArgs": ",".join(app_args),
            "timeout": timeout,
        }
        if originator is not None:
            fields["originator"] = originator
        if caller_id:
            fields["callerId"] = caller_id
        if variables:
            fields["variables"] = dict(variables)
        return _channel(await self._request("POST", f"channels/{_id(channel_id)}", fields))

    async def snoop(
        self,
        channel: str,
        snoop_id: str,
        *,
        spy: Spy = "both",
        whisper: Spy = "none",
        app_args: Sequence[str] = (),
    ) -> Channel:
        fields = {
            "spy": spy,
            "whisper": whisper,
            "app": self.application,
            "appArgs": ",".join(app_args),
        }
        uri = f"channels/{_id(channel)}/snoop/{_id(snoop_id)}"
        return _channel(await self._request("POST", uri, fields))

    async def start_moh(
        self, channel: str, music: str | None = None, *, no_wait: bool = False
    ) -> None:
        fields = {"mohClass": music} if music else None
        await self._do("POST", f"channels/{_id(channel)}/moh", fields, no_wait=no_wait)

    async def stop_moh(self, channel: str, *, no_wait: bool = False) -> None:
        await self._do("DELETE", f"channels/{_id(channel)}/moh", no_wait=no_wait)

    async def start_silence(self, channel: str, *, no_wait: bool = False) -> None:
        """Send silence instead of nothing, until it is stopped: as a telephone does."""
        await self._do("POST", f"channels/{_id(channel)}/silence", no_wait=no_wait)

    async def stop_silence(self, channel: str, *, no_wait: bool = False) -> None:
        await self._do("DELETE", f"channels/{_id(channel)}/silence", no_wait=no_wait)

    async def send_dtmf(
        self,
        channel: str,
        digits: str,
        *,
        gap_ms: int = 100,
        duration_ms: int = 100,
        no_wait: bool = False,
    ) -> None:
        fields = {"dtmf": digits, "between": gap_ms, "duration": duration_ms}
        await self._do("POST", f"channels/{_id(channel)}/dtmf", fields, no_wait=no_wait)

    async def continue_in_dialplan(
        self,
        channel: str,
        context: str | None = None,
        extension: str | None = None,
        priority: int | None = None,
        *,
        no_wait: bool = False,
    ) -> None:
        given = {"context": context, "extension": extension, "priority": priority}
        fields = {name: value for name, value in given.items() if value is not None}
        await self._do("POST", f"channels/{_id(channel)}/continue", fields, no_wait=no_wait)

    async def set_channel_variable(
        self, channel: str, name: str, value: str, *, no_wait: bool = False
    ) -> None:
        fields = {"variable": name, "value": value}
        await self._do("POST", f"channels/{_id(channel)}/variable", fields, no_wait=no_wait)

    async def get_channel_variable(self, channel: str, name: str) -> str:
        query = urlencode({"variable": name})
        return await self._read_variable(f"channels/{_id(channel)}/variable?{query}", channel)

    async def _read_variable(self, uri: str, channel: str | None) -> str:
        """An unset variable is a 404 as a lost channel is: look which it was."""
        try:
            return _variable(await self._request("GET", uri)).value
        except Gone:
            if channel is not None:
                await self.channel(channel)
            return ""

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
        uri = f"channels/{_id(channel)}/play/{_id(playback_id)}"
        await self._do("POST", uri, {"media": media}, no_wait=no_wait, refused=refused)

    async def play_on_bridge(
        self, bridge: str, media: Sequence[str], playback_id: str, *, no_wait: bool = False
    ) -> None:
        uri = f"bridges/{_id(bridge)}/play/{_id(playback_id)}"
        await self._do("POST", uri, {"media": media}, no_wait=no_wait)

    async def stop_playback(self, playback_id: str, *, no_wait: bool = False) -> None:
        await self._do("DELETE", f"playbacks/{_id(playback_id)}", no_wait=no_wait)

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
        fields = {
            "name": name,
            "format": fmt,
            "maxDurationSeconds": max_seconds,
            "maxSilenceSeconds": silence_seconds,
            "beep": beep,
            "ifExists": if_exists,
            "terminateOn": terminate_on,
        }
        await self._do("POST", f"channels/{_id(channel)}/record", fields, no_wait=no_wait)

    async def stop_recording(self, name: str, *, no_wait: bool = False) -> None:
        await self._do("POST", f"recordings/live/{_id(name)}/stop", no_wait=no_wait)

    async def discard_recording(self, name: str, *, no_wait: bool = False) -> None:
        await self._do("DELETE", f"recordings/live/{_id(name)}", no_wait=no_wait)

    async def live_recording(self, name: str) -> LiveRecording:
        return _recording(await self._request("GET", f"recordings/live/{_id(name)}"))

    async def stored_recordings(self) -> list[StoredRecording]:
        return _recordings(await self._request("GET", "recordings/stored"))

    async def delete_stored_recording(self, name: str, *, no_wait: bool = False) -> None:
        await self._do("DELETE", f"recordings/stored/{_id(name)}", no_wait=no_wait)

    async def download_recording(self, name: str) -> bytes:
        """By HTTP, in a thread: the socket carries text only."""
        return await asyncio.to_thread(self._download, f"recordings/stored/{_id(name)}/file")

    def _download(self, uri: str) -> bytes:
        request = urllib.request.Request(f"{self.url}/ari/{uri}")  # noqa: S310 - from the settings
        request.add_header("Authorization", authorization(self._user, self._password))
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with direct.open(request, timeout=self._patience) as answer:
                content: bytes = answer.read()
                return content
        except urllib.error.HTTPError as error:
            raise refusal(error.code, error.reason, error.read().decode(), f"GET {uri}") from None
        except OSError as error:
            raise NotConnected(0, f"{self.url}: {error}") from error

    # --- bridges

    async def bridges(self) -> list[Bridge]:
        return _bridges(await self._request("GET", "bridges"))

    async def bridge(self, bridge: str) -> Bridge:
        return _bridge(await self._request("GET", f"bridges/{_id(bridge)}"))

    async def create_bridge(self, bridge_id: str, name: str = "", type: str = "mixing") -> Bridge:
        fields = {"type": type, "name": name}
        return _bridge(await self._request("POST", f"bridges/{_id(bridge_id)}", fields))

    async def destroy_bridge(self, bridge: str, *, no_wait: bool = False) -> None:
        await self._do("DELETE", f"bridges/{_id(bridge)}", no_wait=no_wait)

    async def add_to_bridge(self, bridge: str, *channels: str, no_wait: bool = False) -> None:
        fields = {"channel": channels}
        await self._do("POST", f"bridges/{_id(bridge)}/addChannel", fields, no_wait=no_wait)

    async def remove_from_bridge(self, bridge: str, *channels: str, no_wait: bool = False) -> None:
        fields = {"channel": channels}
        await self._do("POST", f"bridges/{_id(bridge)}/removeChannel", fields, no_wait=no_wait)

    # --- the rest

    async def set_global(self, name: str, value: str, *, no_wait: bool = False) -> None:
        fields = {"variable": name, "value": value}
        await self._do("POST", "asterisk/variable", fields, no_wait=no_wait)

    async def get_global(self, name: str) -> str:
        return await self._read_variable(f"asterisk/variable?{urlencode({'variable': name})}", None)

    async def endpoint(self, tech: str, resource: str) -> Endpoint:
        return _endpoint(await self._request("GET", f"endpoints/{_id(tech)}/{_id(resource)}"))

    async def push_config(
        self, type: str, id: str, fields: Mapping[str, str], *, module: str = "res_pjsip"
    ) -> None:
        body = {"fields": [{"attribute": name, "value": value} for name, value in fields.items()]}
        await self._request("PUT", self._config_uri(module, type, id), body)

    async def delete_config(self, type: str, id: str, *, module: str = "res_pjsip") -> None:
        await self._request("DELETE", self._config_uri(module, type, id))

    @staticmethod
    def _config_uri(module: str, type: str, id: str) -> str:
        return f"asterisk/config/dynamic/{_id(module)}/{_id(type)}/{_id(id)}"
