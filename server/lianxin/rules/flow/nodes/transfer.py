"""transfer: to a telephone outside the centre, such as another hotline or the duty phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.effects import Dial, Play
from lianxin.rules.flow.events import DialAnswered, DialEnded, Event, KeyPressed, Played
from lianxin.rules.flow.fields import NodeId, OutsideNumber, Range, Spoken
from lianxin.rules.flow.filling import as_text
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import WITH_OUTSIDE, Session

#: Telephones that may be rung at once.
MAX_NUMBERS = 8

#: The variable with the telephones of the line's night bell, as ``numbers`` names it.
NIGHT_BELL = "$night_bell"

_APART = re.compile(r"[\s,;，；、]+")
_DIALLED = re.compile(r"\+?[0-9*#]{2,20}")


@register(
    example={
        "type": "transfer",
        "numbers": ["12315"],
        "prompts": ["to_agent"],
        "seconds": 30,
        "after": "goodbye",
        "failed": "message",
    }
)
@dataclass(frozen=True, kw_only=True)
class Transfer(Node):
    """All of ``numbers`` ring at once; the first that answers talks with the caller.

    ``$night_bell`` is a variable that holds one number or several, with commas between them. It
    rings for as long as its line says (夜铃), whatever ``seconds`` is: that belongs to the numbers.
    Exits: ``after`` they have talked, ``busy``, ``no_answer``, ``failed``; the two in the middle
    lead as ``failed`` does where nothing is said.
    """

    numbers: tuple[OutsideNumber, ...]
    after: NodeId
    failed: NodeId
    busy: NodeId | None = None
    no_answer: NodeId | None = None
    prompts: tuple[Spoken, ...] = ()
    seconds: Annotated[int, Range(5, 120)] = 30
    type: Literal["transfer"] = "transfer"

    group: ClassVar[Group] = "agent"
    function: ClassVar[str] = "transfers"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if not self.numbers:
            yield "transfer.nobody", "numbers", "must name at least one number"

    def entered(self, session: Session, now: datetime) -> Step:
        if not self._dialled(session):
            return Leave("failed", self.failed, keys="")
        if not self.prompts:
            return self._dial(session)
        return Stay("speaking", (Play(0, sounds(self.prompts, session.variables)),), keys="")

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match event:
            case Played() if session.phase == "speaking":
                return self._dial(session)
            case KeyPressed() if session.phase == "speaking":
                return self._dial(session)
            case KeyPressed():
                return Stay(session.phase, keys="", keep=True)
            case DialAnswered():
                return Stay(WITH_OUTSIDE, keys="")
            case DialEnded():
                return self._ended(event)
        return None

    def _dial(self, session: Session) -> Step:
        return Stay("dialling", (Dial(0, self._dialled(session), self._seconds(session)),), keys="")

    def _ended(self, event: DialEnded) -> Step:
        if event.reason == "answered":
            return Leave("after", self.after, keys="")
        others = {"busy": self.busy, "no_answer": self.no_answer}
        reason = event.reason if event.reason in others else "failed"
        return Leave(reason, others.get(reason) or self.failed, keys="")

    def _seconds(self, session: Session) -> int:
        seconds = session.variables.get("night_bell_seconds")
        if NIGHT_BELL not in self.numbers or not isinstance(seconds, int) or seconds < 1:
            return self.seconds
        return seconds

    def _dialled(self, session: Session) -> tuple[str, ...]:
        """The numbers, those of a variable included; what is no number is left out."""
        found: list[str] = []
        for number in self.numbers:
            text = as_text(session.variables.get(number[1:])) if number[0] == "$" else number
            found += (each for each in _APART.split(text) if _DIALLED.fullmatch(each))
        return tuple(dict.fromkeys(found))[:MAX_NUMBERS]
