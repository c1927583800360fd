"""``./dev test``: installs what the tests need, then runs everything."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from devkit import checks, running, web
from devkit.engines.catalogue import RUNTIME
from devkit.engines.get import Engines
from devkit.installation import Installation
from devkit.paths import ENGINES_LOCK, REPOSITORY, WEB, engines_folder
from devkit.say import Stop, line, step
from lianxin.env import load_env

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FONT_PACKAGE = "fonts-wqy-microhei"
#: What ``./dev check`` has not run already.
_TIERS = [f"server/tests/{tier}" for tier in ("apps", "switchboard", "stories")]
#: Two processes, each with installations of its own: stories mostly wait.
_SIDE_BY_SIDE = ["-n", "2", "--dist", "loadfile"]
_SOME_FAILED = 1  # of pytest's codes: neither interrupted nor wrongly used


def provide() -> None:
    """Make sure of the engines, sipp, a browser with Chinese letters, and the built console.

    The console is built beside the rest: npm mostly waits while engines are unpacked.
    """
    with ThreadPoolExecutor(1) as beside:
        building = beside.submit(web.build, _say_nothing)
        _provide_engines()
        with step("browser and font"):
            _provide_packages(_missing_packages())
        with step("console and translations: build"):
            rebuilt = building.result()
    if rebuilt:
        running.renew(Installation(load_env().var), "web")


def _provide_engines() -> None:
    engines = Engines(engines_folder(), ENGINES_LOCK)
    wanted = list(RUNTIME)
    if shutil.which("sipp") is None:
        wanted.append("sipp")
    for name in wanted:
        with step(f"{name}: unpack") as progress:
            engines.provide(name, progress)


def _say_nothing(_: str) -> None:
    """The line on the terminal is another step's."""


def browser() -> str:
    """The path of the browser that tests drive."""
    named = os.environ.get("LIANXIN_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise Stop("The tests drive Chromium and there is none: as root, apt-get install chromium")
    return found


def sipp() -> str:
    """The path of the load generator."""
    return shutil.which("sipp") or str(engines_folder() / "sipp" / "bin" / "sipp")


def _missing_packages() -> list[str]:
    missing = []
    if "LIANXIN_CHROMIUM" not in os.environ and not any(map(shutil.which, BROWSERS)):
        missing.append("chromium")
    if not _has_chinese_font():
        missing.append(_FONT_PACKAGE)
    return missing


def _has_chinese_font() -> bool:
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    out = subprocess.run([lister, ":lang=zh"], capture_output=True, text=True, check=False).stdout
    return bool(out.strip())


def _provide_packages(names: list[str]) -> None:
    if not names:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", "fontconfig", *names]
    if os.geteuid() != 0:
        raise Stop(f"The tests need a browser and a font. Run once: sudo {' '.join(command)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["apt-get", "update", "-q"], command):
        done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise Stop(f"`{' '.join(words)}` failed: {last}")


def test(words: list[str]) -> int:
    """Run checks (the pure tier among them), web tests and the tiers that need something real;
    with words, only pytest with these words."""
    provide()
    if words:
        return run_pytest(words)
    codes = [checks.check([]), _web_tests(), run_pytest([*_SIDE_BY_SIDE, *_TIERS])]
    return next((1 for code in codes if code), 0)  # one that a signal ended is below 0


def _web_tests() -> int:
    with step("web packages") as progress:
        environment = web.packages(progress)
    started = time.monotonic()
    done = subprocess.run(
        ["npm", "test", "--silent"], cwd=WEB, env=environment, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    line(f"  {'web tests':<46} {time.monotonic() - started:5.1f} s")
    if done.returncode:
        line("  The web tests failed.")
    return done.returncode


def run_pytest(words: list[str]) -> int:
    """Run pytest; what failed because it was starved, again, alone, once. The code of its end.

    Only tests that judge sound can be excused so (``devkit.starvation``); one that failed
    otherwise stays failed, and is not run again.
    """
    code, failed = _pytest(words)
    again = [node for node, why in failed.items() if why]
    if code != _SOME_FAILED or not again:
        return code
    line(f"\nStarved, run again alone: {', '.join(again)}")
    second, _ = _pytest(again)
    line(f"Starved, run again alone: {', '.join(again)}: {'failed' if second else 'passed'}")
    return code if len(again) < len(failed) else second


def _pytest(words: list[str]) -> tuple[int, dict[str, str]]:
    """The code of its end; each test that failed, with what it was starved by, or ""."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "failed.json"
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *words],
            env={**os.environ, "LIANXIN_FAILED_TESTS": str(told)},
            cwd=REPOSITORY, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        failed = json.loads(told.read_text("utf-8")) if told.exists() else {}
    return done.returncode, failed
