"""The same exchange twice: the twin, and Asterisk with a simulated carrier at its trunk."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable
from typing import TypeVar

from devkit.carrier import Call, Carrier
from lianxin.env import Env
from lianxin.switchboard.ari import Client, Event, Exchange, StasisStart
from lianxin.switchboard.ari.model import EVENT_TYPES
from lianxin.switchboard.ari.twin import FarEnd, Twin

E = TypeVar("E")

SPEECH = "sound:demo-congrats"  # half a minute
SHORT = "sound:hello-world"  # under two seconds
MISSING = "sound:there-is-no-such-sound"
NUMBER = "12345"
CALLER = "13800000001"
_PATIENCE = 10.0

_numbers = itertools.count(7001)


def anything(_: object) -> bool:
    return True


class Side:
    """A controller's view of an exchange, and the hands of who is at the far ends."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self.events: list[Event] = []
        self._readers: list[asyncio.Task[None]] = []

    async def connect(self) -> None:
        """Connect (again) and collect events into a list of their own."""
        await self.exchange.connect()
        self.events = []
        self._readers.append(asyncio.create_task(self.exchange.listen(self.events.append)))
        await asyncio.sleep(0)

    async def close(self) -> None:
        await self.exchange.close()
        await asyncio.gather(*self._readers)

    async def seen(self, kind: type[E], fits: Callable[[E], bool] = anything) -> E:
        """Take an event that has come, or wait for it."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            for event in self.events:
                if isinstance(event, kind) and fits(event):
                    return event
            await self.pass_time(0.02)
        raise AssertionError(f"no such {kind.__name__} among {self.events}")

    def kinds(self) -> list[str]:
        return [type(event).__name__ for event in self.events]

    async def becomes(self, what: Callable[[], object]) -> None:
        until = time.monotonic() + _PATIENCE
        while not what():
            assert time.monotonic() < until, "it did not become so"
            await self.pass_time(0.02)

    async def pass_time(self, seconds: float) -> None:
        raise NotImplementedError

    async def call_in(self) -> str:
        raise NotImplementedError

    async def press(self, channel: str, keys: str) -> None:
        raise NotImplementedError

    async def speak(self, channel: str) -> None:
        """The caller says something that does not end."""
        raise NotImplementedError

    async def hang_up(self, channel: str) -> None:
        raise NotImplementedError

    async def forgotten(self, channel: str) -> None:
        """Wait until it is over for the exchange too, whoever is connected."""
        raise NotImplementedError

    def far_end(self, behaviour: FarEnd) -> str:
        """An endpoint to dial, which behaves so."""
        raise NotImplementedError

    def another(self) -> Exchange:
        """A second controller of the same application."""
        raise NotImplementedError


class TwinSide(Side):
    def __init__(self) -> None:
        self.twin = Twin()
        self.twin.world.missing.add(MISSING)
        self.twin.world.seconds_of.update({SPEECH: 30.0, SHORT: 1.5})
        super().__init__(self.twin)

    async def pass_time(self, seconds: float) -> None:
        await asyncio.sleep(0)
        self.twin.advance(seconds)

    async def call_in(self) -> str:
        return self.twin.call_in(NUMBER, CALLER)

    async def press(self, channel: str, keys: str) -> None:
        self.twin.press(channel, keys)

    async def speak(self, channel: str) -> None:
        await asyncio.sleep(0)  # whoever is up sends all the time

    async def hang_up(self, channel: str) -> None:
        self.twin.hang_up(channel)

    def far_end(self, behaviour: FarEnd) -> str:
        endpoint = f"PJSIP/{next(_numbers)}@carrier"
        self.twin.far_ends[endpoint] = behaviour
        return endpoint

    async def forgotten(self, channel: str) -> None:
        await self.becomes(lambda: channel not in self.twin.world.legs)

    def another(self) -> Exchange:
        return self.twin


class AsteriskSide(Side):
    def __init__(self, env: Env, carrier: Carrier) -> None:
        self._carrier = carrier
        self._env = env
        self._calls: dict[str, Call] = {}
        super().__init__(self.another())

    def another(self) -> Exchange:
        return self._of("lianxin")

    def _of(self, application: str) -> Client:
        env = self._env
        return Client(
            env.asterisk_url, env.ari_user, env.ari_password, application, event_types=EVENT_TYPES
        )

    async def forgotten(self, channel: str) -> None:
        async with self._of("watcher") as watcher:
            while channel in [each.id for each in await watcher.channels()]:
                await self.pass_time(0.02)

    async def pass_time(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def call_in(self) -> str:
        await self.exchange.set_global("LIANXIN_BEAT", str(int(time.time())))
        known = {e.channel.id for e in self.events if isinstance(e, StasisStart)}
        call = await self._carrier.dial(NUMBER, CALLER)
        start = await self.seen(
            StasisStart, lambda e: e.channel.id not in known and e.args[:1] == ["inbound"]
        )
        self._calls[start.channel.id] = call
        return start.channel.id

    async def press(self, channel: str, keys: str) -> None:
        await self._calls[channel].answered()
        await self._calls[channel].keys(keys, gap=0.3)

    async def speak(self, channel: str) -> None:
        await self._calls[channel].answered()
        await self._calls[channel].play("tone:1000/3600000", wait=False)

    async def hang_up(self, channel: str) -> None:
        await self._calls[channel].hangup()

    def far_end(self, behaviour: FarEnd) -> str:
        number = str(next(_numbers))

        async def handle(call: Call) -> None:
            if behaviour.rings is not None:
                await asyncio.sleep(behaviour.rings)
                await call.ring()
            await asyncio.sleep(behaviour.answers or 0.0)
            if behaviour.refuses is not None:
                await call.hangup(behaviour.refuses)
            elif behaviour.answers is not None:
                await call.answer()
                if behaviour.hangs_up is not None:
                    await asyncio.sleep(behaviour.hangs_up)
                    await call.hangup()

        self._carrier.answer(number, handle)
        return f"PJSIP/{number}@carrier"

    async def close(self) -> None:
        """Leave nothing behind for the next test."""
        if not self.exchange.connected:
            await self.connect()
        for bridge in await self.exchange.bridges():
            await self.exchange.destroy_bridge(bridge.id, no_wait=True)
        for channel in await self.exchange.channels():
            await self.exchange.hangup(channel.id, no_wait=True)
        while await self.exchange.channels():
            await asyncio.sleep(0.02)
        await super().close()


async def answered(side: Side) -> str:
    channel = await side.call_in()
    await side.exchange.answer(channel)
    return channel
