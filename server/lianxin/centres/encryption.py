"""Secrets that the program itself needs again: encrypted at rest under the installation's secret.

Fernet (AES-128-CBC with HMAC-SHA256), a key for each purpose. Reasons:
docs/decisions/0027-secrets-of-connections.md.
"""

from __future__ import annotations

import base64
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class Unreadable(Exception):
    """It was sealed under another installation's secret, for something else, or changed."""


def seal(purpose: bytes, plain: bytes) -> str:
    """Encrypt ``plain``; only the same ``purpose`` opens it."""
    return _fernet(settings.SECRET_KEY, purpose).encrypt(plain).decode()


def unseal(purpose: bytes, sealed: str) -> bytes:
    """What ``seal`` was given. Raises ``Unreadable``."""
    try:
        return _fernet(settings.SECRET_KEY, purpose).decrypt(sealed.encode())
    except InvalidToken as error:
        raise Unreadable from error


@lru_cache(maxsize=8)
def _fernet(secret: str, purpose: bytes) -> Fernet:
    kdf = HKDF(SHA256(), length=32, salt=None, info=purpose)
    return Fernet(base64.urlsafe_b64encode(kdf.derive(secret.encode())))
