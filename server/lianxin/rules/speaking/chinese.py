"""How Mandarin and Cantonese say a value. The ids are those of ``parts``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

_WAN, _YI = 10_000, 100_000_000


def quantity(number: Decimal) -> Iterator[str]:
    """二百零五, 负三点一四. A single 2 is 二: whether 两 fits depends on the word behind it."""
    if number < 0:
        yield "w_minus"
    whole, _, behind = f"{abs(number):f}".partition(".")
    yield from whole_number(int(whole))
    if behind.strip("0"):
        yield "w_point"
        yield from (f"n{digit}" for digit in behind)


def money(fen: int) -> Iterator[str]:
    """十二元五角, 三元零五分, 八分. ``fen``: a hundredth of a yuan."""
    if fen < 0:
        yield "w_minus"
    yuan, rest = divmod(abs(fen), 100)
    jiao, single = divmod(rest, 10)
    if yuan or not rest:
        yield from counted(yuan)
        yield "w_yuan"
    if jiao:
        yield from (*counted(jiao), "w_jiao")
    elif yuan and single:
        yield "n0"
    if single:
        yield from (*counted(single), "w_fen")


def day(there: date) -> Iterator[str]:
    """二零二六年二月十三日."""
    yield from (f"n{digit}" for digit in f"{there.year:04}")
    yield from ("w_year", *whole_number(there.month), "w_month", *whole_number(there.day), "w_day")


def clock(there: tuple[int, int]) -> Iterator[str]:
    """八点整, 八点零五分, 十四点三十分, 二十四点整. ``there``: hour and minute."""
    hour, minute = there
    yield from (*counted(hour), "w_clock")
    if minute == 0:
        yield "w_sharp"
        return
    if minute < 10:
        yield "n0"
    yield from (*whole_number(minute), "w_clock_minute")


def minutes(count: int) -> Iterator[str]:
    """大约两分钟, 大约一小时二十分钟, 不到一分钟."""
    if count < 1:
        yield "w_under_a_minute"
        return
    hours, rest = divmod(count, 60)
    yield "w_about"
    if hours:
        yield from (*counted(hours), "w_hour")
    if rest:
        yield from (*counted(rest), "w_minute")


def counted(number: int) -> Iterator[str]:
    """Say how many of something: a single 2 is 两."""
    yield from ("w_two",) if number == 2 else whole_number(number)


def whole_number(number: int, *, leading: bool = True) -> Iterator[str]:
    """Say 0 to 9,999,999,999,999,999: 一万零二十, 两亿三千万."""
    for unit, word in ((_YI, "w_yi"), (_WAN, "w_wan")):
        if number >= unit:
            high, low = divmod(number, unit)
            yield from ("w_two",) if high == 2 else whole_number(high, leading=leading)
            yield word
            yield from _behind(low, unit)
            return
    yield from _group(number, leading=leading)


def _behind(low: int, unit: int) -> Iterator[str]:
    """What follows 万 or 亿: with 零 when its first place is empty."""
    if 0 < low < unit // 10:
        yield "n0"
    if low:
        yield from whole_number(low, leading=False)


def _group(number: int, *, leading: bool) -> Iterator[str]:
    """Say 0 to 9999; 10 to 19 are 十… at the beginning of a number and 一十… inside."""
    thousands, rest = divmod(number, 1000)
    hundreds, rest = divmod(rest, 100)
    if thousands:
        yield from ("w_two" if thousands == 2 else f"n{thousands}", "w_thousand")
    if hundreds:
        yield from (f"n{hundreds}", "w_hundred")
    if rest and thousands + hundreds and (not hundreds or rest < 10):
        yield "n0"
    if rest or not number:
        yield from _tens(rest, leading=leading and number < 100)


def _tens(number: int, *, leading: bool) -> Iterator[str]:
    if 10 <= number < 20 and not leading:
        yield "n1"  # 一百一十二
    if number <= 20:
        yield f"n{number}"
        return
    yield f"n{number // 10 * 10}"
    if number % 10:
        yield f"n{number % 10}"
