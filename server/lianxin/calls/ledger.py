"""The statements that put a batch of entries into PostgreSQL: six, however long the batch.

Everything travels as one JSON document per statement: one parameter to bind, and typed
by ``jsonb_to_recordset``. What is already known of a call or a recording is kept
by the upsert itself, so nothing has to be read first. Only segments are projected from the whole
ledger of a call: it is read back for the calls of a batch that has any entry which they follow
from, after ``put_calls`` has locked their rows. Two writers of one call (the shipper, a rebuild)
then fold one after the other, and the later one sees all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, get_args

import msgspec
from django.db import connection

from lianxin.calls.events import CallSource, Entry, Outcome
from lianxin.calls.projection import CallState, RecordingState, milestones
from lianxin.calls.segments import Segment
from lianxin.rules.keepable import keepable
from lianxin.rules.telephones import e164

_NUL = "\\u0000"

#: A document of ``CallState`` as rows of calls.
PROJECTED_CALLS = """
SELECT n.id, to_timestamp(coalesce(n.started_at, n.seen_at)) AS started_at,
    coalesce(n.line_number, '') AS line_number, coalesce(n.caller, '') AS caller,
    coalesce(n.source, 'carrier') AS source, n.flow_version, coalesce(n.channel, '') AS channel,
    to_timestamp(n.ended_at) AS ended_at, coalesce(n.outcome, '') AS outcome,
    coalesce(n.ended_by, '') AS ended_by, n.cause,
    left(array_to_string(n.keys, ','), 400) AS keys, n.last_seq
FROM jsonb_to_recordset(%s::jsonb) AS n(
    id uuid, seen_at float8, last_seq int, started_at float8, line_number text, caller text,
    source text, flow_version bigint, channel text, ended_at float8, outcome text, ended_by text,
    cause smallint, keys text[])
"""

# The agent is looked up, here and below, not trusted: a person who is not of this centre is left
# out instead of spoiling the batch.
_PERSON = "(SELECT p.id FROM centres_person p WHERE p.id = n.agent) AS agent_id"

#: A document of ``Milestones`` as columns of calls; ``segments``: how many there are.
PROJECTED_MILESTONES = f"""
SELECT n.id, n.segments, to_timestamp(n.queued_at) AS queued_at,
    to_timestamp(n.answered_at) AS answered_at, to_timestamp(n.talking_at) AS talking_at, {_PERSON}
FROM jsonb_to_recordset(%s::jsonb) AS n(
    id uuid, segments int, queued_at float8, answered_at float8, talking_at float8, agent bigint)
"""  # noqa: S608  # of constants

#: A document of ``Segment`` as rows of segments.
PROJECTED_SEGMENTS = f"""
SELECT n.call AS call_id, n.ordinal, n.kind, n.leg, n.party, {_PERSON}, n.queue,
    to_timestamp(n.began_at) AS began_at, to_timestamp(n.ended_at) AS ended_at, n.how
FROM jsonb_to_recordset(%s::jsonb) AS n(
    call uuid, ordinal int, kind text, leg text, party text, agent bigint, queue text,
    began_at float8, ended_at float8, how text)
"""  # noqa: S608  # of constants

# In order, here and below: two batches with the same calls wait for each other in turn
# and never crosswise.
_ENTRIES = """
INSERT INTO calls_callevent (centre_id, call_id, seq, at, kind, data)
SELECT %s, call, seq, to_timestamp(at), kind, data
FROM jsonb_to_recordset(%s::jsonb)
     AS e(call uuid, seq int, at float8, kind text, data jsonb)
ORDER BY call, seq
ON CONFLICT DO NOTHING
RETURNING call_id::text, seq
"""

_CALLS = """
INSERT INTO calls_call AS c (
    id, centre_id, started_at, line_number, caller, source, flow_version, channel, ended_at,
    outcome, ended_by, cause, keys, last_seq)
SELECT n.id, %s, n.started_at, n.line_number, n.caller, n.source, n.flow_version, n.channel,
    n.ended_at, n.outcome, n.ended_by, n.cause, n.keys, n.last_seq
