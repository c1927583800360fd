"""A process whose loop stands still is ended; one that is late for a reason of its own is not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from devkit.stack import wait_until
from lianxin.switchboard.watchdog import FROZEN_SECONDS, TURN_SECONDS, Silence

pytestmark = pytest.mark.timeout(60)

#: A process like the switchboard: it says when it turns, and blocks its loop when it is told to.
WATCHED = """
import asyncio, sys, time
from lianxin.switchboard.watched import Watched

async def main():
    watched = Watched()
    watched.start()
    time.sleep({before})
    turning = asyncio.create_task(watched.run())
    await asyncio.sleep(0.2)
    print("turns", flush=True)
    time.sleep({blocked})
    await asyncio.sleep({after})
    turning.cancel()
    watched.stop()
    time.sleep({closing})
    print("over", flush=True)

asyncio.run(main())
"""


@contextmanager
def watched(
    *, before: float = 0, blocked: float = 0, after: float = 0, closing: float = 0
) -> Iterator[subprocess.Popen[str]]:
    """It has shown its first sign."""
    program = WATCHED.format(before=before, blocked=blocked, after=after, closing=closing)
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "turns\n"
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def watchdogs_of(pid: int) -> list[int]:
    """The children of a process: it has no others."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def watchdog_of(pid: int) -> int:
    [child] = watchdogs_of(pid)
    return child


def gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


def test_nothing_counts_before_the_first_sign() -> None:
    silence = Silence()
    for _ in range(100):
        silence = silence.waited(TURN_SECONDS)
    assert not silence.frozen


def test_a_loop_that_shows_no_sign_for_long_enough_is_frozen() -> None:
    silence, waited = Silence().broken(), 0.0
    while not silence.frozen:
        silence, waited = silence.waited(TURN_SECONDS), waited + TURN_SECONDS
    assert waited == FROZEN_SECONDS


def test_a_pause_of_the_whole_machine_counts_as_one_look() -> None:
    silence = Silence().broken().waited(3600).waited(3600)
    assert not silence.frozen
    assert silence.broken() == Silence(begun=True)


def test_a_process_that_is_stopped_is_ended_within_the_bound() -> None:
    with watched(after=60) as process:
        stopped = time.monotonic()
        os.kill(process.pid, signal.SIGSTOP)
        output, _ = process.communicate(timeout=FROZEN_SECONDS + 5)
        lasted = time.monotonic() - stopped
    assert process.returncode == -signal.SIGKILL
    assert FROZEN_SECONDS - 2 * TURN_SECONDS <= lasted <= FROZEN_SECONDS + 3
    assert "the switchboard is ended" in output


def test_a_loop_that_blocks_is_ended_and_says_where_it_stood() -> None:
    with watched(blocked=60) as process:
        output, _ = process.communicate(timeout=FROZEN_SECONDS + 5)
    assert process.returncode == -signal.SIGKILL
    assert 'File "<string>", line 12 in main' in output
    assert "the switchboard is ended" in output


def test_a_long_pause_a_slow_start_and_a_slow_end_are_none_of_its_business() -> None:
    long = FROZEN_SECONDS + 1
    with watched(before=long, blocked=FROZEN_SECONDS - 2, after=1, closing=long) as process:
        output, _ = process.communicate(timeout=5 * long)
    assert (process.returncode, output) == (0, "over\n")


def test_the_watchdog_ends_with_the_process_that_it_watches() -> None:
    with watched(after=60) as process:
        watchdog = watchdog_of(process.pid)
        process.kill()
        process.wait()
        wait_until(lambda: gone(watchdog), "the end of the watchdog", 5)


def test_a_watchdog_that_dies_is_replaced_and_one_that_was_stopped_ends_nobody() -> None:
    with watched(after=2 * FROZEN_SECONDS) as process:
        first = watchdog_of(process.pid)
        os.kill(first, signal.SIGKILL)
        wait_until(lambda: watchdogs_of(process.pid) not in ([], [first]), "another watchdog", 5)
        second = watchdog_of(process.pid)
        os.kill(second, signal.SIGSTOP)
        time.sleep(FROZEN_SECONDS + 2)  # longer than a switchboard may be silent
        os.kill(second, signal.SIGCONT)
        output, _ = process.communicate(timeout=6 * FROZEN_SECONDS)
    assert process.returncode == 0
    assert output.endswith("over\n")
