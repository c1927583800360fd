"""branch: the first condition that holds says where to go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from lianxin.rules.expression import evaluate, moment, parse, truth
from lianxin.rules.flow.fields import Expr, NodeId
from lianxin.rules.flow.node import Group, Leave, Node, Step, register
from lianxin.rules.flow.session import Session
from lianxin.rules.flow.zones import zone_of


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way out: ``when`` holds, the caller goes ``to``."""

    when: Expr
    to: NodeId


@register(
    example={
        "type": "branch",
        "ways": [
            {"when": "left(caller, 3) == '021'", "to": "main"},
            {"when": "day_part == 'night'", "to": "night"},
        ],
        "otherwise": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class Branch(Node):
    """A choice that the caller does not notice (docs/howto/expressions.md). The variables
    ``caller``, ``line``, ``language``, ``city``, ``centre_name``, ``line_name``, ``day_part`` and
    ``now`` are always there."""

    ways: tuple[Way, ...]
    otherwise: NodeId
    type: Literal["branch"] = "branch"

    group: ClassVar[Group] = "control"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if not self.ways:
            yield "branch.no_ways", "ways", "must name at least one condition"

    def takes_zero(self, session: Session) -> bool:
        """Keys are passed on."""
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        known = {**session.variables, **moment(now, zone_of(session).key)}
        for number, way in enumerate(self.ways):
            if truth(evaluate(parse(way.when), known)):
                return Leave(f"ways.{number}.to", way.to)
        return Leave("otherwise", self.otherwise)
