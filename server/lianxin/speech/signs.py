"""Signs that are written: which a voice says by a word, which are a pause, which have no sound.

Nothing is left out in silence: a sign that stands in no table here makes its text fail by name
(``texts.unsayable``), so that whoever wrote it writes it otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from lianxin.rules.values import Language

#: Every block of Chinese characters, 〇 and the rare ones of names (㐂 䶮 𠮷) as well.
HAN = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

#: What a voice is given and makes a pause of, or that belongs to the word before it.
PAUSES = "，。！？；：、“”‘’《》（）—…,.!?;:()'[]/-"

#: Signs that only part what stands beside them: brackets, bullets, lines of a table, and the dot
#: in a name. A pause is all that a reader makes of them.
_PARTING = '"`´〈〉「」『』【】〔〕〖〗｛｝{}|｜¦•●○◎■□◆◇▪▫▶►▲△▼★☆※→⇒⟶➔＿_─━–―‧∙・～~＊'
_JOINING = "·＇"

#: Full-width letters, figures and those signs that Chinese sets no pause with.
_PLAIN = {
    **{code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()},
    **{ord(sign): chr(ord(sign) - 0xFEE0) for sign in "％＋－／＝＜＞＃＠＆．＄"},
    **dict.fromkeys(map(ord, "−‐‑﹣"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t"), " "),
    ord("￥"): "¥",
    ord("’"): "'",
}

#: One sign for several letters: ㎡ is m².
_SQUARED = {
    "㎡": "m²", "㎥": "m³", "㎢": "km²", "㎞": "km", "㎝": "cm", "㎜": "mm", "㎏": "kg", "㎎": "mg",
    "㎖": "ml", "㏄": "ml", "㎾": "kW", "㎐": "Hz", "℃": "°C", "℉": "°F", "№": "No.", "µ": "μ",
}  # fmt: skip

_CHINESE_COUNT = "一二三四五六七八九十"
_RINGED = {chr(0x2460 + n): str(n + 1) for n in range(20)}
_BRACKETED = {chr(0x2474 + n): str(n + 1) for n in range(20)}
_HAN_BRACKETED = {chr(0x3220 + n): each for n, each in enumerate(_CHINESE_COUNT)}
_ROMAN = {chr(0x2160 + n): str(n + 1) for n in range(12)}
_HALVES = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8"}

#: What a single sign is called, where no number beside it has asked for more.
_CALLED: dict[Language, Mapping[str, str]] = {
    "zh": {
        "+": "加", "=": "等于", "≠": "不等于", "≈": "约等于", "<": "小于", ">": "大于",
        "≤": "小于等于", "≥": "大于等于", "≦": "小于等于", "≧": "大于等于", "±": "正负",
        "×": "乘", "÷": "除以", "%": "百分号", "‰": "千分号", "‱": "万分号", "&": "和", "@": "艾特",
        "#": "井号", "*": "星号", "°": "度", "¥": "元", "$": "美元", "€": "欧元", "£": "英镑",
        "§": "节", "√": "根号", "²": "平方", "³": "立方", "⁰": "零", "\\": "反斜杠",
        "α": "阿尔法", "β": "贝塔", "γ": "伽马", "μ": "微", "π": "派", "Ω": "欧姆", "〇": "零",
    },
    "en": {
        "+": "plus", "=": "equals", "≠": "is not", "≈": "about", "<": "less than",
        ">": "more than", "≤": "at most", "≥": "at least", "±": "plus or minus", "×": "times",
        "÷": "divided by", "%": "percent", "‰": "per thousand", "&": "and", "@": "at",
        "#": "pound", "*": "star", "°": "degrees", "¥": "yuan", "$": "dollars", "€": "euros",
        "£": "pounds", "§": "section", "²": "squared", "³": "cubed", "\\": "backslash",
        "α": "alpha", "β": "beta", "γ": "gamma", "μ": "micro", "π": "pi", "Ω": "ohm",
    },
}  # fmt: skip


#: ○ among Chinese figures is how many type 〇: 二○二六年.
_RING_FOR_ZERO = re.compile(r"(?<=[〇一二三四五六七八九])[○◯](?=[〇○◯一二三四五六七八九年])")

#: A tick in a form; a root has a number behind it.
_TICK = re.compile(r"打?√(?!\s*[0-9])")


def plain(text: str) -> str:
    """``text`` with one form for each sign, and without what cannot be seen."""
    text = unicodedata.normalize("NFC", text).translate(_PLAIN)
    text = _TICK.sub("打勾", text)
    text = _RING_FOR_ZERO.sub("〇", text)
    for table in (_SQUARED, _ROMAN, _HALVES):
        for sign, letters in table.items():
            text = text.replace(sign, letters)
    for table in (_RINGED, _BRACKETED, _HAN_BRACKETED):
        for sign, count in table.items():
            text = text.replace(sign, f"，{count}，")
    return "".join(
        c if c == "\n" or unicodedata.category(c) not in ("Cf", "Cc", "Mn") else "" for c in text
    )


def unaccented(text: str) -> str:
    """Latin letters without their accents: café is in no list of words."""
    return "".join(
        unicodedata.normalize("NFD", c)[0] if unicodedata.name(c, "").startswith("LATIN") else c
        for c in text
    )


def by_name(text: str, language: Language) -> str:
    """``text`` with a word for each sign that has one, and a pause for those that part."""
    for sign, word in _CALLED["en" if language == "en" else "zh"].items():
        text = text.replace(sign, f" {word} " if language == "en" else word)
    comma = ", " if language == "en" else "，"
    text = re.sub(f"[{re.escape(_JOINING)}]", "", text)
    return re.sub(f"\\s*[{re.escape(_PARTING)}]+", comma, text)
