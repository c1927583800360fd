"""Taking scalars out of JSON by a small path: ``data.items.0.name``. Pure."""

from __future__ import annotations

from typing import Any

from lianxin.rules.keepable import keepable
from lianxin.rules.values import Scalar

#: Steps of a path, and characters of a text that are kept.
MOST_STEPS = 20
MOST_TEXT = 1000


class NotThere(Exception):
    """The JSON has nothing at a path, or what is there is a list or an object."""


def pick(document: Any, path: str) -> Scalar:
    """The scalar at ``path``; a number is a place in a list. Raises ``NotThere``.

    >>> pick({"data": {"items": [{"name": "医保局"}]}}, "data.items.0.name")
    '医保局'
    """
    steps = [step for step in path.split(".") if step]
    if len(steps) > MOST_STEPS:
        raise NotThere(path)
    found = document
    for step in steps:
        found = _step(found, step, path)
    return scalar(found, path)


def scalar(value: Any, path: str = "") -> Scalar:
    """``value`` if a variable can hold it and the ledger keep it; a text is cut. Raises
    ``NotThere``."""
    kept = keepable(value)
    if kept is None or isinstance(kept, bool | int | float):
        return kept
    if isinstance(kept, str):
        return kept[:MOST_TEXT]
    raise NotThere(path)


def _step(found: Any, step: str, path: str) -> Any:
    if isinstance(found, dict) and step in found:
        return found[step]
    if isinstance(found, list) and step.isascii() and step.isdigit() and len(step) < 7:
        place = int(step)
        if place < len(found):
            return found[place]
    raise NotThere(path)
