"""What the API takes and gives of prompts."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from lianxin.api.base import Listing, ReadSchema, WriteSchema
from lianxin.api.fields import Number, Version, VersionOrNone
from lianxin.prompts.choices import Heard, PromptSource, VersionState
from lianxin.prompts.queries import Show
from lianxin.rules.values import Language

PromptCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,47}$")]


PromptText = Annotated[str, StringConstraints(max_length=1000)]


PromptName = Annotated[str, StringConstraints(max_length=64)]


PromptNote = Annotated[str, StringConstraints(max_length=400)]


#: Of name, note and texts; 0: as the prompt was made, or is shipped.
PromptRevision = VersionOrNone


_LENGTH = Field(ge=0, le=600)
Seconds = Annotated[Number, _LENGTH]
#: In a form all is text.
FormSeconds = Annotated[float, _LENGTH]


class PromptFilter(Listing):
    """``show``: sentences, own, gaps (a language is missing), parts (of numbers), or all."""

    q: Annotated[str, StringConstraints(max_length=64)] = ""
    show: Show = "sentences"


class Texts(WriteSchema):
    """What is to be said; a language that is not named stays as it is."""

    zh: PromptText | None = None
    en: PromptText | None = None
    yue: PromptText | None = None


class PromptCreate(WriteSchema):
    code: PromptCode
    name: PromptName = ""
    note: PromptNote = ""
    texts: Texts = Texts()


class PromptUpdate(WriteSchema):
    """``version`` is that of the prompt that was read. Only what is named is changed; of
    ``texts`` only the languages that are named.
    """

    version: PromptRevision
    name: PromptName | None = None
    note: PromptNote | None = None
    texts: Texts | None = None


class SpeechCreate(WriteSchema):
    """What the engine is to say: also the prompt's text from now on, as it was read at
    ``version``. ``speed``: 1.0 is the voice's own.
    """

    version: PromptRevision
    text: Annotated[str, StringConstraints(min_length=1, max_length=400)]
    voice: Annotated[str, StringConstraints(max_length=32)]
    speed: Annotated[Number, Field(ge=0.7, le=1.3)] = 1.0


class Cut(WriteSchema):
    """Seconds from the beginning: what lies between is kept."""

    start: Seconds
    end: Seconds


class Choice(WriteSchema):
    """``number``: the version that callers hear from now on; null: as it is shipped."""

    number: Version | None


class UploadedAudio(WriteSchema):
    """The form beside the file: ``start`` and ``end`` are seconds of it."""

    source: Literal["upload", "microphone"] = "upload"
    text: PromptText = ""
    start: FormSeconds = 0.0
    end: FormSeconds | None = None


class PromptAudio(ReadSchema):
    """What a caller hears of a prompt in one language. ``url`` is null when there is nothing."""

    heard: Heard
    seconds: float
    voice: str
    source: PromptSource
    number: int | None
    stale: bool
    rendering: bool
    url: str | None


class PromptUse(ReadSchema):
    code: str
    name: str
    state: Literal["published", "draft"]


class PromptTexts(ReadSchema):
    zh: str
    en: str
    yue: str


class ShippedTexts(ReadSchema):
    """Null: nothing is shipped in that language."""

    zh: str | None
    en: str | None
    yue: str | None


class PromptAudios(ReadSchema):
    zh: PromptAudio
    en: PromptAudio
    yue: PromptAudio


class PromptSummary(ReadSchema):
    """``own``: the centre made it, or changed what is shipped. ``version``: whoever changes name,
    note or texts names it.
    """

    code: str
    name: str
    version: int
    shipped: bool
    own: bool
    part: bool
    texts: PromptTexts
    languages: PromptAudios
    used_by: list[PromptUse]


class PromptVersionRead(ReadSchema):
    """``level``: of the voice, dB below full scale; ``peaks``: 0 to 100 over the whole sound."""

    language: Language
    number: int
    text: str
    voice: str
    speed: float
    source: PromptSource
    state: VersionState
    reason: str
    current: bool
    seconds: float
    level: float | None
    peaks: list[int]
    made_by: str
    at: datetime
    url: str | None


class PromptRead(PromptSummary):
    note: str
    shipped_texts: ShippedTexts
    versions: list[PromptVersionRead]


class PromptCodeRead(ReadSchema):
    """Dial ``numbers`` and type ``code`` on the keys; empty: no line has a flow for it."""

    code: str
    numbers: list[str]
    expires_at: datetime


class Voice(ReadSchema):
    id: str
    language: Language


class PromptStudio(ReadSchema):
    """What prompts can be made with here. ``used`` and ``limit``: bytes; null is no limit."""

    speech: bool
    voices: list[Voice]
    languages: list[Language]
    max_bytes: int
    max_seconds: int
    used: int
    limit: int | None
