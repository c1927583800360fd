"""survey: one question after the conversation, answered by one key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.effects import Emit, Play, Wait
from lianxin.rules.flow.events import Event, Expired, KeyPressed, Played
from lianxin.rules.flow.fields import Digit, NodeId, Patience, Pattern, Spoken, Tries
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session

#: The name under which the answers of one question are counted.
QuestionCode = Annotated[str, Pattern(r"[a-z][a-z0-9_-]*", "the code of a question")]


@register(example={"type": "survey", "prompts": ["survey_ask"], "done": "main", "none": "main"})
@dataclass(frozen=True, kw_only=True)
class Survey(Node):
    """A question such as how content the caller is, 5 the best. The key is the score; it is
    written down with the agent who was there. Exits: ``done``, and ``none`` for who does not
    answer."""

    prompts: tuple[Spoken, ...]
    done: NodeId
    none: NodeId
    keys: tuple[Digit, ...] = ("1", "2", "3", "4", "5")
    question: QuestionCode = "satisfaction"
    thanks_prompts: tuple[Spoken, ...] = ("survey_thanks",)
    bad_prompt: Spoken = "bad_key"
    timeout_seconds: Patience = 6
    tries: Tries = 2
    type: Literal["survey"] = "survey"

    group: ClassVar[Group] = "choose"
    function: ClassVar[str] = "surveys"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if not self.keys:
            yield "survey.no_keys", "keys", "must offer at least one key"

    def takes_zero(self, session: Session) -> bool:
        return "0" in self.keys

    def entered(self, session: Session, now: datetime) -> Step:
        """What was pressed before the question was asked is no answer to it."""
        return Stay("asking", (Play(0, sounds(self.prompts, session.variables)),), keys="")

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match event:
            case KeyPressed() if session.phase == "asking":
                return self._answered(session, event.key)
            case Played() if session.phase == "asking":
                return Stay("asking", (Wait(0, self.timeout_seconds),))
            case Expired():
                return Leave("none", self.none, keys="")
            case Played():
                return Leave("done", self.done)
            case KeyPressed():
                return Leave("done", self.done)
        return None

    def _answered(self, session: Session, key: str) -> Step:
        if key in self.keys:
            fact = self._fact(session, key)
            if not self.thanks_prompts:
                return Leave("done", self.done, keys="", pressed=key, emit=(fact,))
            thanks = Play(0, sounds(self.thanks_prompts, session.variables))
            return Stay("thanking", (fact, thanks), keys="", pressed=key)
        tries = session.tries + 1
        if tries >= self.tries:
            return Leave("none", self.none, keys="", pressed=key)
        again = Play(0, sounds((self.bad_prompt, *self.prompts), session.variables))
        return Stay("asking", (again,), tries=tries, keys="", pressed=key)

    def _fact(self, session: Session, key: str) -> Emit:
        data = (("question", self.question), ("answer", key), ("agent", session.agent))
        return Emit("survey", data)
