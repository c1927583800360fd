"""To whom a fax may be sent, how many a day, and what follows from a try. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from lianxin.rules import q850

#: How a try ended. ``not_a_fax``: somebody answered who is no fax machine; ``partly``: it broke
#: off after a page; ``interrupted``: the exchange died before anybody had answered; ``unknown``:
#: it died after that, and nobody knows whether the paper came out.
FaxEnd = Literal[
    "sent",
    "busy",
    "no_answer",
    "refused",
    "no_route",
    "not_a_fax",
    "partly",
    "interrupted",
    "unknown",
    "file",
]
#: Why a fax failed whose letters the font does not have; they stand behind it and a colon.
NO_SIGN = "no_sign"
FaxRefusal = Literal["bad_number", "too_many", "too_long", "refused"]

#: Documents for one telephone in a day, whoever asks; and of one caller, whomever for.
MOST_TO_NUMBER, MOST_OF_CALLER = 3, 5
#: How long it is until the next try, by how many there were; after the last it has failed.
WAITS = (timedelta(minutes=2), timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=60))
#: Who is no fax machine is rung once more and never again: a person heard it whistle.
MOST_RINGS_AT_PEOPLE = 2

_FINAL: frozenset[FaxEnd] = frozenset({"no_route", "file"})
_TWICE: frozenset[FaxEnd] = frozenset({"partly", "unknown"})

_PLAIN = re.compile(r"[\s().-]+")
_LOCAL = r"[2-8]\d{6,7}"
_FIXED = re.compile(rf"(?P<area>0(?:10|2\d|[3-9]\d\d))?(?P<local>{_LOCAL})")

#: What a cause (Q.850) means for a fax.
_CAUSES: dict[int, FaxEnd] = {
    q850.UNALLOCATED: "no_route",
    q850.NO_ROUTE: "no_route",
    q850.NORMAL: "no_answer",
    q850.BUSY: "busy",
    q850.NO_RESPONSE: "no_answer",
    q850.NO_ANSWER: "no_answer",
    q850.REJECTED: "refused",
    q850.NUMBER_CHANGED: "no_route",
    q850.INCOMPLETE: "no_route",
}


@dataclass(frozen=True)
class Line:
    """A fixed telephone. ``area`` is "" where it was dialled within its own area."""

    area: str
    local: str

    @property
    def number(self) -> str:
        return self.area + self.local


@dataclass(frozen=True)
class Verdict:
    """What becomes of a fax after a try. ``wait``: until the next; None: there is none.

    ``twice``: the next one may bring paper that came out already, and must say so.
    """

    state: Literal["sent", "waiting", "failed"]
    wait: timedelta | None = None
    twice: bool = False


def fixed_line(text: str) -> Line | None:
    """The telephone that may get a fax: a fixed line of this country. None: it may not.

    Mobile telephones, service numbers (110, 95xxx, 400…) and other countries get none.

    >>> fixed_line("+86 10 8888 1234").number
    '01088881234'
    """
    number = _PLAIN.sub("", text)
    for prefix in ("+86", "0086"):
        if number.startswith(prefix):
            number = f"0{number.removeprefix(prefix).lstrip('0')}"
    found = _FIXED.fullmatch(number)
    return Line(found["area"] or "", found["local"]) if found else None


def same_line(one: Line, other: Line) -> bool:
    """Whether both may be one telephone: dialled with or without the area."""
    return one.local == other.local and (one.area == other.area or not (one.area and other.area))


def end_of_cause(cause: int) -> FaxEnd:
    """How a try ended that nobody answered."""
    return _CAUSES.get(cause, "no_answer")


def end_of_sending(status: str, error: str, pages: int) -> FaxEnd:
    """How a try ended that was answered, by what the exchange says of it."""
    if status == "SUCCESS":
        return "sent"
    if error in ("FILE_ERROR", "INIT_ERROR", "MEMORY_ERROR"):
        return "file"
    return "partly" if pages else "not_a_fax"


def verdict(end: FaxEnd, tries: int, people: int) -> Verdict:
    """What follows from the try number ``tries``; ``people``: how many met no fax machine."""
    if end == "sent":
        return Verdict("sent")
    twice = end in _TWICE
    over = tries > len(WAITS) or (end == "not_a_fax" and people >= MOST_RINGS_AT_PEOPLE)
    if end in _FINAL or over:
        return Verdict("failed", twice=twice)
    return Verdict("waiting", WAITS[max(tries, 1) - 1], twice)
