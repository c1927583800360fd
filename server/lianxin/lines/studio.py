"""Where one dials to speak a prompt into the telephone."""

from __future__ import annotations

from lianxin.centres.access import Actor
from lianxin.flows.queries import published
from lianxin.flows.uses import references_of
from lianxin.lines.queries import numbers_by_flow


def studio_numbers(who: Actor) -> list[str]:
    """The centre's numbers whose flow in force has a ``studio`` node. No role is asked for."""
    numbers = numbers_by_flow(who)
    with who.scope():
        flows = [
            flow
            for flow, version in published().items()
            if "studio" in references_of(version).types
        ]
    return sorted({number for flow in flows for number in numbers.get(flow, [])})
