"""A flow: the tree that a caller walks. Read from JSON, checked as a whole, then immutable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from lianxin.rules.flow.faults import Fault, FlowFaults
from lianxin.rules.flow.fields import FlowCode, NodeId, RefKind, Variable
from lianxin.rules.flow.node import NODE_TYPES, Node
from lianxin.rules.flow.reading import Reader, to_plain
from lianxin.rules.values import Language, Scalar

#: The version of the JSON that this code reads; older ones are migrated by ``flows.codec``.
SPEC = 2

#: Nodes of one flow, its subflows included. A drawing of more cannot be read by anybody.
MAX_NODES = 2000

#: How deep subflows may stand in one another.
MAX_DEPTH = 8


@dataclass(frozen=True, kw_only=True)
class Flow:
    """One published flow. ``agent_node`` is where ``0`` and the last bad key of any menu lead.

    ``subflows`` holds the flows that its ``subflow`` nodes name, as JSON, each of them with its
    own. In ``nodes`` they are flattened: node ``ask`` of the subflow ``bill`` is ``bill/ask``.
    ``languages``: the first is spoken until the caller chooses.
    """

    id: str
    title: str
    start: NodeId
    nodes: Mapping[str, Node]
    agent_node: NodeId | None = None
    languages: tuple[Language, ...] = ("zh",)
    variables: dict[Variable, Scalar] = field(default_factory=dict)
    subflows: Mapping[str, Any] = field(default_factory=dict)
    spec: int = SPEC
    #: Where each of ``subflows`` begins.
    starts: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    #: What the flow names: (kind, place, text).
    refs: tuple[tuple[RefKind, str, str], ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def from_json(cls, data: object) -> Flow:
        """Read a flow. ``FlowFaults`` names everything that is wrong with it."""
        flow, faults = cls.examine(data)
        if flow is None or faults:
            raise FlowFaults(faults)
        return flow

    @classmethod
    def examine(cls, data: object) -> tuple[Flow | None, tuple[Fault, ...]]:
        """Read what may be broken: as much of the flow as can be read, and every fault.

        A subflow that is named and not embedded is no fault here: a draft embeds none.
        """
        reading = _Reading()
        flow = reading.whole(data)
        return flow, tuple(reading.faults)

    def to_json(self) -> dict[str, Any]:
        """Give the JSON that ``from_json`` reads, with every default written out."""
        own = {name: to_plain(node) for name, node in self.nodes.items() if "/" not in name}
        head = {name: to_plain(getattr(self, name)) for name in _HEAD if name != "nodes"}
        return {**head, "nodes": own}

    def prompts(self) -> frozenset[str]:
        """Ids of all the prompts that this flow can play."""
        return frozenset(prompt for node in self.nodes.values() for prompt in prompts_of(node))


#: The fields of a flow's JSON; the other fields of ``Flow`` follow from them.
_HEAD = (
    *("spec", "id", "title", "start", "agent_node", "languages", "variables", "subflows", "nodes"),
)


class _Reading:
    """One reading of a flow and of the subflows in it."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.refs: list[tuple[RefKind, str, str]] = []
        self.nodes: dict[str, Node] = {}
        self.starts: dict[str, str] = {}
        self.named: set[str] = set()  # ids of nodes, those that cannot be read included

    def whole(self, data: object) -> Flow | None:
        head = self._flow(data, "", "", 0)
        if head is None:
            return None
        if len(self.named) > MAX_NODES:
            text = f"has {len(self.named)} nodes; at most {MAX_NODES} are read"
            self.faults.append(Fault("flow.too_large", "nodes", text))
        for kind, place, target in self.refs:
            if kind == "node" and target not in self.named and self.named:
                text = f'names the node "{target}" that does not exist'
                self.faults.append(Fault("flow.node_missing", place, text))
        return Flow(nodes=self.nodes, starts=self.starts, refs=tuple(self.refs), **head)

    def _flow(self, data: object, prefix: str, place: str, depth: int) -> dict[str, Any] | None:
        reader = Reader(prefix)
        head = _read_head(reader, data, place)
        self.faults += reader.faults
        self.refs += reader.refs
        if head is None or not isinstance(data, dict):
            return None
        self._nodes(data.get("nodes"), prefix, place)
        subflows = data.get("subflows", {})
        if isinstance(subflows, dict):
            self._subflows(subflows, prefix, place, depth)
        return head

    def _subflows(self, subflows: dict[str, Any], prefix: str, place: str, depth: int) -> None:
        if depth >= MAX_DEPTH and subflows:
            text = f"has subflows more than {MAX_DEPTH} deep"
            self.faults.append(Fault("flow.too_deep", f"{place}subflows", text))
            return
        for code, data in subflows.items():
            inner = f"{prefix}{code}/"
            head = self._flow(data, inner, f"{place}subflows.{code}.", depth + 1)
            if head is not None:
                self.starts[f"{prefix}{code}"] = head["start"]

    def _nodes(self, data: object, prefix: str, place: str) -> None:
        if not isinstance(data, dict) or not data:
            text = "must be an object with at least one node"
            self.faults.append(Fault("flow.no_nodes", f"{place}nodes", text))
            return
        if len(self.named) > MAX_NODES:
            return
        for name, node in data.items():
            self.named.add(prefix + name)
            reader = Reader(prefix)
            read = _read_node(reader, name, node, f"{place}nodes.{name}")
            self.faults += reader.faults
            self.refs += reader.refs
            if read is not None:
                self.nodes[prefix + name] = read


