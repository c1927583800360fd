"""Where callers stand in their flows, as the switchboard's journal has it at this moment.

A story presses a key when the flow waits for it, and never after a pause that was long enough
on somebody's machine.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from devkit.carrier.call import Call
from lianxin.switchboard.ledger.journal import Position, read_lines, segment_path, segments
from tests.stack import Stack

#: How often the journal is looked at.
LOOK_SECONDS = 0.05


@dataclass
class Walk:
    """One call: the entries of its ledger, and the session of its checkpoint."""

    id: str
    caller: str
    entries: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    session: dict[str, Any] = field(default_factory=dict)
    checkpoints: int = 0  # how often one was written anew

    @property
    def node(self) -> str:
        return str(self.session.get("node", ""))

    @property
    def phase(self) -> str:
        return str(self.session.get("phase", ""))

    @property
    def tries(self) -> int:
        """Answers of the caller that this node could not use."""
        return int(self.session.get("tries", 0))

    @property
    def awaits(self) -> frozenset[str]:
        """What the flow waits for: ``play``, ``wait`` (a key), ``record``, ``ask``, ``queue``…"""
        return frozenset(self.session.get("open", {}))

    def count(self, kind: str) -> int:
        return sum(each == kind for each, _ in self.entries)


class Whereabouts:
    """Follows the journal from where it ends now; made before the calls that it is asked for."""

    def __init__(self, stack: Stack) -> None:
        self._folder: Path = stack.env.journal
        self._walks: dict[str, Walk] = {}
        newest = max(segments(self._folder))
        self._at = Position(newest, segment_path(self._folder, newest).stat().st_size)
        self._moved = asyncio.Condition()

    async def follow(self) -> None:
        """Read on, for ever."""
        while True:
            async with self._moved:
                if self._read():
                    self._moved.notify_all()
            await asyncio.sleep(LOOK_SECONDS)

    def of(self, caller: str) -> Walk:
        """The newest call of ``caller``, without anything while there is none."""
        walks = [walk for walk in self._walks.values() if walk.caller == caller]
        return walks[-1] if walks else Walk("", caller)

    async def until(
        self, caller: str, true: Callable[[Walk], bool], what: str, seconds: float = 20
    ) -> Walk:
        """Wait until ``true`` of the caller's walk; TimeoutError says where they are instead."""
        try:
            async with asyncio.timeout(seconds), self._moved:
                await self._moved.wait_for(lambda: true(self.of(caller)))
        except TimeoutError:
            walk = self.of(caller)
            last = walk.entries[-4:]
            raise TimeoutError(
                f"{caller}: {what}: not within {seconds:g} s, but at"
                f" {walk.node or 'no node'} ({walk.phase}) after {last}"
            ) from None
        return self.of(caller)

    async def stands(
        self, caller: str, node: str, phase: str = "", tries: int = 0, seconds: float = 20
    ) -> Walk:
        """Wait until the caller stands on ``node``, in a phase of it where one is told."""

        def there(walk: Walk) -> bool:
            right = walk.node == node and walk.tries >= tries
            return right and phase in ("", walk.phase)

        return await self.until(caller, there, f"stands on {node} {phase}".rstrip(), seconds)

    async def press(self, call: Call, *ways: tuple[str, str]) -> None:
        """Press the keys of each (node, keys) as soon as the caller stands on that node."""
        for node, keys in ways:
            await self.stands(call.caller, node)
            await call.keys(keys)

    async def answer(self, call: Call, *keys: str) -> None:
        """Press one after another, each when all was said and the flow waits for a key."""
        seen = -1
        for key in keys:
            asked = await self.until(call.caller, partial(_asks, seen), f"is asked for {key}")
            seen = asked.checkpoints
            await call.keys(key)

    async def records(self, caller: str, times: int = 1) -> Walk:
        """Wait until the words of the caller are recorded, for so many times: the beep begins."""
        return await self.until(
            caller, lambda walk: walk.count("recording") >= times, f"recording {times}"
        )

    def _read(self) -> bool:
        """Take what has been written; whether there was anything."""
        before = self._at
        for number in segments(self._folder):
            if number < self._at.segment:
                continue
            start = self._at.offset if number == self._at.segment else 0
            for line, end in read_lines(segment_path(self._folder, number), start):
                start = end
                self._take(line.entry, line.key, line.checkpoint)
            self._at = Position(number, start)
        return self._at != before

    def _take(self, entry: Any, key: str | None, kept: dict[str, Any] | None) -> None:
        if entry is not None:
            caller = str(entry.data.get("caller", ""))
            walk = self._walks.setdefault(entry.call, Walk(entry.call, caller))
            walk.entries.append((entry.kind, dict(entry.data)))
        if key is not None and key.startswith("call:"):
            walk = self._walks.get(key.removeprefix("call:"), Walk("", ""))
            walk.session = (kept or {}).get("session", {})
            walk.checkpoints += 1


@asynccontextmanager
async def following(stack: Stack) -> AsyncIterator[Whereabouts]:
    """Whereabouts that are read until the end of the story."""
    whereabouts = Whereabouts(stack)
    task = asyncio.create_task(whereabouts.follow())
    try:
        yield whereabouts
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _asks(seen: int, walk: Walk) -> bool:
    """The flow waits for a key, and it is not what it waited for at checkpoint ``seen``."""
    return "wait" in walk.awaits and walk.checkpoints > seen
