"""The commands, run inside the environment: each is one function of the words after its name."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Callable

from devkit import checks, running, testing
from devkit.__main__ import sentence
from devkit.installation import Installation
from devkit.paths import REPOSITORY, SERVER
from devkit.say import Stop, line
from devkit.slots import take_free_slot
from lianxin.env import load_env
from lianxin.setting import BadSetting

_KEPT_BY_RESET = {"venv", "engines", "node", "pip", "web", "lianxin.env"}


def here() -> Installation:
    """The installation that the environment names; by default the one in ``var``."""
    return Installation(load_env().var)


def up(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./dev up")
    parser.add_argument("--detach", action="store_true", help="return when all is ready")
    return running.up(here(), detach=parser.parse_args(words).detach)


def down(_: list[str]) -> int:
    return running.down(here())


def status(_: list[str]) -> int:
    return running.status(here())


def logs(words: list[str]) -> int:
    return running.logs(here(), words)


def reset(words: list[str]) -> int:
    """Stop, and delete what the installation holds; what can be fetched again stays."""
    installation = here()
    if "--yes" not in words:
        if not sys.stdin.isatty():
            raise Stop("`./dev reset` deletes all data; without a terminal, say `--yes` to it.")
        answer = input(f"Delete all calls, cases and recordings in {installation.env.var}? [y/N] ")
        if answer.strip().lower() not in {"y", "yes"}:
            return 1
    running.down(installation)
    for path in installation.env.var.iterdir():
        if path.name in _KEPT_BY_RESET:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    line("  All data is gone; `./dev up` begins anew.")
    return 0


def call(words: list[str]) -> int:
    """Place a call from the simulated carrier."""
    from devkit.carrier.cli import main as place  # the other commands need nothing of it

    return place(words)


def centre(words: list[str]) -> int:
    """``lianxin centre …`` at this installation."""
    return _lianxin("centre", *words)


def person(words: list[str]) -> int:
    """``lianxin person …`` at this installation."""
    return _lianxin("person", *words)


def ledger(words: list[str]) -> int:
    """``lianxin ledger …`` at this installation."""
    return _lianxin("ledger", *words)


def _lianxin(*words: str) -> int:
    command = [sys.executable, "-m", "lianxin.config.cli", *words]
    environment = {**here().environment, "PYTHONPATH": f"{SERVER}"}
    return subprocess.run(command, check=False, env=environment).returncode


def bench(words: list[str]) -> int:
    """Run ``bench/NAME.py``; its last line is one JSON object."""
    names = sorted(p.stem for p in (REPOSITORY / "bench").glob("[a-z]*.py"))
    if not words or words[0] not in names:
        line(f"Usage: ./dev bench NAME, where NAME is one of: {', '.join(names) or 'none yet'}")
        return 2
    testing.provide()
    take_free_slot()
    return subprocess.run(
        [sys.executable, "-m", f"bench.{words[0]}", *words[1:]],
        check=False,
        env=here().environment,
    ).returncode


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "up": up,
    "down": down,
    "status": status,
    "logs": logs,
    "reset": reset,
    "call": call,
    "centre": centre,
    "person": person,
    "ledger": ledger,
    "check": checks.check,
    "fmt": checks.format_sources,
    "test": testing.test,
    "bench": bench,
}


def main(words: list[str]) -> int:
    """Run one command, and turn what people can mend into one sentence."""
    try:
        return COMMANDS[words[0]](words[1:])
    except (Stop, BadSetting) as stop:
        line(f"\n{stop}")
    except OSError as error:
        line(f"\n{sentence(error)}")
    except KeyboardInterrupt:
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
