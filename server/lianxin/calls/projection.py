"""From entries to rows: what the ledger of a call says about the call. Pure.

``project`` adds entries that are new to a row, each exactly once. What was waited for, answered and
talked is told by the call's segments (``calls.segments``), and only there: ``milestones`` takes it
from them. What a field holds does not depend on how the entries were cut into batches, nor on what
came twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import get_args

import msgspec

from lianxin.calls.events import (
    ENDS_EARLY,
    NO_WORDS,
    By,
    CallEndedBy,
    CallOutcome,
    CallSource,
    Entry,
    Outcome,
    RecordingKind,
)
from lianxin.calls.segments import Segment

_KINDS = frozenset(get_args(RecordingKind))
#: The words that an entry may say: any other tells nothing, and would spoil the whole batch.
_SOURCES: Mapping[str, CallSource] = {word: word for word in get_args(CallSource)}
_OUTCOMES: Mapping[str, Outcome] = {word: word for word in get_args(Outcome)}
_BY: Mapping[str, By] = {word: word for word in get_args(By)}


class RecordingState(msgspec.Struct):
    """A recording as the ledger tells it. Absent: not told yet. Times as in ``Entry``."""

    id: str
    kind: str | None = None
    began_at: float | None = None
    name: str | None = None
    state: str | None = None
    path: str | None = None
    bytes: int | None = None
    milliseconds: int | None = None
    sha256: str | None = None
    lost_reason: str | None = None


class CallState(msgspec.Struct):
    """A call as the ledger tells it."""

    id: str
    seen_at: float  # of the earliest entry: stands for started_at until that is known
    last_seq: int = 0
    started_at: float | None = None
    line_number: str | None = None
    caller: str | None = None
    source: CallSource | None = None
    flow_version: int | None = None
    channel: str | None = None
    ended_at: float | None = None
    outcome: CallOutcome | None = None
    ended_by: CallEndedBy | None = None
    cause: int | None = None
    keys: list[str] = msgspec.field(default_factory=list)
    recordings: dict[str, RecordingState] = msgspec.field(default_factory=dict)


class Milestones(msgspec.Struct, frozen=True):
    """When a caller first waited, was answered by an agent, and talked with one; and which."""

    queued_at: float | None = None
    answered_at: float | None = None
    talking_at: float | None = None
    agent: int | None = None


def milestones(segments: Iterable[Segment]) -> Milestones:
    """The agent of a call is who answered it first. Outside telephones (``party``) are none."""
    queued, talked, answers = [], [], []
    for each in segments:
        if each.kind == "queue":
            queued.append(each.began_at)
        elif each.kind == "talk" and not each.party:
            talked.append(each.began_at)
        elif each.kind == "ring" and not each.party and each.how == "answered":
            answers.append((each.ended_at, each.agent))
    answered_at, agent = min(answers, key=lambda each: each[0] or 0.0, default=(None, None))
    return Milestones(min(queued, default=None), answered_at, min(talked, default=None), agent)


def project(state: CallState, entries: Iterable[Entry]) -> CallState:
    """Add ``entries`` to ``state``, which is changed and returned."""
    for entry in entries:
        state.last_seq = max(state.last_seq, entry.seq)
        state.seen_at = min(state.seen_at, entry.at)
        step = _STEPS.get(entry.kind)
        if step is not None:
            step(state, entry)
    return state


def _started(state: CallState, entry: Entry) -> None:
    state.started_at = entry.at
    state.line_number = entry.text("line", 32)
    state.caller = entry.text("caller", 64)
    state.source = _SOURCES.get(entry.text("source", 16), "carrier")
    state.flow_version = entry.number("flow_version")
    state.channel = entry.text("channel", 128)


def _node(state: CallState, entry: Entry) -> None:
    if entry.data.get("what") == "key":
        state.keys.append(entry.text("detail", 8))


def _ended(state: CallState, entry: Entry) -> None:
    state.ended_at = entry.at
    _counted(state, entry)
    state.ended_by = _BY.get(entry.text("by", 16), "")
    state.cause = entry.number("cause")


def _counted(state: CallState, entry: Entry) -> None:
    state.outcome = _OUTCOMES.get(entry.text("outcome", 16), "")


def _about(state: CallState, entry: Entry) -> RecordingState:
    name = str(entry.data.get("recording") or "")
    return state.recordings.setdefault(name, RecordingState(name))


def _recording(state: CallState, entry: Entry) -> None:
    recording = _about(state, entry)
    kind = entry.text("kind", 16)
    recording.kind = kind if kind in _KINDS else "message"
    recording.began_at = entry.at
    recording.name = entry.text("name", 200) or recording.id  # "" would mean: not told


def _stored(state: CallState, entry: Entry) -> None:
    recording = _about(state, entry)
    recording.state = "stored"
    recording.path = entry.text("path", 400)
    recording.bytes = entry.number("bytes")
    recording.milliseconds = entry.number("milliseconds")
    recording.sha256 = entry.text("sha256", 64)
    if entry.data.get("ends_early"):
        recording.lost_reason = ENDS_EARLY
    if entry.data.get(NO_WORDS):
        recording.lost_reason = NO_WORDS
    if "outcome" in entry.data:  # it waited for this recording
        _counted(state, entry)


def _lost(state: CallState, entry: Entry) -> None:
    recording = _about(state, entry)
    if recording.state != "stored":
        recording.state = "lost"
        recording.lost_reason = entry.text("reason", 64)
    if "outcome" in entry.data:
        _counted(state, entry)


_STEPS: dict[str, Callable[[CallState, Entry], None]] = {
    "started": _started,
    "node": _node,
    "ended": _ended,
    "recording": _recording,
    "stored": _stored,
    "lost": _lost,
}
