"""Between prompts and their shapes in the API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lianxin.api.prompts import schemas
from lianxin.api.shared.mappers import audio_url
from lianxin.centres.quotas import Storage
from lianxin.flows.uses import Use
from lianxin.prompts.choices import LANGUAGES
from lianxin.prompts.library import LibraryPrompt
from lianxin.prompts.models import PromptCode, PromptVersion
from lianxin.rules.values import Language
from lianxin.speech import audio, engine


def item(entry: LibraryPrompt, uses: Sequence[Use]) -> schemas.PromptSummary:
    """A row of the library."""
    return schemas.PromptSummary(**_common(entry, uses))


def detail(entry: LibraryPrompt, uses: Sequence[Use]) -> schemas.PromptRead:
    """A prompt with its versions."""
    return schemas.PromptRead(
        **_common(entry, uses),
        note=entry.own.note if entry.own else "",
        shipped_texts=schemas.ShippedTexts(
            **{language: _shipped(entry, language) for language in LANGUAGES}
        ),
        versions=[version(entry.code, row) for row in entry.versions],
    )


def _common(entry: LibraryPrompt, uses: Sequence[Use]) -> dict[str, Any]:
    return {
        "code": entry.code,
        "name": entry.name,
        "version": entry.version,
        "shipped": bool(entry.base),
        "own": entry.own is not None,
        "part": entry.part,
        "texts": schemas.PromptTexts(**{language: entry.text(language) for language in LANGUAGES}),
        "languages": schemas.PromptAudios(
            **{language: _audio(entry, language) for language in LANGUAGES}
        ),
        "used_by": [schemas.PromptUse(code=u.code, name=u.name, state=u.state) for u in uses],
    }


def _shipped(entry: LibraryPrompt, language: Language) -> str | None:
    base = entry.base.get(language)
    return base.text if base else None


def _audio(entry: LibraryPrompt, language: Language) -> schemas.PromptAudio:
    sound = entry.sound(language)
    return schemas.PromptAudio(
        heard=sound.heard,
        seconds=sound.seconds,
        voice=sound.voice,
        source=sound.source,
        number=sound.number,
        stale=entry.stale(language),
        rendering=entry.rendering(language),
        url=audio_url(entry, language),
    )


def version(code: str, row: PromptVersion) -> schemas.PromptVersionRead:
    """One version; ``row.made_by`` was fetched with it."""
    path = f"/api/prompts/{code}/{row.language}/versions/{row.number}/audio"
    return schemas.PromptVersionRead(
        language=row.language,
        number=row.number,
        text=row.text,
        voice=row.voice,
        speed=row.speed,
        source=row.source,
        state=row.state,
        reason=row.reason,
        current=row.current,
        seconds=row.seconds,
        level=row.level,
        peaks=row.peaks,
        made_by=row.made_by.name if row.made_by else "",
        at=row.at,
        url=path if row.state == "ready" else None,
    )


def studio(storage: Storage) -> schemas.PromptStudio:
    """What prompts can be made with."""
    languages = LANGUAGES
    voices = [
        schemas.Voice(id=id, language=lang) for lang in languages for id in engine.voices(lang)
    ]
    return schemas.PromptStudio(
        speech=engine.available(),
        voices=voices,
        languages=list(languages),
        max_bytes=audio.MAX_BYTES,
        max_seconds=audio.MAX_SECONDS,
        used=storage.used,
        limit=storage.limit,
    )


def prompt_code(row: PromptCode, numbers: list[str]) -> schemas.PromptCodeRead:
    """``numbers``: the lines on which the code can be typed."""
    return schemas.PromptCodeRead(code=row.code, numbers=numbers, expires_at=row.expires_at)
