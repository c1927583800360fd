"""sql: ask the customer's own database, and keep what it answers in variables."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.effects import Play
from lianxin.rules.flow.events import Event
from lianxin.rules.flow.fields import ConnectionCode, Filled, NodeId, Pattern, Range, Spoken
from lianxin.rules.flow.fields import Variable as VariableName
from lianxin.rules.flow.filling import value
from lianxin.rules.flow.looking_up import lookup, result_of, scalar
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session
from lianxin.rules.values import Scalar

#: The name of a statement of the connection, and of its parameters and columns.
Name = Annotated[str, Pattern(r"[A-Za-z_][A-Za-z0-9_]{0,63}", "a name: letters, digits, _")]


@register(
    example={
        "type": "sql",
        "connection": "registry",
        "query": "permit",
        "parameters": {"number": "{permit_number}"},
        "pick": {"due": "due_date"},
        "ok": "tell",
        "none": "main",
        "error": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class Sql(Node):
    """One of the statements that a ``connection`` holds, with ``parameters`` from variables.

    ``pick`` names a variable for each wanted column of the first row. Exits: ``ok``, ``none``
    where there is no row, ``error``; the variable ``error`` then holds the reason. A row without
    a wanted column is one, ``missing``: the statement and the flow do not fit each other.
    """

    connection: ConnectionCode
    query: Name
    ok: NodeId
    none: NodeId
    error: NodeId
    parameters: dict[Name, Filled] = field(default_factory=dict)
    pick: dict[VariableName, Name] = field(default_factory=dict)
    timeout_seconds: Annotated[float, Range(0.5, 30)] = 4
    prompts: tuple[Spoken, ...] = ()  # while the answer is waited for
    type: Literal["sql"] = "sql"

    group: ClassVar[Group] = "look_up"
    function: ClassVar[str] = "look_ups"

    def entered(self, session: Session, now: datetime) -> Step:
        known = session.variables
        arguments: dict[str, Scalar] = {
            "connection": self.connection,
            "query": self.query,
            **{f"with.{name}": value(text, known) for name, text in self.parameters.items()},
        }
        spoken = (Play(0, sounds(self.prompts, known)),) if self.prompts else ()
        return Stay("asking", (*lookup("sql", arguments, self.timeout_seconds), *spoken))

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        result = result_of(event)
        if result is None:
            return None
        outcome, row = result
        if outcome == "ok" and any(column not in row for column in self.pick.values()):
            return Leave("error", self.error, store={"error": "missing"})
        if outcome == "ok":
            found = {name: scalar(row.get(column)) for name, column in self.pick.items()}
            return Leave("ok", self.ok, store=found)
        if outcome == "none":
            return Leave("none", self.none, store=dict.fromkeys(self.pick))
        return Leave("error", self.error, store={"error": scalar(row.get("reason")) or outcome})
