"""collect: the caller types digits, ended by ``#``; they are kept under a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.effects import Play, Wait
from lianxin.rules.flow.entry import Check, Entry, Taken
from lianxin.rules.flow.events import Event, Expired, KeyPressed, Played
from lianxin.rules.flow.fields import NodeId, Patience, Range, Spoken, Tries, Variable
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session


@register(
    example={
        "type": "collect",
        "prompts": ["ask_case_number"],
        "into": "case_number",
        "minimum": 16,
        "maximum": 16,
        "check": "case_number",
        "ok": "tell",
        "failed": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class Collect(Node):
    """An entry. ``secret`` keeps what was typed out of the call's path."""

    prompts: tuple[Spoken, ...]
    into: Variable
    ok: NodeId
    failed: NodeId
    minimum: Annotated[int, Range(1, 32)] = 1
    maximum: Annotated[int, Range(1, 32)] = 32
    check: Check = "digits"
    timeout_seconds: Patience = 6
    tries: Tries = 3
    secret: bool = False
    bad_prompt: Spoken = "number_invalid"
    missing_prompt: Spoken = "no_input"
    type: Literal["collect"] = "collect"

    group: ClassVar[Group] = "choose"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if self.minimum > self.maximum:
            yield "collect.lengths", "maximum", f"must be at least the minimum, {self.minimum}"

    def entered(self, session: Session, now: datetime) -> Step:
        if session.keys:
            return self._take(session, self._entry.take("", session.keys))
        return Stay("speaking", (Play(0, sounds(self.prompts, session.variables)),))

    def heard(self, session: Session, event: Event, now: datetime) -> Step | None:
        match event:
            case KeyPressed():
                return self._take(session, self._entry.take(session.typed, session.keys))
            case Played():
                return Stay("typing", (Wait(0, self.timeout_seconds),))
            case Expired():
                return self._take(session, self._entry.end(session.typed))
        return None

    @property
    def _entry(self) -> Entry:
        return Entry(self.minimum, self.maximum, self.check)

    def _take(self, session: Session, taken: Taken) -> Step:
        if taken.state == "more":
            seconds = self._entry.seconds(taken.typed, self.timeout_seconds)
            return Stay("typing", (Wait(0, seconds),), typed=taken.typed, keys="")
        shown = "*" * len(taken.typed) if self.secret else taken.typed
        if taken.state == "complete":
            stored = {self.into: taken.typed}
            return Leave("ok", self.ok, keys=taken.rest, store=stored, pressed=shown)
        tries = session.tries + 1
        if tries >= self.tries:
            return Leave("failed", self.failed, keys="", pressed=shown)
        prompt = self.missing_prompt if taken.state == "missing" else self.bad_prompt
        played = Play(0, sounds((prompt, *self.prompts), session.variables))
        return Stay("speaking", (played,), tries=tries, typed="", keys="", pressed=shown)
