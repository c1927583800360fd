"""The checks of flows, with what the centre has that flows stand upon."""

from __future__ import annotations

from collections.abc import Iterable

from lianxin.api import flow_shapes as shapes
from lianxin.centres.access import Who
from lianxin.flows.checks import Checks, Finding
from lianxin.flows.sentences import sentence
from lianxin.lines.queries import calendars
from lianxin.prompts.queries import everything
from lianxin.prompts.words import LANGUAGES


def checks_for(who: Who) -> Checks:
    """The checks of flows at the centre of ``who``, who reads flows."""
    sounds: dict[tuple[str, str], tuple[str, float]] = {
        (entry.code, language): (entry.text(language), entry.sound(language).seconds)
        for entry in everything(who)
        for language in LANGUAGES
        if entry.sound(language).heard in ("own", "shipped")
    }
    return Checks(who.functions, sounds, {row.code: rule for row, rule, _ in calendars(who)})


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
