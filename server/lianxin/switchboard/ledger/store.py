"""Where finished recordings are kept, and what is known of each.

A recording's place follows from its id alone, so that a restarted switchboard finds
what its predecessor had already moved.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import struct
import wave
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

log = logging.getLogger(__name__)

#: A wav of nothing but its header.
HEADER_BYTES = 44


#: Bytes between the beginning of a file and what its RIFF header counts.
_RIFF_BYTES = 8


@dataclass(frozen=True)
class Stored:
    """What is known of a recording that is kept."""

    path: str  # relative to the store
    bytes: int
    milliseconds: int
    sha256: str
    cut: bool = False  # whoever wrote it died, or had no room left: it ends early

    def facts(self) -> dict[str, str | int | bool]:
        """As the ledger tells them; of a whole recording nothing is said of its end."""
        data: dict[str, str | int | bool] = {
            "path": self.path,
            "bytes": self.bytes,
            "milliseconds": self.milliseconds,
            "sha256": self.sha256,
        }
        return {**data, "ends_early": True} if self.cut else data


class NothingRecorded(Exception):
    """No audio came out of a recording: missing, empty, a bare header, unreadable."""


def place(recording: UUID) -> str:
    """``recordings/2026/11/23/<id>.wav``: by the day that a UUIDv7 carries."""
    day = datetime.fromtimestamp((recording.int >> 80) / 1000, UTC)
    return f"recordings/{day:%Y/%m/%d}/{recording}.wav"


def keep(recording: UUID, source: Path, store: Path) -> Stored:
    """Move ``source`` into the store and measure it. Doing it twice does it once.

    What was written before the writer died, or the disk was full, is kept: see ``Stored.cut``.
    """
    path = place(recording)
    target = store / path
    if source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _move(source, target)
    marker = target.with_suffix(".cut")  # of a file that has been repaired, should we die here
    if not target.exists() or target.stat().st_size <= HEADER_BYTES + 1:
        target.unlink(missing_ok=True)
        raise NothingRecorded(str(recording))
    if mend(target, marker):
        log.warning("%s was not closed: it ends early", path)
    try:
        stored = measure(target, path)
        return replace(stored, cut=marker.exists())
    except (wave.Error, EOFError) as error:
        aside = target.with_suffix(".unreadable")  # somebody's words may still be saved from it
        target.replace(aside)
        log.error("%s is no audio (%s) and was put aside", aside, error)
        raise NothingRecorded(str(recording)) from error


def mend(file: Path, marker: Path) -> bool:
    """Let the header say what is there, and leave ``marker``; False when it already does.

    Asterisk writes both sizes when it closes a file: they are 0 when it died, and too much when
    the file was cut. Only a header as Asterisk writes it is touched.
    """
    with file.open("r+b") as audio:
        header = audio.read(HEADER_BYTES)
        if header[:4] != b"RIFF" or header[8:16] != b"WAVEfmt " or header[36:40] != b"data":
            return False
        frame = max(1, struct.unpack_from("<H", header, 32)[0])
        there = file.stat().st_size - HEADER_BYTES
        whole = there - there % frame  # half a sample is none
        if header[40:44] == struct.pack("<I", whole) and there == whole:
            return False
        marker.touch()
        audio.truncate(HEADER_BYTES + whole)
        audio.seek(4)
        audio.write(struct.pack("<I", HEADER_BYTES + whole - _RIFF_BYTES))
        audio.seek(40)
        audio.write(struct.pack("<I", whole))
    return True


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
