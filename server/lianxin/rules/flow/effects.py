"""What a flow asks for. The switchboard carries it out and answers with an event.

Effects are carried out in the order in which they are listed. ``token`` is unique in
a session: an event that answers an effect which the session no longer waits for is
ignored by the interpreter, so late answers do no harm.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: What a caller can record for: the first three become cases with a number and a code.
RecordedKind = Literal["complaint", "report", "mailbox", "message"]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A recorded sentence, by its id in the prompt catalogue: ``welcome``."""

    id: str


@dataclass(frozen=True, slots=True)
class Digits:
    """Digits read one by one, spliced from single recordings (1 is 幺)."""

    text: str


Sound = Prompt | Digits


@dataclass(frozen=True, slots=True)
class Play:
    """Play the sounds one after another. Answered by ``Played`` unless stopped."""

    token: int
    sounds: tuple[Sound, ...]


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
    """

    token: int
    max_seconds: int
    silence_seconds: int
    kind: RecordedKind = "message"


@dataclass(frozen=True, slots=True)
class StopRecording:
    """End a ``Record`` and keep it: ``Recorded`` follows with ``stopped``."""

    token: int


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Make a case of a recording. Answered by ``CaseOpened`` or ``CaseDeferred``.

    Also emitted after ``HungUp`` when a recording was made but not yet filed:
    a citizen's words are never dropped.
    """

    token: int
    kind: RecordedKind
    recording: str


@dataclass(frozen=True, slots=True)
class LookUpCase:
    """Answered by ``CaseTold`` or ``CaseRefused``."""

    token: int
    number: str
    code: str


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


@dataclass(frozen=True, slots=True)
class LeaveQueue:
    token: int


@dataclass(frozen=True, slots=True)
class HangUp:
    """End the call. Nothing answers it."""


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
    | LookUpCase
    | Enqueue
    | LeaveQueue
    | HangUp
    | Trace
)
