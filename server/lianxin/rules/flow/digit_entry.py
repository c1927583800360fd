"""What a caller types: how keys become a complete entry, a bad one, or wait for more.

``DigitFormat`` says what is allowed, ``DigitEntry`` how a node has it typed: the wait for the first
key and between two, ``#``, the way to the agents, and how often it is asked for again.

``#`` ends an entry. ``*0`` calls an agent: a ``0`` alone may be the first digit. ``*`` is also
the X at the end of a citizen's number, and the point of an amount (12*50 is 12.50).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from lianxin.rules.case_number import LENGTH, InvalidCaseNumber, parse
from lianxin.rules.flow.effects import Wait
from lianxin.rules.flow.events import Event, Expired, KeyPressed, Played
from lianxin.rules.flow.node import Leave, Stay, Step
from lianxin.rules.flow.session import Session

#: After the last possible digit only ``#`` is waited for, this many seconds.
LAST_KEY_SECONDS = 2.0

Check = Literal["digits", "phone", "id_number", "case_number", "date", "amount"]

#: Which days are meant: a birthday has been, an appointment is to come. Today is both.
Day = Literal["any", "past", "future"]

#: The least and the most digits that each check allows.
_LENGTHS: dict[Check, tuple[int, int]] = {
    "digits": (1, 32),
    "phone": (7, 12),
    "id_number": (18, 18),
    "case_number": (LENGTH, LENGTH),
    "date": (8, 8),
    "amount": (1, 12),
}

#: A mobile telephone, one with its area code, one of this city, or a 400 number.
_PHONE = re.compile(r"1[3-9]\d{9}|0\d{2,3}[2-9]\d{6,7}|400\d{7}|[2-9]\d{6,7}")

_AMOUNT = re.compile(r"\d{1,9}(\*\d{1,2})?")

#: GB 11643: the weight of each digit, and the last character by the rest of their sum.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LAST = "10X98765432"


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of the keys. ``rest`` was typed ahead for whoever asks next.

    ``typed`` are the keys, ``value`` is what a complete entry is kept as. ``agent``: ``*0``.
    """

    state: Literal["more", "complete", "missing", "bad", "agent"]
    typed: str
    rest: str = ""
    value: str = ""


def hidden(typed: str) -> str:
    """What the path of a call shows of keys that are secret."""
    return "*" * len(typed)


def shown_as_case_number(typed: str) -> str:
    """What the path of a call shows of keys where the number of a case is asked for.

    What is not as long as one may well be the query code, typed a moment too early or once more
    after a refusal: then it is as secret as where it is asked for.
    """
    return typed if typed.isdigit() and len(typed) == LENGTH else hidden(typed)


@dataclass(frozen=True, slots=True)
class DigitFormat:
    """What is asked for: ``minimum`` to ``maximum`` digits that pass ``check``.

    ``today`` is needed by the check ``date`` when ``day`` says past or future.
    """

    minimum: int
    maximum: int
    check: Check = "digits"
    day: Day = "any"
    today: date | None = None

    @property
    def least(self) -> int:
        return max(self.minimum, _LENGTHS[self.check][0])

    @property
    def most(self) -> int:
        return min(self.maximum, _LENGTHS[self.check][1])

    def take(self, typed: str, keys: str) -> Entered:
        """Add ``keys`` to what was ``typed``."""
        for position, key in enumerate(keys):
            rest = keys[position + 1 :]
            if key == "#":
                ended = self.end(typed)
                return replace(ended, rest=rest) if ended.value else ended
            if key == "0" and self._agent_asked(typed):
                return Entered("agent", typed + key, rest)
            if not self._fits(typed, key):
                return Entered("bad", typed + key)
            typed += key
        return Entered("more", typed)

    def end(self, typed: str) -> Entered:
        """Judge an entry that ``#`` or the clock has ended."""
        if not typed:
            return Entered("missing", "")
        value = _JUDGES[self.check](typed) if self.least <= len(typed) else ""
        if self.check == "date" and not self._meant(value):
            value = ""
        return Entered("complete" if value else "bad", typed, value=value)

    def seconds(self, typed: str, patience: float) -> float:
        """How long to wait for the next key."""
        return min(patience, LAST_KEY_SECONDS) if len(typed) == self.most else patience

    def _meant(self, value: str) -> bool:
        today = self.today.isoformat() if self.today else value
        return {"any": True, "past": value <= today, "future": value >= today}[self.day]

    def _agent_asked(self, typed: str) -> bool:
        """``*0``; behind the digits of an amount it is a point and a nought."""
        return typed == "*" or (typed.endswith("*") and self.check != "amount")

    def _fits(self, typed: str, key: str) -> bool:
        """Whether the entry may go on so. A star waits for what follows it."""
        if key == "*":
            return "*" not in typed
        if not "0" <= key <= "9" or len(typed) >= self.most:
            return False
        return "*" not in typed or (self.check == "amount" and typed != "*")


