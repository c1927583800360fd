"""Numbers as people, spreadsheets and other systems write them: 1,234.50, ￥1,000, 12.5元, 1.2万.

What is not surely one number is none: a citizen who hears nothing is brought to an agent, one who
hears another amount is misled. ``10²`` is not 102, ``1.234,50`` is not 1.23450.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

#: Characters of a value that are looked at; what is longer is no value.
MAX_TEXT = 80

#: Numbers beyond this are none: nothing that a caller is told is that large.
LARGEST = Decimal(10) ** 15 - 1

#: Full-width forms, the blanks that stand between groups, and the signs for minus. Not NFKC, which
#: makes figures of ² and ①.
_FOLDED: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\t\u00a0\u1680\u202f\u205f\u3000"), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    **dict.fromkeys(map(ord, "−–‐‑﹣"), "-"),
    ord("￥"): "¥",
}

#: Dashes of word processors, which are hyphens between figures.
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63]")

_GROUPED = "|".join(rf"[1-9][0-9]{{0,2}}(?:{mark}[0-9]{{3}})+" for mark in (",", " ", "'"))
_NUMBER = re.compile(
    rf"(?P<sign>[+-]?)\s*(?P<whole>{_GROUPED}|[0-9]{{0,15}})(?P<behind>\.[0-9]{{1,40}})?"
    r"(?P<power>[eE][+-]?[0-9]{1,2})?\s*(?P<scale>万亿|万|亿)?"
)
_SCALES = {"万": 4, "亿": 8, "万亿": 12}

_CURRENCY = r"(?:¥|RMB|CNY|人民币)"
_BEFORE = re.compile(rf"([+-]?)\s*{_CURRENCY}\s*(?=[+-]?\s*[0-9.])", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*(?:元整|元|圆整|圆|块钱|块|{_CURRENCY})$", re.IGNORECASE)
_COINS = re.compile(
    r"([+-]?(?:[0-9]{1,12}))[元块]\s*(?:([0-9])[角毛]\s*)?(?:([0-9])分)?|()([0-9])角(?:([0-9])分)?"
)


def folded(text: str) -> str:
    """``text`` with full-width figures and signs made plain, without what cannot be seen."""
    plain = text.translate(_FOLDED)
    return "".join(c for c in plain if unicodedata.category(c) != "Cf").strip()


def figures(text: str) -> str:
    """``text`` folded, for what is figures and no value: every dash is a hyphen there."""
    return _DASHES.sub("-", folded(text))


def number(text: str, *, power: bool = True) -> Decimal | None:
    """Read ``1,234.50``, ``1 234``, ``-3.14``, ``１２``, ``1.2万``; ``power``: also ``1e+10``."""
    if len(text) > MAX_TEXT:
        return None
    found = _NUMBER.fullmatch(folded(text))
    if found is None or not (found["whole"] or found["behind"]) or (found["power"] and not power):
        return None
    whole = re.sub("[, ']", "", found["whole"]) or "0"
    read = Decimal(f"{found['sign']}{whole}{found['behind'] or ''}{found['power'] or ''}")
    read = read.scaleb(_SCALES.get(found["scale"], 0))
    return read if abs(read) <= LARGEST else None


def amount(text: str, *, power: bool = True) -> Decimal | None:
    """Read an amount of yuan: a number, with or without ``￥``, ``元``, ``RMB``; ``12元5角``.

    Another currency is none.
    """
    if len(text) > MAX_TEXT:
        return None
    plain = folded(text)
    coins = _COINS.fullmatch(plain)
    if coins is not None and (coins[2] or coins[3] or coins[5]):
        yuan, jiao, fen = coins[1] or "0", coins[2] or coins[5] or "0", coins[3] or coins[6] or "0"
        return Decimal(f"{yuan}.{jiao}{fen}")
    bare = _BEHIND.sub("", plain)
    before = _BEFORE.match(bare)
    return number(f"{before[1]}{bare[before.end() :]}" if before else bare, power=power)
