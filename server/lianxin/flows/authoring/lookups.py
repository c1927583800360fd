"""What a simulated caller is told out of the centre's own data, as a real one would be."""

from __future__ import annotations

from datetime import datetime

from lianxin.knowledge.browsing import browse
from lianxin.rules.flow.effects import Lookup
from lianxin.rules.flow.simulator import LookupResolver, SimulatedResult
from lianxin.rules.values import Language


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
