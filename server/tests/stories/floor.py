"""Agents without a browser: a live page spoken by hand, and a telephone on the carrier's side.

They are real to everything in between: the socket, the floor, the trunk, the audio.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.stack import Stack
from tests.stories.staff import Staff


class LivePage:
    """What an agent's page knows, kept from the socket alone. It comes back when it is cut."""

    def __init__(self, stack: Stack, number: str, centre: str = "shifan") -> None:
        self.number = number
        self.centre = centre
        self.state = "offline"
        self.call: dict[str, Any] | None = None
        self.ended: list[dict[str, Any]] = []
        self.refused: list[str] = []
        self.welcomes = 0
        self.staff = Staff(stack.url)
        self._url = stack.url
        self._live_url = stack.env.live_url
        self._resume = ""
        self._socket: ClientConnection | None = None
        self._changed = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self.staff = await Staff.sign_in(self._url, self.number, self.centre)
        self._task = asyncio.create_task(self._stay())
        await self.until(lambda: self.welcomes > 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._socket is not None:
            with suppress(ConnectionClosed):
                await self.say("sign_out")  # refused in a call: the story ends it first
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def say(self, type: str, **fields: Any) -> None:
        if self._socket is None:
            raise ConnectionError("the page is not connected")
        await self._socket.send(json.dumps({"type": type, **fields}))

    async def ready(self) -> None:
        """Say 示闲; a waiting caller may ring before the answer is read."""
        await self.say("ready")
        await self.until(lambda: self.state not in ("not_ready", "wrap_up"))

    def is_away(self) -> bool:
        return self.state == "not_ready"

    async def until(self, true: Callable[[], bool], seconds: float = 15) -> None:
        """Wait until what the page knows makes ``true`` true; TimeoutError says what it knows."""
        try:
            async with asyncio.timeout(seconds), self._changed:
                await self._changed.wait_for(true)
        except TimeoutError:
            raise TimeoutError(
                f"{self.number}: {self.state}, {self.call}, {self.refused}"
            ) from None

    async def _stay(self) -> None:
        """Connect; again with the resume token whenever the socket is lost."""
        while True:
            try:
                async with connect(self._live_url) as socket:
                    self._socket = socket
                    await socket.send(json.dumps({"type": "hello", **await self._greeting()}))
                    async for raw in socket:
                        async with self._changed:
                            self._take(json.loads(raw))
                            self._changed.notify_all()
            except (OSError, ConnectionClosed):
                pass
            finally:
                self._socket = None
            await asyncio.sleep(0.1)  # the pause of a page between two attempts

    async def _greeting(self) -> dict[str, str]:
        if self._resume:
            return {"resume": self._resume}
        answer = await self.staff.post("/api/session/live-ticket")
        return {"ticket": answer.body["ticket"]}

    def _take(self, notice: dict[str, Any]) -> None:
        match notice["type"]:
            case "welcome":
                self.welcomes += 1
                self._resume = notice["resume"]
                self.state = notice["agent"]["state"]
                self.call = next(iter(notice["calls"]), None)
            case "agent_changed":
                self.state = notice["agent"]["state"]
            case "call_changed":
                self.call = notice["call"]
            case "call_ended":
                self.ended.append(notice)
                self.call = None
            case "refused":
                self.refused.append(notice["code"])


@asynccontextmanager
async def on_duty(stack: Stack, *numbers: str) -> AsyncIterator[list[LivePage]]:
    """A live page for each agent number, all ready; signed out at the end."""
    pages = [LivePage(stack, number) for number in numbers]
    async with AsyncExitStack() as opened:
        for page in pages:
            await opened.enter_async_context(page)
            await page.ready()
        yield pages


def give_telephone(stack: Stack, number: str, telephone: str, centre: str = "shifan") -> None:
    """From now on the agent's calls ring at ``telephone`` on the carrier's side."""
    stack.sql(
        "INSERT INTO agents_telephone (centre_id, person_id, number, trunk)"
        " SELECT p.centre_id, p.id, %s, 'carrier' FROM centres_person p"
        " JOIN centres_centre c ON c.id = p.centre_id WHERE p.number = %s AND c.code = %s"
        " ON CONFLICT (person_id) DO UPDATE SET number = excluded.number",
        telephone,
        number,
        centre,
    )
    stack.sql("NOTIFY lianxin_plans")
