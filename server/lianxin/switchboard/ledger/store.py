"""Where finished recordings are kept, and what is known of each.

A recording's place follows from its id alone, so that a restarted switchboard finds
what its predecessor had already moved.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import wave
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

log = logging.getLogger(__name__)

#: A wav of nothing but its header.
HEADER_BYTES = 44


@dataclass(frozen=True)
class Stored:
    path: str  # relative to the store
    bytes: int
    milliseconds: int
    sha256: str


class NothingRecorded(Exception):
    """No audio came out of a recording: missing, empty, a bare header, unreadable."""


def place(recording: UUID) -> str:
    """``recordings/2026/11/23/<id>.wav``: by the day that a UUIDv7 carries."""
    day = datetime.fromtimestamp((recording.int >> 80) / 1000, UTC)
    return f"recordings/{day:%Y/%m/%d}/{recording}.wav"


def keep(recording: UUID, source: Path, store: Path) -> Stored:
    """Move ``source`` into the store and measure it. Doing it twice does it once."""
    path = place(recording)
    target = store / path
    if source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _move(source, target)
    if not target.exists() or target.stat().st_size <= HEADER_BYTES:
        target.unlink(missing_ok=True)
        raise NothingRecorded(str(recording))
    try:
        return measure(target, path)
    except (wave.Error, EOFError) as error:
        aside = target.with_suffix(".unreadable")  # somebody's words may still be saved from it
        target.replace(aside)
        log.error("%s is no audio (%s) and was put aside", aside, error)
        raise NothingRecorded(str(recording)) from error


def measure(file: Path, path: str) -> Stored:
    """Size in bytes, length in milliseconds, SHA-256 of ``file``."""
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return Stored(path, file.stat().st_size, milliseconds(file), digest)


def milliseconds(file: Path) -> int:
    """Length by the bytes that are there: a header that was not finished says too little."""
    with wave.open(str(file), "rb") as audio:
        bytes_a_second = audio.getframerate() * audio.getsampwidth() * audio.getnchannels()
    return (file.stat().st_size - HEADER_BYTES) * 1000 // bytes_a_second


def _move(source: Path, target: Path) -> None:
    """Rename within one file system; else copy beside the target and rename there."""
    try:
        source.rename(target)
    except OSError:
        temporary = target.with_suffix(".part")
        shutil.copyfile(source, temporary)
        temporary.replace(target)
        source.unlink()
