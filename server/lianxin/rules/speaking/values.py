"""What is spoken as its kind asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Digits:
    """Digits read one by one, spliced from single recordings (1 is 幺)."""

    text: str


#: How a value is read out: 100 as a quantity, 2026-02-13 as a date, 12.50 as money.
ValueKind = Literal["number", "digits", "money", "date", "time", "minutes"]


@dataclass(frozen=True, slots=True)
class Value:
    """A value that is spoken as its kind asks, in the language of the call (``rules.speaking``).

    ``text``: a decimal number (money in yuan), an ISO date, ``08:30``, or digits.
    """

    kind: ValueKind
    text: str
