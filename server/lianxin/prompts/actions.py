"""Writes of prompts. A sound is never changed: another one is a new version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, FLOW_EDITOR, Actor
from lianxin.centres.quotas import need_storage
from lianxin.centres.versions import check_version
from lianxin.prompts import making
from lianxin.prompts.choices import PromptSource
from lianxin.prompts.errors import (
    NoSpeech,
    NoVoice,
    PromptCodeTaken,
    PromptConflict,
    PromptInUse,
)
from lianxin.prompts.library import LibraryPrompt
from lianxin.prompts.models import Prompt, PromptVersion
from lianxin.prompts.own import own_prompt
from lianxin.prompts.queries import read_prompt
from lianxin.prompts.shipped import shipped
from lianxin.rules.values import Language
from lianxin.speech import audio, engine
from lianxin.speech.audio import Made

EDITORS = (FLOW_EDITOR, ADMINISTRATOR)
#: The job of ``tasks``, called by its name: it needs this file.
RENDER_VERSION = "prompts.render_version"


def create_prompt(
    who: Actor, code: str, name: str, note: str, texts: dict[Language, str]
) -> LibraryPrompt:
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
        return read_prompt(code)


def change_prompt(who: Actor, code: str, version: int, changes: dict[str, Any]) -> LibraryPrompt:
    """Change ``name``, ``note`` or single ``texts`` of a prompt that was read at ``version``.

    Raises ``PromptConflict``, ``NotFound``.
    """
    who.need(*EDITORS)
    with who.scope():
        row = own_prompt(who.centre, code)
        wanted = {**changes, "texts": {**row.texts, **changes.get("texts", {})}}
        check_version(row, version, PromptConflict)
        details = audit.changes({field: getattr(row, field) for field in wanted}, wanted)
        _write(who, row, wanted)
        audit.note(who, "prompt.changed", "prompt", row.pk, prompt=code, **details)
        return read_prompt(code)


def remove_prompt(who: Actor, code: str, used_by: Sequence[str]) -> None:
    """Delete the centre's own prompt; a shipped one of that name is heard again.

    ``used_by``: the flows that name it. Raises ``NotFound``, and ``PromptInUse`` when a flow
    would be left without it.
    """
    who.need(*EDITORS)
    if used_by and code not in shipped():
        raise PromptInUse(flows=list(used_by))
    with who.scope():
        row = own_prompt(who.centre, code)
        made = row.versions.exclude(source="shipped").exclude(path="")
        paths = list(made.values_list("path", flat=True))
        audit.note(who, "prompt.removed", "prompt", row.pk, prompt=code)
        row.delete()
        transaction.on_commit(lambda: _delete(paths))


def add_audio(
    who: Actor,
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
        row = own_prompt(who.centre, code)
        version = making.next_version(
            row, language, source, text or read_prompt(code).text(language), who.person
        )
        return _keep(who, version, made)


@dataclass(frozen=True)
class Speech:
    """What the engine is to say, in which voice, and how fast: 1.0 is the voice's own."""

    text: str
    voice: str
    speed: float = 1.0


def speak(who: Actor, code: str, version: int, language: Language, said: Speech) -> PromptVersion:
    """Begin a version that the engine speaks; its text is the prompt's, read at ``version``.

    Raises ``PromptConflict``, ``NotFound``, ``NoSpeech``, ``NoVoice``.
    """
    who.need(*EDITORS)
    if not engine.available():
        raise NoSpeech
    if said.voice not in engine.voices(language):
        raise NoVoice
    with who.scope():
        row = own_prompt(who.centre, code)
        texts = {**row.texts, language: said.text}
        check_version(row, version, PromptConflict)
        need_storage(who.centre, 0)
        if texts != row.texts:
            _write(who, row, {"texts": texts})
        made = making.next_version(
            row, language, "tts", said.text, who.person, voice=said.voice, speed=said.speed
        )
        made.state = "rendering"
        made.save()
        audit.note(who, "prompt.spoken", "prompt", row.pk, **making.audited(made))
        app.configure_task(RENDER_VERSION).defer(centre=who.centre, version=made.pk)
        return _read(made)


def trim(
    who: Actor, code: str, language: Language, number: int, ends: tuple[float, float]
) -> PromptVersion:
    """Cut a version to ``ends`` (seconds); what is left is a new version.

    Raises ``NotFound``, ``NoSuchVersion``, ``VersionNotReady``, ``BadTrim``.
    """
    who.need(*EDITORS)
    with who.scope():
        row = own_prompt(who.centre, code)
        old = making.ready_version(row, language, number)
        file: Path = settings.ENV.sounds / old.path
        made = audio.make(audio.read(file.read_bytes()), *ends)
        source: Any = old.source  # held by the table's constraint
        version = making.next_version(
            row, language, source, old.text, who.person, voice=old.voice, speed=old.speed
        )
        return _keep(who, version, made)


def make_current(who: Actor, code: str, language: Language, number: int | None) -> LibraryPrompt:
    """Let callers hear version ``number`` from now on; ``None``: what is shipped, or nothing.

    Raises ``NotFound``, ``NoSuchVersion``, ``VersionNotReady``.
    """
    who.need(*EDITORS)
    with who.scope():
        row = own_prompt(who.centre, code)
        chosen = None if number is None else making.ready_version(row, language, number)
        before = row.versions.filter(language=language, current=True)
        was = before.values_list("number", flat=True).first()
        before.update(current=False)
        if chosen is not None:
            PromptVersion.objects.filter(pk=chosen.pk).update(current=True)
        details = {"prompt": code, "language": language, "number": number, "was": was}
        audit.note(who, "prompt.made_current", "prompt", row.pk, **details)
        return read_prompt(code)


def keep_rendered(version: PromptVersion, made: Made) -> None:
    """What the engine spoke is there. In the centre's scope; twice does no harm."""
    making.give_sound(version, made)


def fail_rendered(version: PromptVersion, reason: str) -> None:
    """The engine could not speak it. In the centre's scope."""
    PromptVersion.objects.filter(pk=version.pk, state="rendering").update(
        state="failed", reason=reason[:400]
    )


def _write(who: Actor, row: Prompt, wanted: dict[str, Any]) -> None:
    """Another state of name, note and texts. ``row`` is locked."""
    for field, value in wanted.items():
        setattr(row, field, value)
    row.version += 1
    row.updated_at, row.updated_by_id = timezone.now(), who.person
    row.save()


def _keep(who: Actor, version: PromptVersion, made: Made) -> PromptVersion:
    making.give_sound(version, made)
    audit.note(who, "prompt.audio_added", "prompt", version.prompt_id, **making.audited(version))
    return _read(version)


def _read(version: PromptVersion) -> PromptVersion:
    """``version`` with who made it."""
    return PromptVersion.objects.select_related("made_by").get(pk=version.pk)


def _delete(paths: Sequence[str]) -> None:
    for path in paths:
        file: Path = settings.ENV.sounds / path
        file.unlink(missing_ok=True)
        file.with_suffix(".alaw").unlink(missing_ok=True)
