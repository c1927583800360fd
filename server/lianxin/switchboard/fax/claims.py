"""Claims faxes that are due, as many as there are telephone lines for them, on a thread.

It polls when PostgreSQL says that something is due at a centre, and everywhere now and then:
the time of a retry comes without anybody saying so.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Collection, Sequence
from functools import partial

from lianxin.calls.models import Call
from lianxin.centres.functions import functions_of
from lianxin.centres.models import Centre
from lianxin.centres.queries import all_centres
from lianxin.faxes.outbox import CHANNEL
from lianxin.faxes.sending import claim, release
from lianxin.switchboard.clock import Clock
from lianxin.switchboard.fax.sending import Faxing
from lianxin.switchboard.snapshot.listener import Listener

#: How often all centres are polled.
POLL_SECONDS = 15


class FaxClaims:
    """``may``: whether the switchboard could dial now; ``lines``: the most at once."""

    def __init__(
        self, database_url: str, faxing: Faxing, may: Callable[[], bool], lines: int, clock: Clock
    ) -> None:
        self._database_url = database_url
        self._faxing = faxing
        self._may = may
        self._lines = lines
        self._clock = clock
        self._stopping = threading.Event()

    def start(self) -> None:
        poll = partial(self._poll, asyncio.get_running_loop())
        listener = Listener(
            "faxes", self._database_url, CHANNEL, POLL_SECONDS, poll, self._stopping
        )
        listener.start()

    def stop(self) -> None:
        self._stopping.set()

    def _poll(self, loop: asyncio.AbstractEventLoop, announced: Collection[str]) -> None:
        """Claim at the centres that were announced, or at all: one each in turn."""
        if not self._may():
            return
        centres = [
            each
            for each in all_centres()
            if (not announced or str(each.pk) in announced) and "fax" in functions_of(each)
        ]
        for centre in centres:
            release(centre.pk, self._began, self._clock())
        while self._claim_once(loop, centres):
            pass

    def _claim_once(self, loop: asyncio.AbstractEventLoop, centres: Sequence[Centre]) -> bool:
        found = False
        for centre in centres:
            room = min(1, self._lines - len(self._faxing.taken))
            for due in claim(centre.pk, room, self._clock()):
                found = True
                self._faxing.taken.add(due.call)
                self._faxing.begun.add(due.call)
                loop.call_soon_threadsafe(self._faxing.begin, due)
        return found

    def _began(self, call: str) -> bool:
        """In the scope of its centre: the ledger of this call is here, or was shipped."""
        return call in self._faxing.begun or Call.objects.filter(pk=call).exists()
