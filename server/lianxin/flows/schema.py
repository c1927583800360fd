"""The JSON Schema of a flow, made from the node types. ``python -m lianxin.flows.schema``.

Editors and imports use it; ``rules.flow`` itself checks more (exits that lead nowhere).
Without an argument the shipped file is written; ``--check`` fails when it is out of date.
"""

from __future__ import annotations

import json
import sys
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_type_hints

from pydantic import ConfigDict, Field, create_model
from pydantic.json_schema import models_json_schema

from lianxin.rules.flow import NODE_TYPES, SPEC, Flow

FILE = Path(__file__).parent / "flow.schema.json"


def flow_schema() -> dict[str, Any]:
    """Describe what ``Flow.from_json`` reads, in JSON Schema 2020-12."""
    node: Any = Annotated[Union[tuple(NODE_TYPES.values())], Field(discriminator="type")]  # noqa: UP007
    hints = get_type_hints(Flow, include_extras=True)
    parts: dict[str, Any] = {
        field.name: (hints[field.name], ... if field.default is MISSING else field.default)
        for field in fields(Flow)
    }
    parts |= {"spec": (Literal[SPEC], ...), "nodes": (dict[str, node], Field(min_length=1))}
    model = create_model("Flow", __config__=ConfigDict(extra="forbid"), **parts)
    _, schema = models_json_schema([(model, "validation")])
    definitions = {name: _tidy(part) for name, part in sorted(schema["$defs"].items())}
    for cls in NODE_TYPES.values():
        definitions[cls.__name__] |= _of_node(cls, definitions[cls.__name__])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": "#/$defs/Flow",
        "$defs": definitions,
    }


def _of_node(cls: type[Any], schema: dict[str, Any]) -> dict[str, Any]:
    """A node names its type, and has no field that its type does not know."""
    required = ["type", *schema.get("required", ())]
    return {"required": required, "additionalProperties": False, "examples": [cls.example]}


def _tidy(schema: Any) -> Any:
    """Drop the titles, which only repeat the names."""
    if isinstance(schema, list):
        return [_tidy(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: {name: _tidy(part) for name, part in value.items()}
        if key == "properties"
        else _tidy(value)
        for key, value in schema.items()
        if key != "title"
    }


def text() -> str:
    """Give the schema as it is written to the file."""
    return json.dumps(flow_schema(), ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        same = FILE.exists() and FILE.read_text("utf-8") == text()
        sys.stdout.write("" if same else f"{FILE.name} is out of date: run lianxin.flows.schema\n")
        return 0 if same else 1
    FILE.write_text(text(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
