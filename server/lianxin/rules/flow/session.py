"""Where one caller stands in a flow. Immutable, and able to survive a restart as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from lianxin.rules.values import Json, Language, Variables

#: The phase of a queue node whose caller talks with an agent.
WITH_AGENT = "with_agent"

#: The phase of a node whose caller talks with an outside telephone.
WITH_OUTSIDE = "with_outside"

#: What is kept as JSON; the flow is named, not copied.
_KEPT = (
    "node",
    "phase",
    "tries",
    "typed",
    "keys",
    "variables",
    "history",
    "open",
    "next_token",
    "visits",
    "line",
    "caller",
    "language",
    "memo",
    "stack",
    "unfiled",
    "agent",
    "prefer",
    "gone",
    "finished",
)


class Walked(Protocol):
    """What a session and the nodes may know of their flow. It is no ``Flow``: a flow is made of
    nodes, and these answer to sessions; only the interpreter knows all three."""

    @property
    def id(self) -> str: ...
    @property
    def agent_node(self) -> str | None: ...
    @property
    def nodes(self) -> Mapping[str, object]: ...
    @property
    def starts(self) -> Mapping[str, str]: ...


#: What is awaited by a name of before: a checkpoint may still have it.
_OPEN = {"ask": "lookup"}


@dataclass(frozen=True, slots=True)
class Session:
    """One caller in one flow. Made by ``start``, changed by ``advance`` only."""

    flow: Walked = field(repr=False)
    node: str = ""  # "" until ``Started``
    phase: str = ""  # the node's own word for what it waits for
    tries: int = 0  # bad or missing answers in this node
    typed: str = ""  # digits of an entry that is not complete
    keys: str = ""  # pressed, not yet looked at
    variables: Variables = field(default_factory=dict)
    history: tuple[str, ...] = ()  # the menus on the way here, the last one nearest
    open: Mapping[str, int] = field(default_factory=dict)  # what is awaited: its token
    next_token: int = 1
    visits: int = 0  # nodes entered in this call
    line: str = ""
    caller: str = ""
    language: Language = "zh"
    memo: Mapping[str, Json] = field(default_factory=dict)  # the node's own notes
    stack: tuple[str, ...] = ()  # where ``return`` leads, the last one nearest
    #: Recordings (kind, id) that no case was made of yet: they become cases at the end.
    unfiled: tuple[tuple[str, str], ...] = ()
    agent: str = ""  # 工号 of who has, or last had, the caller
    prefer: str = ""  # 工号 of who sent the caller away and wants them back
    gone: bool = False  # the caller has hung up
    finished: bool = False  # nothing more will be asked for: the session may be dropped

    @property
    def waiting_for_agent(self) -> bool:
        """Whether the caller stands in a queue and no agent has come."""
        return "queue" in self.open and self.phase != WITH_AGENT

    @property
    def with_agent(self) -> bool:
        """Whether the caller talks with an agent."""
        return "queue" in self.open and self.phase == WITH_AGENT

    @property
    def talking(self) -> bool:
        """Whether somebody talks with the caller: their keys are not the flow's."""
        return self.with_agent or ("dial" in self.open and self.phase == WITH_OUTSIDE)

    def menu_before(self) -> str | None:
        """Where ``#`` leads in the menu in which the caller stands; ``None`` in the first."""
        return self.history[-2] if len(self.history) > 1 else None

    def to_json(self) -> dict[str, Any]:
        """Give plain JSON values; ``from_json`` with the same flow gives an equal session."""
        kept = {name: getattr(self, name) for name in _KEPT}
        kept["variables"] = dict(self.variables)
        kept["open"] = dict(self.open)
        kept["memo"] = dict(self.memo)
        kept["history"], kept["stack"] = list(self.history), list(self.stack)
        kept["unfiled"] = [list(each) for each in self.unfiled]
        return {"flow": self.flow.id, **kept}

    @classmethod
    def from_json(cls, data: Mapping[str, Any], flow: Walked) -> Session:
        """Rebuild a session. ValueError when it belongs to another flow or to none of its nodes."""
        if data["flow"] != flow.id:
            raise ValueError(f"the session belongs to the flow {data['flow']!r}, not {flow.id!r}")
        if data["node"] and data["node"] not in flow.nodes:
            raise ValueError(f"the flow {flow.id!r} has no node {data['node']!r}")
        # A checkpoint of before an update lacks what is newer: that begins empty.
        kept = {name: data[name] for name in _KEPT if name in data}
        kept["open"] = {_OPEN.get(name, name): token for name, token in data["open"].items()}
        for name in ("history", "stack"):
            kept[name] = tuple(kept.get(name, ()))
        kept["unfiled"] = tuple((kind, id) for kind, id in kept.get("unfiled", ()))
        return cls(flow, **kept)
