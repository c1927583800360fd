"""From Chinese text to the phonemes that the speech model was trained on. Needs the extra.

misaki supplies the phonemes of a syllable. Cutting into words and the change of tones
between syllables are done here, because both decide whether a prompt sounds natural:
不 is bú before 正, and 可 is ké before 以.
"""

from __future__ import annotations

import importlib
import re
from functools import cache
from typing import Any

from lianxin.speech.signs import HAN
from lianxin.speech.unsaid import NoSound

# Cut wrongly, or not known at all, by the general dictionary.
WORDS = (
    "市长信箱",
    "政府热线",
    "井号键",
    "星号键",
    "查询码",
    "工单编号",
    "提示音",
    "话务员",
    "示范市",
    "示范县",
    "不正确",
    "不在",
    "工单",
)
_FIGURES = set("零一二三四五六七八九幺")
#: Characters of names that pypinyin does not know.
_RARE = {"㐂": "xǐ", "𠮷": "jí", "﨑": "qí"}


def phonemes(text: str) -> str:
    """Return the phonemes of ``text``; words are parted by blanks, pauses keep their sign.

    Raises ``NoSound``: a character whose sound nobody has written down.
    """
    marked = _misaki().map_punctuation(text)
    segments = re.findall(f"[{HAN}]+|[^{HAN}]+", marked)
    return "".join(_segment(segment) for segment in segments).replace("\u032f", "")


def _segment(segment: str) -> str:
    if not re.match(f"[{HAN}]", segment):
        return segment
    return " ".join(_word(word) for word in _cutter().lcut(segment))


def _word(word: str) -> str:
    pinyin = _pinyin()
    syllables = pinyin.lazy_pinyin(
        word,
        errors=_unknown,
        style=pinyin.Style.TONE3,
        neutral_tone_with_five=True,
        tone_sandhi=not set(word) <= _FIGURES,
    )
    return "".join(_misaki().py2ipa(syllable) for syllable in syllables)


def _unknown(characters: str) -> str:
    raise NoSound(characters)


@cache
def _pinyin() -> Any:
    pinyin = importlib.import_module("pypinyin")
    pinyin.load_single_dict({ord(each): said for each, said in _RARE.items()})
    return pinyin


@cache
def _misaki() -> Any:
    return importlib.import_module("misaki.zh").ZHG2P


@cache
def _cutter() -> Any:
    jieba = importlib.import_module("jieba")
    jieba.setLogLevel("ERROR")
    for word in WORDS:
        jieba.add_word(word, freq=10_000_000)
    for pair in (("码", "是"), ("以", "井号键"), ("会", "为"), ("号", "是")):
        jieba.suggest_freq(pair, tune=True)
    return jieba
