"""No file grows beyond what one reads in one go: ``python -m devkit.lengths``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from devkit.paths import REPOSITORY
from devkit.say import line

#: Lines that a Python file may have. The web has the same bound (``web/scripts/lengths.mjs``).
MOST = 400
_FOLDERS = ("server", "devkit", "bench")


def too_long(root: Path = REPOSITORY, most: int = MOST) -> Iterator[tuple[Path, int]]:
    """The files that are longer, with their lines. Migrations are written by a machine."""
    for folder in _FOLDERS:
        for file in sorted((root / folder).rglob("*.py")):
            lines = len(file.read_text("utf-8").splitlines())
            if lines > most and "migrations" not in file.parts:
                yield file.relative_to(root), lines


def main() -> int:
    """Print what is too long; 1 when something is."""
    found = list(too_long())
    for file, lines in found:
        line(f"{file} has {lines} lines, more than {MOST}: what are its two reasons to be?")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
