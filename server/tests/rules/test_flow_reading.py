"""A flow that is wrong is refused with every fault, each with its place and a stable code."""

from __future__ import annotations

import copy
from typing import Any

import jsonschema
import pytest

from lianxin.codegen.flow_schema import flow_schema
from lianxin.flows import codec
from lianxin.flows.default import TEMPLATES, template
from lianxin.rules.flow import NODE_TYPES, Flow, FlowFaults
from lianxin.rules.flow.spec_versions import migrate

SCHEMA = jsonschema.Draft202012Validator(flow_schema())
FLOWS = sorted(path.stem for path in TEMPLATES.glob("*.json"))

MAIN: dict[str, Any] = {"type": "menu", "prompts": ["main_menu"], "keys": {"1": "main"}}
FLOW: dict[str, Any] = {
    "spec": 2,
    "id": "small",
    "title": "Small",
    "start": "main",
    "nodes": {"main": MAIN},
}


def _flow(**main: Any) -> dict[str, Any]:
    return {**FLOW, "nodes": {"main": {**MAIN, **main}}}


def _node(**node: Any) -> dict[str, Any]:
    return {**FLOW, "nodes": {"main": node}}


def _faults(flow: Any) -> list[tuple[str, str]]:
    with pytest.raises(FlowFaults) as raised:
        Flow.from_json(flow)
    return [(fault.code, fault.place) for fault in raised.value.faults]


@pytest.mark.parametrize(
    ("flow", "code", "place"),
    [
        ([], "flow.not_an_object", "flow"),
        ({}, "flow.spec", "spec"),
        ({**FLOW, "spec": 3}, "flow.spec", "spec"),
        ({**FLOW, "nodes": {}}, "flow.no_nodes", "nodes"),
        ({**FLOW, "nodes": {"main": 1}}, "flow.node_not_an_object", "nodes.main"),
        ({**FLOW, "start": "x"}, "flow.node_missing", "start"),
        ({**FLOW, "agent_node": "x"}, "flow.node_missing", "agent_node"),
        ({**FLOW, "title": 7}, "flow.value_type", "title"),
        ({**FLOW, "colour": "red"}, "flow.field_unknown", "colour"),
        (_node(type="dance"), "flow.node_type", "nodes.main.type"),
        (_node(type="goto"), "flow.field_missing", "nodes.main.to"),
        (_flow(keys={"1": "main", "2": "x"}), "flow.node_missing", "nodes.main.keys.2"),
        (_flow(keys={"12": "main"}), "flow.value_choice", "nodes.main.keys.12"),
        (_flow(keys={}), "menu.no_keys", "nodes.main.keys"),
        (_flow(keys=[]), "flow.value_type", "nodes.main.keys"),
        (_flow(key="1"), "flow.field_unknown", "nodes.main.key"),
        (_flow(tries=0), "flow.value_range", "nodes.main.tries"),
        (_flow(tries=True), "flow.value_type", "nodes.main.tries"),
        (_flow(tries=2.5), "flow.value_type", "nodes.main.tries"),
        (_flow(timeout_seconds="6"), "flow.value_type", "nodes.main.timeout_seconds"),
        (_flow(timeout_seconds=float("nan")), "flow.value_range", "nodes.main.timeout_seconds"),
        (_flow(prompts="welcome"), "flow.value_type", "nodes.main.prompts"),
        (_flow(prompts=["../welcome"]), "flow.value_form", "nodes.main.prompts.0"),
        (_flow(otherwise=""), "flow.value_type", "nodes.main.otherwise"),
        (
            _node(type="hours", week={"mon": [["9:00", "10:00"]]}, open="main", closed="main"),
            "flow.value_form",
            "nodes.main.week.mon.0.0",
        ),
        (
            _node(type="hours", week={"mon": [["10:00", "09:00"]]}, open="main", closed="main"),
            "hours.span",
            "nodes.main.week.mon.0",
        ),
        (
            _node(type="hours", week={"mon": [["10:00"]]}, open="main", closed="main"),
            "flow.value_type",
            "nodes.main.week.mon.0",
        ),
        (
            _node(type="hours", week={}, open="main", closed="main", zone="Mars/Base"),
            "hours.zone",
            "nodes.main.zone",
        ),
        (
            _node(type="hours", week={}, open="main", closed="main", zone="../etc"),
            "hours.zone",
            "nodes.main.zone",
        ),
        (
            _node(
                type="collect", prompts=[], into="n", ok="main", failed="main", minimum=5, maximum=4
            ),
            "collect.lengths",
            "nodes.main.maximum",
        ),
        (
            _node(type="case_status", next="main", failed="main", code_minimum=8),
            "collect.lengths",
            "nodes.main.code_maximum",
        ),
        (
            _node(type="record", kind="song", prompts=[], done="main", empty="main"),
            "flow.value_choice",
            "nodes.main.kind",
        ),
    ],
)
def test_a_fault_is_found_where_it_is(flow: Any, code: str, place: str) -> None:
    assert _faults(flow) == [(code, place)]


def test_every_fault_is_reported_at_once() -> None:
    flow = _flow(tries=0, keys={"1": "x", "2": "y"})
    assert len(_faults(flow)) == 3


def test_a_fault_reads_as_a_sentence() -> None:
    with pytest.raises(FlowFaults) as raised:
        Flow.from_json(_flow(keys={"2": "x"}))
    expected = 'nodes.main.keys.2: names the node "x" that does not exist'
    assert str(raised.value) == expected


@pytest.mark.parametrize("name", sorted(NODE_TYPES))
def test_the_example_of_a_node_type_is_a_node(name: str) -> None:
    example = NODE_TYPES[name].example
    assert example["type"] == name
    targets = ("main", "mailbox", "complaint", "message", "nobody", "goodbye", "tell", "welcome")
    others = dict.fromkeys((*targets, "night"), MAIN)
    flow = {**FLOW, "nodes": {**others, "example": example}}
    read = Flow.from_json(flow)
    SCHEMA.validate(flow)
    assert Flow.from_json(read.to_json()) == read
    SCHEMA.validate(read.to_json())


@pytest.mark.parametrize("name", FLOWS)
def test_a_shipped_flow_can_be_read_and_written(name: str) -> None:
    flow = codec.read(template(name))
    SCHEMA.validate(template(name))
    assert flow.id == name
    assert Flow.from_json(flow.to_json()) == flow
    assert name in codec.write(flow)


@pytest.mark.parametrize(
    "flow", [{**FLOW, "spec": 3}, _flow(key="1"), _flow(tries=0), _flow(keys={"12": "main"})]
)
def test_the_schema_refuses_what_the_reader_refuses(flow: Any) -> None:
    assert list(SCHEMA.iter_errors(flow))
    assert _faults(flow)


def test_an_older_flow_is_migrated_step_by_step() -> None:
    def first(flow: dict[str, Any]) -> dict[str, Any]:
        return {**flow, "title": flow["name"]}

    old = {"spec": 1, "name": "Old"}
    kept = copy.deepcopy(old)
    assert migrate(old, {1: first}, 2) == {"spec": 2, "name": "Old", "title": "Old"}
    assert old == kept
    assert migrate({"spec": "x"}, {1: first}, 2) == {"spec": "x"}
