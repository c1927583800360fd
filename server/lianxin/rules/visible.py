"""Whether anybody can see a text: what looks empty is empty. Pure."""

from __future__ import annotations

import unicodedata

#: Categories of characters that leave no mark of their own: controls, what only shapes or joins
#: others, blanks, and what is of no letter or of nobody.
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me", "Zl", "Zp", "Zs"})
#: Letters and signs by their category that are drawn as nothing: fillers of Hangul, blank Braille.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def is_visible(text: str) -> bool:
    """Whether ``text`` has a character that leaves a mark."""
    return any(c not in _BLANK and unicodedata.category(c) not in _UNSEEN for c in text)
