"""From what a flow says to the files that Asterisk plays."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from lianxin.rules.flow.effects import Digits, Prompt, Sound

COMMON = "zh"


class Sounds:
    """A centre's own recording of a prompt is preferred to the common one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # Files change at an install only, which restarts nothing: remember a little while.
        self._uri = lru_cache(maxsize=4096)(self._find)

    def media(self, centre_code: str, sounds: Iterable[Sound]) -> list[str]:
        """``sound:`` URIs in order; a prompt that no file holds is still named, and fails."""
        return [self._uri(centre_code, id) for sound in sounds for id in _ids(sound)]

    def forget(self) -> None:
        """Prompts were installed anew."""
        self._uri.cache_clear()

    def _find(self, centre_code: str, id: str) -> str:
        own = self._folder / centre_code / id
        base = own if own.with_name(f"{id}.wav").exists() else self._folder / COMMON / id
        return f"sound:{base}"


def _ids(sound: Sound) -> list[str]:
    match sound:
        case Prompt(id):
            return [id]
        case Digits(text):
            return [f"d{digit}" for digit in text if digit.isdigit()]
        case _:
            raise NotImplementedError(f"{sound} cannot be played yet")
