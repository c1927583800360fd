"""The shipped flow without the questions that it asks on the way.

For tests of calls, not of the flow: a message is filed without a confirmation, nobody is told
their place, and the call ends when the agent has gone.
"""

from __future__ import annotations

from typing import Any

from lianxin.flows.default import template

_LEFT_OUT = {
    "record": ("confirm", "notify"),
    "queue": ("announce", "callback_key", "callback"),
    "case_status": ("reply",),
}


def plain_flow() -> dict[str, Any]:
    """Give the article's tree as JSON."""
    flow = template()
    nodes = flow["nodes"]
    for node in nodes.values():
        for name in _LEFT_OUT.get(node["type"], ()):
            node.pop(name, None)
    nodes["welcome"].update(prompts=["welcome"], keys={"1": "agents", "2": "automatic"})
    nodes["agents"].update(waiting_prompts=["all_busy"], keys={"2": "message"}, after="goodbye")
    return flow
