"""A simulated carrier for tests, benches and ``./dev call``: a second Asterisk with a driver."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import uuid
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self

from devkit.carrier.call import Call, try_listen
from devkit.carrier.process import (
    CarrierError,
    Process,
    address_of,
    folder_of,
    password_of,
    starting,
)
from lianxin.env import Env
from lianxin.switchboard.ari import (
    ChannelTalkingFinished,
    ChannelTalkingStarted,
    Client,
    Dial,
    Disconnected,
    Event,
    NotConnected,
    PlaybackFinished,
    RecordingFailed,
    RecordingFinished,
    StasisStart,
)
from lianxin.switchboard.ari.model import EVENT_TYPES

log = logging.getLogger(__name__)

APPLICATION = "carrier"
_START_SECONDS = 20.0
_LOOK_SECONDS = 0.05
_GUESTS_SECONDS = 0.5

#: What the carrier does with a call that Lianxin makes to it.
Handler = Callable[[Call], Awaitable[None]]


class Carrier:
    """Calls into Lianxin over the trunk, and answers what Lianxin dials.

    >>> async with Carrier(load_env()) as carrier:
    ...     call = await carrier.dial("12345", caller="13800000001")
    ...     await call.answered()
    ...     await call.keys("2,2,1")
    ...     await call.hangup()
    ...     wav = await call.heard()

    ``start`` uses a carrier that runs already (of another program), and then leaves it
    running; only the one that started it is given the incoming calls.
    """

    def __init__(self, env: Env, *, record: bool = True) -> None:
        self._env = env
        self._record = record
        self._process: Process | None = None
        self._client = self._make_client(APPLICATION)
        self._calls: dict[str, Call] = {}
        self._handlers: dict[str, Handler] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def _make_client(self, application: str) -> Client:
        env = self._env
        return Client(
            address_of(env), "carrier", password_of(env), application, event_types=EVENT_TYPES
        )

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Raises ``CarrierError`` with a sentence that says what to do."""
        async with starting(self._env):
            await self._start()

    async def _start(self) -> None:
        if await self._attach():
            return
        self._process = await Process.start(self._env)
        try:
            await self._await_ready(self._process)
        except BaseException:
            await self._process.stop()
            raise
        self._spawn(self._client.listen(self._on_event))

    async def _attach(self) -> bool:
        visitor = self._make_client(f"{APPLICATION}-{os.getpid()}")
        try:
            await visitor.connect()
        except NotConnected as error:
            if error.status:
                port = self._env.ports.carrier_http
                raise CarrierError(
                    f"Port {port} on 127.0.0.2 is taken by something else ({error.message})."
                ) from error
            return False
        self._client = visitor
        self._spawn(self._client.listen(self._on_event))
        return True

    async def _await_ready(self, process: Process) -> None:
        try:
            async with asyncio.timeout(_START_SECONDS):
                while not self._client.connected:
                    process.check()
                    with contextlib.suppress(NotConnected):
                        await self._client.connect()
                        return
                    await asyncio.sleep(_LOOK_SECONDS)
        except TimeoutError:
            raise CarrierError(
                f"The carrier did not come up: see {folder_of(self._env)}/carrier.log."
            ) from None

    async def others_are_done(self) -> None:
        """Wait for the calls of other programs, which end with an Asterisk of ours."""
        while self._process is not None and await self._client.channels():  # noqa: ASYNC110 - theirs
            await asyncio.sleep(_GUESTS_SECONDS)

    async def stop(self) -> None:
        """Hang up every call, end the tasks, and the Asterisk if it is ours."""
        for call in list(self._calls.values()):
            if call.end is None:
                with contextlib.suppress(Exception):
                    await self._client.hangup(call.id, no_wait=True)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._client.close()
        if self._process is not None:
            await self._process.stop()
            self._process = None

    # --- calls

    @property
    def calls(self) -> list[Call]:
        """Every call that there was, to Lianxin or from it, in the order of their beginnings."""
        return list(self._calls.values())

    async def dial(self, number: str, caller: str = "13800000001", ring_seconds: int = 60) -> Call:
        """Place a call over the trunk; returns when the leg exists, long before the answer."""
        channel = f"out-{uuid.uuid4().hex}"
        call = Call(self._client, channel, number, caller, folder_of(self._env) / "recording")
        self._calls[channel] = call
        call.note("dialled", number)
        await self._client.originate(
            f"PJSIP/{number}@lianxin",
            channel,
            caller_id=caller,
            timeout=ring_seconds,
            app_args=("dialled",),
        )
        if self._record:
            await try_listen(call)
        return call

    def answer(self, number: str, handler: Handler) -> None:
        """Give calls that Lianxin makes to ``number`` (``*`` for any) to ``handler``.

        It decides by itself whether it rings, answers (``call.answer()``) or hangs up; when
        it returns and the call still stands, the call is left to Lianxin to end.
        """
        self._handlers[number] = handler

    def _on_event(self, event: Event) -> None:
        match event:
            case StasisStart(channel=channel, args=["incoming", number]):
                self._welcome(channel.id, number, channel.caller.number)
            case StasisStart(channel=channel, args=["ear"]):
                if (listener := self._calls.get(channel.id.removeprefix("ear-"))) is not None:
                    listener.ear_up()
            case Disconnected(reason=reason):
                for call in self._calls.values():
                    call.lose(reason)
            case _:
                self._give(event)

    def _give(self, event: Event) -> None:
        call = self._calls.get(_leg_of(event))
        if call is not None:
            call.take(event)
            if call.end is not None or isinstance(event, StasisStart | PlaybackFinished):
                self._spawn(call.shut_mouth())

    def _welcome(self, channel: str, number: str, caller: str) -> None:
        handler = self._handlers.get(number) or self._handlers.get("*")
        recordings = folder_of(self._env) / "recording"
        call = Call(self._client, channel, number, caller, recordings, incoming=True)
        self._calls[channel] = call
        call.note("came", number)
        self._spawn(self._handle(call, handler))

    async def _handle(self, call: Call, handler: Handler | None) -> None:
        try:
            if handler is None:
                await self._client.hangup(call.id, 1, no_wait=True)  # 1: unallocated number
                return
            if self._record:
                await try_listen(call)
            await handler(call)
        except Exception:
            log.exception("carrier: the call to %s failed", call.number)

    def _spawn(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _leg_of(event: Event) -> str:
    """The id of the leg that an event is about."""
    match event:
        case Dial(peer=peer):
            return peer.id
        case PlaybackFinished(playback=playback):
            return playback.id.removeprefix("say-").rpartition("-")[0]
        case RecordingFinished(recording=recording) | RecordingFailed(recording=recording):
            return recording.name.removeprefix("heard-")
        case ChannelTalkingStarted(channel=channel) | ChannelTalkingFinished(channel=channel):
            return channel.id.removeprefix("ear-")
        case _:
            channel_of_it = getattr(event, "channel", None)
            return str(channel_of_it.id) if channel_of_it is not None else ""


def robot(
    *,
    after: float = 0.1,
    talk: float = 5.0,
    media: str = "tone:1004",
    rings: bool = False,
) -> Handler:
    """An agent for benches: answers after ``after`` s, plays ``media``, hangs up after ``talk`` s.

    ``talk`` 0: stays until Lianxin hangs up.
    """

    async def handle(call: Call) -> None:
        if rings:
            await call.ring()
        await asyncio.sleep(after)
        await call.answer()
        await call.play(media, wait=False)
        if talk:
            with contextlib.suppress(TimeoutError):
                await call.ended(talk)
            if call.end is None:
                await call.hangup()

    return handle
