"""From an entry of the catalogue of shipped prompts to its file. Needs the ``speech`` extra."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from lianxin.prompts.catalogue import BEEP, Prompt
from lianxin.speech import sound
from lianxin.speech.rendering import say


def render(prompt: Prompt) -> Prompt:
    """Make the file of ``prompt`` and return the entry with what was made."""
    samples = _make(prompt)
    prompt.path.parent.mkdir(parents=True, exist_ok=True)
    sound.write_wav(prompt.path, samples)
    return replace(
        prompt,
        seconds=round(len(samples) / sound.RATE, 3),
        sha256=hashlib.sha256(prompt.path.read_bytes()).hexdigest(),
        recipe=prompt.wanted_recipe(),
    )


def _make(prompt: Prompt) -> sound.Samples:
    """Return the sound of ``prompt`` at 8 kHz."""
    if prompt.voice == BEEP:
        return sound.beep()
    text = prompt.say or prompt.text
    return say(text, prompt.voice, prompt.speed, tail=prompt.tail, least=prompt.least)
