"""The worker: jobs that lie in PostgreSQL, and that outlive every restart of it."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading

from django.db import close_old_connections
from procrastinate import App
from procrastinate.contrib.django import app as django_app
from procrastinate.exceptions import ConnectorException
from psycopg import OperationalError

log = logging.getLogger(__name__)

RETRY_SECONDS = 2


def run() -> None:
    """Work until SIGTERM or SIGINT; when PostgreSQL is away, wait and begin again."""
    stopping = threading.Event()
    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, lambda *_: stopping.set())
    while not stopping.is_set():
        try:
            asyncio.run(_work(stopping))
        except (ConnectorException, OperationalError, OSError) as error:
            log.warning("PostgreSQL is away, the jobs wait: %s", error)
            close_old_connections()
            stopping.wait(RETRY_SECONDS)


async def _work(stopping: threading.Event) -> None:
    app: App = django_app.with_connector(django_app.connector.get_worker_connector())
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
        asked = asyncio.create_task(_until(stopping))
        await asyncio.wait({worker, asked}, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        if not worker.done():
            worker.cancel()
        try:
            await worker
        except asyncio.CancelledError:
            if not stopping.is_set():
                raise


async def _until(stopping: threading.Event) -> None:
    while not stopping.is_set():
        await asyncio.sleep(0.2)
