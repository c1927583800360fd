"""http: ask a service of the customer, and keep what it answers in variables."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.effects import Play
from lianxin.rules.flow.events import Event
from lianxin.rules.flow.fields import ConnectionCode, Filled, NodeId, Pattern, Range, Spoken
from lianxin.rules.flow.fields import Variable as VariableName
from lianxin.rules.flow.filling import fill, in_address, value
from lianxin.rules.flow.looking_up import lookup, result_of, scalar
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session
from lianxin.rules.values import Scalar

#: The name of a field that is sent.
FieldName = Annotated[str, Pattern(r"[A-Za-z_][A-Za-z0-9_-]{0,63}", "the name of a field")]

#: Where a value stands in an answer, as ``connections.picking`` reads it: ``data.items.0.name``.
JsonPath = Annotated[str, Pattern(r"\S{1,200}", "where the value stands, such as data.0.name")]


@register(
    example={
        "type": "http",
        "connection": "water",
        "path": "/accounts/{account}/bill",
        "pick": {"amount": "data.amount", "due": "data.due"},
        "prompts": ["one_moment"],
        "ok": "tell",
        "error": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class Http(Node):
    """A request to a ``connection``; secrets and addresses are the connection's.

    ``path`` and ``body`` may name variables in braces. ``pick`` names a variable for each value
    of the JSON answer that is wanted. Exits: ``ok``, and ``error`` whatever went wrong; the
    variable ``error`` then holds the reason.
    """

    connection: ConnectionCode
    path: Filled
    ok: NodeId
    error: NodeId
    method: Literal["GET", "POST"] = "GET"
    body: dict[FieldName, Filled] = field(default_factory=dict)
    pick: dict[VariableName, JsonPath] = field(default_factory=dict)
    timeout_seconds: Annotated[float, Range(0.5, 30)] = 4
    prompts: tuple[Spoken, ...] = ()  # while the answer is waited for
    type: Literal["http"] = "http"

    group: ClassVar[Group] = "look_up"
    function: ClassVar[str] = "look_ups"

    def entered(self, session: Session, now: datetime) -> Step:
        known = session.variables
        arguments: dict[str, Scalar] = {
            "connection": self.connection,
            "method": self.method,
            "path": fill(self.path, known, in_address),
            **{f"body.{name}": value(text, known) for name, text in self.body.items()},
            **{f"pick.{name}": path for name, path in self.pick.items()},
        }
        spoken = (Play(0, sounds(self.prompts, known)),) if self.prompts else ()
        return Stay("asking", (*lookup("http", arguments, self.timeout_seconds), *spoken))

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        result = result_of(event)
        if result is None:
            return None
        outcome, values = result
        if outcome != "ok":
            reason = scalar(values.get("reason")) or outcome
            return Leave("error", self.error, store={"error": reason})
        return Leave("ok", self.ok, store={name: scalar(values.get(name)) for name in self.pick})
