"""Lint takes any JSON and never fails; what can be begun of it is played."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianxin.rules.flow import NODE_TYPES, Flow, FlowFaults
from lianxin.rules.flow.lint import Environment, lint
from lianxin.rules.flow.simulator import simulate, tried
from tests.rules.flows import flows
from tests.rules.simulated import PROMPTS, SETUP, key, wait

_scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_json = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
_names = st.sampled_from(["a", "b", "", "a.b", "/"])
_values = st.one_of(
    _json,
    _names,
    st.lists(_names, max_size=2),
    st.sampled_from(["$x:money", "x > (", "{x", "8:00", ["welcome"], {"1": "a"}, 5, True]),
)
_examples = st.sampled_from([cls.example for cls in NODE_TYPES.values()])


@st.composite
def _broken(draw: st.DrawFn) -> Any:
    """A node of the examples with something wrong in it."""
    node = dict(draw(_examples))
    for field in draw(st.lists(st.sampled_from([*node, "x"]), max_size=2)):
        node[field] = draw(_values)
    return node


_nodes = st.dictionaries(_names, _broken() | _json, max_size=4)
_almost = st.fixed_dictionaries(
    {"spec": st.just(2), "nodes": _nodes | _json, "start": _values},
    optional={
        "id": _values,
        "title": _values,
        "agent_node": _values,
        "languages": _values,
        "variables": _values,
        "subflows": _json
        | st.dictionaries(
            _names, st.fixed_dictionaries({"spec": st.just(2), "nodes": _nodes}), max_size=2
        ),
    },
)
_environments = st.sampled_from(
    [
        Environment(),
        Environment(prompts={}, queues=frozenset(), functions=frozenset(), subflow=True, code="x"),
        Environment(prompts={"welcome": {"yue": 40.0}}, subflow=False, code="x"),
    ]
)


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=_json | _almost, environment=_environments)
def test_lint_never_raises(data: Any, environment: Environment) -> None:
    for each in lint(data, environment):
        assert each.text
        assert json.loads(json.dumps(dict(each.data))) == dict(each.data)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(flow=flows, environment=_environments)
def test_any_whole_flow_can_be_linted(flow: Flow, environment: Environment) -> None:
    data = flow.to_json()
    assert lint(data, environment) == lint(json.loads(json.dumps(data)), environment)


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=_json | _almost)
def test_any_drawing_is_played_to_its_fault_or_refused(data: Any) -> None:
    try:
        draft = tried(data)
    except FlowFaults:
        assert Flow.examine(data)[1]
        return
    told = simulate(draft, SETUP, [key("1"), wait(60), key("0"), wait(600)], PROMPTS)
    faults = {fault.place for fault in Flow.examine(data)[1]}
    assert told.fault is None or (told.fault.place in faults or told.fault in draft.faults.values())
