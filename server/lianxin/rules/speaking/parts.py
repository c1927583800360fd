"""The words that values are made of: prompt id and the text to be recorded, by language.

``d0`` to ``d9`` are read one by one (1 is 幺); ``n…`` are parts of a quantity; ``o…`` are
ordinals, ``m…`` months; ``w_…`` are the words between them. A number beyond 20 is put together,
so that a person who records a language has an hour's work and not a day's.
"""

from __future__ import annotations

from collections.abc import Mapping

from lianxin.rules.values import Language

_ZH_DIGITS = "零一二三四五六七八九"


def _chinese(one: str) -> dict[str, str]:
    """Mandarin and Cantonese share grammar and script; ``one`` is how a single 1 is read."""
    ten = "十"
    quantities = {f"n{n}": _ZH_DIGITS[n] for n in range(10)}
    quantities["n10"] = ten
    quantities |= {f"n{10 + n}": ten + _ZH_DIGITS[n] for n in range(1, 10)}
    quantities |= {f"n{n}0": _ZH_DIGITS[n] + ten for n in range(2, 10)}
    return {
        **{f"d{n}": _ZH_DIGITS[n] if n != 1 else one for n in range(10)},
        **quantities,
        "w_two": "两",
        "w_hundred": "百",
        "w_thousand": "千",
        "w_wan": "万",
        "w_yi": "亿",
        "w_minus": "负",
        "w_point": "点",
        "w_yuan": "元",
        "w_jiao": "角",
        "w_fen": "分",
        "w_year": "年",
        "w_month": "月",
        "w_day": "日",
        "w_clock": "点",
        "w_clock_minute": "分",
        "w_sharp": "整",
        "w_about": "大约",
        "w_hour": "小时",
        "w_minute": "分钟",
        "w_under_a_minute": "不到一分钟",
    }


def _words(text: str) -> list[str]:
    return text.split()


_EN_TO_TWENTY = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_EN_TENS = _words("thirty forty fifty sixty seventy eighty ninety")
_EN_ORDINALS = _words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_EN_MONTHS = _words(
    "January February March April May June July August September October November December"
)

_ENGLISH: dict[str, str] = {
    **{f"d{n}": _EN_TO_TWENTY[n] for n in range(10)},
    **{f"n{n}": word for n, word in enumerate(_EN_TO_TWENTY)},
    **{f"n{n}0": word for n, word in enumerate(_EN_TENS, 3)},
    **{f"o{n}": word for n, word in enumerate(_EN_ORDINALS, 1)},
    "o30": "thirtieth",
    **{f"m{n}": word for n, word in enumerate(_EN_MONTHS, 1)},
    "w_oh": "oh",
    "w_hundred": "hundred",
    "w_thousand": "thousand",
    "w_million": "million",
    "w_billion": "billion",
    "w_trillion": "trillion",
    "w_minus": "minus",
    "w_point": "point",
    "w_and": "and",
    "w_yuan": "yuan",
    "w_cent": "cent",
    "w_cents": "cents",
    "w_am": "a.m.",
    "w_pm": "p.m.",
    "w_noon": "noon",
    "w_midnight": "midnight",
    "w_about": "about",
    "w_hour": "hour",
    "w_hours": "hours",
    "w_minute": "minute",
    "w_minutes": "minutes",
    "w_under_a_minute": "less than a minute",
}

#: Every word to be recorded: by language its id and its text.
PARTS: Mapping[Language, Mapping[str, str]] = {
    "zh": _chinese("幺"),
    "en": _ENGLISH,
    "yue": _chinese("一"),
}
