"""What other languages must know of our messages: ``python -m lianxin.codegen.typescript``.

The TypeScript of the live socket, of flows and of what they look up, the JSON Schema of flows, and
the tables of look-ups in the docs are made from the Python that defines them.
``--check`` writes nothing and fails when a file differs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec

from lianxin.codegen import flow_schema, lookups
from lianxin.env import REPOSITORY
from lianxin.live import messages
from lianxin.rules.flow.fields import Key
from lianxin.rules.flow.nodes.hours import Weekday

API = REPOSITORY / "web" / "packages" / "api" / "src"

#: Columns of a line of TypeScript.
WIDTH = 100

#: Schemas by the name that TypeScript gives them.
Definitions = Mapping[str, Mapping[str, Any]]


class TypeScript:
    """Turns JSON Schemas into TypeScript. ``aliases`` names the sets of words that have one."""

    def __init__(self, definitions: Definitions, aliases: Mapping[str, tuple[Any, ...]]) -> None:
        self._definitions = definitions
        self._aliases = {frozenset(words): name for name, words in aliases.items()}
        self._words = aliases

    def lines(self) -> Iterator[str]:
        if self._words:
            yield ""
        for name, words in self._words.items():
            yield from _alias(name, _choice(json.dumps(word) for word in words))
        for name, schema in self._definitions.items():
            yield ""
            if "description" in schema:
                yield from _comment(schema["description"])
            if schema.get("type") == "object":
                yield f"export interface {name} {{"
                yield from self._fields(schema)
                yield "}"
            else:
                yield from _alias(name, self.type(schema))

    def _fields(self, schema: Mapping[str, Any]) -> Iterator[str]:
        required = schema.get("required", ())
        for name, part in schema["properties"].items():
            always = name in required or "const" in part or len(part.get("enum", ())) == 1
            yield from _broken(f"  {name}{'' if always else '?'}:", self.type(part), "    ")

    def type(self, schema: Mapping[str, Any]) -> str:
        """Give the TypeScript of one schema."""
        if "$ref" in schema:
            return str(schema["$ref"]).rpartition("/")[2]
        for key in ("anyOf", "oneOf"):
            if key in schema:
                return _choice(self.type(part) for part in schema[key])
        if "const" in schema:
            return json.dumps(schema["const"])
        if "enum" in schema:
            return self._enum(schema["enum"])
        return self._by_type(schema)

    def _enum(self, words: list[Any]) -> str:
        return self._aliases.get(frozenset(words)) or _choice(map(json.dumps, words))

    def _by_type(self, schema: Mapping[str, Any]) -> str:
        match schema.get("type"):
            case "array":
                return self._array(schema)
            case "object":
                return self._record(schema)
            case "integer" | "number":
                return "number"
            case "string" | "boolean" | "null" as name:
                return str(name)
        raise ValueError(f"no TypeScript is known for {schema}")

    def _array(self, schema: Mapping[str, Any]) -> str:
        if "prefixItems" in schema:
            return f"[{', '.join(self.type(part) for part in schema['prefixItems'])}]"
        inner = self.type(schema["items"])
        return f"({inner})[]" if "|" in inner else f"{inner}[]"

    def _record(self, schema: Mapping[str, Any]) -> str:
        names = schema.get("propertyNames", {})
        key = self.type(names) if "enum" in names or "$ref" in names else "string"
        inner = schema.get("additionalProperties", True)
        value = "unknown" if inner is True else self.type(inner)
        record = f"Record<{key}, {value}>"
        return record if key == "string" else f"Partial<{record}>"


def _choice(types: Iterator[str] | map[str]) -> str:
    return " | ".join(types)


def _alias(name: str, meaning: str) -> Iterator[str]:
    yield from _broken(f"export type {name} =", meaning, "  ")


def _broken(head: str, meaning: str, indent: str) -> Iterator[str]:
    """Break a long choice as Biome does, so that formatting changes nothing."""
    line = f"{head} {meaning};"
    if len(line) <= WIDTH:
        yield line
        return
    yield head
    *first, last = meaning.split(" | ")
    yield from (f"{indent}| {word}" for word in first)
    yield f"{indent}| {last};"


def _comment(text: str) -> Iterator[str]:
    lines = [line.strip() for line in text.strip().splitlines()]
    if len(lines) == 1:
        yield f"/** {lines[0]} */"
        return
    yield "/**"
    yield from (f" * {line}".rstrip() for line in lines)
    yield " */"


def _document(source: str, lines: Iterator[str]) -> str:
    head = f"// Written by `python -m lianxin.codegen.typescript` from {source}. Do not edit."
    return "\n".join((head, *lines, ""))


def live_typescript() -> str:
    """Give ``live.ts``: every message, and the unions of both directions."""
    unions = {"Command": messages.Command, "Notice": messages.Notice}
    classes = [cls for union in unions.values() for cls in get_args(union)]
    _, parts = msgspec.json.schema_components(classes, ref_template="#/$defs/{name}")
    refs = {
        name: {"anyOf": [{"$ref": f"#/$defs/{cls.__name__}"} for cls in get_args(union)]}
        for name, union in unions.items()
    }
    ordered = sorted(parts.items(), key=lambda item: _position(item[0]))
    aliases = {
        name: get_args(value)
        for name, value in vars(messages).items()
        if get_origin(value) is Literal
    }
    script = TypeScript({**dict(ordered), **refs}, aliases)
    return _document("server/lianxin/live/messages.py", script.lines())


def _position(name: str) -> int:
    """Where a message stands in its module: TypeScript keeps the order."""
    return list(vars(messages)).index(name)


def flow_typescript() -> str:
    """Give ``flow.ts``: a flow and its node types."""
    schema = flow_schema.flow_schema()["$defs"]
    nodes = schema["Flow"]["properties"]["nodes"]["additionalProperties"]["oneOf"]
    flow = {**schema["Flow"], "properties": dict(schema["Flow"]["properties"])}
    flow["properties"]["nodes"] = {
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/FlowNode"},
    }
    aliases = {"Key": get_args(Key), "Weekday": get_args(Weekday)}
    script = TypeScript({**schema, "Flow": flow, "FlowNode": {"oneOf": nodes}}, aliases)
    return _document("server/lianxin/rules/flow/nodes", script.lines())


def outputs() -> dict[Path, str]:
    """Give every generated file and what it must hold."""
    return {
        API / "live.ts": live_typescript(),
        API / "flow.ts": flow_typescript(),
        API / "lookups.ts": _document("server/lianxin/rules/flow/lookups.py", lookups.typescript()),
        **lookups.pages(),
        flow_schema.FILE: flow_schema.text(),
        # What the flow editor makes its panels from; the built console must not need the server's.
        API / "flow.schema.json": flow_schema.text(),
    }


def main(arguments: list[str]) -> int:
    stale = [
        (path, text)
        for path, text in outputs().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]
    if arguments == ["--check"]:
        for path, _ in stale:
            name = path.relative_to(REPOSITORY)
            sys.stdout.write(f"{name} is out of date: run python -m lianxin.codegen.typescript\n")
        return 1 if stale else 0
    for path, text in stale:
        path.write_text(text, "utf-8")
        sys.stdout.write(f"wrote {path.relative_to(REPOSITORY)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
