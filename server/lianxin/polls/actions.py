"""Writes of polls. Each is one transaction: checks, row, audit row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, FLOW_EDITOR, SUPERVISOR, Actor, need_function
from lianxin.centres.versions import check_version
from lianxin.polls import queries
from lianxin.polls.errors import (
    PollBegun,
    PollClosed,
    PollCodeTaken,
    PollConflict,
    PollTimes,
)
from lianxin.polls.models import Poll, Vote, Withheld


@dataclass(frozen=True)
class PollDraft:
    """What is filled in. Times are aware; ``questions`` as in ``Poll``."""

    code: str
    title: str
    opens_at: datetime
    closes_at: datetime
    withheld: Withheld
    questions: tuple[dict[str, Any], ...]


def check_writes(who: Actor) -> None:
    """Raise ``FunctionOff`` or ``NotAllowed``."""
    need_function(who, "polls")
    who.need(ADMINISTRATOR, SUPERVISOR, FLOW_EDITOR)


def make(who: Actor, draft: PollDraft) -> Poll:
    """Make a poll. Raises ``PollCodeTaken``, ``PollTimes``."""
    check_writes(who)
    _check_times(draft)
    with who.scope():
        poll = Poll(centre_id=who.centre)
        _fill(who, poll, draft)
        _save(poll)
        audit.note(who, "poll.made", "poll", poll.code)
        return queries.found(poll.code)


def change(who: Actor, code: str, version: int, draft: PollDraft) -> Poll:
    """Change a poll that was read at ``version``.

    Once somebody has voted only title, end and the treatment of withheld numbers may change;
    once it is over, nothing. Raises ``PollConflict``, ``PollBegun``, ``PollClosed``.
    """
    check_writes(who)
    _check_times(draft)
    with who.scope():
        queries.found(code)
        poll = Poll.objects.select_for_update(of=("self",)).get(code=code)
        check_version(poll, version, PollConflict)
        if poll.closes_at <= timezone.now():
            raise PollClosed
        if Vote.objects.filter(poll=poll).exists() and _what_was_asked(poll, draft):
            raise PollBegun
        before = _audited(poll)
        _fill(who, poll, draft)
        poll.version += 1
        _save(poll)
        changes = audit.changes(before, _audited(poll))
        audit.note(who, "poll.changed", "poll", poll.code, title=poll.title, **changes)
        return queries.found(poll.code)


def remove(who: Actor, code: str) -> None:
    """Remove a poll that nobody has voted in. Raises ``PollBegun``."""
    check_writes(who)
    with who.scope():
        poll = queries.found(code)
        if Vote.objects.filter(poll=poll).exists():
            raise PollBegun
        audit.note(who, "poll.removed", "poll", code)
        poll.delete()


def _audited(poll: Poll) -> dict[str, Any]:
    """What the audit trail keeps of a poll. The code too: it may become another."""
    return {
        "code": poll.code,
        "title": poll.title,
        "opens_at": poll.opens_at.isoformat(),
        "closes_at": poll.closes_at.isoformat(),
        "withheld": poll.withheld,
        "questions": poll.questions,
    }


def _what_was_asked(poll: Poll, draft: PollDraft) -> bool:
    same = (poll.code, poll.opens_at, poll.questions)
    return same != (draft.code, draft.opens_at, list(draft.questions))


def _check_times(draft: PollDraft) -> None:
    if draft.closes_at <= draft.opens_at:
        raise PollTimes


def _save(poll: Poll) -> None:
    """Raise ``PollCodeTaken``: the database says it, as two may ask at once."""
    try:
        with transaction.atomic():
            poll.save()
    except IntegrityError as error:
        raise PollCodeTaken(code=poll.code) from error


def _fill(who: Actor, poll: Poll, draft: PollDraft) -> None:
    poll.code, poll.title = draft.code, draft.title
    poll.opens_at, poll.closes_at = draft.opens_at, draft.closes_at
    poll.withheld, poll.questions = draft.withheld, list(draft.questions)
    poll.updated_by_id = who.person
