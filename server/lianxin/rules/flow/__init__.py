"""Call flows: what a caller hears, presses and is brought to.

``advance(session, event, now)`` gives the next session and the effects that the
switchboard carries out. Nothing here acts, waits or looks at a clock.
"""

from lianxin.rules.flow import nodes
from lianxin.rules.flow.effects import Effect
from lianxin.rules.flow.events import Event
from lianxin.rules.flow.faults import Fault, FlowFaults
from lianxin.rules.flow.flow import SPEC, Flow
from lianxin.rules.flow.interpreter import advance, start
from lianxin.rules.flow.node import NODE_TYPES, Node
from lianxin.rules.flow.session import Session

__all__ = [
    "NODE_TYPES",
    "SPEC",
    "Effect",
    "Event",
    "Fault",
    "Flow",
    "FlowFaults",
    "Node",
    "Session",
    "advance",
    "nodes",
    "start",
]
