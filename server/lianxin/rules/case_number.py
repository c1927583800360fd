"""The number of a case: city (4), date YYMMDD (6), sequence of the day (5), check digit (1).

A citizen reads it out, writes it down and types it in, so the last digit, after
ISO 7064 MOD 11,10, finds every single wrong digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

LENGTH = 16
LAST_SEQUENCE = 99_999

_WITHIN = re.compile(rf"(?<!\d)\d{{{LENGTH}}}(?!\d)")

Reason = Literal["form", "date", "sequence", "check_digit"]


class InvalidCaseNumber(ValueError):
    """A text is no case number. ``reason`` is stable."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(f"not a case number: {reason}")


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """The parts of a number that was checked."""

    city_code: str
    day: date
    sequence: int

    def __str__(self) -> str:
        return build(self.city_code, self.day, self.sequence)


def check_digit(digits: str) -> str:
    """Compute the digit that ISO 7064 MOD 11,10 puts behind ``digits``."""
    rest = 10
    for digit in digits:
        rest = ((rest + int(digit)) % 10 or 10) * 2 % 11
    return str((11 - rest) % 10)


def build(city_code: str, day: date, sequence: int) -> str:
    """Make the 16 digits of case ``sequence`` (1 to 99999) of a city's ``day``."""
    if not (len(city_code) == 4 and city_code.isascii() and city_code.isdigit()):
        raise ValueError(f"a city code has four digits, not {city_code!r}")
    if not 1 <= sequence <= LAST_SEQUENCE:
        raise ValueError(f"a day has the sequences 1 to {LAST_SEQUENCE}, not {sequence}")
    if not 2000 <= day.year <= 2099:
        raise ValueError(f"a case number holds the years 2000 to 2099, not {day.year}")
    digits = f"{city_code}{day:%y%m%d}{sequence:05d}"
    return digits + check_digit(digits)


def within(text: str) -> list[str]:
    """What may be numbers of cases in a text: as many digits as one has, and no more."""
    return _WITHIN.findall(text)


def parse(text: str) -> CaseNumber:
    """Check a number and take it apart. Spaces and hyphens between digits are passed over."""
    digits = text.replace(" ", "").replace("-", "")
    if not (len(digits) == LENGTH and digits.isascii() and digits.isdigit()):
        raise InvalidCaseNumber("form")
    if check_digit(digits[:-1]) != digits[-1]:
        raise InvalidCaseNumber("check_digit")
    try:
        day = date(2000 + int(digits[4:6]), int(digits[6:8]), int(digits[8:10]))
    except ValueError:
        raise InvalidCaseNumber("date") from None
    if digits[10:15] == "00000":
        raise InvalidCaseNumber("sequence")
    return CaseNumber(digits[:4], day, int(digits[10:15]))
