"""An English text for the eye as one for the ear: figures and the signs beside them as words.

As in ``chinese.py`` the rules stand in the order in which they are tried. What a text itself tells
of a sound, ``[Shifan](/ʃˈiˌfɑn/)``, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lianxin.rules.flow.effects import Value, ValueKind
from lianxin.rules.speaking import as_words
from lianxin.speech import signs
from lianxin.speech.chinese import AFTER, BEFORE, NUMBER
from lianxin.speech.english import GIVEN_SOUND

#: With or without commas between its groups.
_GROUPED = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?"
_AMOUNT = rf"(?:{_GROUPED}|{NUMBER})"

_Said = Callable[[re.Match[str]], str]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_MONTH = "|".join(_MONTHS)
_WEEK = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}
_DAYS = "|".join(_WEEK)
_DAY = "|".join((*_WEEK.values(), *_WEEK))
_DASH = r"\s*(?:--?|[~～–—]|\bto\b)\s*"
_CLOCK = r"(?<![0-9:])([01]?[0-9]|2[0-4])[:：]([0-5][0-9])(?::[0-5][0-9])?(?![0-9:])"
_HALF = r"(?:\s*([AaPp])\.?[Mm]\b\.?)?"
_TELEPHONE = (
    rf"{BEFORE}(?:\+?86[- ]?)?(?:[48]00[- ]?[0-9]{{3,4}}[- ]?[0-9]{{3,4}}"
    r"|1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}"
    rf"|[(]?0[0-9]{{2,3}}[)]?[- ]?[0-9]{{3,4}}[- ]?[0-9]{{4}}){AFTER}"
)
_UNITS = {
    "km/h": "kilometers an hour", "m/s": "meters a second", "mg/L": "milligrams a liter",
    "μg/m³": "micrograms a cubic meter", "mg/m³": "milligrams a cubic meter",
    "km²": "square kilometers", "m²": "square meters", "m³": "cubic meters", "km": "kilometers",
    "cm": "centimeters", "mm": "millimeters", "m": "meters", "kg": "kilograms", "mg": "milligrams",
    "g": "grams", "ml": "milliliters", "mL": "milliliters", "L": "liters", "kWh": "kilowatt hours",
    "kW": "kilowatts", "dB": "decibels", "h": "hours", "min": "minutes", "°C": "degrees Celsius",
    "°F": "degrees Fahrenheit",
}  # fmt: skip
_UNIT_WORDS = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
_CURRENCIES = {"US$": "dollars", "$": "dollars", "HK$": "HK dollars", "€": "euros",
               "£": "pounds"}  # fmt: skip
_PARTS = {("1", "2"): "one half", ("1", "4"): "one quarter", ("3", "4"): "three quarters",
          ("1", "3"): "one third", ("2", "3"): "two thirds"}  # fmt: skip
_SHORT = {"e.g.": "for example", "i.e.": "that is", "etc.": "and so on.", "approx.": "about",
          "No.": "number", "Nos.": "numbers", "vs.": "versus"}  # fmt: skip


def _as(kind: ValueKind) -> Callable[[str], str]:
    return lambda text: as_words(Value(kind, text), "en")


_number, _digits, _money, _date = (_as(kind) for kind in ("number", "digits", "money", "date"))


def _quantity(text: str) -> str:
    return _number(text) or _digits(text)


def _year(text: str) -> str:
    """2026 is twenty twenty six: what a date says behind its day."""
    return _date(f"{text}-01-01").removeprefix("January first ")


def _spelt(text: str) -> str:
    return _digits(re.sub("[^0-9]", "", text))


def _clock(m: re.Match[str]) -> str:
    half = (m[3] or "").lower()
    said = as_words(Value("time", f"{m[1]}:{m[2]}{half + 'm' if half else ''}"), "en")
    return said.replace("a.m.", "A M").replace("p.m.", "P M")


def _hour(m: re.Match[str]) -> str:
    return f"{_number(m[1])} {m[2].upper()} M"


def _ordinal(m: re.Match[str]) -> str:
    count = int(m[1])
    if not 0 < count <= 31:
        return m[0]
    return _date(f"2000-01-{count:02}").removeprefix("January ").removesuffix(" two thousand")


def _month_first(m: re.Match[str]) -> str:
    return _named_day(m[1], m[2], m[3]) or m[0]


def _day_first(m: re.Match[str]) -> str:
    return _named_day(m[2], m[1], m[3]) or m[0]


def _named_day(month: str, day: str, year: str | None) -> str:
    said = _date(f"{year or 2000}-{_MONTHS.index(month) + 1:02}-{int(day):02}")
    return said if year else said.removesuffix(" two thousand")


def _fraction(m: re.Match[str]) -> str:
    if int(m[1]) >= int(m[2]):
        return f"{_quantity(m[1])} {_quantity(m[2])}"  # 24/7
    return _PARTS.get((m[1], m[2]), f"{_quantity(m[1])} over {_quantity(m[2])}")


def _address(m: re.Match[str]) -> str:
    """An address of the web or of mail, its words parted by their signs."""
    text = re.sub(r"^https?://", "", m[0], flags=re.IGNORECASE).rstrip("/.")
    names = {".": "dot", "/": "slash", "@": "at", "-": "dash", "_": "underscore", ":": "colon"}
    text = re.sub(r"\b(?:www|gov|cn|org)\b", lambda part: part[0].upper(), text)  # to be spelt
    return re.sub(r"[./@_:-]", lambda c: f" {names[c[0]]} ", text)


#: In this order: what is looked for, and what is said for it.
_RULES: tuple[tuple[str, _Said], ...] = (
    (r"(?m)^\s*[-*+•]\s+", lambda _: ""),
    (r"(?:https?://|www\.)[\w./:?=&%-]+|[\w.-]+@[\w-]+(?:\.[\w-]+)+", _address),
    (r"(?<![A-Za-z0-9.])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|cn|org|net|gov)\b", _address),
    (r"(?<!\w)(?:e\.g\.|i\.e\.|etc\.|approx\.|Nos?\.(?=\s*[0-9])|vs\.)", lambda m: _SHORT[m[0]]),
    (_TELEPHONE, lambda m: ", ".join(map(_spelt, filter(None, re.split(r"[-() ]+", m[0]))))),
    (
        r"(?<![0-9])([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])",
        lambda m: _date(f"{m[1]}-{m[3]}-{m[4]}") or m[0],
    ),
    (
        rf"\b({_MONTH})\s+([0-9]{{1,2}})(?:st|nd|rd|th)?(?:,?\s+([12][0-9]{{3}}))?(?![0-9])",
        _month_first,
    ),
    (
        rf"(?<![0-9])([0-9]{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})\b(?:,?\s+([12][0-9]{{3}}))?",
        _day_first,
    ),
    (
        r"\b([A-Z]{1,4}(?:/[A-Z]{1,2})?)\s*([0-9]{3,6}(?:\.[0-9]+)?)\s*[-–—]\s*([0-9]{4})(?![0-9])",
        lambda m: f"{m[1].replace('/', ' ')} {_digits(m[2])}, {_digits(m[3])}",
    ),
    (rf"\b({_DAY}){_DASH}({_DAY})\b", lambda m: f"{_WEEK[m[1][:3]]} to {_WEEK[m[2][:3]]}"),
    (rf"\b({_DAYS})\b(?=[ ,.]*[0-9])", lambda m: _WEEK[m[1]]),
    (rf"({_CLOCK}{_HALF}){_DASH}(?=[0-9]{{1,2}}[:：][0-9])", lambda m: f"{m[1]} to "),
    (_CLOCK + _HALF, _clock),
    (r"(?<![0-9.])([0-9]{1,2})\s*([AaPp])\.?[Mm]\b\.?", _hour),
    (rf"(?:¥|RMB|CNY)\s*(-?{_AMOUNT})(?:\s*yuan)?", lambda m: _money(m[1])),
    (rf"(US\$|HK\$|\$|€|£)\s*({_AMOUNT})", lambda m: f"{_quantity(m[2])} {_CURRENCIES[m[1]]}"),
    (rf"({_AMOUNT})\s*(?:RMB|CNY)\b", lambda m: _money(m[1])),
    (
        (
            rf"(?<![0-9],){BEFORE}(?:12[0-9]{{3}}|110|119|120|122|0[0-9]+|[0-9]{{7,}}){AFTER}"
            rf"(?!,[0-9]|\s*(?:yuan|people|days|{_UNIT_WORDS}|%)(?![A-Za-z]))"
        ),
        lambda m: _spelt(m[0]),
    ),
    (r"(?<![0-9/.])([0-9]{1,3})/([0-9]{1,4})(?![0-9/.])", _fraction),
    (
        r"(?<![0-9:])([0-9]+):([0-9]+)(?![0-9:])",
        lambda m: f"{_quantity(m[1])} to {_quantity(m[2])}",
    ),
    (
        rf"(?<=[0-9])(\s*(?:{_UNIT_WORDS}|%))?\s*[-~～–—]\s*(?=-?[0-9])",
        lambda m: f"{m[1] or ''} to ",
    ),
    (r"(?<=[A-Za-z])-(?=[0-9])", lambda _: " "),
    (r"(?<![0-9A-Za-z])-\s*(?=[0-9])", lambda _: "minus "),
    (r"(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)\b", _ordinal),
    (rf"({NUMBER})\s*({_UNIT_WORDS})(?![A-Za-z0-9²³])", lambda m: f"{m[1]} {_UNITS[m[2]]}"),
    (r"#\s*(?=[0-9])", lambda _: "number "),
    (
        r"(?<![0-9.:,])((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9]|\s*(?:yuan|people|days|hours|meters|families|times))",
        lambda m: _year(m[1]),
    ),
    (r"(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])", lambda _: " "),
    (_AMOUNT, lambda m: f" {_quantity(m[0])} "),
    (r"\s*[()（）]\s*", lambda _: ", "),
    (r"(?<=[A-Za-z])-(?=[A-Za-z])", lambda _: " "),
    (r"\band\s*/\s*or\b", lambda _: "and or"),
    (r"(?<=[a-z])\s*/\s*(?=[a-z])", lambda _: " or "),
    (r"[/]", lambda _: " "),
    (r"\s+-+\s*", lambda _: ", "),
    (r'["“”‘\[\]]', lambda _: ""),
    (r"[，、]", lambda _: ", "),
    (r"-", lambda _: " "),
    (r"(?<![A-Za-z])'|'(?![A-Za-z])", lambda _: ""),
    (r"\s*,?\s*([;:.!?])\s*,(?=\s)", lambda m: m[1]),
)


def outside_of_given(change: Callable[[str], str], text: str) -> str:
    """``text`` changed everywhere but where it tells itself how a word sounds."""
    said, end = [], 0
    for given in GIVEN_SOUND.finditer(text):
        said += [change(text[end : given.start()]), given[0]]
        end = given.end()
    return "".join([*said, change(text[end:])])


def written_out(text: str) -> str:
    """``text`` without figures, and with a word for each sign that has one."""
    return outside_of_given(_written_out, text)


_CHINESE_MARKS = str.maketrans(
    {"。": ". ", "！": "! ", "？": "? ", "；": "; ", "：": ": ", "《": "", "》": ""}
)


def _written_out(text: str) -> str:
    text = signs.unaccented(signs.plain(text)).translate(_CHINESE_MARKS)
    for looked_for, said in _RULES:
        text = re.sub(looked_for, said, text)
    text = signs.by_name(text, "en")
    return re.sub(r"[^\S\n]+(?=[,.;:!?])|(?<=[^\S\n])[^\S\n]+", "", text)
