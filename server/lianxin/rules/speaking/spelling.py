"""Read the text of a value, and say it in a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from types import ModuleType

from lianxin.rules import moments, written
from lianxin.rules.speaking import chinese, english
from lianxin.rules.speaking.parts import PARTS
from lianxin.rules.speaking.values import Digits, Value
from lianxin.rules.values import Language

#: Figures that are read one by one, with the points between them.
MAX_DIGITS = 40

#: Digits behind the point that are said.
_FINEST = Decimal("0.000001")

#: Figures in a row that are too many for a quantity.
_TOO_LONG = re.compile(rf"[0-9]{{16,{MAX_DIGITS}}}")

_GRAMMARS: dict[str, ModuleType] = {"zh": chinese, "yue": chinese, "en": english}


def spell(value: Value | Digits, language: Language) -> tuple[str, ...]:
    """Give the ids of the prompts that say ``value``, all of them in ``PARTS[language]``.

    A language that nobody has words for is said in Mandarin. Nothing is said of what does not fit.
    """
    grammar = _GRAMMARS.get(language, chinese)
    said = _KINDS.get(getattr(value, "kind", "digits"), _digits)(grammar, value.text.strip())
    return tuple(said or ())


def as_words(value: Value | Digits, language: Language) -> str:
    """Write what ``spell`` says: 十二元五角; twelve yuan and fifty cents."""
    texts = PARTS.get(language, PARTS["zh"])
    between = " " if language == "en" else ""
    return between.join(texts[part] for part in spell(value, language))


def _digits(_grammar: ModuleType, text: str) -> Iterable[str] | None:
    """One by one, with the point and the minus of a number. A text with letters, or with figures
    that have no recording (二, ²), would be heard as another one."""
    plain = written.folded(text)
    if len(plain) > written.MAX_TEXT or any(_not_recorded(sign) for sign in plain):
        return None
    said = [_FIGURE.get(sign, f"d{sign}") for sign in _FIGURES.findall(plain)]
    return said if len(said) <= MAX_DIGITS else None


_FIGURES = re.compile(r"[0-9]|(?<=[0-9])\.(?=[0-9])|^-(?=[0-9])")
_FIGURE = {".": "w_point", "-": "w_minus"}


def _not_recorded(sign: str) -> bool:
    return (sign.isascii() and sign.isalpha()) or (sign.isnumeric() and not sign.isascii())


def _quantity(grammar: ModuleType, text: str) -> Iterable[str] | None:
    number = written.amount(text)
    if number is None:
        return _digits(grammar, text) if _TOO_LONG.fullmatch(text) else None
    exact = abs(int(number.as_tuple().exponent)) <= 6
    return _said(grammar.quantity, number if exact else number.quantize(_FINEST, ROUND_HALF_UP))


def _money(grammar: ModuleType, text: str) -> Iterable[str] | None:
    yuan = written.amount(text)
    if yuan is None:
        return None
    return _said(grammar.money, int((yuan * 100).to_integral_value(ROUND_HALF_UP)))


def _date(grammar: ModuleType, text: str) -> Iterable[str] | None:
    found = moments.read(text)
    return _said(grammar.day, found.day) if found and found.day else None


def _time(grammar: ModuleType, text: str) -> Iterable[str] | None:
    found = moments.read(text)
    return _said(grammar.clock, found.clock) if found and found.clock else None


def _minutes(grammar: ModuleType, text: str) -> Iterable[str] | None:
    count = written.number(text.removesuffix("分钟"))
    if count is None or count < 0:
        return None
    return _said(grammar.minutes, int(count.to_integral_value(ROUND_HALF_UP)))


def _said(say: Callable[..., Iterable[str]], value: object) -> Iterable[str]:
    return say(value)


_KINDS: dict[str, Callable[[ModuleType, str], Iterable[str] | None]] = {
    "number": _quantity,
    "money": _money,
    "date": _date,
    "time": _time,
    "minutes": _minutes,
}
