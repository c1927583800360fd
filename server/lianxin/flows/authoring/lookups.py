"""What a simulated caller is told and hears out of the centre's own data, as a real one would."""

from __future__ import annotations

from datetime import datetime

from lianxin.centres.isolation import scope
from lianxin.knowledge.browsing import browse
from lianxin.rules.flow.effects import Lookup
from lianxin.rules.flow.simulator import LookupResolver, Readings, SimulatedResult
from lianxin.rules.values import Language
from lianxin.speech.readings import seconds_of


def resolver_of(centre: int) -> LookupResolver:
    """Answers from what the centre has published; a setup's own answers go before it."""

    def resolve(lookup: Lookup, now: datetime, language: Language) -> SimulatedResult | None:
        if lookup.source != "knowledge":
            return None
        arguments = dict(lookup.arguments)
        heard = browse(
            centre,
            str(arguments.get("node") or ""),
            str(arguments.get("language") or language),
            int(str(arguments.get("page") or 0)),
            now,
        )
        return (
            SimulatedResult("unknown") if heard is None else SimulatedResult("ok", heard.values())
        )

    return resolve


def readings_of(centre: int) -> Readings:
    """How long the texts of the centre are that have been read aloud."""

    def seconds(text: str, language: Language) -> float | None:
        with scope(centre):
            return seconds_of(text, language)

    return seconds
