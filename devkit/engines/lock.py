"""The lock file: which packages, in which versions, with which SHA-256, an engine was tried with.

One section for each engine and archive, one package a line::

    [asterisk debian-forky-amd64]
    libc6 2.43-7 sha256:89ab…
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Package:
    """One package as it was tried. ``sha256`` is of the .deb file, in hexadecimal."""

    name: str
    version: str
    sha256: str

    @property
    def file(self) -> str:
        """The name under which it is cached."""
        return f"{self.name}_{self.sha256[:16]}.deb"


Lock = dict[str, tuple[Package, ...]]


def read_lock(path: Path) -> Lock:
    """Read all sections; no file is an empty lock."""
    lock: dict[str, list[Package]] = {}
    section = ""
    for line in path.read_text("utf-8").splitlines() if path.exists() else []:
        if line.startswith("["):
            section = line.strip("[]")
            lock[section] = []
        elif line and not line.startswith("#"):
            name, version, digest = line.split()
            lock[section].append(Package(name, version, digest.removeprefix("sha256:")))
    return {key: tuple(packages) for key, packages in lock.items()}


def write_lock(path: Path, lock: Lock) -> None:
    """Write all sections, in order, so that a refresh shows as a small difference."""
    lines = [
        "# The packages that Asterisk and PostgreSQL are unpacked from.",
        "# Written by `python -m devkit.engines --refresh`; see docs/howto/operate.md.",
    ]
    for section, packages in sorted(lock.items()):
        lines += ["", f"[{section}]"]
        lines += [f"{p.name} {p.version} sha256:{p.sha256}" for p in sorted(packages)]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def digest_of(packages: tuple[Package, ...]) -> str:
    """Name a set of packages: two trees of the same digest hold the same files."""
    text = "\n".join(f"{p.name} {p.sha256}" for p in sorted(packages))
    return hashlib.sha256(text.encode()).hexdigest()


def sha256_of(path: Path) -> str:
    """Hash a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
