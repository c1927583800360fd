"""What a simulated caller is told out of the centre's own data, as a real one would be."""

from __future__ import annotations

from datetime import datetime

from lianxin.knowledge.browsing import browse
from lianxin.rules.flow.effects import Lookup
from lianxin.rules.flow.simulator import Answer, Answerer
from lianxin.rules.values import Language


def answerer_of(centre: int) -> Answerer:
    """Answers from what the centre has published; a setup's own answers go before it."""

    def answer(ask: Lookup, now: datetime, language: Language) -> Answer | None:
        if ask.source != "knowledge":
            return None
        told = dict(ask.arguments)
        heard = browse(
            centre,
            str(told.get("node") or ""),
            str(told.get("language") or language),
            int(str(told.get("page") or 0)),
            now,
        )
        return Answer("unknown") if heard is None else Answer("ok", heard.values())

    return answer
