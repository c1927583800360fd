"""The codes of a second factor: six digits of a telephone (RFC 6238), and those for its loss."""

from __future__ import annotations

import base64
import hmac
import secrets

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.utils.crypto import salted_hmac

#: What the apps of telephones take by themselves: SHA-1, six digits, half a minute.
_DIGITS, _SECONDS = 6, 30
#: Bytes of a key: RFC 4226, requirement R6.
_KEY = 20
#: Steps by which a telephone's clock may be off, in both directions.
_OFF = 1
_ISSUER = "连心 12345"

#: Nothing that is taken for something else when it is read from paper.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 3, 4
RECOVERY_CODES = 10


def new_key() -> bytes:
    """What telephone and server share: 160 random bits."""
    return secrets.token_bytes(_KEY)


def key_in_letters(key: bytes) -> str:
    """A key as it is typed where no picture can be taken: base32."""
    return base64.b32encode(key).decode()


def key_of(letters: str) -> bytes:
    """The key that ``key_in_letters`` was given."""
    return base64.b32decode(letters)


def uri_of(key: bytes, account: str) -> str:
    """What the picture says that a telephone takes: ``otpauth://totp/…``."""
    return _totp(key).get_provisioning_uri(account, _ISSUER)


def step_of(key: bytes, code: str, now: float, after: int) -> int | None:
    """The half minute whose code ``code`` is, near ``now`` (seconds since the epoch) and later
    than ``after``, so that no code is taken twice; else ``None``."""
    present = int(now) // _SECONDS
    for step in range(max(present - _OFF, after + 1), present + _OFF + 1):
        try:
            _totp(key).verify(code.encode(), step * _SECONDS)
        except InvalidToken:
            continue
        return step
    return None


def code_at(key: bytes, now: float) -> str:
    """The code that a telephone shows at ``now``."""
    return _totp(key).generate(int(now)).decode()


def _totp(key: bytes) -> TOTP:
    return TOTP(key, _DIGITS, SHA1(), _SECONDS)  # noqa: S303  what telephones take: RFC 6238, 1.2


def is_of_telephone(code: str) -> bool:
    """Whether ``code`` looks like one of a telephone, and not like one for its loss."""
    return len(code) == _DIGITS and code.isdigit()


def new_recovery_codes() -> list[str]:
    """Codes for the loss of the telephone, each for one use, such as ``k3mw-9qfd-x7ra``."""
    return ["-".join(_group() for _ in range(_GROUPS)) for _ in range(RECOVERY_CODES)]


def _group() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_GROUP))


def hash_of(recovery_code: str) -> str:
    """What is kept of one. Its 59 random bits need no slow hash."""
    letters = "".join(c for c in recovery_code.lower() if c.isalnum())
    return salted_hmac("lianxin.recovery_code", letters, algorithm="sha256").hexdigest()


def place_of(recovery_code: str, hashes: list[str]) -> int | None:
    """Which of ``hashes`` is that of ``recovery_code``."""
    wanted = hash_of(recovery_code)
    found = [i for i, each in enumerate(hashes) if hmac.compare_digest(each, wanted)]
    return found[0] if found else None
