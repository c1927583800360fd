"""Putting the shipped prompts where Asterisk looks for them."""

from __future__ import annotations

from pathlib import Path

import soundfile

from lianxin.prompts.speech.catalogue import PROMPTS


def install(sounds: Path) -> int:
    """Copy the shipped prompts and the hold music to ``sounds``; return how many were new.

    Beside each ``.wav`` goes the same sound as ``.alaw``, which Asterisk takes for an
    A-law call without coding it again. A file is replaced in one step, so a caller who
    is listening hears the old one to its end.
    """
    shipped = sorted(PROMPTS.glob("*/*.wav"))
    return sum(_install(file, sounds / file.parent.name) for file in shipped)


def _install(file: Path, folder: Path) -> bool:
    target, coded = folder / file.name, folder / f"{file.stem}.alaw"
    data = file.read_bytes()
    if coded.exists() and target.exists() and target.read_bytes() == data:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    write_alaw(file, coded)
    _replace(target, data)
    return True


def write_alaw(wav: Path, coded: Path) -> None:
    """Write ``wav`` as raw A-law, which Asterisk takes for such a call without coding again."""
    samples, rate = soundfile.read(wav, dtype="int16")
    draft = coded.with_name(f".{coded.name}")
    soundfile.write(draft, samples, rate, format="RAW", subtype="ALAW")
    draft.replace(coded)


def _replace(target: Path, data: bytes) -> None:
    draft = target.with_name(f".{target.name}")
    draft.write_bytes(data)
    draft.replace(target)
