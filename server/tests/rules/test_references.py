"""What a flow names is found whatever its depth, its spec or its faults."""

from __future__ import annotations

from typing import Any

from lianxin.flows.default import template
from lianxin.rules.flow.references import References, references, subflow_places

HOURS = {"type": "hours", "calendar": "office", "open": "line", "closed": "bell"}
QUEUE = {"type": "queue", "queue": "night", "nobody": "end", "timeout": "end", "after": "end"}
BELL = {"type": "transfer", "numbers": ["$night_bell", "12315"], "after": "end", "failed": "end"}
END = {"type": "hang_up", "prompts": ["goodbye", "$caller"]}
INNER = {
    "id": "inner",
    "title": "",
    "start": "hours",
    "nodes": {"hours": HOURS, "line": QUEUE, "bell": BELL, "end": END},
}
SUBFLOW = {"type": "subflow", "flow": "middle", "next": "end"}


def _whole(spec: int) -> dict[str, Any]:
    """A flow with a subflow in a subflow, all of it of this spec."""
    inner = {**INNER, "spec": spec}
    middle: dict[str, Any] = {
        "spec": spec,
        "id": "middle",
        "title": "",
        "start": "in",
        "nodes": {"in": {**SUBFLOW, "flow": "inner"}, "end": {"type": "return"}},
        "subflows": {"inner": inner},
    }
    nodes = {"in": SUBFLOW, "line": {**QUEUE, "queue": "day"}, "end": END}
    head = {"spec": spec, "id": "f", "title": "", "start": "in"}
    return {**head, "nodes": nodes, "subflows": {"middle": middle}}


def test_what_subflows_name_is_found_at_any_depth_and_in_any_spec() -> None:
    found = references(_whole(2))
    assert found.queues == ("day", "night")
    assert found.calendars == ("office",)
    assert found.subflows == ("middle",), "what the flow names itself"
    assert found.rings_night_bell
    assert found.telephones == {"12315"}
    assert found.prompts == {"goodbye"}
    assert {"subflow", "transfer", "return"} <= found.types
    assert references(_whole(1)) == found
    assert subflow_places(_whole(1)) == (("nodes.in.flow", "middle"),)


def test_a_bell_that_is_only_mentioned_is_not_rung() -> None:
    spec = template("night")
    assert references(spec).rings_night_bell
    spoken = {**END, "prompts": ["$night_bell"]}
    head = {"spec": 2, "id": "f", "title": "", "start": "end"}
    assert not references({**head, "nodes": {"end": spoken}}).rings_night_bell


def test_of_what_is_broken_as_much_is_found_as_can_be_read() -> None:
    broken = {**_whole(2), "start": 7, "unknown": True}
    broken["nodes"] = {**broken["nodes"], "odd": {"type": "nothing"}, "bad": {**QUEUE, "queue": 3}}
    assert references(broken).queues[0] == "day"
    nothings: tuple[object, ...] = (None, 7, [], {}, {"spec": 99}, {"spec": 2, "nodes": 3})
    for nothing in nothings:
        found = references(nothing)
        assert (found.queues, found.prompts) == (References().queues, References().prompts)
