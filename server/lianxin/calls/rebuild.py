"""Rows of calls and their segments, recomputed from the ledger: ``lianxin ledger rebuild``.

It goes through the calls of a centre in order of their ids, in small batches of one transaction
each, and writes only what differs: running it again, or stopping it in the middle, does no harm.
Calls may go on meanwhile: each batch locks its calls before it reads their ledger, also where it
only compares, so that a call is never seen half written. A call without any entry is left as it
is. Recordings are not recomputed: what became of a file since (verified, made confidential) is in
no entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from django.db import connection

from lianxin.calls import ledger, secrecy
from lianxin.calls.events import Entry
from lianxin.calls.models import Call
from lianxin.calls.projection import CallState, project
from lianxin.calls.segments import Segment, segments_of
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre

#: Calls that one transaction reads and locks.
BATCH = 200

_COLUMNS = (
    *("started_at", "line_number", "caller", "source", "flow_version", "channel", "ended_at"),
    *("outcome", "ended_by", "cause", "keys", "last_seq"),
)
_MILESTONES = ("queued_at", "answered_at", "talking_at", "agent_id")
_SEGMENT = ("kind", "leg", "party", "agent_id", "queue", "began_at", "ended_at", "how")


def _list(columns: Sequence[str], table: str) -> str:
    return ", ".join(f"{table}.{column}" for column in columns)


def _names(columns: Sequence[str], table: str) -> str:
    """SQL: the names of the columns in which ``c`` and ``table`` differ."""
    each = (f"CASE WHEN c.{x} IS DISTINCT FROM {table}.{x} THEN '{x}' END" for x in columns)
    return ", ".join(each)


# ruff: noqa: S608  # the statements are put together of the constants above
_ROWS_DIFFER = f"""
SELECT * FROM (
    SELECT c.id::text, array_remove(
        ARRAY[{_names(_COLUMNS, "n")}, {_names(_MILESTONES, "m")}], NULL) AS columns
    FROM ({ledger.PROJECTED_CALLS}) n
    JOIN ({ledger.PROJECTED_MILESTONES}) m USING (id) JOIN calls_call c USING (id)) found
WHERE columns <> ARRAY[]::text[]
"""

_SEGMENTS_DIFFER = f"""
SELECT DISTINCT coalesce(n.call_id, s.call_id)::text
FROM ({ledger.PROJECTED_SEGMENTS}) n
FULL JOIN (SELECT * FROM calls_callsegment WHERE call_id = ANY(%s::uuid[])) s
    ON s.call_id = n.call_id AND s.ordinal = n.ordinal
WHERE ({_list(_SEGMENT, "n")}) IS DISTINCT FROM ({_list(_SEGMENT, "s")})
"""

_REWRITE = f"""
UPDATE calls_call c SET ({", ".join(_COLUMNS)}) = ({_list(_COLUMNS, "n")})
FROM ({ledger.PROJECTED_CALLS}) n WHERE c.id = n.id
"""


class Difference(msgspec.Struct, frozen=True):
    """A call that is not what its ledger says: the columns of its row, ``segments`` or both."""

    centre: str
    call: str
    columns: tuple[str, ...]
    segments: bool


class Batch(msgspec.Struct, frozen=True):
    """How many calls were compared with their ledger, and those that were found to differ."""

    calls: int
    found: tuple[Difference, ...]


class _Projected(msgspec.Struct, frozen=True):
    """What the ledgers of some calls say."""

    states: Mapping[str, CallState]
    segments: Mapping[str, list[Segment]]


def rebuild(
    centre: Centre, *, since: date | None = None, check: bool = False, size: int = BATCH
) -> Iterator[Batch]:
    """Let the rows and segments of a centre's calls be what their ledgers say, batch by batch.

    ``since``: of calls that began on that day of the centre or later. ``check``: write nothing.
    """
    start = None if since is None else _midnight(since, centre.zone)
    last: UUID | None = None
    while True:
        with scope(centre.pk):
            calls = _next(last, start, size)
            if not calls:
                return
            batch = _batch(centre, [str(call) for call in calls], check=check)
        yield batch
        last = calls[-1]


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def _next(last: UUID | None, start: datetime | None, size: int) -> list[UUID]:
    rows = Call.objects.order_by("pk").select_for_update(no_key=True)
    if last is not None:
        rows = rows.filter(pk__gt=last)
    if start is not None:
        rows = rows.filter(started_at__gte=start)
    return list(rows.values_list("pk", flat=True)[:size])


def _batch(centre: Centre, calls: list[str], *, check: bool) -> Batch:
    known = ledger.read_entries(centre.pk, calls)
    projected = _project(known)
    rows = _rows_differ(projected)
    for call in secrecy.unmarked(list(known)):
        rows.setdefault(call, []).append("secrecy")
    segments = _segments_differ(projected)
    if not check:
        _write(centre.pk, projected, rows, segments)
    found = (
        Difference(centre.code, call, tuple(rows.get(call, ())), call in segments)
        for call in sorted({*rows, *segments})
    )
    return Batch(len(known), tuple(found))


def _project(known: Mapping[str, Sequence[Entry]]) -> _Projected:
    states = {call: project(CallState(call, part[0].at), part) for call, part in known.items()}
    return _Projected(states, {call: segments_of(part) for call, part in known.items()})


def _rows_differ(projected: _Projected) -> dict[str, list[str]]:
    """The calls whose rows are not what they should be, each with the columns."""
    milestones = [
        ledger.milestone_row(call, segments) for call, segments in projected.segments.items()
    ]
    rows = [ledger.call_row(state) for state in projected.states.values()]
    with connection.cursor() as cursor:
        cursor.execute(_ROWS_DIFFER, [ledger.as_json(rows), ledger.as_json(milestones)])
        return dict(cursor.fetchall())


def _segments_differ(projected: _Projected) -> set[str]:
    rows = ledger.segment_rows(projected.segments)
    with connection.cursor() as cursor:
        cursor.execute(_SEGMENTS_DIFFER, [ledger.as_json(rows), list(projected.segments)])
        return {call for (call,) in cursor.fetchall()}


def _write(
    centre: int, projected: _Projected, rows: Mapping[str, list[str]], segments: set[str]
) -> None:
    changed = [ledger.call_row(projected.states[call]) for call in rows]
    if changed:
        with connection.cursor() as cursor:
            cursor.execute(_REWRITE, [ledger.as_json(changed)])
        secrecy.mark(list(rows))  # never taken back: an entry may have come from another version
    anew = {*rows, *segments}  # the row's milestones go with the segments
    ledger.put_segments(centre, {call: projected.segments[call] for call in sorted(anew)})
