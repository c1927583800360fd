"""What a draft may hold: any JSON that can be kept, shown and sent, broken or not."""

from __future__ import annotations

import json
from typing import Any

from lianxin.flows.errors import DraftTooLarge
from lianxin.rules.flow.flow import MAX_NODES

#: Of the JSON of a draft and its layout together, in UTF-8.
MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 64


def check(spec: Any, layout: Any) -> None:
    """Raise ``DraftTooLarge`` for what is beyond any drawing."""
    deep = max(depth(spec), depth(layout))
    if deep > MAX_DEPTH:
        raise DraftTooLarge(what="depth", **{"is": deep}, most=MAX_DEPTH)
    size = len(json.dumps([spec, layout], ensure_ascii=False).encode("utf-8", "replace"))
    if size > MAX_BYTES:
        raise DraftTooLarge(what="bytes", **{"is": size}, most=MAX_BYTES)
    nodes = spec.get("nodes") if isinstance(spec, dict) else None
    if isinstance(nodes, dict) and len(nodes) > MAX_NODES:
        raise DraftTooLarge(what="nodes", **{"is": len(nodes)}, most=MAX_NODES)


def depth(value: Any) -> int:
    """How deep lists and objects stand in one another; level by level, without recursion."""
    deep, level = 0, [value]
    while level and deep <= MAX_DEPTH:
        inner = [part for part in level if isinstance(part, dict | list)]
        deep += bool(inner)
        level = [
            child for part in inner for child in (part.values() if isinstance(part, dict) else part)
        ]
    return deep
