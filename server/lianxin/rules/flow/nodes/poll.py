"""poll: the caller's opinion, question by question; nothing of the result before the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal

from lianxin.rules.flow.effects import Digits, Emit, Play, Prompt, Sound, Value, Wait
from lianxin.rules.flow.events import Event, Expired, KeyPressed, Played
from lianxin.rules.flow.fields import Digit, NodeId, Patience, Pattern, PollCode, Spoken, Tries
from lianxin.rules.flow.looking_up import lookup, result_of
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session

#: What is counted: a question, and one of its choices.
QuestionCode = Annotated[str, Pattern(r"[a-z0-9][a-z0-9_-]{0,31}", "the code of a question")]
ChoiceCode = Annotated[str, Pattern(r"[a-z0-9][a-z0-9_-]{0,7}", "the code of a choice")]

#: Results that are read out; a caller keeps no more in mind.
MAX_RESULTS = 20


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question. ``choices``: what each key counts for. With ``multiple`` several keys may be
    pressed, and ``#`` ends them."""

    code: QuestionCode
    prompts: tuple[Spoken, ...]
    choices: dict[Digit, ChoiceCode]
    multiple: bool = False


@register(
    example={
        "type": "poll",
        "poll": "traffic",
        "questions": [
            {"code": "q1", "prompts": ["poll_ask"], "choices": {"1": "1", "2": "2", "3": "3"}}
        ],
        "done": "main",
        "voted": "main",
        "closed": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class Poll(Node):
    """A poll. A vote counts once for each number, and only when the last question is behind the
    caller. Exits: ``done``, ``voted`` before, ``closed`` (with ``speak_results`` how it went is
    told first), ``unknown`` (else as ``closed``)."""

    poll: PollCode
    questions: tuple[Question, ...]
    done: NodeId
    voted: NodeId
    closed: NodeId
    unknown: NodeId | None = None
    prompts: tuple[Spoken, ...] = ()  # before the first question
    voted_prompts: tuple[Spoken, ...] = ("poll_voted",)
    closed_prompts: tuple[Spoken, ...] = ("poll_closed",)
    thanks_prompts: tuple[Spoken, ...] = ("poll_thanks",)
    speak_results: bool = False
    bad_prompt: Spoken = "bad_key"
    missing_prompt: Spoken = "no_input"
    timeout_seconds: Patience = 8
    tries: Tries = 3
    type: Literal["poll"] = "poll"

    group: ClassVar[Group] = "choose"
    function: ClassVar[str] = "polls"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if not self.questions:
            yield "poll.no_questions", "questions", "must ask at least one question"
        codes = [question.code for question in self.questions]
        for number, question in enumerate(self.questions):
            place = f"questions.{number}"
            if not question.choices:
                yield "poll.no_choices", f"{place}.choices", "must offer at least one key"
            if question.code in codes[:number]:
                yield "poll.code_twice", f"{place}.code", f"{question.code} is asked twice"

    def speaks(self) -> Iterator[str]:
        for question in self.questions:
            yield from (word for word in question.prompts if word[0] != "$")
        if self.speak_results:
            yield from ("poll_results", "poll_choice", "poll_votes")

    def takes_zero(self, session: Session) -> bool:
        return session.phase == "choosing" and "0" in self._question(session).choices

    def entered(self, session: Session, now: datetime) -> Step:
        return Stay("asking", lookup("poll", {"poll": self.poll}), memo={"answers": {}})

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match session.phase:
            case "asking":
                return self._stands(session, event)
            case "choosing":
                return self._choosing(session, event)
            case "done" | "voted" | "closed" | "unknown":
                if isinstance(event, Played | KeyPressed):
                    return self._go(session.phase)
        return None

    # --- may they vote?

    def _stands(self, session: Session, event: Event) -> Step | None:
        result = result_of(event)
        if result is None:
            return None
        match result.outcome:
            case "open":
                return self._ask(session, 0, before=sounds(self.prompts, session.variables))
            case "voted":
                return self._end(session, "voted", sounds(self.voted_prompts, session.variables))
            case "closed":
                spoken = sounds(self.closed_prompts, session.variables)
                results = _results(result.values.get("results")) if self.speak_results else ()
                return self._end(session, "closed", (*spoken, *results))
        return Leave("unknown", self.unknown or self.closed)

    def _end(self, session: Session, phase: str, spoken: tuple[Sound, ...]) -> Step:
        return Stay(phase, (Play(0, spoken),)) if spoken else self._go(phase)

    def _go(self, phase: str) -> Step:
        exits = {"done": self.done, "voted": self.voted}
        return Leave(phase, exits.get(phase, self.closed))

    # --- the questions

    def _question(self, session: Session) -> Question:
        return self.questions[int(session.memo.get("question", 0))]

    def _ask(
        self,
        session: Session,
        number: int,
        *,
        before: tuple[Sound, ...] = (),
        tries: int = 0,
        pressed: str = "",
        answers: dict[str, str] | None = None,
    ) -> Step:
        """Ask question ``number``. What was pressed before it is no answer to it."""
        known = session.memo.get("answers", {}) if answers is None else answers
        memo = {"answers": known, "question": number, "chosen": ""}
        spoken = sounds(self.questions[number].prompts, session.variables)
        effects = (Play(0, (*before, *spoken)),)
        return Stay("choosing", effects, keys="", memo=memo, tries=tries, pressed=pressed)

    def _choosing(self, session: Session, event: Event) -> Step | None:
        chosen = str(session.memo.get("chosen", ""))
        match event:
            case Played():
                return Stay("choosing", (Wait(0, self.timeout_seconds),))
            case Expired() if chosen:
                return self._answered(session, chosen, "")
            case Expired():
                return self._again(session, self.missing_prompt, "")
            case KeyPressed("#") if chosen:
                return self._answered(session, chosen, "#")
            case KeyPressed():
                return self._pressed(session, event.key, chosen)
        return None

    def _pressed(self, session: Session, key: str, chosen: str) -> Step:
        question = self._question(session)
        if key not in question.choices:
            return self._again(session, self.bad_prompt, key)
        if not question.multiple:
            return self._answered(session, key, key)
        both = chosen if key in chosen else chosen + key
        memo = {**session.memo, "chosen": both}
        wait = Wait(0, self.timeout_seconds)
        return Stay("choosing", (wait,), keys="", memo=memo, pressed=key)

    def _again(self, session: Session, prompt: str, key: str) -> Step:
        """Ask again; a question that is not answered is passed over."""
        if session.tries + 1 >= self.tries:
            return self._answered(session, "", key)
        before = sounds((prompt,), session.variables)
        number, tries = int(session.memo.get("question", 0)), session.tries + 1
        return self._ask(session, number, before=before, tries=tries, pressed=key)

    def _answered(self, session: Session, keys: str, pressed: str) -> Step:
        question, number = self._question(session), int(session.memo.get("question", 0))
        answers: dict[str, str] = dict(session.memo.get("answers", {}))
        if keys:
            known = {str(key): code for key, code in question.choices.items()}
            answers[question.code] = ",".join(known[key] for key in keys)
        if number + 1 < len(self.questions):
            return self._ask(session, number + 1, pressed=pressed, answers=answers)
        return self._vote(session, answers, pressed)

    def _vote(self, session: Session, answers: dict[str, str], pressed: str) -> Step:
        """Everything at once: a caller who hangs up in the middle has not voted."""
        if not answers:
            return Leave("done", self.done, keys="", pressed=pressed)
        data = (("poll", self.poll), *((f"answers.{q}", keys) for q, keys in answers.items()))
        vote = Emit("vote", data)
        thanks = sounds(self.thanks_prompts, session.variables)
        if not thanks:
            return Leave("done", self.done, keys="", pressed=pressed, emit=(vote,))
        return Stay("done", (vote, Play(0, thanks)), keys="", pressed=pressed)


def _results(results: Any) -> tuple[Sound, ...]:
    """Read out how many chose what: [{choice, votes}], as the poll has them."""
    rows = results if isinstance(results, list) else []
    spoken: list[Sound] = []
    for row in rows[:MAX_RESULTS]:
        if isinstance(row, dict) and isinstance(row.get("votes"), int):
            choice, votes = str(row.get("choice", "")), str(row["votes"])
            spoken += (Prompt("poll_choice"), Digits(choice))
            spoken += (Value("number", votes), Prompt("poll_votes"))
    return (Prompt("poll_results"), *spoken) if spoken else ()
