"""From what a flow says to the files that Asterisk plays.

A prompt is looked for as the centre's own in the language of the call, then as the shipped one
in that language, then as both in Mandarin: a caller hears the wrong language rather than nothing.
A text is looked for as what was read aloud of it, ahead of the call.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from uuid import UUID

from lianxin.centres.alarms import raise_alarm
from lianxin.centres.isolation import scope
from lianxin.lines.plan import PromptPlan
from lianxin.rules.flow.effects import Clip, Digits, Prompt, Sound, Text, Value
from lianxin.rules.speaking import spell
from lianxin.rules.values import Language
from lianxin.speech.files import key_of, path_of
from lianxin.switchboard.ledger.store import place
from lianxin.switchboard.snapshot.joining import Joined, join

FALLBACK: Language = "zh"
MISSING = "prompt.file_missing"


class SoundBook:
    """The sounds of the newest plans are ``now``: those of a call that begins, up to its end."""

    def __init__(self, folder: Path, store: Path) -> None:
        self._folder = folder
        self._store = store
        self.now = Sounds(folder, store, ())

    def use(self, prompts: Iterable[PromptPlan]) -> None:
        """Let these be the centres' own sounds from now on."""
        self.now = Sounds(self._folder, self._store, prompts)


class Sounds:
    """The prompts of all centres, as one version of the plans has them."""

    def __init__(self, folder: Path, store: Path, prompts: Iterable[PromptPlan]) -> None:
        self._folder = folder
        self._store = store
        self._own = {(p.centre_code, p.language, p.code): p.path for p in prompts}
        # Files change at an install only, which restarts nothing: remembered until the next plans.
        self._is_shipped = lru_cache(maxsize=4096)(self._look_for_shipped)
        self._joined = lru_cache(maxsize=1024)(partial(join, folder))

    def media(self, centre_code: str, sounds: Iterable[Sound], language: Language) -> list[str]:
        """``sound:`` URIs in order; a prompt that no file holds is still named, and fails.

        A text that nobody has read aloud is left out: there may be nothing to play.
        """
        media: list[str] = []
        for sound in sounds:
            if isinstance(sound, Clip):
                media.append(self._clip(sound.recording))
            elif isinstance(sound, Text):
                media += self._text(centre_code, language, sound)
            else:
                media += (self._uri(centre_code, language, id) for id in _ids(sound, language))
        return media

    def joined(self, media: Iterable[str]) -> Joined:
        """What ``media`` gave, as one sound without pauses between its parts."""
        return self._joined(tuple(media))

    def reads(self, centre_code: str, text: Text, language: Language) -> bool:
        """Whether ``text`` has been read aloud."""
        return self._read(centre_code, language, text) is not None

    def _text(self, centre_code: str, language: Language, text: Text) -> Iterator[str]:
        found = self._read(centre_code, language, text)
        if found is not None:
            yield f"sound:{self._folder}/{found.removesuffix('.wav')}"
        elif text.instead:
            yield self._uri(centre_code, language, text.instead)

    def _read(self, centre_code: str, language: Language, text: Text) -> str | None:
        """A text of one language may stand in a call of another, and is then Mandarin."""
        for written in dict.fromkeys((text.language or language, FALLBACK)):
            path = path_of(centre_code, key_of(text.text, written))
            if os.path.exists(f"{self._folder}/{path}"):  # noqa: PTH110 - as below
                return path
        return None

    def _clip(self, recording: str) -> str:
        """What the caller has said in this call is in the store before the flow hears of it."""
        return f"sound:{(self._store / place(UUID(recording))).with_suffix('')}"

    def _uri(self, centre_code: str, language: Language, id: str) -> str:
        return f"sound:{self._folder}/{self._find(centre_code, language, id)}"

    def _find(self, centre_code: str, language: Language, id: str) -> str:
        """The path under the folder, without its ending."""
        for spoken in dict.fromkeys((language, FALLBACK)):
            own = self._own.get((centre_code, spoken, id))
            if own is not None and os.path.exists(f"{self._folder}/{own}"):  # noqa: PTH110 - a caller waits: a Path costs ten times the look
                return own.removesuffix(".wav")
            if self._is_shipped(spoken, id):
                return f"{spoken}/{id}"
        return f"{FALLBACK}/{id}"

    def _look_for_shipped(self, language: str, id: str) -> bool:
        return (self._folder / language / f"{id}.wav").exists()


def report_missing(folder: Path, prompts: Iterable[PromptPlan]) -> None:
    """Raise an alarm for each sound in the plans that no file holds. Writes to PostgreSQL."""
    for prompt in prompts:
        if not (folder / prompt.path).exists():
            with scope(prompt.centre):
                about = f"{prompt.code} {prompt.language}"
                raise_alarm(prompt.centre, MISSING, "prompt", about, path=prompt.path)


def _ids(sound: Prompt | Digits | Value, language: Language) -> Iterator[str]:
    match sound:
        case Prompt(id):
            yield id
        case Digits() | Value():
            yield from spell(sound, language)
