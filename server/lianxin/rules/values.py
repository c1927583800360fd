"""Scalars by name, and the languages that the hotline speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

#: zh Mandarin (普通话), en English, yue Cantonese (粤语).
Language = Literal["zh", "en", "yue"]

#: A value of a variable.
Scalar = str | int | float | bool | None

#: Named scalars in a form that can be compared and hashed; ``dict(pairs)`` gives the mapping.
Pairs = tuple[tuple[str, Scalar], ...]

#: Anything that JSON can write: what a look-up gives beyond scalars, and a node's own notes.
Json = Any

Variables = Mapping[str, Scalar]
