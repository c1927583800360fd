"""The secrets of connections: encrypted at rest, written and never shown."""

from __future__ import annotations

import msgspec

from lianxin.centres import encryption

_PURPOSE = b"lianxin.connections.secrets.1"

#: They were sealed under another installation's secret, or changed.
SecretsUnreadable = encryption.Unreadable


def seal(secrets: dict[str, str]) -> str:
    """Encrypt names and values; "" when there are none."""
    return encryption.seal(_PURPOSE, msgspec.json.encode(secrets)) if secrets else ""


def unseal(sealed: str) -> dict[str, str]:
    """What ``seal`` was given. Raises ``SecretsUnreadable``."""
    if not sealed:
        return {}
    return msgspec.json.decode(encryption.unseal(_PURPOSE, sealed), type=dict[str, str])