def _read_head(reader: Reader, data: object, place: str) -> dict[str, Any] | None:
    if not isinstance(data, dict):
        reader.fault("flow.not_an_object", place or "flow", "is not a JSON object")
        return None
    if data.get("spec") != SPEC:
        reader.fault("flow.spec", f"{place}spec", f"is {data.get('spec')!r}; this reads {SPEC}")
        return None
    for name in sorted(set(data) - set(_HEAD)):
        reader.fault("flow.field_unknown", place + name, "is not a field of a flow")
    kinds: dict[str, Any] = {
        "id": str,
        "title": str,
        "start": NodeId,
        "agent_node": NodeId | None,
        "languages": tuple[Language, ...],
        "variables": dict[Variable, Scalar],
        "subflows": dict[FlowCode, Any],
    }
    defaults: dict[str, Any] = {"languages": ["zh"], "variables": {}, "subflows": {}}
    return {
        name: reader.value(kind, data.get(name, defaults.get(name)), place + name)
        for name, kind in kinds.items()
    }


#: What a node may be called; ``/`` stands between a subflow and its node.
_NODE_NAME = re.compile(r"[^\s/.$]{1,64}")


def _read_node(reader: Reader, name: str, data: object, place: str) -> Node | None:
    if not _NODE_NAME.fullmatch(name):
        reader.fault("flow.node_name", place, "must be 1 to 64 characters without space / . $")
        return None
    if not isinstance(data, dict):
        reader.fault("flow.node_not_an_object", place, "is not a JSON object")
        return None
    cls = NODE_TYPES.get(str(data.get("type")))
    if cls is None:
        text = f"is {data.get('type')!r}; it must be one of {', '.join(sorted(NODE_TYPES))}"
        reader.fault("flow.node_type", f"{place}.type", text)
        return None
    before = len(reader.faults)
    node = reader.record(cls, data, place)
    if len(reader.faults) > before:
        return None
    for code, inner, text in node.faults():
        reader.faults.append(Fault(code, f"{place}.{inner}", text))
    return node


def prompts_of(node: Node) -> Iterator[str]:
    """Find what a node speaks: the fields whose names say that they hold prompts."""
    for f in fields(node):
        if f.name in node.silent():
            continue
        if f.name.endswith("prompts"):
            yield from (word for word in getattr(node, f.name) if word[0] != "$")
        elif f.name.endswith("prompt") and getattr(node, f.name):
            yield getattr(node, f.name)
    yield from node.speaks()
