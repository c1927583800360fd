"""What is wrong with a flow, or will be regretted: found while it is drawn.

    lint(data, Environment(prompts=…, queues=…)) -> [Finding("lint.unreachable", "warning", …), …]

``data`` may be any JSON. The faults that keep a flow from being read come first, under their
own codes; what only this finds is ``lint.*`` (``findings.RULES`` lists them all).
"""

from lianxin.rules.flow.lint.environment import Environment
from lianxin.rules.flow.lint.findings import MAX_FINDINGS, RULES, Finding, Severity, node_of
from lianxin.rules.flow.lint.linting import lint

__all__ = ["MAX_FINDINGS", "RULES", "Environment", "Finding", "Severity", "lint", "node_of"]
