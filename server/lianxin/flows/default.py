"""The flows that are shipped: what a line answers with before a centre draws its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).parent / "templates"

#: The article's tree: 1 agents, 2 automatic services.
DEFAULT = "article"


def templates() -> list[str]:
    """The names of the flows that are shipped."""
    return sorted(file.stem for file in TEMPLATES.glob("*.json"))


def template(name: str = DEFAULT) -> dict[str, Any]:
    """Give a shipped flow as JSON. FileNotFoundError when there is none of that name."""
    flow: dict[str, Any] = json.loads((TEMPLATES / f"{name}.json").read_text("utf-8"))
    return flow


def shipped_layout(name: str) -> dict[str, Any] | None:
    """How a shipped flow is drawn: what its cards are called; the editor gives them places."""
    file = TEMPLATES / "notes" / f"{name}.json"
    return {"notes": json.loads(file.read_text("utf-8"))} if file.exists() else None


def scenarios(name: str) -> list[dict[str, Any]]:
    """The scenarios of a shipped flow: [{name, setup, steps, expected}]."""
    file = TEMPLATES / "scenarios" / f"{name}.json"
    kept: list[dict[str, Any]] = json.loads(file.read_text("utf-8")) if file.exists() else []
    return kept
