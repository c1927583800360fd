"""The music that waits with the caller: eight soft chords and a few bells, made here.

Sixty seconds that end where they begin, so that it may go round for ever. All tones lie
in the telephone band; they swell and fade without a beat, and stand 6 dB below the
voice, so that an announcement over it is understood.
"""

from __future__ import annotations

import numpy as np

from lianxin.speech.sound import RATE, Samples, to_telephone, voice_level

SECONDS = 60
LEVEL_DB = -26.0
_BAR = SECONDS / 8
_WORK_RATE = 3 * RATE
# In half tones from the A at 220 Hz, a mild progression in the pentatonic of C.
_CHORDS = (
    (3, 7, 10, 14),
    (0, 3, 7, 12),
    (-4, 3, 7, 12),
    (-2, 5, 10, 14),
    (3, 7, 12, 15),
    (0, 7, 10, 15),
    (-4, 0, 8, 12),
    (-2, 5, 8, 14),
)
_BELLS = (22, 19, 15, 17, 24, 22, 19, 27, 24, 22, 19, 17, 15, 19, 22, 17)


def _hertz(half_tones: float) -> float:
    return float(220.0 * 2 ** (half_tones / 12))


def _whole_turns(hertz: float) -> float:
    """Round a pitch so that it fits into the loop a whole number of times."""
    return round(hertz * SECONDS) / SECONDS


def _pad(time: Samples, bar: int) -> Samples:
    """Return one chord that swells over its bar and leans into both neighbours."""
    away = (time / _BAR - bar - 0.5 + 4) % 8 - 4  # bars from the chord's middle, round the loop
    swell = np.where(np.abs(away) < 1.0, np.cos(np.pi / 2 * away) ** 2, 0.0)
    chord = np.zeros_like(time)
    for half_tones in _CHORDS[bar]:
        pitch = _whole_turns(_hertz(half_tones))
        for harmonic, share in ((1, 1.0), (2, 0.35), (3, 0.12)):
            chord += share * np.sin(2 * np.pi * pitch * harmonic * time + half_tones)
    loud: Samples = chord * swell
    return loud


def _bell(time: Samples, number: int) -> Samples:
    """Return one soft bell, half a bar after the one before, ringing over the loop's end."""
    since = (time - number * _BAR / 2 - 0.4) % SECONDS
    pitch = _whole_turns(_hertz(_BELLS[number]))
    ring = np.exp(-since * 1.6) * np.minimum(since / 0.02, 1.0)
    tone: Samples = np.sin(2 * np.pi * pitch * time) + 0.2 * np.sin(4 * np.pi * pitch * time)
    return ring * tone


def tune() -> Samples:
    """Return 60 s at 8 kHz; the last sample leads to the first without a click."""
    time = np.arange(SECONDS * _WORK_RATE) / _WORK_RATE
    music = sum((_pad(time, bar) for bar in range(8)), np.zeros_like(time))
    music = music + sum((1.2 * _bell(time, n) for n in range(len(_BELLS))), np.zeros_like(time))
    margin = _WORK_RATE
    looped = np.concatenate([music[-margin:], music, music[:margin]])
    narrow = to_telephone(looped, _WORK_RATE)[RATE : RATE + SECONDS * RATE]
    levelled: Samples = narrow * (10 ** (LEVEL_DB / 20) / voice_level(narrow))
    return levelled
