"""What is spoken as its kind asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Digits:
    """Digits read one by one, spliced from single recordings (1 is 幺). Nothing is said of a text
    with letters in it."""

    text: str


#: How a value is read out: 100 as a quantity, 2026-02-13 as a date, 12.50 as money.
ValueKind = Literal["number", "digits", "money", "date", "time", "minutes"]


@dataclass(frozen=True, slots=True)
class Value:
    """A value that is spoken as its kind asks, in the language of the call (``rules.speaking``).

    ``text``: a number (money in yuan) as ``rules.written`` reads it, a day or time as
    ``rules.moments`` reads it, by the clock of the place that was rung, or digits.
    """

    kind: ValueKind
    text: str
