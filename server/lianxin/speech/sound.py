"""Making telephone sound out of an engine's sound, and measuring it. Mono float arrays in ±1.

A shipped prompt is 8 kHz, 16 bit, mono. Its voice stands at the same level in every
prompt, so that nobody reaches for the volume between two of them.
"""

from __future__ import annotations

import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

Samples = NDArray[np.float64]

RATE = 8000
LEVEL_DB = -20.0  # of the parts in which something is said
CEILING = 10 ** (-1.0 / 20)
TAIL_SECONDS = 0.15
_FRAME_SECONDS = 0.01
_VOICE_WITHIN_DB = 30.0  # of the loudest 10 ms
_SOUND_WITHIN_DB = 42.0  # so faint still belongs to a word: the beginning of 七, 四, 九
_LEAD_SECONDS = 0.03
_DECAY_SECONDS = 0.06
_BAND_HZ = (80.0, 3500.0)
_TAPS = 601


@dataclass(frozen=True)
class Measure:
    """What can be told of a prompt without ears. Levels in dB below full scale."""

    seconds: float
    lead: float  # seconds before the voice
    tail: float  # seconds after it
    level: float  # of the voice: frames within 30 dB of the loudest
    peak: float
    clipped: int  # samples at full scale


def decibels(value: float) -> float:
    """Return an amplitude in dB of full scale; silence is −120."""
    return float(20 * np.log10(max(value, 1e-6)))


