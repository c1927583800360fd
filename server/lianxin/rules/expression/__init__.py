"""The small language in which a flow compares and computes: ``branch`` and ``set``.

    parse("length(caller) == 11 and hour(now) < 12") -> Expression
    evaluate(expression, {"caller": "13800000000", **moment(now, zone)}) -> True

Nothing of Python is reached from it: no attribute, no call but of ``functions.FUNCTIONS``.
What can be wrong is found by ``parse``; ``evaluate`` gives none where there is no answer and
never raises. docs/howto/expressions.md explains it to those who draw flows.
"""

from lianxin.rules.expression.evaluating import evaluate, moment
from lianxin.rules.expression.faults import ExpressionFault
from lianxin.rules.expression.functions import FUNCTIONS
from lianxin.rules.expression.parsing import parse
from lianxin.rules.expression.tree import Expression, variables_of
from lianxin.rules.expression.values import truth

__all__ = [
    "FUNCTIONS",
    "Expression",
    "ExpressionFault",
    "evaluate",
    "moment",
    "parse",
    "truth",
    "variables_of",
]
