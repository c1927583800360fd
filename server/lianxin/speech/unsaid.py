"""Why a text is not read aloud, in one line that the worker keeps with it: a code and the signs."""

from __future__ import annotations

from collections.abc import Iterable

CODE = "text.no_sound"


class NoSound(ValueError):
    """``signs`` that no voice has a sound for; the message is ``text.no_sound: 🔥 で``."""

    def __init__(self, signs: Iterable[str]) -> None:
        self.signs = tuple(dict.fromkeys(signs))
        super().__init__(f"{CODE}: {' '.join(self.signs)}")


def signs_of(reason: str) -> str:
    """The signs of a kept ``NoSound``; "" of any other reason."""
    code, _, signs = reason.partition(": ")
    return signs if code == CODE else ""
