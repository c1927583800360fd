"""How long ``./dev up`` takes: cold (a fresh clone with nothing but its own files) and warm.

``./dev bench start``. Cold is a clone of the last commit in a temporary folder:
environment, engines, console and database are all made; only what the package managers of
this account have cached is there already. Takes minutes and needs the package registries.
Warm is the next start with the same data.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.kit.report import Promise, Report
from devkit.paths import REPOSITORY
from devkit.say import line

PORT_BASE = 18335
_LIMIT_SECONDS = 900
_WARM_SECONDS = 15.0


class Unfinished(Exception):
    """A command failed; the message is the end of what it said."""


def main(words: list[str] | None = None) -> int:
    """0 when the promise holds."""
    parser = argparse.ArgumentParser(prog="./dev bench start", description=__doc__)
    parser.parse_args(words)
    report = Report("start")
    with tempfile.TemporaryDirectory(prefix="lianxin-start-") as folder:
        clone = Path(folder) / "lianxin"
        subprocess.run(["git", "clone", "-q", str(REPOSITORY), str(clone)], check=True)
        try:
            _measure(clone, report)
        except Unfinished as failure:
            report.faults.append(str(failure))
    report.print()
    return 0 if report.holds else 1


def _measure(clone: Path, report: Report) -> None:
    cold = _timed(clone, "up", "--detach")
    try:
        _timed(clone, "down")
        warm = _timed(clone, "up", "--detach")
    finally:
        _timed(clone, "down")
    report.row("./dev up in a fresh clone, s", cold)
    report.row("./dev up again, s", warm)
    report.figures.update(cold_seconds=round(cold, 1), warm_seconds=round(warm, 1))
    report.promises.append(Promise("./dev up again, s", round(warm, 1), _WARM_SECONDS))


def _timed(clone: Path, *words: str) -> float:
    """Run ``./dev`` in the clone as if nothing of this one were there; seconds that it took."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("LIANXIN_", "DJANGO_", "PYTHON", "VIRTUAL_ENV"))
    }
    environment["LIANXIN_PORT_BASE"] = str(PORT_BASE)
    begun = time.monotonic()
    with (clone.parent / f"{words[0]}.txt").open("w+", encoding="utf-8") as output:
        done = subprocess.run(
            ["./dev", *words],
            cwd=clone,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            timeout=_LIMIT_SECONDS,
            check=False,
        )
        seconds = time.monotonic() - begun
        output.seek(0)
        said = output.read().strip().splitlines()
    for text in said if words[0] == "up" else ():
        line(f"    {text.strip()}")
    if done.returncode:
        raise Unfinished(f"./dev {' '.join(words)}: {' / '.join(said[-3:])}")
    return seconds


if __name__ == "__main__":
    sys.exit(main())
