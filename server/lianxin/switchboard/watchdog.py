"""A small process beside the switchboard that ends it when its loop stands still.

Asterisk cannot tell a switchboard that is frozen from one that is slow: its socket stays open, and
who enters the application waits in silence. Ended, it is started again by its supervisor, adopts
who waits, and until then the dialplan takes the callers.

The switchboard holds the other end of this process's standard input and writes to it as its loop
turns (``watched.py``); the input ends when the switchboard does. Only the standard library: it is
run by its path, and starts in an instant.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from dataclasses import dataclass, replace

#: Seconds without a turn after which the loop is frozen. A turn takes milliseconds: the collector
#: looks at what a few hundred calls leave behind, and a disk that is late for seconds is rare. Who
#: is ended wrongly costs two seconds in which nobody is heard to be missing; each second more is a
#: second of silence in a caller's ear. The dialplan gives up a heartbeat after six.
FROZEN_SECONDS = 5.0
#: Between two signs of the loop, and between two looks for them.
TURN_SECONDS = 0.5
#: Tells the switchboard to write down where each of its threads stands.
WHERE = signal.SIGUSR1
#: What it may take to do so; one that turns again by then is spared.
WHERE_SECONDS = 0.5


@dataclass(frozen=True)
class Silence:
    """For how many seconds the loop has shown no sign; nothing counts before the first."""

    begun: bool = False
    seconds: float = 0.0

    def broken(self) -> Silence:
        """A sign has come."""
        return Silence(begun=True)

    def waited(self, seconds: float) -> Silence:
        """None came. Who looks late was stopped too, with the whole machine perhaps: the time
        that it has missed says nothing of the loop."""
        return replace(self, seconds=self.seconds + min(seconds, 2 * TURN_SECONDS))

    @property
    def frozen(self) -> bool:
        return self.begun and self.seconds >= FROZEN_SECONDS


def watch(switchboard: int, signs: int) -> None:
    """Until the process ``switchboard``, our parent, has ended. ``signs``: what it writes to."""
    silence, looked = Silence(), time.monotonic()
    while (sign := _sign(signs, TURN_SECONDS)) != "end":
        now = time.monotonic()
        silence = silence.broken() if sign == "turn" else silence.waited(now - looked)
        looked = now
        if silence.frozen:
            silence = _end(switchboard, signs, silence)


def _sign(signs: int, seconds: float) -> str:
    """``turn``, ``end``, or after ``seconds`` nothing."""
    ready, _, _ = select.select([signs], [], [], seconds)
    if not ready:
        return ""
    return "turn" if os.read(signs, 4096) else "end"


def _end(switchboard: int, signs: int, silence: Silence) -> Silence:
    """Let it say where it stands, then end it: also one that is stopped and says nothing."""
    _say(f"the switchboard has not turned for {silence.seconds:.1f} s")
    _signal(switchboard, WHERE)
    if _sign(signs, WHERE_SECONDS) == "turn":
        _say("it turns again")
        return silence.broken()
    _say("the switchboard is ended")
    _signal(switchboard, signal.SIGKILL)
    return Silence()


def _signal(switchboard: int, number: signal.Signals) -> None:
    """Only as long as it is our parent: its number may be another's by now."""
    if os.getppid() == switchboard:
        os.kill(switchboard, number)


def _say(what: str) -> None:
    moment = time.strftime("%Y-%m-%d %H:%M:%S")
    print(f"{moment} CRITICAL watchdog: {what}", file=sys.stderr, flush=True)  # noqa: T201 - the log


if __name__ == "__main__":
    for each in (signal.SIGINT, signal.SIGTERM):  # the switchboard's end is ours
        signal.signal(each, signal.SIG_IGN)
    watch(int(sys.argv[1]), sys.stdin.fileno())
