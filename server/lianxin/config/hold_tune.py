"""The tune that waiting callers hear: made here, so that it belongs to nobody."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 8000
_BEAT = 0.75  # seconds
#: A pentatonic melody over slow fifths, as (semitones above C4 or None, beats).
_MELODY: tuple[tuple[int | None, int], ...] = (
    (4, 2), (7, 1), (9, 1), (12, 3), (None, 1), (9, 2), (7, 1), (4, 1), (2, 3), (None, 1),
    (0, 2), (2, 1), (4, 1), (7, 3), (None, 1), (4, 1), (2, 1), (0, 1), (-3, 1), (0, 3), (None, 1),
)  # fmt: skip
_BASS: tuple[tuple[int, int], ...] = ((-12, 8), (-15, 8), (-12, 8), (-17, 4), (-12, 4))


def tune() -> NDArray[np.int16]:
    """Render the tune, 8 kHz mono, at a level well below that of speech."""
    beats = sum(length for _, length in _MELODY)
    sound = np.zeros(int((beats * _BEAT + 2.0) * RATE))
    _play(sound, _MELODY, level=0.10, decay=0.9)
    _play(sound, _BASS, level=0.06, decay=2.4)
    _play(sound, tuple((n + 7, length) for n, length in _BASS), level=0.035, decay=2.4)
    return np.round(np.clip(sound, -1, 1) * 32767).astype(np.int16)


def _play(
    sound: NDArray[np.float64],
    notes: tuple[tuple[int | None, int], ...] | tuple[tuple[int, int], ...],
    *,
    level: float,
    decay: float,
) -> None:
    at = 0.0
    for semitones, beats in notes:
        if semitones is not None:
            struck = _bell(261.63 * 2 ** (semitones / 12), beats * _BEAT + 1.2, decay) * level
            start = int(at * RATE)
            end = min(start + struck.size, sound.size)
            sound[start:end] += struck[: end - start]
        at += beats * _BEAT


def _bell(hertz: float, seconds: float, decay: float) -> NDArray[np.float64]:
    time = np.arange(int(seconds * RATE)) / RATE
    partials = ((1, 1.0), (2, 0.35), (3, 0.12), (4, 0.05))
    wave_sum = sum(
        np.sin(2 * np.pi * hertz * n * time) * amount * np.exp(-time * n**0.5 / decay)
        for n, amount in partials
    )
    edges = np.minimum(1, time / 0.02) * np.minimum(1, (seconds - time) / 0.1)
    return np.asarray(wave_sum * edges)


def write_tune(path: Path) -> None:
    """Write the tune as a WAV file where there is none yet."""
    if path.exists():
        return
    part = path.with_suffix(".part")
    with wave.open(str(part), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(tune().tobytes())
    part.rename(path)
