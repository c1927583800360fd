"""From English text to the phonemes that the speech model was trained on. Needs the extra.

The words are looked up in the two word lists that come with misaki; its own reader wants a
large language model for the part of speech, which a hotline's sentences do not need. A word
that neither list knows is refused by name: nobody is to hear a guess.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources

#: A word with its phonemes beside it, for names: ``[Shifan](/ʃˈiˌfɑn/)``.
GIVEN_SOUND = re.compile(r"\[([^\]]+)\]\(/([^/)]+)/\)")
_PIECE = re.compile(rf"{GIVEN_SOUND.pattern}|[A-Za-z]+(?:'[A-Za-z]+)*|[;:,.!?—…]|[^\s]")
_PAUSES = frozenset(";:,.!?—…")
_VOWELS = frozenset("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻɐ")
_STRESSES = "ˈˌ"
_KEYS = {"*": "star", "#": "pound"}
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
#: What a sentence says weakly, where the word list has the word alone. ``None``: at its end.
_WEAK = {"a": "ɐ", "an": "ɐn", "the": "ðə", "to": "tə"}
_BEFORE_VOWEL = {"the": "ði", "to": "tʊ"}


class UnknownWords(ValueError):
    """``words`` are in no list, in the order of the text."""

    def __init__(self, words: list[str]) -> None:
        super().__init__(f"not in the word lists: {', '.join(words)}")
        self.words = words


def spoken(text: str) -> str:
    """Return ``text`` as it is to be said: figures one by one, keys by their names.

    >>> spoken("Dial 12345, then press # or 0.")
    'Dial one two three four five, then press pound or zero.'
    """
    text = re.sub(r"[0-9]+", lambda match: " ".join(_DIGITS[int(d)] for d in match[0]), text)
    for sign, name in _KEYS.items():
        text = text.replace(sign, name)
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("-", " ")).strip()


def phonemes(text: str) -> str:
    """Return the phonemes of ``text``, which holds no figures; pauses keep their sign.

    Raises ``UnknownWords``.
    """
    pieces = list(_pieces(text))
    said: list[str] = []
    unknown: list[str] = []
    for index, (word, given) in enumerate(pieces):
        following = pieces[index + 1][0] if index + 1 < len(pieces) else ""
        sound = given or _say(word, following)
        if sound is None:
            unknown.append(word)
        else:
            said.append(sound if word in _PAUSES or not said else f" {sound}")
    if unknown:
        raise UnknownWords(unknown)
    return "".join(said)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield words and pauses, each with the phonemes that the text itself gives, or ""."""
    for match in _PIECE.finditer(text):
        yield (match[1], match[2]) if match[2] else (match[0], "")


def _say(word: str, following: str) -> str | None:
    if word in _PAUSES:
        return word
    low = word.lower()
    if low in _WEAK and word != "A":
        return _weak(low, following)
    last = not following or following in _PAUSES
    return _look_up(word, last) or _inflected(low) or _letters(word)


def _weak(word: str, following: str) -> str:
    sound = _look_up(following, last=False) if following else None
    vowel = bool(sound) and str(sound).lstrip(_STRESSES)[:1] in _VOWELS
    return _BEFORE_VOWEL.get(word, _WEAK[word]) if vowel else _WEAK[word]


def _look_up(word: str, last: bool) -> str | None:
    for name in ("us_gold", "us_silver"):
        words = _words(name)
        for form in dict.fromkeys((word, word.lower(), word.capitalize())):
            found = words.get(form)
            if isinstance(found, dict):
                return found.get("None") if last and "None" in found else found["DEFAULT"]
            if found:
                return found
    return None


def _letters(word: str) -> str | None:
    """Spell ``TV``; a capital alone is a letter."""
    if not (word.isupper() and len(word) <= 5):
        return None
    said = [_words("us_gold").get(letter) for letter in word]
    return " ".join(str(sound) for sound in said) if all(said) else None


def _inflected(word: str) -> str | None:
    for ending, stems, join in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            for added in stems:
                sound = _look_up(stem + added, last=False)
                if sound:
                    return join(sound)
    return None


def _with_s(sound: str) -> str:
    if sound[-1] in "szʃʒʧʤ":
        return f"{sound}ᵻz"
    return sound + ("s" if sound[-1] in "ptkfθ" else "z")


def _with_ed(sound: str) -> str:
    if sound[-1] in "td":
        return f"{sound}ᵻd"
    return sound + ("t" if sound[-1] in "pkfθʃsʧ" else "d")


def _with_ing(sound: str) -> str:
    return f"{sound}ɪŋ"


#: Ending, what may have stood in its place, and how it is said.
_ENDINGS: tuple[tuple[str, tuple[str, ...], Callable[[str], str]], ...] = (
    ("'s", ("",), _with_s),
    ("ies", ("y",), _with_s),
    ("es", ("e", ""), _with_s),
    ("s", ("",), _with_s),
    ("ed", ("", "e"), _with_ed),
    ("ing", ("", "e"), _with_ing),
)


@cache
def _words(name: str) -> dict[str, str | dict[str, str]]:
    data = resources.files("misaki.data") / f"{name}.json"
    words: dict[str, str | dict[str, str]] = json.loads(data.read_text("utf-8"))
    return words