FROM ({projected}) n
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
    ended_at = coalesce(excluded.ended_at, c.ended_at),
    outcome = coalesce(nullif(excluded.outcome, ''), c.outcome),
    ended_by = coalesce(nullif(excluded.ended_by, ''), c.ended_by),
    cause = coalesce(excluded.cause, c.cause),
    keys = left(concat_ws(',', nullif(c.keys, ''), nullif(excluded.keys, '')), 400),
    last_seq = greatest(c.last_seq, excluded.last_seq)
"""

_SOURCES = ", ".join(f"'{word}'" for word in get_args(CallSource))
_OUTCOMES = ", ".join(f"'{word}'" for word in get_args(Outcome))

# What an upsert cannot know: in which order the keys were pressed, when their entries came in
# another, how a call began whose first entry says neither line nor channel, and which of two
# outcomes was told last.
_IN_ORDER = f"""
WITH entries AS (
    SELECT call_id,
        (array_agg(at ORDER BY seq DESC) FILTER (WHERE kind = 'started'))[1] AS started_at,
        (array_agg(CASE WHEN data->>'source' IN ({_SOURCES}) THEN data->>'source' ELSE 'carrier' END
            ORDER BY seq DESC) FILTER (WHERE kind = 'started'))[1] AS source,
        left(string_agg(left(data->>'detail', 8), ',' ORDER BY seq)
            FILTER (WHERE kind = 'node'), 400) AS keys,
        (array_agg(CASE WHEN data->>'outcome' IN ({_OUTCOMES}) THEN data->>'outcome' ELSE '' END
            ORDER BY seq DESC) FILTER (WHERE kind IN ('ended', 'stored', 'lost')))[1] AS outcome
    FROM calls_callevent
    WHERE call_id = ANY(%s::uuid[])
        AND (kind IN ('started', 'ended') OR kind = 'node' AND data->>'what' = 'key'
            OR kind IN ('stored', 'lost') AND data->>'outcome' IS NOT NULL)
    GROUP BY call_id),
meant AS (
    SELECT c.id, coalesce(e.started_at, c.started_at) AS started_at,
        coalesce(e.source, c.source) AS source, coalesce(e.keys, c.keys) AS keys,
        coalesce(e.outcome, c.outcome) AS outcome
    FROM entries e JOIN calls_call c ON c.id = e.call_id)
UPDATE calls_call c SET (started_at, source, keys, outcome)
    = (m.started_at, m.source, m.keys, m.outcome)
FROM meant m
WHERE c.id = m.id AND (c.started_at, c.source, c.keys, c.outcome)
    IS DISTINCT FROM (m.started_at, m.source, m.keys, m.outcome)
"""  # noqa: S608  # of constants

_LEDGER = """
SELECT call_id::text, seq, extract(epoch FROM at)::float8, kind, data::text
FROM calls_callevent
WHERE call_id = ANY(%s::uuid[]) AND (%s::text[] IS NULL OR kind = ANY(%s::text[]))
ORDER BY call_id, seq
"""

# What segments there are more than these is of a fold that knew less. Rows that are the same
# already are left alone: most of a call's segments are, at each of its batches.
_SEGMENTS = """
WITH projected AS ({milestones}),
gone AS (
    DELETE FROM calls_callsegment s USING projected p
    WHERE s.call_id = p.id AND s.ordinal > p.segments),
milestones AS (
    UPDATE calls_call c SET (queued_at, answered_at, talking_at, agent_id)
        = (p.queued_at, p.answered_at, p.talking_at, p.agent_id)
    FROM projected p
    WHERE c.id = p.id AND (c.queued_at, c.answered_at, c.talking_at, c.agent_id)
        IS DISTINCT FROM (p.queued_at, p.answered_at, p.talking_at, p.agent_id))
INSERT INTO calls_callsegment AS s (
    centre_id, call_id, ordinal, kind, leg, party, agent_id, queue, began_at, ended_at, how)
SELECT %s, n.call_id, n.ordinal, n.kind, n.leg, n.party, n.agent_id, n.queue, n.began_at,
    n.ended_at, n.how
