"""From what a flow says to the files that Asterisk plays."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from lianxin.rules.flow.effects import Clip, Digits, Prompt, Sound, Text, Value
from lianxin.rules.flow.values import Language
from lianxin.switchboard.store import place

COMMON = "zh"


class Sounds:
    """A centre's own recording of a prompt is preferred to the common one."""

    def __init__(self, folder: Path, store: Path) -> None:
        self._folder = folder
        self._store = store
        # Files change at an install only, which restarts nothing: remember a little while.
        self._uri = lru_cache(maxsize=4096)(self._find)

    def media(self, centre_code: str, sounds: Iterable[Sound], language: Language) -> list[str]:
        """``sound:`` URIs in order; a prompt that no file holds is still named, and fails.

        A text that nothing here can read out is left out: there may be nothing to play.
        """
        media: list[str] = []
        for sound in sounds:
            if isinstance(sound, Clip):
                media.append(self._clip(sound.recording))
            else:
                media += [self._uri(centre_code, id, language) for id in _ids(sound)]
        return media

    def forget(self) -> None:
        """Prompts were installed anew."""
        self._uri.cache_clear()

    def _clip(self, recording: str) -> str:
        """What the caller has said in this call is in the store before the flow hears of it."""
        return f"sound:{(self._store / place(UUID(recording))).with_suffix('')}"

    def _find(self, centre_code: str, id: str, language: Language) -> str:
        own = (centre_code,) if language == COMMON else ()
        folders = (self._folder / name for name in (*own, language, centre_code))
        found = (folder / id for folder in folders if (folder / f"{id}.wav").exists())
        return f"sound:{next(found, self._folder / COMMON / id)}"


def _ids(sound: Prompt | Digits | Value | Text) -> list[str]:
    match sound:
        case Prompt(id):
            return [id]
        case Digits(text) | Value("digits", text):
            return [f"d{digit}" for digit in text if digit.isdigit()]
        case Text():
            return []
        case _:
            raise NotImplementedError(f"{sound} cannot be played yet")
