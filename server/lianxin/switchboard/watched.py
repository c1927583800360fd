"""The switchboard's end of its watchdog: a sign whenever the loop turns."""

from __future__ import annotations

import asyncio
import faulthandler
import logging
import os
import subprocess
import sys

from lianxin.switchboard import watchdog

log = logging.getLogger(__name__)


class Watched:
    """This process under a watchdog, from ``start`` to ``stop``."""

    def __init__(self) -> None:
        self._watchdog: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """From the first sign on a loop that stands still is ended: nothing counts before."""
        faulthandler.register(watchdog.WHERE, all_threads=True)
        self._begin()

    async def run(self) -> None:
        """Show that the loop turns, until cancelled."""
        while True:
            self._show()
            await asyncio.sleep(watchdog.TURN_SECONDS)

    def stop(self) -> None:
        """Nobody watches any more: what is put away at the end may take its time."""
        process, self._watchdog = self._watchdog, None
        if process is not None:
            _let_go(process)

    def _begin(self) -> None:
        command = [sys.executable, "-I", "-S", watchdog.__file__, str(os.getpid())]
        try:
            self._watchdog = subprocess.Popen(command, stdin=subprocess.PIPE, bufsize=0)
        except OSError as error:  # no memory: the calls have first claim to what there is
            log.error("nobody watches this process: %s", error)
            self._watchdog = None
        else:
            os.set_blocking(_signs(self._watchdog), False)  # one that is stopped holds up nobody

    def _show(self) -> None:
        if self._watchdog is None:
            return
        try:
            os.write(_signs(self._watchdog), b".")
        except BlockingIOError:  # it has not read for hours
            pass
        except BrokenPipeError:
            log.error("the watchdog has died; another one begins")
            _let_go(self._watchdog)
            self._begin()


def _signs(process: subprocess.Popen[bytes]) -> int:
    if process.stdin is None:
        raise TypeError("a watchdog is made with a pipe")
    return process.stdin.fileno()


def _let_go(process: subprocess.Popen[bytes]) -> None:
    """Killed, as one that is stopped would not see that its input ends."""
    process.kill()
    process.wait()
    if process.stdin is not None:
        process.stdin.close()
