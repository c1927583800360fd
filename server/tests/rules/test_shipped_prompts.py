"""What is shipped to be heard is heard: of every sentence it is known where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from lianxin.flows.default import TEMPLATES, template
from lianxin.prompts.shipped import shipped
from lianxin.rules.flow.flow import Flow
from lianxin.rules.flow.node import NODE_TYPES
from lianxin.rules.flow.references import references

SERVER = Path(__file__).parents[2] / "lianxin"

#: What no flow has to name: where it is said instead, in a file that holds its id.
BY_US = {
    "number_intro": "switchboard/calls/announcing.py",  # who serves the caller
    "number_outro": "switchboard/calls/announcing.py",
    "fallback_sorry": "asterisk/conf.py",  # while the switchboard is away
    "fallback_thanks": "asterisk/conf.py",
    "beep": "asterisk/conf.py",
}
#: What flows of a centre's own say.
FOR_CENTRES = {
    "back_to_agent": "before a caller who was sent to the machine goes back to their agent",
    "one_moment": "while another system is asked (http, sql)",
}


def _of_templates() -> Iterator[str]:
    for file in TEMPLATES.glob("*.json"):
        yield from references(template(file.stem)).prompts


def _of_node_types() -> Iterator[str]:
    """What nodes say of themselves, whatever flow they are in; what an example names is no use."""
    for cls in NODE_TYPES.values():
        for field in fields(cls):
            value = field.default if isinstance(field.default, tuple) else (field.default,)
            yield from (each for each in value if isinstance(each, str))
        flow = Flow.examine({"spec": 2, "id": "f", "start": "n", "nodes": {"n": cls.example}})[0]
        for node in flow.nodes.values() if flow else ():
            yield from node.speaks()


def test_every_shipped_sentence_is_said_somewhere() -> None:
    ids = {code for code, each in shipped().items() if not any(one.part for one in each.values())}
    said = {*_of_templates(), *_of_node_types()}
    assert not ids - said - BY_US.keys() - FOR_CENTRES.keys(), "shipped, and nobody hears it"
    assert not FOR_CENTRES.keys() & said, "listed as unused, and used"
    assert ids >= BY_US.keys() | FOR_CENTRES.keys(), "listed, and not shipped"


def test_what_we_say_ourselves_is_named_where_it_is_said() -> None:
    for code, file in BY_US.items():
        assert code in (SERVER / file).read_text("utf-8"), f"{code} in {file}"


def test_no_shipped_sentence_speaks_of_what_is_to_come() -> None:
    for code, each in shipped().items():
        for one in each.values():
            assert "正在准备" not in one.text, code
            assert "not open yet" not in one.text, code
