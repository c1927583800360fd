"""``./dev COMMAND``: makes sure of the Python environment, then runs the command in it.

Standard library only, as there may be no environment yet.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from typing import NoReturn

from devkit import python_env
from devkit.paths import REPOSITORY
from devkit.say import Stop, line

USAGE = """\
Usage: ./dev COMMAND

  up [--detach]     make and start everything; Ctrl-C stops it again
  down              stop everything
  status            what runs, since when
  logs [PART]       read on in the logs: postgres asterisk switchboard web worker
  reset [--yes]     stop, and forget all data; the next `up` begins anew

  call NUMBER …     place a call from the simulated carrier (`./dev call --help`)
  centre create …   make a hotline centre (`./dev centre create --help`)
  person give …     give a right that nobody holds, or let somebody in (`./dev person --help`)
  ledger rebuild …  recompute the rows of calls (`./dev ledger rebuild --help`)
  check             format, lint, types, contracts, rules: before each change
  test [PYTEST …]   install what tests need, then run everything
  bench NAME        measure: bench/NAME.py
  fmt               put the sources into the project's format

Settings and an installation of one's own: docs/howto/operate.md"""

#: Which lock each command needs.
_TESTING = {"check", "test", "bench", "fmt"}
_PLAIN = {"up", "down", "status", "logs", "reset", "call", "centre", "person", "ledger"}

_BEGAN = time.monotonic()


def main(words: list[str]) -> int:
    """Become the command; return only when it cannot be run."""
    if not words or words[0] in {"-h", "--help", "help"}:
        line(USAGE)
        return 0 if words else 2
    if words[0] not in _TESTING | _PLAIN:
        line(f"There is no command {words[0]!r}.\n\n{USAGE}")
        return 2
    try:
        python = python_env.provide("test" if words[0] in _TESTING else "runtime")
    except Stop as stop:
        line(f"\n{stop}")
        return 1
    except OSError as error:
        line(f"\n{sentence(error)}")
        return 1
    return _become(str(python), "-P", "-m", "devkit.commands", *words)


def _become(*command: str) -> NoReturn:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "DEV_BEGAN": str(_BEGAN)}
    os.execve(command[0], command, environment)  # noqa: S606 - no shell is wanted


def sentence(error: OSError) -> str:
    """Say what to do about an error of the operating system."""
    if error.errno == errno.ENOSPC:
        return (
            "The disk is full: free some space (a first start needs about 2 GB) and run it again."
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return (
            f"{error.filename or 'A file'} cannot be written by this account. Was it made by "
            "another one, for example root? Run ./dev as the same account, or give it the folder."
        )
    return f"{error}"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
