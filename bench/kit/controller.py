"""The bare controller as a process beside the installation that is measured."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bench.kit.ground import Ground
from bench.kit.telephones import Failed


@contextmanager
def bare_controller(ground: Ground, script: list[dict[str, Any]]) -> Iterator[int]:
    """Its process id, once the exchange listens to it. ``script``: see ``bench.kit.bare``."""
    env, file = ground.env, ground.env.var / "bare.json"
    file.write_text(json.dumps(script), "utf-8")
    words = (env.asterisk_url, env.ari_user, env.ari_password, str(file))
    with subprocess.Popen(
        [sys.executable, "-m", "bench.kit.bare", *words], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            if process.stdout is None or process.stdout.readline() != "ready\n":
                raise Failed("the bare controller did not start")
            yield process.pid
        finally:
            process.terminate()
