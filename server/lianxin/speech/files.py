"""Where the sound of a text lies that nobody has recorded: its own words name the file.

Whoever writes a text and whoever plays it come to the same file without asking each other, so a
call finds out with one look whether there is anything to hear.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from lianxin.rules.values import Language

#: Who reads the texts of a language. Nobody reads Cantonese.
VOICES: Mapping[Language, str] = {"zh": "zf_xiaobei", "en": "af_heart"}
SPEED = 1.0
#: Raise it when the same text comes out as another sound: everything is read again.
RECIPE = 2


def key_of(text: str, language: Language) -> str:
    """All that the sound of ``text`` depends on, 32 hex digits."""
    made_from = [RECIPE, VOICES.get(language, ""), SPEED, text]
    return hashlib.sha256(json.dumps(made_from, ensure_ascii=False).encode()).hexdigest()[:32]


def path_of(centre_code: str, key: str) -> str:
    """The file under ``Env.sounds``; the same as A-law lies beside it."""
    return f"{centre_code}/aloud/{key}.wav"
