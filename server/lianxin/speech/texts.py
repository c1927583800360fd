"""What somebody wrote, made ready for a voice: figures as words, and sentences one by one.

A prompt is written for the ear; a law or a reply is written for the eye. "30 日内" is thirty days
there, "12315" is another hotline, and a number of eleven figures is a telephone's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from lianxin.rules.flow.effects import Value, ValueKind
from lianxin.rules.speaking import as_words
from lianxin.rules.values import Language
from lianxin.speech.normalise import HOTLINE, spell

#: Characters that a voice says in one breath; the model takes about four times as many signs.
BREATH: dict[Language, int] = {"zh": 70, "en": 240, "yue": 70}

_NOT_HEARD = re.compile(r"[^\w\s，。！？；：、“”‘’《》（）—…,.!?;:()'\[\]/ˈˌ-]|_")
_SENTENCE = re.compile(r"[^。！？；!?;\n]*(?:[。！？；!?;]+[”’）)]*|\n|$)")
_CLAUSE = re.compile(r"[^，、：,:]*(?:[，、：,:]+|$)")
_FULL_STOP = re.compile(r"(?<=[a-z)])\.\s+")

#: Around a number: it is the whole of it.
_BEFORE, _AFTER = r"(?<![0-9])(?<![0-9]\.)", r"(?![0-9]|\.[0-9])"

#: Emergency numbers and hotlines, which are called by their figures; a count is none of them.
_CALLED = (
    rf"{_BEFORE}(?:110|119|120|122|12[0-9]{{3}}|95[0-9]{{3}}|96[0-9]{{3,4}})"
    rf"{_AFTER}(?!\s*[年元个人名次件户米])"
)
#: Telephones and whatever else is too long to be a quantity.
_LONG = (
    rf"{_BEFORE}(?:0[0-9]+(?:-[0-9]+)*|[0-9]{{3,4}}-[0-9]{{7,8}}"
    rf"|[0-9]{{3}}-[0-9]{{4}}-[0-9]{{4}}|[0-9]{{7,}}){_AFTER}"
)
_DATE = r"(?<![0-9])([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])"
_CLOCK = r"(?<![0-9:：])([0-9]{1,2})[:：]([0-5][0-9])(?![0-9:：])"
_QUANTITY = r"[0-9]+(?:\.[0-9]+)?"
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


def sentences(text: str, language: Language) -> list[str]:
    """``text`` as the engine is given it, in pieces that it says in one breath."""
    words = _NOT_HEARD.sub(" ", _WRITTEN_OUT[language](text))
    if language == "en":
        words = _FULL_STOP.sub(".\n", words)
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


def _as(kind: ValueKind, language: Language) -> Callable[[str], str]:
    return lambda text: as_words(Value(kind, text), language)


_number, _money, _time = (_as(kind, "zh") for kind in ("number", "money", "time"))


def _count(text: str) -> str:
    """二 before a measure word is 两: 两个; 十二 stays."""
    return "两" if text == "2" else _number(text)


def _figures(text: str) -> str:
    """A year: 二零二六."""
    return "".join(_number(figure) for figure in text)


def _day(found: re.Match[str]) -> str:
    said = as_words(Value("date", f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"), "zh")
    return said if "年" in said else found[0]


_MEASURES = "个名位件份次户米天周项人套张条家吨辆座台本块只处盏层年月小分"

#: In this order: what is looked for, and what is said for it.
_CHINESE: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"按\s*([0-9])(?![0-9])", lambda m: "按" + _number(m[1])),
    (rf"(?<![0-9]){HOTLINE}(?![0-9])", lambda m: _figures(m[0])),
    (_CALLED, lambda m: spell(m[0])),
    (_DATE, _day),
    (r"(?<![0-9.])([12][0-9]{3})\s*年", lambda m: _figures(m[1]) + "年"),
    (
        r"(?<![0-9:：])([0-9]{1,2})[:：]([0-5][0-9])(?![0-9:：])",
        lambda m: _time(f"{m[1]:0>2}:{m[2]}"),
    ),
    (r"[¥￥]\s*([0-9]+(?:\.[0-9]{1,2})?)", lambda m: _money(m[1])),
    (_LONG, lambda m: "，".join(map(spell, m[0].split("-")))),
    (rf"({_QUANTITY})\s*[%％]", lambda m: "百分之" + _number(m[1])),
    (r"(?<=[0-9])\s*[-~～—]\s*(?=[0-9])", lambda _: "至"),
    (rf"(?<![0-9.第])(2)\s*(?=[{_MEASURES}])(?!\s*月|\s*年级|\s*层)", lambda m: _count(m[1])),
    (_QUANTITY, lambda m: _number(m[0])),
)


def _chinese(text: str) -> str:
    text = _THOUSANDS.sub("", text).replace("℃", "摄氏度").replace("㎡", "平方米")
    for looked_for, said in _CHINESE:
        text = re.sub(looked_for, said, text)
    return re.sub(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])", "", text)


_HAN = "\u4e00-\u9fff"


def _english(text: str) -> str:
    """Long numbers figure by figure, others as what they count."""
    text = re.sub(r"[()（）]", ", ", _THOUSANDS.sub("", text))
    text = re.sub(r'["“”]', "", text).replace("%", " percent")
    for looked_for, kind in _ENGLISH:
        said = _as(kind, "en")
        text = re.sub(looked_for, partial(_whole, said), text)
    return text


def _whole(said: Callable[[str], str], found: re.Match[str]) -> str:
    return said(found[0])


_ENGLISH: tuple[tuple[str, ValueKind], ...] = (
    (rf"{_BEFORE}(?:12[0-9]{{3}}|0[0-9]+|[0-9]{{7,}}){_AFTER}", "digits"),
    (_QUANTITY, "number"),
)


_WRITTEN_OUT: dict[Language, Callable[[str], str]] = {
    "zh": _chinese,
    "en": _english,
    "yue": _chinese,
}
