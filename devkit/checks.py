"""``./dev check``: what every change must pass, in well under two minutes. And ``./dev fmt``."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from devkit import web
from devkit.paths import REPOSITORY, SERVER, WEB
from devkit.say import line, step

_BIN = Path(sys.prefix) / "bin"
_PYTHON = str(_BIN / "python")


@dataclass(frozen=True)
class Check:
    """One command that must end with 0."""

    title: str
    command: tuple[str, ...]
    folder: Path = REPOSITORY


def slow_checks() -> list[Check]:
    """Those that take long, the longest first, so that two at a time end together."""
    return [
        Check("rules", (_PYTHON, "-m", "pytest", "-q", "server/tests/rules", "devkit/tests")),
        # Biome, tsc, knip, and that the generated files are those of today's sources.
        Check("web", ("npm", "run", "--silent", "check"), WEB),
        Check("types", _tool("mypy")),
        Check("words", (_PYTHON, "-m", "devkit.words")),
    ]


def quick_checks() -> list[Check]:
    """Those of seconds."""
    return [
        Check("schema", (_PYTHON, "-m", "lianxin.config.manage", "makemigrations", "--check")),
        Check("format", _tool("ruff", "format", "--check", "-q")),
        Check("lint", _tool("ruff", "check", "-q")),
        Check("lengths", (_PYTHON, "-m", "devkit.lengths")),
        Check("contracts", _tool("lint-imports", "--no-logo", "--cache-dir", "var/import-linter")),
    ]


def _tool(name: str, *words: str) -> tuple[str, ...]:
    return (str(_BIN / name), *words)


def check(_: list[str]) -> int:
    """Run all checks, two beside each other, the slow ones first; print what failed."""
    with step("web packages") as progress:
        environment = web.packages(progress)
    environment |= {
        "PYTHONPATH": f"{SERVER}{os.pathsep}{REPOSITORY}",
        "DJANGO_SETTINGS_MODULE": "lianxin.config.settings",
        "PATH": f"{_BIN}{os.pathsep}{environment.get('PATH', '')}",
    }
    environment |= {"NO_COLOR": "1", "FORCE_COLOR": "0"}
    environment.setdefault("LIANXIN_SECRET", "only-for-checks")
    checks = [*slow_checks(), *quick_checks()]
    with ThreadPoolExecutor(2) as both:
        passed = both.map(lambda check: _run(check, environment), checks)
        failed = [check.title for check, well in zip(checks, passed, strict=True) if not well]
    if failed:
        line(f"\nNot in order: {', '.join(failed)}")
        return 1
    return 0


def _run(check: Check, environment: dict[str, str]) -> bool:
    started = time.monotonic()
    done = subprocess.run(
        check.command,
        cwd=check.folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    verdict = "" if done.returncode == 0 else f" ✗\n{done.stdout.strip()}\n"
    line(f"  {check.title:<46} {time.monotonic() - started:5.1f} s{verdict}")
    return done.returncode == 0


def format_sources(_: list[str]) -> int:
    """Write the project's format into the sources, and mend what lint can mend by itself."""
    with step("web packages") as progress:
        environment = web.packages(progress)
    commands = [
        ([str(_BIN / "ruff"), "check", "--fix", "-q"], REPOSITORY),
        ([str(_BIN / "ruff"), "format", "-q"], REPOSITORY),
        (["npx", "biome", "check", "--write", "."], WEB),
    ]
    codes = [
        subprocess.run(command, cwd=folder, env=environment, check=False).returncode
        for command, folder in commands
    ]
    return max(codes)
