"""Browsers that have signed in to an account before: OWASP's "device cookies".

The cookie is signed, names the accounts, and opens nothing: who has it is given guesses of their
own, so that a stranger who guesses at the same account cannot keep its owner out.
"""

from __future__ import annotations

import secrets

from django.core import signing

COOKIE = "lianxin_device"
_SALT = "lianxin.device"
SECONDS = 180 * 24 * 3600
#: Accounts of one browser: colleagues share a computer. The newest are kept.
_ACCOUNTS = 8


def device_of(cookie: str, account: str) -> str:
    """The name under which a browser signed in to ``account``; "" when it never did."""
    return _accounts(cookie).get(account, "")


def with_account(cookie: str, account: str) -> str:
    """The cookie of a browser that has now signed in to ``account``."""
    before = _accounts(cookie)
    name = before.pop(account, "") or secrets.token_hex(8)
    kept = dict([*before.items(), (account, name)][-_ACCOUNTS:])
    return signing.dumps(kept, salt=_SALT)


def _accounts(cookie: str) -> dict[str, str]:
    try:
        found = signing.loads(cookie, salt=_SALT, max_age=SECONDS) if cookie else {}
    except signing.BadSignature:
        return {}
    return found if isinstance(found, dict) else {}
