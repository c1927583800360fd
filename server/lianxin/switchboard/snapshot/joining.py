"""Several sounds as one file, closely after each other: a number is said in one breath.

Each recorded figure begins and ends with a little silence. Played one by one they make a caller
wait a second longer for every four.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sys
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

log = logging.getLogger(__name__)

#: The folder under ``Env.sounds`` for what is put together here.
FOLDER = "joined"
#: Silence that stays before and after each sound, in seconds: plosives begin in it.
_KEPT = 0.025
#: What is softer than this part of the loudest sample is silence.
_SILENCE = 0.02
#: Raise it when the same sounds are put together otherwise.
_RECIPE = 1
_PREFIX = "sound:"
#: Mono, 16 bits.
_SHAPE = (1, 2)


@dataclass(frozen=True)
class Joined:
    """``media``: what is to be played; ``seconds``: for how long, 0 when that is not known."""

    media: tuple[str, ...]
    seconds: float


def join(folder: Path, media: tuple[str, ...]) -> Joined:
    """``media`` (``sound:`` URIs without ending) as one file under ``folder``, written once.

    What cannot be put together (a file that is none, or another rate) stays as it is.
    """
    try:
        return _join(folder, media)
    except (OSError, EOFError, ValueError, wave.Error) as error:
        log.warning("%d sounds are played one by one: %s", len(media), error)
        return Joined(media, 0.0)


def _join(folder: Path, media: Sequence[str]) -> Joined:
    files = [Path(f"{each.removeprefix(_PREFIX)}.wav") for each in media]
    bare = folder / FOLDER / _name(files)
    made = bare.with_suffix(".wav")
    if not made.exists():
        _write(made, files)
    with wave.open(str(made)) as sound:
        seconds = sound.getnframes() / sound.getframerate()
    return Joined((f"{_PREFIX}{bare}",), seconds)


def _name(files: Sequence[Path]) -> str:
    """From all that the sound depends on: a prompt that is spoken anew makes another file."""
    facts = [(str(each), each.stat().st_size, each.stat().st_mtime_ns) for each in files]
    return hashlib.sha256(f"{_RECIPE} {facts}".encode()).hexdigest()[:32]


def _write(made: Path, files: Sequence[Path]) -> None:
    sounds = [_read(each) for each in files]
    rates = {rate for rate, _ in sounds}
    if len(rates) != 1:
        raise ValueError(f"rates {sorted(rates)}")
    rate = rates.pop()
    samples = array("h", chain.from_iterable(_trimmed(each, rate) for _, each in sounds))
    if sys.byteorder == "big":
        samples.byteswap()
    made.parent.mkdir(parents=True, exist_ok=True)
    part = made.with_suffix(f".{os.getpid()}.part")  # nobody hears half of a number
    with wave.open(str(part), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(samples.tobytes())
    part.replace(made)


def _read(file: Path) -> tuple[int, array[int]]:
    with wave.open(str(file)) as sound:
        if (sound.getnchannels(), sound.getsampwidth()) != _SHAPE:
            raise ValueError(f"{file.name} is not mono of 16 bits")
        samples = array("h", sound.readframes(sound.getnframes()))
        if sys.byteorder == "big":
            samples.byteswap()
        return sound.getframerate(), samples


def _trimmed(samples: array[int], rate: int) -> array[int]:
    """Without the silence at both ends, but for ``_KEPT``; all of it when it is silent."""
    loudest = max(map(abs, samples), default=0)
    least, kept = loudest * _SILENCE, int(rate * _KEPT)
    loud = [at for at, sample in enumerate(samples) if abs(sample) > least]
    if not loud:
        return samples
    return samples[max(0, loud[0] - kept) : loud[-1] + 1 + kept]
