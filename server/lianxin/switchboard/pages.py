"""The pages that are connected, and what they are told: one per agent, any number of watchers."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence

from lianxin.calls.events import By, Entry
from lianxin.live import messages as m
from lianxin.live.server import Page, encode
from lianxin.switchboard.acd.agent import Agent
from lianxin.switchboard.acd.floor import Floor
from lianxin.switchboard.exchange.accounts import Accounts

#: Close code of a page whose agent went on in another window.
REPLACED = 4409
#: How often a floor view goes out at most.
FLOOR_SECONDS = 0.5
#: What a page wants to know of the ledger: these change what lists show.
SHOWN = frozenset({"started", "ended", "stored", "case"})


class AgentPages:
    """Owned by the event loop's thread."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self._agents: dict[int, Page] = {}
        self._pages: defaultdict[int, set[Page]] = defaultdict(set)
        self._stale_floors: set[int] = set()

    # --- who is there

    def add(self, page: Page) -> None:
        """From now on it is told what its centre is told."""
        self._pages[page.identity.centre].add(page)

    def discard(self, page: Page) -> None:
        self._pages[page.identity.centre].discard(page)

    def present(self, person: int) -> bool:
        """Is a page of this agent connected?"""
        return person in self._agents

    def belongs(self, page: Page, person: int) -> bool:
        """Is it the page that has this agent's telephone?"""
        return self._agents.get(person) is page

    def replace_older(self, page: Page, person: int) -> None:
        """Another page of the same agent is told that it is none any more."""
        older = self._agents.get(person)
        if older is not None and older is not page:
            older.send(m.Replaced())
            older.close(REPLACED, "live.replaced")
            del self._agents[person]

    def seat(self, page: Page, person: int) -> None:
        self._agents[person] = page

    def unseat(self, person: int) -> None:
        del self._agents[person]

    def of_people(self) -> list[Page]:
        """All pages of those who have signed in."""
        return [page for pages in self._pages.values() for page in pages]

    # --- what they are told

    def show(self, person: int, call: m.CallView) -> None:
        self._send(person, m.CallChanged(call))

    def show_end(self, person: int, call: m.CallView, outcome: str, by: By) -> None:
        self._send(person, m.CallEnded(call, outcome, by))

    def _send(self, person: int, notice: m.Notice) -> None:
        page = self._agents.get(person)
        if page is not None:
            page.send(notice)

    def agent_changed(self, floor: Floor, agent: Agent | None, centre: int) -> None:
        if agent is not None:
            self._send(agent.plan.person, m.AgentChanged(agent.view()))
        if centre not in self._stale_floors:
            self._stale_floors.add(centre)
            loop = asyncio.get_running_loop()
            loop.call_later(FLOOR_SECONDS, self._show_floor, floor, centre)

    def _show_floor(self, floor: Floor, centre: int) -> None:
        self._stale_floors.discard(centre)
        self._send_all(centre, m.FloorChanged(floor.view(centre)))

    def shipped(self, entries: Sequence[Entry]) -> None:
        """These have reached PostgreSQL."""
        for centre in {entry.centre for entry in entries if entry.kind in SHOWN}:
            self.record_changed(centre, "call")

    def record_changed(self, centre: int, kind: str) -> None:
        """One or several of this kind have changed. Which, nobody is told: they may be closed to
        whoever has a page open, and what a page shows is read again under its reader's rights."""
        self._send_all(centre, m.RecordChanged(kind))

    def _send_all(self, centre: int, notice: m.Notice) -> None:
        encoded = encode(notice)
        for page in self._pages[centre]:
            page.send_encoded(encoded)

    async def renew_telephones(self) -> None:
        """Asterisk came back: tell every page the account that it now knows again."""
        for page in {*self._agents.values()}:
            sip = await self._accounts.push(page.identity)
            if sip is not None:
                page.send(m.SipRenewed(sip))
