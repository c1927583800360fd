"""What the developer's command prints: steps with their time, and one clear sentence on failure."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str], None]


class Stop(Exception):
    """The command cannot go on. The message says what to do, in one or two sentences."""


def line(text: str = "") -> None:
    """Print one line at once, also into a pipe."""
    print(text, flush=True)


@contextmanager
def step(title: str) -> Iterator[Progress]:
    """Time one step; the yielded function shows progress while it runs."""
    live = sys.stdout.isatty()
    started = time.monotonic()
    if live:
        print(f"  {title} …", end="", flush=True)

    def progress(text: str) -> None:
        if live:
            print(f"\r\033[K  {title} … {text}", end="", flush=True)

    try:
        yield progress
    except BaseException:
        print(f"\r\033[K  {title} ✗" if live else f"  {title} ✗", flush=True)
        raise
    done = f"  {title:<46} {time.monotonic() - started:5.1f} s"
    print(f"\r\033[K{done}" if live else done, flush=True)
