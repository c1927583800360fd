"""Whether a page of the console speaks its own language: no code, no other language's words.

What people wrote themselves (names, titles, texts) may be in any language. Of the Chinese pages
every word in Latin letters is looked at, since hardly any of that is people's own in a made-up
city; of the English ones those Chinese words that the console itself has.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from playwright.async_api import Page

SOURCES = Path(__file__).parents[3] / "web/apps/console/src"

#: Latin words that stand on Chinese pages, each with the reason.
ALLOWED = {
    # what the thing itself is called, in Chinese sentences too
    *("Lianxin", "HTTP", "HTTPS", "SQL", "SIP", "API", "URL", "CSV", "JSON", "WAV", "MP"),
    *("PostgreSQL", "MySQL", "MariaDB", "Asterisk", "Chrome", "Edge", "UTF", "GB", "MB", "KB"),
    # keys
    *("Ctrl", "Enter", "Esc", "Shift", "Alt", "Tab", "Cmd", "Del"),
    # what is written so in a request, in a statement, in a template, as the end of a file's name
    *("GET", "POST", "SELECT", "WITH", "Idempotency-Key", "centre", "https", "kB"),
    *("wav", "mp", "aac", "ogg", "opus", "webm", "flac", "amr", "wma"),
    # units of time beside figures
    *("ms", "min"),
    # the languages that are offered are named in themselves
    *("English", "EN"),
}

#: Where codes stand as codes, and where people write.
_CODES = (
    "code, pre, kbd, input, textarea, script, style, svg, [lang], [translate=no], "
    ".monaco-editor, .ant-select-selection-search"
)

_TEXTS = """
(skipped) => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const shown = parentElement.checkVisibility() && !parentElement.closest(skipped);
    if (shown && data.trim()) texts.push(data.trim());
  }
  for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder]")) {
    if (element.closest("svg, [translate=no]") || !element.checkVisibility()) continue;
    for (const name of ["aria-label", "title", "placeholder"]) {
      const text = element.getAttribute(name)?.trim();
      if (text) texts.push(text);
    }
  }
  return texts;
}
"""

_LATIN = re.compile(r"[A-Za-z][A-Za-z_.\-/]*[A-Za-z]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LISTED = re.compile(r"[A-Za-z0-9] ?、|、 ?[A-Za-z]")


@cache
def chinese_words() -> frozenset[str]:
    """The words and sentences of the console in Chinese, those without blanks to fill in."""
    files = SOURCES.rglob("locales/zh.ts")
    found = {text for file in files for text in re.findall(r'"([^"\n]*)"', file.read_text("utf-8"))}
    return frozenset(text for text in found if _HAN.search(text) and "{{" not in text)


def in_chinese(text: str, own: frozenset[str]) -> list[str]:
    """The words of a Chinese page that are none; ``own``: what people have called things."""
    return [word for word in _LATIN.findall(text) if word not in ALLOWED and word not in own]


def in_english(text: str, own: frozenset[str]) -> list[str]:
    """The words of the console itself that stand on an English page in Chinese."""
    if text in chinese_words() and text not in own:
        return [text]
    return ["、"] if _LISTED.search(text) else []


async def foreign_words(page: Page, language: str, own: frozenset[str]) -> list[str]:
    """What is not of the page's ``language``, each with the text in which it stands."""
    judge = in_chinese if language == "zh" else in_english
    texts = dict.fromkeys(await page.evaluate(_TEXTS, _CODES))
    return [f"{word!r} in {text[:80]!r}" for text in texts for word in judge(text, own)]
