"""Jobs of calls. Each may run twice, or be killed in the middle, without harm."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from lianxin.calls.models import Recording
from lianxin.centres.alarms import raise_alarm
from lianxin.centres.isolation import scope

ALARM = "recording.mismatch"
#: Somebody may have spoken, and nothing of it could be kept.
WORDS_LOST = "recording.lost"


@app.task(queue="recordings", name="calls.verify_recordings", retry=3)
def verify_recordings(*, centre: int, recordings: list[str]) -> None:
    """Read what was stored once more: an alarm for each file that is not what was written."""
    with scope(centre):
        rows = list(Recording.objects.filter(pk__in=recordings, verified_at=None))
    for recording in rows:
        found = digest(settings.ENV.store / recording.path)
        with scope(centre):
            judge(recording, found)


def digest(path: Path) -> str:
    """SHA-256 of a file in hexadecimal, "" when it is not there."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def judge(recording: Recording, found: str) -> None:
    """Note that a file is what was stored, or raise the alarm. In the centre's scope."""
    if found and found == recording.sha256:
        Recording.objects.filter(pk=recording.pk).update(verified_at=timezone.now())
        return
    details = {"expected": recording.sha256, "found": found, "path": recording.path}
    raise_alarm(recording.centre_id, ALARM, "recording", recording.pk, **details)
