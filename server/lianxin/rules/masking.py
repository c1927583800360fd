"""Numbers as logs may show them: enough to find a call again, not enough to ring somebody."""

from __future__ import annotations

_SHOWN_AHEAD, _SHOWN_BEHIND = 3, 2


def masked(number: str) -> str:
    """Hide the middle of a telephone number; of a short one, all.

    >>> masked("13800000001")
    '138******01'
    >>> masked("8001")
    '****'
    """
    if len(number) <= _SHOWN_AHEAD + _SHOWN_BEHIND:
        return "*" * len(number)
    hidden = "*" * (len(number) - _SHOWN_AHEAD - _SHOWN_BEHIND)
    return f"{number[:_SHOWN_AHEAD]}{hidden}{number[-_SHOWN_BEHIND:]}"
