"""The carrier's Asterisk does not outlive whoever started it."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from devkit.carrier import cli
from devkit.paths import REPOSITORY, SERVER

_STARTER = """
import asyncio, sys
from pathlib import Path
from devkit.carrier.process import Process
from lianxin.env import load_env

async def main():
    await Process.start(load_env())
    print("started", flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a signal of Linux")
def test_it_dies_with_a_starter_that_is_killed(tmp_path: Path) -> None:
    tree = tmp_path / "engines" / "asterisk"
    (tree / "usr" / "lib" / "any" / "asterisk" / "modules").mkdir(parents=True)
    (tree / "bin").mkdir()
    program = tree / "bin" / "asterisk"
    held = tmp_path / "held"
    os.mkfifo(held)
    program.write_text(f'#!/bin/sh\nexec 9>"{held}"\nexec sleep 100\n')
    program.chmod(0o755)
    environment = {
        **os.environ,
        "LIANXIN_VAR": str(tmp_path / "var"),
        "LIANXIN_ENGINES": str(tmp_path / "engines"),
        "PYTHONPATH": f"{SERVER}{os.pathsep}{REPOSITORY}",
    }
    with subprocess.Popen(
        [sys.executable, "-c", _STARTER], env=environment, stdout=subprocess.PIPE
    ) as starter:
        assert starter.stdout is not None
        assert starter.stdout.readline() == b"started\n"
        with held.open("rb") as pipe:  # opens when the program runs
            starter.send_signal(signal.SIGKILL)
            assert pipe.read() == b""  # ends when the last process that holds it is gone


def test_sigterm_lets_a_call_end_in_order() -> None:
    done: list[str] = []

    async def work() -> int:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.Event().wait()
        finally:
            done.append("hung up")
        return 0

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(cli.until_told(work()))
    assert done == ["hung up"]
