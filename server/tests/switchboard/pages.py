"""What stands around a tested switchboard: pages that keep what they hear, and a database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

import msgspec

from lianxin.live import messages as m
from lianxin.live.server import Page
from lianxin.live.tickets import Identity
from lianxin.switchboard.lookups.call_facts import CallFacts
from lianxin.switchboard.lookups.dispatch import Arguments, Resolved


class Heard:
    """A page that keeps what it was told; ``page`` is what the desk takes it for."""

    def __init__(self, person: int, identity: Identity) -> None:
        self.person = person
        self.identity = identity
        self.notices: list[m.Notice] = []
        self.closed: tuple[int, str] | None = None

    @property
    def page(self) -> Page:
        return cast(Page, self)

    def send(self, notice: m.Notice) -> None:
        self.notices.append(notice)

    def send_encoded(self, notice: bytes) -> None:
        self.notices.append(msgspec.json.decode(notice, type=m.Notice))

    def close(self, code: int, reason: str) -> None:
        self.closed = (code, reason)

    def of(self, kind: type[Any]) -> list[Any]:
        """What was told of this kind, oldest first."""
        return [notice for notice in self.notices if isinstance(notice, kind)]

    @property
    def phase(self) -> str:
        """The phase of the call as this page saw it last."""
        views = self.of(m.CallChanged)
        return views[-1].call.phase if views else ""

    @property
    def refused(self) -> list[str]:
        return [notice.code for notice in self.of(m.Refused)]


class Database:
    """The database as calls see it: cases are opened, or not, when the test says so."""

    def __init__(self) -> None:
        self.away = False
        self.told: Resolved = ("told", {"state": "accepted", "confidential": False})
        self.asked: list[tuple[str, str, str]] = []
        self.waiting: dict[str, Callable[[str, str], None]] = {}

    def start(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def nudge(self, *, now: bool = False) -> None:
        del now

    def when_opened(self, recording: str, then: Callable[[str, str], None]) -> None:
        if self.away:
            self.waiting[recording] = then
        else:
            then("990120261123000017", "4711")

    def open_late(self) -> None:
        for then in self.waiting.values():
            then("990120261123000017", "4711")
        self.waiting.clear()

    async def case(self, call: CallFacts, arguments: Arguments) -> Resolved:
        """The look-up of a case by its number and code."""
        await asyncio.sleep(0)
        asker = call.caller or "withheld"
        self.asked.append((str(arguments["number"]), str(arguments["code"]), asker))
        return self.told
