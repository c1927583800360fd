"""How a version comes to be, whoever makes it. All of it stands in the centre's scope."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Max

from lianxin.centres.models import Centre
from lianxin.centres.quotas import need_storage
from lianxin.prompts.choices import PromptSource
from lianxin.prompts.errors import NoSuchVersion, VersionNotReady
from lianxin.prompts.models import Prompt, PromptVersion
from lianxin.rules.values import Language
from lianxin.speech import audio
from lianxin.speech.audio import Made


def ready_version(row: Prompt, language: Language, number: int) -> PromptVersion:
    """Raises ``NoSuchVersion``, ``VersionNotReady``."""
    version = row.versions.filter(language=language, number=number).first()
    if version is None:
        raise NoSuchVersion
    if version.state != "ready":
        raise VersionNotReady
    return version


def next_version(
    row: Prompt, language: Language, source: PromptSource, text: str, person: int, **more: Any
) -> PromptVersion:
    """The next version, not saved yet. ``row`` is locked."""
    last = row.versions.filter(language=language).aggregate(last=Max("number"))["last"] or 0
    return PromptVersion(
        centre_id=row.centre_id,
        prompt=row,
        language=language,
        number=last + 1,
        source=source,
        text=text,
        made_by_id=person,
        **more,
    )


def give_sound(version: PromptVersion, made: Made) -> None:
    """Write the file of ``version`` and save it. Raises ``StorageFull``."""
    need_storage(version.centre_id, 2 * len(made.samples))
    folder = Centre.objects.get(pk=version.centre_id).code
    name = f"{version.prompt.code}.{version.number}.wav"
    version.path = f"{folder}/{version.language}/{name}"
    version.bytes, version.sha256 = audio.keep(made, settings.ENV.sounds / version.path)
    version.seconds, version.level, version.peaks = made.seconds, made.level, made.peaks
    version.state = "ready"
    version.save()


def audited(version: PromptVersion) -> dict[str, Any]:
    """What the audit trail keeps of a version."""
    return {
        "prompt": version.prompt.code,
        "language": version.language,
        "number": version.number,
        "source": version.source,
    }
