"""Where things are in the checkout. Standard library only: it runs before there is a venv."""

from __future__ import annotations

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
SERVER = REPOSITORY / "server"
WEB = REPOSITORY / "web"
VENV = REPOSITORY / "var" / "venv"
ENGINES_LOCK = REPOSITORY / "deploy" / "engines.lock"


def engines_folder() -> Path:
    """The folder that ``Env.engines`` names too."""
    default = REPOSITORY / "var" / "engines"
    return Path(os.environ.get("LIANXIN_ENGINES", default)).resolve()
