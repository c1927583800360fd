"""Writes of prompts. A sound is never changed: another one is a new version."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, FLOW_EDITOR, Who
from lianxin.prompts import audio
from lianxin.prompts.audio import Made
from lianxin.prompts.library import Entry
from lianxin.prompts.models import Prompt, PromptVersion
from lianxin.prompts.problems import (
    NoSpeech,
    NoSuchVersion,
    NoVoice,
    PromptCodeTaken,
    PromptInUse,
    StorageFull,
    VersionNotReady,
)
from lianxin.prompts.queries import read_entry, read_storage
from lianxin.prompts.shipped import shipped
from lianxin.prompts.speech import engine
from lianxin.prompts.tasks import render_version
from lianxin.prompts.words import PromptSource
from lianxin.rules.flow.values import Language

EDITORS = (FLOW_EDITOR, ADMINISTRATOR)


def create_prompt(who: Who, code: str, name: str, note: str, texts: dict[Language, str]) -> Entry:
    """Begin a prompt of the centre's own, without a sound. Raises ``PromptCodeTaken``."""
    who.need(*EDITORS)
    if code in shipped():
        raise PromptCodeTaken(prompt=code)
    with who.scope():
        try:
            with transaction.atomic():
                row = Prompt.objects.create(
                    centre_id=who.centre, code=code, name=name, note=note, texts=texts
                )
        except IntegrityError as error:
            raise PromptCodeTaken(prompt=code) from error
        audit.note(who, "prompt.created", "prompt", row.pk, prompt=code)
        return read_entry(code)


def change_prompt(who: Who, code: str, changes: dict[str, Any]) -> Entry:
    """Change ``name``, ``note`` or single ``texts``. Raises ``NotFound``."""
    who.need(*EDITORS)
    with who.scope():
        row = _own(who, code)
        row.texts = {**row.texts, **changes.pop("texts", {})}
        for field, value in changes.items():
            setattr(row, field, value)
        row.save()
        audit.note(who, "prompt.changed", "prompt", row.pk, prompt=code)
        return read_entry(code)


def remove_prompt(who: Who, code: str, used_by: Sequence[str]) -> None:
    """Delete the centre's own prompt; a shipped one of that name is heard again.

    ``used_by``: the flows that name it. Raises ``NotFound``, and ``PromptInUse`` when a flow
    would be left without it.
    """
    who.need(*EDITORS)
    if used_by and code not in shipped():
        raise PromptInUse(flows="、".join(used_by))
    with who.scope():
        row = _own(who, code)
        made = row.versions.exclude(source="shipped").exclude(path="")
        paths = list(made.values_list("path", flat=True))
        audit.note(who, "prompt.removed", "prompt", row.pk, prompt=code)
        row.delete()
        transaction.on_commit(lambda: _delete(paths))


def add_audio(
    who: Who,
    code: str,
    language: Language,
    data: bytes,
    source: PromptSource,
    text: str = "",
    ends: tuple[float, float | None] = (0.0, None),
) -> PromptVersion:
    """Make a version of a sound file, cut to ``ends`` (seconds). It is not in use yet.

    Raises ``NotFound``, ``StorageFull`` and what ``audio.read`` and ``audio.make`` raise.
    """
    who.need(*EDITORS)
    made = audio.make(audio.read(data), *ends)
    with who.scope():
        row = _own(who, code)
        version = _next(who, row, language, source, text or _text(code, language))
        return _keep(who, version, made)


def speak(
    who: Who, code: str, language: Language, text: str, voice: str, speed: float
) -> PromptVersion:
    """Begin a version that the engine speaks. Raises ``NotFound``, ``NoSpeech``, ``NoVoice``."""
    who.need(*EDITORS)
    if not engine.available():
        raise NoSpeech
    if voice not in engine.voices(language):
        raise NoVoice
    with who.scope():
        row = _own(who, code)
        _room(who, 0)
        row.texts = {**row.texts, language: text}
        row.save(update_fields=["texts"])
        version = _next(who, row, language, "tts", text, voice=voice, speed=speed)
        version.state = "rendering"
        version.save()
        audit.note(who, "prompt.spoken", "prompt", row.pk, **_told(version))
        render_version.defer(centre=who.centre, version=version.pk)
        return _read(version)


