"""What a carrier's telephone has heard, also while the call goes on.

The carrier's recording is read as far as it is written: Asterisk writes it in pieces of two
seconds, so that an answer may come that much later than the sound.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile

from devkit.carrier import hearing
from devkit.carrier.call import Call
from devkit.carrier.hearing import Samples, Sound, Span

RATE = 8000
_HEADER = 44  # bytes before the samples of a wav
#: Two sounds are the same when their pieces correlate so well: A-law costs 1 %, a packet that
#: is missing 2 to 3; another word, or the same by another voice, is below 0.9.
_SAME = 0.93
_PIECE, _SLIP = 800, 480  # samples: 100 ms, and how far from its place one is looked for
_PACKET, _CUT = 160, 40  # samples: 20 ms, and how closely it is looked for where one came late


class Ear:
    """The ear of one telephone. Times are seconds from the beginning of its recording."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def now(self) -> float:
        """This moment on the timeline of the recording."""
        return self._call.note("said", "mark").at - self._call.heard_from

    def sound(self, since: float = 0.0) -> Sound:
        """What was heard from ``since`` on, as far as it is written: the file may come later."""
        path = self._call.heard_path
        raw = path.read_bytes()[_HEADER:] if path.exists() else b""
        samples = np.frombuffer(raw[: len(raw) // 2 * 2], "<i2") / 32768
        return Sound(samples, RATE).part(since)

    async def until(self, heard: Callable[[Sound], bool], since: float, what: str) -> None:
        """Wait until ``heard`` holds for what was heard from ``since`` on."""
        try:
            async with asyncio.timeout(20):
                while not heard(self.sound(since)):
                    await asyncio.sleep(0.1)
        except TimeoutError:
            raise TimeoutError(f"{what} was not heard from {since:.1f} s on") from None

    async def until_tone(self, hertz: float, *, since: float, seconds: float = 0.5) -> float:
        """Wait until ``hertz`` was heard for ``seconds``; returns where in the recording it was.

        On a busy machine the recording is shorter than the time that has passed: who waits for
        what comes after a tone waits from here on, not from ``now``.
        """
        await self.until(
            lambda sound: hearing.tone_seconds(sound, hertz) >= seconds, since, f"{hertz} Hz"
        )
        heard, end = 0.0, 0.0
        for span in hearing.tone_spans(self.sound(since), hertz):
            if heard < seconds:
                heard, end = heard + span.seconds, span.end
        return since + end

    async def until_music(self, *, since: float, seconds: float = 1.0) -> None:
        """Wait until something that is no pure tone was heard for ``seconds``."""
        await self.until(lambda sound: music_seconds(sound) >= seconds, since, "music")


def music_seconds(sound: Sound) -> float:
    """How long something is heard that is no pure tone: speech, or music."""
    loud = sum(span.seconds for span in hearing.sounding(sound, join=0.05))
    return loud - sum(tone.seconds for tone in hearing.tones(sound))


def found(sound: Sound, spoken: Path) -> Span | None:
    """Where the file ``spoken`` is heard in ``sound``; None where it is not.

    On a busy machine a packet may be late in the middle of a word: then the recording has 20 ms
    of something else there, and goes on with the word. So each piece is looked for near its
    place, and where it is not, in two parts with a packet between them. No part may be missing.
    """
    wanted = hearing.load(spoken).samples
    if len(sound.samples) < len(wanted):
        return None
    best = int(likeness(sound.samples, wanted).argmax())
    if _share_found(sound.samples, wanted, best) < _SAME:
        return None
    return Span(best / sound.rate, (best + len(wanted)) / sound.rate)


def likeness(samples: Samples, wanted: Samples) -> Samples:
    """For each place of ``samples`` how alike it is to ``wanted``: -1 to 1."""
    size = 1 << (len(samples) + len(wanted)).bit_length()
    spectrum = np.fft.rfft(samples, size) * np.conj(np.fft.rfft(wanted, size))
    alike: Samples = np.fft.irfft(spectrum, size)[: len(samples) - len(wanted) + 1]
    energy = np.concatenate(([0.0], np.cumsum(samples**2)))
    of_parts = energy[len(wanted) :] - energy[: -len(wanted)]
    alike /= np.sqrt(np.maximum(of_parts, 0.0) * np.sum(wanted**2)) + 1e-9
    return alike


def _share_found(samples: Samples, wanted: Samples, at: int) -> float:
    """How much of ``wanted`` is there from ``at`` on, louder pieces counting for more: to 1.

    Where it is less than is needed, no more than that: the rest is not looked for.
    """
    size = min(_PIECE, len(wanted))
    begins = range(0, len(wanted) - size + 1, size)
    energy = float(np.sum(wanted[: len(begins) * size] ** 2)) + 1e-9
    lacking = 0.0
    for begin in begins:
        piece = wanted[begin : begin + size]
        near = samples[max(0, at + begin - _SLIP) : at + begin + size + _SLIP]
        heard = _heard(near, piece) if len(near) >= size else 0.0
        lacking += float(np.sum(piece**2)) * (1 - heard)
        if lacking > (1 - _SAME) * energy:
            break
    return 1 - lacking / energy


def _heard(near: Samples, piece: Samples) -> float:
    """How alike the most similar place of ``near`` is to ``piece``, whole or in two parts."""
    whole = float(likeness(near, piece).max())
    if whole >= _SAME or len(near) < len(piece) + _PACKET:
        return whole
    windows = np.lib.stride_tricks.sliding_window_view(near, len(piece) + _PACKET)
    return max(whole, *(_parted(windows, piece, cut) for cut in range(_CUT, len(piece), _CUT)))


def _parted(windows: Samples, piece: Samples, cut: int) -> float:
    """The same with a packet of anything after the first ``cut`` samples."""
    left, right = windows[:, :cut], windows[:, cut + _PACKET :]
    product = left @ piece[:cut] + right @ piece[cut:]
    energy = np.einsum("ij,ij->i", left, left) + np.einsum("ij,ij->i", right, right)
    return float((product / (np.sqrt(energy * np.sum(piece**2)) + 1e-9)).max())


def load_bytes(wav: bytes) -> Sound:
    """A wav as the API gives it."""
    samples, rate = soundfile.read(io.BytesIO(wav), dtype="float64", always_2d=True)
    return Sound(samples.mean(axis=1), rate)
