"""What is heard: the words of a sound, and how long they take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lianxin.rules.flow.describe import describe_sound
from lianxin.rules.flow.effects import Clip, Digits, Play, Prompt, Sound, Text, Value
from lianxin.rules.speaking import PARTS, as_words, spell
from lianxin.rules.values import Language

#: The library: (prompt id, language) → (text, seconds).
Prompts = Mapping[tuple[str, str], tuple[str, float]]

#: How long a text has been read aloud, in seconds; None where it has not been.
Readings = Callable[[str, Language], float | None]

#: How long a recorded word of a number is, and one character of a text that is read.
WORD_SECONDS, CHARACTER_SECONDS = 0.45, 0.22


@dataclass(frozen=True, slots=True)
class Playback:
    """One sound. ``parts`` are the prompts that make it, ``language`` the one that is heard.
    ``estimated``: nobody has recorded or read it yet, ``seconds`` follow from its length."""

    said: str  # as a transcript has it: welcome, 9901…, 12.50:money
    text: str
    seconds: float
    language: Language
    prompt: str = ""
    parts: tuple[str, ...] = ()
    missing: bool = False
    estimated: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "prompt": self.prompt,
            "text": self.text,
            "seconds": round(self.seconds, 2),
            "language": self.language,
            "parts": list(self.parts),
            "missing": self.missing,
            "url": "",
        }


class Player:
    """Turns a ``Play`` into what is heard."""

    def __init__(self, prompts: Prompts, *, speech: bool, readings: Readings | None = None) -> None:
        self._prompts = prompts
        self._readings = readings
        self._speech = speech

    def playback(self, play: Play, recordings: Mapping[str, float]) -> tuple[Playback, ...]:
        """``recordings``: what the caller has recorded so far, in seconds."""
        return tuple(self._playback(sound, play.language, recordings) for sound in play.sounds)

    def _playback(
        self, sound: Sound, language: Language, recordings: Mapping[str, float]
    ) -> Playback:
        said = describe_sound(sound)
        match sound:
            case Prompt(id):
                return self._prompt(id, said, language)
            case Digits() | Value():
                return self._value(sound, said, language)
            case Clip(recording):
                return Playback(said, "", recordings.get(recording, 0.0), language)
            case Text(text, written, instead):
                if self._speech:
                    return self._text(text, said, language, written or language)
                if instead:
                    return self._prompt(instead, said, language)
                return Playback(said, text, 0.0, language, missing=True)

    def _text(self, text: str, said: str, language: Language, written: Language) -> Playback:
        """A text that is read aloud, in the language that it is written in."""
        read = self._readings(text, written) if self._readings else None
        seconds = len(text) * CHARACTER_SECONDS if read is None else read
        return Playback(said, text, seconds, language, estimated=read is None)

    def _prompt(self, id: str, said: str, language: Language) -> Playback:
        for tried in dict.fromkeys((language, "zh")):
            found = self._prompts.get((id, tried))
            if found is not None:
                text, seconds = found
                return Playback(said, text, seconds, tried, id, (id,))
        return Playback(said, "", 0.0, language, id, (), missing=True)

    def _value(self, sound: Digits | Value, said: str, language: Language) -> Playback:
        parts = spell(sound, language)
        known = PARTS.get(language, PARTS["zh"])
        lengths = [
            self._prompts.get((part, language), (known[part], WORD_SECONDS))[1] for part in parts
        ]
        guessed = any((part, language) not in self._prompts for part in parts)
        words = as_words(sound, language)
        return Playback(said, words, sum(lengths), language, "", parts, estimated=guessed)
