"""What is read aloud in a call, letter by letter as it was rendered ahead of the call."""

from __future__ import annotations

from collections.abc import Mapping

from lianxin.rules.values import Language

#: Characters of one text: nobody listens longer than ten minutes.
MAX_TEXT = 3000

#: What is said before the department's words: part of the text, so that they are never heard
#: alone, nor announced and then missing.
_REPLY: Mapping[Language, str] = {
    "zh": "承办单位的答复是：{}",
    "en": "The department's reply is: {}",
    "yue": "承辦單位嘅答覆係：{}",
}


def reply_aloud(text: str, language: Language) -> str:
    """A case's reply as its citizen hears it."""
    return _REPLY[language].format(text[:MAX_TEXT])
