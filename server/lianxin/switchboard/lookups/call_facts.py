"""What is told of a call to whoever answers its look-ups, some of them on other threads."""

from __future__ import annotations

from dataclasses import dataclass

from lianxin.calls.events import CallSource
from lianxin.rules.values import Language


@dataclass(frozen=True, slots=True)
class CallFacts:
    """A call as it was when something was asked for it; the call itself goes on."""

    id: str
    centre: int
    line: str  # the number that was dialled
    line_name: str
    caller: str
    source: CallSource
    language: Language
    queue: str
    address: str = ""  # of a visitor of the portal

    @property
    def verified(self) -> str:
        """The caller's number where the network has told it; "" where somebody has only claimed
        one. What is theirs by number (cases, a vote, a language) goes by this."""
        return "" if self.source == "web" else self.caller

    @property
    def asker(self) -> str:
        """Who is held to a budget."""
        return self.verified or self.address or "withheld"
