"""The twin's commands: what ``port.Exchange`` asks for, done in ``twin_world``."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from msgspec.structs import replace

from lianxin.switchboard.ari.errors import AriError, Gone, NotConnected
from lianxin.switchboard.ari.model import (
    Bridge,
    CallerId,
    Channel,
    Endpoint,
    LiveRecording,
    StoredRecording,
)
from lianxin.switchboard.ari.port import EndKey, Overwrite, Refused, Spy
from lianxin.switchboard.ari.twin_world import NORMAL, FarEnd, World

log = logging.getLogger(__name__)

T = TypeVar("T")


class Commands:
    """Each command is noted in ``commands``, fails as ``failures`` says, or is done at once."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.far_ends: dict[str, FarEnd] = {}
        self.failures: dict[str, AriError] = {}
        self.commands: list[tuple[object, ...]] = []
        self.globals: dict[str, str] = {}
        self.config: dict[tuple[str, str], dict[str, str]] = {}
        self._bridge_queues: dict[str, list[str]] = {}

    @property
    def connected(self) -> bool:
        raise NotImplementedError

    async def _ask(self, act: Callable[[], T], *what: object) -> T:
        await asyncio.sleep(0)
        if not self.connected:
            raise NotConnected(0, f"socket lost ({what[0]})")
        self.commands.append(what)
        if (failure := self.failures.get(str(what[0]))) is not None:
            raise failure
        return act()

    async def _do(
        self,
        no_wait: bool,
        act: Callable[[], object],
        *what: object,
        refused: Refused | None = None,
    ) -> None:
        try:
            await self._ask(act, *what)
        except AriError as error:
            if refused is not None:
                refused(error)
            elif not no_wait:
                raise
            log.debug("twin: %s (%s)", error, what)

    async def ping(self) -> None:
        await self._ask(lambda: None, "ping")

    # --- channels

    async def channels(self) -> list[Channel]:
        return await self._ask(
            lambda: [leg.channel for leg in self.world.legs.values()], "channels"
        )

    async def channel(self, channel: str) -> Channel:
        return await self._ask(lambda: self.world.leg(channel).channel, "channel", channel)

    async def packets_received(self, channel: str) -> int:
        return await self._ask(lambda: self.world.packets(channel), "packets_received", channel)

    async def answer(self, channel: str, *, no_wait: bool = False) -> None:
        def act() -> None:
            self.world.set_state(self.world.controlled(channel), "Up")

        await self._do(no_wait, act, "answer", channel)

    async def ring(self, channel: str, *, no_wait: bool = False) -> None:
        await self._do(no_wait, lambda: self.world.controlled(channel), "ring", channel)

    async def hangup(
        self, channel: str, reason_code: int | None = None, *, no_wait: bool = False
    ) -> None:
        def act() -> None:
            self.world.leg(channel)
            self.world.end(channel, reason_code or NORMAL, asked=True)

        await self._do(no_wait, act, "hangup", channel, reason_code)

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
        def act() -> Channel:
            far_end = self.far_ends.get(endpoint)
            if far_end is None:
                raise AriError(500, "Allocation failed")
            if originator is not None:
                self.world.leg(originator)
            leg = self.world.add(
                Channel(
                    id=channel_id,
                    name=f"{endpoint}-{channel_id}",
                    state="Down",
                    connected=CallerId(number=caller_id),
                ),
                app_args=tuple(app_args),
            )
            leg.dialled = endpoint
            leg.variables.update(variables or {})
            self.world.follow(leg, far_end, timeout)
            return leg.channel

        return await self._ask(act, "originate", endpoint, channel_id)

    async def snoop(
        self,
        channel: str,
        snoop_id: str,
        *,
        spy: Spy = "both",
        whisper: Spy = "none",
        app_args: Sequence[str] = (),
    ) -> Channel:
        def act() -> Channel:
            self.world.leg(channel)
            leg = self.world.add(Channel(id=snoop_id, name=f"Snoop/{channel}", state="Up"))
            leg.spied_on = channel
            self.world.enter(leg, tuple(app_args))
            return leg.channel

        return await self._ask(act, "snoop", channel, snoop_id, spy, whisper)

    async def start_moh(
        self, channel: str, music: str | None = None, *, no_wait: bool = False
    ) -> None:
        await self._do(no_wait, lambda: self._music(channel, True), "start_moh", channel, music)

    async def stop_moh(self, channel: str, *, no_wait: bool = False) -> None:
        await self._do(no_wait, lambda: self._music(channel, False), "stop_moh", channel)

    def _music(self, channel: str, plays: bool) -> None:
        self.world.controlled(channel).music = plays

    async def send_dtmf(
        self,
        channel: str,
        digits: str,
        *,
        gap_ms: int = 100,  # noqa: ARG002 - keys take no time here
        duration_ms: int = 100,  # noqa: ARG002
        no_wait: bool = False,
    ) -> None:
        await self._do(
            no_wait, partial(self.world.controlled, channel), "send_dtmf", channel, digits
        )

    async def continue_in_dialplan(
        self,
        channel: str,
        context: str | None = None,
        extension: str | None = None,
        priority: int | None = None,
        *,
        no_wait: bool = False,
    ) -> None:
        def act() -> None:
            self.world.leave(self.world.controlled(channel))

        what = ("continue_in_dialplan", channel, context, extension, priority)
        await self._do(no_wait, act, *what)

    async def set_channel_variable(
        self, channel: str, name: str, value: str, *, no_wait: bool = False
    ) -> None:
        def act() -> None:
            self.world.controlled(channel).variables[name] = value

        await self._do(no_wait, act, "set_channel_variable", channel, name, value)

    async def get_channel_variable(self, channel: str, name: str) -> str:
        return await self._ask(
            lambda: self.world.leg(channel).variables.get(name, ""),
            "get_channel_variable",
            channel,
            name,
        )

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
        def act() -> None:
            leg = self.world.controlled(channel)
            self.world.play(f"channel:{channel}", tuple(media), playback_id, leg.playing)

        await self._do(no_wait, act, "play", channel, tuple(media), playback_id, refused=refused)

    async def play_on_bridge(
        self, bridge: str, media: Sequence[str], playback_id: str, *, no_wait: bool = False
    ) -> None:
        def act() -> None:
            self.world.bridge(bridge)
            queue = self._bridge_queues.setdefault(bridge, [])
            self.world.play(f"bridge:{bridge}", tuple(media), playback_id, queue)

        await self._do(no_wait, act, "play_on_bridge", bridge, tuple(media), playback_id)

    async def stop_playback(self, playback_id: str, *, no_wait: bool = False) -> None:
        def act() -> None:
            if playback_id not in self.world.playbacks:
                raise Gone(404, "Playback not found")
            kind, _, name = self.world.playbacks[playback_id][1].partition(":")
            queue = (
                self.world.legs[name].playing if kind == "channel" else self._bridge_queues[name]
            )
            self.world.finish_playing(playback_id, queue, "done")

        await self._do(no_wait, act, "stop_playback", playback_id)

    async def record_channel(
        self,
        channel: str,
        name: str,
        *,
        fmt: str = "wav",
        max_seconds: int = 0,
        silence_seconds: int = 0,
        beep: bool = False,  # noqa: ARG002 - nobody hears it
        if_exists: Overwrite = "overwrite",
        terminate_on: EndKey = "none",  # noqa: ARG002 - keys end nothing here
        no_wait: bool = False,
    ) -> None:
        def act() -> None:
            leg = self.world.controlled(channel)
            if name in self.world.live or (if_exists == "fail" and name in self.world.stored):
                raise AriError(409, "Recording already exists")
            recording = LiveRecording(name=name, format=fmt, target_uri=f"channel:{channel}")
            self.world.record(leg, recording, max_seconds, silence_seconds)

        await self._do(no_wait, act, "record_channel", channel, name)

    async def stop_recording(self, name: str, *, no_wait: bool = False) -> None:
        await self._do(no_wait, lambda: self.world.finish_recording(name), "stop_recording", name)

    async def discard_recording(self, name: str, *, no_wait: bool = False) -> None:
        def act() -> None:
            self.world.finish_recording(name, keep=False)

        await self._do(no_wait, act, "discard_recording", name)

    async def live_recording(self, name: str) -> LiveRecording:
        def act() -> LiveRecording:
            if name not in self.world.live:
                raise Gone(404, "Recording not found")
            return self.world.live[name].recording

        return await self._ask(act, "live_recording", name)

    async def stored_recordings(self) -> list[StoredRecording]:
        return await self._ask(
            lambda: [StoredRecording(name=name, format="wav") for name in self.world.stored],
            "stored_recordings",
        )

    async def delete_stored_recording(self, name: str, *, no_wait: bool = False) -> None:
        await self._do(
            no_wait, lambda: self.world.delete_stored(name), "delete_stored_recording", name
        )

    async def download_recording(self, name: str) -> bytes:
        return await self._ask(lambda: self.world.content(name), "download_recording", name)

    # --- bridges

    async def bridges(self) -> list[Bridge]:
        return await self._ask(lambda: list(self.world.bridges.values()), "bridges")

    async def bridge(self, bridge: str) -> Bridge:
        return await self._ask(lambda: self.world.bridge(bridge), "bridge", bridge)

    async def create_bridge(self, bridge_id: str, name: str = "", type: str = "mixing") -> Bridge:
        def act() -> Bridge:
            there = self.world.bridges.get(bridge_id)
            made = (
                replace(there, name=name)
                if there is not None
                else Bridge(
                    id=bridge_id, name=name, bridge_type=type, creationtime=self.world.stamp
                )
            )
            self.world.bridges[bridge_id] = made
            return made

        return await self._ask(act, "create_bridge", bridge_id)

    async def destroy_bridge(self, bridge: str, *, no_wait: bool = False) -> None:
        await self._do(no_wait, lambda: self.world.destroy_bridge(bridge), "destroy_bridge", bridge)

    async def add_to_bridge(self, bridge: str, *channels: str, no_wait: bool = False) -> None:
        def act() -> None:
            self.world.bridge(bridge)
            for leg in [self.world.controlled(channel) for channel in channels]:
                self.world.put_in(bridge, leg)

        await self._do(no_wait, act, "add_to_bridge", bridge, *channels)

    async def remove_from_bridge(self, bridge: str, *channels: str, no_wait: bool = False) -> None:
        def act() -> None:
            self.world.bridge(bridge)
            for leg in [self.world.controlled(channel) for channel in channels]:
                if leg.bridge != bridge:
                    raise AriError(422, "Channel not in this bridge")
                self.world.take_out(leg)

        await self._do(no_wait, act, "remove_from_bridge", bridge, *channels)

    # --- the rest

    async def set_global(self, name: str, value: str, *, no_wait: bool = False) -> None:
        def act() -> None:
            self.globals[name] = value

        await self._do(no_wait, act, "set_global", name, value)

    async def get_global(self, name: str) -> str:
        return await self._ask(lambda: self.globals.get(name, ""), "get_global", name)

    async def endpoint(self, tech: str, resource: str) -> Endpoint:
        def act() -> Endpoint:
            online = f"{tech}/{resource}" in self.far_ends
            if not online and ("endpoint", resource) not in self.config:
                raise Gone(404, "Endpoint not found")
            state = "online" if online else "offline"
            return Endpoint(technology=tech, resource=resource, state=state)

        return await self._ask(act, "endpoint", tech, resource)

    async def push_config(
        self,
        type: str,
        id: str,
        fields: Mapping[str, str],
        *,
        module: str = "res_pjsip",  # noqa: ARG002 - there is one here
    ) -> None:
        def act() -> None:
            self.config[type, id] = dict(fields)

        await self._ask(act, "push_config", type, id)

    async def delete_config(
        self,
        type: str,
        id: str,
        *,
        module: str = "res_pjsip",  # noqa: ARG002 - there is one here
    ) -> None:
        def act() -> None:
            if self.config.pop((type, id), None) is None:
                raise Gone(404, "Object not found")

        await self._ask(act, "delete_config", type, id)
