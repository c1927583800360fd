"""A complete installation for tests and benches, beside the developer's own.

It lives in ``var/test-NAME`` with ports of its own, and begins empty. ``LIANXIN_TEST_SLOT``
(0 to 9) moves all of them, so that two people can test on one machine at the same time.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import psycopg

from devkit import database, health, running
from devkit.installation import Installation
from devkit.paths import REPOSITORY
from devkit.say import Stop, step
from devkit.slots import BASES, SLOT_PORTS, slot
from lianxin.env import Env


def folder_of(name: str) -> Path:
    """Where the installation ``name`` of this slot lives."""
    tail = f"-{slot()}" if slot() else ""
    return REPOSITORY / "var" / f"test-{name}{tail}"


def installation_of(name: str) -> Installation:
    """The installation that tests call ``name``; nothing of it need exist yet."""
    return Installation(folder_of(name), BASES[name] + slot() * SLOT_PORTS)


class Stack:
    """One test installation: brought up, hurt, looked into, taken down."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.installation = installation_of(name)
        self._lock: IO[str] | None = None

    @property
    def env(self) -> Env:
        """Its paths, ports and passwords."""
        return self.installation.env

    @property
    def url(self) -> str:
        """Where its web server answers: ``http://127.0.0.1:15320``."""
        return f"http://127.0.0.1:{self.env.ports.web}"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a process that belongs to it."""
        return self.installation.environment

    def up(self, parts: tuple[str, ...] = ()) -> Stack:
        """Begin anew and start ``parts``, or everything. With PostgreSQL comes the made-up city."""
        self._take_lock()
        try:
            self._clear()
            if not parts:
                running.bring_up(self.installation, with_console=False)
            else:
                self._up(parts)
        except BaseException:
            self.down()
            raise
        return self

    def _up(self, parts: tuple[str, ...]) -> None:
        for name in parts:
            with step(f"{self.name}: unpack {name}") as progress:
                self.installation.unpack(name, progress)
        self.installation.prepare()
        self.installation.start_supervisor()
        for name in parts:
            with step(f"{self.name}: start {name}") as progress:
                self.installation.start(name, progress)
            if name == "postgres":
                running.make_tables(self.installation)

    def down(self) -> None:
        """Stop everything. The files stay, to be read after a failure."""
        self.installation.stop()
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def pid(self, part: str) -> int:
        """The process id of a part; ``AssertionError`` when it does not run."""
        pid = next((state.pid for state in self.installation.states() if state.name == part), 0)
        assert pid, f"{part} does not run"  # noqa: S101 - it is for tests
        return pid

    def signal(self, part: str, number: signal.Signals) -> int:
        """Send a signal to a part: SIGKILL, SIGSTOP, SIGCONT. Return the process id it had."""
        pid = self.pid(part)
        os.kill(pid, number)
        return pid

    def kill(self, part: str) -> int:
        """``kill -9``. Return the process id that it had."""
        return self.signal(part, signal.SIGKILL)

    def stop(self, part: str) -> None:
        """Stop a part; the supervisor leaves it stopped."""
        self.installation.supervisor.stop_program(part)

    def start(self, part: str, seconds: float = 30) -> None:
        """Start a part and wait until it is healthy."""
        self.installation.supervisor.start_program(part)
        self.wait_healthy(part, seconds)

    def wait_healthy(self, part: str, seconds: float = 30) -> None:
        """Wait until a part answers."""
        health.wait(self.env, self.installation.supervisor, part, _quiet, seconds)

    def wait_restarted(self, part: str, old_pid: int, seconds: float = 30) -> int:
        """Wait until a part that died is back under another process id, and healthy."""

        def is_back() -> bool:
            states = self.installation.states()
            return any(s.name == part and s.pid not in {0, old_pid} for s in states)

        wait_until(is_back, f"{part} is restarted", seconds)
        self.wait_healthy(part, seconds)
        return self.pid(part)

    def sql(self, query: str, *arguments: Any) -> list[tuple[Any, ...]]:
        """Ask its database as the superuser, past row-level security. Rows, or none."""
        password = self.installation.values["LIANXIN_DB_SUPERUSER_PASSWORD"]
        with database.superuser(self.env, password, "lianxin") as connection:
            cursor: psycopg.Cursor[tuple[Any, ...]] = connection.execute(
                query.encode(), arguments or None
            )
            return cursor.fetchall() if cursor.description else []

    def logs(self, lines: int = 60) -> str:
        """The last lines of every part's log, for the report of a failed test."""
        parts = []
        for path in sorted((self.env.var / "log").glob("*.log")):
            text = path.read_text("utf-8", "replace").splitlines()[-lines:]
            parts.append(f"--- {path.name}\n" + "\n".join(text))
        return "\n".join(parts)

    def _take_lock(self) -> None:
        folder = folder_of(self.name)
        folder.parent.mkdir(parents=True, exist_ok=True)
        self._lock = folder.with_suffix(".lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Stop(
                f"Another test run uses {folder}. Wait for it, or take a slot of your own: "
                "LIANXIN_TEST_SLOT=1"
            ) from None

    def _clear(self) -> None:
        """Stop what an earlier run may have left, and delete its files."""
        self.installation.stop()
        secrets = self.env.var / "lianxin.env"  # Django in the test process has read it
        for path in self.env.var.iterdir() if self.env.var.exists() else ():
            if path != secrets:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def wait_until(
    condition: Callable[[], bool], what: str, seconds: float = 30, every: float = 0.05
) -> None:
    """Wait until ``condition`` holds; ``TimeoutError`` names what did not come."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not within {seconds:g} s")
        time.sleep(every)


def _quiet(_: str) -> None:
    """Show no progress."""
