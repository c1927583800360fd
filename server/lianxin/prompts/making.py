"""How a version comes to be, whoever makes it. All of it stands in the centre's scope."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Max

from lianxin.centres.models import Centre
from lianxin.prompts import audio
from lianxin.prompts.audio import Made
from lianxin.prompts.models import Prompt, PromptVersion
from lianxin.prompts.problems import NoSuchVersion, StorageFull, VersionNotReady
from lianxin.prompts.queries import read_storage
from lianxin.prompts.words import PromptSource
from lianxin.rules.flow.values import Language


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
    make_room(version.centre_id, 2 * len(made.samples))
    folder = Centre.objects.get(pk=version.centre_id).code
    name = f"{version.prompt.code}.{version.number}.wav"
    version.path = f"{folder}/{version.language}/{name}"
    version.bytes, version.sha256 = audio.keep(made, settings.ENV.sounds / version.path)
    version.seconds, version.level, version.peaks = made.seconds, made.level, made.peaks
    version.state = "ready"
    version.save()


def make_room(centre: int, more: int) -> None:
    """Raise ``StorageFull`` when ``more`` bytes are too many for the centre."""
    storage = read_storage(centre)
    if storage.limit is not None and storage.used + more > storage.limit:
        used, limit = (round(size / 1024**2) for size in (storage.used, storage.limit))
        raise StorageFull(used=used, limit=limit)


def told(version: PromptVersion) -> dict[str, Any]:
    """What the audit trail keeps of a version."""
    return {
        "prompt": version.prompt.code,
        "language": version.language,
        "number": version.number,
        "source": version.source,
    }
