"""Read the text of a value, and say it in a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal
from types import ModuleType

from lianxin.rules.speaking import chinese, english
from lianxin.rules.speaking.parts import PARTS
from lianxin.rules.speaking.values import Digits, Value
from lianxin.rules.values import Language

#: Characters of a value that are looked at, and digits that are read one by one.
MAX_TEXT, MAX_DIGITS = 80, 40

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,12})?(?:e[+-]?[0-9]{1,2})?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ].*)?")
_TIME = re.compile(r"(?:.*[T ])?([0-9]{1,2}):([0-9]{2})(?::.*)?")

#: The largest number that is said as one; a larger one is read digit by digit.
_LARGEST = Decimal(10) ** 15 - 1

#: Digits behind the point that are said.
_FINEST = Decimal("0.000001")

_GRAMMARS: dict[str, ModuleType] = {"zh": chinese, "yue": chinese, "en": english}


def spell(value: Value | Digits, language: Language) -> tuple[str, ...]:
    """Give the ids of the prompts that say ``value``, all of them in ``PARTS[language]``.

    A language that nobody has words for is said in Mandarin.
    """
    grammar = _GRAMMARS.get(language, chinese)
    text = value.text.strip()[:MAX_TEXT]
    said = _KINDS.get(getattr(value, "kind", "digits"), _no_kind)(grammar, text)
    return _digits(text) if said is None else tuple(said)


def as_words(value: Value | Digits, language: Language) -> str:
    """Write what ``spell`` says: 十二元五角; twelve yuan and fifty cents."""
    texts = PARTS.get(language, PARTS["zh"])
    between = " " if language == "en" else ""
    return between.join(texts[part] for part in spell(value, language))


def _digits(text: str) -> tuple[str, ...]:
    return tuple(f"d{digit}" for digit in re.findall("[0-9]", text)[:MAX_DIGITS])


def _no_kind(_grammar: ModuleType, _text: str) -> None:
    return None


def _number(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text):
        return None
    number = Decimal(text)
    return number if abs(number) <= _LARGEST else None


def _quantity(grammar: ModuleType, text: str) -> Iterable[str] | None:
    number = _number(text)
    if number is None:
        return None
    exact = abs(int(number.as_tuple().exponent)) <= 6
    return _said(grammar.quantity, number if exact else number.quantize(_FINEST, ROUND_HALF_UP))


def _money(grammar: ModuleType, text: str) -> Iterable[str] | None:
    yuan = _number(text)
    if yuan is None:
        return None
    return _said(grammar.money, int((yuan * 100).to_integral_value(ROUND_HALF_UP)))


def _date(grammar: ModuleType, text: str) -> Iterable[str] | None:
    found = _DATE.fullmatch(text)
    try:
        return _said(grammar.day, date(*map(int, found.groups()))) if found else None
    except ValueError:
        return None


def _time(grammar: ModuleType, text: str) -> Iterable[str] | None:
    found = _TIME.fullmatch(text)
    try:
        return _said(grammar.clock, time(int(found[1]), int(found[2]))) if found else None
    except ValueError:
        return None


def _minutes(grammar: ModuleType, text: str) -> Iterable[str] | None:
    count = _number(text)
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
