"""How a hotline reads aloud what is written: numbers become the words that citizens expect.

A speech engine takes ``12345`` for a quantity and says 一万二千三百四十五. On the
telephone a number is read digit by digit, with 幺 for 1 so that nobody hears 7; only the
hotline's own name and the keys of a menu keep 一.
"""

from __future__ import annotations

import re

HOTLINE = "12345"
_PLAIN = dict(zip("0123456789", "零一二三四五六七八九", strict=True))
_SPELT = {**_PLAIN, "1": "幺"}
_KEY = re.compile(r"按\s*([0-9])(?![0-9])")
_NUMBER = re.compile(r"[0-9]+")


def spell(digits: str) -> str:
    """Read ``digits`` one by one, 1 as 幺: ``"8001"`` → ``"八零零幺"``."""
    return "".join(_SPELT[digit] for digit in digits)


def spoken(text: str) -> str:
    """Return ``text`` as it is to be said: no figure is left, and no blank.

    >>> spoken("拨打12345，人工服务请按1")
    '拨打一二三四五，人工服务请按一'
    """
    text = _KEY.sub(lambda match: "按" + _PLAIN[match[1]], text)
    text = text.replace("按*", "按星号键").replace("按#", "按井号键")
    text = _NUMBER.sub(_read_number, text)
    return re.sub(r"\s+", "", text)


def _read_number(match: re.Match[str]) -> str:
    digits = match[0]
    if digits == HOTLINE:
        return "".join(_PLAIN[digit] for digit in digits)
    return spell(digits)
