"""language: the caller chooses in which language to go on, each offered in its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from lianxin.rules.flow.effects import Emit, Play, Wait
from lianxin.rules.flow.events import Event, Expired, KeyPressed, Played
from lianxin.rules.flow.fields import Key, NodeId, Patience, Spoken, Tries
from lianxin.rules.flow.looking_up import lookup, result_of
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session
from lianxin.rules.values import Language as Code


@register(
    example={
        "type": "language",
        "prompts": ["choose_language"],
        "keys": {"1": "zh", "2": "en", "3": "yue"},
        "remember": True,
        "next": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class Language(Node):
    """A menu of languages. Its sentences are heard in each of them, in the order of the keys.

    ``remember``: what is chosen is written down for the caller's next call. ``offer`` says who
    may choose: ``unknown`` asks first whether this caller's language is known and goes on at
    once when it is, ``always`` does not ask, ``never`` only recalls. ``heard_in`` leaves out
    languages that nobody has recorded: a sentence of another one names their key. Who presses
    nothing goes on in the language of the call.
    """

    keys: dict[Key, Code]
    next: NodeId
    prompts: tuple[Spoken, ...] = ("choose_language",)
    heard_in: tuple[Code, ...] = ()  # (): all that can be chosen
    remember: bool = False
    offer: Literal["unknown", "always", "never"] = "unknown"
    timeout_seconds: Patience = 5
    tries: Tries = 2
    type: Literal["language"] = "language"

    group: ClassVar[Group] = "choose"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if not self.keys:
            yield "language.no_keys", "keys", "must offer at least one key"

    def takes_zero(self, session: Session) -> bool:
        return "0" in self.keys or session.phase in ("", "recalling")

    def entered(self, session: Session, now: datetime) -> Step:
        recalls = self.offer == "never" or (self.remember and self.offer == "unknown")
        if recalls and session.caller:
            return Stay("recalling", lookup("caller", {}))
        if self.offer == "never":
            return Leave("next", self.next)
        return self._choose(session) if session.keys else self._offer(session, 0)

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        if session.phase == "recalling":
            return self._recalled(session, event)
        match event:
            case KeyPressed():
                return self._choose(session)
            case Played():
                return self._offered(session)
            case Expired():
                return self._again(session, "")
        return None

    def _recalled(self, session: Session, event: Event) -> Step | None:
        result = result_of(event)
        if result is None:
            return None
        for language in self._languages:
            if result.outcome == "known" and result.values.get("language") == language:
                return Leave("next", self.next, language=language)
        if self.offer == "never":
            return Leave("next", self.next)
        return self._choose(session) if session.keys else self._offer(session, 0)

    @property
    def _languages(self) -> tuple[Code, ...]:
        return tuple(dict.fromkeys(self.keys[key] for key in sorted(self.keys)))

    @property
    def _offered_in(self) -> tuple[Code, ...]:
        return self.heard_in or self._languages

    def _offer(self, session: Session, number: int, tries: int | None = None) -> Step:
        """Speak to those whose language is the one of this number."""
        played = Play(0, sounds(self.prompts, session.variables))
        language = self._offered_in[number]
        memo = {"offered": number}
        return Stay("offering", (played,), tries=tries, keys="", memo=memo, language=language)

    def _offered(self, session: Session) -> Step:
        number = int(session.memo.get("offered", 0)) + 1
        if number < len(self._offered_in):
            return self._offer(session, number)
        return Stay("waiting", (Wait(0, self.timeout_seconds),))

    def _choose(self, session: Session) -> Step:
        key, rest = session.keys[0], session.keys[1:]
        for known, language in self.keys.items():
            if known == key:
                fact = Emit("language", (("language", language),))
                facts = (fact,) if self.remember else ()
                return Leave(
                    "next", self.next, keys=rest, pressed=key, language=language, emit=facts
                )
        return self._again(session, key)

    def _again(self, session: Session, key: str) -> Step:
        tries = session.tries + 1
        if tries >= self.tries:
            return Leave("next", self.next, keys="", pressed=key)
        return self._offer(session, 0, tries)
