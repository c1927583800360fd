"""The pages of many agents: signed in, ready, and ready again after each call."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect

from bench.kit.ground import Ground, Member

_READY = json.dumps({"type": "ready"})
#: Pages that sign in at the same time.
_AT_ONCE = 20


class Desk:
    """All of them; ``refused`` collects what the switchboard did not let them do."""

    def __init__(self, ground: Ground) -> None:
        self.refused: list[str] = []
        self._url = f"ws://127.0.0.1:{ground.env.ports.live}/live"
        self._pages: list[ClientConnection] = []
        self._readers: list[asyncio.Task[None]] = []
        self._states: dict[int, str] = {}
        self._changed = asyncio.Condition()

    async def sign_in(self, members: Sequence[Member]) -> None:
        """Sign in and say ready; return when all of them are."""
        for first in range(0, len(members), _AT_ONCE):
            group = members[first : first + _AT_ONCE]
            await asyncio.gather(*(self._open(member) for member in group))
        await self.all_ready()

    async def all_ready(self, seconds: float = 20.0) -> None:
        """Raise ``TimeoutError`` when one of them is not."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(
                lambda: (
                    len(self._states) == len(self._pages)
                    and set(self._states.values()) <= {"ready"}
                )
            )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for reader in self._readers:
            reader.cancel()
        await asyncio.gather(*(page.close() for page in self._pages), return_exceptions=True)

    async def _open(self, member: Member) -> None:
        from lianxin.live.tickets import Identity, issue_ticket  # needs Django to be set up

        ticket = issue_ticket(
            Identity("agent", member.centre, member.person, member.number, roles=("agent",))
        )
        page = await connect(self._url, compression=None, proxy=None, max_queue=None)
        await page.send(json.dumps({"type": "hello", "ticket": ticket}))
        welcome = json.loads(await page.recv())
        if welcome["type"] != "welcome":
            raise ConnectionError(f"agent {member.number} was not let in: {welcome}")
        self._pages.append(page)
        self._states[member.person] = welcome["agent"]["state"]
        self._readers.append(asyncio.create_task(self._read(page)))
        await page.send(_READY)

    async def _read(self, page: ClientConnection) -> None:
        """As the page of an agent who takes one call after another."""
        async for raw in page:
            if '"agent_changed"' in raw[:40]:
                await self._agent(page, json.loads(raw)["agent"])
            elif '"refused"' in raw[:40]:
                self.refused.append(str(raw))

    async def _agent(self, page: ClientConnection, agent: dict[str, Any]) -> None:
        self._states[agent["person"]] = agent["state"]
        if agent["state"] == "wrap_up":
            await page.send(_READY)
        async with self._changed:
            self._changed.notify_all()
