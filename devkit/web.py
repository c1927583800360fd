"""The built console and the compiled translations: made again only when their sources changed."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from devkit import node
from devkit.paths import REPOSITORY, SERVER, WEB
from devkit.say import Progress, Stop

_MARK = REPOSITORY / "var" / "web" / "built-from"
_NOT_SOURCES = {"node_modules", "dist", ".vite"}


def build(progress: Progress) -> bool:
    """Bring console and translations up to date; a console that a setting names is not ours.

    Tells whether the console was built anew.
    """
    compile_translations(SERVER / "lianxin")
    if "LIANXIN_CONSOLE" in os.environ:
        return False
    digest = sources_digest(WEB)
    built = [path for path in WEB.glob("apps/*/dist") if any(path.iterdir())]
    if _MARK.exists() and _MARK.read_text("utf-8") == digest and built:
        return False
    environment = packages(progress)
    progress("building")
    run(["npm", "run", "build"], environment)
    _MARK.parent.mkdir(parents=True, exist_ok=True)
    _MARK.write_text(digest, "utf-8")
    return True


def packages(progress: Progress) -> dict[str, str]:
    """Make sure of Node and of ``node_modules``; return the environment to run them in."""
    environment = node.environment(progress)
    lock, installed = WEB / "package-lock.json", WEB / "node_modules" / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        progress("fetching packages")
        run(["npm", "ci", "--no-audit", "--no-fund"], environment)
        installed.touch()
    return environment


def run(command: list[str], environment: dict[str, str]) -> None:
    """Run a command of the web workspace; its output is shown only when it fails."""
    done = subprocess.run(
        command,
        cwd=WEB,
        env={**environment, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        output = (done.stdout + done.stderr).strip()
        raise Stop(
            f"`{' '.join(command)}` failed in web/:\n{_shortened(output)}\n{_advice(output)}"
        )


def _shortened(output: str, room: int = 1500) -> str:
    if len(output) <= 2 * room:
        return output
    return f"{output[:room]}\n…\n{output[-room:]}"


def _advice(output: str) -> str:
    if "ENOSPC" in output:
        return "The disk is full: free about 1 GB and run the same command again."
    if any(word in output for word in ("ENOTFOUND", "ETIMEDOUT", "ECONNRESET", "EAI_AGAIN")):
        return "A download from the npm registry broke: check the network and run it again."
    return ""


def sources_digest(root: Path) -> str:
    """Hash names and contents of all sources below ``root``."""
    whole = hashlib.sha256()
    for path in sorted(_sources(root)):
        whole.update(f"{path.relative_to(root)}\0".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            if path.name not in _NOT_SOURCES:
                yield from _sources(path)
        elif path.is_file() and path.suffix != ".tsbuildinfo":
            yield path


def compile_translations(root: Path) -> None:
    """Compile each ``locale/*/LC_MESSAGES/*.po`` that is newer than its ``.mo``."""
    for source in root.glob("*/locale/*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file)
        part = target.with_suffix(".part")
        with part.open("wb") as file:
            write_mo(file, catalogue)
        part.rename(target)
