"""What a centre calls the nodes of a flow, where that is not what we call them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from lianxin.flows.default import TEMPLATES
from lianxin.flows.models import FlowVersion

#: By the node as a call's ledger has it: ``pay``, and ``bill/pay`` within a subflow.
Names = dict[str, str]


def names_of(versions: Iterable[int | None]) -> dict[int, Names]:
    """The names of these versions, by their ids. In the caller's scope.

    What a shipped flow calls its nodes is left out: pages have words for those, in each language.
    """
    wanted = {version for version in versions if version is not None}
    if not wanted:
        return {}
    rows = FlowVersion.objects.filter(pk__in=wanted)
    drawn = rows.values_list("pk", "layout__notes", "inner_layouts")
    return {pk: names_in({"notes": notes}, inner) for pk, notes, inner in drawn}


def names_in(layout: Any, inner: Any) -> Names:
    """The names that these layouts hold: of a flow, and of the subflows that stand in it."""
    names = _notes(layout)
    for place, drawn in inner.items() if isinstance(inner, dict) else ():
        names |= {f"{place}/{node}": name for node, name in _notes(drawn).items()}
    return names


def _notes(layout: Any) -> Names:
    notes = layout.get("notes") if isinstance(layout, dict) else None
    if not isinstance(notes, dict):
        return {}
    shipped = _shipped()
    return {
        node: note
        for node, note in notes.items()
        if isinstance(note, str) and note and note not in shipped.get(node, ())
    }


@cache
def _shipped() -> Mapping[str, frozenset[str]]:
    """What the flows that we ship call their nodes, by the node."""
    called: dict[str, set[str]] = {}
    for file in (TEMPLATES / "notes").glob("*.json"):
        for node, note in json.loads(file.read_text("utf-8")).items():
            called.setdefault(node, set()).add(note)
    return {node: frozenset(notes) for node, notes in called.items()}
