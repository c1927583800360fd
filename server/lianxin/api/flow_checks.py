"""What flows are checked against: the centre's world, put together from all parts below."""

from __future__ import annotations

from collections.abc import Iterable

from lianxin.api import flow_shapes as shapes
from lianxin.centres.access import Who
from lianxin.flows.checks import Checks, Finding
from lianxin.flows.sentences import sentence


def checks_for(who: Who) -> Checks:
    """The checks of flows at the centre of ``who``."""
    return Checks(who.functions)


def sentences(findings: Iterable[Finding]) -> list[shapes.Finding]:
    """Findings with a sentence in the reader's language."""
    return [
        shapes.Finding(
            code=each.code,
            severity=each.severity,
            place=each.place,
            node=each.node,
            data=dict(each.data),
            message=sentence(each.code, each.text, each.data),
        )
        for each in findings
    ]
