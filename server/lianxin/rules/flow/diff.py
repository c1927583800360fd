"""What is different between two flows, as JSON, field by field: ``patch(a, diff(a, b)) == b``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal


class Absent:
    """Stands for a field that is not there: ``None`` is a value."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT = Absent()


@dataclass(frozen=True)
class FieldChange:
    """One field. ``before`` or ``after`` is ``ABSENT`` where the field is not there."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class NodeChange:
    """One node. An added node has every field as a change, so has a removed one.

    ``whole``: one side is no object, and the one change is of the node itself.
    """

    change: Literal["added", "removed", "changed"]
    fields: tuple[FieldChange, ...]
    whole: bool = False


@dataclass(frozen=True)
class Diff:
    """``head``: the fields of the flow but ``nodes``, unless one side of these is no object."""

    nodes: Mapping[str, NodeChange] = field(default_factory=dict)
    head: tuple[FieldChange, ...] = ()


def diff(before: Mapping[str, Any], after: Mapping[str, Any]) -> Diff:
    """Say what must be changed in ``before`` to give ``after``."""
    old, new = before.get("nodes"), after.get("nodes")
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return Diff(head=_fields(before, after))
    names = [*old, *(name for name in new if name not in old)]
    changes = {name: _node(old.get(name, ABSENT), new.get(name, ABSENT)) for name in names}
    return Diff(
        nodes={name: change for name, change in changes.items() if change is not None},
        head=_fields(_without_nodes(before), _without_nodes(after)),
    )


def renamed(
    flows: Sequence[Mapping[str, Any]], layouts: Sequence[Any]
) -> dict[str, tuple[str, str]]:
    """By node what people called it before and after, where that differs and both flows have it.

    Names stand in the layouts, which may be anything; what was not laid out names nothing anew.
    """
    old, new = (_names(layout) for layout in layouts)
    if old is None or new is None:
        return {}
    before, after = (_nodes(flow) for flow in flows)
    called = {name: (old.get(name, ""), new.get(name, "")) for name in before if name in after}
    return {name: pair for name, pair in called.items() if pair[0] != pair[1]}


def _nodes(flow: Mapping[str, Any]) -> Mapping[str, Any]:
    nodes = flow.get("nodes")
    return nodes if isinstance(nodes, dict) else {}


def _names(layout: Any) -> dict[str, str] | None:
    """What nodes are called; None where nothing is laid out."""
    if not isinstance(layout, dict):
        return None
    notes = layout.get("notes")
    pairs = notes.items() if isinstance(notes, dict) else ()
    return {name: note for name, note in pairs if isinstance(note, str)}


def patch(before: Mapping[str, Any], changes: Diff) -> dict[str, Any]:
    """Apply ``changes``, which were made from ``before``."""
    after = _applied(before, changes.head)
    if changes.nodes:
        nodes = dict(after["nodes"])
        for name, change in changes.nodes.items():
            node = _patched(nodes.get(name, ABSENT), change)
            if node is ABSENT:
                del nodes[name]
            else:
                nodes[name] = node
        after["nodes"] = nodes
    return after


def _without_nodes(flow: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in flow.items() if name != "nodes"}


def _node(old: Any, new: Any) -> NodeChange | None:
    change: Literal["added", "removed", "changed"] = (
        "added" if old is ABSENT else "removed" if new is ABSENT else "changed"
    )
    if all(isinstance(side, dict) or side is ABSENT for side in (old, new)):
        fields = _fields(_object(old), _object(new))
        return NodeChange(change, fields) if fields or change != "changed" else None
    if _same(old, new):
        return None
    return NodeChange(change, (FieldChange("", old, new),), whole=True)


def _object(side: Any) -> dict[str, Any]:
    return side if isinstance(side, dict) else {}


def _fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    names = [*old, *(name for name in new if name not in old)]
    pairs = ((name, old.get(name, ABSENT), new.get(name, ABSENT)) for name in names)
    return tuple(FieldChange(*pair) for pair in pairs if not _same(pair[1], pair[2]))


def _same(old: Any, new: Any) -> bool:
    """JSON's own equality: ``true`` is not 1, at any depth."""
    if type(old) is not type(new) and not _numbers(old, new):
        return False
    if isinstance(old, dict):
        return old.keys() == new.keys() and all(_same(old[key], new[key]) for key in old)
    if isinstance(old, list):
        return len(old) == len(new) and all(map(_same, old, new))
    return bool(old == new)


def _numbers(old: Any, new: Any) -> bool:
    return {type(old), type(new)} == {int, float}


def _patched(node: Any, change: NodeChange) -> Any:
    if change.change == "removed":
        return ABSENT
    if change.whole:
        return change.fields[0].after
    return _applied(_object(node), change.fields)


def _applied(old: Mapping[str, Any], changes: tuple[FieldChange, ...]) -> dict[str, Any]:
    new = dict(old)
    for each in changes:
        if each.after is ABSENT:
            new.pop(each.field, None)
        else:
            new[each.field] = each.after
    return new
