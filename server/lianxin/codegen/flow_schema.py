"""The JSON Schema of a flow, made from the node types. ``python -m lianxin.codegen.flow_schema``.

Editors and imports use it; ``rules.flow`` itself checks more (exits that lead nowhere).
Without an argument the shipped file is written; ``--check`` fails when it is out of date.
"""

from __future__ import annotations

import json
import sys
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_type_hints

from pydantic import ConfigDict, create_model
from pydantic import Field as Described
from pydantic.json_schema import models_json_schema

from lianxin.rules.flow import NODE_TYPES, SPEC, Flow, Node

FILE = Path(__file__).parents[1] / "flows" / "flow.schema.json"


def flow_schema() -> dict[str, Any]:
    """Describe what ``Flow.from_json`` reads, in JSON Schema 2020-12."""
    node: Any = Annotated[Union[tuple(NODE_TYPES.values())], Described(discriminator="type")]  # noqa: UP007
    hints = get_type_hints(Flow, include_extras=True)
    parts: dict[str, Any] = {
        field.name: (hints[field.name], _default(field))
        for field in fields(Flow)
        if field.name not in _DERIVED
    }
    parts |= {"spec": (Literal[SPEC], ...), "nodes": (dict[str, node], Described(min_length=1))}
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


#: What a flow knows of itself and its JSON does not hold.
_DERIVED = ("starts", "refs")


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return Described(default_factory=field.default_factory)
    return ... if field.default is MISSING else field.default


def _of_node(cls: type[Node], schema: dict[str, Any]) -> dict[str, Any]:
    """A node names its type, and has no field that its type does not know."""
    required = ["type", *schema.get("required", ())]
    return {
        "required": required,
        "additionalProperties": False,
        "examples": [cls.example],
        "x-group": cls.group,
        "x-function": cls.function,
    }


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
        sys.stdout.write(
            "" if same else f"{FILE.name} is out of date: run lianxin.codegen.flow_schema\n"
        )
        return 0 if same else 1
    FILE.write_text(text(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
