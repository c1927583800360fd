"""``lianxin.env`` of an installation: the secrets that it makes for itself, kept for ever."""

from __future__ import annotations

import secrets
from pathlib import Path

NAMES = (
    "LIANXIN_SECRET",
    "LIANXIN_DB_SUPERUSER_PASSWORD",
    "LIANXIN_DB_OWNER_PASSWORD",
    "LIANXIN_DB_PASSWORD",
    "LIANXIN_ARI_PASSWORD",
)


def ensure(path: Path, settings: dict[str, str]) -> None:
    """Add what is missing to the file: the secrets, and ``settings`` at their present values.

    Lines that are there are never changed, except those of ``settings``.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = path.read_text("utf-8").splitlines() if path.exists() else [
        "# Secrets and ports of this installation. Not for a repository."
    ]  # fmt: skip
    have = {line.partition("=")[0].strip() for line in lines}
    kept = [line for line in lines if line.partition("=")[0].strip() not in settings]
    kept += [f"{name}={secrets.token_urlsafe(32)}" for name in NAMES if name not in have]
    kept += [f"{name}={value}" for name, value in settings.items()]
    if kept == lines:
        return
    path.touch(0o600)
    path.write_text("\n".join(kept) + "\n", "utf-8")
