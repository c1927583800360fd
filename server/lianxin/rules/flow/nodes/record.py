"""record: the caller leaves a message, which becomes a case. Words are never dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.effects import (
    Clip,
    Emit,
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
from lianxin.rules.flow.fields import NodeId, Patience, Range, Spoken, Tries, Variable
from lianxin.rules.flow.filing import FILING_SECONDS, NUMBER_PROMPTS, notice, number_twice
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session
from lianxin.rules.flow.words import without_words


@register(
    example={
        "type": "record",
        "kind": "complaint",
        "prompts": ["complaint_intro"],
        "max_seconds": 180,
        "silence_seconds": 5,
        "confirm": True,
        "done": "main",
        "empty": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class RecordMessage(Node):
    """A message. A complaint, a report and a letter to the mayor are answered with
    number and code, said twice; a plain message with thanks.

    ``min_seconds`` of speech are a message, counted from the beep; who hangs up needs a second
    more (``words.HANGING_UP_SECONDS``). What is shorter is kept with the call and is no message.
    ``confirm``: 1 sends it, 2 plays it, 3 says it anew; who presses nothing has sent it. ``into``
    keeps the recording under a name instead, for a ``case_open`` further on; a case is made of it
    in any case. ``notify`` sends the number to the telephone. ``0`` while speaking ends the
    message, keeps it and calls an agent.
    """

    kind: RecordedKind
    prompts: tuple[Spoken, ...]
    done: NodeId
    empty: NodeId  # nothing was said
    hint_prompt: Spoken = "record_hint"
    empty_prompt: Spoken = "record_empty"
    thanks_prompt: Spoken = "record_thanks"
    deferred_prompt: Spoken = "case_deferred"
    confirm_prompt: Spoken = "record_confirm"
    min_seconds: Annotated[float, Range(0, 60)] = 1
    max_seconds: Annotated[int, Range(5, 600)] = 180
    silence_seconds: Annotated[int, Range(2, 60)] = 5
    confirm: bool = False
    timeout_seconds: Patience = 8
    tries: Tries = 3
    into: Variable | None = None
    notify: bool = False
    type: Literal["record"] = "record"

    group: ClassVar[Group] = "record"

    def needs(self) -> str:
        return "mailbox" if self.kind == "mailbox" else ""

    def speaks(self) -> Iterator[str]:
        if self.kind != "message" and not self.into:
            yield from NUMBER_PROMPTS
        if self.confirm:
            yield "bad_key"

    def silent(self) -> tuple[str, ...]:
        confirm = () if self.confirm else ("confirm_prompt",)
        return (*confirm, "thanks_prompt", "deferred_prompt") if self.into else confirm

    def takes_zero(self, session: Session) -> bool:
        """What is being said, or filed, is not thrown away by a key."""
        return session.phase in ("recording", "stopping", "filing")

    def entered(self, session: Session, now: datetime) -> Step:
        spoken = sounds((*self.prompts, self.hint_prompt), session.variables)
        return Stay("intro", (Play(0, spoken),), keys="")

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match session.phase:
            case "intro":
                # The beep follows the intro; any key skips what is left of it.
                return self._begin() if isinstance(event, Played | KeyPressed) else None
            case "recording" | "stopping":
                return self._recording(session, event)
            case "confirming":
                return self._confirming(session, event)
            case "filing":
                return self._filed(session, event)
            case "empty" | "telling":
                return self._heard_out(session, event)
        return None

    def _begin(self, pressed: str = "") -> Step:
        record = Record(0, self.max_seconds, self.silence_seconds, self.kind, self.min_seconds)
        return Stay("recording", (record,), keys="", pressed=pressed)

    # --- while the caller speaks

    def _recording(self, session: Session, event: Event) -> Step | None:
        match event:
            case KeyPressed("#" | "0") if session.phase == "recording":
                return self._stop(session, event.key)
            case KeyPressed():
                return Stay(session.phase, keys="", keep=True)
            case Recorded() if without_words(event, self.min_seconds, self.silence_seconds):
                return self._silent(session)
            case Recorded():
                return self._spoken(session, event.recording)
        return None

    def _stop(self, session: Session, key: str) -> Step:
        if key == "0" and not session.flow.agent_node:
            return Stay("recording", keys="", keep=True)
        memo = {**session.memo, "agent": key == "0"}
        return Stay("stopping", (StopRecording(0),), keys="", pressed=key, memo=memo)

    def _silent(self, session: Session) -> Step:
        """Nothing was said. What was said before it, if the caller began anew, still counts."""
        if session.memo.get("agent"):
            return Leave("agent", session.flow.agent_node or "", keys="")
        if session.memo.get("kept"):
            return self._ask(session)
        return Stay("empty", (Play(0, sounds((self.empty_prompt,), session.variables)),), keys="")

    def _spoken(self, session: Session, recording: str) -> Step:
        words, before = (self.kind, recording), str(session.memo.get("kept", ""))
        if session.memo.get("agent"):
            agents = session.flow.agent_node or ""
            return Leave("agent", agents, keys="", unfiled=words, dropped=before)
        if self.confirm:
            memo = {"kept": recording}
            effects = (self._question(session),)
            return Stay("confirming", effects, keys="", memo=memo, unfiled=words, dropped=before)
        return self._send(recording)

    # --- is it right?

    def _question(self, session: Session, *before: Sound) -> Play:
        return Play(0, (*before, *sounds((self.confirm_prompt,), session.variables)))

    def _ask(self, session: Session, *before: Sound, pressed: str = "") -> Step:
        return Stay("confirming", (self._question(session, *before),), keys="", pressed=pressed)

    def _confirming(self, session: Session, event: Event) -> Step | None:
        recording = str(session.memo.get("kept", ""))
        match event:
            case Played():
                return Stay("confirming", (Wait(0, self.timeout_seconds),))
            case Expired():
                return self._send(recording)
            case KeyPressed("1" | "#"):
                return self._send(recording, pressed=event.key)
            case KeyPressed("2"):
                return self._ask(session, Clip(recording), pressed="2")
            case KeyPressed("3"):
                return self._begin(pressed="3")
            case KeyPressed():
                return self._ask_once_more(session, recording)
        return None

    def _ask_once_more(self, session: Session, recording: str) -> Step:
        tries = session.tries + 1
        if tries >= self.tries:
            return self._send(recording)
        effects = (self._question(session, Prompt("bad_key")),)
        return Stay("confirming", effects, keys="", tries=tries)

    # --- what becomes of it

    def _send(self, recording: str, pressed: str = "") -> Step:
        if self.into:
            kept = {self.into: recording}
            words = (self.kind, recording)
            return Leave("done", self.done, keys="", store=kept, unfiled=words, pressed=pressed)
        effects = (OpenCase(0, self.kind, recording), Wait(0, FILING_SECONDS))
        return Stay("filing", effects, keys="", pressed=pressed)

    def _filed(self, session: Session, event: Event) -> Step | None:
        spoken: tuple[Sound, ...] = (Prompt(self.thanks_prompt),)
        notices: tuple[Emit, ...] = ()
        match event:
            case CaseOpened():
                notices = notice(session, event) if self.notify else ()
                if self.kind != "message":
                    spoken = number_twice(event)
            case CaseDeferred() | Expired():
                spoken = (Prompt(self.deferred_prompt),)
            case KeyPressed():
                return Stay("filing", keys="", keep=True)
            case _:
                return None
        return Stay("telling", (*notices, Play(0, spoken)), keys="")

    def _heard_out(self, session: Session, event: Event) -> Step | None:
        """``#`` skips what is said; other keys must not cost the citizen the number."""
        if isinstance(event, Played) or event == KeyPressed("#"):
            done = session.phase == "telling"
            return Leave("done", self.done, keys="") if done else Leave("empty", self.empty, "")
        return Stay(session.phase, keys="", keep=True) if isinstance(event, KeyPressed) else None
