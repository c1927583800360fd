"""The worker: jobs that lie in PostgreSQL, and that outlive every restart of it."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from typing import cast

from asgiref.sync import sync_to_async
from django.db import DatabaseError, connections
from procrastinate import App
from procrastinate.contrib.django import app as django_app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException
from psycopg import OperationalError

from lianxin.centres.db_errors import is_away

log = logging.getLogger(__name__)

RETRY_SECONDS = 2


class _Stop:
    """SIGTERM or SIGINT was sent: to a worker that works, or to one that waits."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.worker: tuple[asyncio.AbstractEventLoop, asyncio.Task[None]] | None = None

    def ask(self) -> None:
        self.asked.set()
        if self.worker is not None:
            loop, task = self.worker
            loop.call_soon_threadsafe(task.cancel)


def run() -> None:
    """Work until SIGTERM or SIGINT; when PostgreSQL is away, wait and begin again."""
    stop = _Stop()
    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, lambda *_: stop.ask())
    while not stop.asked.is_set():
        try:
            asyncio.run(_work(stop))
        except (ConnectorException, DatabaseError, OperationalError, OSError) as error:
            if not isinstance(error, OSError) and not is_away(error):
                raise
        if not stop.asked.is_set():  # a worker that loses its connection just ends
            log.warning("PostgreSQL is away, the jobs wait")
            stop.asked.wait(RETRY_SECONDS)


async def _work(stop: _Stop) -> None:
    connector = cast(DjangoConnector, django_app.connector).get_worker_connector()
    app: App = django_app.with_connector(connector)
    # The thread that asks on behalf of the worker outlives it: with a dead connection, it
    # would end each new worker at once.
    await sync_to_async(connections.close_all)()
    async with app.open_async():
        log.info("the worker is ready")
        worker = asyncio.create_task(
            app.run_worker_async(
                concurrency=2,
                install_signal_handlers=False,
                delete_jobs="successful",
                shutdown_graceful_timeout=10,
            )
        )
        stop.worker = (asyncio.get_running_loop(), worker)
        try:
            await worker
        except asyncio.CancelledError:
            if not stop.asked.is_set():
                raise
        finally:
            stop.worker = None
