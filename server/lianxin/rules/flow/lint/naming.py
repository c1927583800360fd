"""What a flow names: things of the centre that are not there, variables that nothing sets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, cast, get_args, get_type_hints

from lianxin.rules.expression import ExpressionFault, parse, variables_of
from lianxin.rules.flow.fields import Template
from lianxin.rules.flow.filling import names_of
from lianxin.rules.flow.lint.drawing import Drawing, kind_of
from lianxin.rules.flow.lint.environment import Codes, Environment
from lianxin.rules.flow.lint.findings import Finding, finding

#: Variables that are always there (the interpreter and the line set them), and what a look-up
#: that failed leaves.
KNOWN = frozenset(
    (
        *("caller", "line", "language", "now", "city", "centre_name", "line_name"),
        *("day_part", "night_bell", "zone", "error"),
    )
)

#: Fields that name a variable to read it; every other one sets what it names.
_READ = frozenset(
    {
        ("speak", "value"),
        ("case_status", "number"),
        ("case_open", "phone"),
        ("case_open", "recording"),
    }
)

#: Names of what a caller would not want to be shown.
_SECRET = re.compile(r"(?:^|_)(?:pin|password|passcode|secret|query_code|id_number|id_card|cvv)")

_DOLLAR = re.compile(r"\$([a-z][a-z0-9_]*)(?::[a-z]+)?")


def things(drawing: Drawing) -> Iterator[Finding]:
    """Queues, calendars and the like that the centre does not have."""
    for kind, place, text in drawing.named:
        codes = _codes(drawing.environment, kind)
        if codes is not None and text not in codes:
            yield finding(f"lint.unknown_{kind}", place, name=text)


def _codes(environment: Environment, kind: str) -> Codes:
    by_kind: dict[str, Codes] = {
        "queue": environment.queues,
        "calendar": environment.calendars,
        "connection": environment.connections,
        "poll": environment.polls,
        "knowledge": environment.knowledge,
        "flow": environment.flows,
    }
    return by_kind.get(kind)


def functions(drawing: Drawing) -> Iterator[Finding]:
    """What is off is refused in embedded subflows too: it may have been switched off since."""
    on = drawing.environment.functions
    for name, node in drawing.flow.nodes.items() if on is not None else ():
        needed = {node.function, node.needs()} - {"", *(on or ())}
        for function in sorted(needed):
            yield finding("lint.function_off", _place(name), function=function)


def _place(name: str) -> str:
    """The place of a node: that of ``bill/ask`` is ``subflows.bill.nodes.ask``."""
    *codes, own = name.split("/")
    return "".join(f"subflows.{code}." for code in codes) + f"nodes.{own}"


def variables(drawing: Drawing) -> Iterator[Finding]:
    known = {*KNOWN, *map(str, drawing.flow.variables), *drawing.environment.variables}
    read: dict[tuple[str, str], str] = {}  # (node, variable): the first place
    for place, name in _reads(drawing):
        read.setdefault((place.split(".", 2)[1], name), place)
    known |= {text for kind, place, text in drawing.named if _sets(kind, place, drawing)}
    others = bool(drawing.environment.subflow or drawing.of_type("subflow"))
    code = "lint.variable_unsure" if others else "lint.variable_unset"
    for (_, name), place in read.items():
        if name not in known:
            yield finding(code, place, name=name)


def _sets(kind: str, place: str, drawing: Drawing) -> bool:
    return kind == "variable" and not _is_read(place, drawing)


def _is_read(place: str, drawing: Drawing) -> bool:
    _, name, field = place.split(".", 3)[:3]
    node = drawing.nodes.get(name)
    return node is not None and (kind_of(node), field) in _READ


def _reads(drawing: Drawing) -> Iterator[tuple[str, str]]:
    for kind, place, text in drawing.named:
        if kind == "expression":
            yield from ((place, name) for name in _names(text))
        elif kind == "variable" and _is_read(place, drawing):
            yield place, text
        elif kind == "prompt" and text[:1] == "$":
            yield place, text[1:].partition(":")[0]
    for name, node in drawing.nodes.items():
        for field in _filled(cast("Any", type(node))):
            place = f"nodes.{name}.{field}"
            yield from ((place, each) for each in _in_texts(getattr(node, field)))


def _names(text: str) -> frozenset[str]:
    try:
        return variables_of(parse(text))
    except ExpressionFault:
        return frozenset()  # it is a fault already


def _in_texts(value: Any) -> Iterator[str]:
    """The variables of ``{name}`` and ``$name`` in texts, lists and objects of texts."""
    if isinstance(value, str):
        found = _DOLLAR.fullmatch(value)
        yield from (found[1],) if found else names_of(value)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _in_texts(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _in_texts(each)


@cache
def _filled(cls: Any) -> tuple[str, ...]:
    """The fields of a node type that hold texts with variables, or numbers that a variable has."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple(name for name, hint in hints.items() if name == "numbers" or _is_filled(hint))


def _is_filled(hint: Any) -> bool:
    return isinstance(hint, Template) or any(map(_is_filled, get_args(hint)))


def secrets(drawing: Drawing) -> Iterator[Finding]:
    for name in drawing.of_type("collect"):
        node: Any = drawing.nodes[name]
        private = getattr(node, "check", "") == "id_number" or _SECRET.search(node.into)
        if private and not node.secret:
            yield finding("lint.secret_shown", f"nodes.{name}.secret")


CHECKS = (things, functions, variables, secrets)
