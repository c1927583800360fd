"""case_status: the caller types number and code, or the code alone, and hears how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, ClassVar, Literal, get_args

from lianxin.rules.aloud import reply_aloud
from lianxin.rules.case_number import LENGTH
from lianxin.rules.flow.digit_entry import (
    DigitEntry,
    DigitFormat,
    Entered,
    hidden,
    shown_as_case_number,
)
from lianxin.rules.flow.effects import Effect, Play, Prompt, Sound, Text
from lianxin.rules.flow.events import Event, KeyPressed, Played
from lianxin.rules.flow.fields import NodeId, Patience, Range, Spoken, Tries, Variable
from lianxin.rules.flow.filling import as_text
from lianxin.rules.flow.looking_up import lookup, result_of
from lianxin.rules.flow.lookups import UNAVAILABLE
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session
from lianxin.rules.lifecycle import CaseState
from lianxin.rules.values import Json, known_language

Wanted = Literal["number", "code"]

_NUMBER = DigitFormat(LENGTH, LENGTH, "case_number")

_REFUSALS = {
    "unknown": "lookup_unknown",
    "wrong_code": "lookup_wrong_code",
    "locked": "lookup_locked",
    "unavailable": "lookup_unavailable",
}

#: Where nothing has read the department's words aloud: where else to find them.
_UNREAD = "reply_unread"

#: What is asked again after a refusal; the others end the attempt.
_ASKED_AGAIN: dict[str, Wanted] = {"unknown": "number", "wrong_code": "code"}


@register(example={"type": "case_status", "next": "main", "failed": "main"})
@dataclass(frozen=True, kw_only=True)
class CaseStatus(Node):
    """A look-up. ``number`` may name a variable that already holds the number. ``by`` the caller
    the code alone is asked for: the case is the one that this telephone has called about; where
    there is none, or the number is withheld, the case number is asked for all the same. The code
    is secret: it is in no variable, and the call's path shows stars, also where it is typed
    instead of the number. With ``reply`` the words of
    the department follow the state, where they have been read aloud.

    While the code is typed, ``session.typed`` holds the number and the code behind it.
    """

    next: NodeId  # after an answer
    failed: NodeId  # after a refusal, or when nothing usable was typed
    by: Literal["number", "caller"] = "number"
    reply: bool = False
    number: Variable | None = None
    number_prompts: tuple[Spoken, ...] = ("ask_case_number",)
    code_prompts: tuple[Spoken, ...] = ("ask_query_code",)
    code_minimum: Annotated[int, Range(4, 12)] = 6
    code_maximum: Annotated[int, Range(4, 12)] = 6
    timeout_seconds: Patience = 8
    tries: Tries = 3
    bad_prompt: Spoken = "number_invalid"
    bad_code_prompt: Spoken = "lookup_wrong_code"
    missing_prompt: Spoken = "no_input"
    no_case_prompt: Spoken = "lookup_none_of_caller"
    type: Literal["case_status"] = "case_status"

    group: ClassVar[Group] = "look_up"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if self.code_minimum > self.code_maximum:
            text = f"must be at least the minimum, {self.code_minimum}"
            yield "collect.lengths", "code_maximum", text

    def speaks(self) -> Iterator[str]:
        if self.reply:
            yield _UNREAD
        yield from _REFUSALS.values()
        yield from (f"state_{state}" for state in get_args(CaseState))

    def silent(self) -> tuple[str, ...]:
        return () if self.by == "caller" else ("no_case_prompt",)

    def takes_zero(self, session: Session) -> bool:
        """``0`` is a digit while something is typed; ``*0`` calls an agent."""
        return session.phase in ("", "number", "code")

    def entered(self, session: Session, now: datetime) -> Step:
        given = as_text(session.variables.get(self.number)) if self.number else ""
        if given or self._by_caller(session):
            return self._ask_code(session, given, session.keys)
        if session.keys:
            return self._typed_ahead(session, "number", "", session.keys)
        return self._ask(session, "number")

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match session.phase:
            case "number":
                return self._typing(session, "number", event)
            case "code":
                return self._typing(session, "code", event)
            case "looking":
                return self._answered(session, event)
            case "telling" | "refusing":
                return self._heard_out(session, event)
        return None

    def asked_anew(self, session: Session) -> Step | None:
        match session.phase:
            case "number":
                return self._ask(session, "number")
            case "code":
                return self._ask(session, "code", self._number(session, "code"))
        return None

    def _number(self, session: Session, wanted: Wanted) -> str:
        """What was typed before what is wanted now."""
        before = wanted == "code" and not self._by_caller(session)
        return session.typed[:LENGTH] if before else ""

    def _entry(self, wanted: Wanted, number: str) -> DigitEntry:
        """While the code is typed, the number stands before it."""
        allowed = (
            _NUMBER if wanted == "number" else DigitFormat(self.code_minimum, self.code_maximum)
        )
        return DigitEntry(allowed, wanted, self.timeout_seconds, self.tries, before=number)

    def _typing(self, session: Session, wanted: Wanted, event: Event) -> Step | None:
        number = self._number(session, wanted)
        found = self._entry(wanted, number).on_event(session, event)
        return self._judged(session, wanted, number, found) if isinstance(found, Entered) else found

    def _typed_ahead(self, session: Session, wanted: Wanted, number: str, keys: str) -> Step:
        found = self._entry(wanted, number).typed_ahead(session, keys)
        return self._judged(session, wanted, number, found) if isinstance(found, Entered) else found

    def _judged(self, session: Session, wanted: Wanted, number: str, entered: Entered) -> Step:
        shows = shown_as_case_number if wanted == "number" else hidden
        shown = shows(entered.typed)
        if entered.state != "complete":
            bad = self.bad_prompt if wanted == "number" else self.bad_code_prompt
            prompt = self.missing_prompt if entered.state == "missing" else bad
            return self._again(session, wanted, number, prompt, shown)
        if wanted == "number":
            return self._ask_code(session, entered.typed, entered.rest, shown)
        effects = self._look_up(session, number, entered.typed)
        return Stay("looking", effects, typed=number, keys="", pressed=shown)

    def _by_caller(self, session: Session) -> bool:
        return self.by == "caller" and bool(session.caller) and "by_number" not in session.memo

    def _look_up(self, session: Session, number: str, code: str) -> tuple[Effect, ...]:
        if self._by_caller(session) and not number:
            return lookup("case_of_caller", {"code": code})
        return lookup("case_reply" if self.reply else "case", {"number": number, "code": code})

    def _ask_code(self, session: Session, number: str, keys: str, pressed: str = "") -> Step:
        if not keys:
            return self._ask(session, "code", number, pressed=pressed)
        step = self._typed_ahead(session, "code", number, keys)
        return replace(step, pressed=",".join(filter(None, (pressed, step.pressed))))

    def _ask(
        self, session: Session, wanted: Wanted, number: str = "", first: str = "", pressed: str = ""
    ) -> Stay:
        prompts = self.number_prompts if wanted == "number" else self.code_prompts
        spoken = sounds((first, *prompts) if first else prompts, session.variables)
        return Stay(wanted, (Play(0, spoken),), typed=number, keys="", pressed=pressed)

    def _again(
        self, session: Session, wanted: Wanted, number: str, prompt: str, pressed: str
    ) -> Step:
        question = self._ask(session, wanted, number, prompt, pressed)
        failed = Leave("failed", self.failed, keys="", pressed=pressed)
        return self._entry(wanted, number).again(session, question, failed)

    def _answered(self, session: Session, event: Event) -> Step | None:
        if isinstance(event, KeyPressed):
            return Stay("looking", keys="", keep=True)
        result = result_of(event)
        if result is None:
            return None
        if result.outcome == "told":
            return self._state(session, str(result.values.get("state", "")), result.values)
        known = result.outcome in _REFUSALS
        return self._refused(session, result.outcome if known else UNAVAILABLE)

    def _state(self, session: Session, state: str, values: Mapping[str, Json]) -> Step:
        if state not in get_args(CaseState):
            return self._refused(session, "unavailable")
        spoken: list[Sound] = [Prompt(f"state_{state}")]
        if self.reply and values.get("reply_prompt"):
            spoken.append(Prompt(str(values["reply_prompt"])))
        elif self.reply and values.get("reply_text"):
            spoken.append(_reply(session, values))
        return Stay("telling", (Play(0, tuple(spoken)),), typed="", keys="")

    def _refused(self, session: Session, reason: str) -> Step:
        if reason == "unknown" and self._by_caller(session) and not session.typed:
            return self._none_of_caller(session)
        wanted = _ASKED_AGAIN.get(reason)
        if wanted is None or session.tries + 1 >= self.tries:
            return self._say(session, "refusing", _REFUSALS[reason])
        number = session.typed if wanted == "code" else ""
        return self._again(session, wanted, number, _REFUSALS[reason], "")

    def _none_of_caller(self, session: Session) -> Step:
        """They have called from another telephone: ask for the number of the case."""
        step = self._ask(session, "number", first=self.no_case_prompt)
        return replace(step, memo={"by_number": True})

    def _say(self, session: Session, phase: str, prompt: str) -> Step:
        return Stay(phase, (Play(0, sounds((prompt,), session.variables)),), typed="", keys="")

    def _heard_out(self, session: Session, event: Event) -> Step | None:
        """A key cuts the answer short and is kept for the menu that follows."""
        if not isinstance(event, Played | KeyPressed):
            return None
        if session.phase == "telling":
            return Leave("next", self.next)
        return Leave("failed", self.failed)


def _reply(session: Session, values: Mapping[str, Json]) -> Text:
    """What the department says, in the language in which it was written."""
    language = known_language(values.get("reply_language")) or session.language
    return Text(reply_aloud(str(values["reply_text"]), language), language, _UNREAD)
