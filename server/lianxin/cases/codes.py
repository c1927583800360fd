"""The citizen's code of six digits. Pure. Reasons: docs/decisions/0011-citizen-codes.md."""

from __future__ import annotations

import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

from lianxin.rules.written import figures

DIGITS = 6


def new_code() -> str:
    """Six random digits."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def hash_code(number: str, code: str) -> str:
    """What is kept of a code: an HMAC under the installation's secret, bound to the case."""
    mac = salted_hmac("lianxin.case.code", f"{number}:{code}", algorithm="sha256")
    return mac.hexdigest()


def fits(number: str, code: str, code_hash: str) -> bool:
    """Whether ``code``, as it was typed, is the one behind ``code_hash``; "" fits nothing.

    It may stand in full-width figures and in groups."""
    plain = "".join(figures(code).split()).replace("-", "")
    return constant_time_compare(hash_code(number, plain), code_hash or " " * 64)
