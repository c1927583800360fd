"""What the developer's command prints: steps with their time, and one clear sentence on failure."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Progress = Callable[[str], None]


class Stop(Exception):
    """The command cannot go on. The message says what to do, in one or two sentences."""


def line(text: str = "") -> None:
    """Print one line at once, also into a pipe."""
    _show(f"{text}\n")


def _show(text: str) -> None:
    """A reader that has gone, such as ``head``, must not end what is being done."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


@contextmanager
def step(title: str) -> Iterator[Progress]:
    """Time one step; the yielded function shows progress while it runs."""
    live = sys.stdout.isatty()
    started = time.monotonic()
    if live:
        _show(f"  {title} …")

    def progress(text: str) -> None:
        if live:
            _show(f"\r\033[K  {title} … {text}")

    try:
        yield progress
    except BaseException:
        line(f"\r\033[K  {title} ✗" if live else f"  {title} ✗")
        raise
    done = f"  {title:<46} {time.monotonic() - started:5.1f} s"
    line(f"\r\033[K{done}" if live else done)
