"""Numbers as they may be shown: enough to find a call again, not enough to ring somebody.

The same rule holds in logs, in the API and in the console (``shared/formats/number.ts``); both are
held to ``tests/rules/masking.json``.
"""

from __future__ import annotations

#: What stands between the ends; always as long, so that no length is told either.
_HIDDEN = "****"

#: Shorter ones are extensions and emergency numbers: nobody's own.
_SHORT = 5

#: From this length on the last four digits are shown, else two.
_LONG = 8


def masked(number: str) -> str:
    """Hide the middle of a telephone number. Those of the country itself lose its code.

    >>> masked("+8613800000001")
    '138****0001'
    >>> masked("12345")
    '1****45'
    """
    number = number.removeprefix("+86")
    if "*" in number or len(number) < _SHORT:
        return number
    behind = 4 if len(number) >= _LONG else 2
    ahead = max(1, min(3, len(number) - behind - 2))
    return f"{number[:ahead]}{_HIDDEN}{number[-behind:]}"