FROM ({segments}) n
ORDER BY n.call_id, n.ordinal
ON CONFLICT (call_id, ordinal) DO UPDATE SET
    (kind, leg, party, agent_id, queue, began_at, ended_at, how) = (excluded.kind, excluded.leg,
    excluded.party, excluded.agent_id, excluded.queue, excluded.began_at, excluded.ended_at,
    excluded.how)
WHERE (s.kind, s.leg, s.party, s.agent_id, s.queue, s.began_at, s.ended_at, s.how)
    IS DISTINCT FROM (excluded.kind, excluded.leg, excluded.party, excluded.agent_id,
    excluded.queue, excluded.began_at, excluded.ended_at, excluded.how)
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
        cursor.execute(_ENTRIES, [centre, as_json(entries)])
        return set(cursor.fetchall())


def put_calls(centre: int, calls: Iterable[CallState]) -> None:
    """Insert or complete the rows of ``calls``, whose entries were added before."""
    states = list(calls)
    begun = [
        state.id
        for state in states
        if state.keys or state.started_at is not None or state.outcome is not None
    ]
    with connection.cursor() as cursor:
        statement = _CALLS.format(projected=PROJECTED_CALLS)
        cursor.execute(statement, [centre, as_json([call_row(state) for state in states])])
        if begun:  # a statement of its own: it sees what another writer has added meanwhile
            cursor.execute(_IN_ORDER, [begun])


def read_entries(
    centre: int, calls: Collection[str], kinds: Collection[str] | None = None
) -> dict[str, list[Entry]]:
    """What the ledger holds of ``calls``, of ``kinds`` or all, each in order. In the scope."""
    ledgers: dict[str, list[Entry]] = defaultdict(list)
    wanted = None if kinds is None else list(kinds)
    with connection.cursor() as cursor:
        cursor.execute(_LEDGER, [list(calls), wanted, wanted])
        for call, seq, at, kind, data in cursor.fetchall():
            entry = Entry(call, seq, centre, at, kind, msgspec.json.decode(data))
            ledgers[call].append(entry)
    return ledgers


def put_segments(centre: int, calls: Mapping[str, Sequence[Segment]]) -> None:
    """Let the segments of ``calls`` be these, and their rows say what follows from them."""
    if calls:
        statement = _SEGMENTS.format(milestones=PROJECTED_MILESTONES, segments=PROJECTED_SEGMENTS)
        rows = [milestone_row(call, segments) for call, segments in calls.items()]
        with connection.cursor() as cursor:
            cursor.execute(statement, [as_json(rows), centre, as_json(segment_rows(calls))])


def put_recordings(centre: int, calls: Iterable[CallState]) -> None:
    """Insert or complete the rows of the recordings of ``calls``."""
    rows = [_recording(call, r) for call in calls for r in call.recordings.values()]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_RECORDINGS, [centre, as_json(rows)])


def as_json(rows: Any) -> str:
    """A document that PostgreSQL's jsonb takes: it refuses NUL inside of a text."""
    text = msgspec.json.encode(rows).decode()
    if _NUL not in text:  # all but ever
        return text
    # Not cut out of the text: in there, an escaped backslash before "u0000" looks the same.
    return msgspec.json.encode(keepable(msgspec.json.decode(text))).decode()


def call_row(call: CallState) -> dict[str, Any]:
    """What ``PROJECTED_CALLS`` reads."""
    fields = msgspec.structs.asdict(call)
    del fields["recordings"]
    fields["caller"] = None if call.caller is None else e164(call.caller)
    return fields


def milestone_row(call: str, segments: Sequence[Segment]) -> dict[str, Any]:
    """What ``PROJECTED_MILESTONES`` reads."""
    fields = msgspec.structs.asdict(milestones(segments))
    return {"id": call, "segments": len(segments), **fields}


def segment_rows(calls: Mapping[str, Sequence[Segment]]) -> list[dict[str, Any]]:
    """What ``PROJECTED_SEGMENTS`` reads."""
    return [
        {"call": call, "ordinal": ordinal, **msgspec.structs.asdict(segment)}
        for call, segments in calls.items()
        for ordinal, segment in enumerate(segments, 1)
    ]


def _recording(call: CallState, recording: RecordingState) -> dict[str, Any]:
    return {"call": call.id, "seen_at": call.seen_at, **msgspec.structs.asdict(recording)}