@dataclass(frozen=True, slots=True)
class DigitEntry:
    """An entry as a node has it typed, in its ``phase``, with ``patience`` seconds for each key.

    ``tries``: how often it may be wrong or missing. ``before``: what ``Session.typed`` holds ahead
    of the digits. ``to_agents``: ``*0`` leads to the flow's agents, where it has any.
    """

    digits: DigitFormat
    phase: str
    patience: float
    tries: int
    before: str = ""
    to_agents: bool = True

    def on_event(self, session: Session, event: Event) -> Step | Entered | None:
        """Answer what happens while it is typed: with a step, or with what was entered, which is
        for the node to judge. ``None``: nothing of an entry's."""
        match event:
            case Played():
                return Stay(self.phase, (Wait(0, self.patience),))
            case KeyPressed():
                return self._take(session, session.typed.removeprefix(self.before), session.keys)
            case Expired():
                return self.digits.end(session.typed.removeprefix(self.before))
        return None

    def typed_ahead(self, session: Session, keys: str) -> Step | Entered:
        """Begin with keys that were pressed before anything was asked."""
        return self._take(session, "", keys)

    def again(self, session: Session, question: Stay, failed: Step) -> Step:
        """Ask once more, or go on with ``failed`` when that was the last try."""
        tries = session.tries + 1
        return failed if tries >= self.tries else replace(question, tries=tries, keys="")

    def _take(self, session: Session, typed: str, keys: str) -> Step | Entered:
        entered, agents = self.digits.take(typed, keys), session.flow.agent_node
        if entered.state == "more":
            wait = Wait(0, self.digits.seconds(entered.typed, self.patience))
            return Stay(self.phase, (wait,), typed=self.before + entered.typed, keys="")
        if entered.state == "agent" and self.to_agents and agents:
            return Leave("agent", agents, keys=entered.rest, pressed="*0")
        return entered


def _digits(typed: str) -> str:
    return typed if typed.isdigit() else ""


def _phone(typed: str) -> str:
    return typed if _PHONE.fullmatch(typed) else ""


def _id_number(typed: str) -> str:
    """18 characters: district, birthday, sequence and a check character."""
    if not typed[:17].isdigit() or _day(typed[6:14]) is None:
        return ""
    rest = sum(int(digit) * weight for digit, weight in zip(typed, _WEIGHTS, strict=False)) % 11
    value = typed.replace("*", "X")
    return value if len(value) == 18 and value[17] == _LAST[rest] else ""


def _case_number(typed: str) -> str:
    try:
        parse(typed)
    except InvalidCaseNumber:
        return ""
    return typed


def _date(typed: str) -> str:
    day = _day(typed)
    return day.isoformat() if day else ""


def _amount(typed: str) -> str:
    return typed.replace("*", ".") if _AMOUNT.fullmatch(typed) else ""


def _day(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])) if text.isdigit() else None
    except ValueError:
        return None


_JUDGES: dict[Check, Callable[[str], str]] = {
    "digits": _digits,
    "phone": _phone,
    "id_number": _id_number,
    "case_number": _case_number,
    "date": _date,
    "amount": _amount,
}
