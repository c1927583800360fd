"""The difference of two flows, applied to the first, gives the second."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules.flow.diff import ABSENT, diff, patch, renamed

SCALARS = st.none() | st.booleans() | st.integers(-1, 1) | st.sampled_from(["", "a", "b"])
VALUES = SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(st.just("k"), SCALARS)
NODE = st.dictionaries(st.sampled_from(["type", "prompts", "next", ""]), VALUES)
NODES = st.dictionaries(st.sampled_from(["a", "b", "c"]), NODE | VALUES)
FLOW = st.fixed_dictionaries({}, optional={"nodes": NODES | VALUES, "start": VALUES, "id": VALUES})


def same(a: Any, b: Any) -> bool:
    """Equal also in kind: ``True`` is not 1."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    return type(a) is type(b) and bool(a == b)


@given(FLOW, FLOW)
def test_the_difference_applied_to_the_old_gives_the_new(old: Any, new: Any) -> None:
    assert same(patch(old, diff(old, new)), new)


@given(FLOW)
def test_nothing_is_different_from_itself(flow: Any) -> None:
    changes = diff(flow, flow)
    assert (changes.nodes, changes.head) == ({}, ())


def test_a_change_is_told_field_by_field() -> None:
    old = {"start": "a", "nodes": {"a": {"type": "say", "next": "b"}, "b": {"type": "x"}}}
    new = {"start": "a", "title": "t", "nodes": {"a": {"type": "say", "next": "c"}, "c": {}}}
    changes = diff(old, new)
    (field,) = changes.nodes["a"].fields
    assert (field.field, field.before, field.after) == ("next", "b", "c")
    told = {name: change.change for name, change in changes.nodes.items()}
    assert told == {"a": "changed", "b": "removed", "c": "added"}
    assert [(f.field, f.before, f.after) for f in changes.head] == [("title", ABSENT, "t")]


def test_what_people_call_a_node_is_told_where_both_have_it() -> None:
    flows: tuple[Any, Any] = (
        {"nodes": {"a": {}, "b": {}, "old": {}}},
        {"nodes": {"a": {}, "b": {}, "new": {}}},
    )
    before = {"notes": {"a": "问候", "b": "菜单", "old": "旧"}}
    after = {"notes": {"a": "欢迎", "b": "菜单", "new": "新"}}
    assert renamed(flows, (before, after)) == {"a": ("问候", "欢迎")}
    assert renamed(flows, (before, {})) == {"a": ("问候", ""), "b": ("菜单", "")}
    assert renamed(flows, (before, None)) == {}
    assert renamed(({}, {"nodes": 3}), (before, {"notes": [1]})) == {}
