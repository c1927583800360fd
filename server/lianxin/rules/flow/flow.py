"""A flow: the tree that a caller walks. Read from JSON, checked as a whole, then immutable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from lianxin.rules.flow.faults import Fault, FlowFaults
from lianxin.rules.flow.fields import NodeId
from lianxin.rules.flow.node import NODE_TYPES, Node
from lianxin.rules.flow.reading import Reader, to_plain

#: The version of the JSON that this code reads; older ones are migrated by ``flows.codec``.
SPEC = 1


@dataclass(frozen=True, kw_only=True)
class Flow:
    """One published flow. ``agent_node`` is where ``0`` and the last bad key of any menu lead."""

    id: str
    title: str
    start: NodeId
    nodes: Mapping[str, Node]
    agent_node: NodeId | None = None
    spec: int = SPEC

    @classmethod
    def from_json(cls, data: object) -> Flow:
        """Read a flow. ``FlowFaults`` names everything that is wrong with it."""
        reader = Reader()
        flow = _read(reader, data)
        if flow is None or reader.faults:
            raise FlowFaults(reader.faults)
        return flow

    def to_json(self) -> dict[str, Any]:
        """Give the JSON that ``from_json`` reads, with every default written out."""
        nodes = {name: to_plain(node) for name, node in self.nodes.items()}
        head = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "nodes"}
        return {**head, "nodes": nodes}

    def prompts(self) -> frozenset[str]:
        """Ids of all the prompts that this flow can play."""
        return frozenset(prompt for node in self.nodes.values() for prompt in _prompts(node))


_HEAD = {"spec", "id", "title", "start", "agent_node", "nodes"}


def _read(reader: Reader, data: object) -> Flow | None:
    if not isinstance(data, dict):
        reader.fault("flow.not_an_object", "flow", "is not a JSON object")
        return None
    if data.get("spec") != SPEC:
        reader.fault("flow.spec", "spec", f"is {data.get('spec')!r}; this version reads {SPEC}")
        return None
    for name in sorted(set(data) - _HEAD):
        reader.fault("flow.field_unknown", name, "is not a field of a flow")
    nodes = _read_nodes(reader, data.get("nodes"))
    flow = Flow(
        id=reader.value(str, data.get("id"), "id"),
        title=reader.value(str, data.get("title"), "title"),
        start=reader.value(NodeId, data.get("start"), "start"),
        agent_node=reader.value(NodeId | None, data.get("agent_node"), "agent_node"),
        nodes=nodes,
    )
    known = data.get("nodes")
    for place, target in reader.targets:
        if isinstance(known, dict) and known and target not in known:
            text = f'names the node "{target}" that does not exist'
            reader.fault("flow.node_missing", place, text)
    return flow


def _read_nodes(reader: Reader, data: object) -> dict[str, Node]:
    if not isinstance(data, dict) or not data:
        reader.fault("flow.no_nodes", "nodes", "must be an object with at least one node")
        return {}
    read = ((name, _read_node(reader, node, f"nodes.{name}")) for name, node in data.items())
    return {name: node for name, node in read if node is not None}


def _read_node(reader: Reader, data: object, place: str) -> Node | None:
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
    for code, field, text in node.faults():
        reader.faults.append(Fault(code, f"{place}.{field}", text))
    return node


def _prompts(node: Node) -> Iterator[str]:
    """Find what a node speaks: every field whose name says that it holds prompts."""
    for f in fields(node):  # type: ignore[arg-type]
        if f.name.endswith("prompts"):
            yield from (word for word in getattr(node, f.name) if word[0] != "$")
        elif f.name.endswith("prompt") and getattr(node, f.name):
            yield getattr(node, f.name)
    yield from node.speaks()
