"""Look-ups for flows: each connection has its breaker, its limits and its place in a pool.

One ``LookupClient`` belongs to one event loop. Nothing here raises, and nothing takes longer than
it was given: a service that hangs costs its own callers their time and nobody else anything.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Mapping
from concurrent.futures import ThreadPoolExecutor

from django.db import DatabaseError, close_old_connections

from lianxin.connections import health, sql
from lianxin.connections.addresses import reachable
from lianxin.connections.http import HttpClient
from lianxin.connections.plan import HttpPlan, Plan, SqlPlan, read_plan
from lianxin.connections.result import ConnectionResult, LookUpFailed, failed
from lianxin.connections.secrets import SecretsUnreadable
from lianxin.rules.values import Scalar

log = logging.getLogger(__name__)

#: A change of a connection is seen by the calls that begin this much later.
PLAN_SECONDS = 3.0
WRITE_SECONDS = 2.0

Arguments = Mapping[str, Scalar]


class LookupClient:
    """``http`` and ``sql`` answer the look-ups of the same names."""

    def __init__(self) -> None:
        self._client = HttpClient()
        self._guards: dict[int, health.Guard] = {}
        self._plans: dict[tuple[int, str], tuple[float, tuple[int, Plan] | None]] = {}
        self._reading = ThreadPoolExecutor(4, thread_name_prefix="connections")
        self._databases = ThreadPoolExecutor(32, thread_name_prefix="look-up-sql")
        self._writing: asyncio.TimerHandle | None = None

    async def close(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
        await self._client.close()
        self._reading.shutdown(wait=False, cancel_futures=True)
        self._databases.shutdown(wait=False, cancel_futures=True)

    async def http(
        self, centre: int, arguments: Arguments, seconds: float = 30.0
    ) -> ConnectionResult:
        """{connection, method, path, body.*, pick.*} → ok (what was picked) | error (reason)"""
        plan = await self._plan(centre, arguments)
        if not isinstance(plan[1], HttpPlan):
            return failed("unknown_connection")
        asked = self._client.look_up(
            plan[1],
            str(arguments.get("method") or "GET").upper(),
            str(arguments.get("path") or "/"),
            body=under("body", arguments),
            picks={name: str(path) for name, path in under("pick", arguments).items()},
            seconds=seconds,
        )
        return await self._guarded(centre, plan[0], asked)

    async def sql(
        self, centre: int, arguments: Arguments, seconds: float = 30.0
    ) -> ConnectionResult:
        """{connection, query, with.*} → ok (the first row) | none | error (reason)"""
        plan = await self._plan(centre, arguments)
        if not isinstance(plan[1], SqlPlan):
            return failed("unknown_connection")
        query, values = str(arguments.get("query") or ""), under("with", arguments)
        asked = self._ask_database(plan[1], query, values, min(seconds, plan[1].seconds))
        return await self._guarded(centre, plan[0], asked)

    async def _ask_database(
        self, plan: SqlPlan, query: str, values: Arguments, seconds: float
    ) -> ConnectionResult:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(seconds):
                address = await reachable(plan.host, plan.port)
                return await loop.run_in_executor(
                    self._databases, sql.look_up, plan, query, values, seconds, address
                )
        except LookUpFailed as failure:
            return failed(failure.reason)
        except TimeoutError:
            return failed("timeout")

    async def _guarded(
        self, centre: int, connection: int, asked: Awaitable[ConnectionResult]
    ) -> ConnectionResult:
        guard = self._guards.setdefault(connection, health.Guard(centre, connection))
        loop = asyncio.get_running_loop()
        began = loop.time()
        refused = guard.admits(began)
        self._write_soon()
        if refused:
            _drop(asked)
            return failed(refused)
        answer = failed("failed")
        try:
            answer = await asked
        except asyncio.CancelledError:  # nobody waits any more: it did not answer in time
            answer = failed("timeout")
            raise
        finally:
            guard.done(answer, began, loop.time())
        return answer

    async def _plan(self, centre: int, arguments: Arguments) -> tuple[int, Plan | None]:
        """The connection that is asked, from a copy that is at most seconds old."""
        key = (centre, str(arguments.get("connection") or ""))
        known = self._plans.get(key)
        now = time.monotonic()
        if known is None or now - known[0] > PLAN_SECONDS:
            loop = asyncio.get_running_loop()
            try:
                found = await loop.run_in_executor(self._reading, _read, *key)
                self._plans[key] = known = (now, found)
            except (DatabaseError, SecretsUnreadable) as error:
                log.warning("connection %s of centre %s cannot be read: %s", key[1], centre, error)
        return known[1] or (0, None) if known else (0, None)

    def _write_soon(self) -> None:
        if self._writing is None:
            self._writing = asyncio.get_running_loop().call_later(WRITE_SECONDS, self._write)

    def _write(self) -> None:
        self._writing = None
        seen = health.changed(self._guards.values())
        if seen:
            self._reading.submit(_write, seen)


def under(prefix: str, arguments: Arguments) -> dict[str, Scalar]:
    """The arguments ``body.name`` as ``name``."""
    start = f"{prefix}."
    return {k.removeprefix(start): v for k, v in arguments.items() if k.startswith(start)}


def _read(centre: int, code: str) -> tuple[int, Plan] | None:
    close_old_connections()
    return read_plan(centre, code)


def _write(seen: list[health.Seen]) -> None:
    try:
        close_old_connections()
        health.write(seen)
    except DatabaseError as error:
        log.warning("how connections do could not be written down: %s", error)


def _drop(asked: Awaitable[ConnectionResult]) -> None:
    close = getattr(asked, "close", None)
    if close is not None:
        close()
