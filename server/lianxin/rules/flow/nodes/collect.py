"""collect: the caller types digits, ended by ``#``; they are kept under a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.effects import Digits, Play, Sound, Value, ValueKind, Wait
from lianxin.rules.flow.entry import Check, Day, Entry, Taken
from lianxin.rules.flow.events import Event, Expired, KeyPressed, Played
from lianxin.rules.flow.fields import NodeId, Patience, Range, Spoken, Tries, Variable
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session
from lianxin.rules.flow.zones import zone_of

#: How an entry is read back.
_READ: dict[Check, ValueKind] = {"date": "date", "amount": "money"}


@register(
    example={
        "type": "collect",
        "prompts": ["ask_case_number"],
        "into": "case_number",
        "check": "case_number",
        "bad_prompt": "number_invalid",
        "ok": "tell",
        "failed": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class Collect(Node):
    """An entry. ``check`` says what it must be: any digits, a telephone number, a citizen's
    number (X is typed as ``*``), a case number, a date (YYYYMMDD, kept as 2026-02-13), or an
    amount (the point is typed as ``*``). ``confirm`` reads it back: 1 right, 2 again. ``secret``
    keeps what was typed out of the call's path. ``*0`` calls an agent.
    """

    prompts: tuple[Spoken, ...]
    into: Variable
    ok: NodeId
    failed: NodeId
    minimum: Annotated[int, Range(1, 32)] = 1
    maximum: Annotated[int, Range(1, 32)] = 32
    check: Check = "digits"
    day: Day = "any"
    confirm: bool = False
    timeout_seconds: Patience = 6
    tries: Tries = 3
    secret: bool = False
    bad_prompt: Spoken = "entry_invalid"
    missing_prompt: Spoken = "no_input"
    read_back_prompt: Spoken = "you_entered"
    confirm_prompt: Spoken = "entry_confirm"
    type: Literal["collect"] = "collect"

    group: ClassVar[Group] = "choose"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        entry = Entry(self.minimum, self.maximum, self.check)
        if self.minimum > self.maximum:
            yield "collect.lengths", "maximum", f"must be at least the minimum, {self.minimum}"
        elif entry.least > entry.most:
            text = f"allows no {self.check} of {self.minimum} to {self.maximum} digits"
            yield "collect.lengths", "check", text

    def silent(self) -> tuple[str, ...]:
        return () if self.confirm else ("read_back_prompt", "confirm_prompt")

    def takes_zero(self, session: Session) -> bool:
        """``0`` is a digit, until it is asked whether the digits are right."""
        return session.phase != "confirming"

    def entered(self, session: Session, now: datetime) -> Step:
        if session.keys:
            return self._take(session, now, self._entry(session, now).take("", session.keys))
        return Stay("speaking", (Play(0, sounds(self.prompts, session.variables)),))

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        if session.phase == "confirming":
            return self._confirming(session, event, now)
        match event:
            case KeyPressed():
                taken = self._entry(session, now).take(session.typed, session.keys)
                return self._take(session, now, taken)
            case Played():
                return Stay("typing", (Wait(0, self.timeout_seconds),))
            case Expired():
                return self._take(session, now, self._entry(session, now).end(session.typed))
        return None

    def _entry(self, session: Session, now: datetime) -> Entry:
        return Entry(self.minimum, self.maximum, self.check, self.day, _today(session, now))

    def _take(self, session: Session, now: datetime, taken: Taken) -> Step:
        shown = "*" * len(taken.typed) if self.secret else taken.typed
        match taken.state:
            case "more":
                seconds = self._entry(session, now).seconds(taken.typed, self.timeout_seconds)
                return Stay("typing", (Wait(0, seconds),), typed=taken.typed, keys="")
            case "complete" if self.confirm:
                return self._read_back(session, taken, shown)
            case "complete":
                return self._done(taken, taken.rest, shown)
            case "agent" if session.flow.agent_node:
                return Leave("agent", session.flow.agent_node, keys=taken.rest, pressed="*0")
        missing = taken.state == "missing"
        return self._again(session, self.missing_prompt if missing else self.bad_prompt, shown)

    def _done(self, taken: Taken, rest: str, shown: str = "") -> Step:
        return Leave("ok", self.ok, keys=rest, store={self.into: taken.value}, pressed=shown)

    def _again(self, session: Session, prompt: str, shown: str) -> Step:
        tries = session.tries + 1
        if tries >= self.tries:
            return Leave("failed", self.failed, keys="", pressed=shown)
        played = Play(0, sounds((prompt, *self.prompts), session.variables))
        return Stay("speaking", (played,), tries=tries, typed="", keys="", pressed=shown)

    # --- is it right?

    def _read_back(self, session: Session, taken: Taken, shown: str = "") -> Stay:
        kind = _READ.get(self.check)
        value: Sound = Value(kind, taken.value) if kind else Digits(taken.value)
        before = sounds((self.read_back_prompt,), session.variables)
        after = sounds((self.confirm_prompt,), session.variables)
        asks = (Play(0, (*before, value, *after)),)
        return Stay("confirming", asks, typed=taken.typed, keys="", pressed=shown)

    def _confirming(self, session: Session, event: Event, now: datetime) -> Step | None:
        """1 is right, 2 is again; who presses nothing hears it once more, then is asked anew."""
        match event:
            case Played():
                return Stay("confirming", (Wait(0, self.timeout_seconds),))
            case KeyPressed() if event.key in ("1", "#"):
                taken = self._entry(session, now).end(session.typed)
                return self._done(taken, "", event.key)
            case KeyPressed() if event.key == "2":
                asks = (Play(0, sounds(self.prompts, session.variables)),)
                return Stay("speaking", asks, typed="", keys="", pressed="2")
            case KeyPressed() | Expired():
                return self._ask_once_more(session, now)
        return None

    def _ask_once_more(self, session: Session, now: datetime) -> Step:
        tries = session.tries + 1
        if tries >= self.tries:
            return Leave("failed", self.failed, keys="")
        taken = self._entry(session, now).end(session.typed)
        step = self._read_back(session, taken)
        return Stay(step.phase, step.asks, tries=tries, typed=step.typed, keys="")


def _today(session: Session, now: datetime) -> date:
    return now.astimezone(zone_of(session)).date()
