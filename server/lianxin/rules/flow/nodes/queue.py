"""queue: wait for an agent. The waiting prompts come again and again, music between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from lianxin.rules.flow.digit_entry import DigitEntry, DigitFormat, Entered
from lianxin.rules.flow.effects import (
    Digits,
    Effect,
    Enqueue,
    Play,
    Prompt,
    Sound,
    Value,
    Wait,
)
from lianxin.rules.flow.events import AgentCame, AgentLeft, Event, Expired, KeyPressed, Played
from lianxin.rules.flow.events import QueueLeft as Left
from lianxin.rules.flow.fields import AgentNumber, Key, NodeId, QueueCode, Range, Spoken
from lianxin.rules.flow.looking_up import Result, lookup, result_of
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import WITH_AGENT, Session

#: How long a caller may think about being called back: all the while they stay in line.
_PATIENCE = 8.0

#: What a caller is called back at; ``0`` is no agent's here, they are waiting for one.
_TYPED = DigitEntry(DigitFormat(7, 12, "phone"), "typing", _PATIENCE, tries=3, to_agents=False)


@register(
    example={
        "type": "queue",
        "queue": "general",
        "prompts": ["to_agent"],
        "waiting_prompts": ["all_busy"],
        "announce": "position_and_wait",
        "keys": {"2": "message"},
        "nobody": "nobody",
        "timeout": "message",
        "after": "goodbye",
    }
)
@dataclass(frozen=True, kw_only=True)
class Queue(Node):
    """A place in a line. Exits: ``nobody`` on duty, ``timeout``, ``closed`` (else as
    ``nobody``), ``after`` an agent has gone, one for each key of ``keys``, and ``callback``.

    ``announce`` says before the waiting prompts which place it is, and how long it may take.
    ``callback_key`` offers to be called back: the caller keeps the place and hangs up. Whoever an
    agent has sent away comes back to that agent, before others of the same priority.
    """

    queue: QueueCode
    nobody: NodeId
    timeout: NodeId
    after: NodeId
    closed: NodeId | None = None
    prompts: tuple[Spoken, ...] = ()
    waiting_prompts: tuple[Spoken, ...] = ()
    repeat_seconds: Annotated[float, Range(5, 600)] = 20
    announce: Literal["none", "position", "position_and_wait"] = "none"
    keys: dict[Key, NodeId] = field(default_factory=dict)
    priority: Annotated[int, Range(0, 9)] = 0
    limit_seconds: Annotated[int, Range(0, 86_400)] = 0  # 0: as long as it takes
    agents: tuple[AgentNumber, ...] = ()  # (): whoever serves the queue
    callback_key: Key | None = None
    callback: NodeId | None = None  # where the caller goes who will be called back
    type: Literal["queue"] = "queue"

    group: ClassVar[Group] = "agent"

    def needs(self) -> str:
        return "callbacks" if self.callback_key else ""

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if self.callback_key and not self.callback:
            yield "queue.callback", "callback", "must say where a caller goes who is called back"
        if self.callback_key in self.keys:
            yield "queue.key_twice", "callback_key", f"{self.callback_key} is one of the keys"

    def speaks(self) -> Iterator[str]:
        if self.announce != "none":
            yield from ("queue_position", "queue_position_end")
        if self.announce == "position_and_wait":
            yield "queue_wait"
        if self.callback_key:
            yield from ("callback_at", "callback_choose", "callback_ask_number")
            yield from ("callback_refused", "entry_invalid")

    def takes_zero(self, session: Session) -> bool:
        """Whoever waits for an agent is with the agents already."""
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        """Line up before anything is said: a free agent rings at once."""
        first = self._speak(session, self.prompts) if self.prompts else self._pause()
        return Stay("waiting", (self._line_up(session), *first), keys="")

    def _line_up(self, session: Session, *, again: bool = False) -> Enqueue:
        return Enqueue(
            0, self.queue, self.priority, self.limit_seconds, self.agents, session.prefer, again
        )

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match event:
            case AgentLeft() if not event.talked:  # not what they have waited for
                again = self._line_up(session, again=True)
                return Stay("waiting", (again, *self._pause()), keys="", typed="")
            case AgentLeft():
                return Leave("after", self.after, keys="")
            case Left():
                return self._left(event)
            case AgentCame():
                return Stay(WITH_AGENT, keys="")
            case KeyPressed() if session.with_agent:
                # It must not act after the conversation.
                return Stay(session.phase, keys="", keep=True)
        parts: dict[str, Callable[[Session, Event], Step | None]] = {
            "offering": self._offering,
            "typing": self._typing,
            "arranging": self._arranged,
        }
        return parts.get(session.phase, self._waiting)(session, event)

    def _left(self, event: Left) -> Step:
        exits = {
            "nobody": self.nobody,
            "timeout": self.timeout,
            "closed": self.closed or self.nobody,
        }
        return Leave(event.reason, exits[event.reason], keys="")

    # --- waiting

    def _waiting(self, session: Session, event: Event) -> Step | None:
        match event:
            case KeyPressed():
                return self._pressed(session, event.key)
            case Played():
                return self._wait_on()
            case Expired() if session.phase == "waiting" and self.announce != "none":
                return Stay("asking", lookup("queue", {"queue": self.queue}))
        result = result_of(event)
        return None if result is None else self._say_again(session, result)

    def _wait_on(self) -> Step:
        return Stay("waiting", self._pause(), keys="", typed="")

    def _pause(self) -> tuple[Effect, ...]:
        speaks = self.waiting_prompts or self.announce != "none"
        return (Wait(0, self.repeat_seconds),) if speaks else ()

    def _speak(self, session: Session, spoken: tuple[str, ...]) -> tuple[Effect, ...]:
        return (Play(0, sounds(spoken, session.variables)),)

    def _say_again(self, session: Session, result: Result) -> Step:
        place = _place(result, with_wait=self.announce == "position_and_wait")
        spoken = (*place, *sounds(self.waiting_prompts, session.variables))
        return Stay("waiting", (Play(0, spoken),)) if spoken else self._wait_on()

    def _pressed(self, session: Session, key: str) -> Step:
        """A key is the queue's own, or is dropped."""
        if key == self.callback_key:
            return self._offer(session)
        chosen = [node for known, node in self.keys.items() if known == key]
        if not chosen:
            return Stay(session.phase, keys="", keep=True)
        return Leave(f"keys.{key}", chosen[0], keys="", pressed=key)

    # --- being called back; the place in the line is kept all the while

    def _offer(self, session: Session) -> Step:
        """At the number that calls, or at another: who withholds theirs types one."""
        if not session.caller:
            return self._ask_number(tries=0, pressed=str(self.callback_key))
        spoken = (Prompt("callback_at"), Digits(session.caller), Prompt("callback_choose"))
        return Stay(
            "offering", (Play(0, spoken),), keys="", tries=0, pressed=str(self.callback_key)
        )

    def _ask_number(self, *before: Sound, tries: int, pressed: str = "") -> Stay:
        effects = (Play(0, (*before, Prompt("callback_ask_number"))),)
        return Stay("typing", effects, keys="", typed="", tries=tries, pressed=pressed)

    def _offering(self, session: Session, event: Event) -> Step | None:
        match event:
            case Played():
                return Stay("offering", (Wait(0, _PATIENCE),))
            case KeyPressed("1"):
                return self._arrange(session.caller, "1")
            case KeyPressed("2"):
                return self._ask_number(tries=0, pressed="2")
            case KeyPressed() | Expired():
                return self._wait_on()
        return None

    def asked_anew(self, session: Session) -> Step | None:
        return self._ask_number(tries=session.tries) if session.phase == "typing" else None

    def _typing(self, session: Session, event: Event) -> Step | None:
        found = _TYPED.on_event(session, event)
        if not isinstance(found, Entered):
            return found
        if found.state == "complete":
            return self._arrange(found.value, found.typed)
        if found.state != "bad":
            return self._wait_on()
        question = self._ask_number(Prompt("entry_invalid"), tries=0)
        return _TYPED.again(session, question, self._wait_on())

    def _arrange(self, number: str, pressed: str) -> Step:
        effects = lookup("callback", {"number": number, "queue": self.queue})
        return Stay("arranging", effects, keys="", typed="", pressed=pressed)

    def _arranged(self, session: Session, event: Event) -> Step | None:
        result = result_of(event)
        if result is None:
            return Stay("arranging", keys="", keep=True) if isinstance(event, KeyPressed) else None
        if result.outcome == "ok":
            return Leave("callback", self.callback or self.after, keys="")
        return Stay("waiting", (Play(0, (Prompt("callback_refused"),)),), keys="")


def _place(result: Result, *, with_wait: bool) -> tuple[Sound, ...]:
    """Say the place in the line, and how long it may take where that is known."""
    position, minutes = _whole(result, "position"), _whole(result, "minutes")
    if result.outcome != "ok" or position < 1:
        return ()
    spoken: tuple[Sound, ...] = (
        Prompt("queue_position"),
        Value("number", str(position)),
        Prompt("queue_position_end"),
    )
    if not with_wait or minutes < 1:
        return spoken
    return (*spoken, Prompt("queue_wait"), Value("minutes", str(minutes)))


def _whole(result: Result, name: str) -> int:
    value = result.values.get(name)
    return value if isinstance(value, int) else 0
