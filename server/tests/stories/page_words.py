"""Whether a page of the console speaks its own language: no code, no other language's words.

What people wrote (names, titles, texts) may be in any language, and it is known for theirs: the
server's answers hold it. So of what a page shows

- in English, every run of Chinese must stand in an answer of the server as it stands on the page:
  the console's own words and lists made by it do not;
- in Chinese, every word in Latin letters must be one of ``ALLOWED``, or part of a *sentence* of an
  answer. One single word of an answer is a code until the page marks it as one: ``<code>``,
  ``<kbd>`` and ``translate="no"`` are for what is written so and not otherwise.

In both languages a word with ``_``, dots or slashes inside is a code, and ``docs/`` a path.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page, Response

#: Latin words that stand on Chinese pages, each with the reason.
ALLOWED = frozenset(
    {
        # what the thing itself is called, in Chinese sentences too
        *("Lianxin", "HTTP", "HTTPS", "SQL", "SIP", "API", "URL", "CSV", "JSON", "WAV", "MP"),
        *("PostgreSQL", "MySQL", "MariaDB", "UTC", "DTMF", "UTF", "GB", "MB", "kB", "T"),
        # keys, as they are written on them
        *("Ctrl", "Enter", "Esc", "Shift", "Alt", "Tab", "Cmd", "Del", "F", "K"),
        # units beside figures
        *("ms", "min", "s", "dB"),
        # what is written so in a request
        *("GET", "POST", "Idempotency-Key"),
        # the given names of voices
        *("Bella", "Heart", "Fenrir", "Michael"),
        # the languages that are offered are named in themselves
        *("English", "EN"),
    }
)

#: Where codes stand as codes, and where people write.
_CODES = "code, pre, kbd, script, style, [lang]:not(html), [translate=no]"

#: Every text that can be read or heard on the page, each once.
_TEXTS = """
(codes) => {
  const texts = new Set();
  const add = (text) => text?.trim() && texts.add(text.trim());
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (parentElement.checkVisibility() && !parentElement.closest(codes)) add(data);
  }
  const names = ["aria-label", "aria-description", "aria-valuetext", "aria-roledescription",
    "title", "placeholder", "alt"];
  for (const name of names)
    for (const element of document.body.querySelectorAll(`[${name}]`)) {
      if (element.closest(codes) || !element.checkVisibility()) continue;
      const silent = name.startsWith("aria-") && element.closest("[aria-hidden=true]");
      if (!silent) add(element.getAttribute(name));
    }
  add(document.title);
  return [...texts];
}
"""

_LATIN = re.compile(r"[A-Za-z][A-Za-z_.\-/]*")
_HAN = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]+")
_CODE = re.compile(r"\b[A-Za-z]\w*(?:_\w+)+|\b[a-z]\w*(?:\.[a-zA-Z]\w*)+|\b[A-Z][a-z]+/[A-Z]\w+")
_PATH = re.compile(r"\b(?:docs|server|web|var)/\w+|\w+\.(?:md|py|tsx?|json)\b")


@dataclass
class Answers:
    """What the server has told a page: over HTTP, and live."""

    texts: set[str] = field(default_factory=set)
    joined: str = ""
    _read: list[asyncio.Task[None]] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Keep whatever comes from now on."""
        page.on("response", self._take_response)
        page.on("websocket", lambda socket: socket.on("framereceived", self._take_frame))

    async def all_read(self) -> None:
        """Wait until each answer that has come is kept."""
        await asyncio.gather(*self._read)
        self._read.clear()

    def _take_response(self, response: Response) -> None:
        if "/api/" in response.url and response.status == 200:
            self._read.append(asyncio.create_task(self._read_response(response)))

    async def _read_response(self, response: Response) -> None:
        try:
            self.add(await response.json())
        except (PlaywrightError, ValueError):
            return  # a page that went on, or an answer that is no JSON

    def _take_frame(self, frame: str | bytes) -> None:
        if isinstance(frame, str) and frame.startswith(("{", "[")):
            self.add(json.loads(frame))

    def add(self, answer: Any) -> None:
        """Keep the texts of an answer."""
        new = {" ".join(text.split()) for text in _strings(answer)} - self.texts
        self.texts |= new
        self.joined += "\n".join(["", *new, ""])

    def say(self, words: str) -> bool:
        """Whether a text of an answer holds ``words``."""
        return words in self.joined

    def tell(self, word: str) -> bool:
        """Whether a sentence of an answer, or a name in Chinese, holds ``word``."""
        holding = (text for text in self.texts if word in text)
        return any(" " in text or _HAN.search(text) for text in holding)


def _strings(answer: Any) -> Iterator[str]:
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, dict):
        for key, value in answer.items():
            yield key
            yield from _strings(value)
    elif isinstance(answer, list):
        for value in answer:
            yield from _strings(value)


def in_chinese(text: str, answers: Answers) -> list[str]:
    """The words of a Chinese page that are none."""
    words = (word.rstrip("._-/") for word in _LATIN.findall(text))
    # A single letter is no code: somebody typed it.
    strange = (word for word in words if len(word) > 1 and word not in ALLOWED)
    return [word for word in strange if not answers.tell(word)]


def in_english(text: str, answers: Answers) -> list[str]:
    """What is no English on an English page, and nobody's own."""
    foreign = [run for run in _HAN.findall(text) if not answers.say(run)]
    return foreign + [code for code in _CODE.findall(text) if not answers.tell(code)]


async def foreign_words(page: Page, language: str, answers: Answers) -> list[str]:
    """What is not of the page's ``language``, each with the text in which it stands."""
    judge = in_chinese if language == "zh" else in_english
    texts: list[str] = await page.evaluate(_TEXTS, _CODES)
    await answers.all_read()
    found = {}
    for text in (" ".join(each.split()) for each in texts):
        for word in [*judge(text, answers), *_PATH.findall(text)]:
            found[word] = text
    return [f"{word!r} in {text[:90]!r}" for word, text in found.items()]
