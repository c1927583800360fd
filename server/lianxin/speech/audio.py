"""From any common sound file to a prompt as it is played: 8 kHz, 16 bit, mono, levelled.

The container is told by its first bytes and named to the decoder, which therefore opens
nothing but the bytes that it is given: playlists and references to other files are no sound.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.error import FFmpegError, InvalidDataError

from lianxin.speech import containers, sound
from lianxin.speech.errors import AudioTooLarge, AudioTooLong, AudioUnreadable, BadTrim
from lianxin.speech.sound import RATE, Samples, write_alaw

MAX_BYTES = 20 * 1024 * 1024
MAX_SECONDS = 600
LEAST_SECONDS = 0.05
PEAKS = 400
#: As often may MPEG sound be interrupted by what is none.
SEAMS = 20
#: Fainter than this is no voice, whoever speaks: dB below full scale.
SILENCE_DB = -60.0


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
    found = containers.opened(data)
    if found is None:
        raise AudioUnreadable("unknown_format")
    container, content = found
    try:
        samples = _decode(content, container)
    except (FFmpegError, ValueError) as error:
        raise AudioUnreadable("broken", str(error)[:200]) from error
    if len(samples) < LEAST_SECONDS * RATE:
        raise AudioUnreadable("too_short")
    return samples


def _decode(data: bytes, container: str) -> Samples:
    parts: list[Samples] = []
    length = 0
    with av.open(io.BytesIO(data), "r", format=container, metadata_errors="ignore") as file:
        if not file.streams.audio:
            raise AudioUnreadable("no_sound")
        for piece in _resampled(_frames(file, container)):
            parts.append(_floats(piece))
            length += piece.samples
            if length > MAX_SECONDS * RATE:
                raise AudioTooLong(minutes=MAX_SECONDS // 60)
    return np.concatenate(parts) if parts else np.zeros(0)


def _frames(file: av.container.InputContainer, container: str) -> Iterator[av.AudioFrame]:
    """What the decoder makes of the first stream of sound.

    MPEG sound is a row of frames, each with its own head: where files were joined, a tag stands
    between them, and the decoder goes on behind it.
    """
    seam = SEAMS if container in ("mp3", "aac") else 0
    for packet in file.demux(file.streams.audio[0]):
        try:
            yield from packet.decode()
        except InvalidDataError:
            seam -= 1
            if seam < 0:
                raise


def _resampled(frames: Iterable[av.AudioFrame]) -> Iterator[av.AudioFrame]:
    """Mono at 8 kHz. Files that were joined go on in another form: each has its own resampler."""
    form: object = None
    resampler: av.AudioResampler | None = None
    for frame in frames:
        now = (frame.layout.name, frame.sample_rate, frame.format.name)
        if resampler is None or now != form:
            if resampler is not None:
                yield from resampler.resample(None)
            form, resampler = now, av.AudioResampler(format="flt", layout="mono", rate=RATE)
        yield from resampler.resample(frame)
    if resampler is not None:
        yield from resampler.resample(None)


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
