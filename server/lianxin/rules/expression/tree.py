"""What an expression is made of, once it is parsed. Immutable and hashable."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Literal:
    value: Decimal | str | bool | None


@dataclass(frozen=True, slots=True)
class Variable:
    name: str


@dataclass(frozen=True, slots=True)
class Listed:
    items: tuple[Subexpression, ...]


@dataclass(frozen=True, slots=True)
class Unary:
    sign: str  # - | + | not
    inner: Subexpression


@dataclass(frozen=True, slots=True)
class Binary:
    sign: str  # + - * / % == != < <= > >= in "not in" and or
    left: Subexpression
    right: Subexpression


@dataclass(frozen=True, slots=True)
class Choice:
    """``yes if test else no``."""

    test: Subexpression
    yes: Subexpression
    no: Subexpression


@dataclass(frozen=True, slots=True)
class Call:
    function: str
    arguments: tuple[Subexpression, ...]


Subexpression = Literal | Variable | Listed | Unary | Binary | Choice | Call


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed text. Two of the same text are equal."""

    text: str
    root: Subexpression = field(compare=False, repr=False)
    variables: frozenset[str] = field(compare=False, repr=False)


def variables_of(expression: Expression) -> frozenset[str]:
    """Give the names of the variables that it reads."""
    return expression.variables


def children(part: Subexpression) -> tuple[Subexpression, ...]:
    """Give what a part is made of."""
    match part:
        case Listed(inner) | Call(_, inner):
            return inner
        case Unary(_, inner):
            return (inner,)
        case Binary(_, left, right):
            return (left, right)
        case Choice(test, yes, no):
            return (test, yes, no)
    return ()
