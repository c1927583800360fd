"""What a flow asks for. The switchboard carries it out and answers with an event.

Effects are carried out in the order in which they are listed. ``token`` is unique in
a session: an event that answers an effect which the session no longer waits for is
ignored by the interpreter, so late answers do no harm.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lianxin.rules.flow.lookups import Source
from lianxin.rules.speaking.values import Digits, Value, ValueKind
from lianxin.rules.values import Language, Pairs

__all__ = ["Digits", "Value", "ValueKind"]  # sounds, as the others here are

#: What a caller can record for: the first three become cases with a number and a code.
RecordedKind = Literal["complaint", "report", "mailbox", "message"]

#: What a case can be opened as: what was recorded, or another type of request.
CaseKind = Literal[RecordedKind, "consultation", "help", "suggestion", "praise"]

#: What the caller's telephone is told of the end: 正常, 忙, 拥塞.
HangUpCause = Literal["normal", "busy", "congestion"]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A recorded sentence, by its id in the prompt catalogue: ``welcome``."""

    id: str


@dataclass(frozen=True, slots=True)
class Clip:
    """What the caller has recorded in this call, played back to them."""

    recording: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text that no prompt holds. What was published or approved has been read aloud ahead of
    any call; where nothing has, ``instead`` is heard: a prompt, or nothing.

    ``language``: the one that it is written in; None: that of the call.
    """

    text: str
    language: Language | None = None
    instead: str = ""


Sound = Prompt | Digits | Value | Clip | Text


@dataclass(frozen=True, slots=True)
class Play:
    """Play the sounds one after another. Answered by ``Played`` unless stopped.

    ``language`` is the session's when the effect leaves the interpreter.
    """

    token: int
    sounds: tuple[Sound, ...]
    language: Language = "zh"


@dataclass(frozen=True, slots=True)
class StopPlaying:
    token: int


@dataclass(frozen=True, slots=True)
class Wait:
    """Answered by ``Expired`` after ``seconds`` unless cancelled."""

    token: int
    seconds: float


@dataclass(frozen=True, slots=True)
class CancelWait:
    token: int


@dataclass(frozen=True, slots=True)
class Record:
    """Beep, then record the caller. Answered by ``Recorded``.

    ``kind`` decides from the first word who may hear it: a mailbox is confidential.
    ``min_seconds`` of speech make it a message (``words.without_words``); None: it is not judged.
    """

    token: int
    max_seconds: int
    silence_seconds: int
    kind: RecordedKind = "message"
    min_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class StopRecording:
    """End a ``Record`` and keep it: ``Recorded`` follows with ``stopped``."""

    token: int


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Make a case of a recording, or of what was typed. Answered by ``CaseOpened`` or
    ``CaseDeferred``.

    Also emitted after ``HungUp`` when a recording was made but not yet filed:
    a citizen's words are never dropped. ``title``, ``content`` and ``phone`` may be "":
    the case then says what kind of recording it was made of, and who called.
    """

    token: int
    kind: CaseKind
    recording: str  # "" when there is none
    title: str = ""
    content: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Look something up, as ``lookups.SOURCES`` says. Answered by ``LookupResult``, after
    ``seconds`` at the latest (the switchboard then answers ``unavailable``; the interpreter does
    not keep the time)."""

    token: int
    source: Source
    arguments: Pairs = ()
    seconds: float = 4.0


#: Facts that outlast the call and need no answer; journaled like the call itself.
Fact = Literal["vote", "survey", "language", "notice", "prompt_recorded"]


@dataclass(frozen=True, slots=True)
class Emit:
    """Write a fact down. Nothing answers it; it is kept also while PostgreSQL is away."""

    what: Fact
    data: Pairs = ()


@dataclass(frozen=True, slots=True)
class Dial:
    """Ring outside telephones, all at once; the first that answers talks with the caller.

    The caller hears music until then. Answered by ``DialAnswered``, and by ``DialEnded`` when
    nobody took it within ``seconds`` or the conversation is over.
    """

    token: int
    numbers: tuple[str, ...]
    seconds: int = 30


@dataclass(frozen=True, slots=True)
class StopDialling:
    token: int


@dataclass(frozen=True, slots=True)
class Enqueue:
    """Line up for an agent; music plays whenever no ``Play`` does.

    Answered by ``QueueLeft`` when no agent came; by ``AgentCame`` when one takes the call
    (the waiting prompts end) and by ``AgentLeft`` when that agent has gone again.
    """

    token: int
    queue: str
    priority: int = 0
    limit_seconds: int = 0  # 0: wait as long as it takes
    agents: tuple[str, ...] = ()  # 工号: only these; () is whoever serves the queue
    #: 工号: this agent first, when free. Such a caller has been here before, and goes before
    #: others of the same priority.
    prefer: str = ""
    #: Whoever was taken out of the queue and not served has not lost their place.
    again: bool = False


@dataclass(frozen=True, slots=True)
class LeaveQueue:
    token: int


@dataclass(frozen=True, slots=True)
class HangUp:
    """End the call. Nothing answers it."""

    cause: HangUpCause = "normal"


@dataclass(frozen=True, slots=True)
class Trace:
    """A line in the call's path: a node was entered, a key was pressed, an exit was taken."""

    node: str
    what: Literal["entered", "key", "exit"]
    detail: str = ""


Effect = (
    Play
    | StopPlaying
    | Wait
    | CancelWait
    | Record
    | StopRecording
    | OpenCase
    | Lookup
    | Emit
    | Dial
    | StopDialling
    | Enqueue
    | LeaveQueue
    | HangUp
    | Trace
)
