"""The Python environment in ``var/venv``, made from a lock file with hashes.

Standard library only. Where the distribution keeps ``ensurepip`` in a package of its own
(python3-venv), pip is taken out of that package without installing it.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from devkit.engines.apt import Apt
from devkit.engines.sources import of_distribution, read_sources, this_host
from devkit.paths import REPOSITORY, VENV
from devkit.say import Progress, Stop, step

_MARK = VENV / ".made-from"


def lock_file(kind: str) -> Path:
    """``requirements/runtime.txt``, or ``test.txt``, which holds all of it and more."""
    return REPOSITORY / "requirements" / f"{kind}.txt"


def provide(kind: str) -> Path:
    """Make sure that the environment holds the packages of a lock; return its Python."""
    python = VENV / "bin" / "python"
    made_from = set(_MARK.read_text("utf-8").split()) if _MARK.exists() else set()
    wanted = digest(lock_file(kind))
    if wanted in made_from and _runs(python):
        return python
    if digest(lock_file("test")) in made_from:
        kind = "test"  # once a developer's environment, always one
    with step(f"Python packages ({kind})") as progress:
        if not _runs(python):
            _make(progress)
        install(pip(progress), lock_file(kind), progress)
    digests = {digest(lock_file(kind))} | (
        {digest(lock_file("runtime"))} if kind == "test" else set()
    )
    _MARK.write_text("\n".join(sorted(digests)) + "\n", "utf-8")
    return python


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _runs(python: Path) -> bool:
    """Tell whether the environment's Python is there and is of the version that made it."""
    if not python.exists():
        return False
    code = "import sys; print(sys.version_info[:2] >= (3, 11))"
    done = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() == "True"


def _make(progress: Progress) -> None:
    progress("making the environment")
    command = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        raise Stop(
            f"Python could not make an environment ({_last(done)}). As root: "
            f"apt-get install {version}-venv, then run the same command again."
        )


def pip(progress: Progress) -> list[str]:
    """A command that is pip and works on the environment."""
    python = str(VENV / "bin" / "python")
    if _succeeds([python, "-m", "pip", "--version"]):
        return [python, "-m", "pip"]
    if _succeeds([python, "-m", "ensurepip"]):
        return [python, "-m", "pip"]
    if _succeeds([sys.executable, "-m", "pip", "--version"]):
        return [sys.executable, "-m", "pip", "--python", python]
    return [python, str(_pip_of_distribution(progress) / "pip")]


def _pip_of_distribution(progress: Progress) -> Path:
    """Unpack pip's wheel from the package that python3-venv would bring."""
    progress("fetching pip from the distribution")
    folder = REPOSITORY / "var" / "pip"
    found = sorted(folder.glob("usr/share/python-wheels/pip-*.whl"))
    if not found:
        apt = Apt(folder / "apt", of_distribution(read_sources(), this_host().codename))
        apt.update()
        version = apt.candidate("python3-pip-whl")
        if version is None:
            raise Stop("There is no pip for this Python. As root: apt-get install python3-venv")
        files = apt.download({"python3-pip-whl": version}, folder / "packages", progress)
        package = files["python3-pip-whl"]
        subprocess.run(["dpkg-deb", "-x", str(package), str(folder)], check=True)
        found = sorted(folder.glob("usr/share/python-wheels/pip-*.whl"))
    return found[-1]


def install(command: Sequence[str], lock: Path, progress: Progress, *options: str) -> None:
    """Install a lock file, every file checked by its hash."""
    words = [
        *command, "install", "--disable-pip-version-check", "--no-input", "--require-hashes",
        "--no-deps", *options, "-r", str(lock),
    ]  # fmt: skip
    environment = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    done = 0
    output: list[str] = []
    with subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        env=environment,
    ) as process:
        for text in process.stdout or ():
            output.append(text)
            if text.startswith("Collecting"):
                done += 1
                progress(f"{done} packages")
    if process.returncode:
        raise Stop(_advice("".join(output)))


def _advice(output: str) -> str:
    errors = [line for line in output.splitlines() if line.startswith("ERROR")]
    said = f" (pip said: {(errors or output.splitlines()[-1:] or ['nothing'])[0][:200]})"
    if "No space left" in output:
        return "The disk is full: free about 1 GB and run the same command again."
    if "DO NOT MATCH THE HASHES" in output:
        return "A Python package is not the one that was locked. Do not use this mirror." + said
    return "Python packages could not be fetched: check the network and run it again." + said


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _last(done: subprocess.CompletedProcess[str]) -> str:
    return ((done.stderr or done.stdout).strip().splitlines() or ["no message"])[-1]
