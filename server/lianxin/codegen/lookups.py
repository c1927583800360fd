"""What is written of the sources of look-ups: the tables of the docs, and TypeScript.

All of it comes from ``rules.flow.lookups.SOURCES``; ``lianxin.codegen.typescript`` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from lianxin.env import REPOSITORY
from lianxin.rules.flow.lookups import (
    CASE_OPENINGS,
    SOURCES,
    Argument,
    LookupSource,
    Outcome,
    Source,
    Value,
)

_HOWTO = REPOSITORY / "docs" / "howto"

#: Between these lines of a page stands what is generated.
BEGIN, END = "<!-- lookups: written by lianxin.codegen -->", "<!-- /lookups -->"


def _part(part: Argument | Value) -> str:
    if part.name == "*":
        return part.about
    kind = part.kind if part.kind in ("whole", "list") else ""
    optional = "may be left out" if isinstance(part, Argument) and not part.required else ""
    said = ", ".join(filter(None, (kind, part.about, optional)))
    return f"{part.name} ({said})" if said else part.name


def _outcome(outcome: Outcome) -> str:
    inside = [*([outcome.about] if outcome.about else []), *map(_part, outcome.values)]
    return f"`{outcome.name}`" + (f" ({'; '.join(inside)})" if inside else "")


def _row(name: Source, source: LookupSource) -> str:
    cells = (
        f"`{name}`",
        ", ".join(map(_part, source.arguments)),
        ", ".join(map(_outcome, source.outcomes)),
        f"{source.seconds:g}",
        f"`{source.function}`" if source.function else "",
    )
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def sources_table() -> Iterator[str]:
    """Every source: its arguments, outcomes and their values, its time and function."""
    yield "| source | arguments | outcomes (and values) | seconds | function |"
    yield "|---|---|---|---|---|"
    yield from (_row(name, source) for name, source in SOURCES.items())


def simulated_table() -> Iterator[str]:
    """What a simulation answers by itself."""
    yield "| source | answer |"
    yield "|---|---|"
    for name, source in SOURCES.items():
        yield f"| `{name}` | {source.simulated_about or f'`{source.simulated}`'} |"
    yield (
        "| `open_case` | `opened`, with a made-up number whose check digit is right; or say "
        "`deferred` |"
    )


def _page(file: Path, table: Iterable[str]) -> str:
    before, _, rest = file.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    return "\n".join((f"{before}{BEGIN}", "", *table, "", f"{END}{after}"))


def pages() -> dict[Path, str]:
    """The pages that hold a table, and what they must hold."""
    tables = {"new-node.md": sources_table(), "try-a-flow.md": simulated_table()}
    return {_HOWTO / name: _page(_HOWTO / name, table) for name, table in tables.items()}


def typescript() -> Iterator[str]:
    """The outcomes by source, the usual one first: what a simulation may be told to answer."""
    words = {**{str(name): source.words for name, source in SOURCES.items()}}
    words["open_case"] = CASE_OPENINGS
    yield ""
    yield "/** What can be answered in a simulation: outcomes by source, the usual one first. */"
    yield "export const LOOKUP_OUTCOMES = {"
    for name, outcomes in words.items():
        yield f"  {name}: {json.dumps(list(outcomes))},"
    yield "} as const satisfies Readonly<Record<string, readonly string[]>>;"
    yield ""
    yield "export type LookupSource = keyof typeof LOOKUP_OUTCOMES;"
