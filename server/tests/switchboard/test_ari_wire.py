"""The socket to the exchange when no answer comes, with a server that reads and is silent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.server import ServerConnection, serve

from lianxin.switchboard.ari import AriError, Timeout
from lianxin.switchboard.ari.wire import IN_FLIGHT, Wire

PATIENCE = 0.2


class Silent:
    """Answers only what is asked under an address of ``answered``."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answered: set[str] = set()

    async def serve(self, line: ServerConnection) -> None:
        async for frame in line:
            request = json.loads(frame)
            self.asked.append(request["uri"])
            if request["uri"] in self.answered:
                ids = {"request_id": request["request_id"], "status_code": 204}
                await line.send(json.dumps({"type": "RESTResponse", **ids}))

    @asynccontextmanager
    async def wire(self) -> AsyncIterator[Wire]:
        async with serve(self.serve, "127.0.0.1", 0) as server:
            port = next(iter(server.sockets)).getsockname()[1]
            wire = await Wire.open(f"http://127.0.0.1:{port}", "user", "password", "app")
            yield wire
            await wire.close()


async def test_a_request_without_an_answer_is_given_up() -> None:
    async with Silent().wire() as wire:
        for _ in range(2):  # the timer runs again for what comes later
            with pytest.raises(Timeout, match="GET nothing"):
                await wire.request("GET", "nothing", "", PATIENCE)


async def test_a_cast_without_an_answer_is_told() -> None:
    refused: asyncio.Future[AriError] = asyncio.get_running_loop().create_future()
    async with Silent().wire() as wire:
        await wire.send("POST", "nothing", "", PATIENCE, refused.set_result)
        assert isinstance(await refused, Timeout)


async def test_who_finds_no_place_waits_for_one() -> None:
    exchange = Silent()
    exchange.answered.add("late")
    async with exchange.wire() as wire:
        for _ in range(IN_FLIGHT):
            await wire.send("POST", "early", "", 2 * PATIENCE)
        with pytest.raises(Timeout, match="not sent"):
            await wire.request("POST", "late", "", PATIENCE)
        await wire.request("POST", "late", "", 10 * PATIENCE)
    assert exchange.asked == [*["early"] * IN_FLIGHT, "late"]


async def test_a_place_is_not_lost_with_who_waited_for_it() -> None:
    exchange = Silent()
    exchange.answered.add("late")
    async with exchange.wire() as wire:
        for _ in range(IN_FLIGHT):
            await wire.send("POST", "early", "", PATIENCE)
        waiting = [asyncio.create_task(wire.request("POST", "late", "", 5.0)) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        await asyncio.gather(*(wire.request("POST", "late", "", 5.0) for _ in range(IN_FLIGHT)))
    assert exchange.asked.count("late") == 2 + IN_FLIGHT
