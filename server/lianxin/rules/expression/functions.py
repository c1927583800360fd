"""The functions of an expression, in one table. Each takes values and gives one; none raises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

from lianxin.rules.expression.values import MAX_TEXT, PLACES, Worth, number, same, text, truth
from lianxin.rules.moments import read

#: How many values ``min``, ``max`` and ``text`` take at most.
_MANY = 20


@dataclass(frozen=True, slots=True)
class Function:
    """``written`` is how it is called, for a person; it takes ``least`` to ``most`` values."""

    written: str
    least: int
    most: int
    act: Callable[..., Worth]


def _length(value: Worth) -> Decimal:
    return Decimal(len(value) if isinstance(value, tuple) else len(text(value)))


def _contains(whole: Worth, part: Worth) -> bool:
    if isinstance(whole, tuple):
        return any(same(part, each) for each in whole)
    return text(part) in text(whole)


def _cut(value: Worth, count: Worth, *, right: bool) -> str:
    size = number(count)
    if size is None or size < 1:
        return ""
    taken = int(min(size, Decimal(MAX_TEXT)))
    return text(value)[-taken:] if right else text(value)[:taken]


def _round(value: Worth, places: Worth = None) -> Worth:
    if not isinstance(value, Decimal):
        return None
    count = number(places)
    digits = int(max(min(count, Decimal(PLACES)), Decimal(0))) if count is not None else 0
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _whole(value: Worth, rounding: str) -> Worth:
    return value.to_integral_value(rounding) if isinstance(value, Decimal) else None


def _extreme(values: tuple[Worth, ...], pick: Callable[..., Any]) -> Worth:
    """Of numbers only, or of texts only; of a list what is in it."""
    if len(values) == 1 and isinstance(values[0], tuple):
        values = values[0]
    for kind in (Decimal, str):
        if values and all(isinstance(value, kind) for value in values):
            chosen: Worth = pick(values)
            return chosen
    return None


def _moment(value: Worth) -> datetime | None:
    """Read ``2026-02-13T08:30:00+08:00``, ``2026-02-13 08:30`` or ``2026/2/13``."""
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        found = read(value)
    if found is None or found.day is None:
        return None
    hour, minute = found.clock or (0, 0)
    return datetime.combine(found.day, time(hour % 24, minute)) + timedelta(hour // 24)


def _clock(value: Worth) -> time | None:
    """Read the time of a moment, or a time alone: ``08:30``."""
    there = _moment(value)
    if there is not None:
        return there.time()
    try:
        return time.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = read(str(value))
    clock = found.clock if found else None
    return time(*clock) if clock and clock[0] < 24 else None


def _of_day(read: Callable[[date], int]) -> Callable[[Worth], Worth]:
    def act(value: Worth) -> Worth:
        there = _moment(value)
        return None if there is None else Decimal(read(there.date()))

    return act


def _of_clock(read: Callable[[time], int]) -> Callable[[Worth], Worth]:
    def act(value: Worth) -> Worth:
        there = _clock(value)
        return None if there is None else Decimal(read(there))

    return act


def _date(value: Worth) -> Worth:
    there = _moment(value)
    return None if there is None else there.date().isoformat()


def _time(value: Worth) -> Worth:
    there = _clock(value)
    return None if there is None else there.isoformat("minutes")[:5]


def _days(first: Worth, last: Worth) -> Worth:
    begin, end = _moment(first), _moment(last)
    return None if begin is None or end is None else Decimal((end.date() - begin.date()).days)


_TABLE: tuple[tuple[str, int, int, Callable[..., Worth]], ...] = (
    ("length(text or list)", 1, 1, _length),
    ("number(text)", 1, 1, number),
    ("text(value)", 1, 1, text),
    ("starts_with(text, beginning)", 2, 2, lambda a, b: text(a).startswith(text(b))),
    ("ends_with(text, end)", 2, 2, lambda a, b: text(a).endswith(text(b))),
    ("contains(text or list, part)", 2, 2, _contains),
    ("lower(text)", 1, 1, lambda a: text(a).lower()[:MAX_TEXT]),
    ("upper(text)", 1, 1, lambda a: text(a).upper()[:MAX_TEXT]),
    ("trim(text)", 1, 1, lambda a: text(a).strip()),
    ("left(text, count)", 2, 2, lambda a, b: _cut(a, b, right=False)),
    ("right(text, count)", 2, 2, lambda a, b: _cut(a, b, right=True)),
    ("round(number, places)", 1, 2, _round),
    ("floor(number)", 1, 1, lambda a: _whole(a, ROUND_FLOOR)),
    ("ceiling(number)", 1, 1, lambda a: _whole(a, ROUND_CEILING)),
    ("abs(number)", 1, 1, lambda a: abs(a) if isinstance(a, Decimal) else None),
    ("min(a, b, …)", 1, _MANY, lambda *a: _extreme(a, min)),
    ("max(a, b, …)", 1, _MANY, lambda *a: _extreme(a, max)),
    ("default(value, otherwise)", 2, 2, lambda a, b: b if a is None or a == "" else a),
    ("choose(test, yes, no)", 3, 3, lambda a, b, c: b if truth(a) else c),
    ("hour(moment)", 1, 1, _of_clock(lambda t: t.hour)),
    ("minute(moment)", 1, 1, _of_clock(lambda t: t.minute)),
    ("weekday(moment)", 1, 1, _of_day(date.isoweekday)),
    ("day(moment)", 1, 1, _of_day(lambda d: d.day)),
    ("month(moment)", 1, 1, _of_day(lambda d: d.month)),
    ("year(moment)", 1, 1, _of_day(lambda d: d.year)),
    ("date(moment)", 1, 1, _date),
    ("time(moment)", 1, 1, _time),
    ("days(from, to)", 2, 2, _days),
)

#: Every function by its name.
FUNCTIONS: dict[str, Function] = {
    written.partition("(")[0]: Function(written, least, most, act)
    for written, least, most, act in _TABLE
}

#: Those that take moments, which are told by the clock of the place that was rung.
OF_MOMENTS = frozenset(
    ("hour", "minute", "weekday", "day", "month", "year", "date", "time", "days")
)
