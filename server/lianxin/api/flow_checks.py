"""What flows are checked against: the centre's world, put together from all parts below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lianxin.api import flow_shapes as shapes
from lianxin.centres.access import Who
from lianxin.flows import vocabulary as known
from lianxin.flows.checks import Checks, Finding


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
            message=each.text,
        )
        for each in findings
    ]


def vocabulary(who: Who) -> shapes.Vocabulary:
    """All that a flow of the centre of ``who`` can name."""
    said = known.vocabulary(who)
    return shapes.Vocabulary(
        queues=_named(said.queues),
        prompts=[shapes.KnownPrompt(**vars(prompt)) for prompt in said.prompts],
        calendars=[],
        connections=_named(said.connections),
        polls=_named(said.polls),
        knowledge=_named(said.knowledge),
        flows=[
            shapes.KnownFlow(
                code=flow.code,
                name=flow.name,
                kind=flow.kind,  # type: ignore[arg-type]  # the column is held to these words
                published=flow.pk in said.published,
            )
            for flow in said.flows
        ],
        templates=said.templates,
        languages=[shapes.Named(code=code, name=name) for code, name in LANGUAGES.items()],
        functions=sorted(who.functions),
        variables=[shapes.KnownVariable(name=n, description=d) for n, d in VARIABLES.items()],
    )


LANGUAGES = {"zh": "普通话", "en": "English", "yue": "粤语"}

#: What every call knows when it enters its flow (``rules.flow.events.Started``).
VARIABLES = {
    "caller": "来电号码；隐藏号码时为空",
    "line": "被叫号码",
    "city": "城市",
    "centre_name": "热线中心名称",
    "line_name": "线路名称",
    "day_part": "时段",
}


def _named(codes: Mapping[str, str]) -> list[shapes.Named]:
    return [shapes.Named(code=code, name=name) for code, name in codes.items()]
