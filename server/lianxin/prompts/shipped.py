"""The common base: what is shipped, for every centre, read once from the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lianxin.prompts import catalogue
from lianxin.prompts.choices import LANGUAGES
from lianxin.rules.values import Language


@cache
def shipped() -> Mapping[str, Mapping[Language, catalogue.Prompt]]:
    """Prompt id → language → its entry. An entry without a hash has a text and no sound yet."""
    found: dict[str, dict[Language, catalogue.Prompt]] = {}
    for prompt in catalogue.load():
        for language in LANGUAGES:
            if prompt.folder == language:
                found.setdefault(prompt.id, {})[language] = prompt
    return found


def path_of(prompt: catalogue.Prompt) -> str:
    """Where ``install`` puts the sound, under ``Env.sounds``."""
    return f"{prompt.folder}/{prompt.id}.wav"
