"""set: give variables the values of expressions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from lianxin.rules.expression import evaluate, moment, parse
from lianxin.rules.flow.fields import Expr, NodeId, Variable
from lianxin.rules.flow.node import Group, Leave, Node, Step, register
from lianxin.rules.flow.session import Session
from lianxin.rules.flow.zones import zone_of
from lianxin.rules.values import Scalar


@dataclass(frozen=True, kw_only=True)
class Value:
    """``variable`` becomes what ``value`` gives."""

    variable: Variable
    value: Expr


@register(
    example={
        "type": "set",
        "values": [{"variable": "tries", "value": "tries + 1 if tries else 1"}],
        "next": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class Set(Node):
    """Variables, one after another: a later one sees those before it."""

    values: tuple[Value, ...]
    next: NodeId
    type: Literal["set"] = "set"

    group: ClassVar[Group] = "control"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if not self.values:
            yield "set.nothing", "values", "must set at least one variable"

    def takes_zero(self, session: Session) -> bool:
        """Keys are passed on."""
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        known: dict[str, Scalar] = {**session.variables, **moment(now, zone_of(session).key)}
        stored: dict[str, Scalar] = {}
        for each in self.values:
            stored[each.variable] = known[each.variable] = evaluate(parse(each.value), known)
        return Leave("next", self.next, store=stored)
