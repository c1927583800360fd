"""Writes of calls: the switchboard's ledger, and who listened to what."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from lianxin.calls import ledger, secrecy, traffic
from lianxin.calls.access import check_may_hear, readable_recordings
from lianxin.calls.errors import RecordingLost, RecordingNotReady
from lianxin.calls.events import Entry, Kind
from lianxin.calls.models import Recording
from lianxin.calls.projection import CallState, project
from lianxin.calls.segments import SEGMENT_KINDS, segments_of
from lianxin.calls.tasks import WORDS_LOST, judge, verify_recordings
from lianxin.centres import audit
from lianxin.centres.access import Actor
from lianxin.centres.alarms import raise_alarm
from lianxin.centres.errors import NotFound
from lianxin.centres.isolation import scope
from lianxin.centres.models import AuditEntry, Centre

log = logging.getLogger(__name__)

#: How long a player may go on asking for parts of what it has begun to play.
PLAY = timedelta(minutes=30)


#: Centres that were found to be there.
_seen: set[int] = set()

#: Kinds of entries from which follows whether a call is the mayor's mailbox.
_TELLING: frozenset[Kind] = frozenset({"started", "node", "recording", "case"})

#: Kinds of entries that others do something with, once each.
Handlers = Mapping[str, Callable[[Entry], None]]


def record(entries: Sequence[Entry], handlers: Handlers | None = None) -> None:
    """Write a batch of the ledger: events, calls, segments, recordings. One transaction a centre.

    The same entry may come twice, a call's entries may come in parts and in any cut.
    When it raises (``django.db.OperationalError`` while PostgreSQL is away), send the
    batch again: what was already written does no harm. An entry that can never be
    written (no such centre, an id that is none) is logged in full and passed over, so
    that it does not hold up the others. A handler is called once for each entry of its kind,
    in the transaction that inserts it; what it raises is undone and logged with the entry.
    """
    for centre, batch in _by_centre(entries).items():
        with scope(centre):
            _record(centre, batch, handlers or {})


def open_recording(who: Actor, recording_id: UUID, *, begins: bool) -> Recording:
    """The recording that ``who`` is about to hear. The listening is noted, once a play.

    ``begins``: from the first byte on. What follows within ``PLAY`` belongs to the same play.
    Raises ``NotFound`` (also for another centre's, and for one of which they may not know),
    ``NotAllowed``, ``RecordingNotReady``, ``RecordingLost``.
    """
    with who.scope():
        known = Recording.annotated(who.person).filter(readable_recordings(who))
        recording = known.filter(pk=recording_id).first()
        if recording is None:
            raise NotFound
        check_may_hear(who, recording)
        if recording.state == "lost":
            raise RecordingLost
        if recording.state != "stored":
            raise RecordingNotReady
        if begins or not _is_listening(who, recording):
            audit.note(who, "recording.listened", "recording", recording.pk, kind=recording.kind)
        return recording


def miss_recording(who: Actor, recording: Recording) -> None:
    """Raise the alarm: the file of a stored recording is not in the store."""
    with who.scope():
        judge(recording, "")


def _is_listening(who: Actor, recording: Recording) -> bool:
    return AuditEntry.objects.filter(
        action="recording.listened",
        object_type="recording",
        object_id=str(recording.pk),
        person_id=who.person,
        at__gt=timezone.now() - PLAY,
    ).exists()


def _by_centre(entries: Iterable[Entry]) -> dict[int, list[Entry]]:
    batches: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        batches[entry.centre].append(entry)
    known = _known(batches.keys())
    kept: dict[int, list[Entry]] = {}
    for centre, batch in batches.items():
        good = [e for e in batch if centre in known and _is_sound(e)]
        for entry in batch if len(good) < len(batch) else ():
            if centre not in known or not _is_sound(entry):
                log.error("entry cannot be written: %s", msgspec.json.encode(entry).decode())
        if good:
            kept[centre] = good
    return kept


def _known(centres: Set[int]) -> Set[int]:
    """Those of ``centres`` that there are. None is ever deleted: each is asked for once."""
    if not centres <= _seen:
        _seen.update(Centre.objects.filter(pk__in=centres).values_list("pk", flat=True))
    return centres & _seen


def _is_sound(entry: Entry) -> bool:
    recording = entry.data.get("recording")
    return _is_uuid(entry.call) and (recording is None or _is_uuid(recording))


def _is_uuid(text: Any) -> bool:
    try:
        return str(UUID(text)) == str(text)
    except (ValueError, TypeError, AttributeError):
        return False


def _record(centre: int, batch: list[Entry], handlers: Handlers) -> None:
    new = ledger.add_entries(centre, batch)
    if not new:
        return
    calls: dict[str, list[Entry]] = defaultdict(list)
    for entry in batch:
        if (entry.call, entry.seq) in new:
            new.discard((entry.call, entry.seq))  # the same entry twice in one batch
            calls[entry.call].append(entry)
    states = [project(CallState(id_, part[0].at), part) for id_, part in calls.items()]
    ledger.put_calls(centre, states)
    _segment(centre, calls)
    ledger.put_recordings(centre, states)
    _keep_secret(calls)
    traffic.count(centre, calls.values())
    _miss_words(centre, calls.values())
    stored = [r.id for s in states for r in s.recordings.values() if r.state == "stored"]
    if stored:
        verify_recordings.defer(centre=centre, recordings=stored)
    for entries in calls.values():
        for entry in entries:
            if entry.kind in handlers:
                _hand_over(entry, handlers[entry.kind])


def _segment(centre: int, calls: Mapping[str, Sequence[Entry]]) -> None:
    """Fold those of ``calls`` anew whose segments may have changed, from all that is known."""
    changed = [id_ for id_, new in calls.items() if any(e.kind in SEGMENT_KINDS for e in new)]
    if changed:
        known = ledger.read_entries(centre, changed, SEGMENT_KINDS)
        segments = {id_: segments_of(entries) for id_, entries in known.items()}
        ledger.put_segments(centre, segments)


def _keep_secret(calls: Mapping[str, Sequence[Entry]]) -> None:
    """Mark those of ``calls`` that these entries show to be the mayor's mailbox."""
    changed = [id_ for id_, new in calls.items() if any(e.kind in _TELLING for e in new)]
    if changed:
        secrecy.mark(changed)


def _miss_words(centre: int, calls: Iterable[Sequence[Entry]]) -> None:
    """Raise the alarm for each recording of which nothing was kept although somebody spoke."""
    for entry in (each for entries in calls for each in entries):
        if entry.kind == "lost" and entry.data.get("words"):
            about, reason = entry.data.get("recording"), str(entry.data.get("reason"))
            raise_alarm(centre, WORDS_LOST, "recording", about, reason=reason)


def _hand_over(entry: Entry, handler: Callable[[Entry], None]) -> None:
    try:
        with transaction.atomic():
            handler(entry)
    except (OperationalError, InterfaceError):  # away: the whole batch comes again
        raise
    except Exception:
        # A fault in one handler must not stop the ledger; the entry itself is kept in it.
        log.exception("not carried out: %s", msgspec.json.encode(entry).decode())
