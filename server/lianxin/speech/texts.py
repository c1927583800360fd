"""What somebody wrote, made ready for a voice: figures as words, and sentences one by one.

A prompt is written for the ear; a law or a reply is written for the eye. "30 日内" is thirty days
there, "12315" is another hotline, and a number of eleven figures is a telephone's. How a language
does it: ``chinese.py``, ``english_texts.py``; what a sign is: ``signs.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from lianxin.rules.values import Language
from lianxin.speech import chinese, english_texts, signs
from lianxin.speech.english import GIVEN_SOUND

#: Characters that a voice says in one breath; the model takes about four times as many signs.
BREATH: dict[Language, int] = {"zh": 70, "en": 240, "yue": 70}

_SENTENCE = re.compile(r"[^。！？；!?;\n]*(?:[。！？；!?;]+[”’）)]*|\n|$)")
_CLAUSE = re.compile(r"[^，、：,:]*(?:[，、：,:]+|$)")
_FULL_STOP = re.compile(r"(?<=[a-z)])\.\s+")

_WRITTEN_OUT: Mapping[Language, Callable[[str], str]] = {
    "zh": chinese.written_out,
    "en": english_texts.written_out,
    "yue": chinese.written_out,
}
_SPOKEN = rf"A-Za-z\s{re.escape(signs.PAUSES)}"
#: What has no sound in a text of each language, when it is written out. An English one may tell how
#: a name sounds.
_NO_SOUND: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(rf"[^{_SPOKEN}{signs.HAN}]"),
    "en": re.compile(rf"[^{_SPOKEN}]"),
    "yue": re.compile(rf"[^{_SPOKEN}{signs.HAN}]"),
}


def unsayable(text: str, language: Language) -> tuple[str, ...]:
    """The signs of ``text`` that no voice of ``language`` has a sound for, each once."""
    written = _WRITTEN_OUT[language](text)
    if language == "en":
        written = GIVEN_SOUND.sub("", written)
    return tuple(dict.fromkeys(_NO_SOUND[language].findall(written)))


def sentences(text: str, language: Language) -> list[str]:
    """``text`` as the engine is given it, in pieces that it says in one breath."""
    written = _WRITTEN_OUT[language](text)
    if language == "en":
        outside = english_texts.outside_of_given
        words = _FULL_STOP.sub(".\n", outside(lambda part: _NO_SOUND["en"].sub(" ", part), written))
    else:
        words = _NO_SOUND[language].sub(" ", written)
    pieces = (piece for found in _SENTENCE.findall(words) for piece in _breaths(found, language))
    return [piece for piece in pieces if re.search(r"[^\W_]", piece)]


def _breaths(sentence: str, language: Language) -> Iterator[str]:
    """Cut what is too long at its commas, and where there are none anywhere."""
    most, held = BREATH[language], ""
    for clause in _CLAUSE.findall(sentence.strip()):
        if held and len(held) + len(clause) > most:
            yield held.strip()
            held = ""
        held += clause
        while len(held) > most:
            cut = held.rfind(" ", 1, most) if language == "en" else most
            cut = cut if cut > 0 else most
            yield held[:cut].strip()
            held = held[cut:]
    yield held.strip()
