"""Digits that a caller types: how keys become a complete entry, a bad one, or wait for more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lianxin.rules.case_number import InvalidCaseNumber, parse

#: After the last possible digit only ``#`` is waited for, this many seconds.
LAST_KEY_SECONDS = 2.0

Check = Literal["digits", "case_number"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of the keys. ``rest`` was typed ahead for whoever asks next.

    ``typed`` of a bad entry is what was wrong, for the call's path only.
    """

    state: Literal["more", "complete", "missing", "bad"]
    typed: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is asked for: ``minimum`` to ``maximum`` digits that pass ``check``."""

    minimum: int
    maximum: int
    check: Check = "digits"

    def take(self, typed: str, keys: str) -> Taken:
        """Add ``keys`` to what was ``typed``. ``#`` ends; ``*`` and a digit too many are bad."""
        for position, key in enumerate(keys):
            if key == "#":
                taken = self.end(typed)
                rest = keys[position + 1 :] if taken.state == "complete" else ""
                return Taken(taken.state, taken.typed, rest)
            if not ("0" <= key <= "9") or len(typed) == self.maximum:
                return Taken("bad", typed + key)
            typed += key
        return Taken("more", typed)

    def end(self, typed: str) -> Taken:
        """Judge an entry that ``#`` or the clock has ended."""
        if not typed:
            return Taken("missing", "")
        return Taken("complete" if self._good(typed) else "bad", typed)

    def seconds(self, typed: str, patience: float) -> float:
        """How long to wait for the next key."""
        return min(patience, LAST_KEY_SECONDS) if len(typed) == self.maximum else patience

    def _good(self, typed: str) -> bool:
        if len(typed) < self.minimum:
            return False
        if self.check == "digits":
            return True
        try:
            parse(typed)
        except InvalidCaseNumber:
            return False
        return True
