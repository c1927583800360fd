"""Agents without a browser: a live page spoken by hand, and a telephone on the carrier's side.

They are real to everything in between: the socket, the floor, the trunk, the audio.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from lianxin.config.env import Env
from lianxin.lines.plan import AgentPlan
from lianxin.live.tickets import Identity, issue_ticket


class LivePage:
    """What an agent's page knows, kept from the socket alone. It comes back when it is cut."""

    def __init__(self, env: Env, agent: AgentPlan) -> None:
        self.agent = agent
        self.state = "offline"
        self.call: dict[str, Any] | None = None
        self.ended: list[dict[str, Any]] = []
        self.refused: list[str] = []
        self.welcomes = 0
        self._url = env.live_url
        self._resume = ""
        self._socket: ClientConnection | None = None
        self._changed = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._stay())
        await self.until(lambda: self.welcomes > 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def say(self, type: str, **fields: Any) -> None:
        if self._socket is None:
            raise ConnectionError("the page is not connected")
        await self._socket.send(json.dumps({"type": type, **fields}))

    async def ready(self) -> None:
        await self.say("ready")
        await self.until(lambda: self.state == "ready")

    async def until(self, true: Callable[[], bool], seconds: float = 15) -> None:
        """Wait until what the page knows makes ``true`` true; TimeoutError says what it knows."""
        try:
            async with asyncio.timeout(seconds), self._changed:
                await self._changed.wait_for(true)
        except TimeoutError:
            raise TimeoutError(
                f"{self.agent.number}: {self.state}, {self.call}, {self.refused}"
            ) from None

    async def _stay(self) -> None:
        """Connect; again with the resume token whenever the socket is lost."""
        while True:
            try:
                async with connect(self._url) as socket:
                    self._socket = socket
                    await socket.send(json.dumps({"type": "hello", **self._greeting()}))
                    async for raw in socket:
                        async with self._changed:
                            self._take(json.loads(raw))
                            self._changed.notify_all()
            except (OSError, ConnectionClosed):
                pass
            finally:
                self._socket = None
            await asyncio.sleep(0.1)  # the pause of a page between two attempts

    def _greeting(self) -> dict[str, str]:
        if self._resume:
            return {"resume": self._resume}
        agent = self.agent
        identity = Identity(
            "agent", agent.centre, agent.person, agent.number, agent.name, ("agent",)
        )
        return {"ticket": issue_ticket(identity)}

    def _take(self, notice: dict[str, Any]) -> None:
        match notice["type"]:
            case "welcome":
                self.welcomes += 1
                self._resume = notice["resume"]
                self.state = notice["agent"]["state"]
                self.call = notice["call"]
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
async def pages(env: Env, agents: list[AgentPlan]) -> AsyncIterator[list[LivePage]]:
    """A live page for each of ``agents``, all ready."""
    open_pages = [LivePage(env, agent) for agent in agents]
    try:
        for page in open_pages:
            await page.__aenter__()
            await page.ready()
        yield open_pages
    finally:
        for page in open_pages:
            await page.__aexit__()
