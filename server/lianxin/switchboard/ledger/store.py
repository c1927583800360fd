"""Where finished recordings are kept, and what is known of each.

A recording's place follows from its id alone, so that a restarted switchboard finds
what its predecessor had already moved.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import struct
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, NoReturn
from uuid import UUID

from lianxin.switchboard.ledger import wav

log = logging.getLogger(__name__)

#: Bytes between the beginning of a file and what its RIFF header counts.
_RIFF_BYTES = 8
#: Asterisk writes 32 kB at once. On a disk with less than twice that it had no room for the end of
#: what it wrote, closes the file in good order, and tells nobody.
_ROOM_BYTES = 64 * 1024


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
    """No audio came out of a recording: missing, empty, a bare header."""

    reason = "empty"  # as the ledger says it


class Unreadable(NothingRecorded):
    """There may be words in the file, but nobody knows where: it was put aside."""

    reason = "unreadable"


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
    full = False
    if source.exists():
        full = shutil.disk_usage(source.parent).free < _ROOM_BYTES
        target.parent.mkdir(parents=True, exist_ok=True)
        _move(source, target)
    aside = target.with_suffix(".unreadable")  # somebody's words may still be saved from it
    if not target.exists() and aside.exists():
        raise Unreadable(str(recording))
    if not target.exists() or target.stat().st_size <= wav.HEADER_BYTES + 1:
        return _none(target)
    marker = target.with_suffix(".cut")  # of a file that has been repaired, should we die here
    try:
        header = mend(target, marker)
    except wav.NoWave as error:
        target.replace(aside)
        log.error("%s is no audio (%s) and was put aside", aside, error)
        raise Unreadable(str(recording)) from error
    if not header.whole(target.stat().st_size):
        return _none(target)
    if full:
        marker.touch()
    if marker.exists():
        log.warning("%s was not closed, or its disk is full: it ends early", path)
    return measure(target, path, header, cut=marker.exists())


def _none(target: Path) -> NoReturn:
    for file in (target, target.with_suffix(".cut")):
        file.unlink(missing_ok=True)
    raise NothingRecorded(target.stem)


def mend(file: Path, marker: Path) -> wav.Header:
    """Let the header say what is there, and leave ``marker`` where it did not.

    Raise ``NoWave`` for a file of which it cannot be known; nothing of it is touched.
    """
    with file.open("r+b") as audio:
        head, size = audio.read(wav.READ_BYTES), file.stat().st_size
        try:
            header = wav.read(head)
        except wav.OtherFormat:
            raise
        except wav.NoWave:
            anew = wav.rebuilt(head)
            marker.touch()
            audio.seek(0)
            audio.write(anew)
            header = wav.read(anew)
        whole = header.whole(size)
        end = header.begin + whole
        if (header.size, end) != (whole, size):
            marker.touch()
            audio.truncate(end)
        _write_size(audio, 4, end - _RIFF_BYTES)
        _write_size(audio, header.begin - 4, whole)
    return replace(header, size=whole)


def _write_size(audio: BinaryIO, at: int, size: int) -> None:
    """Only where it says something else: a file that is whole is not touched."""
    audio.seek(at)
    new = struct.pack("<I", size)
    if audio.read(4) != new:
        audio.seek(at)
        audio.write(new)


def measure(file: Path, path: str, header: wav.Header, *, cut: bool = False) -> Stored:
    """Size in bytes, length in milliseconds, SHA-256 of ``file``."""
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    size = file.stat().st_size
    return Stored(path, size, header.milliseconds(size), digest, cut)


def _move(source: Path, target: Path) -> None:
    """Rename within one file system; else copy beside the target and rename there."""
    try:
        source.rename(target)
    except OSError:
        temporary = target.with_suffix(".part")
        shutil.copyfile(source, temporary)
        temporary.replace(target)
        source.unlink()
