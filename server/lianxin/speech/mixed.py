"""Mandarin with Latin letters in it: 随申办APP, A座, WiFi. Needs the extra.

The model speaks English with a Mandarin voice too. Capitals are spelt, as people say them; a
word that no list knows is spelt as well: in a Chinese text it is a name.
"""

from __future__ import annotations

import re

from lianxin.speech import english, mandarin
from lianxin.speech.kokoro import known
from lianxin.speech.signs import PAUSES
from lianxin.speech.unsaid import NoSound

_LATIN = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*")


def phonemes(text: str) -> str:
    """Return the phonemes of ``text``; the model has no sign for some pauses.

    Raises ``NoSound``: for anything else that it has no sign for.
    """
    said, end = [], 0
    for word in _LATIN.finditer(text):
        said += [mandarin.phonemes(text[end : word.start()]), f" {_latin(word[0])} "]
        end = word.end()
    said.append(mandarin.phonemes(text[end:]))
    phonemes = "".join(said)
    silent = [sign for sign in phonemes if not (known(sign) or sign in PAUSES or sign.isspace())]
    if silent:
        raise NoSound(silent)
    return "".join(sign for sign in phonemes if known(sign)).strip()


def _latin(word: str) -> str:
    if not word.isupper():
        try:
            return english.phonemes(word)
        except english.UnknownWords:
            pass
    return " ".join(english.phonemes(letter) for letter in word.upper() if letter.isalpha())
