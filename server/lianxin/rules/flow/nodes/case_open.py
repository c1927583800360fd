"""case_open: make a case of what was typed, looked up or recorded before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from lianxin.rules.flow.effects import CaseKind, OpenCase, Play, Prompt, Sound, Wait
from lianxin.rules.flow.events import (
    CaseDeferred,
    CaseOpened,
    Event,
    Expired,
    KeyPressed,
    Played,
)
from lianxin.rules.flow.fields import Filled, NodeId, Spoken, Variable
from lianxin.rules.flow.filing import FILING_SECONDS, NUMBER_PROMPTS, notice, number_twice
from lianxin.rules.flow.filling import as_text, fill
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register
from lianxin.rules.flow.session import Session


@register(
    example={
        "type": "case_open",
        "kind": "help",
        "title": "路灯报修 {lamp}",
        "content": "市民按键报修，路灯编号 {lamp}。",
        "done": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class CaseOpen(Node):
    """A case of ``kind``. ``title`` and ``content`` may name variables in braces; ``phone`` and
    ``recording`` are variables. Number and query code are said twice; ``notify`` sends the
    number to the telephone. What cannot be written now is written later (``deferred_prompt``).
    """

    kind: CaseKind
    done: NodeId
    title: Filled = ""
    content: Filled = ""
    phone: Variable | None = None  # None: the caller's number
    recording: Variable | None = None
    number: Variable = "case_number"  # keeps the number of the case
    notify: bool = False
    deferred_prompt: Spoken = "case_deferred"
    type: Literal["case_open"] = "case_open"

    group: ClassVar[Group] = "record"

    def needs(self) -> str:
        return "mailbox" if self.kind == "mailbox" else ""

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if not (self.title or self.content or self.recording):
            yield "case_open.empty", "title", "must say something, or name a recording"

    def speaks(self) -> Iterator[str]:
        yield from NUMBER_PROMPTS

    def takes_zero(self, session: Session) -> bool:
        """What is being filed is waited for."""
        return session.phase in ("", "filing")

    def entered(self, session: Session, now: datetime) -> Step:
        known = session.variables
        case = OpenCase(
            0,
            self.kind,
            as_text(known.get(self.recording)) if self.recording else "",
            title=fill(self.title, known)[:200],
            content=fill(self.content, known),
            phone=self._phone(session),
        )
        return Stay("filing", (case, Wait(0, FILING_SECONDS)))

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        if session.phase == "telling":
            return self._heard_out(session, event)
        spoken: tuple[Sound, ...]
        match event:
            case CaseOpened():
                notices = notice(session, event, self._phone(session)) if self.notify else ()
                played = Play(0, number_twice(event))
                memo = {"number": event.number}
                return Stay("telling", (*notices, played), keys="", memo=memo)
            case CaseDeferred() | Expired():
                spoken = (Prompt(self.deferred_prompt),)
                return Stay("telling", (Play(0, spoken),), keys="")
        return None

    def _phone(self, session: Session) -> str:
        given = as_text(session.variables.get(self.phone)) if self.phone else ""
        return given or session.caller

    def _heard_out(self, session: Session, event: Event) -> Step | None:
        """``#`` skips what is said; other keys must not cost the citizen the number."""
        if isinstance(event, Played) or event == KeyPressed("#"):
            number = str(session.memo.get("number", ""))
            return Leave("done", self.done, keys="", store={self.number: number})
        return Stay("telling", keys="", keep=True) if isinstance(event, KeyPressed) else None
