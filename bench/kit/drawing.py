"""A large flow, as nobody should draw it."""

from __future__ import annotations

from typing import Any

NODES = 500


def big() -> dict[str, Any]:
    """Menus that lead to sentences that lead to the next menu."""
    nodes: dict[str, Any] = {}
    for number in range(0, NODES - 1, 5):
        after = f"menu{number + 5}" if number + 5 < NODES - 1 else "end"
        says = [f"say{number + index}" for index in range(1, 5)]
        keys = {str(index): name for index, name in enumerate(says, 1)}
        nodes[f"menu{number}"] = {"type": "menu", "prompts": ["main_menu"], "keys": keys}
        nodes |= {name: {"type": "say", "prompts": ["welcome"], "next": after} for name in says}
    nodes["end"] = {"type": "hang_up"}
    head = {"spec": 2, "id": "big", "title": "500", "start": "menu0"}
    return {**head, "nodes": nodes}
