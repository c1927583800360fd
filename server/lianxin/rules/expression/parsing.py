"""Build the tree of an expression: a Pratt parser, one binding strength per sign."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from lianxin.rules.expression.faults import ExpressionFault
from lianxin.rules.expression.functions import FUNCTIONS
from lianxin.rules.expression.tokens import Token, tokens
from lianxin.rules.expression.tree import (
    Binary,
    Call,
    Choice,
    Expression,
    Listed,
    Literal,
    Subexpression,
    Unary,
    Variable,
    children,
)

#: How deep parentheses, calls and chains of signs may go.
MAX_DEPTH = 64

_COMPARING = ("==", "!=", "<", "<=", ">", ">=", "in", "not in")

#: How strongly a sign binds; what binds more is done first.
_STRENGTH = {
    "if": 1,
    "or": 2,
    "and": 3,
    **dict.fromkeys(_COMPARING, 5),
    **dict.fromkeys("+-", 6),
    **dict.fromkeys("*/%", 7),
}
_NOT, _SIGNED = 4, 8

_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "none": None}

_RESERVED = frozenset({"and", "or", "not", "in", "if", "else", *_CONSTANTS})


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """Read an expression. ``ExpressionFault`` says what is wrong, and where."""
    parser = _Parser(tokens(text))
    root = parser.whole()
    return Expression(text, root, frozenset(_names(root)))


def _names(part: Subexpression) -> set[str]:
    if isinstance(part, Variable):
        return {part.name}
    return {name for child in children(part) for name in _names(child)}


class _Parser:
    """Walks the tokens once, from left to right."""

    def __init__(self, found: tuple[Token, ...]) -> None:
        self.tokens = found
        self.at = 0
        self.depth = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def whole(self) -> Subexpression:
        if len(self.tokens) == 1:
            raise ExpressionFault(0, "expression.empty", "is empty")
        part = self.part(0)
        if self.at < len(self.tokens) - 1:
            raise self.unexpected()
        return part

    def part(self, strength: int) -> Subexpression:
        """Read as far as signs bind more strongly than ``strength``."""
        before = self.depth
        self.deeper()
        left = self.first()
        while True:
            sign = self.sign()
            if _STRENGTH.get(sign, 0) <= strength:
                self.depth = before
                return left
            self.deeper()  # a chain of signs is a tree as deep as it is long
            left = self.longer(left, sign)

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ExpressionFault(
                self.token.position, "expression.too_deep", "is nested too deep: divide it"
            )

    def sign(self) -> str:
        """Give the sign that comes next, "not in" as one; "" when none does."""
        token = self.token
        if token.kind == "name" and token.text == "not":
            after = self.tokens[self.at + 1]
            return "not in" if (after.kind, after.text) == ("name", "in") else ""
        if token.kind == "sign" or (token.kind == "name" and token.text in _RESERVED):
            return token.text
        return ""

    def longer(self, left: Subexpression, sign: str) -> Subexpression:
        position = self.token.position
        self.at += 2 if sign == "not in" else 1
        if sign == "if":
            return self.choice(left)
        right = self.part(_STRENGTH[sign])
        if sign in _COMPARING and self.sign() in _COMPARING:
            raise ExpressionFault(
                position, "expression.chained", 'compare two values; join two tests with "and"'
            )
        return Binary(sign, left, right)

    def choice(self, yes: Subexpression) -> Subexpression:
        test = self.part(_STRENGTH["if"])
        if self.token.kind != "name" or self.token.text != "else":
            raise ExpressionFault(self.token.position, "expression.else", 'lacks its "else"')
        self.at += 1
        # Another ``if`` behind belongs to what stands behind ``else``.
        return Choice(test, yes, self.part(0))

    def first(self) -> Subexpression:
        token = self.token
        self.at += 1
        match token.kind, token.text:
            case "number", digits:
                return Literal(Decimal(digits))
            case "text", inside:
                return Literal(inside)
            case "sign", "(":
                part = self.part(0)
                self.expect(")")
                return part
            case "sign", "[":
                return Listed(self.several("]"))
            case "sign", ("-" | "+") as sign:
                return Unary(sign, self.part(_SIGNED))
            case "name", _:
                return self.named(token)
        self.at -= 1
        raise self.unexpected()

    def named(self, token: Token) -> Subexpression:
        if token.text == "not":
            return Unary("not", self.part(_NOT))
        if token.text in _CONSTANTS:
            return Literal(_CONSTANTS[token.text])
        if token.text in _RESERVED:
            self.at -= 1
            raise self.unexpected()
        if self.token.kind != "sign" or self.token.text != "(":
            return Variable(token.text)
        self.at += 1
        function = FUNCTIONS.get(token.text)
        if function is None:
            raise ExpressionFault(
                token.position, "expression.function", f'there is no function "{token.text}"'
            )
        arguments = self.several(")")
        if not function.least <= len(arguments) <= function.most:
            raise ExpressionFault(
                token.position, "expression.arguments", f"is written {function.written}"
            )
        return Call(token.text, arguments)

    def several(self, closing: str) -> tuple[Subexpression, ...]:
        parts: list[Subexpression] = []
        while not (self.token.kind == "sign" and self.token.text == closing):
            if parts:
                self.expect(",")
            parts.append(self.part(0))
        self.at += 1
        return tuple(parts)

    def expect(self, sign: str) -> None:
        if self.token.kind != "sign" or self.token.text != sign:
            raise self.unexpected(sign)
        self.at += 1

    def unexpected(self, wanted: str = "") -> ExpressionFault:
        token = self.token
        wish = f"; {wanted!r} is missing" if wanted else ""
        if token.kind == "end":
            return ExpressionFault(token.position, "expression.end", f"ends too early{wish}")
        return ExpressionFault(
            token.position, "expression.unexpected", f'"{token.text}" cannot stand here{wish}'
        )