def trim(
    who: Who, code: str, language: Language, number: int, ends: tuple[float, float]
) -> PromptVersion:
    """Cut a version to ``ends`` (seconds); what is left is a new version.

    Raises ``NotFound``, ``NoSuchVersion``, ``VersionNotReady``, ``BadTrim``.
    """
    who.need(*EDITORS)
    with who.scope():
        row = _own(who, code)
        old = _ready(row, language, number)
        file: Path = settings.ENV.sounds / old.path
        made = audio.make(audio.read(file.read_bytes()), *ends)
        source: Any = old.source  # held by the table's constraint
        version = _next(who, row, language, source, old.text, voice=old.voice, speed=old.speed)
        return _keep(who, version, made)


def make_current(who: Who, code: str, language: Language, number: int | None) -> Entry:
    """Let callers hear version ``number`` from now on; ``None``: what is shipped, or nothing.

    Raises ``NotFound``, ``NoSuchVersion``, ``VersionNotReady``.
    """
    who.need(*EDITORS)
    with who.scope():
        row = _own(who, code)
        chosen = None if number is None else _ready(row, language, number)
        before = row.versions.filter(language=language, current=True)
        was = before.values_list("number", flat=True).first()
        before.update(current=False)
        if chosen is not None:
            PromptVersion.objects.filter(pk=chosen.pk).update(current=True)
        told = {"prompt": code, "language": language, "number": number, "was": was}
        audit.note(who, "prompt.made_current", "prompt", row.pk, **told)
        return read_entry(code)


def keep_rendered(version: PromptVersion, made: Made) -> None:
    """What the engine spoke is there. In the centre's scope; twice does no harm."""
    _write(version, made, version.prompt.centre.code)
    version.state = "ready"
    version.save()


def fail_rendered(version: PromptVersion, reason: str) -> None:
    """The engine could not speak it. In the centre's scope."""
    PromptVersion.objects.filter(pk=version.pk, state="rendering").update(
        state="failed", reason=reason[:400]
    )


def _own(who: Who, code: str) -> Prompt:
    """The centre's row of ``code``, made for a shipped one at its first change; locked."""
    if code in shipped():
        Prompt.objects.get_or_create(centre_id=who.centre, code=code)
    else:
        read_entry(code)
    return Prompt.objects.select_for_update().get(code=code)


def _text(code: str, language: Language) -> str:
    return read_entry(code).text(language)


def _ready(row: Prompt, language: Language, number: int) -> PromptVersion:
    version = row.versions.filter(language=language, number=number).first()
    if version is None:
        raise NoSuchVersion
    if version.state != "ready":
        raise VersionNotReady
    return version


def _next(
    who: Who, row: Prompt, language: Language, source: PromptSource, text: str, **more: Any
) -> PromptVersion:
    """The next version, not saved yet. The prompt's row is locked."""
    last = row.versions.filter(language=language).aggregate(last=Max("number"))["last"] or 0
    return PromptVersion(
        centre_id=who.centre,
        prompt=row,
        language=language,
        number=last + 1,
        source=source,
        text=text,
        made_by_id=who.person,
        **more,
    )


def _keep(who: Who, version: PromptVersion, made: Made) -> PromptVersion:
    _room(who, 2 * len(made.samples))
    _write(version, made, who.centre_code)
    version.save()
    audit.note(who, "prompt.audio_added", "prompt", version.prompt_id, **_told(version))
    return _read(version)


def _read(version: PromptVersion) -> PromptVersion:
    """``version`` with who made it."""
    return PromptVersion.objects.select_related("made_by").get(pk=version.pk)


def _write(version: PromptVersion, made: Made, centre_code: str) -> None:
    name = f"{version.prompt.code}.{version.number}.wav"
    version.path = f"{centre_code}/{version.language}/{name}"
    version.bytes, version.sha256 = audio.keep(made, settings.ENV.sounds / version.path)
    version.seconds, version.level, version.peaks = made.seconds, made.level, made.peaks


def _room(who: Who, more: int) -> None:
    """Raise ``StorageFull`` when ``more`` bytes are too many for the centre."""
    storage = read_storage(who.centre)
    if storage.limit is not None and storage.used + more > storage.limit:
        used, limit = (round(size / 1024**2) for size in (storage.used, storage.limit))
        raise StorageFull(used=used, limit=limit)


def _told(version: PromptVersion) -> dict[str, Any]:
    return {
        "prompt": version.prompt.code,
        "language": version.language,
        "number": version.number,
        "source": version.source,
    }


def _delete(paths: Sequence[str]) -> None:
    for path in paths:
        file: Path = settings.ENV.sounds / path
        file.unlink(missing_ok=True)
        file.with_suffix(".alaw").unlink(missing_ok=True)
