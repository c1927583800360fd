"""The secrets of connections: encrypted at rest, written and never shown.

Fernet (AES-128-CBC with HMAC-SHA256) under a key that is derived from the installation's
secret. Reasons: docs/decisions/0027-secrets-of-connections.md.
"""

from __future__ import annotations

import base64
from functools import lru_cache

import msgspec
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_PURPOSE = b"lianxin.connections.secrets.1"


class SecretsUnreadable(Exception):
    """They were sealed under another installation's secret, or changed."""


def seal(secrets: dict[str, str]) -> str:
    """Encrypt names and values; "" when there are none."""
    if not secrets:
        return ""
    return _fernet(settings.SECRET_KEY).encrypt(msgspec.json.encode(secrets)).decode()


def unseal(sealed: str) -> dict[str, str]:
    """What ``seal`` was given. Raises ``SecretsUnreadable``."""
    if not sealed:
        return {}
    try:
        plain = _fernet(settings.SECRET_KEY).decrypt(sealed.encode())
    except InvalidToken as error:
        raise SecretsUnreadable from error
    return msgspec.json.decode(plain, type=dict[str, str])


@lru_cache(maxsize=4)
def _fernet(secret: str) -> Fernet:
    kdf = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE)
    return Fernet(base64.urlsafe_b64encode(kdf.derive(secret.encode())))
