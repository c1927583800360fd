"""The values that an expression computes with, and what holds for every one of them.

A number is a Decimal, so 0.1 + 0.2 is 0.3. Texts, true, false and none are Python's; a list
is a tuple. What comes in from variables is made such a value, what goes out a scalar again.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import Any

from lianxin.rules.values import Scalar
from lianxin.rules.written import LARGEST, amount

Worth = Decimal | str | bool | None | tuple[Any, ...]

#: Digits that are computed with, and those that a result keeps (what JSON carries unchanged).
CONTEXT = Context(prec=28, traps=[InvalidOperation, DivisionByZero, Overflow])
_KEPT = Context(prec=15)

#: Digits behind the point that a number has at most.
PLACES = 12
_FINEST = Decimal(1).scaleb(-PLACES)

#: Characters of a text that an expression makes; what is longer is cut.
MAX_TEXT = 500


def worth(value: object) -> Worth:
    """Take in what a variable holds; what is no scalar is none."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        return bounded(Decimal(value)) if abs(value) <= LARGEST else None
    if isinstance(value, float) and math.isfinite(value):
        return bounded(Decimal(repr(value)))
    return None


def scalar(value: Worth) -> Scalar:
    """Give out a result: a whole number as int, another one as float; a list is none."""
    if isinstance(value, Decimal):
        whole = value.to_integral_value()
        return int(whole) if value == whole else float(_KEPT.plus(value))
    return None if isinstance(value, tuple) else value


def bounded(number: Decimal) -> Decimal | None:
    """Round to twelve digits behind the point; refuse what is no number or too large."""
    if not number.is_finite() or abs(number) > LARGEST:
        return None
    exponent = number.as_tuple().exponent
    fine = isinstance(exponent, int) and exponent < -PLACES
    return number.quantize(_FINEST, ROUND_HALF_UP, CONTEXT) if fine else number


def truth(value: object) -> bool:
    """Whether a branch is taken: none, false, 0, an empty text and an empty list are not."""
    return bool(value)


def same(left: Worth, right: Worth) -> bool:
    """Compare for equality: values of different kinds are never equal (true is not 1)."""
    return type(left) is type(right) and left == right


def text(value: Worth) -> str:
    """Write a value as a caller would read it; none is nothing."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        given = scalar(value)
        return str(given) if isinstance(given, int) else _plain(_KEPT.plus(value))
    if isinstance(value, tuple):
        return ", ".join(map(text, value))[:MAX_TEXT]
    return value or ""


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"[:MAX_TEXT]


def number(value: Worth) -> Decimal | None:
    """Read a number or an amount of yuan out of a text; true is 1, false is 0."""
    if isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, Decimal):
        return value
    read = amount(value, power=False) if isinstance(value, str) else None
    return bounded(read) if read is not None else None
