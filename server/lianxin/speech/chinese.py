"""A Chinese text for the eye as one for the ear: figures and the signs beside them as words.

The rules stand in the order in which they are tried; each leaves words that no later one takes for
figures. What a figure is depends on what stands around it: 110 is called, 110 米 is measured.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lianxin.rules.flow.effects import Value, ValueKind
from lianxin.rules.speaking import as_words
from lianxin.speech import signs
from lianxin.speech.normalise import HOTLINE, spell

_Said = Callable[[re.Match[str]], str]

NUMBER = r"[0-9]+(?:\.[0-9]+)?"
#: Around a number: it is the whole of it.
BEFORE, AFTER = r"(?<![0-9])(?<![0-9]\.)", r"(?![0-9]|\.[0-9])"

#: What is counted: a number before it is a quantity, however long.
_MEASURE = (
    r"(?:[万亿千百余多]|元|[块角个名位人户件次项条例起份张套户间栋幢座辆台部只头棵株盏处家]"
    r"|年|岁|周|天|日内|小时|分钟|秒|平方|立方|公|[千分厘毫海]米|米|[吨克升斤亩度倍页层级]|美元|欧元"
    r"|以[上下内]|左右|[k]?m²|m³|[kcm]?m(?![a-z])|[km]?g(?![a-z])|k?W|°|[%‰])"
)
#: Emergency numbers and hotlines, which are called by their figures; a count is none of them.
_CALLED = (
    rf"{BEFORE}(?:110|119|120|122|10010|10086|10000(?=号)|12[0-9]{{3}}|95[0-9]{{3}}|96[0-9]{{3,4}})"
    rf"{AFTER}(?!\s*{_MEASURE})"
)
#: Telephones: with area code, of a service, of a mobile, with an extension.
_TELEPHONE = (
    rf"{BEFORE}(?:\+?86[- ]?)?(?:[48]00[- ]?[0-9]{{3,4}}[- ]?[0-9]{{3,4}}"
    r"|1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|(?<=86[- ])[1-9][0-9]{1,2}[- ][0-9]{7,8}"
    r"|[(（]?0[0-9]{2,3}[)）]?[- ]?[0-9]{3,4}[- ]?[0-9]{4})(?:(?:-|\s*转\s*)[0-9]{1,6})?" + AFTER
)
#: Whatever else begins with 0 or is too long to be a quantity.
_LONG = rf"{BEFORE}(?:0[0-9]+|[0-9]{{3}}-[0-9]{{4}}-[0-9]{{4}}|[0-9]{{7,}}){AFTER}(?!\s*{_MEASURE})"

#: Figures behind these are a name, not a count.
_LABELLED = (
    r"((?:邮编|邮政编码|工号|编号|编码|[证帐账卡单单桌]号|号码|[验查]\w{1,2}码|密码|尾号|车牌号?|群号?|分机|短号|代码"
    r"|热线|电话|手机|总机|转|房号|QQ)[号是为]?\s*[:：]?\s*)([0-9]{3,})"
    rf"{AFTER}(?!\s*{_MEASURE})"
)
_STANDARD = (
    r"([A-Z]{1,4}[0-9]{0,2}(?:/[A-Z]{1,2})?)\s*([0-9]{1,6}(?:\.[0-9]{1,3})?)\s*[-—–]\s*([12][0-9]{3})"
    + AFTER
)
_LISTED_STANDARD = (
    r"\b(GB/?T?|ISO|IEC|DB/?T?|JGJ|CJJ|HJ|GA|IP)\s*([0-9]{3,6})(?:[:：]([12][0-9]{3}))?" + AFTER
)

#: A moment as systems write it; what stands behind it is how far its clock is from Greenwich's.
_MOMENT = r"(?<=[0-9])T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)?(Z|[+-][0-9]{2}:?[0-9]{2})?"
_DATE = r"(?<![0-9])([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])"
_CLOCK = r"(?<![0-9:：])([01]?[0-9]|2[0-4])[:：]([0-5][0-9])(?:[:：]([0-5][0-9]))?(?![0-9:：])"
_RATIO = r"(?<![0-9:：])([0-9]+)\s*[:：]\s*([0-9]+)(?![0-9:：])"
_RATIO_WORDS = r"((?:比例|比率|比例尺|比分|比)[为是约]?\s*)([0-9]+)\s*[:：]\s*([0-9]+)"
_FRACTION = r"(?<![0-9/.])([0-9]{1,3})/([0-9]{1,4})(?![0-9/.])"
_MONEY = rf"(?:¥|RMB|CNY)\s*(-?{NUMBER})(\s*[万亿]+)?\s*元?"
_MONEY_BEHIND = rf"({NUMBER})\s*(?:RMB|CNY)(?![A-Za-z])"
_FOREIGN = rf"(US\$|HK\$|\$|€|£)\s*({NUMBER})(\s*[万亿]+)?(?:美元|欧元|港元|英镑)?"
_CURRENCIES = {"US$": "美元", "$": "美元", "HK$": "港元", "€": "欧元", "£": "英镑"}

#: Behind a number that may be below zero, or one end of a range.
_COLD = r"(?:°[CF]?|摄氏度|华氏度|度|%|‰|万?亿?元|[万亿米分倍]|[kcm]?m(?![A-Za-z])|dB)"
_UNIT = rf"(?:{_COLD}|[年月日号时点秒岁层楼级天周个人次吨]|小时|公[里斤]|kg)"
_DASH = r"\s*(?:--?|[~～—–―]{1,2})\s*"

#: Provinces, as the plates of vehicles name them.
_PLATE = (
    r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])([A-Z])[·\s]?"
    r"((?=[A-Z]*[0-9])[A-Z0-9]{5,6})(?![A-Za-z0-9])"
)

_UNITS = {
    "μg/m³": "微克每立方米", "mg/m³": "毫克每立方米", "kg/m³": "千克每立方米", "mg/L": "毫克每升",
    "km/h": "公里每小时", "m/s": "米每秒", "L/min": "升每分钟", "kW·h": "千瓦时", "kWh": "千瓦时",
    "km²": "平方公里", "cm²": "平方厘米", "mm²": "平方毫米", "hm²": "公顷", "m²": "平方米",
    "cm³": "立方厘米", "m³": "立方米", "km": "公里", "cm": "厘米", "mm": "毫米", "μm": "微米",
    "m": "米", "kg": "公斤", "mg": "毫克", "μg": "微克", "g": "克", "t": "吨", "mL": "毫升",
    "ml": "毫升", "L": "升", "kW": "千瓦", "MW": "兆瓦", "kV": "千伏", "kPa": "千帕", "MPa": "兆帕",
    "dB": "分贝", "Hz": "赫兹", "kHz": "千赫", "MHz": "兆赫", "h": "小时", "min": "分钟",
    "ha": "公顷", "°C": "摄氏度", "°F": "华氏度", "V": "伏", "W": "瓦",
}  # fmt: skip
_UNIT_WORDS = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
_EACH = (
    r"元|角|分|度|吨|次|人|天|日|月|年|公里|千米|米|平方米|立方米|公斤|小时|分钟|升|户|个|件|瓶|套"
)

_MEASURED = (
    "元个名位件份次户米天周项人套张条家吨辆座台本块只处盏层年月小分平公立倍岁万亿千厘毫斤亩栋间部"
)


def _as(kind: ValueKind) -> Callable[[str], str]:
    return lambda text: as_words(Value(kind, text), "zh")


_number, _time, _day_words = _as("number"), _as("time"), _as("date")


def _money(amount: str) -> str:
    return as_words(Value("money", amount), "zh")


def _figures(text: str) -> str:
    """A year: 二零二六."""
    return "".join("零一二三四五六七八九"[int(figure)] for figure in text)


def _quantity(text: str) -> str:
    return _number(text) or spell(re.sub("[^0-9]", "", text))


def _code(text: str) -> str:
    """Figures one by one, with the points between them."""
    return "点".join(map(spell, text.split(".")))


def _day(m: re.Match[str]) -> str:
    return _day_words(f"{m[1]}-{m[3]}-{m[4]}") or m[0]


def _clock(m: re.Match[str]) -> str:
    said = _time(f"{m[1]}:{m[2]}")
    if not said:
        return f"{_number(m[1])}比{_number(m[2])}"
    return said.removesuffix("整") + f"{_number(m[3])}秒" if m[3] else said


def _telephone(m: re.Match[str]) -> str:
    parts = re.split(r"[- ()（）]+|(?=转)", m[0].replace("+", "加"))
    return "，".join(re.sub("[0-9]+", lambda f: spell(f[0]), part) for part in parts if part)


def _amount(m: re.Match[str]) -> str:
    if m[2]:
        return f"{_quantity(m[1])}{m[2].strip()}元"
    return _money(m[1]) or _quantity(m[1]) + "元"


def _foreign(m: re.Match[str]) -> str:
    return f"{_quantity(m[2])}{(m[3] or '').strip()}{_CURRENCIES[m[1]]}"


def _fraction(m: re.Match[str]) -> str:
    if int(m[1]) >= int(m[2]):
        return f"{_quantity(m[1])}，{_quantity(m[2])}"  # 24/7 is none
    return f"{_quantity(m[2])}分之{_quantity(m[1])}"


def _share(m: re.Match[str]) -> str:
    """5%, -5%, 3-5%."""
    of = "百分之" if m[3] == "%" else "千分之" if m[3] == "‰" else "万分之"
    if m[2] == "100":
        return of + (f"{_number(m[1])}至" if m[1] else "") + of[0]
    return of + (f"{_number(m[1])}至" if m[1] else "") + _number(m[2])


def _address(m: re.Match[str]) -> str:
    """An address of the web or of mail, letter by letter where it is no word."""
    text = re.sub(r"^https?://", "", m[0], flags=re.IGNORECASE).rstrip("/")
    names = {".": "点", "/": "斜杠", "@": "艾特", "-": "杠", "_": "下划线", ":": "冒号"}
    return "".join(names.get(c) or (spell(c) if c.isdigit() else c) for c in text)


def _zone(offset: str | None) -> str:
    """Of which clock a moment is, where it says so: Z is 世界时间, +08:00 东八区时间."""
    if not offset:
        return ""
    hours = 0 if offset == "Z" else int(offset[:3])
    if not hours:
        return "世界时间"
    return f"{'东' if hours > 0 else '西'}{_number(str(abs(hours)))}区时间"


def _plate(m: re.Match[str]) -> str:
    figures = re.sub("[0-9]+", lambda f: f" {spell(f[0])} ", m[3]).strip()
    return f"{m[1]}{m[2]}" + (" " if m[3][0].isalpha() else "") + figures


#: In this order: what is looked for, and what is said for it.
_RULES: tuple[tuple[str, _Said], ...] = (
    (r"(?m)^\s*(?:[-*+]|[·•])\s+", lambda _: ""),
    (r"(?:https?://|www\.)[\w./:?=&%-]+|[\w.-]+@[\w-]+(?:\.[\w-]+)+", _address),
    (r"(?<![A-Za-z0-9.])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|cn|org|net|gov)\b", _address),
    (
        r"(?<![¥0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?![0-9,.])(?!\s*[万亿])",
        lambda m: _number(m[0]),
    ),
    (r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", lambda _: ""),
    (_PLATE, _plate),
    (
        rf"(?<![0-9，])[1-9][0-9]{{0,2}}(?:，[0-9]{{3}}){{2,}}(?![0-9，])(?=(?:\.[0-9]+)?\s*{_MEASURE})",
        lambda m: m[0].replace("，", ""),
    ),
    (
        r"(?<=¥)\s*[1-9][0-9]{0,2}(?:[ ，][0-9]{3})+(?![0-9])",
        lambda m: re.sub("[ ，]", "", m[0]),
    ),
    (
        rf"(?<![0-9] )(?<![0-9.])[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+(?=\s*{_MEASURE})",
        lambda m: m[0].replace(" ", ""),
    ),
    (r"(?m)^(\s*[0-9]{1,2})\.(?![0-9])\s*", lambda m: f"{m[1]}、"),
    (rf"(?:\s+|(?<=[；;。：:，]))([0-9]{{1,2}})\.\s*(?=[{signs.HAN}])", lambda m: f"，{m[1]}、"),
    (r"(?<![0-9])([0-9]{1,2})[·•]([0-9]{1,2})(?![0-9])", lambda m: _figures(m[1] + m[2])),
    (rf"按\s*([0-9]){_DASH}([0-9])(?![0-9])", lambda m: f"按{_number(m[1])}至{_number(m[2])}"),
    (r"(?<![0-9:：/.-])0([1-9])(?=\s*[月日号时点])", lambda m: m[1]),
    (
        r"(?<![0-9])[1-9][0-9]{0,2}(?:，[0-9]{3})*，0[0-9]{2}(?:，[0-9]{3})*(?![0-9])",
        lambda m: m[0].replace("，", ""),
    ),
    (r"\bNo\.?\s*([0-9]+)", lambda m: f"{m[1]}号"),
    (r"(?<![0-9.])([0-9]+)\.([0-9]+)(?=\s*版)", lambda m: _version(m[0])),
    (r"按\s*([0-9])(?![0-9])", lambda m: "按" + _number(m[1])),
    (r"按\s*([*#])", lambda m: "按" + {"*": "星号键", "#": "井号键"}[m[1]]),
    (rf"(?<![A-Za-z·]){BEFORE}{HOTLINE}{AFTER}(?!\s*{_MEASURE})", lambda m: _figures(m[0])),
    (_TELEPHONE, _telephone),
    (_CALLED, lambda m: spell(m[0])),
    (_LABELLED, lambda m: m[1] + spell(m[2])),
    (_MOMENT, lambda m: f" {m[1]}" + _zone(m[2])),
    (_DATE, _day),
    (_STANDARD, lambda m: f"{m[1].replace('/', ' ')} {_code(m[2])}，{_figures(m[3])}"),
    (
        _LISTED_STANDARD,
        lambda m: (
            f"{m[1].replace('/', ' ')} {_code(m[2])}" + (f"，{_figures(m[3])}" if m[3] else "")
        ),
    ),
    (r"[〔\[（(【]([12][0-9]{3})[〕\]）)】](?=\s*[第0-9])", lambda m: f"，{_figures(m[1])}，"),
    (
        rf"(?<![0-9.])([12][0-9]{{3}})(?:年?{_DASH}|至)([12][0-9]{{3}})\s*(?=年|学年)",
        lambda m: f"{_figures(m[1])}至{_figures(m[2])}",
    ),
    (
        r"(?<![0-9.])([12][0-9]{3})\s*/\s*([12][0-9]{3})\s*(?=年度|学年)",
        lambda m: f"{_figures(m[1])}至{_figures(m[2])}",
    ),
    (r"(?<![0-9.])([12][0-9]{3})\s*(?=年|学年|届|级[学新本硕博])", lambda m: _figures(m[1])),
    (r"(?<![0-9.])([0-9]{2})\s*(?=年\s*[0-9]{1,2}\s*月)", lambda m: _figures(m[1])),
    (_RATIO_WORDS, lambda m: f"{m[1]}{_quantity(m[2])}比{_quantity(m[3])}"),
    (r"([0-9]+)[:：]([0-9]+)(?=的比例)", lambda m: f"{_quantity(m[1])}比{_quantity(m[2])}"),
    (rf"({_CLOCK}){_DASH}(?=[0-9]{{1,2}}[:：][0-9])", lambda m: f"{m[1]}至"),
    (_CLOCK, _clock),
    (_RATIO, lambda m: f"{_quantity(m[1])}比{_quantity(m[2])}"),
    (_MONEY, _amount),
    (_MONEY_BEHIND, lambda m: _money(m[1])),
    (_FOREIGN, _foreign),
    (_LONG, lambda m: "，".join(map(spell, m[0].split("-")))),
    (r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})(?=\s*[日号月天])", lambda m: f"{m[1]}、{m[2]}"),
    (_FRACTION, _fraction),
    (
        rf"([元度吨人次升户])\s*/\s*({_UNIT_WORDS})(?![A-Za-z0-9])",
        lambda m: f"{m[1]}每{_UNITS[m[2]]}",
    ),
    (
        (
            rf"(?:(?<![0-9A-Za-z.-])(?<![0-9A-Za-z]\s)(-?{NUMBER}){_DASH})?"
            rf"((?<![0-9A-Za-z%-])-{NUMBER}|{NUMBER})\s*([%‰‱])"
        ),
        _share,
    ),
    (
        r"(?<![0-9-])[0-9]+(?:-[0-9]+){2,}(?![0-9-])|(?<![0-9-])[0-9]+-[0-9]{3,4}(?=[室房])",
        lambda m: m[0].replace("-", "，"),
    ),
    (rf"(?<=[0-9]){_DASH}(?=-?[0-9])", lambda _: "至"),
    (rf"(?<=[0-9])(\s*{_UNIT}){_DASH}(?=-?[0-9])", lambda m: f"{m[1]}至"),
    (rf"(?<=百分之)([^\s，。-]+){_DASH}(?=-?百分之)", lambda m: f"{m[1]}至"),
    (
        r"((?:周|星期)[一二三四五六日天]){0}(?=(?:周|星期)?[一二三四五六日天])".replace(
            "{0}", _DASH
        ),
        lambda m: f"{m[1]}至",
    ),
    (rf"(?<![0-9A-Za-z])[-–]\s*(?={NUMBER}至?-?[0-9.]*\s*(?:{_COLD}))", lambda _: "负"),
    (
        rf"(?m)(^|[\s（(，,、：:=至到为是于达降升增减涨跌温值差率])[-–](?={NUMBER})",
        lambda m: f"{m[1]}负",
    ),
    (rf"(?<![0-9])±\s*(?={NUMBER})", lambda _: "正负"),
    (rf"({NUMBER})\s*({_UNIT_WORDS})(?![A-Za-z0-9²³])", lambda m: m[1] + _UNITS[m[2]]),
    (
        r"([0-9])\s*°\s*(?:([0-9]+)\s*[′'])?(?:([0-9]+)\s*[″\"])?",
        lambda m: f"{m[1]}度" + (f"{m[2]}分" if m[2] else "") + (f"{m[3]}秒" if m[3] else ""),
    ),
    (r"(?<=[0-9])\s*[×*xX]\s*(?=[0-9])", lambda _: "乘"),
    (r"([0-9]+)\s*#|#\s*([0-9]+)", lambda m: f"{m[1] or m[2]}号"),
    (r"(?<=[A-Za-z])(-?)([0-9]+(?:\.[0-9]+)?)", lambda m: f" {_letter_number(m[2])}"),
    (r"(?<![0-9.])([0-9]{3,4})\s*(?=[室房]|路(?!口))", lambda m: _figures(m[1])),
    (r"(?<![0-9.])(第?)([0-9]{1,4})[-－](?=[0-9])", lambda m: f"{m[1]}{_quantity(m[2])}，"),
    (
        rf"(?<![0-9.第])2\s*(?=[{_MEASURED}])(?!\s*月|\s*年级|\s*层|\s*分(?!钟)|\s*小(?!时))",
        lambda _: "两",
    ),
    (NUMBER, lambda m: _quantity(m[0])),
    (rf"(?<=[整分秒日号]){_DASH}(?=[零一二三四五六七八九十上下中晚凌次])", lambda _: "至"),
    (rf"(?<=[{signs.HAN}])({_DASH})(?=[{signs.HAN}])", lambda m: "——" if "—" in m[1] else "，"),
    (rf"((?:{_EACH}))\s*/\s*(?=(?:{_EACH}))", lambda m: f"{m[1]}每"),
    (r"和\s*/\s*或", lambda _: "和或"),
    (rf"(?<=[{signs.HAN}])\s*/\s*(?=[{signs.HAN}])", lambda _: "或"),
    (rf"(?<=[{signs.HAN}])\s*-\s*|\s*-\s*(?=[{signs.HAN}])", lambda _: "，"),
    (r"[/-]", lambda _: " "),
)


def _version(text: str) -> str:
    """3.0 is 三点零."""
    whole, _, behind = text.partition(".")
    return f"{_quantity(whole)}点{_figures(behind)}"


def _letter_number(text: str) -> str:
    """G60, A4, 5G: a name, figure by figure; PM2.5 has a point."""
    if "." in text:
        return _version(text)
    return _quantity(text) if text[0] != "0" and int(text) <= 20 else _figures(text)


def written_out(text: str) -> str:
    """``text`` without figures, and with a word for each sign that has one."""
    text = signs.unaccented(signs.plain(text))
    for looked_for, said in _RULES:
        text = re.sub(looked_for, said, text)
    text = signs.by_name(text, "zh")
    text = re.sub(rf"(?<=[{signs.HAN}，])[^\S\n]+(?=[{signs.HAN}])", "", text)
    return re.sub(r"，{2,}", "，", re.sub(r"(?m)(?:^|(?<=[。！？；：、，]))[，\s]+(?!$)", "", text))