def frame_levels(sound: Samples, rate: int = RATE) -> Samples:
    """Return the RMS of each 10 ms."""
    size = int(rate * _FRAME_SECONDS)
    count = max(1, -(-len(sound) // size))
    frames = np.zeros(count * size)
    frames[: len(sound)] = sound
    rms: Samples = np.sqrt(np.mean(frames.reshape(count, size) ** 2, axis=1))
    return rms


def _voiced(levels: Samples, within_db: float = _VOICE_WITHIN_DB) -> NDArray[np.bool_]:
    loudest = float(np.max(levels))
    voiced: NDArray[np.bool_] = levels > max(loudest * 10 ** (-within_db / 20), 1e-5)
    return voiced


def voice_level(sound: Samples, rate: int = RATE) -> float:
    """Return the RMS amplitude of the frames in which something is said; 0 for silence."""
    levels = frame_levels(sound, rate)
    voiced = levels[_voiced(levels)]
    return float(np.sqrt(np.mean(voiced**2))) if len(voiced) else 0.0


def _span(sound: Samples, rate: int, within_db: float) -> tuple[int, int]:
    """Return the first and the end sample of what is heard; (0, 0) when there is nothing."""
    where = np.flatnonzero(_voiced(frame_levels(sound, rate), within_db))
    if not len(where):
        return 0, 0
    size = int(rate * _FRAME_SECONDS)
    return int(where[0]) * size, min(len(sound), (int(where[-1]) + 1) * size)


def trim(sound: Samples, rate: int) -> Samples:
    """Cut the silence off both ends. To be done in the full band.

    On the telephone the hiss that begins 七 or 四 is fainter than what counts as silence.
    """
    first, end = _span(sound, rate, _SOUND_WITHIN_DB)
    return sound[max(0, first - int(_LEAD_SECONDS * rate)) : end + int(_DECAY_SECONDS * rate)]


def fade(sound: Samples, rate: int, rise: float = 0.005, fall: float = 0.03) -> Samples:
    """Raise the beginning from nothing and lower the end to nothing (seconds)."""
    shaped = sound.copy()
    up, down = int(rise * rate), int(fall * rate)
    shaped[:up] *= np.linspace(0.0, 1.0, up)
    shaped[len(shaped) - down :] *= np.linspace(1.0, 0.0, down)
    return shaped


def _low_pass(cutoff: float, rate: int) -> Samples:
    """Return the taps of a windowed sinc: linear phase, 80 dB down in the stop band."""
    reach = np.arange(_TAPS) - (_TAPS - 1) / 2
    taps: Samples = np.sinc(2 * cutoff / rate * reach) * np.kaiser(_TAPS, 8.0)
    taps /= taps.sum()
    return taps


def to_telephone(sound: Samples, rate: int) -> Samples:
    """Band-limit ``sound`` to what a telephone carries and take it to 8 kHz.

    ``rate`` must be a multiple of 8000 (ValueError).
    """
    step, rest = divmod(rate, RATE)
    if rest:
        raise ValueError(f"{rate} Hz is no multiple of {RATE} Hz")
    low, high = _BAND_HZ
    band = np.convolve(sound, _low_pass(high, rate) - _low_pass(low, rate), mode="same")
    narrow: Samples = band[::step]
    return narrow


def levelled(sound: Samples, level_db: float = LEVEL_DB) -> Samples:
    """Bring the voice to ``level_db``; single peaks above −1 dB are rounded off."""
    level = voice_level(sound)
    if level == 0.0:
        raise ValueError("silence has no level")
    loud = sound * (10 ** (level_db / 20) / level)
    knee = CEILING * 0.7
    over = np.abs(loud) > knee
    room = CEILING - knee
    loud[over] = np.sign(loud[over]) * (knee + room * np.tanh((np.abs(loud[over]) - knee) / room))
    return loud


def prompt(
    sound: Samples, rate: int, tail: float = TAIL_SECONDS, level: float = LEVEL_DB
) -> Samples:
    """Turn an engine's output into a prompt: trimmed, narrow band, levelled, faded."""
    narrow = to_telephone(trim(sound, rate), rate)
    shaped = fade(levelled(narrow, level), RATE)
    return np.concatenate([shaped, np.zeros(int(tail * RATE))])


def at_least(sound: Samples, seconds: float) -> Samples:
    """Follow ``sound`` with silence until it lasts ``seconds``."""
    return np.concatenate([sound, np.zeros(max(0, round(seconds * RATE) - len(sound)))])


def beep(hertz: float = 1000.0, seconds: float = 0.3, level: float = LEVEL_DB) -> Samples:
    """Return the tone after which a caller speaks."""
    time = np.arange(int(seconds * RATE)) / RATE
    tone = np.sin(2 * np.pi * hertz * time) * np.sqrt(2) * 10 ** (level / 20)
    return np.concatenate([fade(tone, RATE, 0.01, 0.01), np.zeros(int(0.05 * RATE))])


def write_wav(path: Path, sound: Samples) -> None:
    """Write 8 kHz, 16 bit, mono. The same samples always give the same bytes."""
    pcm = np.round(np.clip(sound, -1.0, 1.0) * 32767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(pcm.tobytes())


def read_wav(path: Path) -> Samples:
    """Read a prompt; ValueError unless it is 8 kHz, 16 bit, mono."""
    with wave.open(str(path), "rb") as file:
        shape = (file.getframerate(), file.getsampwidth(), file.getnchannels())
        if shape != (RATE, 2, 1):
            raise ValueError(f"{path.name}: rate, bytes, channels are {shape}, not (8000, 2, 1)")
        data = file.readframes(file.getnframes())
    return np.frombuffer(data, "<i2").astype(np.float64) / 32767


def measure(sound: Samples) -> Measure:
    """Measure an 8 kHz prompt."""
    first, end = _span(sound, RATE, _VOICE_WITHIN_DB)
    peak = float(np.max(np.abs(sound))) if len(sound) else 0.0
    return Measure(
        seconds=len(sound) / RATE,
        lead=first / RATE,
        tail=(len(sound) - end) / RATE,
        level=decibels(voice_level(sound)),
        peak=decibels(peak),
        clipped=int(np.count_nonzero(np.abs(sound) >= 1.0)),
    )


def write_alaw(wav: Path, coded: Path) -> None:
    """Write ``wav`` as raw A-law, which Asterisk takes for such a call without coding again."""
    samples, rate = soundfile.read(wav, dtype="int16")
    draft = coded.with_name(f".{coded.name}")
    soundfile.write(draft, samples, rate, format="RAW", subtype="ALAW")
    draft.replace(coded)
