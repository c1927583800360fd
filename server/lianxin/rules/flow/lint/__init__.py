"""What is wrong with a flow, or will be regretted: found while it is drawn.

    lint(data, World(prompts=…, queues=…)) -> [Finding("lint.unreachable", "warning", …), …]

``data`` may be any JSON. The faults that keep a flow from being read come first, under their
own codes; what only this finds is ``lint.*`` (``findings.RULES`` lists them all).
"""

from lianxin.rules.flow.lint.findings import MAX_FINDINGS, RULES, Finding, Severity, node_of
from lianxin.rules.flow.lint.linting import lint
from lianxin.rules.flow.lint.world import World

__all__ = ["MAX_FINDINGS", "RULES", "Finding", "Severity", "World", "lint", "node_of"]
