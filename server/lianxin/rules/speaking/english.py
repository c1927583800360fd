"""How English says a value. The ids are those of ``parts``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

_SCALES = (
    (10**12, "w_trillion"),
    (10**9, "w_billion"),
    (10**6, "w_million"),
    (10**3, "w_thousand"),
)


def quantity(number: Decimal) -> Iterator[str]:
    """Say two hundred five; minus three point one four."""
    if number < 0:
        yield "w_minus"
    whole, _, behind = f"{abs(number):f}".partition(".")
    yield from whole_number(int(whole))
    if behind.strip("0"):
        yield "w_point"
        yield from (f"n{digit}" for digit in behind)


def money(fen: int) -> Iterator[str]:
    """Say twelve yuan and fifty cents; one cent. ``fen``: a hundredth of a yuan."""
    if fen < 0:
        yield "w_minus"
    yuan, cents = divmod(abs(fen), 100)
    if yuan or not cents:
        yield from (*whole_number(yuan), "w_yuan")
    if yuan and cents:
        yield "w_and"
    if cents:
        yield from (*whole_number(cents), "w_cent" if cents == 1 else "w_cents")


def day(there: date) -> Iterator[str]:
    """Say February thirteenth, twenty twenty-six."""
    yield f"m{there.month}"
    if 20 < there.day < 30:
        yield from ("n20", f"o{there.day - 20}")
    elif there.day == 31:
        yield from ("n30", "o1")
    else:
        yield f"o{there.day}"
    yield from _year(there.year)


def _year(year: int) -> Iterator[str]:
    century, rest = divmod(year, 100)
    if not 10 <= century <= 99 or (century % 10 == 0 and rest < 10):
        yield from whole_number(year)  # two thousand nine
        return
    yield from whole_number(century)
    if rest == 0:
        yield "w_hundred"
        return
    if rest < 10:
        yield "w_oh"
    yield from whole_number(rest)


def clock(there: tuple[int, int]) -> Iterator[str]:
    """Say eight a.m.; eight oh five a.m.; twelve noon. ``there``: hour, to 24, and minute."""
    hour, minute = there
    yield f"n{hour % 12 or 12}"
    if minute == 0 and hour % 12 == 0:
        yield "w_noon" if hour == 12 else "w_midnight"
        return
    if 0 < minute < 10:
        yield "w_oh"
    if minute:
        yield from whole_number(minute)
    yield "w_am" if hour < 12 else "w_pm"


def minutes(count: int) -> Iterator[str]:
    """Say about two minutes; about one hour and twenty minutes; less than a minute."""
    if count < 1:
        yield "w_under_a_minute"
        return
    hours, rest = divmod(count, 60)
    yield "w_about"
    if hours:
        yield from (*whole_number(hours), "w_hour" if hours == 1 else "w_hours")
    if hours and rest:
        yield "w_and"
    if rest:
        yield from (*whole_number(rest), "w_minute" if rest == 1 else "w_minutes")


def whole_number(number: int) -> Iterator[str]:
    """Say 0 to 9,999 trillion."""
    if number == 0:
        yield "n0"
    for size, word in _SCALES:
        if number >= size:
            yield from (*_hundreds(number // size), word)
            number %= size
    yield from _hundreds(number)


def _hundreds(number: int) -> Iterator[str]:
    if number >= 1000:  # of the largest scale alone
        yield from (*_hundreds(number // 1000), "w_thousand")
        number %= 1000
    if number >= 100:
        yield from (f"n{number // 100}", "w_hundred")
        number %= 100
    if 0 < number <= 20:
        yield f"n{number}"
    elif number:
        yield f"n{number // 10 * 10}"
        if number % 10:
            yield f"n{number % 10}"
