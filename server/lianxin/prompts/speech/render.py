"""From an entry of the catalogue to its file."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np

from lianxin.prompts.speech import english, kokoro, mandarin, mixed, normalise, sound
from lianxin.prompts.speech.catalogue import BEEP, Prompt
from lianxin.prompts.speech.texts import sentences
from lianxin.rules.flow.values import Language

#: Silence after a sentence that is read, and after a part of one that was too long for a breath.
BREATH_SECONDS, CLAUSE_SECONDS = 0.4, 0.15
ENDS = "。！？；.!?;”’）)"


def render(prompt: Prompt) -> Prompt:
    """Make the file of ``prompt`` and return the entry with what was made."""
    samples = make(prompt)
    prompt.path.parent.mkdir(parents=True, exist_ok=True)
    sound.write_wav(prompt.path, samples)
    return replace(
        prompt,
        seconds=round(len(samples) / sound.RATE, 3),
        sha256=hashlib.sha256(prompt.path.read_bytes()).hexdigest(),
        recipe=prompt.wanted_recipe(),
    )


def make(prompt: Prompt) -> sound.Samples:
    """Return the sound of ``prompt`` at 8 kHz."""
    if prompt.voice == BEEP:
        return sound.beep()
    text = phonemes(prompt.say or prompt.text, prompt.voice)
    voice = kokoro.say(text, prompt.voice, prompt.speed)
    samples = sound.prompt(voice, kokoro.RATE, prompt.tail)
    return sound.at_least(samples, prompt.least)


def read(text: str, voice: str, speed: float = 1.0) -> sound.Samples:
    """Return the sound of a text of any length at 8 kHz: its sentences, a breath after each.

    ValueError: nothing in it can be said.
    """
    language: Language = "zh" if voice.startswith("z") else "en"
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

    Raises ``english.UnknownWords``.
    """
    if voice.startswith("z"):
        return mandarin.phonemes(normalise.spoken(text))
    return english.phonemes(english.spoken(text))
