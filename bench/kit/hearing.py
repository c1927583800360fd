"""Whether what should be heard was heard: prompts by correlation, tones by their energy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from bench.kit.rtp import decode_alaw

Samples = NDArray[np.float64]

_DECODED = np.array([decode_alaw(code) for code in range(256)], dtype=np.float64) / 32768
_RATE = 8000
_TEMPLATE_SECONDS = (0.1, 0.9)  # the part of a prompt that is looked for
_MATCH = 0.9  # normalised correlation: A-law alone takes it to about 0.99
_TONE_SHARE = 0.15  # of the energy of all that is heard, two tones and silences among it
_TONE_WIDTH = 20.0  # Hz


def decode(heard: bytes | bytearray) -> Samples:
    return _DECODED[np.frombuffer(heard, dtype=np.uint8)]


def template(prompt: Path) -> Samples:
    """The piece of a prompt's file that ``holds`` looks for."""
    samples, _ = soundfile.read(prompt, dtype="float64")
    first, last = (round(second * _RATE) for second in _TEMPLATE_SECONDS)
    return np.asarray(samples[first:last])


def holds(heard: Samples, piece: Samples) -> bool:
    """Is ``piece`` in there, at whatever time and level?"""
    if len(heard) < len(piece):
        return False
    size = 1 << (len(heard) + len(piece)).bit_length()
    spectrum = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(piece, size))
    likeness = np.fft.irfft(spectrum, size)[: len(heard) - len(piece) + 1]
    energy = np.concatenate(([0.0], np.cumsum(heard**2)))
    local = np.sqrt(np.maximum(energy[len(piece) :] - energy[: -len(piece)], 1e-9))
    best = float((likeness / local).max()) / float(np.sqrt((piece**2).sum()))
    return best > _MATCH


def has_tone(heard: Samples, hertz: float) -> bool:
    """Does a good part of the energy lie at ``hertz``?"""
    if not len(heard):
        return False
    spectrum = np.abs(np.fft.rfft(heard)) ** 2
    width = len(heard) / _RATE
    first, last = (int((hertz + shift) * width) for shift in (-_TONE_WIDTH, _TONE_WIDTH))
    return float(spectrum[first : last + 1].sum()) > _TONE_SHARE * float(spectrum[1:].sum() + 1e-9)


def read(recording: Path) -> Samples:
    """A finished recording, one channel. Nothing where it cannot be read."""
    try:
        samples, rate = soundfile.read(recording, dtype="float64", always_2d=True)
    except soundfile.SoundFileError:
        return np.zeros(0)
    return np.asarray(samples.mean(axis=1)) if rate == _RATE else np.zeros(0)


def seconds(samples: Samples) -> float:
    return len(samples) / _RATE
