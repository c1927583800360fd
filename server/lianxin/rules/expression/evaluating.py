"""Compute an expression. Whatever the variables hold, there is a result and no exception."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import ROUND_FLOOR, Decimal, DecimalException
from typing import Any
from zoneinfo import ZoneInfo

from lianxin.rules.expression import tree
from lianxin.rules.expression.functions import FUNCTIONS, OF_MOMENTS
from lianxin.rules.expression.tree import Expression, Subexpression
from lianxin.rules.expression.values import (
    CONTEXT,
    MAX_TEXT,
    Worth,
    bounded,
    same,
    scalar,
    text,
    truth,
    worth,
)
from lianxin.rules.moments import local, zone_in
from lianxin.rules.values import Scalar


def evaluate(expression: Expression, variables: Mapping[str, object]) -> Scalar:
    """Give the result. What is unknown, does not fit or is divided by zero is none."""
    return scalar(_of(expression.root, variables))


def moment(now: datetime, zone: str = "") -> dict[str, Scalar]:
    """Give the variable ``now`` of an expression: the clock of the centre, as ISO text.

    An unknown ``zone`` leaves ``now`` in the zone that it has.
    """
    try:
        there = now.astimezone(ZoneInfo(zone)) if zone else now
    except (OSError, ValueError, LookupError):
        there = now if now.tzinfo else now.replace(tzinfo=UTC)
    return {"now": there.isoformat(timespec="seconds")}


def _of(part: Subexpression, variables: Mapping[str, object]) -> Worth:
    match part:
        case tree.Literal(value):
            return value
        case tree.Variable(name):
            return worth(variables.get(name))
        case tree.Listed(items):
            return tuple(_of(item, variables) for item in items)
        case tree.Choice(test, yes, no):
            return _of(yes if truth(_of(test, variables)) else no, variables)
        case tree.Call(function, arguments):
            read = _here if function in OF_MOMENTS else _of
            return FUNCTIONS[function].act(*(read(each, variables) for each in arguments))
        case tree.Unary(sign, inner):
            return _unary(sign, _of(inner, variables))
        case tree.Binary():
            return _binary(part, variables)


def _here(part: Subexpression, variables: Mapping[str, object]) -> Worth:
    """As ``_of``; a moment of another system by the clock of the place that was rung."""
    value = _of(part, variables)
    return local(value, zone_in(variables)) if isinstance(value, str) else value


def _binary(part: tree.Binary, variables: Mapping[str, object]) -> Worth:
    if part.sign in ("and", "or"):
        return _joined(part.sign, part.left, part.right, variables)
    return _BINARY[part.sign](_of(part.left, variables), _of(part.right, variables))


def _unary(sign: str, inner: Worth) -> Worth:
    if sign == "not":
        return not truth(inner)
    if not isinstance(inner, Decimal):
        return None
    return -inner if sign == "-" else inner


def _joined(
    sign: str, left: Subexpression, right: Subexpression, variables: Mapping[str, object]
) -> bool:
    first = truth(_of(left, variables))
    if first is (sign == "or"):
        return first
    return truth(_of(right, variables))


def _add(left: Worth, right: Worth) -> Worth:
    """A text and anything are joined; two numbers are added."""
    if isinstance(left, str) or isinstance(right, str):
        return (text(left) + text(right))[:MAX_TEXT]
    return _add_numbers(left, right)


def _arithmetic(act: Callable[[Decimal, Decimal], Decimal]) -> Callable[[Worth, Worth], Worth]:
    def compute(left: Worth, right: Worth) -> Worth:
        if not (isinstance(left, Decimal) and isinstance(right, Decimal)):
            return None
        try:
            return bounded(act(left, right))
        except DecimalException:  # divided by zero
            return None

    return compute


def _remainder(left: Decimal, right: Decimal) -> Decimal:
    """What is left after whole parts; it has the sign of ``right``: -1 % 7 is 6."""
    whole = CONTEXT.divide(left, right).to_integral_value(ROUND_FLOOR)
    return CONTEXT.subtract(left, CONTEXT.multiply(whole, right))


def _ordered(act: Callable[[Any, Any], bool]) -> Callable[[Worth, Worth], Worth]:
    """Two numbers by size, two texts by their characters; nothing else has an order."""

    def compare(left: Worth, right: Worth) -> Worth:
        comparable = (isinstance(left, Decimal) and isinstance(right, Decimal)) or (
            isinstance(left, str) and isinstance(right, str)
        )
        return comparable and act(left, right)

    return compare


def _within(left: Worth, right: Worth) -> bool:
    if isinstance(right, tuple):
        return any(same(left, each) for each in right)
    return isinstance(left, str) and isinstance(right, str) and left in right


_add_numbers = _arithmetic(CONTEXT.add)

_BINARY: dict[str, Callable[[Worth, Worth], Worth]] = {
    "+": _add,
    "-": _arithmetic(CONTEXT.subtract),
    "*": _arithmetic(CONTEXT.multiply),
    "/": _arithmetic(CONTEXT.divide),
    "%": _arithmetic(_remainder),
    "==": same,
    "!=": lambda left, right: not same(left, right),
    "<": _ordered(operator.lt),
    "<=": _ordered(operator.le),
    ">": _ordered(operator.gt),
    ">=": _ordered(operator.ge),
    "in": _within,
    "not in": lambda left, right: not _within(left, right),
}
