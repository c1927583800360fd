"""Look-ups of a flow: a ``Lookup`` goes to who knows its source, and comes back as a result.

An answerer is one function, registered under its source's name:

    async def calendar(call: Call, arguments: Arguments) -> Answer:
        return "open", {}

It runs beside the call's mailbox and may take as long as it likes: after the ``Lookup``'s own
seconds the caller goes on with ``unavailable``, and whatever comes later is dropped. An
exception is ``unavailable`` too. What blocks (a database, a socket without asyncio) goes
through ``Pools``, where each connection has a few threads of its own: one that hangs holds
up nobody but those who ask the same one.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from lianxin.rules.flow.effects import Lookup
from lianxin.rules.flow.events import LookupResult
from lianxin.rules.flow.lookups import UNAVAILABLE, Source
from lianxin.rules.values import Json, Scalar
from lianxin.switchboard.calls.call import Call

log = logging.getLogger(__name__)

T = TypeVar("T")

Arguments = Mapping[str, Scalar]

#: An outcome of the source, and its values as the table of docs/howto/new-node.md says.
Answer = tuple[str, Mapping[str, Json]]

Answerer = Callable[[Call, Arguments], Awaitable[Answer]]

#: How many may be asked of one connection at once; the others wait, within their own time.
AT_ONCE = 8


class LookUps:
    """The answerers by source. More may be added until the first call comes."""

    def __init__(self, answerers: Mapping[Source, Answerer] | None = None) -> None:
        self._answerers: dict[Source, Answerer] = dict(answerers or {})

    def add(self, answerers: Mapping[Source, Answerer]) -> None:
        """Register more sources; one that is already there is replaced."""
        self._answerers.update(answerers)

    async def answer(self, call: Call, ask: Lookup) -> LookupResult:
        """Always answers, after ``ask.seconds`` at the latest, and never raises."""
        answerer = self._answerers.get(ask.source)
        if answerer is None:
            log.error("%s: nobody answers %s", call.id, ask.source)
            return LookupResult(ask.token, UNAVAILABLE)
        try:
            async with asyncio.timeout(ask.seconds):
                outcome, values = await answerer(call, dict(ask.arguments))
        except TimeoutError:
            log.warning("%s: %s was not answered in %.1f s", call.id, ask.source, ask.seconds)
            return LookupResult(ask.token, UNAVAILABLE, {"reason": "timeout"})
        except Exception as error:
            # Arguments and values stay out of the log: they may hold what a citizen typed.
            log.warning("%s: %s failed: %s", call.id, ask.source, type(error).__name__)
            log.debug("%s", ask.source, exc_info=error)
        else:
            return LookupResult(ask.token, outcome, values)
        return LookupResult(ask.token, UNAVAILABLE)


class Pools:
    """Threads for answerers that block: a few for each key (``connection:7``, ``centre:1``).

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


class Gates:
    """The same bound for answerers that do not block: so many at once for each key.

    async with gates("connection:7"): …
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._gates: dict[str, asyncio.Semaphore] = {}

    def __call__(self, key: str) -> asyncio.Semaphore:
        gate = self._gates.get(key)
        if gate is None:
            gate = self._gates[key] = asyncio.Semaphore(self._at_once)
        return gate
