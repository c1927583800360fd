"""``python -m devkit.engines [--refresh] [asterisk] [postgres]``: unpack what is missing."""

from __future__ import annotations

import argparse
import sys

from devkit.engines.catalogue import ENGINES
from devkit.engines.get import Engines
from devkit.paths import ENGINES_LOCK, engines_folder
from devkit.say import Stop, line, step


def main(words: list[str] | None = None) -> int:
    """Unpack the named engines, or all."""
    parser = argparse.ArgumentParser(prog="python -m devkit.engines", description=__doc__)
    parser.add_argument("engine", nargs="*", metavar="engine", help=" or ".join(ENGINES))
    parser.add_argument(
        "--refresh", action="store_true", help="take the present versions and renew the lock file"
    )
    options = parser.parse_args(words)
    unknown = set(options.engine) - set(ENGINES)
    if unknown:
        parser.error(f"no engine {unknown.pop()}")
    engines = Engines(engines_folder(), ENGINES_LOCK)
    try:
        for name in options.engine or ENGINES:
            with step(name) as progress:
                root = engines.provide(name, progress, refresh=options.refresh)
            line(f"    {root}")
    except Stop as stop:
        line(f"\n{stop}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
