"""From a text to the sound of a voice. Needs the ``speech`` extra."""

from __future__ import annotations

import numpy as np

from lianxin.rules.values import Language
from lianxin.speech import english, kokoro, mandarin, mixed, normalise, sound
from lianxin.speech.texts import sentences, unsayable
from lianxin.speech.unsaid import NoSound

#: Silence after a sentence that is read, and after a part of one that was too long for a breath.
BREATH_SECONDS, CLAUSE_SECONDS = 0.4, 0.15
ENDS = "。！？；.!?;”’）)"
#: Silence at the end of a text that is spoken as one.
TAIL_SECONDS = 0.15


def say(
    text: str, voice: str, speed: float = 1.0, *, tail: float = TAIL_SECONDS, least: float = 0.0
) -> sound.Samples:
    """Return the sound of one sentence at 8 kHz: ``tail`` seconds of silence at the end, at least
    ``least`` seconds long."""
    said = kokoro.say(phonemes(text, voice), voice, speed)
    return sound.at_least(sound.prompt(said, kokoro.RATE, tail), least)


def read(text: str, voice: str, speed: float = 1.0) -> sound.Samples:
    """Return the sound of a text of any length at 8 kHz: its sentences, a breath after each.

    ValueError: nothing in it can be said; ``NoSound``: something in it cannot.
    """
    language: Language = "zh" if voice.startswith("z") else "en"
    silent = unsayable(text, language)
    if silent:
        raise NoSound(silent)
    pieces = sentences(text, language)
    if not pieces:
        raise ValueError("nothing to say")
    said = (_sentence(piece, voice, speed) for piece in pieces)
    return np.concatenate(list(said))


def _sentence(piece: str, voice: str, speed: float) -> sound.Samples:
    signs = mixed.phonemes(piece) if voice.startswith("z") else english.phonemes(piece)
    breath = BREATH_SECONDS if piece[-1] in ENDS else CLAUSE_SECONDS
    return sound.prompt(kokoro.say(signs, voice, speed), kokoro.RATE, breath)


def phonemes(text: str, voice: str) -> str:
    """Return what ``voice`` is given for ``text``: its name begins with z for Mandarin.

    Raises ``english.UnknownWords``, ``NoSound``.
    """
    if voice.startswith("z"):
        return mandarin.phonemes(normalise.spoken(text))
    return english.phonemes(english.spoken(text))
