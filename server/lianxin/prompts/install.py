"""Putting the shipped prompts where Asterisk looks for them."""

from __future__ import annotations

from pathlib import Path

from lianxin.prompts.catalogue import PROMPTS
from lianxin.speech.sound import write_alaw


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


def _replace(target: Path, data: bytes) -> None:
    draft = target.with_name(f".{target.name}")
    draft.write_bytes(data)
    draft.replace(target)
