"""Cut the text of an expression into tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lianxin.rules.expression.faults import ExpressionFault
from lianxin.rules.written import LARGEST

#: Characters of one expression.
MAX_LENGTH = 500

TokenKind = Literal["number", "text", "name", "sign", "end"]


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` is what stands there: of a ``text`` what is between its quotes."""

    kind: TokenKind
    text: str
    position: int


#: What a Chinese input method writes for a sign, outside of a text.
_WIDE = str.maketrans("（），＋－＊／％＜＞＝［］", "(),+-*/%<>=[]")

_SAME = {"≠": "!=", "≤": "<=", "≥": ">=", "×": "*", "÷": "/"}

#: How a text begins, and what ends it. There is no escape: a text has one kind of quote in it.
_QUOTES = {"'": "'", '"': '"', "‘": "’", "“": "”"}

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_NAME = re.compile(r"\$?[a-z][a-z0-9_]*")
_SIGN = re.compile(r"==|!=|<=|>=|[-+*/%<>()\[\],≠≤≥×÷]")


def tokens(text: str) -> tuple[Token, ...]:
    """Give the tokens, the last of them of the kind ``end``. ``ExpressionFault`` otherwise."""
    if len(text) > MAX_LENGTH:
        raise ExpressionFault(
            MAX_LENGTH, "expression.too_long", f"is longer than {MAX_LENGTH} characters"
        )
    found: list[Token] = []
    position = 0
    while True:
        while position < len(text) and text[position].isspace():
            position += 1
        if position == len(text):
            return (*found, Token("end", "", position))
        token, position = _token(text, position)
        found.append(token)


def _token(text: str, position: int) -> tuple[Token, int]:
    closing = _QUOTES.get(text[position])
    if closing is not None:
        return _text(text, position, closing)
    # Wide signs are one character each: positions stay those of the text.
    plain = text.translate(_WIDE)
    for kind, pattern in (("number", _NUMBER), ("name", _NAME), ("sign", _SIGN)):
        match = pattern.match(plain, position)
        if match:
            return _checked(kind, match[0], position), match.end()
    raise _stray(text, position)


def _text(text: str, position: int, closing: str) -> tuple[Token, int]:
    end = text.find(closing, position + 1)
    if end < 0:
        raise ExpressionFault(position, "expression.text_open", "begins a text that never ends")
    return Token("text", text[position + 1 : end], position), end + 1


def _checked(kind: str, word: str, position: int) -> Token:
    if kind == "number":
        if len(word) > 32 or Decimal(word) > LARGEST:
            raise ExpressionFault(position, "expression.number", "is a number that is too large")
        return Token("number", word, position)
    if kind == "name":
        return Token("name", word.removeprefix("$"), position)
    return Token("sign", _SAME.get(word, word), position)


def _stray(text: str, position: int) -> ExpressionFault:
    character = text[position]
    if character in "=＝":
        return ExpressionFault(position, "expression.equals", "to compare, write two: ==")
    if character.isalpha():
        return ExpressionFault(
            position, "expression.character", "a name has small letters; a text stands in quotes"
        )
    return ExpressionFault(position, "expression.character", f"{character!r} means nothing here")
