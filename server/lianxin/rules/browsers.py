"""A browser in words, for the list of one's logins. Pure.

What a browser says of itself is a claim: it tells one's own logins apart, and decides nothing.
"""

from __future__ import annotations

import re

#: The first that fits; most say that they are Chrome and Safari too.
_BROWSERS = (
    (r"MicroMessenger/(\d+)", "微信"),
    (r"QQBrowser/(\d+)", "QQ 浏览器"),
    (r"(?:QIHU|360SE|360EE)\b", "360"),
    (r"Edg\w*/(\d+)", "Edge"),
    (r"(?:OPR|Opera)/(\d+)", "Opera"),
    (r"Firefox/(\d+)", "Firefox"),
    (r"Chrome/(\d+)", "Chrome"),
    (r"Version/(\d+)\S* .*Safari/", "Safari"),
)
_SYSTEMS = (
    (r"HarmonyOS|OpenHarmony", "HarmonyOS"),
    (r"Android", "Android"),
    (r"iPhone|iPad", "iOS"),
    (r"Windows", "Windows"),
    (r"Mac OS X", "macOS"),
    (r"UOS|Deepin", "UOS"),
    (r"Linux|X11", "Linux"),
)


def browser_in_words(user_agent: str) -> str:
    """``Chrome 130 · Windows``; "" where nothing is known.

    >>> browser_in_words("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    'Firefox 140 · Linux'
    """
    text = user_agent[:400]
    return " · ".join(filter(None, (_first(_BROWSERS, text), _first(_SYSTEMS, text))))


def _first(names: tuple[tuple[str, str], ...], text: str) -> str:
    for pattern, name in names:
        if found := re.search(pattern, text):
            return " ".join((name, *(group for group in found.groups() if group)))
    return ""
