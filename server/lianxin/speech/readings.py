"""朗读: texts are read aloud when they are published or approved, ahead of any call.

Whoever owns texts says here which of them callers may hear; the worker reads those that nobody
has read yet (``reader.py``). All of it stands in the centre's scope.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from lianxin.centres.models import Centre
from lianxin.rules.values import Language
from lianxin.speech.choices import ReadAbout, ReadingState
from lianxin.speech.files import VOICES, key_of, path_of
from lianxin.speech.models import Reading

#: A citizen waits for their reply; the knowledge may come after it. All are read one by one, for
#: the engine would keep the worker from everything else.
_PRIORITY: dict[str, int] = {"reply": 1, "knowledge": 0}
_ONE_BY_ONE = "read_aloud"
#: The job of ``speech.tasks``, called by its name: it needs this file. Its name is of the room
#: that it came from, so that one which was queued before an update is still known after it.
READ_ALOUD = "prompts.read_aloud"

Text = tuple[str, Language]


@dataclass(frozen=True)
class ReadingStatus:
    """How far the texts of something are. ``reason``: why the first of them failed."""

    state: ReadingState
    reason: str = ""
    seconds: float = 0.0


def want(centre: int, about: ReadAbout, about_id: str, texts: Iterable[Text]) -> None:
    """Let callers hear exactly these texts of ``about_id``. Again: what failed is tried again."""
    wanted = {key_of(t, lang): (t, lang) for t, lang in texts if t and lang in VOICES}
    there = {row.key: row for row in Reading.objects.filter(about=about, about_id=about_id)}
    _drop(centre, [row for key, row in there.items() if key not in wanted])
    for key, (text, language) in wanted.items():
        row = there.get(key) or Reading(
            centre_id=centre,
            about=about,
            about_id=about_id,
            language=language,
            text=text,
            key=key,
        )
        if row.state != "ready":
            row.state, row.tries, row.reason = "waiting", 0, ""
            row.save()
            _defer(row)


def reading_status(about: ReadAbout, about_id: str) -> ReadingStatus | None:
    """How far the texts of ``about_id`` are, the worst first; None: nothing is to be read."""
    rows = list(Reading.objects.filter(about=about, about_id=about_id).order_by("pk").defer("text"))
    order: tuple[ReadingState, ...] = ("failed", "waiting", "ready")
    for state in order:
        found = [row for row in rows if row.state == state]
        if found:
            return ReadingStatus(state, found[0].reason, round(sum(row.seconds for row in rows), 1))
    return None


def seconds_of(text: str, language: Language) -> float | None:
    """How long the sound of ``text`` is; None: it has not been read aloud."""
    rows = Reading.objects.filter(key=key_of(text, language), state="ready")
    return rows.values_list("seconds", flat=True).first()


def catch_up(centre: int) -> None:
    """Queue what waits, what lost its file and what an older recipe has read; each once."""
    code, queued = _code_of(centre), _queued()
    for row in Reading.objects.exclude(state="failed").iterator():
        key, old = key_of(row.text, row.language), row.key
        if row.state == "ready" and key == old and _file_at(code, key).exists():
            continue
        # Only these: what the worker has noted of the row meanwhile stays.
        changed = Reading.objects.filter(pk=row.pk, key=old, state=row.state)
        if not changed.update(key=key, state="waiting"):
            continue
        if old != key:
            _forget(centre, {old})
        if row.pk not in queued:
            _defer(row)


def file_of(centre: int, key: str) -> Path:
    """Where the sound of ``key`` lies, or will."""
    return _file_at(_code_of(centre), key)


def _code_of(centre: int) -> str:
    return Centre.objects.values_list("code", flat=True).get(pk=centre)


def _file_at(code: str, key: str) -> Path:
    file: Path = settings.ENV.sounds / path_of(code, key)
    return file


def _queued() -> set[int]:
    """The readings whose jobs wait or are done just now.

    Asked for instead of a queueing lock: a job that fails could not be put back into the queue
    while another of its lock stands there, and would keep the turn of all.
    """
    jobs = ProcrastinateJob.objects.filter(task_name=READ_ALOUD, status__in=("todo", "doing"))
    return {args["reading"] for args in jobs.values_list("args", flat=True)}


def _defer(row: Reading) -> None:
    job = app.configure_task(READ_ALOUD, lock=_ONE_BY_ONE, priority=_PRIORITY[row.about])
    job.defer(centre=row.centre_id, reading=row.pk)


def _drop(centre: int, rows: list[Reading]) -> None:
    Reading.objects.filter(pk__in=[row.pk for row in rows]).delete()
    _forget(centre, {row.key for row in rows})


def _forget(centre: int, keys: set[str]) -> None:
    """Delete the files of ``keys`` that nobody else names, once this is committed."""
    used = set(Reading.objects.filter(key__in=keys).values_list("key", flat=True))
    unused = keys - used
    if unused:
        code = _code_of(centre)
        files = [_file_at(code, key) for key in unused]
        transaction.on_commit(lambda: _delete(files))


def _delete(files: Iterable[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
        file.with_suffix(".alaw").unlink(missing_ok=True)
