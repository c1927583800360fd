"""Scalars by name, and the languages that the hotline speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

#: zh Mandarin (普通话), en English, yue Cantonese (粤语).
Language = Literal["zh", "en", "yue"]

_LANGUAGES: Mapping[str, Language] = {each: each for each in get_args(Language)}

#: A value of a variable.
Scalar = str | int | float | bool | None

#: Named scalars in a form that can be compared and hashed; ``dict(pairs)`` gives the mapping.
Pairs = tuple[tuple[str, Scalar], ...]

#: Anything that JSON can write: what a look-up gives beyond scalars, and a node's own notes.
Json = Any

Variables = Mapping[str, Scalar]


def known_language(word: object) -> Language | None:
    """The language that ``word``, of a database, a flow or the wire, names; None for no other."""
    return _LANGUAGES.get(word) if isinstance(word, str) else None
