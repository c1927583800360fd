"""Read JSON into frozen dataclasses by their field types, and report every fault with its place."""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from lianxin.rules.expression import ExpressionFault, parse
from lianxin.rules.flow.faults import Fault
from lianxin.rules.flow.fields import Pattern, Range, Ref, RefKind, Template
from lianxin.rules.flow.filling import fault_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

_JSON_NAMES = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


class Reader:
    """Collects ``faults`` and what is named (``refs``: kind, place, text) of what it reads.

    ``prefix`` is put before every node id: the nodes of a subflow are ``code/node``.
    """

    def __init__(self, prefix: str = "") -> None:
        self.faults: list[Fault] = []
        self.refs: list[tuple[RefKind, str, str]] = []
        self.prefix = prefix

    def fault(self, code: str, place: str, text: str) -> None:
        self.faults.append(Fault(code, place, text))

    def record(self, cls: type[T], data: dict[str, Any], place: str) -> T:
        """Read an object. What comes back is of use only when no fault was added."""
        hints = _hints(cls)
        known = {f.name: f for f in fields(cls)}
        for name in sorted(set(data) - set(known)):
            self.fault("flow.field_unknown", f"{place}.{name}", "is not a field of this node")
        values = {}
        for name, field in known.items():
            if name in data:
                values[name] = self.value(hints[name], data[name], f"{place}.{name}")
            elif field.default is MISSING and field.default_factory is MISSING:
                self.fault("flow.field_missing", f"{place}.{name}", "is missing")
                values[name] = None
        return cls(**values)

    def value(self, hint: Any, data: Any, place: str) -> Any:
        """Read a value of the type ``hint``; after a fault it comes back as it was."""
        if hint is Any:
            return data
        if is_dataclass(hint):
            return self._part(hint, data, place)
        read = _READERS.get(get_origin(hint))
        return read(self, hint, data, place) if read else self._plain(hint, data, place)

    def _part(self, cls: Any, data: Any, place: str) -> Any:
        """A part of a node that has fields of its own: one way of a branch."""
        if isinstance(data, dict):
            return self.record(cls, data, place)
        self.fault("flow.value_type", place, "must be an object")
        return data

    def _plain(self, hint: Any, data: Any, place: str) -> Any:
        accepted = (int, float) if hint is float else hint
        if not isinstance(data, accepted) or (isinstance(data, bool) and hint is not bool):
            self.fault("flow.value_type", place, f"must be {_JSON_NAMES[hint]}")
        return data

    def _annotated(self, hint: Any, data: Any, place: str) -> Any:
        inner, *limits = get_args(hint)
        before = len(self.faults)
        value = self.value(inner, data, place)
        for limit in limits if len(self.faults) == before else ():
            if isinstance(limit, Ref):
                value = self._ref(limit.kind, value, place)
            else:
                self._limit(limit, value, place)
        return value

    def _ref(self, kind: RefKind, text: str, place: str) -> str:
        if kind == "node":
            if not text:
                self.fault("flow.value_type", place, "must be the id of a node")
                return text
            text = self.prefix + text
        if kind == "expression":
            self._expression(text, place)
        self.refs.append((kind, place, text))
        return text

    def _expression(self, text: str, place: str) -> None:
        try:
            parse(text)
        except ExpressionFault as fault:
            self.fault(fault.code, place, str(fault))

    def _limit(self, limit: object, value: Any, place: str) -> None:
        if isinstance(limit, Range) and not limit.least <= value <= limit.most:
            self.fault("flow.value_range", place, f"must be {limit.least:g} to {limit.most:g}")
        if isinstance(limit, Pattern) and not re.fullmatch(limit.regex, value):
            self.fault("flow.value_form", place, f"must be {limit.meaning}")
        if isinstance(limit, Template) and fault_of(value):
            self.fault("flow.template", place, fault_of(value))

    def _literal(self, hint: Any, data: Any, place: str) -> Any:
        if data not in get_args(hint):
            choices = ", ".join(map(str, get_args(hint)))
            self.fault("flow.value_choice", place, f"is {data!r}; it must be one of {choices}")
        return data

    def _optional(self, hint: Any, data: Any, place: str) -> Any:
        """``X | None``; of several plain kinds (a scalar) any will do."""
        inner = [a for a in get_args(hint) if a is not type(None)]
        if data is None and len(inner) < len(get_args(hint)):
            return None
        if len(inner) == 1:
            return self.value(inner[0], data, place)
        if not isinstance(data, tuple(inner)):
            self.fault("flow.value_type", place, "must be a text, a number, or true or false")
        return data

    def _tuple(self, hint: Any, data: Any, place: str) -> Any:
        kinds = get_args(hint)
        if not isinstance(data, list):
            self.fault("flow.value_type", place, "must be a list")
            return data
        if kinds[-1] is Ellipsis:
            kinds = (kinds[0],) * len(data)
        if len(kinds) != len(data):
            self.fault("flow.value_type", place, f"must be a list of {len(kinds)}")
            return data
        pairs = enumerate(zip(kinds, data, strict=True))
        return tuple(self.value(kind, item, f"{place}.{i}") for i, (kind, item) in pairs)

    def _dict(self, hint: Any, data: Any, place: str) -> Any:
        key_kind, value_kind = get_args(hint)
        if not isinstance(data, dict):
            self.fault("flow.value_type", place, "must be an object")
            return data
        return {
            self.value(key_kind, key, f"{place}.{key}"): self.value(
                value_kind, value, f"{place}.{key}"
            )
            for key, value in data.items()
        }


_READERS: dict[Any, Callable[[Reader, Any, Any, str], Any]] = {
    Annotated: Reader._annotated,
    Literal: Reader._literal,
    Union: Reader._optional,
    types.UnionType: Reader._optional,
    tuple: Reader._tuple,
    dict: Reader._dict,
}


def to_plain(value: Any) -> Any:
    """Turn a dataclass of a flow into JSON values."""
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    if is_dataclass(value):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    return value
