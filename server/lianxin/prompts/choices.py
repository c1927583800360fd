"""The words of the prompt library, written down once (see ``centres.choices``)."""

from __future__ import annotations

from typing import Literal

from lianxin.rules.values import Language

#: Where the sound of a version comes from; ``shipped``: rendered once, with the software.
PromptSource = Literal["shipped", "tts", "upload", "microphone", "telephone"]

#: A version that is being spoken, one that can be played, one of which nothing came.
VersionState = Literal["rendering", "ready", "failed"]

#: Which sound a caller hears in a language: the centre's own, the shipped one, the same
#: prompt in Mandarin, or none.
Heard = Literal["own", "shipped", "fallback", "missing"]

LANGUAGES: tuple[Language, ...] = ("zh", "en", "yue")
