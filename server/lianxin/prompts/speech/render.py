"""From an entry of the catalogue to its file."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from lianxin.prompts.speech import english, kokoro, mandarin, normalise, sound
from lianxin.prompts.speech.catalogue import BEEP, Prompt


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


def phonemes(text: str, voice: str) -> str:
    """Return what ``voice`` is given for ``text``: its name begins with z for Mandarin.

    Raises ``english.UnknownWords``.
    """
    if voice.startswith("z"):
        return mandarin.phonemes(normalise.spoken(text))
    return english.phonemes(english.spoken(text))
