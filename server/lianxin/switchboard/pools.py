"""Threads for work that blocks the event loop, a few for each thing that is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")

#: How many may be asked of one connection at once; the others wait, within their own time.
AT_ONCE = 8


class Pools:
    """A few threads for each key (``connection:7``, ``centre:1``).

    A job that nobody waits for any more is not begun; one that hangs keeps its thread until
    it ends, so whoever blocks must have a time-out of their own in the end.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._pools: dict[str, ThreadPoolExecutor] = {}

    async def run(self, key: str, work: Callable[..., T], *args: Any) -> T:
        """Do ``work(*args)`` on a thread of ``key``."""
        pool = self._pools.get(key)
        if pool is None:
            pool = ThreadPoolExecutor(self._at_once, thread_name_prefix=key)
            self._pools[key] = pool
        return await asyncio.get_running_loop().run_in_executor(pool, work, *args)

    def stop(self) -> None:
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)
