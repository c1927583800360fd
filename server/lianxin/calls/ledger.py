"""The statements that put a batch of entries into PostgreSQL: three, however long the batch.

Everything travels as one JSON document per statement: one parameter to bind, and typed
by ``jsonb_to_recordset``. What is already known of a call or a recording is kept
by the upsert itself, so nothing has to be read first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from django.db import connection

from lianxin.calls.events import Entry
from lianxin.calls.projection import CallState, RecordingState

# In order, here and below: two batches with the same calls wait for each other in turn
# and never crosswise.
_ENTRIES = """
INSERT INTO calls_callevent (centre_id, call_id, seq, at, kind, data)
SELECT %s, call, seq, to_timestamp(at), left(kind, 16), data
FROM jsonb_to_recordset(%s::jsonb)
     AS e(call uuid, seq int, at float8, kind text, data jsonb)
ORDER BY call, seq
ON CONFLICT DO NOTHING
RETURNING call_id::text, seq
"""

# The agent is looked up, not trusted: a person who is not of this centre is left out
# instead of spoiling the batch.
_CALLS = """
INSERT INTO calls_call AS c (
    id, centre_id, started_at, line_number, caller, source, flow_version, channel, queued_at,
    answered_at, talking_at, ended_at, outcome, ended_by, cause, agent_id, keys, last_seq)
SELECT n.id, %s, to_timestamp(coalesce(n.started_at, n.seen_at)), coalesce(n.line_number, ''),
    coalesce(n.caller, ''), coalesce(n.source, 'carrier'), n.flow_version,
    coalesce(n.channel, ''), to_timestamp(n.queued_at), to_timestamp(n.answered_at),
    to_timestamp(n.talking_at), to_timestamp(n.ended_at), coalesce(n.outcome, ''),
    coalesce(n.ended_by, ''), n.cause, (SELECT p.id FROM centres_person p WHERE p.id = n.agent),
    left(array_to_string(n.keys, ','), 400), n.last_seq
FROM jsonb_to_recordset(%s::jsonb) AS n(
    id uuid, seen_at float8, last_seq int, started_at float8, line_number text, caller text,
    source text, flow_version bigint, channel text, queued_at float8, answered_at float8,
    talking_at float8, ended_at float8, outcome text, ended_by text, cause smallint, agent bigint,
    keys text[])
ORDER BY n.id
ON CONFLICT (id) DO UPDATE SET
    started_at = CASE WHEN excluded.channel <> '' OR excluded.line_number <> ''
        THEN excluded.started_at
        WHEN c.line_number <> '' OR c.channel <> '' THEN c.started_at
        ELSE least(c.started_at, excluded.started_at) END,
    line_number = coalesce(nullif(excluded.line_number, ''), c.line_number),
    caller = coalesce(nullif(excluded.caller, ''), c.caller),
    source = CASE WHEN excluded.line_number <> '' THEN excluded.source ELSE c.source END,
    flow_version = coalesce(excluded.flow_version, c.flow_version),
    channel = coalesce(nullif(excluded.channel, ''), c.channel),
    queued_at = least(c.queued_at, excluded.queued_at),
    agent_id = CASE WHEN c.answered_at IS NULL OR excluded.answered_at < c.answered_at
        THEN coalesce(excluded.agent_id, c.agent_id) ELSE c.agent_id END,
    answered_at = least(c.answered_at, excluded.answered_at),
    talking_at = least(c.talking_at, excluded.talking_at),
    ended_at = coalesce(excluded.ended_at, c.ended_at),
    outcome = coalesce(nullif(excluded.outcome, ''), c.outcome),
    ended_by = coalesce(nullif(excluded.ended_by, ''), c.ended_by),
    cause = coalesce(excluded.cause, c.cause),
    keys = left(concat_ws(',', nullif(c.keys, ''), nullif(excluded.keys, '')), 400),
    last_seq = greatest(c.last_seq, excluded.last_seq)
"""

_RECORDINGS = """
INSERT INTO calls_recording AS r (
    id, centre_id, call_id, kind, state, secrecy, began_at, name, path, bytes, milliseconds,
    sha256, lost_reason)
SELECT n.id, %s, n.call, coalesce(n.kind, 'message'), coalesce(n.state, 'recording'),
    CASE WHEN n.kind = 'mailbox' THEN 'confidential' ELSE 'internal' END,
    to_timestamp(coalesce(n.began_at, n.seen_at)), coalesce(n.name, ''), coalesce(n.path, ''),
    coalesce(n.bytes, 0), coalesce(n.milliseconds, 0), coalesce(n.sha256, ''),
    coalesce(n.lost_reason, '')
FROM jsonb_to_recordset(%s::jsonb) AS n(
    id uuid, call uuid, seen_at float8, kind text, began_at float8, name text, state text,
    path text, bytes bigint, milliseconds bigint, sha256 text, lost_reason text)
ORDER BY n.id
ON CONFLICT (id) DO UPDATE SET
    kind = CASE WHEN excluded.name <> '' THEN excluded.kind ELSE r.kind END,
    secrecy = CASE WHEN excluded.name <> '' AND excluded.kind = 'mailbox'
        THEN 'confidential' ELSE r.secrecy END,
    began_at = CASE WHEN excluded.name <> '' THEN excluded.began_at ELSE r.began_at END,
    name = coalesce(nullif(excluded.name, ''), r.name),
    state = CASE WHEN r.state = 'stored' OR excluded.state = 'recording'
        THEN r.state ELSE excluded.state END,
    path = coalesce(nullif(excluded.path, ''), r.path),
    bytes = greatest(excluded.bytes, r.bytes),
    milliseconds = greatest(excluded.milliseconds, r.milliseconds),
    sha256 = coalesce(nullif(excluded.sha256, ''), r.sha256),
    lost_reason = coalesce(nullif(excluded.lost_reason, ''), r.lost_reason)
"""


def add_entries(centre: int, entries: Sequence[Entry]) -> set[tuple[str, int]]:
    """Insert what is new. Returns ``(call, seq)`` of what was."""
    with connection.cursor() as cursor:
        cursor.execute(_ENTRIES, [centre, _json(entries)])
        return set(cursor.fetchall())


def put_calls(centre: int, calls: Iterable[CallState]) -> None:
    """Insert or complete the rows of ``calls``."""
    with connection.cursor() as cursor:
        cursor.execute(_CALLS, [centre, _json([_call(call) for call in calls])])


def put_recordings(centre: int, calls: Iterable[CallState]) -> None:
    """Insert or complete the rows of the recordings of ``calls``."""
    rows = [_recording(call, r) for call in calls for r in call.recordings.values()]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_RECORDINGS, [centre, _json(rows)])


def _json(rows: Any) -> str:
    # PostgreSQL's jsonb refuses NUL inside of a text.
    return msgspec.json.encode(rows).decode().replace("\\u0000", "")


def _call(call: CallState) -> dict[str, Any]:
    fields = msgspec.structs.asdict(call)
    del fields["recordings"]
    return fields


def _recording(call: CallState, recording: RecordingState) -> dict[str, Any]:
    return {"call": call.id, "seen_at": call.seen_at, **msgspec.structs.asdict(recording)}
