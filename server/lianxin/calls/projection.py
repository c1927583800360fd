"""From entries to rows: what the ledger of a call says about the call. Pure.

Each entry is folded exactly once, by whoever inserted it. What a field holds does not
depend on how the entries were cut into batches, nor on what came twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, get_args

import msgspec

from lianxin.calls.events import Entry, RecordingKind

_KINDS = frozenset(get_args(RecordingKind))


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
    source: str | None = None
    flow_version: int | None = None
    channel: str | None = None
    queued_at: float | None = None
    answered_at: float | None = None
    talking_at: float | None = None
    ended_at: float | None = None
    outcome: str | None = None
    ended_by: str | None = None
    cause: int | None = None
    agent: int | None = None
    keys: list[str] = msgspec.field(default_factory=list)
    recordings: dict[str, RecordingState] = msgspec.field(default_factory=dict)


def fold(state: CallState, entries: Iterable[Entry]) -> CallState:
    """Add ``entries`` to ``state``, which is changed and returned."""
    for entry in entries:
        state.last_seq = max(state.last_seq, entry.seq)
        state.seen_at = min(state.seen_at, entry.at)
        step = _STEPS.get(entry.kind)
        if step is not None:
            step(state, entry.at, entry.data)
    return state


def _text(data: dict[str, Any], key: str, limit: int) -> str:
    # PostgreSQL keeps no NUL, and a caller's name may hold anything.
    return str(data.get(key) or "").replace("\x00", "")[:limit]


def _number(data: dict[str, Any], key: str) -> int | None:
    value = data.get(key)
    return int(value) if isinstance(value, int | float) else None


def _first(known: float | None, at: float) -> float:
    return at if known is None else min(known, at)


def _started(state: CallState, at: float, data: dict[str, Any]) -> None:
    state.started_at = at
    state.line_number = _text(data, "line", 32)
    state.caller = _text(data, "caller", 64)
    state.source = _text(data, "source", 16) or "carrier"
    state.flow_version = _number(data, "flow_version")
    state.channel = _text(data, "channel", 128)


def _node(state: CallState, at: float, data: dict[str, Any]) -> None:  # noqa: ARG001
    if data.get("what") == "key":
        state.keys.append(_text(data, "detail", 8))


def _queued(state: CallState, at: float, data: dict[str, Any]) -> None:  # noqa: ARG001
    state.queued_at = _first(state.queued_at, at)


def _answered(state: CallState, at: float, data: dict[str, Any]) -> None:
    # The agent of a call is who answered it first.
    if state.answered_at is None or at < state.answered_at:
        state.answered_at = at
        state.agent = _number(data, "person")


def _talking(state: CallState, at: float, data: dict[str, Any]) -> None:  # noqa: ARG001
    state.talking_at = _first(state.talking_at, at)


def _ended(state: CallState, at: float, data: dict[str, Any]) -> None:
    state.ended_at = at
    state.outcome = _text(data, "outcome", 16)
    state.ended_by = _text(data, "by", 16)
    state.cause = _number(data, "cause")


def _about(state: CallState, data: dict[str, Any]) -> RecordingState:
    name = str(data.get("recording") or "")
    return state.recordings.setdefault(name, RecordingState(name))


def _recording(state: CallState, at: float, data: dict[str, Any]) -> None:
    recording = _about(state, data)
    kind = _text(data, "kind", 16)
    recording.kind = kind if kind in _KINDS else "message"
    recording.began_at = at
    recording.name = _text(data, "name", 200) or recording.id  # "" would mean: not told


def _stored(state: CallState, at: float, data: dict[str, Any]) -> None:  # noqa: ARG001
    recording = _about(state, data)
    recording.state = "stored"
    recording.path = _text(data, "path", 400)
    recording.bytes = _number(data, "bytes")
    recording.milliseconds = _number(data, "milliseconds")
    recording.sha256 = _text(data, "sha256", 64)


def _lost(state: CallState, at: float, data: dict[str, Any]) -> None:  # noqa: ARG001
    recording = _about(state, data)
    if recording.state != "stored":
        recording.state = "lost"
        recording.lost_reason = _text(data, "reason", 64)


_STEPS: dict[str, Callable[[CallState, float, dict[str, Any]], None]] = {
    "started": _started,
    "node": _node,
    "queued": _queued,
    "answered": _answered,
    "talking": _talking,
    "ended": _ended,
    "recording": _recording,
    "stored": _stored,
    "lost": _lost,
}
