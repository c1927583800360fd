"""A centre's prompts as people see them: what is shipped, and what the centre made of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lianxin.prompts import catalogue
from lianxin.prompts.choices import LANGUAGES, Heard, PromptSource
from lianxin.prompts.models import Prompt, PromptVersion
from lianxin.prompts.shipped import path_of, shipped
from lianxin.rules.values import Language

#: A language that has no sound of its own is heard in this one.
FALLBACK: Language = "zh"


@dataclass(frozen=True)
class Sound:
    """What a caller hears of a prompt in one language."""

    heard: Heard
    path: str = ""  # under ``Env.sounds``
    text: str = ""
    voice: str = ""
    source: PromptSource = "shipped"
    seconds: float = 0.0
    number: int | None = None  # of the centre's own version


@dataclass(frozen=True)
class LibraryPrompt:
    """One prompt of a centre. ``versions`` are all of them, or those that are in use."""

    code: str
    base: dict[Language, catalogue.Prompt] = field(default_factory=dict)
    own: Prompt | None = None
    versions: tuple[PromptVersion, ...] = ()

    @property
    def name(self) -> str:
        """What people call it; else what it says."""
        return (self.own.name if self.own else "") or self.text(FALLBACK) or self.code

    @property
    def version(self) -> int:
        """Of name, note and texts: whoever changes them names it. 0: as it was made, or shipped."""
        return self.own.version if self.own else 0

    @property
    def part(self) -> bool:
        """Whether it is a piece of spoken numbers and dates."""
        return any(prompt.part for prompt in self.base.values())

    @property
    def _tone(self) -> catalogue.Prompt | None:
        """A tone is the same in every language: none is missing."""
        base = self.base.get(FALLBACK)
        return base if base is not None and base.voice == catalogue.BEEP else None

    def text(self, language: Language) -> str:
        """What is to be said: as the centre wrote it, else as it is shipped."""
        own: str | None = self.own.texts.get(language) if self.own else None
        base = self.base.get(language)
        return own if own is not None else base.text if base else ""

    def sound(self, language: Language) -> Sound:
        """What is heard in ``language``, in the order of ``switchboard/snapshot/sounds.py``."""
        found = self._of(language)
        if found is not None:
            return found
        instead = self._of(FALLBACK) if language != FALLBACK else None
        if instead is None:
            return Sound("missing")
        return Sound("fallback", instead.path, instead.text, instead.voice, instead.source,
                     instead.seconds, instead.number)  # fmt: skip

    def stale(self, language: Language) -> bool:
        """Whether the text was changed after the sound that is in use was made."""
        sound = self._of(language)
        return sound is not None and bool(sound.text) and sound.text != self.text(language)

    def rendering(self, language: Language) -> bool:
        return any(v.language == language and v.state == "rendering" for v in self.versions)

    def complete(self) -> bool:
        """Whether every language has a sound of its own."""
        return all(self._of(language) for language in LANGUAGES)

    def _of(self, language: Language) -> Sound | None:
        for version in self.versions:
            if version.language == language and version.current:
                return Sound("own", version.path, version.text, version.voice,
                             version.source, version.seconds, version.number)  # fmt: skip
        base = self.base.get(language) or self._tone
        if base is None or not base.sha256:
            return None
        return Sound("shipped", path_of(base), base.text, base.voice, "shipped", base.seconds)


def library_prompt(
    code: str, own: Prompt | None, versions: tuple[PromptVersion, ...]
) -> LibraryPrompt:
    """Join what is shipped under ``code`` with what a centre has."""
    return LibraryPrompt(code, dict(shipped().get(code, {})), own, versions)
