"""collect: the caller types digits, ended by ``#``; they are kept under a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.digit_entry import (
    Check,
    Day,
    DigitEntry,
    DigitFormat,
    Entered,
    hidden,
    shown_as_case_number,
)
from lianxin.rules.flow.effects import Digits, Play, Sound, Value, ValueKind, Wait
from lianxin.rules.flow.events import Event, Expired, KeyPressed, Played
from lianxin.rules.flow.fields import NodeId, Patience, Range, Spoken, Tries, Variable
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.nodes.case_status import CaseStatus
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
    keeps what was typed out of the call's path; where a case number is asked for, what is not
    as long as one is kept out of it as well: it may be the query code. ``*0`` calls an agent.
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
        allowed = DigitFormat(self.minimum, self.maximum, self.check)
        if self.minimum > self.maximum:
            yield "collect.lengths", "maximum", f"must be at least the minimum, {self.minimum}"
        elif allowed.least > allowed.most:
            text = f"allows no {self.check} of {self.minimum} to {self.maximum} digits"
            yield "collect.lengths", "check", text

    def silent(self) -> tuple[str, ...]:
        return () if self.confirm else ("read_back_prompt", "confirm_prompt")

    def takes_zero(self, session: Session) -> bool:
        """``0`` is a digit, until it is asked whether the digits are right."""
        return session.phase != "confirming"

    def entered(self, session: Session, now: datetime) -> Step:
        if session.keys:
            found = self._entry(session, now).typed_ahead(session, session.keys)
            return self._judged(session, now, found) if isinstance(found, Entered) else found
        return Stay("speaking", (Play(0, sounds(self.prompts, session.variables)),))

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        if session.phase == "confirming":
            return self._confirming(session, event, now)
        found = self._entry(session, now).on_event(session, event)
        return self._judged(session, now, found) if isinstance(found, Entered) else found

    def asked_anew(self, session: Session) -> Step | None:
        if session.phase != "typing":
            return None
        played = Play(0, sounds(self.prompts, session.variables))
        return Stay("speaking", (played,), typed="", keys="")

    def _entry(self, session: Session, now: datetime) -> DigitEntry:
        allowed = DigitFormat(
            self.minimum, self.maximum, self.check, self.day, _today(session, now)
        )
        return DigitEntry(allowed, "typing", self.timeout_seconds, self.tries)

    def _judged(self, session: Session, now: datetime, entered: Entered) -> Step:
        shown = self._shown(session, entered.typed)
        if entered.state == "complete":
            if self.confirm:
                return self._read_back(session, entered, shown)
            return self._done(entered, entered.rest, shown)
        first = self.missing_prompt if entered.state == "missing" else self.bad_prompt
        played = Play(0, sounds((first, *self.prompts), session.variables))
        return self._entry(session, now).again(
            session,
            Stay("speaking", (played,), typed="", keys="", pressed=shown),
            Leave("failed", self.failed, keys="", pressed=shown),
        )

    def _shown(self, session: Session, typed: str) -> str:
        if self.secret:
            return hidden(typed)
        asks = self.check == "case_number" or _feeds_case_status(session, self.into)
        return shown_as_case_number(typed) if asks else typed

    def _done(self, entered: Entered, rest: str, shown: str = "") -> Step:
        return Leave("ok", self.ok, keys=rest, store={self.into: entered.value}, pressed=shown)

    # --- is it right?

    def _read_back(self, session: Session, entered: Entered, shown: str = "") -> Stay:
        kind = _READ.get(self.check)
        value: Sound = Value(kind, entered.value) if kind else Digits(entered.value)
        before = sounds((self.read_back_prompt,), session.variables)
        after = sounds((self.confirm_prompt,), session.variables)
        effects = (Play(0, (*before, value, *after)),)
        return Stay("confirming", effects, typed=entered.typed, keys="", pressed=shown)

    def _confirming(self, session: Session, event: Event, now: datetime) -> Step | None:
        """1 is right, 2 is again; who presses nothing hears it once more, then is asked anew."""
        match event:
            case Played():
                return Stay("confirming", (Wait(0, self.timeout_seconds),))
            case KeyPressed() if event.key in ("1", "#"):
                entered = self._entry(session, now).digits.end(session.typed)
                return self._done(entered, "", event.key)
            case KeyPressed() if event.key == "2":
                effects = (Play(0, sounds(self.prompts, session.variables)),)
                return Stay("speaking", effects, typed="", keys="", pressed="2")
            case KeyPressed() | Expired():
                return self._ask_once_more(session, now)
        return None

    def _ask_once_more(self, session: Session, now: datetime) -> Step:
        entry = self._entry(session, now)
        question = self._read_back(session, entry.digits.end(session.typed))
        return entry.again(session, question, Leave("failed", self.failed, keys=""))


def _feeds_case_status(session: Session, variable: str) -> bool:
    """Whether a ``case_status`` of the flow takes its number from ``variable``."""
    nodes = session.flow.nodes.values()
    return any(isinstance(each, CaseStatus) and each.number == variable for each in nodes)


def _today(session: Session, now: datetime) -> date:
    return now.astimezone(zone_of(session)).date()
