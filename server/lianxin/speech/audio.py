"""From any common sound file to a prompt as it is played: 8 kHz, 16 bit, mono, levelled.

The container is told by its first bytes and named to the decoder, which therefore opens
nothing but the bytes that it is given: playlists and references to other files are no sound.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.error import FFmpegError

from lianxin.speech import sound
from lianxin.speech.errors import AudioTooLarge, AudioTooLong, AudioUnreadable, BadTrim
from lianxin.speech.sound import RATE, Samples, write_alaw

MAX_BYTES = 20 * 1024 * 1024
MAX_SECONDS = 600
LEAST_SECONDS = 0.05
PEAKS = 400
#: Fainter than this is no voice, whoever speaks: dB below full scale.
SILENCE_DB = -60.0

#: Where the sign stands, the sign, and the decoder's name of the container.
_SIGNS = (
    (8, b"WAVE", "wav"),
    (8, b"AIFF", "aiff"),
    (8, b"AIFC", "aiff"),
    (4, b"ftyp", "mov"),
    (0, b"ID3", "mp3"),
    (0, b"OggS", "ogg"),
    (0, b"\x1a\x45\xdf\xa3", "matroska"),
    (0, b"fLaC", "flac"),
    (0, b"#!AMR", "amr"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "asf"),
)


@dataclass(frozen=True)
class Made:
    """A prompt's sound and what is known of it."""

    samples: Samples
    seconds: float
    level: float  # dB below full scale
    peaks: list[int]


def read(data: bytes) -> Samples:
    """Decode ``data`` to mono at 8 kHz, as it is.

    Raises ``AudioTooLarge``, ``AudioTooLong``, ``AudioUnreadable``.
    """
    if len(data) > MAX_BYTES:
        raise AudioTooLarge(megabytes=MAX_BYTES // 1024**2)
    if not data:
        raise AudioUnreadable("empty")
    container = container_of(data)
    if container is None:
        raise AudioUnreadable("unknown_format")
    try:
        samples = _decode(data, container)
    except (FFmpegError, ValueError) as error:
        raise AudioUnreadable("broken", str(error)[:200]) from error
    if len(samples) < LEAST_SECONDS * RATE:
        raise AudioUnreadable("too_short")
    return samples


def container_of(data: bytes) -> str | None:
    """Tell the container by its first bytes; ``None``: none that is taken."""
    for place, sign, name in _SIGNS:
        if data[place : place + len(sign)] == sign:
            return name
    if len(data) > 1 and data[0] == 0xFF and data[1] & 0xE0 == 0xE0:  # a frame of MPEG sound
        return "aac" if data[1] & 0x06 == 0 else "mp3"
    return None


def _decode(data: bytes, container: str) -> Samples:
    parts: list[Samples] = []
    length = 0
    with av.open(io.BytesIO(data), "r", format=container, metadata_errors="ignore") as file:
        if not file.streams.audio:
            raise AudioUnreadable("no_sound")
        resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
        for frame in file.decode(file.streams.audio[0]):
            for piece in resampler.resample(frame):
                parts.append(_floats(piece))
                length += piece.samples
            if length > MAX_SECONDS * RATE:
                raise AudioTooLong(minutes=MAX_SECONDS // 60)
        parts.extend(_floats(piece) for piece in resampler.resample(None))
    return np.concatenate(parts) if parts else np.zeros(0)


def _floats(frame: av.AudioFrame) -> Samples:
    return np.asarray(frame.to_ndarray()[0], dtype=np.float64)


def make(samples: Samples, start: float = 0.0, end: float | None = None) -> Made:
    """Turn ``samples`` (8 kHz), from ``start`` to ``end`` seconds, into a prompt.

    Silence at the ends is cut off, the voice is brought to the level of the shipped prompts.
    Raises ``BadTrim``, and ``AudioUnreadable`` when only silence is left.
    """
    cut = _between(samples, start, end)
    if sound.decibels(sound.voice_level(cut)) < SILENCE_DB:
        raise AudioUnreadable("silent")
    return describe(sound.prompt(cut, RATE))


def describe(samples: Samples) -> Made:
    """``samples`` with their length, level and peaks."""
    level = sound.decibels(sound.voice_level(samples))
    return Made(samples, round(len(samples) / RATE, 3), round(level, 1), peaks(samples))


def _between(samples: Samples, start: float, end: float | None) -> Samples:
    length = len(samples) / RATE
    stop = length if end is None else min(end, length)
    if not (0 <= start < stop) or stop - start < LEAST_SECONDS:
        raise BadTrim(seconds=round(length, 3))
    return samples[round(start * RATE) : round(stop * RATE)]


def peaks(samples: Samples, count: int = PEAKS) -> list[int]:
    """Return the loudest of each of ``count`` equal parts, 0 to 100."""
    parts = np.array_split(np.abs(samples), min(count, max(1, len(samples))))
    return [round(float(np.max(part)) * 100) for part in parts]


def keep(made: Made, file: Path) -> tuple[int, str]:
    """Write ``made`` and, beside it, the same as A-law. Returns its bytes and its SHA-256."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}")
    sound.write_wav(draft, made.samples)
    data = draft.read_bytes()
    write_alaw(draft, file.with_suffix(".alaw"))
    draft.replace(file)
    return len(data), hashlib.sha256(data).hexdigest()
