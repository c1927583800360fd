"""What is in a recording: which tones when, where sound and silence are, what is missing.

Never by file size: an hour of silence is as long as an hour of talk. Times are seconds from
the beginning of the recording, levels dB below full scale.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

Samples = NDArray[np.float64]

#: Below it is silence: comfort noise and the steps of A-law lie under it.
SILENCE_DB = -50.0
_WINDOW = 0.04  # seconds that a tone is measured over: 25 Hz apart
_HOP = 0.01
_STEP = 0.005  # resolution of sound and silence
_FLOOR = 1e-9


@dataclass(frozen=True)
class Span:
    start: float
    end: float

    @property
    def seconds(self) -> float:
        return self.end - self.start


@dataclass(frozen=True)
class Tone(Span):
    """One frequency that was held; ``hertz`` is its mean."""

    hertz: float


@dataclass(frozen=True)
class Sound:
    """One channel of audio, samples from -1 to 1."""

    samples: Samples
    rate: int

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate

    def part(self, start: float = 0.0, end: float | None = None) -> Sound:
        first = round(start * self.rate)
        last = len(self.samples) if end is None else round(end * self.rate)
        return Sound(self.samples[first:last], self.rate)


def load(path: Path) -> Sound:
    """Read a wav; several channels are mixed."""
    samples, rate = soundfile.read(path, dtype="float64", always_2d=True)
    return Sound(np.asarray(samples.mean(axis=1)), int(rate))


def level_db(sound: Sound) -> float:
    """The effective level; -180 for nothing at all."""
    if not len(sound.samples):
        return 20 * math.log10(_FLOOR)
    return 20 * math.log10(float(np.sqrt(np.mean(sound.samples**2))) + _FLOOR)


def is_silent(sound: Sound, threshold_db: float = SILENCE_DB) -> bool:
    return not sounding(sound, threshold_db=threshold_db)


def sounding(
    sound: Sound, *, threshold_db: float = SILENCE_DB, join: float = 0.25, shortest: float = 0.02
) -> list[Span]:
    """Where something is heard. Pauses shorter than ``join`` seconds belong to it."""
    step = max(1, round(_STEP * sound.rate))
    loud = _levels(sound, step) > threshold_db
    spans = _joined(_runs(loud, step / sound.rate), join)
    return [span for span in spans if span.seconds >= shortest]


def tones(
    sound: Sound, *, threshold_db: float = -45.0, shortest: float = 0.06, tolerance: float = 15.0
) -> list[Tone]:
    """The pure tones, one after another. Speech, which wanders, yields none or short ones."""
    found: list[Tone] = []
    held: list[tuple[float, float]] = []
    for at, hertz in _peaks(sound, threshold_db):
        if held and (hertz == 0.0 or abs(hertz - held[-1][1]) > tolerance):
            found.extend(_tone_of(held, shortest))
            held = []
        if hertz:
            held.append((at, hertz))
    found.extend(_tone_of(held, shortest))
    return found


def tone_seconds(sound: Sound, hertz: float, *, threshold_db: float = -45.0) -> float:
    """How long ``hertz`` is heard, also below or above other sounds.

    It is there when it stands 20 dB above what else is in its neighbourhood.
    """
    return sum(span.seconds for span in tone_spans(sound, hertz, threshold_db=threshold_db))


def tone_spans(
    sound: Sound, hertz: float, *, threshold_db: float = -45.0, join: float = 0.03
) -> list[Span]:
    """Where ``hertz`` is heard, alone or among others."""
    hop = round(_HOP * sound.rate)
    there = [_stands_out(window, sound.rate, hertz, threshold_db) for _, window in _windows(sound)]
    return _joined(_runs(np.array(there, dtype=bool), hop / sound.rate), join)


def dropouts(
    sound: Sound, *, start: float = 0.0, end: float | None = None, threshold_db: float = SILENCE_DB
) -> list[Span]:
    """The holes in what should be a continuous tone, from ``start`` to ``end``.

    At 5 ms resolution; a recording by the carrier writes silence wherever nothing was
    received, so that a hole is as long as the packets were missing.
    """
    step = max(1, round(_STEP * sound.rate))
    quiet = _levels(sound.part(start, end), step) <= threshold_db
    shift = round(start * sound.rate) / sound.rate
    return [Span(span.start + shift, span.end + shift) for span in _runs(quiet, step / sound.rate)]


def longest_gap_ms(sound: Sound, *, start: float = 0.0, end: float | None = None) -> float:
    """The longest hole of ``dropouts`` in milliseconds; 0 without one."""
    holes = dropouts(sound, start=start, end=end)
    return max((hole.seconds for hole in holes), default=0.0) * 1000


# --- measures


def _levels(sound: Sound, step: int) -> Samples:
    """The level of each ``step`` samples in dB."""
    count = len(sound.samples) // step
    frames = sound.samples[: count * step].reshape(count, step)
    levels: Samples = 10 * np.log10(np.mean(frames**2, axis=1) + _FLOOR**2)
    return levels


def _windows(sound: Sound) -> Iterator[tuple[float, Samples]]:
    """Overlapping windows, each with the time of its middle."""
    size, hop = round(_WINDOW * sound.rate), round(_HOP * sound.rate)
    for first in range(0, len(sound.samples) - size + 1, hop):
        yield (first + size / 2) / sound.rate, sound.samples[first : first + size]


def _spectrum(window: Samples) -> Samples:
    """Amplitudes; a sine of amplitude 1 has 1 at its frequency. Padded to four times."""
    shape = np.hanning(len(window))
    return np.asarray(np.abs(np.fft.rfft(window * shape, 4 * len(window))) * 2 / shape.sum())


def _peaks(sound: Sound, threshold_db: float) -> Iterator[tuple[float, float]]:
    """For each window its frequency where it is a pure tone, 0 where it is not."""
    for at, window in _windows(sound):
        spectrum = _spectrum(window)
        top = int(spectrum.argmax())
        loud = 20 * math.log10(float(spectrum[top]) + _FLOOR) > threshold_db
        pure = loud and _share(spectrum, top) > 0.8
        yield at, _refined(spectrum, top) * sound.rate / (4 * len(window)) if pure else 0.0


def _share(spectrum: Samples, top: int) -> float:
    """The part of the energy that lies in the peak (its main lobe is 8 bins to each side)."""
    energy = spectrum**2
    return float(energy[max(0, top - 8) : top + 9].sum() / (energy.sum() + _FLOOR))


def _refined(spectrum: Samples, top: int) -> float:
    """The peak between the bins, by a parabola."""
    if not 0 < top < len(spectrum) - 1:
        return float(top)
    left, middle, right = (float(value) for value in spectrum[top - 1 : top + 2])
    bend = left - 2 * middle + right
    return top + (0.5 * (left - right) / bend if bend else 0.0)


def _stands_out(window: Samples, rate: int, hertz: float, threshold_db: float) -> bool:
    spectrum = _spectrum(window)
    bin_of = round(hertz * 4 * len(window) / rate)
    peak = float(spectrum[max(0, bin_of - 3) : bin_of + 4].max())
    around = np.concatenate((spectrum[max(0, bin_of - 40) : max(0, bin_of - 12)],
                             spectrum[bin_of + 13 : bin_of + 41]))  # fmt: skip
    loud = 20 * math.log10(peak + _FLOOR) > threshold_db
    return loud and peak > 10 * float(np.median(around))


def _tone_of(held: list[tuple[float, float]], shortest: float) -> list[Tone]:
    if not held:
        return []
    start, end = held[0][0] - _HOP / 2, held[-1][0] + _HOP / 2
    if end - start < shortest:
        return []
    return [Tone(start, end, sum(hertz for _, hertz in held) / len(held))]


def _runs(there: NDArray[np.bool_], step: float) -> list[Span]:
    """Where ``there`` is true, as spans."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], there, [False])).astype(np.int8)))
    return [
        Span(float(first) * step, float(last) * step)
        for first, last in zip(edges[::2], edges[1::2], strict=True)
    ]


def _joined(spans: list[Span], pause: float) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and span.start - joined[-1].end < pause:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
