"""What is written about cases and recordings elsewhere, for the pages that show them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterable
from functools import partial

from lianxin.centres.announce import CHANNEL, kinds_changed
from lianxin.switchboard.snapshot.listener import Listener

#: A hint that went with a lost connection is not made good: its lists are read again in time.
POLL_SECONDS = 60


class RecordHints:
    """``changed(centre, kind)`` is called on the loop that starts it."""

    def __init__(self, database_url: str, changed: Callable[[int, str], None]) -> None:
        self._database_url = database_url
        self._changed = changed
        self._stopping = threading.Event()

    def start(self) -> None:
        poll = partial(self._poll, asyncio.get_running_loop())
        Listener("records", self._database_url, CHANNEL, POLL_SECONDS, poll, self._stopping).start()

    def stop(self) -> None:
        self._stopping.set()

    def _poll(self, loop: asyncio.AbstractEventLoop, announced: Iterable[str]) -> None:
        for centre, kind in kinds_changed(announced):
            loop.call_soon_threadsafe(self._changed, centre, kind)
