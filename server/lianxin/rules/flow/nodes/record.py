"""record: the caller leaves a message, which becomes a case. Words are never dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.effects import (
    Digits,
    OpenCase,
    Play,
    Prompt,
    Record,
    RecordedKind,
    Sound,
    StopRecording,
    Wait,
)
from lianxin.rules.flow.events import (
    CaseDeferred,
    CaseOpened,
    Event,
    Expired,
    KeyPressed,
    Played,
    Recorded,
)
from lianxin.rules.flow.fields import NodeId, Range, Spoken
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session

#: A caller is not kept in silence longer than this while a case is written.
FILING_SECONDS = 8.0


@register(
    example={
        "type": "record",
        "kind": "complaint",
        "prompts": ["complaint_intro"],
        "max_seconds": 180,
        "silence_seconds": 5,
        "done": "main",
        "empty": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class RecordMessage(Node):
    """A message. A complaint, a report and a letter to the mayor are answered with
    number and code, said twice; a plain message with thanks."""

    kind: RecordedKind
    prompts: tuple[Spoken, ...]
    done: NodeId
    empty: NodeId  # nothing was said
    hint_prompt: Spoken = "record_hint"
    empty_prompt: Spoken = "record_empty"
    thanks_prompt: Spoken = "record_thanks"
    deferred_prompt: Spoken = "case_deferred"
    min_seconds: Annotated[float, Range(0, 60)] = 1
    max_seconds: Annotated[int, Range(5, 600)] = 180
    silence_seconds: Annotated[int, Range(2, 60)] = 5
    type: Literal["record"] = "record"

    group: ClassVar[Group] = "record"

    def speaks(self) -> Iterator[str]:
        if self.kind != "message":
            yield from ("case_number_is", "query_code_is", "repeat_once")

    def takes_zero(self, session: Session) -> bool:
        """What is being said, or filed, is not thrown away by a key."""
        return session.phase in ("recording", "stopping", "filing")

    def entered(self, session: Session, now: datetime) -> Step:
        spoken = sounds((*self.prompts, self.hint_prompt), session.variables)
        return Stay("intro", (Play(0, spoken),), keys="")

    def heard(self, session: Session, event: Event, now: datetime) -> Step | None:
        match session.phase:
            case "intro":
                return self._begin(event)
            case "recording" | "stopping":
                return self._recording(session, event)
            case "filing":
                return self._filed(event)
            case "empty" | "telling":
                return self._told(session, event)
        return None

    def _begin(self, event: Event) -> Step | None:
        """The beep follows the intro; any key skips what is left of it."""
        if isinstance(event, Played | KeyPressed):
            record = Record(0, self.max_seconds, self.silence_seconds, self.kind)
            return Stay("recording", (record,), keys="")
        return None

    def _recording(self, session: Session, event: Event) -> Step | None:
        match event:
            case KeyPressed(key="#") if session.phase == "recording":
                return Stay("stopping", (StopRecording(0),), keys="", pressed="#")
            case KeyPressed():
                return Stay(session.phase, keys="", keep=True)
            case Recorded() if self._without_words(event):
                return Stay("empty", (Play(0, (Prompt(self.empty_prompt),)),), keys="")
            case Recorded():
                asks = (OpenCase(0, self.kind, event.recording), Wait(0, FILING_SECONDS))
                return Stay("filing", asks, keys="")
        return None

    def _without_words(self, event: Recorded) -> bool:
        """Speech may be told in whole seconds, rounded up: the length of all counts too."""
        if not event.recording or event.seconds < self.min_seconds:
            return True
        if event.talking_seconds is not None:
            return event.talking_seconds < self.min_seconds
        return event.ended_by == "silence" and event.seconds <= self.silence_seconds

    def _filed(self, event: Event) -> Step | None:
        told: tuple[Sound, ...]
        match event:
            case CaseOpened() if self.kind != "message":
                once = (
                    Prompt("case_number_is"),
                    Digits(event.number),
                    Prompt("query_code_is"),
                    Digits(event.code),
                )
                told = (*once, Prompt("repeat_once"), *once)
            case CaseOpened():
                told = (Prompt(self.thanks_prompt),)
            case CaseDeferred() | Expired():
                told = (Prompt(self.deferred_prompt),)
            case KeyPressed():
                return Stay("filing", keys="", keep=True)
            case _:
                return None
        return Stay("telling", (Play(0, told),), keys="")

    def _told(self, session: Session, event: Event) -> Step | None:
        """``#`` skips what is said; other keys must not cost the citizen the number."""
        if isinstance(event, Played) or event == KeyPressed("#"):
            done = session.phase == "telling"
            return Leave("done", self.done, keys="") if done else Leave("empty", self.empty, "")
        return Stay(session.phase, keys="", keep=True) if isinstance(event, KeyPressed) else None
