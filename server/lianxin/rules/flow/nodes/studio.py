"""studio: whoever keeps the prompts speaks one into the telephone, and hears it at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.digit_entry import DigitEntry, DigitFormat, Entered
from lianxin.rules.flow.effects import Clip, Emit, Play, Prompt, Record, Sound, StopRecording, Wait
from lianxin.rules.flow.events import Event, Expired, KeyPressed, Played, Recorded
from lianxin.rules.flow.fields import NodeId, Patience, Range, Spoken, Tries
from lianxin.rules.flow.looking_up import lookup, result_of
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session

#: The code that the prompt library gives for one recording by telephone.
_CODE = DigitFormat(4, 8)


@register(example={"type": "studio", "done": "main", "failed": "main"})
@dataclass(frozen=True, kw_only=True)
class Studio(Node):
    """A prompt by telephone: the code that the library shows, the beep, the sentence; then 1
    keeps it, 2 plays it, 3 says it anew. What was not kept with 1 is no prompt."""

    done: NodeId
    failed: NodeId
    prompts: tuple[Spoken, ...] = ("studio_code",)
    bad_prompt: Spoken = "studio_code_invalid"
    missing_prompt: Spoken = "no_input"
    speak_prompt: Spoken = "studio_speak"
    silent_prompt: Spoken = "studio_silent"
    confirm_prompt: Spoken = "studio_confirm"
    kept_prompt: Spoken = "studio_kept"
    max_seconds: Annotated[int, Range(5, 300)] = 120
    silence_seconds: Annotated[int, Range(2, 30)] = 4
    timeout_seconds: Patience = 10
    tries: Tries = 3
    type: Literal["studio"] = "studio"

    group: ClassVar[Group] = "record"

    def speaks(self) -> Iterator[str]:
        yield "bad_key"

    def takes_zero(self, session: Session) -> bool:
        """``0`` is a digit of the code; nothing else here is for the public."""
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        return Stay("code", (Play(0, sounds(self.prompts, session.variables)),), keys="")

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match session.phase:
            case "code":
                return self._typing(session, event)
            case "asking":
                return self._known(session, event)
            case "intro":
                ready = isinstance(event, Played | KeyPressed)
                return self._begin() if ready else None
            case "recording" | "stopping":
                return self._recording(session, event)
            case "confirming":
                return self._confirming(session, event)
            case "kept":
                over = isinstance(event, Played | KeyPressed)
                return Leave("done", self.done) if over else None
        return None

    # --- which prompt

    def _entry(self) -> DigitEntry:
        return DigitEntry(_CODE, "code", self.timeout_seconds, self.tries, to_agents=False)

    def asked_anew(self, session: Session) -> Step | None:
        if session.phase != "code":
            return None
        played = Play(0, sounds(self.prompts, session.variables))
        return Stay("code", (played,), typed="", keys="")

    def _typing(self, session: Session, event: Event) -> Step | None:
        found = self._entry().on_event(session, event)
        if not isinstance(found, Entered):
            return found
        if found.state == "complete":
            effects = lookup("prompt_code", {"code": found.value})
            return Stay("asking", effects, typed=found.value, keys="", pressed=found.typed)
        missing = found.state == "missing"
        return self._again(session, self.missing_prompt if missing else self.bad_prompt)

    def _again(self, session: Session, prompt: str) -> Step:
        played = Play(0, sounds((prompt, *self.prompts), session.variables))
        question = Stay("code", (played,), typed="", keys="")
        return self._entry().again(session, question, Leave("failed", self.failed, keys=""))

    def _known(self, session: Session, event: Event) -> Step | None:
        result = result_of(event)
        if result is None:
            return Stay("asking", keys="", keep=True) if isinstance(event, KeyPressed) else None
        if result.outcome != "ok":
            return self._again(session, self.bad_prompt)
        memo = {
            "prompt": str(result.values.get("prompt", "")),
            "language": str(result.values.get("language", session.language)),
        }
        return self._speak(session, self.speak_prompt, memo)

    # --- the recording

    def _speak(
        self, session: Session, prompt: str, memo: dict[str, str] | None = None, tries: int = 0
    ) -> Step:
        spoken = sounds((prompt,), session.variables)
        return Stay("intro", (Play(0, spoken),), keys="", memo=memo, tries=tries)

    def _begin(self) -> Step:
        return Stay("recording", (Record(0, self.max_seconds, self.silence_seconds),), keys="")

    def _recording(self, session: Session, event: Event) -> Step | None:
        match event:
            case KeyPressed("#") if session.phase == "recording":
                return Stay("stopping", (StopRecording(0),), keys="", pressed="#")
            case KeyPressed():
                return Stay(session.phase, keys="", keep=True)
            case Recorded() if event.recording and event.seconds >= 1:
                memo = {**session.memo, "recording": event.recording}
                return Stay("confirming", (self._question(session),), keys="", memo=memo)
            case Recorded():
                return self._nothing(session)
        return None

    def _nothing(self, session: Session) -> Step:
        tries = session.tries + 1
        if tries >= self.tries:
            return Leave("failed", self.failed, keys="")
        return self._speak(session, self.silent_prompt, tries=tries)

    def _question(self, session: Session, *before: Sound) -> Play:
        return Play(0, (*before, *sounds((self.confirm_prompt,), session.variables)))

    def _confirming(self, session: Session, event: Event) -> Step | None:
        match event:
            case Played():
                return Stay("confirming", (Wait(0, self.timeout_seconds),))
            case KeyPressed("1" | "#"):
                kept = Play(0, sounds((self.kept_prompt,), session.variables))
                return Stay("kept", (self._kept(session), kept), keys="", pressed="1")
            case KeyPressed("2"):
                clip = Clip(str(session.memo.get("recording", "")))
                return Stay("confirming", (self._question(session, clip),), keys="", pressed="2")
            case KeyPressed("3"):
                return self._speak(session, self.speak_prompt)
            case KeyPressed() | Expired():
                return self._ask_once_more(session)
        return None

    def _ask_once_more(self, session: Session) -> Step:
        tries = session.tries + 1
        if tries >= self.tries:
            return Leave("failed", self.failed, keys="")
        effects = (self._question(session, Prompt("bad_key")),)
        return Stay("confirming", effects, keys="", tries=tries)

    def _kept(self, session: Session) -> Emit:
        data = {**session.memo, "code": session.typed}
        return Emit("prompt_recorded", tuple((name, str(value)) for name, value in data.items()))
