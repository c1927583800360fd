"""What was spoken into the telephone becomes a version of its prompt. See ``telephone.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings

from lianxin.centres import audit
from lianxin.centres.errors import StorageFull
from lianxin.centres.isolation import scope
from lianxin.prompts import making
from lianxin.prompts.models import PromptCode
from lianxin.prompts.own import own_prompt
from lianxin.prompts.queries import read_prompt
from lianxin.speech import audio
from lianxin.speech.audio import Made
from lianxin.speech.errors import AudioTooLong, AudioUnreadable


def make_version(centre: int, code: int, path: str) -> None:
    """The job: a recording becomes a version of its prompt, not in use yet. Twice: once."""
    made = _read(settings.ENV.store / path)
    with scope(centre):
        row = PromptCode.objects.select_for_update(of=("self",)).get(pk=code)
        if row.version_id is not None:
            return
        prompt = own_prompt(centre, row.prompt.code)
        language: Any = row.language  # held by the table's constraint
        text = read_prompt(prompt.code).text(language)
        version = making.next_version(prompt, language, "telephone", text, row.made_by_id)
        try:
            if isinstance(made, Made):
                making.give_sound(version, made)
        except StorageFull as full:
            made = full.sentence("zh")
        if not isinstance(made, Made):
            version.state, version.reason = "failed", made
            version.save()
        row.version = version
        row.save(update_fields=["version"])
        audit.note_system(
            centre, "prompt.audio_added", "prompt", prompt.pk, **making.audited(version)
        )


def _read(file: Path) -> Made | str:
    """The prompt's sound, or a sentence that says why there is none."""
    try:
        return audio.make(audio.read(file.read_bytes()))
    except (AudioUnreadable, AudioTooLong) as problem:
        return problem.sentence("zh")
